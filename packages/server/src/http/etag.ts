/** Versions on the wire: `ETag: "7"`, `If-Match: "7"`. */
import { Problem } from "./problem.js";

/**
 * The version that a change was made on.
 * @throws {Problem} `version-required` when the header is absent or is no version: nobody overwrites blindly.
 */
export function readIfMatch(header: string | undefined): number {
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? "")?.[1];
  if (digits === undefined)
    throw new Problem("version-required", {
      vi: 'Thiếu If-Match: gửi kèm phiên bản đang thấy, ví dụ If-Match: "7" ("0" khi chưa có gì).',
      en: 'If-Match is missing: send the version you see, as in If-Match: "7" ("0" when nothing is stored yet).',
    });
  return Number(digits);
}

/** @throws {Problem} `changed-meanwhile` with what is stored now, unless the change was made on that version. */
export function requireVersion(sent: number, stored: { readonly version: number }): void {
  if (sent !== stored.version) throw new Problem("changed-meanwhile", undefined, { current: stored });
}
