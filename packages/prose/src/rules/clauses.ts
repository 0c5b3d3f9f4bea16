/**
 * Sentences and bullets of a rule text as a flat list of clauses with their markers. A line break alone ends nothing: decisions
 * are set in narrow columns. What ends a clause is a bullet, a stop, points given in full, or words that only begin one.
 */
import type { TextSpan } from "../references/types.js";
import { endOf, phrases, standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import { isComplete, startsAfterPoints } from "./completeness.js";
import { closesAt, isVariable, markerEnd, startsDefinition } from "./markers.js";
import { statesPoints } from "./speaks-of-points.js";
import { words } from "./vocabulary.js";

export interface Marker {
  readonly kind: "-" | "+" | "number" | "letter" | "way";
  /** `2` of "2." and "Cách 2.", `b` of "b)". */
  readonly ordinal: string;
}

export interface Clause {
  readonly tokens: readonly Token[];
  readonly marker: Marker | null;
  /** Stands in brackets of its own: "(Đối với ... thì chấm điểm tối đa)". */
  readonly bracketed: boolean;
  /** Ends in ":" or "=": what follows belongs to it. */
  readonly open: boolean;
  /** With its marker and what ends it. */
  readonly span: TextSpan;
  /** Whether it begins a line. */
  readonly fresh: boolean;
}

/** Cuts the tokens of a text into clauses. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const cuts = cutsOf(tokens);
  const clauses: Clause[] = [];
  for (const [index, from] of cuts.entries()) {
    const clause = clauseOf(tokens, from, cuts[index + 1] ?? tokens.length);
    if (clause) clauses.push(clause);
  }
  return clauses;
}

function cutsOf(tokens: readonly Token[]): number[] {
  const cuts = [0];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (at > from && cutsBefore(tokens, from, at, depth)) {
      cuts.push(at);
      from = at;
      depth = 0;
    }
    if (token.base === "(" || token.base === "[") depth++;
    if (token.base === ")" || token.base === "]") depth = Math.max(0, depth - 1);
  }
  return cuts;
}

function cutsBefore(tokens: readonly Token[], from: number, at: number, depth: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return false;
  const bullet = isBullet(token, tokens[at + 1]);
  if (depth > 0) {
    // A bracket that is never closed must not swallow the rest of the text.
    return (
      token.breaks > 0 &&
      (bullet || startsDefinition(tokens, at) || standsAt(tokens, at, words.ratio)) &&
      !isClosed(tokens, at)
    );
  }
  if (onlyMarker(tokens, from, at)) return false;
  // After a bracket that stands alone.
  if (before.base === ")" && token.breaks > 0 && token.upper && tokens[from]?.base === "(") return true;
  if (before.base === ";" || (before.base === "." && endsSentence(tokens, at, from))) return true;
  if (token.base === ";" || token.base === ".") return false;
  const complete = isComplete(tokens, from, at);
  if ((before.base === "," || before.base === ":" || complete) && standsAt(tokens, at, wherein)) return true;
  if (token.breaks > 0 && token.number && tokens[endOf(tokens, at + 1, words.point)]?.base === ":")
    return true;
  if (before.base === ":" && token.breaks > 0) return !pointsFollow(tokens, from, at);
  if (before.base === ":" && standsAt(tokens, at, words.ratio) && startsStatement(tokens, at))
    return !compares(tokens, from, at);
  if ((before.base === ":" || before.base === "=") && bullet && startsStatement(tokens, at + 1)) return true;
  if (bullet && token.breaks > 0) return !isInsideLine(tokens, at);
  if (bullet && (complete || startsStatement(tokens, at + 1))) return !isOperator(tokens, at, complete);
  if (before.base === ":" && bullet && endOf(tokens, pastMarker(tokens, from), words.heading) === at - 1)
    return true;
  if (bullet && (before.base === ":" || before.base === ")" || before.base === ","))
    return token.spaced || before.base === ")" ? opensBullet(tokens, at) : false;
  if (markerEnd(tokens, at) > at && (token.breaks > 0 || (complete && markerEnd(tokens, at) < tokens.length)))
    return true;
  if (before.base === "thi" || before.base === "la") return false;
  if (before.base === "," && compares(tokens, from, at) && standsAt(tokens, at, words.score)) return false;
  if (startsStatement(tokens, at) && (token.breaks > 0 || complete || before.base === ",")) return true;
  if (startsDefinition(tokens, at) && !isNameBefore(before)) return true;
  if (token.breaks > 0 && (startsComparison(tokens, at) || speaksAfterDefinition(tokens, from, at)))
    return true;
  if (
    standsAt(tokens, at, words.level) &&
    tokens[at + 1]?.kind === "number" &&
    (complete || before.base === ")" || before.base === ":")
  )
    return true;
  if (complete) return startsAfterPoints(tokens, from, at);
  return false;
}

/** "Từ 90% trở lên:" at the end of a line, and its points on the next. */
function pointsFollow(tokens: readonly Token[], from: number, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.number) return ["diem", "/", "*"].includes(next?.base ?? "") && markerEnd(tokens, at) === at;
  if (standsAt(tokens, at, words.maximum)) return tokens[endOf(tokens, at, words.maximum)]?.base !== ":";
  return compares(tokens, from, at) && standsAt(tokens, at, words.score);
}

function pastMarker(tokens: readonly Token[], from: number): number {
  let at = from;
  while (["-", "+", "•"].includes(tokens[at]?.base ?? "")) at++;
  return at;
}

/** A line under a definition that bears on the points and so is no part of what is counted. */
function speaksAfterDefinition(tokens: readonly Token[], from: number, at: number): boolean {
  if (!tokens[at]?.upper || !startsDefinition(tokens, pastMarker(tokens, from))) return false;
  let end = at + 1;
  while (end < tokens.length && tokens[end]?.breaks === 0) end++;
  return statesPoints(tokens.slice(at, end));
}

const comparing = new Set([">", "<", ">=", "<="]);
const bounding = phrases(
  "từ",
  "trên",
  "dưới",
  "đạt từ",
  "đạt trên",
  "đạt dưới",
  "tỷ|tỉ lệ từ",
  "tỷ|tỉ lệ trên",
);

/** "a ≥ 5: 10 điểm", "Từ 5 mô hình trở lên: ..." on a line of their own. */
function startsComparison(tokens: readonly Token[], at: number): boolean {
  if (isVariable(tokens[at])) return comparing.has(tokens[at + 1]?.base ?? "");
  const end = tokens[at]?.upper ? endOf(tokens, at, bounding) : -1;
  return end > 0 && tokens[end]?.number !== undefined;
}

function compares(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = Math.max(from, to - 60); i < to; i++)
    if ([">", "<", ">=", "<="].includes(tokens[i]?.base ?? "")) return true;
  return false;
}

/** A star on a new line is a bullet, but before the maximum or a number it goes on with the formula above. */
const isBullet = (token: Token, next?: Token): boolean =>
  token.base === "-" ||
  token.base === "+" ||
  token.base === "•" ||
  (token.base === "*" &&
    token.breaks > 0 &&
    !next?.number &&
    next?.base !== "diem" &&
    next?.base !== "ty" &&
    next?.base !== "(");

/** "Số 12 - Sở" on one line is no bullet; a hyphen that begins a line always is, but for one number after another. */
function isInsideLine(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === "number" && tokens[at + 1]?.kind === "number" && tokens[at]?.base === "-";
}

function opensBullet(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && (next.upper || standsAt(tokens, at + 1, words.ratio));
}

/** "+" and "-" between numbers of a formula. */
function isOperator(tokens: readonly Token[], at: number, complete: boolean): boolean {
  const next = tokens[at + 1];
  if (!next || (tokens[at]?.base !== "+" && tokens[at]?.base !== "-")) return false;
  if (next.base === "(") return tokens[at]?.breaks === 0;
  // "0,7*a/b*Điểm tối đa + 0,3*c/d*Điểm tối đa"
  if (next.number && tokens[at]?.breaks === 0 && ["*", "x"].includes(tokens[at + 2]?.base ?? "")) return true;
  if (next.kind === "number") return complete && tokens[at + 2]?.base !== ":" && !isThreshold(tokens, at + 1);
  if (standsAt(tokens, at + 1, words.ratio)) return !startsStatement(tokens, at + 1);
  return isVariable(next) && tokens[at + 2]?.base !== "=";
}

function isThreshold(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(at + 12, tokens.length); i++) {
    const base = tokens[i]?.base;
    if (base === ":") return true;
    if (base === ";" || base === ".") return false;
  }
  return false;
}

function isNameBefore(before: Token): boolean {
  return before.kind === "word" || ["(", "/", "*", "+", "-", "=", ">", "<", ">=", "<="].includes(before.base);
}

function isClosed(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(at + 80, tokens.length); i++) {
    if (tokens[i]?.base === ")") return true;
    if (tokens[i]?.base === "(") return false;
  }
  return false;
}

/** A stop ends a sentence where a capital, a marker or a new line follows; not after "a." and "1." that begin a clause. */
function endsSentence(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 2];
  if (!token) return true;
  if (onlyMarker(tokens, from, at)) return false;
  if (token.breaks > 0) return true;
  if (before && before.kind === "word" && before.base.length === 1 && !before.spaced && !token.spaced)
    return false;
  if (isVariable(token) && [":", "="].includes(tokens[at + 1]?.base ?? "")) return true;
  return token.upper || isBullet(token) || token.base === "(" || token.kind === "number";
}

function onlyMarker(tokens: readonly Token[], from: number, at: number): boolean {
  let place = from;
  while (place < at && (isBullet(tokens[place] as Token) || tokens[place]?.base === "*")) place++;
  return place === at || markerEnd(tokens, place) >= at;
}

/** Words that begin a statement wherever they stand after another. */
function startsStatement(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (startsDefinition(tokens, at)) return true;
  const isRatio = endOf(tokens, at, words.ratio);
  if (isRatio > 0)
    return signWithin(tokens, isRatio, 14) || (token.breaks > 0 && tokens[isRatio]?.base === ":");
  const isScore = endOf(tokens, at, words.score);
  if (isScore > 0) {
    const next = tokens[isScore]?.base;
    if (next === "=") return true;
    if (next === ":" && token.upper && !standsAt(tokens, at, words.maximum)) return true;
    if (token.upper && token.breaks > 0 && standsAt(tokens, at, tinh)) return true;
  }
  if (!token.upper) return false;
  if (standsAt(tokens, at, words.explanation)) return true;
  if (standsAt(tokens, at, words.heading) && tokens[endOf(tokens, at, words.heading)]?.base === ":")
    return true;
  return standsAt(tokens, at, strongHeads);
}

const tinh = phrases("tính điểm");
const wherein = phrases("trong đó", "với");
const strongHeads = phrases(
  "đối với",
  "trường hợp",
  "riêng đối với",
  "tử số",
  "mẫu số",
  "mức 1",
  "còn lại",
  "các trường hợp còn lại",
  "tổng điểm",
  "trong đó",
  "chỉ tính",
  "nếu",
);

/** A comparison or definition soon after "Tỷ lệ". */
function signWithin(tokens: readonly Token[], at: number, most: number): boolean {
  for (let i = at; i < Math.min(at + most, tokens.length); i++) {
    const token = tokens[i];
    if (!token || (token.breaks > 1 && i > at)) return false;
    if (token.base === "thi" || token.base === "diem") return false;
    if (["=", ">", "<", ">=", "<=", "=>"].includes(token.base)) return true;
    if ([";", ".", "-", "+", "•", ":", "*", "/"].includes(token.base)) return false;
  }
  return false;
}

function clauseOf(tokens: readonly Token[], from: number, to: number): Clause | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return null;
  const span = { start: first.start, end: last.end };
  let at = from;
  let marker: Marker | null = null;
  while (at < to && (isBullet(tokens[at] as Token) || (tokens[at]?.base === "*" && at === from))) {
    marker = { kind: tokens[at]?.base === "+" ? "+" : "-", ordinal: "" };
    at++;
  }
  const marked = markerEnd(tokens, at);
  if (marked > at && marked < to) {
    const name = tokens.slice(at, marked).find((token) => token.kind === "number" || isVariable(token));
    const kind =
      tokens[at]?.kind === "word" && !isVariable(tokens[at]) ? "way" : isVariable(name) ? "letter" : "number";
    marker = { kind, ordinal: name?.number?.written ?? name?.base ?? "" };
    at = marked;
  }
  let end = to;
  while (end > at && [";", ".", ",", "…"].includes(tokens[end - 1]?.base ?? "")) end--;
  const bracketed = tokens[at]?.base === "(" && closesAt(tokens, at, end) === end - 1;
  if (bracketed) {
    at++;
    end--;
    while (end > at && [";", ".", ","].includes(tokens[end - 1]?.base ?? "")) end--;
  }
  const open = [":", "="].includes(tokens[end - 1]?.base ?? "");
  return {
    tokens: tokens.slice(at, end),
    marker,
    bracketed,
    open,
    span,
    fresh: first.breaks > 0 || from === 0,
  };
}
