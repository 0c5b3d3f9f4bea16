/** What of a bundle is not as it must be, and the same in words. */
import { type Message, message } from "@opendti/engine";

/** Why a bundle is not what it says. `expected` is what the bundle itself makes necessary, `found` what stands in it. */
export interface BundleDifference {
  readonly what: /** no bundle, cut short, packed by another program, larger than the limits */
    | "not-a-bundle"
    | "too-large"
    /** a byte around the parts */
    | "container"
    | "part-missing"
    | "part-unknown"
    /** a part is not what its hash says */
    | "hash"
    /** a part cannot be read */
    | "unreadable"
    /** a statement of the manifest that another part denies */
    | "manifest"
    | "set"
    | "input"
    /** units that results and input do not share, or another order */
    | "unit"
    /** points or status of one indicator of one unit */
    | "points"
    /** total, rank, level … of one unit */
    | "member"
    /** another text for the same result */
    | "text"
    | "evidence"
    | "audit";
  /** The part; null: the file as a whole. */
  readonly file: string | null;
  readonly unit?: { readonly id: string; readonly name: string };
  /** Of the indicator; or the member of a result, of the manifest. */
  readonly code?: string;
  /** From 1. */
  readonly line?: number;
  /** Of the file, from 0. */
  readonly byte?: number;
  readonly expected: string | null;
  readonly found: string | null;
}

const WHAT: Readonly<Record<BundleDifference["what"], Message>> = {
  "not-a-bundle": message(
    "Đây không phải gói kết quả của OpenDTI, hoặc tệp bị cắt hay đã được nén lại",
    "This is no result bundle of OpenDTI, or it is cut short or packed anew",
  ),
  "too-large": message("Nội dung lớn quá mức cho phép", "There is more in it than is allowed"),
  container: message("Vỏ của gói bị đổi", "The file around the parts was changed"),
  "part-missing": message("Thiếu một phần của gói", "A part is missing"),
  "part-unknown": message(
    "Gói có phần lạ hoặc sai thứ tự",
    "There is an unknown part, or one out of its place",
  ),
  hash: message("Nội dung không khớp mã băm", "The content does not match its hash"),
  unreadable: message("Không đọc được", "It cannot be read"),
  manifest: message(
    "Bản kê không khớp với các phần khác",
    "The manifest does not agree with the other parts",
  ),
  set: message("Bộ chỉ số không dùng được", "The set cannot be used"),
  input: message("Số liệu đầu vào không dùng được", "The input cannot be used"),
  unit: message(
    "Danh sách đơn vị của số liệu và của kết quả khác nhau",
    "The input and the results differ in their units",
  ),
  points: message("Điểm tính lại khác điểm đã ghi", "Points computed again are not those recorded"),
  member: message("Kết quả tính lại khác kết quả đã ghi", "What is computed again is not what is recorded"),
  text: message("Cách ghi kết quả bị đổi", "The results are written otherwise"),
  evidence: message("Danh mục tài liệu kiểm chứng sai", "The list of evidence is wrong"),
  audit: message("Chuỗi niêm phong nhật ký bị đứt", "The chain of the audit log's seals is broken"),
};

/** The difference in one line: what, where, what must be there and what is. */
export function differenceWords(difference: BundleDifference): Message {
  return message(line(difference, "vi"), line(difference, "en"));
}

const PLACES = {
  vi: {
    unit: "đơn vị",
    code: "mục",
    line: "dòng",
    byte: "byte",
    expected: "đúng phải là",
    found: "trong gói là",
  },
  en: { unit: "unit", code: "at", line: "line", byte: "byte", expected: "must be", found: "is" },
} as const;

function line(
  { what, file, unit, code, line: row, byte, expected, found }: BundleDifference,
  language: "vi" | "en",
) {
  const words = PLACES[language];
  const places = [
    file,
    unit && `${words.unit} ${unit.name} (${unit.id})`,
    code && `${words.code} ${code}`,
    row && `${words.line} ${row}`,
    byte !== undefined && `${words.byte} ${byte}`,
  ].filter((place) => typeof place === "string");
  const sides = [
    expected !== null && `${words.expected} ${expected}`,
    found !== null && `${words.found} ${found}`,
  ].filter((side) => typeof side === "string");
  return [WHAT[what][language], ...places, ...sides].join(" · ");
}
