/** Texts within formulas; each function gives the same in every spreadsheet, whatever its language. */
import type { Expression } from "./expression.js";

type Num = Expression<number>;
type Text = Expression<string>;
type Truth = Expression<boolean>;

const said = ({ value }: Expression): string => (typeof value === "string" ? value : "");

export const isText = (cell: Expression): Truth => ({
  text: `ISTEXT(${cell.text})`,
  value: typeof cell.value === "string",
});

/** Without blanks at its ends, and with one where there were several. */
export const trimmed = (of: Expression): Text => ({
  text: `TRIM(${of.text})`,
  value: said(of).replace(/ +/g, " ").replace(/^ | $/g, ""),
});

export const lengthOf = (of: Text): Num => ({ text: `LEN(${of.text})`, value: of.value.length });

/** The first signs; an error in the sheet for fewer than none. */
export const firstOf = (of: Text, count: Num): Text => ({
  text: `LEFT(${of.text},${count.text})`,
  value: of.value.slice(0, Math.max(0, count.value)),
});

/** The last signs, or all where there are fewer. */
export const lastOf = (of: Text, count: number): Text => ({
  text: `RIGHT(${of.text},${count})`,
  value: of.value.slice(-count),
});

/** Without any of these signs. */
export const without = (of: Text, signs: string): Text =>
  [...signs].reduce<Text>(
    (left, sign) => ({
      text: `SUBSTITUTE(${left.text},"${sign}","")`,
      value: left.value.replaceAll(sign, ""),
    }),
    of,
  );

/** Place of a sign, from 1; an error where it is not. */
export const placeOf = (sign: string, of: Text): Num => {
  const place = of.value.indexOf(sign);
  return { text: `FIND("${sign}",${of.text})`, value: place < 0 ? Number.NaN : place + 1 };
};

/** The number that digits are. */
export const readDigits = (digits: Text): Num => ({
  text: `VALUE(${digits.text})`,
  value: digits.value === "" ? Number.NaN : Number(digits.value),
});

export const powerOfTen = (exponent: Num): Num => ({
  text: `10^${exponent.text}`,
  value: 10 ** exponent.value,
});
