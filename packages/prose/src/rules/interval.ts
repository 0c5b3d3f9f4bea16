/** Ranges of a number in words and signs: "Từ 70% đến dưới 90%", "≥ 2 tỷ", "Tỷ lệ >= 90% và < 98%", "20 trở lên". */
import { exact, type Rational } from "@opendti/engine";
import type { NumberToken } from "../text/numbers.js";
import { endOf, find } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import {
  and,
  comparators,
  conditions,
  down,
  joining,
  type MoneyUnit,
  moneyWords,
  naming,
  type Side,
  signs,
  unusualWords,
  up,
  upTo,
  vagueWords,
} from "./range-words.js";

export interface Edge {
  readonly value: Rational;
  readonly included: boolean;
}

export interface Interval {
  readonly low: Edge | null;
  readonly high: Edge | null;
}

export interface Range {
  readonly interval: Interval;
  readonly percent: boolean;
  /** Set where the numbers are money. */
  readonly money: MoneyUnit | null;
  /** The word after the number: "tin", "văn". */
  readonly unit: string;
  /** "tháng" in "20 tin/tháng". */
  readonly period: string;
  /** The number alone, without words of comparison: "100%", "5 văn bản". */
  readonly exactly: boolean;
  /** A percent and a count as the two ends of one range, or an end below its beginning: misprinted. */
  readonly broken: boolean;
  /** Written in a way that the engine's own look at the text does not know: "70% ≤ Tỷ lệ", "30-50". */
  readonly unusual: boolean;
  /** The tokens beside those that tell the range. */
  readonly rest: readonly Token[];
}

const periods = new Set("nam thang quy tuan ngay".split(" "));

interface Bound {
  period: string;
  side: Side;
  number: NumberToken;
  money: MoneyUnit | null;
  unit: string;
  unusual: boolean;
}

/** The range that these tokens tell; null where they tell none, several, or one that no single number is in. */
export function rangeOf(tokens: readonly Token[], from: number, end: number): Range | null {
  const bounds: Bound[] = [];
  const rest: Token[] = [];
  let at = from;
  while (at < end) {
    const found = boundAt(tokens, at, end, bounds.at(-1));
    if (found === "unreadable") return null;
    if (!found && joinsCondition(tokens, at, end)) return null;
    if (found) {
      bounds.push(found.bound);
      at = found.end;
      continue;
    }
    const token = tokens[at];
    if (!token) break;
    if (token.number) return null;
    rest.push(token);
    at++;
  }
  return rangeFrom(bounds, rest);
}

/** "Tỷ lệ ≥ 80% hoặc có văn bản giao": more than a range of one number. */
function joinsCondition(tokens: readonly Token[], at: number, end: number): boolean {
  const after = tokens[at]?.base === "," ? at + 1 : endOf(tokens, at, joining, end);
  return after > 0 && endOf(tokens, after, conditions, end) > 0;
}

function boundAt(
  tokens: readonly Token[],
  at: number,
  end: number,
  before: Bound | undefined,
): { bound: Bound; end: number } | "unreadable" | null {
  const joined = before ? endOf(tokens, at, and, end) : -1;
  const place =
    before && (tokens[at]?.base === "-" || tokens[at]?.base === ",")
      ? at + 1
      : joined > 0 && sideAt(tokens, joined, end)
        ? joined
        : at;
  const side = sideAt(tokens, place, end);
  const start = side?.end ?? place;
  const number = tokens[start]?.number;
  if (!number || start >= end) return null;
  if (number.code || number.ambiguous || number.written.includes("/")) return "unreadable";
  if (!side && namedBefore(tokens, Math.max(0, place - 3), place)) return "unreadable";
  let after = start + 1;
  const money = moneyAt(tokens, after, end);
  if (money) after = money.end;
  if (tokens[after]?.base === "/") return "unreadable";
  let unit = "";
  let period = "";
  const word = tokens[after];
  if (!money && word?.kind === "word" && after < end && !isRangeWord(tokens, after, end)) unit = word.key;
  const slash = [after + 1, after + 2].find((place) => tokens[place]?.base === "/");
  if (unit !== "" && slash !== undefined) {
    // "50 tin/năm" counts; "1 tuần/1 lần" says how often.
    if (!periods.has(tokens[slash + 1]?.base ?? "") || periods.has(word?.base ?? "")) return "unreadable";
    period = tokens[slash + 1]?.key ?? "";
    after = slash + 2;
  }
  const tail = tailAt(tokens, after, end);
  const dashed = before !== undefined && tokens[at]?.base === "-";
  const reversed = reversedSign(tokens, after, end);
  const told: Side =
    tail?.side ?? side?.side ?? reversed?.side ?? (dashed ? { side: "high", included: true } : "exactly");
  const bound: Bound = {
    period,
    side: told,
    number,
    money: money?.unit ?? null,
    unit,
    unusual: reversed !== null || dashed || endOf(tokens, place, unusualWords, end) > 0,
  };
  return { bound, end: tail?.end ?? reversed?.end ?? after };
}

/** "70% ≤ Tỷ lệ": the sign after a number that opens a comparison, turned round. */
function reversedSign(tokens: readonly Token[], at: number, end: number): { side: Side; end: number } | null {
  const sign = signs.get(tokens[at]?.base ?? "");
  if (!sign || sign === "exactly" || at + 1 >= end || tokens[at + 1]?.kind !== "word") return null;
  return { side: { side: sign.side === "low" ? "high" : "low", included: sign.included }, end: at + 1 };
}

function isRangeWord(tokens: readonly Token[], at: number, end: number): boolean {
  return (
    [up, down, upTo, and].some((wanted) => endOf(tokens, at, wanted, end) > 0) ||
    sideAt(tokens, at, end) !== null
  );
}

/** "trở lên" after the number, or after the words between ("20 tin, bài trở lên"). */
function tailAt(tokens: readonly Token[], at: number, end: number): { side: Side; end: number } | null {
  const high = endOf(tokens, at, up, end);
  if (high > 0) return { side: { side: "low", included: true }, end: high };
  const low = endOf(tokens, at, down, end);
  return low > 0 ? { side: { side: "high", included: true }, end: low } : null;
}

function sideAt(tokens: readonly Token[], at: number, end: number): { side: Side; end: number } | null {
  const sign = signs.get(tokens[at]?.base ?? "");
  if (sign && at < end) return { side: sign, end: at + 1 };
  for (const [wanted, side] of comparators) {
    const found = endOf(tokens, at, wanted, end);
    if (found < 0) continue;
    // "đạt từ", "đạt ≥": the second word counts.
    if (tokens[found]?.number) return { side, end: found };
    const inner =
      side === "exactly" || (side.side === "low" && tokens[at]?.base === "tu")
        ? sideAt(tokens, found, end)
        : null;
    if (inner) return inner;
  }
  return null;
}

function namedBefore(tokens: readonly Token[], low: number, at: number): boolean {
  for (let i = at - 1; i >= low; i--) {
    if (tokens[i]?.kind !== "word") return false;
    if (endOf(tokens, i, naming, at) === at) return true;
  }
  return false;
}

function moneyAt(tokens: readonly Token[], at: number, end: number): { unit: MoneyUnit; end: number } | null {
  for (const [wanted, unit] of moneyWords) {
    const found = endOf(tokens, at, wanted, end);
    // "tỷ lệ" and "đồng thời" after a number are no money.
    if (found > 0 && tokens[found]?.base !== "le" && tokens[found]?.base !== "thoi")
      return { unit, end: found };
  }
  return null;
}

function rangeFrom(bounds: readonly Bound[], rest: readonly Token[]): Range | null {
  const [first, second] = bounds;
  if (!first || bounds.length > 2) return null;
  const late = lateTail(rest);
  const kept = late ? late.rest : rest;
  const open =
    second === undefined && late !== null && (first.side === "exactly" || first.side.side === late.side.side);
  if (late && !open) return null;
  if (kept.some((token) => token.base === "khong" || token.base === "chua")) return null;
  const vague = find(kept, vagueWords, 0, kept.length) >= 0;
  const percent = bounds.some(({ number }) => number.percent);
  const money = smallerUnit(first.money, second?.money ?? null);
  const shape = {
    percent,
    money,
    unit: second?.unit || first.unit,
    period: second?.period || first.period,
    broken:
      vague ||
      (second !== undefined && percent && bounds.some(({ number, unit }) => !number.percent && unit !== "")),
    unusual: bounds.some((bound) => bound.unusual),
    rest: kept,
  };
  const numberOf = (bound: Bound): Rational => {
    const { value } = bound.number;
    if (percent && !bound.number.percent) return exact.divide(value, exact.rational(100));
    return money && bound.money && money !== bound.money
      ? exact.reduce(exact.multiply(value, exact.rational(moneySizes[bound.money], moneySizes[money])))
      : value;
  };
  if (!second) {
    const side: Side = open && late ? late.side : first.side;
    const value = numberOf(first);
    if (side === "exactly") {
      const edge = { value, included: true };
      return { ...shape, interval: { low: edge, high: edge }, exactly: true };
    }
    const edge = { value, included: side.included };
    const interval = side.side === "low" ? { low: edge, high: null } : { low: null, high: edge };
    return { ...shape, interval, exactly: false };
  }
  const sides = [first, second].map((bound, index) => ({
    value: numberOf(bound),
    side:
      bound.side === "exactly"
        ? index === 0
          ? ({ side: "low", included: true } as const)
          : ({ side: "high", included: true } as const)
        : bound.side,
  }));
  const low = sides.find(({ side }) => side.side === "low");
  const high = sides.find(({ side }) => side.side === "high");
  if (!low || !high) return null;
  const reversed = exact.compare(low.value, high.value) > 0;
  // "từ 15 ngày đến 2 tháng" is no number's range.
  if (reversed && first.unit !== second.unit && first.unit !== "" && second.unit !== "") return null;
  const interval = {
    low: { value: low.value, included: low.side.included },
    high: { value: high.value, included: high.side.included },
  };
  return { ...shape, broken: shape.broken || reversed, interval, exactly: false };
}

/** How many đồng to one of a unit. */
export const moneySizes: Readonly<Record<MoneyUnit, bigint>> = {
  đồng: 1n,
  "nghìn đồng": 1_000n,
  "triệu đồng": 1_000_000n,
  "tỷ đồng": 1_000_000_000n,
};

function smallerUnit(one: MoneyUnit | null, other: MoneyUnit | null): MoneyUnit | null {
  if (!one || !other) return one ?? other;
  return moneySizes[other] < moneySizes[one] ? other : one;
}

/** "Từ 20 tin, bài trở lên": the words that close the range stand at the end. */
function lateTail(rest: readonly Token[]): { side: Exclude<Side, "exactly">; rest: readonly Token[] } | null {
  for (let at = 0; at < rest.length; at++) {
    const tail = tailAt(rest, at, rest.length);
    if (tail && tail.side !== "exactly")
      return { side: tail.side, rest: [...rest.slice(0, at), ...rest.slice(tail.end)] };
  }
  return null;
}
