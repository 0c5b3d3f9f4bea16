/** One cell -> one exact value, by the kind of its input. */
import { type Message, message } from "../message.js";
import { formatExact, parseExact } from "../numbers/decimal.js";
import { compare, ONE, type Rational, rational, ZERO } from "../numbers/rational.js";
import type { Fact } from "../plan/compiled.js";

export type Scalar = string | number | boolean | bigint | null | undefined;

const YES = new Set(["yes", "true", "có", "co", "x", "đạt", "1", "y"]);
const NO = new Set(["no", "false", "không", "khong", "0", "n"]);

/** `51.125.000`, `1.250.000,5`: dots between groups of three, at least two groups or a decimal comma. */
const GROUPED = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
/** `9,56` */
const DECIMAL_COMMA = /^-?\d+,\d+$/;
/** `1.000`: a thousand in Vietnamese, one in machine data. */
const AMBIGUOUS = /^-?\d{1,3}\.\d{3}$/;

/** The value of a cell; undefined when it is empty; a message when it cannot be read as the input's kind. */
export function readValue(fact: Fact, cell: unknown): Rational | Message | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === "string" && cell.trim() === "") return undefined;
  switch (fact.kind) {
    case "yes_no":
      return readYesNo(cell);
    case "choice":
      return readChoice(fact, cell);
    case "choices":
      return readChoices(fact, cell);
    case "table":
      return Array.isArray(cell) ? rational(cell.length) : readNumber(fact, cell);
    case "text":
    case "link":
    case "date":
      return ONE;
    default:
      return readNumber(fact, cell);
  }
}

function readYesNo(cell: unknown): Rational | Message {
  if (typeof cell === "boolean") return cell ? ONE : ZERO;
  const text = String(cell).trim().toLowerCase().normalize("NFC");
  if (YES.has(text)) return ONE;
  if (NO.has(text)) return ZERO;
  return message(`"${cell}" không phải có/không`, `"${cell}" is not yes or no`);
}

function readChoice(fact: Fact, cell: unknown): Rational | Message {
  const text = String(cell).trim().normalize("NFC");
  if (/^\d+$/.test(text)) {
    const place = Number(text);
    if (place >= 1 && place <= fact.options.length) return rational(place);
    if (!fact.options.includes(text))
      return message(
        `Phương án ${text} không có; chọn từ 1 đến ${fact.options.length}`,
        `There is no option ${text}; choose 1 to ${fact.options.length}`,
      );
  }
  const folded = fold(text);
  const place = fact.options.findIndex((label) => fold(label) === folded);
  if (place >= 0) return rational(place + 1);
  return message(
    `Không có phương án "${text}"; có: ${fact.options.map((label, index) => `${index + 1}. ${label}`).join("; ")}`,
    `There is no option "${text}"; there are: ${fact.options.map((label, index) => `${index + 1}. ${label}`).join("; ")}`,
  );
}

/** Several of several: the number of different options chosen. */
function readChoices(fact: Fact, cell: unknown): Rational | Message {
  const chosen = Array.isArray(cell) ? cell : String(cell).split(";");
  const places = new Set<string>();
  for (const one of chosen) {
    if (String(one).trim() === "") continue;
    const place = readChoice(fact, one);
    if ("vi" in place) return place;
    places.add(formatExact(place));
  }
  return rational(places.size);
}

function readNumber(fact: Fact, cell: unknown): Rational | Message {
  const text = String(cell)
    .trim()
    .replace(/\u00a0/g, " ");
  const value = readDecimal(fact, text);
  if ("vi" in value) return value;
  if (fact.kind === "count" && value.d !== 1n && value.n % value.d !== 0n)
    return message(`"${text}" không phải số nguyên`, `"${text}" is not a whole number`);
  if (fact.kind !== "number" && value.n < 0n) return message(`"${text}" là số âm`, `"${text}" is negative`);
  if (!fact.strict) return value;
  if (fact.min && compare(value, fact.min) < 0)
    return message(
      `"${text}" nhỏ hơn mức nhỏ nhất ${formatExact(fact.min)}`,
      `"${text}" is below the least possible ${formatExact(fact.min)}`,
    );
  if (fact.max && compare(value, fact.max) > 0)
    return message(
      `"${text}" lớn hơn mức lớn nhất ${formatExact(fact.max)}`,
      `"${text}" is above the most possible ${formatExact(fact.max)}`,
    );
  return value;
}

function readDecimal(fact: Fact, text: string): Rational | Message {
  if (fact.kind === "count" && AMBIGUOUS.test(text))
    return message(
      `"${text}" đọc được hai cách: viết ${text.replace(".", "")} nếu là số nguyên`,
      `"${text}" can be read two ways: write ${text.replace(".", "")} for the whole number`,
    );
  if (GROUPED.test(text) && !AMBIGUOUS.test(text))
    return plain(text.replaceAll(".", "").replace(",", "."), text);
  if (DECIMAL_COMMA.test(text)) return plain(text.replace(",", "."), text);
  if (fact.kind === "percent" && /^-?\d+,\d+\s*%$/.test(text)) return plain(text.replace(",", "."), text);
  return plain(text, text);
}

function plain(text: string, shown: string): Rational | Message {
  return parseExact(text) ?? message(`"${shown}" không phải số`, `"${shown}" is not a number`);
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[.;:]$/, "")
    .toLowerCase();
}
