/** Whether what stands before a place says all there is to say of its points, so that a new clause can begin there. */
import { phrases, standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import { isVariable } from "./markers.js";
import { words } from "./vocabulary.js";

/** Whether the tokens before `at` give points in full, or end a formula. */
export function isComplete(tokens: readonly Token[], from: number, at: number): boolean {
  const last = tokens[at - 1];
  const next = tokens[at];
  if (!last) return false;
  if (next && extendsPoints(tokens, at)) return false;
  return endsPoints(tokens, from, at) || endsFormula(tokens, from, at) || endsBarePoints(tokens, from, at);
}

function endsPoints(tokens: readonly Token[], from: number, at: number): boolean {
  let end = at - 1;
  // "Đã có (10đ), đang xây dựng (5đ)"
  if (tokens[end]?.base === ",") end--;
  if (tokens[end]?.base === ")" && (end === at - 1 || tokens[end - 3]?.base === "(")) end--;
  for (const back of [0, 2, 3]) {
    const place = end - back;
    const last = tokens[place];
    if (!last || place < from) return false;
    // "điểm phần này", "điểm của phần này"
    if (back > 0 && !standsAt(tokens, place + 1, words.ofThisPart)) continue;
    const before = tokens[place - 1];
    if (
      (last.base === "diem" || (last.base === "d" && last.bare === false)) &&
      before &&
      (before.kind === "number" || (before.base === "so" && tokens[place - 2]?.kind === "number"))
    )
      return true;
    if (last.base === "da" && before?.base === "toi" && place - 2 >= from) {
      const head = tokens[place - 2];
      return head?.base === "diem" || head?.base === "cham" || head?.base === ":" || head?.base === "dat";
    }
    if (last.base === "dan" && before?.base === "giam") return true;
    if (last.base === "nhat" && before?.base === "cao" && tokens[at]?.breaks) return true;
  }
  return false;
}

/** "Đúng hạn: 1" at the end of a line, as tables print points that name no "điểm". */
function endsBarePoints(tokens: readonly Token[], from: number, at: number): boolean {
  const [sign, number, next] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (!number?.number || number.number.percent || number.number.code || at - 3 < from) return false;
  if (sign?.base !== ":" || !next || next.breaks === 0) return false;
  return next.upper || next.kind !== "word" || ["-", "+", "•"].includes(next.base);
}

function endsFormula(tokens: readonly Token[], from: number, at: number): boolean {
  const last = tokens[at - 1];
  if (!last) return false;
  const ends = (isVariable(last) && last.base !== "x") || last.kind === "number" || last.base === ")";
  if (!ends) return false;
  let equals = false;
  for (let i = Math.max(from, at - 60); i < at; i++) equals ||= tokens[i]?.base === "=";
  const letters = isVariable(last) || (last.base === ")" && isVariable(tokens[at - 2]));
  return (
    equals &&
    (letters || (last.kind === "number" && (tokens[at - 2]?.kind === "sign" || tokens[at - 2]?.base === "x")))
  );
}

/** What goes on with the points before it: operators, "tối đa", "cho mỗi", "nếu". */
function extendsPoints(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (["*", "/", "x", ")", "]", "%", ":", "="].includes(token.base)) return true;
  if (token.kind !== "word") {
    if (token.base !== ",") return false;
    return (
      tokens[at + 1] !== undefined &&
      (standsAt(tokens, at + 1, words.notMoreThan) || standsAt(tokens, at + 1, words.total)) &&
      tokens[at + 1]?.upper !== true
    );
  }
  if (token.upper && token.breaks > 0) return false;
  if (standsAt(tokens, at, words.notMoreThan)) return true;
  return standsAt(tokens, at, goesOn);
}

const goesOn = phrases(
  "tối đa",
  "nhân",
  "chia",
  "cho",
  "phần",
  "của",
  "nếu",
  "khi",
  "trên",
  "nhưng",
  "và",
  "tổng",
  "số",
  "đối",
  "với",
  "thì",
  "là",
  "theo",
  "trừ",
  "cộng",
  "mỗi",
  "chuẩn",
  "hoặc",
  "để",
  "trở",
  "thưởng",
);

/** After points given in full: a comma and a new condition, a capital, a bracket of its own. */
export function startsAfterPoints(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return false;
  if (token.base === ",") return false;
  if (before.base === ",") return true;
  if (token.base === "(")
    return (
      tokens[at + 1]?.upper === true ||
      standsAt(tokens, at + 1, words.exceptionHead) ||
      endsPoints(tokens, from, at)
    );
  if (token.kind === "word") return token.upper || token.breaks > 0;
  if (token.kind === "number") return token.breaks > 0;
  return [">=", "<=", ">", "<"].includes(token.base) && token.breaks > 0;
}
