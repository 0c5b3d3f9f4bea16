/** One clause in, what it states out. Tried from the strictest form to the loosest; what fits none is explanation or unread. */
import { endOf, find, phrases, standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import type { Clause } from "./clauses.js";
import { conditionOf } from "./condition.js";
import { isGarbled } from "./garbled.js";
import { naming } from "./range-words.js";
import { caseIn } from "./read-cases.js";
import { definitionIn, ratioIn, scoreIn } from "./read-definition.js";
import { capIn, deductIn, limitAtEnd, perItemIn } from "./read-points.js";
import { labelOf, spanOf } from "./source-text.js";
import { speaksOfPoints, statesPoints } from "./speaks-of-points.js";
import type { Statement } from "./statements.js";
import { words } from "./vocabulary.js";
import { worthAt } from "./worth.js";

/** A longer clause is no statement of a rule; reading it in every form would take time that grows with its square. */
const MOST_TOKENS = 300;

/** What a clause states; several statements where one line defines a ratio and its score. */
export function statementsIn(text: string, clause: Clause): Statement[] {
  const { tokens } = clause;
  if (tokens.length === 0) return [{ kind: "explanation", clause }];
  if (tokens.length > MOST_TOKENS) return [rest(clause)];
  if (tokens.some((token) => token.number?.ambiguous && speaksOfPoints(tokens)))
    return [{ kind: "unread", why: "ambiguous-number", clause }];
  if (tokens.some((_, at) => isGarbled(text, tokens, at)) && statesPoints(tokens))
    return [{ kind: "unread", why: "garbled-number", clause }];
  const note = noteIn(text, clause);
  if (note) return note;
  const ratio = ratioIn(clause);
  if (ratio) return ratio;
  const limit = limitAtEnd(tokens);
  const limited = limit && scoreIn(text, { ...clause, tokens: tokens.slice(0, limit.from) });
  if (limit && limited?.kind === "score")
    return [
      { ...limited, clause },
      { kind: "cap", worth: limit.worth, clause },
    ];
  const only =
    markedExplanation(clause) ??
    childrenIn(clause) ??
    bestOfIn(clause) ??
    provisionalIn(clause) ??
    definitionIn(text, clause) ??
    relativeIn(clause) ??
    excludedIn(text, clause) ??
    capIn(clause) ??
    scoreIn(text, clause) ??
    deductIn(text, clause) ??
    perItemIn(text, clause) ??
    manualIn(clause) ??
    outsideIn(clause) ??
    headingWithPoints(text, clause) ??
    byRatioIn(text, clause) ??
    caseIn(text, clause) ??
    unitIn(text, clause) ??
    headingIn(text, clause) ??
    bareCaseIn(text, clause);
  return [only ?? rest(clause)];
}

/** "Giải thích: ...", "Ghi chú: ..." that states no points. */
function markedExplanation(clause: Clause): Statement | null {
  const { tokens } = clause;
  const end = endOf(tokens, 0, plainExplanation);
  if (end < 0 || tokens[end]?.base !== ":") return null;
  return speaksOfPoints(tokens.slice(end)) ? null : { kind: "explanation", clause };
}

/** "Lưu ý: trường hợp ... thì chấm điểm tối đa" is that sentence; a note that bears on the points in another way is a question. */
function noteIn(text: string, clause: Clause): Statement[] | null {
  const end = endOf(clause.tokens, 0, notes);
  if (end < 0 || clause.tokens[end]?.base !== ":") return null;
  const tokens = clause.tokens.slice(end + 1);
  if (!statesPoints(tokens)) return null;
  return standsAt(tokens, 0, noteHeads)
    ? statementsIn(text, { ...clause, tokens })
    : [{ kind: "unread", why: "points", clause }];
}

const noteHeads = phrases(
  "trường hợp",
  "trong trường hợp",
  "đối với",
  "riêng",
  "riêng đối với",
  "nếu",
  "khi",
);
/** A note may say anything; an explanation or an example states no rule of its own. */
const notes = phrases("ghi chú", "lưu ý", "chú ý");
const plainExplanation = phrases(
  "giải thích",
  "ghi chú",
  "lưu ý",
  "chú ý",
  "ví dụ",
  "tài liệu kiểm chứng",
  "tài liệu minh chứng",
  "minh chứng",
  "hồ sơ minh chứng",
  "nguồn",
  "nguồn số liệu",
  "nguồn dữ liệu",
  "khái niệm",
);

const childSums = phrases(
  "cộng điểm",
  "tổng điểm",
  "bằng tổng điểm",
  "tổng cộng điểm",
  "điểm bằng tổng",
  "là tổng điểm",
  "điểm là tổng",
);
const childWords = phrases(
  "chỉ số con",
  "các chỉ số con",
  "tiêu chí thành phần",
  "các tiêu chí thành phần",
  "chỉ số thành phần",
  "các chỉ số thành phần",
  "tiêu chí con",
  "các tiêu chí con",
  "các mục con",
  "nội dung thành phần",
);

/** "Cộng điểm từ 5.12.1 - 5.12.6", "Tổng điểm các tiêu chí thành phần". */
function childrenIn(clause: Clause): Statement | null {
  const { tokens } = clause;
  const end = endOf(tokens, 0, childSums);
  if (end < 0) return null;
  const codes = tokens.flatMap((token) =>
    token.number && !token.number.percent && (token.number.code || token.number.written.includes("."))
      ? [token.number.written]
      : [],
  );
  const others = tokens
    .slice(end)
    .filter(
      (token) =>
        token.kind === "word" && !standsIn(token, "tu den toi cua cac va tieu chi muc so thanh phan con"),
    );
  if (codes.length >= 2 && others.length === 0) return { kind: "sum-children", codes, clause };
  if (
    codes.length === 0 &&
    find(tokens, childWords, end, tokens.length) >= 0 &&
    !tokens.some((token) => token.number)
  )
    return { kind: "sum-children", codes: [], clause };
  return null;
}

const standsIn = (token: Token, bases: string): boolean => bases.split(" ").includes(token.base);

function bestOfIn(clause: Clause): Statement | null {
  const at = find(clause.tokens, words.bestOf, 0, clause.tokens.length);
  if (at < 0 || at > 12 || clause.tokens.some((token) => token.number?.percent)) return null;
  return { kind: "best-of", clause };
}

const provisional = phrases("tạm tính", "điểm tạm tính");

/** "Khi nhóm xếp hạng chưa đủ số liệu, điểm tạm tính là:" */
function provisionalIn(clause: Clause): Statement | null {
  if (!clause.open || find(clause.tokens, provisional, 0, clause.tokens.length) < 0) return null;
  return { kind: "provisional", clause };
}

const mostOf = phrases("cao nhất", "lớn nhất", "nhiều nhất", "nhất");
const leastOf = phrases("thấp nhất", "nhỏ nhất", "ít nhất");

/** "Tính điểm theo phương pháp Min-Max dựa vào tỷ lệ cao nhất thì điểm tối đa và giảm dần" */
function relativeIn(clause: Clause): Statement | null {
  const { tokens } = clause;
  const byMethod = tokens.some(
    (token, at) =>
      (token.base === "min" && (tokens[at + 1]?.base === "max" || tokens[at + 2]?.base === "max")) ||
      token.base === "minmax",
  );
  const decreases = find(tokens, words.decreasing, 0, tokens.length) >= 0;
  if (!byMethod && !(decreases && find(tokens, mostOf, 0, tokens.length) >= 0)) return null;
  if (tokens.some((token) => token.number || [">", "<", ">=", "<=", "="].includes(token.base)))
    return { kind: "unread", why: "formula", clause };
  const least = find(tokens, leastOf, 0, tokens.length) >= 0;
  const most = find(tokens, mostOf, 0, tokens.length) >= 0 && !least;
  return {
    kind: "relative",
    better: least ? "lower" : "higher",
    clear: most !== least,
    subjectIsRatio: find(tokens, words.ratio, 0, tokens.length) >= 0,
    clause,
  };
}

const excluding = phrases(
  "không tính chỉ số này",
  "không tính tiêu chí này",
  "không đánh giá chỉ số này",
  "không đánh giá tiêu chí này",
  "không đánh giá",
  "không xét chỉ số này",
  "không xét tiêu chí này",
  "không áp dụng chỉ số này",
  "không áp dụng tiêu chí này",
  "không áp dụng",
  "loại trừ chỉ số này",
  "không tính vào thang điểm",
);

/** "Xã không được chọn mẫu khảo sát thì không tính chỉ số này" */
function excludedIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  const at = find(tokens, excluding, 1, tokens.length);
  if (at < 0 || endOf(tokens, at, excluding) !== tokens.length) return null;
  const before = tokens[at - 1]?.base === "thi" || tokens[at - 1]?.base === ":" ? at - 1 : at;
  return { kind: "excluded", condition: conditionOf(text, tokens.slice(0, before), true), clause };
}

const judges = phrases(
  "hội đồng thẩm định",
  "hội đồng",
  "cơ quan thẩm định",
  "tổ thẩm định",
  "đoàn thẩm định",
  "tổ công tác",
  "người thẩm định",
  "cơ quan đánh giá",
  "hội đồng đánh giá",
);
const judging = phrases(
  "cho điểm",
  "chấm điểm",
  "quyết định điểm",
  "quyết định số điểm",
  "xem xét cho điểm",
  "đánh giá cho điểm",
);

/** "Hội đồng thẩm định cho điểm ..., từ 0 đến Điểm tối đa": a person gives the points. */
function manualIn(clause: Clause): Statement | null {
  const { tokens } = clause;
  if (!standsAt(tokens, 0, judges) || find(tokens, judging, 0, tokens.length) < 0) return null;
  const numbers = tokens.filter((token) => token.number);
  return numbers.every((token) => token.number?.value.n === 0n) ? { kind: "manual", clause } : null;
}

const outsideScale = phrases(
  "cộng ngoài thang điểm",
  "ngoài thang điểm",
  "vượt thang điểm",
  "không tính vào tổng điểm",
);
const unranked = phrases("không được xếp hạng", "không xếp hạng", "không xét xếp hạng");

function outsideIn(clause: Clause): Statement | null {
  const { tokens } = clause;
  if (find(tokens, outsideScale, 0, tokens.length) >= 0 && !tokens.some((token) => token.number))
    return { kind: "bonus", clause };
  if (find(tokens, unranked, 0, tokens.length) >= 0 && !tokens.some((token) => token.number))
    return { kind: "ranking-condition", clause };
  return null;
}

/** "1. Ban hành kế hoạch (5 điểm):" */
function headingWithPoints(text: string, clause: Clause): Statement | null {
  const { tokens, marker } = clause;
  const numbered = marker?.kind === "number" || marker?.kind === "way" || marker?.kind === "letter";
  if (!clause.open && !numbered) return null;
  const end = clause.open ? tokens.length - 1 : tokens.length;
  if (tokens[end - 1]?.base !== ")") return null;
  const open = tokens.findLastIndex((token) => token.base === "(");
  if (open < 1) return null;
  const worth = worthAt(tokens, open + 1, end - 1);
  if (!worth || worth.end !== end - 1 || worth.value.bare) return null;
  return {
    kind: "heading",
    label: labelOf(text, spanOf(tokens.slice(0, open))),
    worth: { ...worth.value, upTo: false },
    clause,
  };
}

const proportionally = phrases(
  "tính theo tỷ|tỉ lệ",
  "tính điểm theo tỷ|tỉ lệ",
  "tính theo tỷ|tỉ lệ tương ứng",
  "điểm theo tỷ|tỉ lệ",
  "điểm tính theo tỷ|tỉ lệ",
  "chấm theo tỷ|tỉ lệ",
  "chấm điểm theo tỷ|tỉ lệ",
  "điểm tương ứng theo tỷ|tỉ lệ",
  "điểm theo tỷ|tỉ lệ tương ứng",
);
const proportionTail = "tuong ung dat duoc thuc hien so diem nhu sau cua don vi hoan thanh".split(" ");

/** "tính điểm theo tỷ lệ": in proportion, without a formula. */
function byRatioIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  const at = find(tokens, proportionally, 0, tokens.length);
  if (at < 0) return null;
  const end = endOf(tokens, at, proportionally);
  if (
    !tokens
      .slice(end)
      .every((token) => [":", ","].includes(token.base) || proportionTail.includes(token.base))
  )
    return null;
  const before = tokens[at - 1]?.base === "thi" || tokens[at - 1]?.base === ":" ? at - 1 : at;
  const condition = before > 0 ? conditionOf(text, tokens.slice(0, before)) : null;
  return { kind: "by-ratio", condition, clause };
}

/** "Đơn vị: tỷ đồng" */
function unitIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  const end = endOf(tokens, 0, words.unitOf);
  if (end < 0 || tokens[end]?.base !== ":" || tokens.length > end + 4) return null;
  return { kind: "unit", unit: labelOf(text, spanOf(tokens.slice(end + 1))).toLowerCase(), clause };
}

const lists = phrases(
  "danh mục",
  "các kênh",
  "gồm",
  "bao gồm",
  "các nội dung",
  "các nền tảng",
  "các tiêu chí",
  "các hình thức",
  "các yêu cầu",
);

/** What ends in ":" or "=" and states no points, and titles of numbered parts. */
function headingIn(text: string, clause: Clause): Statement | null {
  const { tokens, open, marker } = clause;
  const titled = marker?.kind === "number" || marker?.kind === "way";
  if (!open && !titled) return null;
  const known = endOf(tokens, 0, words.heading);
  if (open && known === tokens.length - 1)
    return { kind: "heading", label: labelOf(text, spanOf(tokens)), worth: null, clause };
  if (statesPoints(tokens)) return null;
  if (open && find(tokens, lists, 0, tokens.length) >= 0) return { kind: "list-heading", clause };
  return { kind: "heading", label: labelOf(text, spanOf(tokens)), worth: null, clause };
}

/** "Tham gia 100% các hội nghị": a range that is given no points. */
function bareCaseIn(text: string, clause: Clause): Statement | null {
  const { tokens } = clause;
  if (!tokens.some((token) => token.number?.percent || [">", "<", ">=", "<="].includes(token.base)))
    return null;
  const condition = conditionOf(text, tokens, clause.bracketed);
  return condition.range && !speaksOfPoints(tokens) ? { kind: "bare-case", condition, clause } : null;
}

function rest(clause: Clause): Statement {
  return statesPoints(clause.tokens) || goesOnWithFormula(clause) || endsInNumber(clause) || onlyWhen(clause)
    ? { kind: "unread", why: "points", clause }
    : { kind: "explanation", clause };
}

/** "... + 1 (nếu có sáng kiến)": a number added on the line of a formula. */
function goesOnWithFormula({ tokens, marker, fresh }: Clause): boolean {
  if (fresh || (marker?.kind !== "+" && marker?.kind !== "-") || !tokens[0]?.number) return false;
  const next = tokens[1];
  return !next || next.base === "(" || standsAt(tokens, 1, addingWhen);
}

const addingWhen = phrases("nếu", "khi", "với", "cho", "đối với");

/** "(xã đảo 8)": words and a number in brackets beside points; not "(năm 2025)", "(Phụ lục 2)". */
function endsInNumber({ tokens, bracketed }: Clause): boolean {
  const number = tokens.at(-1)?.number;
  if (!bracketed || tokens.length < 2 || !number || number.code) return false;
  for (let at = Math.max(0, tokens.length - 3); at < tokens.length - 1; at++)
    if (endOf(tokens, at, naming, tokens.length - 1) === tokens.length - 1) return false;
  return !number.written.includes("/") && tokens.at(-2)?.kind === "word";
}

/** "10 điểm (nếu có minh chứng)"; not "(nếu có)". */
const onlyWhen = ({ tokens, bracketed }: Clause): boolean =>
  bracketed && tokens.length > 2 && standsAt(tokens, 0, whenHeads);

const whenHeads = phrases("nếu", "khi", "chỉ khi", "với điều kiện");
