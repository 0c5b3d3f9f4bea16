/** Numbers and days as the public pages write them. */
import type { Language } from "@opendti/engine";

/** A decimal text with the language's own signs: `1234.5` is `1.234,5`. */
export function figure(text: string, language: Language, digits = 0): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  const padded = fraction.padEnd(digits, "0");
  return padded === "" ? grouped : `${grouped}${language === "vi" ? "," : "."}${padded}`;
}

/** A decimal text to two digits at most: the middle of an even number of points may lie between two hundredths. */
export const hundredths = (text: string, language: Language): string =>
  figure(String(Math.round(Number(text) * 100) / 100), language);

/** Decimal digits of the finest of these numbers, so that a column stands straight. */
export const digitsOf = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.split(".")[1]?.length ?? 0), 0);

/** A share as a percent of at most one digit: 0.9165 is `91,7%`. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en", {
    style: "percent",
    maximumFractionDigits: 1,
  }).format(share);
}

/** A moment's day in Vietnam, dd/MM/yyyy in both languages. */
export function day(moment: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "Asia/Ho_Chi_Minh",
  });
  return parts.format(new Date(moment));
}
