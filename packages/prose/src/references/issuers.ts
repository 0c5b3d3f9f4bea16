import { type Characters, isDigit, isLetter, isUpper, pass, passOnLine } from "./characters.js";
import { oneLine } from "./places.js";
import { lexicon, lookUp, matchWord, phrase } from "./words.js";

/** An agency named in words, from one unit to another (with "của" before it, when it stands there). */
export interface IssuerFound {
  readonly from: number;
  readonly end: number;
  readonly nameFrom: number;
  readonly nameEnd: number;
  readonly name: string;
}

const of = phrase("của");
const by = phrase("do");
const and = phrase("và");
const issues = phrase("ban hành");
const city = phrase("tp");
/** "Ban chỉ đạo", "Ban tổ chức": what follows is its name. */
const board = phrase("ban");

/** What agencies and those who sign for them are called by. */
const agencies = lexicon(
  [
    "ban",
    "bộ",
    "bộ trưởng",
    "cấp ủy",
    "chi bộ",
    "chi cục",
    "chi ủy",
    "chính phủ",
    "chủ tịch",
    "công an",
    "cục",
    "cục trưởng",
    "đảng bộ",
    "đảng ủy",
    "đoàn",
    "giám đốc",
    "hđnd",
    "học viện",
    "hội",
    "hội đồng",
    "huyện ủy",
    "kho bạc",
    "liên đoàn",
    "mặt trận",
    "phòng",
    "quốc hội",
    "sở",
    "thành ủy",
    "thanh tra",
    "thị ủy",
    "thủ tướng",
    "tỉnh ủy",
    "tòa án",
    "tổng cục",
    "trung tâm",
    "trung ương",
    "trưởng ban",
    "trường",
    "ubnd",
    "ủy ban",
    "ủy ban nhân dân",
    "văn phòng",
    "viện",
    "viện kiểm sát",
    "vụ",
  ].map((name) => [name, true] as const),
);

/** Begin like an agency and are none. */
const noAgencies = lexicon(
  [
    "bộ tiêu chí",
    "bộ chỉ số",
    "bộ luật",
    "bộ phận",
    "bộ thủ tục",
    "ban hành",
    "hội nghị",
    "hội thảo",
    "phòng chống",
    "vụ việc",
  ].map((name) => [name, true] as const),
);

/** Lower-case names that "của" may take: "của tỉnh", "của đơn vị". */
const local = lexicon(
  ["tỉnh", "thành phố", "huyện", "thị xã", "xã", "phường", "đơn vị", "cơ quan", "ngành"].map(
    (name) => [name, true] as const,
  ),
);

/** Words that go on with the sentence: the name of the agency has ended before them. Capitals make a name of them
 * ("Ban Tổ chức"), except of the first. */
const titleBegins = lexicon(["về", "v/v", "ngày", "số"].map((words) => [words, true] as const));
const afterwards = lexicon(
  [
    ..."có đã để tại ở trong là được gửi giao đối khi theo nhằm cho từ đến này trên năm tháng".split(" "),
    ..."với bằng thì mà nên nêu kèm trang tr phần mục điều khoản phụ lục do".split(" "),
    ..."quy định,ban hành,phê duyệt,triển khai,hướng dẫn,thực hiện,phân công,yêu cầu,sửa đổi".split(","),
    ..."bổ sung,thành lập,kiện toàn,công bố,thay thế,chỉ đạo,tổ chức,công nhận,đề nghị,thông báo".split(","),
    ..."báo cáo,tăng cường,như sau,hiện nay,ký ban hành,tham mưu,chấn chỉnh,đôn đốc".split(","),
  ].map((words) => [words, true] as const),
);

/** Commas and dashes that are part of a name. */
const punctuated = [
  ["văn hóa", "thể thao"],
  ["văn hóa", "thông tin"],
  ["lao động", "thương binh"],
  ["văn phòng", "chính sách"],
  ["kế hoạch", "tài chính"],
  ["tài chính", "kế hoạch"],
  ["kinh tế", "hạ tầng"],
].map(([before = "", after = ""]) => ({ before: phrase(before), after: phrase(after) }));

const MOST_WORDS = 18;
const LONGEST_WORD = 40;

/** Whether a word of this place begins the name of an agency: "Ban …", "UBND …", "BTTTT". */
export function namesAgency(c: Characters, at: number): boolean {
  return isUpper(c, at) && lookUp(c, at, agencies) !== null && lookUp(c, at, noAgencies) === null;
}

/**
 * Reads "của Ban Dân tộc tỉnh", "do UBND tỉnh ban hành", or an agency's name by itself when `bare`. `startsDocument`
 * says where another reference begins, which ends the name.
 */
export function readIssuer(
  c: Characters,
  from: number,
  bare: boolean,
  startsDocument: (at: number) => boolean,
): IssuerFound | null {
  const ofEnd = matchWord(c, from, of);
  if (ofEnd >= 0) {
    const nameFrom = pass(c, ofEnd);
    const named = isUpper(c, nameFrom) || lookUp(c, nameFrom, agencies) || lookUp(c, nameFrom, local);
    return named ? nameAt(c, from, nameFrom, startsDocument) : null;
  }
  const byEnd = matchWord(c, from, by);
  if (byEnd >= 0) {
    const nameFrom = pass(c, byEnd);
    const found = namesAgency(c, nameFrom) ? nameAt(c, from, nameFrom, startsDocument) : null;
    const end = found ? matchWord(c, pass(c, found.end), issues) : -1;
    return found && end >= 0 ? { ...found, end } : null;
  }
  return bare && namesAgency(c, from) ? nameAt(c, from, from, startsDocument) : null;
}

function nameAt(
  c: Characters,
  from: number,
  nameFrom: number,
  startsDocument: (at: number) => boolean,
): IssuerFound | null {
  let end = wordEnd(c, nameFrom);
  let last = nameFrom;
  for (let words = 1; words < MOST_WORDS; words++) {
    const next = pass(c, end);
    if (next === end) {
      const joined = punctuation(c, last, end);
      if (joined < 0) break;
      last = joined;
      end = wordEnd(c, joined);
      continue;
    }
    const dash = c.letter[next] === "-" ? punctuation(c, last, next) : -1;
    const word = dash >= 0 ? dash : next;
    if (!isLetter(c, word) || (dash < 0 && goesOn(c, [last, end, word], startsDocument))) break;
    last = isUpper(c, word) ? word : last;
    end = wordEnd(c, word);
    if (end === word) break;
  }
  if (end === nameFrom) return null;
  return { from, end, nameFrom, nameEnd: end, name: oneLine(c, nameFrom, end) };
}

/** Whether the word belongs to the sentence and no more to the name. */
function goesOn(
  c: Characters,
  [last, end, word]: readonly [last: number, end: number, word: number],
  startsDocument: (at: number) => boolean,
): boolean {
  // A name may be wrapped onto a line that goes on in lower case; a capital begins something else.
  if (isUpper(c, word) && passOnLine(c, end) === end) return true;
  const begun = lookUp(c, word, titleBegins, { fused: true });
  if (begun) {
    // "Ban Chỉ đạo chuyển đổi số tỉnh" against "số 12/QĐ-BDT".
    const number = c.letter[word] === "s";
    return number ? isDigit(c, pass(c, begun.end)) : !isLetter(c, begun.end);
  }
  const steering = matchWord(c, last, board) >= 0;
  if (!isUpper(c, word) && !steering && lookUp(c, word, afterwards)) return true;
  const andEnd = matchWord(c, word, and);
  if (andEnd >= 0) {
    const next = pass(c, andEnd);
    return !isLetter(c, next) || startsDocument(next) || lookUp(c, next, afterwards) !== null;
  }
  return startsDocument(word);
}

/** "Văn hóa, Thể thao", "Lao động - Thương binh": where the word after the comma or dash is, or -1. */
function punctuation(c: Characters, last: number, at: number): number {
  if (c.letter[at] !== "," && c.letter[at] !== "-") return -1;
  const next = passOnLine(c, at + 1);
  const known = punctuated.some(
    ({ before, after }) => matchWord(c, last, before) >= 0 && matchWord(c, next, after) >= 0,
  );
  return known ? next : -1;
}

function wordEnd(c: Characters, at: number): number {
  let end = at;
  while (end - at < LONGEST_WORD && (isLetter(c, end) || (end > at && isInner(c, end)))) end++;
  // "TP. Hồ Chí Minh"
  const shortened = c.letter[end] === "." && matchWord(c, at, city) === end && isUpper(c, pass(c, end + 1));
  return shortened ? end + 1 : end;
}

/** "TP.HCM", "TT&TT", "Quận 1" (the digit), "V-VP". */
function isInner(c: Characters, at: number): boolean {
  const letter = c.letter[at] ?? "";
  return (letter === "&" || letter === "." || letter === "-") && isUpper(c, at - 1) && isUpper(c, at + 1);
}
