/** The texts of the public pages, in both languages. */
import type { Language } from "@opendti/engine";

export interface Words {
  readonly site: string;
  readonly listTitle: string;
  readonly listLead: string;
  readonly nothing: string;
  readonly skip: string;
  readonly signIn: string;
  readonly otherLanguage: string;
  readonly home: string;
  readonly year: string;
  readonly published: (day: string) => string;
  readonly corrected: (day: string) => string;
  readonly earlier: string;
  readonly units: (count: number) => string;
  readonly view: string;
  readonly search: string;
  readonly find: string;
  readonly group: string;
  readonly allGroups: string;
  readonly noGroup: string;
  readonly clear: string;
  readonly found: (count: number, text: string) => string;
  readonly notFound: string;
  readonly downloads: string;
  readonly package: string;
  readonly groupFacts: (count: number, best: string, median: string) => string;
  readonly rank: string;
  readonly unit: string;
  readonly total: string;
  readonly outOf: (max: string) => string;
  readonly pillarsHidden: string;
  readonly change: string;
  readonly up: (places: number, year: number) => string;
  readonly down: (places: number, year: number) => string;
  readonly same: (year: number) => string;
  readonly isNew: string;
  readonly unranked: string;
  readonly notSubmitted: string;
  readonly page: (page: number, pages: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly rankOf: (rank: number, of: number) => string;
  readonly inGroup: (group: string) => string;
  readonly level: string;
  readonly pillars: string;
  readonly pillar: string;
  readonly points: string;
  readonly max: string;
  readonly share: string;
  readonly best: string;
  readonly median: string;
  readonly legendOwn: string;
  readonly indicators: string;
  readonly indicator: string;
  readonly status: Readonly<Record<"missing" | "undefined" | "not_applicable" | "pending", string>>;
  readonly years: string;
  readonly calledThen: string;
  readonly bonus: string;
  readonly goneTitle: string;
  readonly gone: string;
  readonly backToList: string;
  readonly backToRanking: string;
  readonly footer: string;
}

const vi: Words = {
  site: "Công bố kết quả chuyển đổi số",
  listTitle: "Kết quả đánh giá chuyển đổi số",
  listLead: "Các đợt đánh giá đã công bố. Ai cũng xem được, không cần đăng nhập.",
  nothing: "Chưa có đợt đánh giá nào được công bố.",
  skip: "Tới nội dung",
  signIn: "Đăng nhập",
  otherLanguage: "English",
  home: "Trang công bố",
  year: "Năm",
  published: (day) => `Công bố ngày ${day}`,
  corrected: (day) => `Kết quả đã được điều chỉnh so với lần công bố ngày ${day}.`,
  earlier: "Kết quả các năm trước",
  units: (count) => `${count.toLocaleString("vi-VN")} đơn vị`,
  view: "Xem kết quả",
  search: "Tìm đơn vị",
  find: "Tìm",
  group: "Nhóm xếp hạng",
  allGroups: "Tất cả các nhóm",
  noGroup: "Không xếp nhóm",
  clear: "Bỏ lọc",
  found: (count, text) => `${count.toLocaleString("vi-VN")} đơn vị có tên chứa “${text}”.`,
  notFound: "Không có đơn vị nào khớp. Thử gõ ít chữ hơn, có dấu hay không dấu đều được.",
  downloads: "Tải dữ liệu mở",
  package: "Gói dữ liệu có mô tả",
  groupFacts: (count, best, median) =>
    `${count.toLocaleString("vi-VN")} đơn vị · cao nhất ${best} · trung vị ${median}`,
  rank: "Hạng",
  unit: "Đơn vị",
  total: "Tổng điểm",
  outOf: (max) => `trên ${max}`,
  pillarsHidden: "Điểm từng chỉ số chính có ở trang của mỗi đơn vị.",
  change: "So với lần trước",
  up: (places, year) => `Tăng ${places} bậc so với năm ${year}`,
  down: (places, year) => `Giảm ${places} bậc so với năm ${year}`,
  same: (year) => `Giữ hạng so với năm ${year}`,
  isNew: "Lần đầu",
  unranked: "Không xếp hạng",
  notSubmitted: "Không nộp phiếu",
  page: (page, pages) => `Trang ${page} trên ${pages}`,
  previous: "Trang trước",
  next: "Trang sau",
  rankOf: (rank, of) => `Hạng ${rank} trên ${of}`,
  inGroup: (group) => `trong nhóm ${group}`,
  level: "Xếp loại",
  pillars: "Điểm theo chỉ số chính",
  pillar: "Chỉ số chính",
  points: "Điểm",
  max: "Tối đa",
  share: "Tỷ lệ đạt",
  best: "Cao nhất nhóm",
  median: "Trung vị nhóm",
  legendOwn: "Đơn vị này",
  indicators: "Điểm từng chỉ số thành phần",
  indicator: "Chỉ số",
  status: {
    missing: "Không có số liệu",
    undefined: "Không tính được",
    not_applicable: "Không áp dụng",
    pending: "Tạm tính",
  },
  years: "Qua các năm",
  calledThen: "Tên đơn vị khi đó",
  bonus: "Điểm thưởng",
  goneTitle: "Không có trang này",
  gone: "Địa chỉ không đúng, hoặc kết quả chưa được công bố hay đã được thu hồi.",
  backToList: "Xem các đợt đã công bố",
  backToRanking: "Xem bảng xếp hạng",
  footer: "Điểm được tính đúng theo bộ chỉ số đã ban hành. Dữ liệu mở, được dùng lại khi ghi nguồn.",
};

const en: Words = {
  site: "Published results of digital transformation",
  listTitle: "Results of the digital transformation assessment",
  listLead: "Published assessments. Open to everybody, no sign-in needed.",
  nothing: "No assessment has been published yet.",
  skip: "To the content",
  signIn: "Sign in",
  otherLanguage: "Tiếng Việt",
  home: "Published results",
  year: "Year",
  published: (day) => `Published ${day}`,
  corrected: (day) => `These results correct those published on ${day}.`,
  earlier: "Results of earlier years",
  units: (count) => `${count.toLocaleString("en")} ${count === 1 ? "unit" : "units"}`,
  view: "See the results",
  search: "Find a unit",
  find: "Find",
  group: "Ranking group",
  allGroups: "All groups",
  noGroup: "In no group",
  clear: "Clear",
  found: (count, text) =>
    `${count.toLocaleString("en")} ${count === 1 ? "unit has" : "units have"} “${text}” in the name.`,
  notFound: "No unit matches. Try fewer letters; marks do not matter.",
  downloads: "Open data",
  package: "Described data package",
  groupFacts: (count, best, median) =>
    `${count.toLocaleString("en")} ${count === 1 ? "unit" : "units"} · best ${best} · median ${median}`,
  rank: "Rank",
  unit: "Unit",
  total: "Total",
  outOf: (max) => `of ${max}`,
  pillarsHidden: "Points of each pillar are on the page of each unit.",
  change: "Since last time",
  up: (places, year) => `Up ${places} since ${year}`,
  down: (places, year) => `Down ${places} since ${year}`,
  same: (year) => `The same rank as in ${year}`,
  isNew: "First time",
  unranked: "Not ranked",
  notSubmitted: "Submitted nothing",
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: "Previous page",
  next: "Next page",
  rankOf: (rank, of) => `Rank ${rank} of ${of}`,
  inGroup: (group) => `in ${group}`,
  level: "Level",
  pillars: "Points by pillar",
  pillar: "Pillar",
  points: "Points",
  max: "Maximum",
  share: "Share reached",
  best: "Best of group",
  median: "Median of group",
  legendOwn: "This unit",
  indicators: "Points by indicator",
  indicator: "Indicator",
  status: {
    missing: "No data",
    undefined: "Cannot be computed",
    not_applicable: "Not applicable",
    pending: "Provisional",
  },
  years: "Over the years",
  calledThen: "Name of the unit then",
  bonus: "Bonus",
  goneTitle: "There is no such page",
  gone: "The address is wrong, or the results are not published yet or were withdrawn.",
  backToList: "See what is published",
  backToRanking: "See the ranking",
  footer:
    "Points are computed exactly as the set of indicators says. Open data; name the source when using it.",
};

export const wordsOf: Readonly<Record<Language, Words>> = { vi, en };
