/** Declared rounding in cells: long division in whole numbers, so that a tie is a tie. */
import { exact, type Rational, type Rounding } from "@opendti/engine";
import {
  absolute,
  any,
  type Expression,
  is,
  minus,
  num,
  over,
  plus,
  times,
  when,
  whole,
} from "./expression.js";
import { MOST, type Quantity } from "./quantity.js";
import type { CalculationSheet } from "./sheet.js";
import { BEYOND } from "./status.js";

type Num = Expression<number>;

/** Ten times a remainder is still exact. */
const WIDEST_DIVISOR = MOST / 10;

/** A number in ticks of 10^-digits, cut off, with what is left: remainder/divisor of a tick. */
export interface Expanded {
  readonly status: Num;
  /** Of the size, without the sign. */
  readonly ticks: Num;
  readonly remainder: Num;
  readonly divisor: Num;
}

const tenTo = (digits: number): Rational => ({ n: 10n ** BigInt(digits), d: 1n });

/** @param graveFrom statuses from here on have no number */
export function expand(
  sheet: CalculationSheet,
  label: string,
  of: Quantity,
  digits: number,
  graveFrom: number,
): Expanded {
  const { n: above, d: below } = exact.reduce(of.factor);
  const scaled = exact.reduce(exact.multiply(of.factor, tenTo(digits)));
  const size = of.natural ? of.n : absolute(of.n);
  const row = sheet.row(label);
  if (of.d.text === "1" && scaled.d === 1n) {
    const ticks = row.put(times(size, num(scaled.n)));
    const state = row.put(when(is(ticks, ">", num(MOST)), num(BEYOND), of.status));
    return { status: state, ticks, remainder: num(0), divisor: num(1) };
  }
  const dividend = row.put(times(size, num(above)));
  const divisor = row.put(times(of.d, num(below)));
  const first = row.put(whole(over(dividend, divisor)));
  let remainder = row.put(minus(dividend, times(first, divisor)));
  let ticks = first;
  for (let digit = 0; digit < digits; digit += 1) {
    const step = sheet.row(label);
    const next = step.put(whole(over(times(remainder, num(10)), divisor)));
    ticks = step.put(plus(times(ticks, num(10)), next));
    remainder = step.put(minus(times(remainder, num(10)), times(next, divisor)));
  }
  const beyond = any(
    is(dividend, ">", num(MOST)),
    is(divisor, ">", num(WIDEST_DIVISOR)),
    is(ticks, ">", num(MOST)),
  );
  const usable = is(of.status, "<", num(graveFrom));
  const last = sheet.row(label);
  return {
    status: last.put(
      of.status.text === "0"
        ? when(beyond, num(BEYOND), num(0))
        : when(usable, when(beyond, num(BEYOND), of.status), of.status),
    ),
    ticks,
    remainder,
    divisor,
  };
}

/** A quantity rounded as the set declares, in ticks of 10^-digits with its sign; 0 where there is no number. */
export function rounded(
  sheet: CalculationSheet,
  label: string,
  of: Quantity,
  rounding: Rounding,
  graveFrom: number,
): { readonly status: Num; readonly ticks: Num } {
  const { status, ticks, remainder, divisor } = expand(sheet, label, of, rounding.digits, graveFrom);
  const row = sheet.row(label);
  const up = row.put(roundsUp(ticks, times(remainder, num(2)), divisor, rounding.mode));
  const size = plus(ticks, up);
  const signed = of.natural ? size : when(is(of.n, "<", num(0)), minus(num(0), size), size);
  return {
    status,
    ticks: row.put(status.text === "0" ? signed : when(is(status, "<", num(graveFrom)), signed, num(0))),
  };
}

/** 1 when the last tick goes up: more than half of one is left, or just half and the mode says so. */
export function roundsUp(ticks: Num, twice: Num, divisor: Num, mode: Rounding["mode"]): Num {
  const odd = minus(ticks, times(num(2), whole(over(ticks, num(2)))));
  return when(
    is(twice, ">", divisor),
    num(1),
    when(is(twice, "=", divisor), mode === "half-up" ? num(1) : odd, num(0)),
  );
}

/** Ticks as a quantity again. */
export function fromTicks(status: Num, ticks: Num, digits: number, natural: boolean): Quantity {
  return { status, n: ticks, d: num(1), factor: { n: 1n, d: 10n ** BigInt(digits) }, natural };
}
