/** The heading of a column to its role, in the many wordings of provinces and ministries. */
import { oneLine } from "../blocks/clean.js";
import { plain } from "./plain.js";
import type { ColumnRole } from "./types.js";

export interface ReadHeading {
  readonly role: ColumnRole;
  /** How much of the heading the wording explains, 0 to 1: a sentence that contains "ghi chú" is no heading. */
  readonly share: number;
  readonly year?: number;
}

interface Wording {
  readonly role: ColumnRole;
  readonly words: RegExp;
}

const SUBJECT =
  "(?:chi so|chi tieu|tieu chi|tieu chuan|chi bao|noi dung|linh vuc|nhiem vu|hang muc|tieu muc|yeu cau|dich vu|thong tin chung|thong tin|cau hoi|thanh phan|tham so|truong thong tin)";
const SUBJECT_MORE =
  "(?: (?:chinh|thanh phan|cap \\d|nhanh|con|chung|danh gia|xep hang|thuc hien|cong viec|cham diem|chi so|tieu chi|tieu chi thanh phan|chi so thanh phan|ke khai|cung cap|can danh gia|dti|chuyen doi so))*";

/** The first that fits the beginning wins; more particular wordings stand before general ones. */
const WORDINGS: readonly Wording[] = [
  wording("number", "(?:so )?(?:stt|tt|tt chi so|so thu tu|so tt|thu tu|so hieu|so ttt?|id|no|#)"),
  wording("number", "(?:ma|ma so|ma hieu|ky hieu|so hieu)(?: (?:chi so|tieu chi|chi tieu|so))*"),
  // Points: what the column is about stands behind the word.
  wording(
    "self_score",
    "(?:diem )?(?:co quan |don vi |dia phuong |so nganh )*tu (?:danh gia|cham)(?: cham)?(?: diem)?",
  ),
  wording(
    "self_score",
    "(?:diem|ket qua)(?: so)? (?:cua )?(?:don vi|co quan|dia phuong|so nganh)?(?: )?tu (?:danh gia|cham)",
  ),
  wording("self_score", "(?:don vi|co quan|dia phuong)(?:/\\S+)* (?:cham|danh gia)(?: diem)?"),
  wording(
    "max",
    "(?:tong )?(?:so )?(?:diem|thang diem|muc diem)(?: so)? (?:toi da|chuan|cao nhat|quy dinh|cho phep|tuyet doi)",
  ),
  wording(
    "max",
    "(?:toi da|diem chuan|thang diem|khung diem|ba rem diem|barem diem|barem|trong so)(?: (?:toi da|chuan|danh gia|cham))?",
  ),
  wording("self_score", ".{0,40}\\btu (?:cham|danh gia)(?: diem| cham diem)?"),
  wording("score", "(?:diem |ket qua )?(?:nam )?20\\d\\d"),
  wording(
    "score",
    "(?:diem|ket qua)(?: so)?(?: dat)?(?: duoc)?(?: cua)? ?(?:nam|quy|ky)(?: (?:\\d{4}|truoc))?",
  ),
  wording(
    "score",
    "(?:diem|ket qua)(?: so)? (?:tham dinh|dat duoc|dat|cong bo|cong nhan|thuc te|danh gia|cham|cham diem|qua tham dinh|sau tham dinh|phuc tra|xep hang|xet duyet|phe duyet|hoi dong|to tham dinh|kiem tra)",
  ),
  wording(
    "score",
    "(?:hoi dong|to tham dinh|co quan tham dinh|don vi tham dinh|tham dinh|ubnd tinh|so tttt|bo tttt|so khcn)(?: (?:tham dinh|cham|danh gia|cham diem|hoi dong))*(?: diem)?",
  ),
  wording(
    "rule",
    "(?:cach thuc|cach|phuong phap|phuong an|huong dan|cong thuc|nguyen tac|quy dinh|co so|can cu|quy tac)(?:[ /](?:va|xac dinh|tinh toan|tinh diem|tinh|cham diem|cham|cho diem|danh gia|do luong|do|quy doi|diem|chi tiet|thuc hien|so lieu|chi so|tieu chi|phuong phap|cach|cong thuc|hoac|huong dan|de))*",
  ),
  wording("rule", "(?:thang diem|diem)(?: chi tiet)? (?:va|/) (?:cach|phuong phap).*"),
  wording("rule", "(?:xac dinh|tinh|cham|danh gia)(?: (?:va|tinh|cham|danh gia))* diem"),
  wording(
    "rule",
    "(?:dien giai|giai thich|mo ta|muc do danh gia|muc danh gia|tieu chuan danh gia|tieu chuan cham diem|noi dung cham diem|noi dung va cach cham|chi tiet cham diem|yeu cau dat duoc|dieu kien dat diem)",
  ),
  wording(
    "evidence",
    "(?:ghi chu/)?(?:(?:cac|danh muc|tai lieu|van ban|ho so|link|duong dan|file|tep|noi dung|dia chi|thong tin|can cu|san pham)[ /])*(?:minh chung|kiem chung|chung minh|dinh kem)",
  ),
  wording("evidence", "(?:tai lieu|ho so|van ban)(?: (?:kem theo|lien quan|gui kem))"),
  wording(
    "source",
    "(?:nguon|don vi cung cap|co quan cung cap|noi cung cap|cung cap)(?: (?:thu thap|so lieu|du lieu|thong tin|cung cap|kiem chung|xac minh))*",
  ),
  wording(
    "lead",
    "(?:(?:cac|co quan|don vi|phong|bo phan|to chuc|phong ban|ca nhan|dia phuong|so|ban|nganh)[ /])*(?:duoc giao )?(?:chu tri|dau moi|phu trach|thuc hien|chiu trach nhiem|tham muu|theo doi|duoc phan cong|duoc giao)(?: (?:chinh|thuc hien|tham muu|phu trach|theo doi|nhiem vu|trien khai|va|phoi hop|tham dinh))*",
  ),
  wording(
    "lead",
    "(?:phan cong|trach nhiem|nguoi phu trach|can bo phu trach|lanh dao phu trach|nguoi thuc hien|can bo thuc hien)(?: (?:thuc hien|nhiem vu|chu tri|phu trach))*",
  ),
  wording(
    "coordinating",
    "(?:(?:cac|co quan|don vi|phong|bo phan|ca nhan|dia phuong|so|ban|nganh)[ /])*(?:cung )?phoi hop(?: thuc hien)?",
  ),
  wording(
    "deadline",
    "(?:thoi gian|thoi han|han|tien do|lo trinh|moc thoi gian|ky han|ngay)(?: (?:hoan thanh|thuc hien|bao cao|nop|xong|trien khai|dat|du kien))*",
  ),
  wording("unit", "(?:don vi tinh|dvt|don vi do|don vi do luong)"),
  wording(
    "declared",
    "(?:so lieu|du lieu|ke khai|gia tri|tra loi|noi dung ke khai|thong tin ke khai|noi dung tra loi|phan ke khai|so luong|thuc trang|hien trang|ket qua thuc hien|ket qua dat duoc|ket qua|tinh hinh thuc hien|tu ke khai)(?: (?:ke khai|thuc te|cung cap|cua don vi|cua co quan|thuc hien|dau vao|thong ke|bao cao|nam))*",
  ),
  wording("note", "(?:ghi chu|chu thich|luu y|chu y|giai trinh|nhan xet|y kien)(?: (?:khac|them|neu co))*"),
  wording(
    "title",
    `(?:ten |cac |bo |nhom |danh muc |ten cac |chi tiet )*${SUBJECT}${SUBJECT_MORE}(?:/(?:ten |cac |nhom )*${SUBJECT}${SUBJECT_MORE})*`,
  ),
  wording("title", "(?:ten|danh sach|danh muc)(?: .*)?"),
  wording("group", "(?:tru cot|nhom|khoi|chuong|phan)(?: (?:chi so|tieu chi|chinh|danh gia))*"),
  wording("score", "diem .{0,40}(?:cham|danh gia|tham dinh|cong nhan|dat)"),
  wording("lead", "(?:co quan|phong|bo phan|don vi/(?:ca nhan|bo phan))"),
  wording("unit", "don vi"),
  wording("max", "(?:tong diem|tong so diem|so diem|diem so|diem)"),
];

function wording(role: ColumnRole, words: string): Wording {
  return { role, words: new RegExp(`^(?:${words})(?=$|[ /])`) };
}

/** Words that may stand behind any heading and change nothing: "của tỉnh năm 2022 (nếu có)". */
const BEHIND =
  /\b(?:cua|nam|neu co|theo|tinh|bo|so|nganh|don vi|co quan|dia phuong|cap|xa|phuong|huyen|diem|\d{1,4}|toi da|va|cac|tai|quyet dinh|chi so|thanh phan|chinh|tieu chi|minh chung|kiem chung|lien quan|tu|kem theo|chi tiet|ghi ro|nhom|du kien|thuc hien|cho|tung|moi|dti|cds|chuyen doi so|dong|ty|trieu)\b/g;

const YEAR = /\b(20\d\d)\b/;

const LONGEST = 220;

/** What a heading says; undefined for words that are no heading. */
export function readHeading(text: string): ReadHeading | undefined {
  if (text.length > LONGEST * 2) return undefined;
  const words = plain(oneLine(text).replace(/[*_]/g, " "));
  if (words === "" || words.length > LONGEST) return undefined;
  const year = YEAR.exec(words)?.[1];
  for (const { role, words: pattern } of WORDINGS) {
    const match = pattern.exec(words);
    if (!match) continue;
    const rest = words
      .slice(match[0].length)
      .replace(BEHIND, "")
      .replace(/[^\p{L}]+/gu, "");
    const share = match[0].length / (match[0].length + rest.length);
    return { role, share, ...(year === undefined ? {} : { year: Number(year) }) };
  }
  return undefined;
}

/** A cell that a header may have: short, and its words are those of a heading and little else. */
export function isHeading(text: string): boolean {
  const read = readHeading(text);
  return read !== undefined && read.share >= 0.5;
}
