import { formatExact, outlineOf, readUnit, scoreUnit, type UnitScore } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import {
  type AppraisalMinutes,
  appraisalMinutes,
  type Judgement,
  readDocument,
  writeDocx,
} from "../../src/index.js";
import { head, shippedSet, shippedUnit } from "../making/assessments.js";
import { bodyOf, tablesOf, wordsOf } from "../making/paper-words.js";

const set = shippedSet("quang-ngai-so-nganh-2022");
const unit = shippedUnit("quang-ngai-so-nganh-2022", "ban-dan-toc-2022");
const { facts } = readUnit(set, unit);

const pointsOf = (score: UnitScore) =>
  Object.fromEntries(
    outlineOf(set).flatMap(({ label, node }) => {
      const own = score.nodes[node.index];
      return own === undefined ? [] : [[label, formatExact(own.score)]];
    }),
  );

const adjusted: Judgement[] = [
  {
    label: "2.4.3",
    verdict: "adjusted",
    role: "Thẩm định viên",
    reason: "Danh sách lớp học không có xác nhận của cơ sở đào tạo",
    values: [{ label: "Số công chức được tập huấn", declared: "3", taken: "0" }],
  },
  {
    label: "2.2.1",
    verdict: "adjusted",
    role: "Cơ quan đầu mối",
    reason: "Biên bản họp không phải nghị quyết",
  },
];

function minutesOf(more: Partial<AppraisalMinutes> = {}): AppraisalMinutes {
  const declared = scoreUnit(set, facts);
  const given = new Map([
    [set.nodeOf.get("2.4.3") ?? -1, { n: 0n, d: 1n }],
    [set.nodeOf.get("2.2.1") ?? -1, { n: 5n, d: 2n }],
  ]);
  const appraised = scoreUnit(set, { ...facts, given });
  return {
    head: { ...head, body: "Sở Khoa học và Công nghệ", symbol: "SKHCN" },
    campaign: { name: "Đánh giá chuyển đổi số năm 2022", year: 2022 },
    unit: { name: "Ban Dân tộc" },
    unitSigner: { form: "head", head: "Trưởng Ban" },
    set,
    declared: pointsOf(declared),
    appraised: pointsOf(appraised),
    totals: { declared: formatExact(declared.total), appraised: formatExact(appraised.total) },
    judgements: [...adjusted, { label: "2.1.3", verdict: "agreed", role: "Thẩm định viên" }],
    ...more,
  };
}

describe("the minutes of an appraisal", () => {
  it("name what was taken without its name where it is called as its indicator", () => {
    const title = set.nodes[set.nodeOf.get("2.2.1") ?? -1]?.title ?? "";
    const values = [{ label: title, declared: "Đã ban hành", taken: "Chưa ban hành" }];
    const [, changed] = tablesOf(
      appraisalMinutes(minutesOf({ judgements: [{ ...adjusted[1], values } as Judgement] })),
    );
    expect(bodyOf(changed)[0]?.at(-1)).toBe(
      "Biên bản họp không phải nghị quyết\nCông nhận: Chưa ban hành (kê khai: Đã ban hành)\n(Cơ quan đầu mối)",
    );
  });

  it("tell every adjusted indicator with its points, its reason, what was taken and who judged", () => {
    const [, changed] = tablesOf(appraisalMinutes(minutesOf()));
    expect(bodyOf(changed)).toEqual([
      [
        "2.2.1",
        expect.stringContaining("Nghị quyết chuyên đề"),
        "5",
        "5",
        "2,5",
        "-2,5",
        "Biên bản họp không phải nghị quyết\n(Cơ quan đầu mối)",
      ],
      [
        "2.4.3",
        expect.any(String),
        "10",
        "1,76",
        "0",
        "-1,76",
        "Danh sách lớp học không có xác nhận của cơ sở đào tạo\nSố công chức được tập huấn: công nhận 0 (kê khai 3)\n(Thẩm định viên)",
      ],
    ]);
  });

  it("add up pillar by pillar to the totals of both sides", () => {
    const [pillars] = tablesOf(appraisalMinutes(minutesOf()));
    expect(bodyOf(pillars)).toEqual([
      ["2.1", "Nhận thức số", "40", "39,56", "39,56", "0"],
      ["2.2", "Thể chế số", "90", "90", "87,5", "-2,5"],
      ["2.3", "Hạ tầng số", "60", "60", "60", "0"],
      ["2.4", "Nhân lực số", "30", "4,7", "2,94", "-1,76"],
      ["2.5", "An toàn thông tin mạng", "100", "100", "100", "0"],
      ["2.6", "Hoạt động chính quyền số", "165", "157", "157", "0"],
      ["Tổng cộng", "485", "451,26", "447", "-4,26"],
    ]);
  });

  it("hold every indicator that gives points, and say of those nobody judged that they count as declared", () => {
    const rows = bodyOf(tablesOf(appraisalMinutes(minutesOf()))[2]);
    const scored = outlineOf(set).filter(({ node }) => node.scored);
    expect(rows.slice(0, -1).map(([code]) => code)).toEqual(scored.map(({ node }) => node.code));
    expect(rows.find(([code]) => code === "2.1.3")?.slice(6)).toEqual(["Thống nhất", "Thẩm định viên", ""]);
    expect(rows.find(([code]) => code === "2.1.4")?.slice(6)).toEqual(["Giữ theo kê khai", "–", ""]);
  });

  it("say why points moved that nobody adjusted: the others of the group did", () => {
    const input = minutesOf();
    const moved = { ...input, appraised: { ...input.appraised, "2.1.3": "9" } };
    const rows = bodyOf(tablesOf(appraisalMinutes(moved))[2]);
    expect(rows.find(([code]) => code === "2.1.3")?.at(-1)).toContain("các đơn vị cùng nhóm");
  });

  it("say so where nothing was adjusted", () => {
    const declared = minutesOf().declared;
    const paper = appraisalMinutes(minutesOf({ judgements: [], appraised: declared }));
    expect(wordsOf(paper)).toContain("Không có chỉ số nào phải điều chỉnh.");
    expect(tablesOf(paper)).toHaveLength(2);
  });

  it("leave lines for whoever took part, and print those that are named by their role", () => {
    expect(wordsOf(appraisalMinutes(minutesOf()))).toMatch(/^Thư ký: …+$/m);
    const present = {
      appraising: [{ role: "Chủ trì", name: "Phó Giám đốc phụ trách" }],
      unit: [{ role: "Chánh Văn phòng" }],
    };
    const words = wordsOf(appraisalMinutes(minutesOf({ present })));
    expect(words).toContain("Chủ trì: Phó Giám đốc phụ trách");
    expect(words).toMatch(/^Chánh Văn phòng: …+$/m);
    expect(words).not.toContain("Thư ký");
  });

  it("are signed by both sides", () => {
    const words = wordsOf(appraisalMinutes(minutesOf()));
    expect(words).toMatch(/ĐẠI DIỆN ĐƠN VỊ\nTRƯỞNG BAN/);
    expect(words).toContain("ĐẠI DIỆN CƠ QUAN THẨM ĐỊNH");
  });

  it("come back from Word with every reason in them", async () => {
    const file = await writeDocx(appraisalMinutes(minutesOf()));
    const text = JSON.stringify((await readDocument(file, "a.docx")).blocks);
    for (const { reason = "?" } of adjusted) expect(text).toContain(reason);
    expect(text).toContain("BB-SKHCN");
  });
});
