/** Sizes of files for people: `1,4 MB`. */
import type { Language } from "@opendti/engine";

/** One digit after the comma from a megabyte on, whole kilobytes below. */
export function sizeText(bytes: number, language: Language): string {
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  if (bytes < 1024 * 1024) return `${new Intl.NumberFormat(locale).format(Math.ceil(bytes / 1024))} kB`;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return `${format.format(bytes / 1024 / 1024)} MB`;
}
