/**
 * Numbers that stand in their cells as texts, pasted from a letter or a web page: read as the upload reads them, where only
 * one number can be meant. What is no such number shows no points here; none are ever shown that the upload would not give.
 */
import {
  all,
  any,
  type CellValue,
  type Expression,
  is,
  isNumber,
  minus,
  not,
  num,
  over,
  plus,
  says,
  text,
  times,
  when,
} from "./expression.js";
import type { CalculationSheet } from "./sheet.js";
import {
  firstOf,
  isText,
  lastOf,
  lengthOf,
  placeOf,
  powerOfTen,
  readDigits,
  trimmed,
  without,
} from "./texts.js";

type Num = Expression<number>;
type Text = Expression<string>;
type Truth = Expression<boolean>;

/** Digits that every spreadsheet keeps. */
const MOST_DIGITS = 15;
/** Groups of three behind the first in as many digits. */
const MOST_GROUPS = 4;

/**
 * The number of a cell, or none: its own, or the one that its text plainly is: `22`, `3,5`, `3.5`, `51.125.000`,
 * `1.250.000,5`; of a percentage `80%`. `1.250` and `1,250` may be two numbers each, and are none.
 */
export function numberIn(
  sheet: CalculationSheet,
  label: string,
  cell: Expression,
  percent: boolean,
): Expression<CellValue> {
  const row = sheet.row(`${label} (0)`);
  const said = row.put(when<string>(isText(cell), trimmed(cell), text("")));
  const signed = percent ? row.put(when<number>(says(lastOf(said, 1), "%"), num(1), num(0))) : num(0);
  const written = percent
    ? row.put(
        when<string>(is(signed, "=", num(1)), trimmed(firstOf(said, minus(lengthOf(said), num(1)))), said),
      )
    : said;
  const dots = row.put(countOf(written, "."));
  const commas = row.put(countOf(written, ","));
  // The decimal sign: the only comma, or the only dot where there is no comma.
  const sign = row.put(
    when<number>(
      is(commas, "=", num(1)),
      placeOf(",", written),
      when<number>(all(is(commas, "=", num(0)), is(dots, "=", num(1))), placeOf(".", written), num(0)),
    ),
  );
  const whole = row.put(when<string>(is(sign, ">", num(0)), firstOf(written, minus(sign, num(1))), written));
  const decimals = row.put(when<number>(is(sign, ">", num(0)), minus(lengthOf(written), sign), num(0)));
  const groups = row.put(countOf(whole, "."));
  const digits = row.put(without(written, ".,"));
  const plain = row.put(
    when<number>(
      all(
        is(commas, "<=", num(1)),
        is(plus(groups, decimalDot(sign, commas)), "=", dots),
        any(is(sign, "=", num(0)), is(decimals, ">", num(0))),
        ofDigits(digits),
        begins(whole),
        any(is(groups, "=", num(0)), inGroups(whole, groups)),
        not(twoWays({ whole, decimals, groups, commas, signed })),
      ),
      num(1),
      num(0),
    ),
  );
  const number = row.put(
    when<CellValue>(
      is(plain, "=", num(1)),
      over(readDigits(digits), powerOfTen(plus(decimals, times(num(2), signed)))),
      text(""),
    ),
  );
  return row.put(when<CellValue>(isNumber(cell), cell, percent ? meant(number, signed) : number));
}

const countOf = (of: Text, sign: string): Num => minus(lengthOf(of), lengthOf(without(of, sign)));

/** 1 where the decimal sign is a dot. */
const decimalDot = (sign: Num, commas: Num): Num =>
  when<number>(all(is(sign, ">", num(0)), is(commas, "=", num(0))), num(1), num(0));

const ofDigits = (digits: Text): Truth =>
  all(
    is(lengthOf(without(digits, "0123456789")), "=", num(0)),
    is(lengthOf(digits), ">", num(0)),
    is(lengthOf(digits), "<=", num(MOST_DIGITS)),
  );

/** With a digit, and with 0 only alone. */
const begins = (whole: Text): Truth =>
  any(
    is(lengthOf(whole), "=", num(1)),
    all(is(lengthOf(whole), ">", num(1)), not(says(firstOf(whole, num(1)), "0"))),
  );

/** Dots at every fourth place from the right, and one to three digits before the first. */
function inGroups(whole: Text, groups: Num): Truth {
  const before = minus(lengthOf(whole), times(num(4), groups));
  const dotted = Array.from({ length: MOST_GROUPS }, (_, at) => at + 1).map((group) =>
    any(is(groups, "<", num(group)), says(firstOf(lastOf(whole, 4 * group), num(1)), ".")),
  );
  return all(
    is(before, ">=", num(1)),
    is(before, "<=", num(3)),
    is(groups, "<=", num(MOST_GROUPS)),
    ...dotted,
  );
}

/** Three digits behind one sign: decimals or a group. A comma before three digits and "%" is the decimal sign. */
function twoWays(of: { whole: Text; decimals: Num; groups: Num; commas: Num; signed: Num }): Truth {
  return all(
    is(of.decimals, "=", num(3)),
    is(of.groups, "=", num(0)),
    is(lengthOf(of.whole), "<=", num(3)),
    not(says(firstOf(of.whole, num(1)), "0")),
    any(is(of.commas, "=", num(0)), is(of.signed, "=", num(0))),
  );
}

/** 80 without its sign is 8,000%: whoever means 80% has to say so. */
const meant = (number: Expression<CellValue>, signed: Num): Expression<CellValue> =>
  when<CellValue>(
    isNumber(number),
    when<CellValue>(any(is(signed, "=", num(1)), notAbove1(number)), number, text("")),
    text(""),
  );

const notAbove1 = (number: Expression<CellValue>): Truth => ({
  text: `${number.text}<=1`,
  value: typeof number.value === "number" && number.value <= 1,
});
