/** The words of the campaign book. */
import type { Language, Status } from "@opendti/engine";
import type { FrameRun } from "./types.js";

const WORDS = {
  ranking: { vi: "Xếp hạng", en: "Ranking" },
  charts: { vi: "Biểu đồ", en: "Charts" },
  pillars: { vi: "Điểm theo nhóm chỉ số", en: "Pillar scores" },
  details: { vi: "Chi tiết chỉ số", en: "Indicators" },
  movement: { vi: "So với năm trước", en: "Since last year" },
  causes: { vi: "Thay đổi theo chỉ số", en: "Changes by indicator" },
  notes: { vi: "Thuyết minh", en: "Notes" },
  noGroup: { vi: "Không xếp nhóm", en: "In no group" },
  group: { vi: "Nhóm xếp hạng", en: "Ranking group" },
  rank: { vi: "Hạng", en: "Rank" },
  unit: { vi: "Đơn vị", en: "Unit" },
  kind: { vi: "Loại đơn vị", en: "Kind of unit" },
  total: { vi: "Tổng điểm", en: "Total" },
  max: { vi: "Điểm tối đa", en: "Maximum" },
  share: { vi: "Tỷ lệ đạt", en: "Share" },
  level: { vi: "Mức", en: "Level" },
  selfScore: { vi: "Tự đánh giá", en: "Self-score" },
  selfRank: { vi: "Hạng theo tự đánh giá", en: "Rank by self-score" },
  appraised: { vi: "Thẩm định", en: "Appraised" },
  final: { vi: "Công nhận", en: "Final" },
  gap: { vi: "Công nhận trừ tự đánh giá", en: "Final minus self-score" },
  pillar: { vi: "Nhóm chỉ số", en: "Pillar" },
  code: { vi: "Mã", en: "Code" },
  indicator: { vi: "Chỉ số", en: "Indicator" },
  status: { vi: "Trạng thái số liệu", en: "Status of the data" },
  verdict: { vi: "Kết quả thẩm định", en: "Verdict" },
  reason: { vi: "Lý do điều chỉnh", en: "Reason of the adjustment" },
  notSubmitted: { vi: "Không nộp phiếu", en: "Nothing submitted" },
  yearBefore: { vi: "Năm so sánh", en: "Year compared" },
  nameBefore: { vi: "Tên khi đó", en: "Name then" },
  totalBefore: { vi: "Tổng điểm năm trước", en: "Total before" },
  maxBefore: { vi: "Tối đa năm trước", en: "Maximum before" },
  rankBefore: { vi: "Hạng năm trước", en: "Rank before" },
  rankChange: { vi: "Thay đổi hạng (+ là lên)", en: "Places gained" },
  change: { vi: "Thay đổi điểm", en: "Change of points" },
  own: { vi: "Do số liệu của đơn vị", en: "By the unit's own data" },
  rules: { vi: "Do cách tính thay đổi", en: "By changed rules" },
  others: { vi: "Do các đơn vị khác", en: "By the other units" },
  why: { vi: "Vì sao không tách được", en: "Why it cannot be taken apart" },
  rest: { vi: "(phần do làm tròn)", en: "(what rounding leaves)" },
  nothingBefore: {
    vi: "Không có kết quả đã công bố của năm trước để so sánh",
    en: "There is no published result of an earlier year to compare with",
  },
  best: { vi: "Cao nhất nhóm", en: "Best of the group" },
  median: { vi: "Trung vị nhóm", en: "Middle of the group" },
  first: { vi: "Đơn vị đứng đầu", en: "First in rank" },
  page: { vi: "Trang &P/&N", en: "Page &P of &N" },
} as const satisfies Record<string, Record<Language, string>>;

export type WordKey = keyof typeof WORDS;
/** The words in one language. */
export type Say = (key: WordKey) => string;
export const wordsIn =
  (language: Language): Say =>
  (key) =>
    WORDS[key][language];

const STATUSES: Readonly<Record<Status, Readonly<Record<Language, string>>>> = {
  scored: { vi: "Có số liệu", en: "Scored" },
  missing: { vi: "Chưa kê khai", en: "Missing" },
  undefined: { vi: "Không xác định (chia cho 0)", en: "Undefined (division by 0)" },
  not_applicable: { vi: "Không áp dụng", en: "Not applicable" },
  pending: { vi: "Chờ chấm", en: "Pending" },
};
export const statusWords = (status: Status | null, language: Language): string | null =>
  status === null ? null : STATUSES[status][language];

const VERDICTS = {
  agreed: { vi: "Đồng ý", en: "Agreed" },
  adjusted: { vi: "Điều chỉnh", en: "Adjusted" },
} as const;
export const verdictWords = (verdict: keyof typeof VERDICTS | null, language: Language): string | null =>
  verdict === null ? null : VERDICTS[verdict][language];

/** A moment as a day in Vietnam. */
export const dayOf = (moment: Date): string => {
  const [year, month, day] = new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
};

const STATES: Readonly<Record<FrameRun["state"], Readonly<Record<Language, string>>>> = {
  compiled: { vi: "CHƯA CÔNG BỐ: bản tổng hợp, chưa phê duyệt", en: "NOT PUBLISHED: compiled, not approved" },
  approved: { vi: "CHƯA CÔNG BỐ: đã phê duyệt, chưa công bố", en: "NOT PUBLISHED: approved, not published" },
  published: { vi: "Đã công bố", en: "Published" },
  withdrawn: { vi: "ĐÃ THU HỒI: không còn hiệu lực", en: "WITHDRAWN: no longer in force" },
  superseded: { vi: "ĐÃ THAY THẾ: có bản công bố mới hơn", en: "SUPERSEDED: a newer one is published" },
};

/** How the results stand, in a line; whether it is a warning. */
export function standingLine(
  run: FrameRun | null,
  language: Language,
): { readonly text: string; readonly warns: boolean } {
  const vi = language === "vi";
  if (run === null)
    return {
      text: vi ? "Kết quả nhập từ năm trước khi có hệ thống" : "Results of a year before the system",
      warns: false,
    };
  const number = vi ? `Bản tổng hợp số ${run.number}` : `Compilation ${run.number}`;
  const state = STATES[run.state][language];
  const day =
    run.state === "published" && run.publishedAt !== null
      ? ` ${vi ? "ngày" : "on"} ${dayOf(run.publishedAt)}`
      : "";
  return { text: `${state}${day}. ${number}.`, warns: run.state !== "published" };
}
