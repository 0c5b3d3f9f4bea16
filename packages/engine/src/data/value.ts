/** One cell -> one exact value, by the kind of its input. */
import { formatNumber } from "../explain/format.js";
import { type Message, message } from "../message.js";
import { formatExact, parseExact } from "../numbers/decimal.js";
import { compare, ONE, type Rational, rational, ZERO } from "../numbers/rational.js";
import type { Fact } from "../plan/compiled.js";
import { shown } from "../source/shown.js";

export type Scalar = string | number | boolean | bigint | null | undefined;

const YES = new Set(["yes", "true", "có", "co", "x", "đạt", "1", "y"]);
const NO = new Set(["no", "false", "không", "khong", "0", "n"]);

/** `51.125.000`, `1.250.000,5`: dots between groups of three, at least two groups or a decimal comma. */
const GROUPED = /^-?[1-9]\d{0,2}((\.\d{3}){2,}|(\.\d{3})+,\d+)$/;
/** `9,56`, `95,65%` */
const DECIMAL_COMMA = /^-?\d+,\d+(\s*%)?$/;
/** `1.250`: one thousand two hundred and fifty as people here write it, one and a quarter as programs do. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}(\s*%)?$/;

/**
 * How a text came to be. `typed`: by a person, as people here write numbers (`51.125.000`, `9,56`); `1.250` may then be a
 * thousand or one and a quarter, and is refused with both readings. `stored`: by a program, exactly as {@link formatExact}
 * writes (`1.25`, `22/23`): the dot is the decimal point and nothing else is read.
 */
export type Writing = "typed" | "stored";

/**
 * Reads one declared value by the kind of its input.
 * @param cell a text, or what YAML, JSON or a workbook gave: a number (not a text) is never ambiguous.
 * @returns the exact value (yes is 1, an option is its 1-based place, several options and rows of a table their number, a
 * text, link or date 1); undefined when it is empty; a message when it cannot be read as the input's kind.
 */
export function readValue(
  fact: Fact,
  cell: unknown,
  writing: Writing = "typed",
): Rational | Message | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === "string" && cell.trim() === "") return undefined;
  if (typeof cell === "object" && !takesList(fact, cell)) return notOneValue(fact);
  switch (fact.kind) {
    case "yes_no":
      return readYesNo(cell);
    case "choice":
      return readChoice(fact, cell);
    case "choices":
      return readChoices(fact, cell);
    case "table":
      return Array.isArray(cell) ? rational(cell.length) : readNumber(fact, cell, writing);
    case "text":
    case "link":
      return Array.isArray(cell) && cell.every((each) => String(each).trim() === "") ? undefined : ONE;
    case "date":
      return ONE;
    default:
      return readNumber(fact, cell, writing);
  }
}

/** Whether a list is an answer: several options, links or remarks, or the rows of a table. */
function takesList(fact: Fact, cell: object): boolean {
  if (!Array.isArray(cell)) return false;
  if (fact.kind === "table") return true;
  return ["choices", "text", "link"].includes(fact.kind) && cell.every((each) => typeof each !== "object");
}

function notOneValue(fact: Fact): Message {
  if (fact.kind === "choices")
    return message("Cần danh sách các phương án, như [1, 3]", "A list of options is needed, such as [1, 3]");
  if (fact.kind === "table")
    return message("Cần danh sách các dòng của bảng", "A list of the table's rows is needed");
  return message(
    "Cần một giá trị, không phải danh sách hay nhóm giá trị",
    "One value is needed, not a list or a group of values",
  );
}

function readYesNo(cell: unknown): Rational | Message {
  if (typeof cell === "boolean") return cell ? ONE : ZERO;
  const text = String(cell).trim().toLowerCase().normalize("NFC");
  if (YES.has(text)) return ONE;
  if (NO.has(text)) return ZERO;
  return message(`"${shown(cell)}" không phải có/không`, `"${shown(cell)}" is not yes or no`);
}

function readChoice(fact: Fact, cell: unknown): Rational | Message {
  const text = String(cell).trim().normalize("NFC");
  if (/^\d+$/.test(text)) {
    const place = Number(text);
    if (place >= 1 && place <= fact.options.length) return rational(place);
    if (!fact.options.includes(text))
      return message(
        `Phương án ${shown(text)} không có; chọn từ 1 đến ${fact.options.length}`,
        `There is no option ${shown(text)}; choose 1 to ${fact.options.length}`,
      );
  }
  const folded = fold(text);
  const place = fact.options.findIndex((label) => fold(label) === folded);
  if (place >= 0) return rational(place + 1);
  const known = fact.options.map((label, index) => `${index + 1}. ${shown(label)}`).join("; ");
  return message(
    `Không có phương án "${shown(text)}"; có: ${known}`,
    `There is no option "${shown(text)}"; there are: ${known}`,
  );
}

/** Several of several: the number of different options chosen. */
function readChoices(fact: Fact, cell: unknown): Rational | Message {
  const chosen = Array.isArray(cell) ? cell : String(cell).split(";");
  const places = new Set<string>();
  for (const one of chosen) {
    if (String(one ?? "").trim() === "") continue;
    const place = readChoice(fact, one);
    if ("vi" in place) return place;
    places.add(formatExact(place));
  }
  return rational(places.size);
}

function readNumber(fact: Fact, cell: unknown, writing: Writing): Rational | Message {
  const text = String(cell)
    .trim()
    .replace(/\u00a0/g, " ");
  const value = typeof cell === "string" && writing === "typed" ? readTyped(fact, text) : plain(text, text);
  if ("vi" in value) return value;
  const quoted = shown(text);
  if (fact.kind === "count" && value.d !== 1n && value.n % value.d !== 0n)
    return message(`"${quoted}" không phải số nguyên`, `"${quoted}" is not a whole number`);
  if (fact.kind !== "number" && value.n < 0n)
    return message(`"${quoted}" là số âm`, `"${quoted}" is negative`);
  if (!fact.strict) return value;
  if (fact.min && compare(value, fact.min) < 0)
    return message(
      `"${quoted}" nhỏ hơn mức nhỏ nhất ${formatNumber(fact.min, "vi")}`,
      `"${quoted}" is below the least possible ${formatNumber(fact.min, "en")}`,
    );
  if (fact.max && compare(value, fact.max) > 0)
    return message(
      `"${quoted}" lớn hơn mức lớn nhất ${formatNumber(fact.max, "vi")}`,
      `"${quoted}" is above the most possible ${formatNumber(fact.max, "en")}`,
    );
  return value;
}

/** A number as a person types it. */
function readTyped(fact: Fact, text: string): Rational | Message {
  const doubtful = text.split("/").find((part) => AMBIGUOUS.test(part.trim()) && !decimalAlone(fact, text));
  if (doubtful !== undefined) return ambiguous(doubtful.trim());
  if (GROUPED.test(text)) return plain(text.replaceAll(".", "").replace(",", "."), text);
  if (DECIMAL_COMMA.test(text)) return plain(text.replace(",", "."), text);
  return plain(text, text);
}

/**
 * Whether a dot before three digits can only be the decimal point, since the other reading is beyond what the input can be:
 * points at most 10 are not `8.125` thousand, and a share of at most 100% is not `95.652%` in thousands.
 */
function decimalAlone({ kind, strict, max }: Fact, text: string): boolean {
  const share = kind === "percent" && text.endsWith("%");
  const most = max ?? (share ? ONE : undefined);
  if (!most || !(strict || share)) return false;
  const whole = parseExact(text.replace(".", ""));
  return whole !== undefined && compare(whole, most) > 0;
}

/** Both readings, and how to write each so that it has only one. */
function ambiguous(text: string): Message {
  const [, number = "", sign = ""] = /^(.*?)(\s*%)?$/.exec(text) ?? [];
  const whole = number.replace(".", "");
  const short = number.replace(/\.?0+$/, "");
  // Three decimals that all count need a fourth, or the comma, to be told from a group of three.
  const asEnglish = short === number ? `${number}0` : short;
  return message(
    `"${text}" đọc được hai cách: viết ${whole}${sign} nếu dấu chấm ngăn cách hàng nghìn, viết ${short.replace(".", ",")}${sign} nếu dấu chấm là dấu thập phân`,
    `"${text}" can be read two ways: write ${whole}${sign} if the dot separates thousands, ${asEnglish}${sign} if it is the decimal point`,
  );
}

function plain(text: string, written: string): Rational | Message {
  const quoted = shown(written);
  return parseExact(text) ?? message(`"${quoted}" không phải số`, `"${quoted}" is not a number`);
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[.;:]$/, "")
    .toLowerCase();
}
