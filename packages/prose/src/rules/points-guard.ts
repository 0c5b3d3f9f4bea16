/** Words and signs before a number of points that make it something else: a range of points, points taken off, a factor. */
import { endOf, phrases } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import { words } from "./vocabulary.js";
import { passGiving, type Worth } from "./worth.js";

const limiting = phrases(
  "đến",
  "tới",
  "dưới",
  "trên",
  "khoảng",
  "gần",
  "hơn",
  "quá",
  "không quá",
  "vượt",
  "vượt quá",
  "ít nhất",
  "tối thiểu",
  "không dưới",
  "còn",
  "âm",
);
const factors = new Set(["*", "/", "x", "nhan", "chia"]);
const giving = new Set("duoc dat cham tinh cho cong huong ghi diem".split(" "));

/**
 * Whether the points at a place are not simply given: "8-10 điểm", "dưới 4 điểm" leave the number open, "-2 điểm" takes off,
 * "nhân 10 điểm" multiplies, "không được chấm điểm tối đa" denies them.
 * @param at where the points themselves begin, after words like "được".
 */
function isQualified(tokens: readonly Token[], at: number, zero: boolean): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  if (before.base === "-" && tokens[at]?.number) return !separates(tokens, at);
  if (factors.has(before.base) && (before.base !== "x" || before.kind === "word")) return true;
  // "nhân với điểm tối đa", "chia cho 10 điểm"
  if ((before.base === "voi" || before.base === "cho") && factors.has(tokens[at - 2]?.base ?? ""))
    return true;
  for (const length of [1, 2]) if (endOf(tokens, at - length, limiting, at) === at) return true;
  return !zero && isDenied(tokens, at);
}

/** "Có - 5 điểm", "Từ 80% - 10 điểm": a dash with room on both sides that parts words, or a percent, from the points. */
function separates(tokens: readonly Token[], at: number): boolean {
  const [dash, head] = [tokens[at - 1], tokens[at - 2]];
  if (!tokens[at]?.spaced || !dash?.spaced || !head) return false;
  return head.kind === "word" || head.base === ")" || head.number?.percent === true;
}

/** "không được chấm điểm tối đa"; not "nếu không thì được 5 điểm". */
function isDenied(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (from > 0 && giving.has(tokens[from - 1]?.base ?? "")) from--;
  const base = tokens[from - 1]?.base;
  return from < at && (base === "khong" || base === "chua");
}

/** Whether what stands right before the points speaks of each of several: "Không đầy đủ: mỗi nội dung 1 điểm". */
export function isForEach(tokens: readonly Token[], to: number): boolean {
  const told = [":", "=", "→", "("].includes(tokens[to]?.base ?? "") || tokens[to - 1]?.base === ":";
  let from = 0;
  for (let at = 1; at < to; at++) if (tokens[at]?.base === ":") from = at + 1;
  if (from >= to) return false;
  if (endOf(tokens, from, words.each, to) > 0) return true;
  if (told) return false;
  for (let at = from; at < to; at++) if (endOf(tokens, at, words.each, to) > 0) return true;
  return false;
}

/** Points that are no plain award: a range of points, points taken off, for each of several. */
export function givenOtherwise(tokens: readonly Token[], at: number, worth: Worth): boolean {
  return isQualified(tokens, passGiving(tokens, at, tokens.length), worth.value.n === 0n);
}
