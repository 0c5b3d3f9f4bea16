/** Printed codes of rows: "1.10.", "II.1", "a)", "TC 3". */

export interface PrintedCode {
  /** Without what closes it: "1.10", "II.1", "a". */
  readonly text: string;
  readonly kind: "arabic" | "roman" | "letter";
  /** Parts between the dots: "1.10" has 2. */
  readonly depth: number;
}

const ROMAN = "(?:[IVX]{1,6})";
const CODE = new RegExp(
  `^[("\\[]?((?:(?:${ROMAN}|[A-ZĐ]{1,3})[.\\-]?)?\\d{1,3}(?:[.,]\\d{1,3}){0,5}|${ROMAN}(?:\\.${ROMAN})*|[A-ZĐ]|[a-zđ]{1,2})[.)\\]:/\\-"]{0,2}$`,
  "u",
);
/** "Tiêu chí 1", "Chỉ số 1.2": the number is the code. */
const NAMED = /^(?:tiêu chí|chỉ số|mục|nhóm|trụ cột|phần)\s*[.:]?\s*/iu;

/** The code that a cell of the number column prints; undefined when it is something else. */
export function readCode(cell: string): PrintedCode | undefined {
  const text = cell.replace(/\s+/gu, "").normalize("NFC");
  if (text === "" || text.length > 24) return undefined;
  const bare =
    CODE.exec(text)?.[1] ?? CODE.exec(cell.normalize("NFC").replace(NAMED, "").replace(/\s+/gu, ""))?.[1];
  if (bare === undefined) return undefined;
  const code = bare.replaceAll(",", ".").replaceAll("-", ".");
  const parts = code.split(".");
  const last = parts.at(-1) ?? "";
  const kind = /^\d/.test(last) ? "arabic" : /^[IVX]+$/.test(last) ? "roman" : "letter";
  if (kind === "letter" && last.length === 2 && last[0] !== last[1]) return undefined;
  return { text: code, kind, depth: parts.length };
}

/** "1. Nhận thức số" in one cell: the code and what it numbers. */
export function splitCode(cell: string): { code: PrintedCode; rest: string } | undefined {
  const match = /^\s*((?:[IVX]{1,5}|\d{1,2})(?:\.\d{1,3}){0,4})[.)\-:]?\s+(?=\p{L})/u.exec(cell);
  if (!match) return undefined;
  const [all, number = ""] = match;
  // "5 năm ..." is a title that begins with a number; "5. ..." and "5.1 ..." are numbered.
  if (/^\d{1,2}$/.test(number) && !/[.)\-:]\s*$/.test(all)) return undefined;
  if (/^[IVX]+$/.test(number) && !/[.)\-:]\s*$/.test(all)) return undefined;
  const code = readCode(number);
  return code && { code, rest: cell.slice(all.length) };
}
