import type { BilingualText, DocumentReference, LinkReference } from "./types.js";

/** Why a reference may not count for the assessed year ("ngoài năm đánh giá"). */
export interface AssessedYearDoubt {
  /** `before`: dated earlier, which may still be in force; `after`: dated later; `unknown`: no year can be read. */
  readonly code: "before" | "after" | "unknown";
  /** The year of the document, null when unknown. */
  readonly documentYear: number | null;
  readonly message: BilingualText;
}

/** How many years before and after the assessed one a document may be dated; 0 each unless told. A five-year plan, for
 * one, may be dated up to five years before. */
export interface AllowedYears {
  readonly before?: number;
  readonly after?: number;
}

/**
 * Whether a reference is dated outside the assessed year: null when it is dated within it (or within what `allow`
 * admits), else the doubt. The year is that of the date, or of the symbol (45/2019/NĐ-CP) when no date can be read. A
 * link has no date and is never doubted.
 */
export function assessedYearDoubt(
  reference: DocumentReference | LinkReference,
  year: number,
  allow: AllowedYears = {},
): AssessedYearDoubt | null {
  if (reference.type === "link") return null;
  const documentYear = yearOf(reference);
  if (documentYear === null) {
    return {
      code: "unknown",
      documentYear,
      message: {
        vi: `Chưa rõ ngày văn bản: không xác định được có thuộc năm đánh giá ${year} hay không.`,
        en: `The date of the document is not known: it cannot be told whether it belongs to ${year}, the assessed year.`,
      },
    };
  }
  if (documentYear < year - (allow.before ?? 0)) {
    return {
      code: "before",
      documentYear,
      message: {
        vi: `Ngoài năm đánh giá: văn bản năm ${documentYear}, trước năm ${year}; cần xác nhận còn hiệu lực.`,
        en: `Outside the assessed year: dated ${documentYear}, before ${year}; confirm that it is still in force.`,
      },
    };
  }
  if (documentYear > year + (allow.after ?? 0)) {
    return {
      code: "after",
      documentYear,
      message: {
        vi: `Ngoài năm đánh giá: văn bản năm ${documentYear}, sau năm ${year}.`,
        en: `Outside the assessed year: dated ${documentYear}, after ${year}.`,
      },
    };
  }
  return null;
}

function yearOf({ date, symbol }: DocumentReference): number | null {
  if (date && date.value.precision !== "unreadable") return Number(date.value.iso.slice(0, 4));
  const inSymbol = symbol && /^\d+[a-z]?\/(\d{4})(?!\d)/.exec(symbol.value)?.[1];
  return inSymbol ? Number(inSymbol) : null;
}
