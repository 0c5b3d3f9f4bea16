/**
 * Formulas of a workbook, each with the value that it has when the workbook is written: a spreadsheet shows the values at once
 * and computes anew when a cell changes. Only functions that every spreadsheet has had for decades.
 */

export type CellValue = number | string | boolean | null;

/** The text of a formula (without "=") and what it gives now. An error is NaN; a formula asks before it divides. */
export interface Expression<T extends CellValue = CellValue> {
  readonly text: string;
  readonly value: T;
}

type Num = Expression<number>;
type Truth = Expression<boolean>;

/** A whole number, or a short decimal. */
export const num = (value: number | bigint): Num => ({ text: String(value), value: Number(value) });

export const text = (value: string): Expression<string> => ({
  text: `"${value.replaceAll('"', '""')}"`,
  value,
});

const isOne = ({ text: written }: Num): boolean => written === "1";
const isZero = ({ text: written }: Num): boolean => written === "0";

export function plus(...terms: readonly Num[]): Num {
  const real = terms.filter((term) => !isZero(term));
  const [only] = real;
  if (only === undefined) return num(0);
  if (real.length === 1) return only;
  return {
    text: `(${real.map((term) => term.text).join("+")})`,
    value: real.reduce((sum, term) => sum + term.value, 0),
  };
}

export const minus = (left: Num, right: Num): Num =>
  isZero(right) ? left : { text: `(${left.text}-${right.text})`, value: left.value - right.value };

export function times(...factors: readonly Num[]): Num {
  if (factors.some(isZero)) return num(0);
  const real = factors.filter((factor) => !isOne(factor));
  const [only] = real;
  if (only === undefined) return num(1);
  if (real.length === 1) return only;
  return {
    text: real.map((factor) => factor.text).join("*"),
    value: real.reduce((product, factor) => product * factor.value, 1),
  };
}

export const over = (left: Num, right: Num): Num =>
  isOne(right)
    ? left
    : {
        text: `(${left.text})/(${right.text})`,
        value: right.value === 0 ? Number.NaN : left.value / right.value,
      };

/** Whole part. Quotients here are at least 1e-13 from the next whole number, which every spreadsheet tells apart. */
export const whole = (of: Num): Num => ({ text: `INT(${of.text})`, value: Math.floor(of.value) });

export const absolute = (of: Num): Num => ({ text: `ABS(${of.text})`, value: Math.abs(of.value) });

/** The nearest whole number. */
export const nearest = (of: Num): Num => ({
  text: `ROUND(${of.text},0)`,
  value: Math.sign(of.value) * Math.round(Math.abs(of.value)),
});

export const greatest = (...of: readonly Num[]): Num => {
  const [only] = of;
  if (only && of.length === 1) return only;
  return {
    text: `MAX(${of.map((one) => one.text).join(",")})`,
    value: Math.max(...of.map(({ value }) => value)),
  };
};

type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

export function is(left: Num, operator: Comparison, right: Num): Truth {
  return { text: `${left.text}${operator}${right.text}`, value: compared(left.value, operator, right.value) };
}

function compared(left: number, operator: Comparison, right: number): boolean {
  switch (operator) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

/** Whether a cell says a word, in whatever case. */
export const says = (cell: Expression, word: string): Truth => ({
  text: `${cell.text}=${text(word).text}`,
  value: typeof cell.value === "string" && cell.value.toLowerCase() === word.toLowerCase(),
});

export const isEmpty = (cell: Expression): Truth => ({
  text: `${cell.text}=""`,
  value: cell.value === null || cell.value === "",
});

export const isNumber = (cell: Expression): Truth => ({
  text: `ISNUMBER(${cell.text})`,
  value: typeof cell.value === "number" && !Number.isNaN(cell.value),
});

/** A cell asked for its number; only behind {@link isNumber}. */
export const asNumber = (cell: Expression): Num => ({
  text: cell.text,
  value: typeof cell.value === "number" ? cell.value : Number.NaN,
});

/** Place of a text in a list of cells, from 1; an error when it is not there. */
export const placeIn = (cell: Expression, range: string, list: readonly string[]): Num => {
  const place = typeof cell.value === "string" ? list.indexOf(cell.value) : -1;
  return { text: `MATCH(${cell.text},${range},0)`, value: place < 0 ? Number.NaN : place + 1 };
};

export const all = (...of: readonly Truth[]): Truth =>
  combined(
    "AND",
    of,
    of.every(({ value }) => value),
  );

export const any = (...of: readonly Truth[]): Truth =>
  combined(
    "OR",
    of,
    of.some(({ value }) => value),
  );

function combined(name: "AND" | "OR", of: readonly Truth[], value: boolean): Truth {
  const [only] = of;
  if (only && of.length === 1) return only;
  return { text: `${name}(${of.map((one) => one.text).join(",")})`, value };
}

export const not = (of: Truth): Truth => ({ text: `NOT(${of.text})`, value: !of.value });

export function when<T extends CellValue>(
  test: Truth,
  then: Expression<T>,
  otherwise: Expression<T>,
): Expression<T> {
  if (then.text === otherwise.text) return then;
  return {
    text: `IF(${test.text},${then.text},${otherwise.text})`,
    value: test.value ? then.value : otherwise.value,
  };
}

/** The sum of a range of cells. */
export const sumOf = (range: string, value: number): Num => ({ text: `SUM(${range})`, value });

/** A number with words behind it. */
export const counted = (number: Num, words: string): Expression<string> => ({
  text: `${number.text}&${text(words).text}`,
  value: `${number.value}${words}`,
});
