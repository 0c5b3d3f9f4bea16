/** Whether words that are no statement of a rule may change its points all the same. */
import { endOf, find, phrases, standsAt } from "../text/phrases.js";
import { type Token, tokensOf } from "../text/tokens.js";
import { wordsOf } from "./source-text.js";
import { words } from "./vocabulary.js";

/** Words that may change the points though the clause was not understood. */
const weighty = phrases(
  "hệ số",
  "gấp đôi",
  "nhân đôi",
  "trừ điểm",
  "cộng điểm",
  "bị trừ",
  "không tính điểm",
  "không chấm điểm",
  "không có điểm",
  "không được tính",
  "không xét",
  "điểm tối đa",
  "điểm cộng",
  "điểm thưởng",
  "điểm trừ",
  "quy đổi điểm",
  "tính điểm",
  "chấm điểm",
  "số điểm",
  "tổng điểm",
  "thang điểm",
  "hạ một mức",
  "giảm một mức",
  "làm tròn",
  "không chấm",
  "không được chấm",
  "điểm liệt",
  "khống chế",
  "không áp dụng",
  "được cộng vào",
  "cộng vào tiêu chí",
  "cộng vào chỉ số",
  "giảm một nửa",
  "điểm tối thiểu",
  "không phải chấm",
  "không đánh giá",
  "được miễn",
  "miễn chấm",
  "mặc định",
  "điểm trung bình",
  "bình quân điểm",
  "rồi chia",
  "điểm chia",
  "quy đổi về",
  "quy đổi sang",
  "quy đổi thành điểm",
  "trọng số",
  "được thưởng",
  "với điều kiện",
  "áp dụng khi",
  "chỉ áp dụng",
  "áp dụng nếu",
  "không cộng dồn với",
  "một nửa của tiêu chí",
  "tương tự tiêu chí",
  "tương tự chỉ số",
  "như tiêu chí",
  "như chỉ số",
  "điểm cuối cùng",
  "điểm sàn",
  "điểm bằng",
  "điểm trần",
  "giảm một phần",
);
const harmless = phrases(
  "không chấm điểm lại",
  "đối với phần này",
  "được quy đổi theo các chỉ số còn lại",
  "quy đổi theo các chỉ số còn lại",
);

/** Whether words that were not understood may change the points. */
export function statesPoints(tokens: readonly Token[]): boolean {
  if (find(tokens, harmless, 0, tokens.length) >= 0) return false;
  if (tokens.some((token) => token.number?.percent || [">", "<", ">=", "<="].includes(token.base)))
    return true;
  if (tokens.some((token, at) => token.base === "=" && at < tokens.length - 1)) return true;
  return bearsOnPoints(tokens) || find(tokens, most, 0, tokens.length) >= 0;
}

/** Whether words speak of points, or of what is done to them, beside numbers and comparisons that may only tell what is counted. */
export function bearsOnPoints(tokens: readonly Token[]): boolean {
  if (changesPoints(tokens)) return true;
  if (tokens.some((_, at) => changesByNumber(tokens, at))) return true;
  if (find(tokens, applying, 0, Math.min(tokens.length, 2)) >= 0 && tokens.some(({ number }) => number))
    return true;
  const uncounted = endOf(tokens, tokens.length - 2, notCounted);
  if (uncounted === tokens.length || find(tokens, takenAs, 0, tokens.length) >= 0) return true;
  // "x 2", "* 0,5", "nhân 2"
  if (tokens.some((token, at) => ["x", "*", "nhan"].includes(token.base) && tokens[at + 1]?.number))
    return true;
  return find(tokens, weighty, 0, tokens.length) >= 0 || speaksOfPoints(tokens);
}

/** In a label it limits what is counted. */
const most = phrases("tối đa");

/** "(-5)", ": + 1", "mỗi ngày trừ 0,5", "cộng 2": a number that is added or taken off. */
function changesByNumber(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next?.number || next.number.code || next.number.written.includes("/")) return false;
  if (token.base === "-" || token.base === "+") return [":", "("].includes(tokens[at - 1]?.base ?? "");
  return token.base === "tru" || (token.key === addKey && tokens[at - 1]?.base !== "cong");
}

const addKey = wordsOf(tokensOf("cộng"))[0];
/** "Áp dụng cho xã có trên 1.000 dân" */
const applying = phrases("áp dụng");
/** "Riêng Sở Y tế không tính." */
const notCounted = phrases("không tính", "không chấm", "không xét");
const takenAs = phrases(
  "coi như không",
  "coi như chưa",
  "xem như không",
  "xem như chưa",
  "coi là không",
  "coi là chưa",
  "xem là không",
  "xem là chưa",
  "tính như không",
  "tính như chưa",
  "cộng thêm",
  "được cộng",
  "hạ một bậc",
  "hạ 1 bậc",
  "hạ bậc",
  "hạ mức",
  "hạ một loại",
);

/** "5 điểm", "điểm tối đa"; not "điểm cầu", "thời điểm". */
export function speaksOfPoints(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.base === "da" && tokens[at - 1]?.base === "toi" && tokens[at - 2]?.base === "diem") return true;
    if (token.base !== "diem") return false;
    // "(-5) điểm"
    const before = tokens[at - 1]?.base === ")" ? tokens[at - 2] : tokens[at - 1];
    return before?.number !== undefined && !places.has(tokens[at + 1]?.base ?? "");
  });
}

/** "10 điểm cầu", "5 điểm phục vụ": places. */
const places = new Set("cau phuc truy ban tiep den buu giao".split(" "));

const onlyWhen = phrases("chỉ tính khi", "chỉ tính nếu", "chỉ chấm khi", "chỉ chấm nếu", "chỉ được tính khi");
const conditionHeads = phrases(
  "nếu",
  "trường hợp",
  "trong trường hợp",
  "khi",
  "riêng",
  "riêng đối với",
  "đối với",
  "với",
  "đơn vị",
  "các đơn vị",
);
const discretionHeads = phrases(
  "trường hợp",
  "trong trường hợp",
  "nếu",
  "khi",
  "riêng",
  "riêng đối với",
  "trừ",
  "ngoại trừ",
  "trừ trường hợp",
);
const discretion = phrases("xem xét", "quyết định", "châm chước", "cho phép", "không phải trừ", "không bị");

/** "Ngoại trừ các xã biên giới.": from what, and with what points? */
const exempting = phrases("ngoại trừ", "trừ trường hợp", "trừ các trường hợp", "trừ những", "trừ các đơn vị");

/** What a condition may have for a consequence that bears on the points, though it names none. */
const consequences = phrases(
  "chỉ số này",
  "tiêu chí này",
  "mục này",
  "nội dung này",
  "phần này",
  "các ý",
  "các ý sau",
  "ý này",
  "coi như",
  "xem như",
  "được coi là",
  "lấy",
  "giảm",
  "hạ",
  "trừ",
  "nhân",
  "tính bằng",
  "được tính",
  "không tính",
  "không chấm",
  "không xét",
  "không đánh giá",
  "bằng 0",
  "tính như",
  "như không",
  "xem là",
  "coi là",
);

/** "Nếu chỉ số 1.1 bằng 0 thì chỉ số này bằng 0", "khi chưa có kế hoạch thì không chấm các ý sau". */
function changesPoints(tokens: readonly Token[]): boolean {
  let head = 0;
  while (["*", "(", ":", "-"].includes(tokens[head]?.base ?? "")) head++;
  const note = endOf(tokens, head, words.explanation);
  if (note > 0) head = tokens[note]?.base === ":" ? note + 1 : note;
  if (find(tokens, onlyWhen, head, tokens.length) >= 0 && tokens.some((token) => token.number)) return true;
  // "trường hợp bất khả kháng do Chủ tịch xem xét": a person decides.
  if (standsAt(tokens, head, discretionHeads) && find(tokens, discretion, head, tokens.length) >= 0)
    return true;
  if (standsAt(tokens, head, exempting)) return true;
  const then = tokens.findIndex(({ base }, at) => at > head && base === "thi");
  if (then < 0 || !standsAt(tokens, head, conditionHeads)) return false;
  return find(tokens, consequences, then + 1, tokens.length) >= 0;
}
