/** Reads when the points of a case are given: a range of a number, a level, words, or "the rest". */
import { endOf, find, phrases, standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import { type Formula, formulaOf } from "./formula.js";
import { rangeOf } from "./interval.js";
import { isVariable } from "./markers.js";
import { labelOf, spanOf } from "./source-text.js";
import type { Condition } from "./statements.js";
import { words } from "./vocabulary.js";

const forHeads = phrases(
  "đối với",
  "riêng đối với",
  "riêng",
  "với",
  "đối với các trường hợp",
  "đối với trường hợp",
);
const caseHeads = phrases("trường hợp", "trong trường hợp", "nếu", "khi", "nếu như");
const extremes = phrases("cao nhất", "lớn nhất", "nhiều nhất", "dẫn đầu");
const otherUnits = phrases(
  "các đơn vị khác",
  "các đơn vị còn lại",
  "đơn vị khác",
  "đơn vị còn lại",
  "các địa phương còn lại",
  "các địa phương khác",
  "những đơn vị khác",
  "những đơn vị còn lại",
  "các tỉnh còn lại",
  "các tỉnh khác",
  "các xã còn lại",
  "các sở còn lại",
  "các cơ quan còn lại",
);

/** Reads the tokens before (or after) the points of a case. */
export function conditionOf(text: string, all: readonly Token[], bracketed = false): Condition {
  const tokens = trimmed(all);
  let from = 0;
  let exceptional: Condition["exceptional"] = bracketed ? "for" : null;
  const level = levelAt(tokens);
  if (level) from = level.end;
  const forEnd = endOf(tokens, from, forHeads);
  const caseEnd = forEnd < 0 ? endOf(tokens, from, caseHeads) : -1;
  if (forEnd > 0) exceptional = "for";
  else if (caseEnd > 0) exceptional ??= "case";
  const start = Math.max(from, forEnd, caseEnd);
  const body = trimmed(tokens.slice(start));
  const wholeResidual = endOf(body, 0, words.residual) === body.length && body.length > 0;
  const named = find(body, extremes, 0, body.length) >= 0;
  const range = named ? null : rangeWithSubject(body);
  const first = body[0];
  return {
    label: labelOf(text, spanOf(tokens)),
    span: spanOf(tokens),
    range: range?.range ?? null,
    subject: range?.subject ?? null,
    residual: wholeResidual,
    negative: first !== undefined && standsAt(body, 0, words.no),
    level: level?.name ?? null,
    exceptional,
    extreme: named ? "highest" : find(body, words.lowest, 0, body.length) >= 0 ? "lowest" : null,
    others: standsAt(body, 0, otherUnits),
  };
}

function trimmed(tokens: readonly Token[]): readonly Token[] {
  const idle = new Set([":", "-", ",", ";", ".", "→", "•"]);
  let from = 0;
  let to = tokens.length;
  while (from < to && idle.has(tokens[from]?.base ?? "")) from++;
  while (to > from && idle.has(tokens[to - 1]?.base ?? "")) to--;
  if (tokens[from]?.base === "(" && tokens[to - 1]?.base === ")" && to - from > 2) {
    const inner = tokens.slice(from + 1, to - 1);
    if (!inner.some((token) => token.base === "(" || token.base === ")")) return trimmed(inner);
  }
  return tokens.slice(from, to);
}

/** "Mức 1", "Mức 1:", "Mức độ 2 -". */
function levelAt(tokens: readonly Token[]): { name: string; end: number } | null {
  const end = endOf(tokens, 0, words.level);
  const number = end > 0 ? tokens[end] : undefined;
  if (!number?.number || number.number.percent) return null;
  const next = tokens[end + 1]?.base ?? "";
  return { name: number.number.written, end: [":", "-", "."].includes(next) ? end + 2 : end + 1 };
}

/** The range, and what it is of where letters or the ratio stand before (or between) its numbers. */
function rangeWithSubject(
  body: readonly Token[],
): { range: NonNullable<Condition["range"]>; subject: Formula | null } | null {
  const comparing = body.findIndex((token) => [">", "<", ">=", "<=", "=", "=>"].includes(token.base));
  if (comparing > 0) {
    const subject = formulaOf(body, 0, comparing);
    if (subject && isLetters(subject)) {
      const range = rangeOf(
        withoutSubject(body.slice(comparing)),
        0,
        withoutSubject(body.slice(comparing)).length,
      );
      return range ? { range, subject } : null;
    }
  }
  const range = rangeOf(body, 0, body.length);
  if (!range) return null;
  return { range, subject: subjectIn(range.rest) };
}

/** Letters and the ratio; what words name is the one quantity that the cases measure. */
function isLetters(formula: Formula): boolean {
  if (formula.kind === "operation") return isLetters(formula.left) && isLetters(formula.right);
  return formula.kind === "letter" || formula.kind === "ratio";
}

/** "Tỷ lệ >= 90% và Tỷ lệ < 98%": the subject said again. */
function withoutSubject(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = endOf(tokens, at, words.ratio);
    if (end > 0) {
      at = end - 1;
      continue;
    }
    const token = tokens[at];
    if (token && !(isVariable(token) && token.base !== "x" && !tokens[at + 1]?.number)) out.push(token);
  }
  return out;
}

function subjectIn(rest: readonly Token[]): Formula | null {
  const letter = rest.filter((token) => isVariable(token));
  if (letter.length === 1 && rest.length === 1) return { kind: "letter", name: letter[0]?.base ?? "" };
  return find(rest, words.ratio, 0, rest.length) >= 0 ? { kind: "ratio", name: "", extreme: null } : null;
}
