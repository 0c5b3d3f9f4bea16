/** Cases: a condition and the points that it gives. */
import { endOf, find, phrases, standsAt } from "../text/phrases.js";
import { type Token, tokensOf } from "../text/tokens.js";
import type { Clause } from "./clauses.js";
import { conditionOf } from "./condition.js";
import { isVariable } from "./markers.js";
import { givenOtherwise, isForEach } from "./points-guard.js";
import { wordsOf } from "./source-text.js";
import type { Statement } from "./statements.js";
import { words } from "./vocabulary.js";
import { type Worth, worthAt } from "./worth.js";

/** "Đã ban hành: Điểm tối đa", "Từ 20 trở lên: 1/2*Điểm tối đa", "Điểm tối đa nếu ...", "5 điểm: Có". */
export function caseIn(text: string, clause: Clause): Statement | null {
  const { tokens, bracketed } = clause;
  // "b: Số xã Từ 5 mô hình trở lên: 10 điểm": a definition that ran into the case after it.
  if (isVariable(tokens[0]) && tokens[1]?.base === ":" && tokens[2]?.kind === "word")
    return { kind: "unread", why: "points", clause };
  const trailing = trailingWorth(tokens);
  if (trailing === "otherwise") return { kind: "unread", why: "points", clause };
  if (trailing) {
    // "(Xã không có chợ thì chấm điểm tối đa)" is an exception; "(trước 31/01: 5 điểm)" changes points in a way of its own.
    if (endOf(tokens, 0, words.score) === trailing.from) return null;
    const exception = bracketed && tokens.some(({ base }) => base === "thi");
    const condition = conditionOf(text, tokens.slice(0, trailing.from), exception);
    if (bracketed && condition.exceptional === null) return { kind: "unread", why: "points", clause };
    // Points within the words of a case are those of another case that ran into it.
    if (givesPoints(tokens.slice(0, trailing.from))) return { kind: "unread", why: "points", clause };
    // "Hệ số: 2", "Điểm sàn: 3", "Điểm thưởng: 1 điểm" name a number and are no case.
    if (standsAt(tokens, 0, namesNumber) && !places.has(tokens[1]?.base ?? ""))
      return { kind: "unread", why: "points", clause };
    if (condition.label !== "") return { kind: "case", condition, worth: trailing.worth, clause };
  }
  // "Cộng 1 điểm nếu có sáng kiến": on top of other points.
  if (tokens[0]?.key === addKey || tokens[0]?.base === "thuong") return null;
  const leading = worthAt(tokens, 0, tokens.length);
  if (!leading || leading.value.bare || leading.end >= tokens.length) return null;
  const next = tokens[leading.end];
  if (next?.base !== ":" && !standsAt(tokens, leading.end, whenWords)) return null;
  const condition = conditionOf(text, tokens.slice(leading.end), bracketed);
  return condition.label === ""
    ? null
    : { kind: "case", condition: { ...condition, exceptional: null }, worth: leading.value, clause };
}

function givesPoints(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (standsAt(tokens, at, words.maximum) && tokens[at - 1]?.base === ":") return true;
    const named = token.number && !token.number.code ? endOf(tokens, at + 1, words.point) : -1;
    return named > 0 && !places.has(tokens[named]?.base ?? "");
  });
}

/** "10 điểm cầu", "5 điểm phục vụ" are places. */
const places = new Set("cau phuc truy ban tiep den buu giao".split(" "));

const whenWords = phrases("nếu", "khi", "đối với", "cho", "với", "trong trường hợp");

function trailingWorth(tokens: readonly Token[]): { worth: Worth; from: number } | "otherwise" | null {
  for (let at = 1; at < tokens.length; at++) {
    // "trạm công cộng: 10 điểm", "không đạt: 0 điểm", "máy tính: 5 điểm": the words before the colon are the condition's.
    if ([":", "("].includes(tokens[at + 1]?.base ?? "") && nouns.has(tokens[at]?.base ?? "")) continue;
    const found = worthAt(tokens, at, tokens.length);
    if (!found) continue;
    if (found.end !== tokens.length && !isNote(tokens, found.end)) continue;
    const scored = scoreBefore(tokens, at);
    if (scored > 0) return { worth: found.value, from: scored };
    if (found.value.bare && ![":", "=", "→", "("].includes(tokens[at]?.base ?? "")) continue;
    const turned = tokens[at]?.base === ":" && isNoVerb(tokens, at - 1);
    const given = tokens.slice(turned ? at : at - 1, found.end).filter(({ kind }) => kind === "word");
    // "trừ 2 điểm", "cộng thêm 1 điểm" change other points and are no case of their own.
    if (given.some(({ base, key }) => base === "tru" || base === "giam" || base === "them" || key === addKey))
      return null;
    if (givenOtherwise(tokens, at, found.value) || isForEach(tokens, at)) return "otherwise";
    if (isBrokenNumber(tokens, at, found.end) || changesBefore(tokens, at)) return "otherwise";
    const colon = tokens.findIndex((token, index) => index > at && index < found.end && token.base === ":");
    return { worth: found.value, from: colon > at ? colon : at };
  }
  return null;
}

/** "Nếu tỷ lệ dưới 50% thì điểm đánh giá là 0": where "thì điểm đánh giá" begins; -1 where no such words stand before. */
function scoreBefore(tokens: readonly Token[], at: number): number {
  if (!["la", "bang", "="].includes(tokens[at]?.base ?? "")) return -1;
  for (let from = Math.max(1, at - 5); from < at; from++)
    if (tokens[from - 1]?.base === "thi" && endOf(tokens, from, words.score) === at) return from - 1;
  return -1;
}

/** "không tăng hoặc giảm: 0 điểm", "trạm Internet công cộng: 10 điểm": words that add or take off nothing. */
function isNoVerb(tokens: readonly Token[], at: number): boolean {
  const [word, before] = [tokens[at]?.base, tokens[at - 1]?.base];
  return (word === "giam" && at > 0 && before !== "diem") || (word === "cong" && before === "cong");
}

/** "7, 5 điểm": a decimal comma with a space after it. */
function isBrokenNumber(tokens: readonly Token[], from: number, to: number): boolean {
  const number = tokens.findIndex((token, at) => at >= from && at < to && token.number !== undefined);
  const [comma, head] = [tokens[number - 1], tokens[number - 2]];
  return number > 1 && comma?.base === "," && head?.number !== undefined && !head.number.percent;
}

/** "thì không tính điểm tiêu chí này và trừ vào tổng điểm chuẩn": the consequence is more than the points at its end. */
function changesBefore(tokens: readonly Token[], to: number): boolean {
  const then = tokens.findIndex(({ base }, at) => at > 0 && at < to && base === "thi");
  return then > 0 && tokens.slice(then + 1, to).some(({ base }) => changing.has(base));
}

const changing = new Set("khong chua tru giam va nhan cong chia hoac".split(" "));

const namesNumber = phrases("hệ số", "trọng số", "điểm", "mức điểm", "số điểm", "thang điểm", "tổng điểm");
const nouns = new Set("cong dat tinh cham".split(" "));

const addKey = wordsOf(tokensOf("cộng"))[0];

/** Words in a bracket that change for whom the points are, or how many. */
const bearing = phrases(
  "nếu",
  "khi",
  "riêng",
  "với điều kiện",
  "không áp dụng",
  "không tính",
  "không chấm",
  "trừ",
  "giảm",
  "nhân",
  "hệ số",
  "gấp đôi",
);

/** A bracket after the points that speaks of no points. */
function isNote(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.base !== "(" || tokens.at(-1)?.base !== ")") return false;
  if (find(tokens, bearing, at, tokens.length) >= 0) return false;
  return !tokens.slice(at).some((token) => token.number || token.base === "diem" || token.base === "da");
}
