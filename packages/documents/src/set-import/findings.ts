/** What the import itself reports of a document; each code is explained in docs/set-import.md. */
import type { Message } from "@opendti/engine";
import type { Place } from "../blocks/types.js";
import type { ImportFinding } from "./types.js";

export const importFindingCodes = {
  "no-indicator-table": "error",
  "document-refused": "error",
  "set-unreadable": "error",
  "set-not-in-document": "error",
  "code-missing": "warning",
  "code-implied": "warning",
  "title-missing": "warning",
  "max-missing-here": "warning",
  "max-unreadable": "warning",
  "max-nowhere": "warning",
  "row-left-out": "warning",
  "note-below": "warning",
  "indicators-in-prose": "warning",
  "rule-refused": "warning",
  "title-from-file": "warning",
  "legal-basis-incomplete": "warning",
  "years-assumed": "warning",
  "rounding-assumed": "warning",
  "answer-unread": "warning",
  "answer-inferred": "warning",
  "score-unread": "warning",
  "lead-cut": "warning",
  "deadline-unread": "warning",
  "document-note": "warning",
} as const satisfies Record<string, ImportFinding["severity"]>;

export type ImportFindingCode = keyof typeof importFindingCodes;

/** One finding of the import, at a code of the set and a place in the document. */
export function importFinding(
  code: ImportFindingCode,
  at: string,
  message: Message,
  place: Place | undefined,
  sides: { readonly expected?: string; readonly found?: string } = {},
): ImportFinding {
  return {
    severity: importFindingCodes[code],
    code,
    at,
    message,
    expected: sides.expected,
    found: sides.found,
    place,
    file: undefined,
    line: undefined,
    column: undefined,
  };
}

/** "Bảng 2, dòng 14", "dòng 812", "Trang 'A', ô D12"; "" for a place that says nothing. */
export function placeWords(place: Place | undefined): Message {
  if (!place) return { vi: "", en: "" };
  const parts: Message[] = [];
  if (place.sheet !== undefined)
    parts.push({ vi: `trang tính "${place.sheet}"`, en: `sheet "${place.sheet}"` });
  if (place.cell !== undefined) parts.push({ vi: `ô ${place.cell}`, en: `cell ${place.cell}` });
  if (place.page !== undefined) parts.push({ vi: `trang ${place.page}`, en: `page ${place.page}` });
  if (place.table !== undefined) parts.push({ vi: `bảng ${place.table}`, en: `table ${place.table}` });
  if (place.row !== undefined) parts.push({ vi: `hàng ${place.row}`, en: `row ${place.row}` });
  if (place.line !== undefined) parts.push({ vi: `dòng ${place.line}`, en: `line ${place.line}` });
  return { vi: parts.map((part) => part.vi).join(", "), en: parts.map((part) => part.en).join(", ") };
}
