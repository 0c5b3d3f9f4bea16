/** Points as a decision states them: "Điểm tối đa", "1/2*Điểm tối đa", "70% điểm", "5 điểm", "không có điểm". */
import { exact, type Rational } from "@opendti/engine";
import { endOf } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import { words } from "./vocabulary.js";

export interface Worth {
  readonly kind: "share" | "points";
  /** A share of the maximum, or points. */
  readonly value: Rational;
  /** "tối đa 5 điểm": as much as, which may be less. */
  readonly upTo: boolean;
  /** A number without "điểm" beside it. */
  readonly bare: boolean;
  /** A share of "điểm" or "số điểm", not of the maximum by name: "50% số điểm"; "1/2 điểm", which may be half a point. */
  readonly loosely?: "of-points" | "or-points";
}

export interface Found<T> {
  readonly value: T;
  readonly end: number;
}

const share = (value: Rational): Worth => ({ kind: "share", value, upTo: false, bare: false });
const points = (value: Rational, upTo = false, bare = false): Worth => ({
  kind: "points",
  value,
  upTo,
  bare,
});

/** Points that begin at a token, with words like "được", "đạt" before them; null when none do. */
export function worthAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  inBracket = false,
): Found<Worth> | null {
  const at = passGiving(tokens, from, to);
  const bracket = tokens[at]?.base === "(";
  if (bracket && (inBracket || tokens[at + 1]?.base === "-")) return null;
  if (bracket) {
    const inner = worthAt(tokens, at + 1, to, true);
    return inner && tokens[inner.end]?.base === ")" ? { ...inner, end: inner.end + 1 } : null;
  }
  return (
    noneAt(tokens, at, to) ?? maximumAt(tokens, at, to) ?? shareAt(tokens, at, to) ?? pointsAt(tokens, at, to)
  );
}

/** Passes "được", "đạt", "thì", "là": words that only say that points follow. */
export function passGiving(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (let passed = 0; passed < 4; passed++) {
    if ([":", "=", "→", "-", ","].includes(tokens[at]?.base ?? "") && at < to) {
      at++;
      continue;
    }
    const end = endOf(tokens, at, words.give, to);
    if (end < 0) return at;
    at = end;
  }
  return at;
}

function noneAt(tokens: readonly Token[], at: number, to: number): Found<Worth> | null {
  const end = endOf(tokens, at, words.noPoints, to);
  return end < 0 ? null : { value: points(exact.ZERO), end };
}

function maximumAt(tokens: readonly Token[], at: number, to: number): Found<Worth> | null {
  let end = endOf(tokens, at, words.maximum, to);
  if (end < 0) {
    end = endOf(tokens, at, words.most, to);
    if (end < 0) return null;
    // "tối đa 5 điểm" is as much as five, and "tối đa" alone is the maximum only where the clause ends with it.
    const number = tokens[end];
    if (number?.number && !number.number.code) {
      const after = endOf(tokens, end + 1, words.point, to);
      return after < 0 ? null : { value: points(number.number.value, true), end: after };
    }
    if (end < to && tokens[end]?.base !== ")") return null;
  }
  // "Điểm tối đa * 1/2"
  const by = multiplierAt(tokens, end, to);
  if (by > end) {
    const part = fractionAt(tokens, by, to);
    if (part) return { value: share(part.value), end: part.end };
    return null;
  }
  if (tokens[end]?.base === "/") {
    const by2 = tokens[end + 1]?.number;
    if (by2 && !by2.percent && by2.value.n !== 0n)
      return { value: share(exact.divide(exact.ONE, by2.value)), end: end + 2 };
    return null;
  }
  // "Điểm tối đa: 10", "điểm tối đa (10 điểm)" repeat the number.
  const told = toldMaximum(tokens, end, to);
  return told ?? { value: share(exact.ONE), end };
}

/** "điểm tối đa (10 điểm)", "điểm tối đa là 10": the maximum, said twice; the number counts. */
function toldMaximum(tokens: readonly Token[], at: number, to: number): Found<Worth> | null {
  const sign = tokens[at]?.base ?? "";
  if (!["(", ":", "=", "la"].includes(sign)) return null;
  const number = tokens[at + 1]?.number;
  if (!number || number.code || number.percent) return null;
  const named = endOf(tokens, at + 2, words.point, to);
  const end = named < 0 ? at + 2 : named;
  if (sign === "(") return tokens[end]?.base === ")" ? { value: points(number.value), end: end + 1 } : null;
  return end === to || named > 0 ? { value: points(number.value), end } : null;
}

/** `1/2*Điểm tối đa`, `70% điểm`, `một nửa số điểm`, `1/2 điểm tối đa`. */
function shareAt(tokens: readonly Token[], at: number, to: number): Found<Worth> | null {
  const part = fractionAt(tokens, at, to);
  if (!part) return null;
  const by = multiplierAt(tokens, part.end, to);
  const maximum = endOf(tokens, by, words.maximum, to);
  if (maximum > 0 && !goesOn(tokens, maximum)) return { value: share(part.value), end: maximum };
  const number = tokens[at]?.number;
  const isShare = part.end > at + 1 || number?.percent === true || !number;
  const point = isShare ? endOf(tokens, by, words.point, to) : -1;
  if (point < 0 || goesOn(tokens, point)) return null;
  const end = passPart(tokens, point, to);
  const point1 = end === point && point === by + 1 && number !== undefined && !number.percent;
  return { value: { ...share(part.value), loosely: point1 ? "or-points" : "of-points" }, end };
}

/** A whole number times the maximum is no share: `2*Điểm tối đa` is left to whoever reads formulas. */
function fractionAt(tokens: readonly Token[], at: number, to: number): Found<Rational> | null {
  const half = endOf(tokens, at, words.half, to);
  if (half > 0) return { value: exact.rational(1, 2), end: half };
  const number = tokens[at]?.number;
  if (!number || number.code || at >= to) return null;
  const below = tokens[at + 1]?.base === "/" ? tokens[at + 2]?.number : undefined;
  if (below && !below.percent && !below.code && below.value.n !== 0n && at + 2 < to)
    return { value: exact.divide(number.value, below.value), end: at + 3 };
  if (number.written.includes("/") || number.percent || number.written.startsWith("0."))
    return { value: number.value, end: at + 1 };
  return null;
}

/** After `*`, `x`, `nhân với`; the place itself where there is none. */
function multiplierAt(tokens: readonly Token[], at: number, to: number): number {
  if (at >= to) return at;
  const base = tokens[at]?.base;
  if (base === "*" || (base === "x" && tokens[at]?.kind === "word")) return at + 1;
  if (base !== "nhan") return at;
  return tokens[at + 1]?.base === "voi" ? at + 2 : at + 1;
}

function pointsAt(tokens: readonly Token[], at: number, to: number): Found<Worth> | null {
  const number = tokens[at]?.number;
  if (!number || number.code || number.percent || at >= to) return null;
  const point = endOf(tokens, at + 1, words.point, to);
  if (point < 0) return at + 1 === to ? { value: points(number.value, false, true), end: to } : null;
  if (goesOn(tokens, point)) return null;
  return { value: points(number.value), end: passPart(tokens, point, to) };
}

/** "điểm phần này": of the part or the indicator that the line stands in. */
function passPart(tokens: readonly Token[], at: number, to: number): number {
  const end = endOf(tokens, at, words.ofThisPart, to);
  return end < 0 ? at : end;
}

/** An operator after points makes them a factor of a formula. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const base = tokens[at]?.base ?? "";
  return ["*", "/", "x", "nhan", "chia"].includes(base);
}
