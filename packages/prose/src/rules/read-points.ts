/** Points an item and their limit, limits of the whole, and points taken off. */
import { exact } from "@opendti/engine";
import { endOf, find, phrases, standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import type { Clause } from "./clauses.js";
import { givenOtherwise } from "./points-guard.js";
import { labelOf, spanOf, wordsOf } from "./source-text.js";
import type { Statement } from "./statements.js";
import { words } from "./vocabulary.js";
import { type Found, type Worth, worthAt } from "./worth.js";

/** "Mỗi văn bản 0,5 điểm, tối đa 3 điểm", "0,5 điểm/văn bản", "Cộng 1 điểm cho mỗi sáng kiến". */
export function perItemIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  const head = find(tokens, words.each, 0, Math.min(tokens.length, 4));
  return (head >= 0 ? eachFirst(text, clause, head) : null) ?? pointsFirst(text, clause);
}

function eachFirst(text: string, clause: Clause, head: number): Statement | null {
  const { tokens } = clause;
  const noun = endOf(tokens, head, words.each);
  for (let at = noun + 1; at < tokens.length; at++) {
    const worth = worthAt(tokens, at, tokens.length);
    // "mỗi sáng kiến được tối đa 2 điểm" leaves the points of one open.
    if (worth?.value.upTo) return null;
    if (!worth || (worth.value.bare && tokens[at]?.base !== ":")) continue;
    if (givenOtherwise(tokens, at, worth.value)) return null;
    const cap = capAfter(tokens, worth.end, worth.value);
    if (cap === "unread") return null;
    return perItem(text, clause, tokens.slice(noun, at), worth.value, cap);
  }
  return null;
}

const perSigns = phrases(
  "cho mỗi",
  "cho một",
  "mỗi",
  "với mỗi",
  "cho từng",
  "trên mỗi",
  "trên một",
  "đối với mỗi",
  "cho 1",
  "cho 01",
);

function pointsFirst(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  const verb = endOf(tokens, 0, givesFirst);
  const at = verb < 0 ? 0 : verb;
  const number = tokens[at]?.number;
  if (!number || number.percent || number.code) return null;
  const point = endOf(tokens, at + 1, words.point);
  if (point < 0) return null;
  const per = tokens[point]?.base === "/" ? point + 1 : endOf(tokens, point, perSigns);
  if (per < 0 || per >= tokens.length) return null;
  let end = tokens.length;
  let cap: Worth | null = null;
  const points: Worth = { kind: "points", value: number.value, upTo: false, bare: false };
  for (let i = per + 1; i < tokens.length; i++) {
    const found = capAfter(tokens, i, points);
    if (found === "unread" || found === null) continue;
    end = i;
    cap = found;
    break;
  }
  return perItem(text, clause, tokens.slice(per, end), points, cap);
}

const givesFirst = phrases(
  "cộng",
  "được",
  "tính",
  "chấm",
  "được cộng",
  "cộng thêm",
  "được tính",
  "đạt",
  "cho",
);

function perItem(
  text: string,
  clause: Clause,
  noun: readonly Token[],
  points: Worth,
  cap: Worth | null,
): Statement | null {
  const first = noun[0];
  const counted = first?.number;
  if (counted?.percent || counted?.code) return null;
  const every = counted && !exact.equal(counted.value, exact.ONE) ? counted.value : null;
  // "01 (một) văn bản"
  let from = counted ? 1 : 0;
  if (noun[from]?.base === "(") from = noun.findIndex((token) => token.base === ")") + 1;
  const named = noun.slice(from);
  if (named.length === 0 || named.some((token) => token.number?.percent)) return null;
  // "mỗi sáng kiến được công nhận, nhân đôi nếu cấp tỉnh"
  if (find(named, weighing, 0, named.length) >= 0) return null;
  // "mỗi văn bản chậm trừ 0,5 điểm"
  if (named.some((_, at) => endOf(named, at, takenOff) === named.length)) return null;
  return {
    kind: "per-item",
    label: labelOf(text, spanOf(named)),
    words: wordsOf(named),
    points,
    cap,
    every,
    clause,
  };
}

/** What limits the sum, after the points of one; null at the end of the clause, "unread" where something else follows. */
function capAfter(tokens: readonly Token[], from: number, each: Worth): Worth | null | "unread" {
  if (from >= tokens.length) return null;
  let at = from;
  while ([",", "("].includes(tokens[at]?.base ?? "") || tokens[at]?.base === "va") at++;
  const found = capAt(tokens, at) ?? itemsAtMost(tokens, at, each);
  if (!found) return "unread";
  const rest = tokens.slice(found.end).filter((token) => token.base !== ")");
  return rest.length === 0 || rest.every((token) => token.kind === "word" && capTail.has(token.base))
    ? found.value
    : "unread";
}

const weighing = phrases(
  "nhân đôi",
  "nhân hệ số",
  "nhân với",
  "hệ số",
  "gấp đôi",
  "nhân",
  "nếu",
  "riêng",
  "trừ",
);
const capTail = new Set("cho toan bo tieu chi chi so nay noi dung muc cua".split(" "));

/** "tối đa 3 điểm", "tổng điểm không quá Điểm tối đa", "nhưng không vượt quá 5 điểm". */
function capAt(tokens: readonly Token[], from: number): Found<Worth> | null {
  let at = from;
  for (let passed = 0; passed < 3; passed++) {
    const total = endOf(tokens, at, words.total);
    if (total < 0) break;
    at = total;
  }
  let limit = endOf(tokens, at, words.notMoreThan);
  // "tổng điểm cho các ứng dụng không quá 5 điểm"
  for (let i = at; limit < 0 && at > from && i < Math.min(at + 8, tokens.length); i++) {
    if (tokens[i]?.kind !== "word") return null;
    limit = endOf(tokens, i, words.notMoreThan);
  }
  if (limit < 0) return null;
  const found = worthAt(tokens, limit, tokens.length);
  if (found) return { value: { ...found.value, upTo: false }, end: found.end };
  // "tối đa 3 điểm" read whole.
  const whole = worthAt(tokens, at, tokens.length);
  return whole?.value.upTo ? { value: { ...whole.value, upTo: false }, end: whole.end } : null;
}

/** "tối đa 5 mô hình": as many points as so many items give. */
function itemsAtMost(tokens: readonly Token[], from: number, each: Worth): Found<Worth> | null {
  const limit = endOf(tokens, from, words.notMoreThan);
  const number = limit < 0 ? undefined : tokens[limit]?.number;
  if (!number || number.percent || number.code || tokens[limit + 1]?.kind !== "word") return null;
  let end = limit + 1;
  while (tokens[end]?.kind === "word") end++;
  const value = exact.reduce(exact.multiply(each.value, number.value));
  return { value: { ...each, value, upTo: false, bare: false }, end };
}

/** "Điểm = a/b*10 (tối đa 10 điểm)", "..., nhưng không quá 10 điểm": where the limit at the end of a clause begins, and what it is. */
export function limitAtEnd(tokens: readonly Token[]): { from: number; worth: Worth } | null {
  for (let at = 2; at < tokens.length; at++) {
    const base = tokens[at]?.base;
    if (base !== "(" && base !== "," && base !== "nhung") continue;
    const found = capAt(tokens, base === "nhung" ? at : at + 1);
    const end = found && base === "(" && tokens[found.end]?.base === ")" ? found.end + 1 : found?.end;
    if (found && end === tokens.length && (base !== "(" || end > found.end))
      return { from: at, worth: found.value };
  }
  return null;
}

/** "Thang điểm: 5" */
const scaleWords = phrases(
  "thang điểm",
  "tổng điểm",
  "tổng số điểm",
  "thang điểm đánh giá",
  "mức điểm tối đa",
);

/** "trừ tối đa 3 điểm": no more is taken off. */
const takenAtMost = phrases("trừ tối đa", "trừ không quá", "trừ nhiều nhất");

/** A clause that only limits: "Tổng điểm không quá Điểm tối đa", "Điểm tối đa: 10", "(tối đa 10 điểm)". */
export function capIn(clause: Clause): Statement | null {
  const { tokens } = clause;
  const found = capAt(tokens, endOf(tokens, 0, takenAtMost) > 0 ? 1 : 0);
  if (found && found.end === tokens.length) return { kind: "cap", worth: found.value, clause };
  const scale = endOf(tokens, 0, scaleWords);
  const head = scale > 0 ? scale : endOf(tokens, 0, words.maximum);
  if (head > 0) {
    const told = worthAt(tokens, head, tokens.length);
    if (told && told.end === tokens.length && told.value.kind === "points")
      return { kind: "cap", worth: told.value, clause };
  }
  return null;
}

const takenOff = phrases(
  "trừ",
  "bị trừ",
  "trừ đi",
  "sẽ trừ",
  "thì trừ",
  "sẽ bị trừ",
  "thì bị trừ",
  "giảm trừ",
  "giảm",
);

/** "thiếu 01 báo cáo trừ 0,5 điểm", "giảm 1% trừ 0,1 điểm", "mỗi lần chậm trừ 1 điểm". */
export function deductIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  for (let at = 1; at < tokens.length; at++) {
    const end = endOf(tokens, at, takenOff);
    if (end < 0) continue;
    const worth = worthAt(tokens, end, tokens.length);
    if (!worth || worth.value.bare || worth.value.upTo || worth.value.value.n === 0n) continue;
    const cap = worth.end === tokens.length ? null : takenAtMostAfter(tokens, worth.end);
    if (cap === "unread") return null;
    const before = tokens.slice(0, at).filter((token) => ![",", ":", "thi"].includes(token.base));
    const numbers = before.filter((token) => token.number);
    if (numbers.length > 1 || numbers.some((token) => token.number?.code)) return null;
    const number = numbers[0]?.number;
    const hundredth = !number && find(before, percentWords, 0, before.length) >= 0;
    const step = hundredth
      ? { value: exact.rational(1, 100), percent: true }
      : { value: number?.value ?? exact.ONE, percent: number?.percent ?? false };
    if (step.value.n === 0n || before.length < 2) return null;
    const tells =
      standsAt(before, 0, words.each) ||
      standsAt(before, 0, words.lacking) ||
      standsAt(before, 0, lower) ||
      step.percent;
    if (!tells) return null;
    const told = number !== undefined || find(before, words.each, 0, before.length) >= 0;
    return {
      kind: "deduct",
      label: labelOf(text, spanOf(before)),
      worth: worth.value,
      step,
      told,
      cap,
      clause,
    };
  }
  return null;
}

/** ", tối đa trừ 10 điểm" after the points of one; `upTo` where it does not say that it limits what is taken off. */
function takenAtMostAfter(tokens: readonly Token[], from: number): Worth | "unread" {
  const rest = tokens.slice(from).filter(({ base }) => !["tru", "(", ")", ",", "nhung", "va"].includes(base));
  const limit = endOf(rest, 0, words.notMoreThan);
  const worth = limit < 0 ? null : worthAt(rest, limit, rest.length);
  if (!worth || worth.end !== rest.length || worth.value.upTo) return "unread";
  return { ...worth.value, upTo: !tokens.slice(from).some(({ base }) => base === "tru") };
}

const percentWords = phrases("phần trăm", "điểm phần trăm");
const lower = phrases("giảm", "thấp hơn", "cứ giảm", "không");
