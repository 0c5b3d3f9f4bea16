/**
 * The lines of a rule's words: each item on a line of its own, as the decision means it. Lines that a narrow column broke
 * are joined, and items that a digitiser ran together are set apart; no letter is added or taken away.
 */

/** What begins an item: a bullet, "a =", "1.", "Tỷ lệ ≥", "Mức 2", "Giải thích:". */
const BEGINS =
  /^(?:[-+•–]|\*\s|[a-zđ]\d?\s*[=.:)]\s|[a-zđ]\d?=|\d+[.)]\s|(?:Tỷ lệ|Điểm)\s*(?:[=<>≤≥:]|%)|Mức\s+\d|(?:Thang điểm|Giải thích|Ghi chú|Đơn vị|Trong đó|Lưu ý|Cách tính|Công thức)\b\s*:?)/iu;

/** After these words a sentence goes on, whatever letter follows. */
const GOES_ON = /(?:\b(?:và|hoặc|của|theo|với|tại|do|trong|từ|đến|cho|các|những|bộ|pháp|qua)|[,(/=–-])$/iu;

/** The end of an item without a mark: points, a quotient, a percent. */
const ITEM_END = String.raw`(?:[;:.)%]|[Đđ]iểm(?:\s+tối\s+đa)?|[A-Za-z)]\s*\/\s*[A-Za-z(][A-Za-z+)]*|[Tt][ỷỉ]\s+lệ)`;

const BREAKS: readonly (readonly [RegExp, string])[] = [
  // "Điểm tối đa - Chưa ban hành: 0 điểm", "=a/b- Điểm=", "điểm.- Đã"; not "Phát thanh - Truyền hình".
  // Not "từ 80% - dưới 100%": a capital must follow, so the letters' case counts.
  [new RegExp(`(${ITEM_END})[ \\t]*(?=[-–][ \\t]*\\p{Lu}\\p{Ll})`, "gu"), "$1\n"],
  // ";- a= Số lượng …"
  [/([;:.]|(?<=\p{Ll}))[ \t]*(?=-[ \t]*[a-zđ]\d?[ \t]*=)/gu, "$1\n"],
  // "- Điểm=+ Tỷ lệ>=80%", "tỷ lệ+ Tỷ lệ=a/b"; not "Số A + Số B".
  [/([;:=.)])[ \t]*(?=\+[ \t]*\p{Lu}\p{Ll})/gu, "$1\n"],
  [/(\p{Ll})(?=\+[ \t]*\p{Lu}\p{Ll})/gu, "$1\n"],
  // "…;b= Tổng số", "đổi số; e = Tổng số"
  [/([;.])[ \t]*(?=[a-zđ]\d?[ \t]*=[ \t]*\p{L})/gu, "$1\n"],
  // "(điểm tối đa)Mức 2 ≥ 7%"
  [/([:;.)%]|điểm)[ \t]*(?=Mức[ \t]+\d)/giu, "$1\n"],
  // "*100%Thang điểm:", "tối đa.Giải thích:"
  [/([%.;)]|đa|điểm)[ \t]*(?=(?:Thang điểm|Giải thích)[ \t]*:)/gu, "$1\n"],
  // "Điểm tối đa(Đối với các đơn vị …)"
  [/(đa|điểm)[.;]?[ \t]*(?=\((?:Đối với|Trường hợp|Riêng|Nếu)(?!\p{L}))/gu, "$1\n"],
  // "0 điểm. 2. Đáp ứng yêu cầu"
  [/(điểm[.;]?|[;)])[ \t]+(?=\d\.[ \t]+\p{Lu})/gu, "$1\n"],
];

/** Longer than the rule of any indicator: left as it is, and not read either. */
const LONGEST = 8000;

/** The words with their items on lines of their own. */
export function layOutRule(text: string): string {
  if (text.length > LONGEST) return text;
  const items: string[][] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    const item = items.at(-1);
    const before = item?.at(-1);
    if (line === "") continue;
    if (!item || before === undefined || !continues(before, line)) items.push([line]);
    // "TT-" and "BTTTT" are one word; "Phát thanh -" and "Truyền hình" are not.
    else item.push(/[\p{L}\d]-$/u.test(before) ? "" : " ", line);
  }
  return items
    .map((pieces) => pieces.join(""))
    .map((line) => BREAKS.reduce((broken, [at, put]) => broken.replace(at, put), plusList(line)))
    .join("\n");
}

/** "+ Số lượng A + Số lượng B": bullets run together, where the line itself is one and no formula. */
function plusList(line: string): string {
  return /^\+\s/.test(line) && !line.includes("=")
    ? line.replace(/([\p{L})])[ \t]+(?=\+[ \t]+\p{Lu}\p{Ll})/gu, "$1\n")
    : line;
}

/** Whether a line goes on with the line above. */
function continues(before: string, line: string): boolean {
  const end = before.slice(-40);
  if (/[;:.]\s*[-–]$/.test(end) || /^[;,)*/=](?!\s*\p{Lu}\p{Ll}+\s*:)/u.test(line)) return true;
  if (BEGINS.test(line)) return false;
  if (/^\p{Ll}/u.test(line)) return true;
  if (/^[\d(≥≤<>%]/u.test(line)) return !/[.;]$/.test(end);
  if (/[.;:]$/.test(end)) return false;
  return GOES_ON.test(end) || /^(?:\p{Lu}{2}|Min-Max)/u.test(line);
}
