import { describe, expect, it } from "vitest";
import {
  type CampaignResults,
  type RankedUnit,
  type ResultDecision,
  readDocument,
  resultDecision,
  resultProposal,
  resultReport,
  writeDocx,
} from "../../src/index.js";
import { head } from "../making/assessments.js";
import { bodyOf, headsOf, tablesOf, wordsOf } from "../making/paper-words.js";

const unit = (
  name: string,
  rank: number | undefined,
  total: string,
  more: Partial<RankedUnit> = {},
): RankedUnit => ({
  name,
  rank,
  total,
  pillars: { "1": total, "2": "0" },
  submitted: true,
  ...more,
});

const results: CampaignResults = {
  campaign: { name: "Đánh giá chuyển đổi số cấp xã năm 2026", year: 2026 },
  set: {
    title: "Bộ chỉ số chuyển đổi số cấp xã",
    legalBasis: [
      {
        number: "922/QĐ-BTTTT",
        date: "2022-05-20",
        issuer: "Bộ Thông tin và Truyền thông",
        title: "Phê duyệt Đề án",
      },
    ],
    max: "200",
    levels: ["Tốt", "Khá"],
  },
  pillars: [
    { label: "1", title: "Nhận thức số", max: "150" },
    { label: "2", title: "Hạ tầng số", max: "50" },
  ],
  groups: [
    {
      name: "Khối xã",
      units: [
        unit("Xã Bình Minh", 1, "190.5", { level: "Tốt", before: 3 }),
        unit("Xã An Hòa", 2, "180", { level: "Tốt" }),
        unit("Xã Tân Lập", 2, "180", { level: "Tốt" }),
        unit("Xã Phú Thịnh", 4, "150.25", { level: "Khá" }),
        unit("Xã Hưng Thịnh", undefined, "170", { level: "Tốt" }),
        unit("Xã Hòa Sơn", undefined, "0", { submitted: false, pillars: {} }),
      ],
    },
    { name: "Khối phường, đặc khu", units: [unit("Phường Gia Định", 1, "199", { level: "Tốt" })] },
  ],
  run: { number: 2, hash: "0123456789abcdef0123456789abcdef" },
};

const decision: ResultDecision = {
  head: { ...head, body: "Ủy ban nhân dân tỉnh Minh Họa", symbol: "UBND" },
  authority: "Chủ tịch Ủy ban nhân dân tỉnh Minh Họa",
  grounds: ["Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"],
  proposal: { by: "Giám đốc Sở Khoa học và Công nghệ", document: "Tờ trình số 45/TTr-SKHCN ngày 12/11/2026" },
  results,
};

describe("the decision on a campaign's result", () => {
  it("ranks every unit in its group, ties alike and the next rank left out", () => {
    const [communes, wards] = tablesOf(resultDecision(decision));
    expect(bodyOf(communes)).toEqual([
      ["1", "Xã Bình Minh", "190,5", "0", "190,5", "Tốt", "3"],
      ["2", "Xã An Hòa", "180", "0", "180", "Tốt", "–"],
      ["2", "Xã Tân Lập", "180", "0", "180", "Tốt", "–"],
      ["4", "Xã Phú Thịnh", "150,25", "0", "150,25", "Khá", "–"],
      ["–", "Xã Hưng Thịnh", "170", "0", "170", "Tốt", "–"],
      ["–", "Xã Hòa Sơn", "–", "–", "0", "–", "–"],
    ]);
    expect(bodyOf(wards)).toEqual([["1", "Phường Gia Định", "199", "0", "199", "Tốt", "–"]]);
  });

  it("says why somebody is not ranked: a condition is not met, or nothing was submitted", () => {
    const words = wordsOf(resultDecision(decision));
    expect(words).toContain("Không xếp hạng vì chưa đạt điều kiện của bộ chỉ số: Xã Hưng Thịnh.");
    expect(words).toContain("Không xếp hạng vì không nộp phiếu đánh giá: Xã Hòa Sơn.");
  });

  it("stands on its grounds and on the set's own, and counts whom it concerns", () => {
    const words = wordsOf(resultDecision(decision));
    expect(words).toContain("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;");
    expect(words).toContain(
      "Căn cứ Quyết định số 922/QĐ-BTTTT ngày 20/5/2022 của Bộ Thông tin và Truyền thông về việc phê duyệt Đề án;",
    );
    expect(words).toContain("của 7 cơ quan, đơn vị");
    expect(words).toContain("5 cơ quan, đơn vị được xếp hạng (xếp loại Tốt: 5; Khá: 1)");
    expect(words).toContain("Kết quả lấy từ lần tổng hợp số 2, mã kiểm tra 0123456789abcdef.");
  });

  it("leaves a line for the laws that it stands on where nobody has said which", () => {
    expect(wordsOf(resultDecision({ ...decision, grounds: [] }))).toMatch(
      /Căn cứ …{8,};\nCăn cứ Quyết định số 922/,
    );
  });

  it("gives each group an appendix of its own, and one appendix no number", () => {
    expect(wordsOf(resultDecision(decision))).toMatch(
      /Phụ lục I\n[^\n]*Khối xã[\s\S]*Phụ lục II\n[^\n]*Khối phường/,
    );
    const [communes] = results.groups;
    if (communes === undefined) throw new Error("no group");
    const one = wordsOf(resultDecision({ ...decision, results: { ...results, groups: [communes] } }));
    expect(one).toContain("Phụ lục\nKết quả xếp hạng – Khối xã");
  });

  it("lies down when there are many pillars, and numbers those whose titles are too long to stand", () => {
    expect(resultDecision(decision).sections.map(({ orientation }) => orientation)).toEqual([
      "portrait",
      "portrait",
      "portrait",
    ]);
    const pillars = Array.from({ length: 9 }, (_, at) => ({
      label: String(at + 1),
      title: `Thông tin phổ biến, hướng dẫn thực hiện pháp luật, chế độ, chính sách ${at + 1}`,
      max: "10",
    }));
    const paper = resultDecision({ ...decision, results: { ...results, pillars } });
    expect(paper.sections[1]?.orientation).toBe("landscape");
    expect(headsOf(tablesOf(paper)[0])[0]).toContain("(9)");
    expect(wordsOf(paper)).toContain(
      "(9) Thông tin phổ biến, hướng dẫn thực hiện pháp luật, chế độ, chính sách 9.",
    );
  });

  it("leaves pillars to the campaign's book when they are too many for any page", () => {
    const pillars = Array.from({ length: 14 }, (_, at) => ({
      label: String(at),
      title: `Nhóm ${at}`,
      max: "10",
    }));
    const [table] = tablesOf(resultDecision({ ...decision, results: { ...results, pillars } }));
    expect(headsOf(table)[0]).toEqual(["Hạng", "Cơ quan, đơn vị", "Tổng điểm", "Xếp loại", "Hạng năm trước"]);
  });

  it("shows no level and no rank of last year where there is none", () => {
    const plain: CampaignResults = {
      ...results,
      set: { ...results.set, levels: [] },
      groups: [{ name: "", units: [unit("Sở Nội vụ", 1, "190.5")] }],
    };
    const [table] = tablesOf(resultDecision({ ...decision, results: plain }));
    expect(headsOf(table)[0]).toEqual(["Hạng", "Cơ quan, đơn vị", "Nhận thức số", "Hạ tầng số", "Tổng điểm"]);
  });

  it("holds three hundred units, through Word", async () => {
    const units = Array.from({ length: 300 }, (_, at) =>
      unit(`Xã thứ ${at + 1} của tỉnh`, at + 1, `${199 - at / 2}`),
    );
    const many = { ...results, groups: [{ name: "Khối xã", units }] };
    const file = await writeDocx(resultDecision({ ...decision, results: many }));
    const text = JSON.stringify((await readDocument(file, "a.docx")).blocks);
    expect(units.filter(({ name }) => !text.includes(`"${name}"`))).toEqual([]);
  });
});

describe("what the coordinator puts before whoever decides", () => {
  it("reports the best, the middle and the lowest of those that submitted, group by group", () => {
    const [groups, pillars, levels] = tablesOf(resultReport({ head, to: ["Ủy ban nhân dân tỉnh"], results }));
    expect(bodyOf(groups)).toEqual([
      ["Khối xã", "6", "4", "190,5", "174,15", "150,25"],
      ["Khối phường, đặc khu", "1", "1", "199", "199", "199"],
    ]);
    expect(bodyOf(pillars)[1]).toEqual(["2", "Hạ tầng số", "50", "0", "0", "0"]);
    expect(bodyOf(levels)).toEqual([
      ["Khối xã", "4", "1"],
      ["Khối phường, đặc khu", "1", "0"],
    ]);
  });

  it("counts who submitted, and appends the ranking", () => {
    const paper = resultReport({ head, to: ["Ủy ban nhân dân tỉnh"], results });
    expect(wordsOf(paper)).toContain("Có 6/7 cơ quan, đơn vị nộp phiếu tự đánh giá");
    expect(paper.sections).toHaveLength(3);
  });

  it("proposes the decision on one page of text", () => {
    const words = wordsOf(resultProposal({ head, to: ["Ủy ban nhân dân tỉnh"], results }));
    expect(words).toContain("TTr-BDT-VP");
    expect(words).toContain("ban hành Quyết định công bố kết quả đánh giá chuyển đổi số cấp xã năm 2026");
  });
});
