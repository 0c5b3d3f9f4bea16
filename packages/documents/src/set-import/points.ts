/** Numbers in cells of points: "10", "1.000", "9,56", "63.33", "20 điểm". */

export interface ReadPoints {
  /** A decimal string for the engine: "9.56". */
  readonly value: string;
  /** What stands beside the number, when it is more than the word for points. */
  readonly rest: string;
}

const NUMBER = /[-+]?\d+(?:[.,]\d+)*/u;
const POINTS_WORDS = /^(điểm|đ|d|diem|points?|%|tối đa|\(|\)|[:;.,+\s])*$/iu;

/**
 * The points in a cell; undefined when there is no number, or more than one. A dot before exactly three digits groups
 * thousands ("1.000"), as the Vietnamese write; any other dot, and every comma, is the decimal mark.
 */
export function readPoints(text: string): ReadPoints | undefined {
  const shown = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const found = NUMBER.exec(shown);
  if (!found) return undefined;
  const value = decimalOf(found[0].replace(/^\+/, ""));
  if (value === undefined) return undefined;
  const rest = `${shown.slice(0, found.index)} ${shown.slice(found.index + found[0].length)}`.trim();
  if (/\d/.test(rest)) return undefined;
  return { value, rest: POINTS_WORDS.test(rest) ? "" : rest };
}

/** More than this is no maximum of an indicator: a telephone number, an amount of money. */
const MOST = 100_000;

/** A printed maximum as a decimal string; undefined for what cannot be one: no number, a negative one, one of a telephone. */
export function readMaximum(text: string): string | undefined {
  const value = readPoints(text)?.value;
  return value === undefined || value.startsWith("-") || Number(value) > MOST ? undefined : value;
}

/** A number as the Vietnamese write it, as a decimal string; undefined when its marks make no sense. */
export function decimalOf(written: string): string | undefined {
  const [, sign = "", body = ""] = /^(-?)(.*)$/.exec(written) ?? [];
  if (/^\d+$/.test(body)) return `${sign}${whole(body)}`;
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(body)) {
    const [integer = "", fraction] = body.split(",");
    return join(sign, integer.replaceAll(".", ""), fraction);
  }
  if (/^[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?$/.test(body)) {
    const [integer = "", fraction] = body.split(".");
    return join(sign, integer.replaceAll(",", ""), fraction);
  }
  const [, integer, fraction] = /^(\d+)[.,](\d+)$/.exec(body) ?? [];
  return integer === undefined ? undefined : join(sign, integer, fraction);
}

function join(sign: string, integer: string, fraction: string | undefined): string {
  const digits = fraction?.replace(/0+$/, "") ?? "";
  return `${sign}${whole(integer)}${digits === "" ? "" : `.${digits}`}`;
}

function whole(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}
