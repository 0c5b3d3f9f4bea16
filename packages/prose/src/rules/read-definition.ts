/** Definitions: what a letter counts ("a = Số ...; b là Tổng số ..."), what the ratio is, how the score is computed. */
import { endOf, phrases, standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import type { Clause } from "./clauses.js";
import { conditionOf } from "./condition.js";
import { type Formula, formulaOf } from "./formula.js";
import { isVariable, startsDefinition } from "./markers.js";
import { labelOf, spanOf, wordsOf } from "./source-text.js";
import { bearsOnPoints } from "./speaks-of-points.js";
import type { Statement } from "./statements.js";
import { words } from "./vocabulary.js";
import { worthAt } from "./worth.js";

/** "a = Số lượng ...", "a1: ...", "Gọi a là ..."; "a = b + c" says what a letter is in others. */
export function definitionIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  let at = endOf(tokens, 0, callWords);
  if (at < 0) at = 0;
  if (at > 0 && tokens[at]?.base === ":") at++;
  const byMarker = clause.marker?.kind === "letter" && !tokens.some(isDefining);
  if (byMarker && clause.marker) return inputFrom(text, clause, clause.marker.ordinal, 0);
  if (
    !startsDefinition(tokens, at) &&
    !(isVariable(tokens[at]) && [":", "."].includes(signAfter(tokens, at).base))
  )
    return null;
  const sign = signAfter(tokens, at);
  const id = `${tokens[at]?.base ?? ""}${sign.at > at + 1 ? (tokens[at + 1]?.number?.written ?? "") : ""}`;
  const formula = formulaOf(tokens, sign.at + 1, tokens.length);
  if (formula && formula.kind === "operation" && onlyLetters(formula))
    return { kind: "alias", id, formula, clause };
  return inputFrom(text, clause, id, sign.at + 1);
}

const callWords = phrases("gọi", "với", "trong đó", "ký hiệu", "đặt", "và");
const isDefining = (token: Token): boolean => ["=", ">", "<", ">=", "<="].includes(token.base);

function signAfter(tokens: readonly Token[], at: number): { base: string; at: number } {
  const digit = tokens[at + 1];
  const place = digit?.kind === "number" && !digit.spaced ? at + 2 : at + 1;
  return { base: tokens[place]?.base ?? "", at: place };
}

function onlyLetters(formula: Formula): boolean {
  if (formula.kind === "operation") return onlyLetters(formula.left) && onlyLetters(formula.right);
  return formula.kind === "letter" || formula.kind === "number";
}

const gathering = phrases("gồm", "bao gồm", "cụ thể gồm", "trong đó", "cụ thể");
const unitTail = phrases("đơn vị", "đơn vị tính", "đvt");

function inputFrom(text: string, clause: Clause, id: string, from: number): Statement | null {
  let tokens = clause.tokens.slice(from);
  if (tokens.length === 0) return null;
  // A line that gives points is an option with a letter before it, not a measured quantity.
  for (let at = 0; at < tokens.length; at++) {
    const worth = worthAt(tokens, at, tokens.length);
    if (worth && worth.end === tokens.length && !worth.value.bare) return null;
  }
  // A label that holds a formula or points has swallowed what follows it.
  const swallowed = tokens.some(
    (token, at) =>
      ["=", ">", "<", ">=", "<="].includes(token.base) ||
      (token.base === ":" && at < tokens.length - 1 && !clause.open && !insideBracket(tokens, at)) ||
      standsAt(tokens, at, words.maximum),
  );
  if (swallowed) return { kind: "unread", why: "formula", clause };
  if (tokens.some((_, at) => notesPoints(tokens, at))) return { kind: "unread", why: "points", clause };
  let gathers = false;
  if (clause.open) {
    const listed = tokens.findIndex((_, at) => standsAt(tokens, at, gathering));
    gathers = listed > 0;
    const comma = tokens[listed - 1]?.base === "," ? listed - 1 : listed;
    if (listed > 0) tokens = tokens.slice(0, comma);
  }
  const unit = unitOf(text, tokens);
  const kept = unit ? tokens.slice(0, unit.from) : tokens;
  const label = labelOf(text, spanOf(kept)).replace(/\s*\(gọi là [a-z]\)$/u, "");
  if (label === "") return null;
  return { kind: "input", id, label, words: wordsOf(kept), unit: unit?.unit ?? null, gathers, clause };
}

/** "Tổng số hồ sơ (điểm được cộng dồn)": a bracket that is no part of what is counted. */
function notesPoints(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.base !== "(") return false;
  const close = tokens.findIndex((token, index) => index > at && token.base === ")");
  return close > at && (tokens[at + 1]?.base === "rieng" || bearsOnPoints(tokens.slice(at + 1, close)));
}

function insideBracket(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let i = 0; i < at; i++) depth += tokens[i]?.base === "(" ? 1 : tokens[i]?.base === ")" ? -1 : 0;
  return depth > 0;
}

/** "(tỷ đồng)", ", Đơn vị tỷ đồng" at the end of a label. */
function unitOf(text: string, tokens: readonly Token[]): { unit: string; from: number } | null {
  const last = tokens.length - 1;
  if (tokens[last]?.base === ")") {
    const open = tokens.findLastIndex((token) => token.base === "(");
    const inner = labelOf(text, spanOf(tokens.slice(open + 1, last)));
    const bare = inner.replace(/^(đơn vị( tính)?|đvt)\s*:?\s*/iu, "");
    if (open > 0 && unitWords.test(bare)) return { unit: bare.toLowerCase(), from: open };
    return null;
  }
  for (let at = Math.max(1, tokens.length - 6); at < tokens.length; at++) {
    const end = endOf(tokens, at, unitTail);
    if (end < 0 || end >= tokens.length) continue;
    const unit = labelOf(text, spanOf(tokens.slice(end))).toLowerCase();
    if (!unitWords.test(unit)) continue;
    return { unit, from: tokens[at - 1]?.base === "," ? at - 1 : at };
  }
  return null;
}

const unitWords =
  /^((nghìn|ngàn|triệu|tr|tỷ|tỉ)\s*)?đồng$|^(tỷ|triệu|trđ|km²|km2|km|ha|người|giờ|phút|kbps|mbps|%)$/iu;

/** "Tỷ lệ = a/b", "Tỷ lệ số hóa=a/b: 1/2*Điểm tối đa nhân với tỷ lệ" (the score beside it), "T = a/b". */
export function ratioIn(clause: Clause): Statement[] | null {
  const { tokens } = clause;
  const end = endOf(tokens, 0, words.ratio);
  if (end < 0) return null;
  const told = tokens[end]?.base === ":" ? formulaOf(tokens, end + 1, tokens.length) : null;
  if (told?.kind === "operation" && measures(told))
    return [{ kind: "ratio", name: "", formula: told, clause }];
  let sign = end;
  while (sign < tokens.length && tokens[sign]?.base !== "=" && sign - end < 40) {
    if ([">", "<", ">=", "<=", ":", ";"].includes(tokens[sign]?.base ?? "")) return null;
    sign++;
  }
  if (tokens[sign]?.base !== "=") return null;
  const name = nameFrom(tokens.slice(end, sign));
  const whole = formulaOf(tokens, sign + 1, tokens.length);
  if (whole && measures(whole)) return [{ kind: "ratio", name, formula: whole, clause }];
  if (tokens[sign + 1]?.number) return null;
  for (let at = sign + 2; at < tokens.length; at++) {
    if (![":", ",", "→"].includes(tokens[at]?.base ?? "")) continue;
    const formula = formulaOf(tokens, sign + 1, at);
    const score = scoreFrom(tokens, at + 1);
    if (formula && measures(formula) && score)
      return [
        { kind: "ratio", name, formula, clause },
        { kind: "score", formula: score, condition: null, clause },
      ];
  }
  return [{ kind: "unread", why: "formula", clause }];
}

/** Whether a formula is of something measured, and not of numbers and the maximum alone. */
function measures(formula: Formula): boolean {
  if (formula.kind === "operation") return measures(formula.left) || measures(formula.right);
  return formula.kind !== "number" && formula.kind !== "maximum";
}

function nameFrom(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => token.kind === "word" || token.kind === "number")
    .map((token) => token.number?.written ?? token.key)
    .join(" ");
}

/** "Điểm = Tỷ lệ*Điểm tối đa", "Số điểm đạt được = (A/B) x 10"; with a condition before it, "Tỷ lệ < 80%: Điểm = ...". */
export function scoreIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  const named = scoreHead(tokens, 0);
  if (named > 0) {
    const formula = formulaOf(tokens, named, tokens.length);
    if (formula && measures(formula)) return { kind: "score", formula, condition: null, clause };
    const when = tokens.findIndex((_, at) => at > named && standsAt(tokens, at, whenWords));
    const before = when > 0 ? formulaOf(tokens, named, when) : null;
    if (before?.kind === "number") {
      const worth = { kind: "points", value: before.value, upTo: false, bare: false } as const;
      const condition = conditionOf(text, tokens.slice(when));
      return { kind: "case", condition: { ...condition, exceptional: null }, worth, clause };
    }
    if (before && measures(before))
      return { kind: "score", formula: before, condition: conditionOf(text, tokens.slice(when)), clause };
    // "Điểm = ..." in words that are no formula is no case either.
    if (tokens[named - 1]?.base === "=" && named < tokens.length)
      return { kind: "unread", why: "formula", clause };
  }
  for (let at = 1; at < tokens.length - 1; at++) {
    const base = tokens[at]?.base ?? "";
    if (base !== ":" && base !== "→" && base !== "thi" && base !== ",") continue;
    const formula = scoreFrom(tokens, at + 1);
    if (!formula || !mentionsScore(formula)) continue;
    return {
      kind: "score",
      formula,
      condition: conditionOf(text, tokens.slice(0, at), clause.bracketed),
      clause,
    };
  }
  // "Tỷ lệ * Điểm tối đa" alone
  const alone = formulaOf(tokens, Math.max(0, endOf(tokens, 0, takes)), tokens.length);
  return alone && alone.kind === "operation" && mentionsScore(alone)
    ? { kind: "score", formula: alone, condition: null, clause }
    : null;
}

/** "Lấy tỷ lệ nhân với điểm tối đa" */
const takes = phrases("lấy", "tính bằng", "bằng", "được tính bằng");
const whenWords = phrases("nếu", "khi", "trong trường hợp", "đối với trường hợp");

/** After "Điểm =", "Số điểm đạt được:"; -1 where the clause begins otherwise. */
function scoreHead(tokens: readonly Token[], from: number): number {
  const end = endOf(tokens, from, words.score);
  if (end < 0) return -1;
  let at = end;
  // "Điểm (tối đa 10) =", "Điểm của tiêu chí 2 ="
  for (; at < Math.min(end + 8, tokens.length); at++) {
    const base = tokens[at]?.base ?? "";
    if (base === "=" || base === ":") return at + 1 + (tokens[at + 1]?.base === "=" ? 1 : 0);
    if (standsAt(tokens, at, equalWords) && formulaOf(tokens, at + 1, tokens.length)?.kind === "operation")
      return at + 1;
    if (tokens[at]?.kind !== "word") return -1;
  }
  return -1;
}

const equalWords = phrases("bằng", "là");

function scoreFrom(tokens: readonly Token[], from: number): Formula | null {
  let at = from;
  const named = scoreHead(tokens, at);
  if (named > 0) at = named;
  else {
    const given = endOf(tokens, at, words.give);
    if (given > 0) at = given;
    const again = scoreHead(tokens, at);
    if (again > 0) at = again;
  }
  const formula = formulaOf(tokens, at, tokens.length);
  return formula && measures(formula) ? formula : null;
}

/** Whether a formula is of points: it names the maximum, or the ratio with a number. */
function mentionsScore(formula: Formula): boolean {
  if (formula.kind === "operation") return mentionsScore(formula.left) || mentionsScore(formula.right);
  return formula.kind === "maximum" || formula.kind === "ratio";
}
