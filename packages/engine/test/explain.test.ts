import { readdirSync, readFileSync } from "node:fs";
import {
  CampaignRun,
  exact,
  explainNode,
  FactChunk,
  formatNumber,
  formatPercent,
  nothingSettled,
  scoreUnit,
  type UnitFacts,
} from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { banDanToc, compiled, explained, factsOf, nodeOf, set } from "./quang-ngai.js";

const { rational } = exact;

describe("numbers for people", () => {
  test.each([
    [rational(956, 100), "9,56", "9.56"],
    [rational(51_125_000), "51.125.000", "51,125,000"],
    [rational(1000), "1.000", "1,000"],
    [rational(-12_345, 10), "-1.234,5", "-1,234.5"],
    [rational(0), "0", "0"],
    [rational(22, 23), "≈ 0,956522", "≈ 0.956522"],
    [rational(-1, 3), "≈ -0,333333", "≈ -0.333333"],
    [rational(1, 30_000_000), "≈ 0,000000033333", "≈ 0.000000033333"],
    [rational(1, 1024), "0,0009765625", "0.0009765625"],
  ])("%o is written %s in Vietnamese and %s in English", (value, vi, en) => {
    expect(formatNumber(value, "vi")).toBe(vi);
    expect(formatNumber(value, "en")).toBe(en);
  });

  test("a ratio is written as a percent", () => {
    expect(formatPercent(rational(9565, 10_000), "vi")).toBe("95,65%");
    expect(formatPercent(rational(9565, 10_000), "en")).toBe("95.65%");
    expect(formatPercent(rational(22, 23), "vi")).toBe("≈ 95,6522%");
    expect(formatPercent(rational(12), "vi")).toBe("1.200%");
  });
});

describe("the Ethnic Affairs Committee of Quảng Ngãi, each score in one line", () => {
  const facts = banDanToc();
  const score = scoreUnit(set, facts, nothingSettled, true);

  test.each([
    [
      "2.1.1",
      'Phương án 1 "Thủ trưởng cơ quan, đơn vị là Trưởng ban Chỉ đạo của Ban chỉ đạo Chuyển đổi số của đơn vị": 10 điểm',
    ],
    ["2.1.3", "22/23 = 95,65% × 10 = 9,56 điểm"],
    ["2.1", "10 + 10 + 9,56 + 10 = 39,56 điểm"],
    ["2.2.1", 'Phương án 1 "Đã ban hành": 5 điểm'],
    ["2.4.1", "(0 + 3 + 0 + 0)/(17 + 0) = 17,65% × 10 = 1,76 điểm (tạm tính, chờ số liệu cả nhóm)"],
    ["2.4", "1,76 + 1,18 + 1,76 = 4,7 điểm (tạm tính: 2.4.1, 2.4.2)"],
    ["2.5.3", 'Ngoại lệ: "Đối với các đơn vị không sở hữu máy chủ riêng thì điểm chấm tối đa": 10 điểm'],
    [
      "2.5.10",
      "Đề nghị của đơn vị (chưa có trong quyết định): Đơn vị đề nghị điểm tối đa vì trong năm không có sự cố xảy ra, do đó không có sự cố phải xử lý: 10 điểm",
    ],
    ["2.5.11", "15,64% ≥ 10%: 15 điểm"],
    ["2.6.2", "Triển khai: 2,5 + Đáp ứng yêu cầu kỹ thuật: 2,5 = 5 điểm"],
    ["2.6.9", "(37 + 0)/37 = 100% ≥ 80%: 20 điểm"],
    ["2.6.17", "0,05/7,12 = 0,7% < 1%: 0,7%/1% × 10 = 7 điểm"],
    ["2.6", "Tổng 17 chỉ số thành phần: 157 điểm"],
  ])("%s: %s", (code, why) => {
    expect(explainNode(set, score, nodeOf(set, code), facts).why.vi).toBe(why);
  });

  test("the same in English", () => {
    expect(explainNode(set, score, nodeOf(set, "2.1.3"), facts).why.en).toBe(
      "22/23 = 95.65% × 10 = 9.56 points",
    );
    expect(explainNode(set, score, nodeOf(set, "2.4.1"), facts).why.en).toBe(
      "(0 + 3 + 0 + 0)/(17 + 0) = 17.65% × 10 = 1.76 points (provisional until the whole group has declared)",
    );
  });

  test("2.1.3 tells every step, the decision's own text last", () => {
    const { steps, ...explanation } = explained(set, "2.1.3", facts);
    expect(explanation).toMatchObject({
      code: "2.1.3",
      status: "scored",
      score: rational(956, 100),
      max: rational(10),
    });
    expect(steps.map((step) => step.vi)).toEqual([
      "a = 22: Số lượng văn bản chỉ đạo chuyên đề về chuyển đổi số lĩnh vực do người đứng đầu Sở, ngành (Giám đốc Sở, ngành) ký",
      "b = 23: Tổng số lượng văn bản chỉ đạo chuyên đề về chuyển đổi số lĩnh vực của Sở, ngành theo yêu cầu của Bộ TTTT",
      "Tỷ lệ = a/b = 22/23 ≈ 0,956522",
      "Làm tròn tỷ lệ 4 chữ số, nửa về chẵn: ≈ 0,956522 → 0,9565 (95,65%)",
      "Điểm = 95,65% × 10 = 9,565",
      "Làm tròn 2 chữ số, nửa về chẵn: 9,565 → 9,56",
      expect.stringMatching(/^Quy định:\na=Số lượng văn bản .*\n- Điểm=Tỷ lệ\*Điểm tối đa$/s),
    ]);
  });

  test("2.5.11 names the band reached and the unit of the money", () => {
    expect(stepsOf("2.5.11", facts)).toEqual(
      expect.arrayContaining([
        "b = 19.117.000 triệu đồng: Tổng số kinh phí đầu tư cho CNTT",
        "Tỷ lệ = a/b = 2.990.000/19.117.000 ≈ 0,156405",
        "Mức 1: 15,64% ≥ 10%",
        "Điểm = 15",
      ]),
    );
  });

  test("2.5.3 shows the condition of the exception, in letters and with the profile's number", () => {
    expect(stepsOf("2.5.3", facts)).toEqual(
      expect.arrayContaining([
        "Mục 1.7, Số lượng máy chủ vật lý = 0",
        "Điều kiện: e1 hoặc Số lượng máy chủ vật lý = 0 hoặc b = 0",
        "Theo số liệu khai: có hoặc 0 = 0 hoặc 1 = 0",
        'Câu của quyết định: "Đối với các đơn vị không sở hữu máy chủ riêng thì điểm chấm tối đa"',
      ]),
    );
  });

  test("2.4.2 adds up the broken-down input", () => {
    expect(stepsOf("2.4.2", facts)[0]).toBe(
      "a = a1 + a2 + a3 + a4 = 1 + 0 + 1 + 0 = 2: Số lượng công chức, viên chức chuyên trách, kiêm nhiệm về An toàn thông tin mạng",
    );
  });

  test("without a trace the line falls back on status and score", () => {
    const bare = scoreUnit(set, facts);
    expect(explainNode(set, bare, nodeOf(set, "2.1.3"), facts).why.vi).toBe("9,56 điểm");
    expect(explainNode(set, bare, nodeOf(set, "2.1"), facts).why.vi).toBe("39,56 điểm");
    expect(explainNode(set, bare, nodeOf(set, "2.4.1"), facts).why.vi).toBe(
      "1,76 điểm (tạm tính, chờ số liệu cả nhóm)",
    );
  });

  test("a node that is not in the set is refused", () => {
    expect(() => explainNode(set, score, 999, facts)).toThrow(RangeError);
  });
});

describe("what is not simply scored", () => {
  test.each([
    ["2.1.3", { a: 22 }, "Chưa khai: b"],
    ["2.1.4", null, "Chưa chọn phương án"],
    ["2.5.10", { a: 0 }, "Chưa khai: b (Tổng số các sự cố)"],
    ["2.4.2", { a1: 1, b: 17 }, "Chưa khai: a (hoặc đủ a1, a2, a3, a4)"],
    ["2.6.2", { p1: true }, "Chưa khai: p2 (Đáp ứng yêu cầu kỹ thuật: Đã đáp ứng); các ý đã khai: 2,5 điểm"],
  ])("missing, %s %o: %s", (code, answer, why) => {
    expect(explained(set, code, banDanToc({ [code]: answer }))).toMatchObject({
      status: "missing",
      why: { vi: why },
    });
  });

  test("0/0 is undefined and asks for an exception or an explanation", () => {
    const facts = banDanToc({ "2.5.10": { a: 0, b: 0 }, "2.5.2": { a: 3, b: 0 } });
    expect(explained(set, "2.5.10", facts)).toMatchObject({
      status: "undefined",
      why: {
        vi: "0/0: không xác định, cần ngoại lệ hoặc giải trình",
        en: "0/0: undefined, an exception or an explanation is needed",
      },
    });
    expect(explained(set, "2.5.2", facts).why.vi).toBe("3/0: không xác định, cần ngoại lệ hoặc giải trình");
    expect(explained(set, "2.5", facts).why.vi).toBe(
      "Tổng 11 chỉ số thành phần: 80 điểm (không xác định: 2.5.2, 2.5.10)",
    );
    expect(stepsOf("2.5.10", facts)).toContain("a/b = 0/0: không xác định");
  });

  test("not applicable says the reason and what the set gives for it", () => {
    const facts = banDanToc({ "2.6.2": { not_applicable: "Đơn vị đặc thù, không cung cấp dữ liệu." } });
    expect(explained(set, "2.6.2", facts)).toMatchObject({
      status: "not_applicable",
      why: { vi: "Không áp dụng (lý do: Đơn vị đặc thù, không cung cấp dữ liệu): được điểm tối đa, 5 điểm" },
    });
    expect(explained(set, "2.6.2", banDanToc({ "2.6.2": "not_applicable" })).why.vi).toBe(
      "Không áp dụng: được điểm tối đa, 5 điểm",
    );
  });

  test("nothing declared at all", () => {
    const facts = factsOf(set, { unit: "trống" });
    expect(explained(set, "2.1", facts).why.vi).toBe("Chưa chỉ số thành phần nào khai đủ");
    expect(explained(set, "2.4.1", facts).why.vi).toBe(
      "Chưa khai: a, b, c, d, e (Tổng số công chức), f (Tổng số viên chức)",
    );
  });
});

test("two units: each is held against the highest of the complete group", () => {
  const two: UnitFacts[] = [
    banDanToc(),
    { ...banDanToc({ "2.4.1": { a: 1, b: 3, c: 0, d: 0, e: 16, f: 0 } }), unit: "so-khac" },
  ];
  const chunk = new FactChunk(set);
  for (const facts of two) chunk.add(facts);
  const run = new CampaignRun(set, { keepFacts: true });
  run.add(chunk);
  const scores = run.finish();
  const lines = two.map((facts, row) => explainNode(set, scores.explain(row), nodeOf(set, "2.4.1"), facts));
  expect(lines.map((line) => line.why.vi)).toEqual([
    "17,65% so với cao nhất nhóm 25%: 7,06 điểm",
    "25% so với cao nhất nhóm 25%: 10 điểm",
  ]);
  expect(lines[0]?.steps.map((step) => step.vi)).toEqual(
    expect.arrayContaining(["17,65% so với cao nhất nhóm 25%", "Điểm = 17,65%/25% × 10 = 7,06"]),
  );
});

describe("the other rule kinds", () => {
  const small = compiled(readFileSync(new URL("fixtures/explain.yaml", import.meta.url), "utf8"));
  const facts = factsOf(small, {
    unit: "thu-nghiem",
    answers: {
      "1.1": 3,
      "1.2": 12,
      "1.3": { points: 7 },
      "1.4": { a: 1, b: 2, value: 5 },
      "1.5": { a: 7, b: 14 },
      "1.6": { value: 50 },
      "1.7": { value: "85%" },
      "1.8": { p1: true, p2: false, p3: true },
      "1.9": { a: 1, b: 3 },
      "2.1": "not_applicable",
      "2.2": { p1: true },
      "2.3": { p1: true },
      "2.4": { p1: true },
      "2.5": 12,
      "3.1": 5,
      "3.2": 20,
    },
  });
  const complete = (): { complete: true; best: exact.Rational; worst: exact.Rational } => ({
    complete: true,
    best: rational(10),
    worst: rational(4),
  });

  test.each([
    ["1.1", "3 × 2 = 6 điểm"],
    ["1.2", "12 × 2, không quá 10: 10 điểm"],
    ["1.3", "Chấm trực tiếp: 7 điểm"],
    ["1.4", "Cao nhất trong 2 cách tính, theo số lượng: 5 × 1 = 5 điểm"],
    ["1.5", "7/14 = 50% < 70%: 50%/70% × 10 = 7,14 điểm"],
    ["1.6", "50 không thuộc mức nào của quy định: không xác định, cần ngoại lệ hoặc giải trình"],
    ["1.7", "85% × 10 = 8,5 điểm"],
    ["1.8", "đếm(có; không; có) = 2; 2 × 1 = 2 điểm"],
    ["1.9", "1/3 ≈ 33,3333% × 10 = 3,33 điểm"],
    ["2.1", "Không áp dụng: không tính vào tổng, điểm các chỉ số còn lại được quy đổi"],
    ["2.2", "Có: 10 điểm"],
    ["2", "(10 + 10) × 1,5 + 2 điểm thưởng = 32 điểm (không tính vì không áp dụng: 2.1)"],
    ["2.4", "Có: 2 điểm"],
    ["2.5", "Đạt điều kiện: 12 ≥ 10"],
    ["3.1", "5 tỷ đồng trong khoảng 4 tỷ đồng đến 10 tỷ đồng của nhóm: 1,67 điểm"],
    ["3.2", "20 so với thấp nhất nhóm 10: 5 điểm"],
  ])("%s: %s", (code, why) => {
    expect(explained(small, code, facts, complete).why.vi).toBe(why);
  });

  test("a relative rule without a provisional one waits with 0 points", () => {
    expect(explained(small, "3.1", facts).why.vi).toBe("0 điểm (tạm tính, chờ số liệu cả nhóm)");
  });

  test("a relative rule says when its group gives nothing to divide by", () => {
    const level = (): { complete: true; best: exact.Rational; worst: exact.Rational } => ({
      complete: true,
      best: rational(5),
      worst: rational(5),
    });
    expect(explained(small, "3.1", facts, level).why.vi).toBe(
      "Các đơn vị trong nhóm bằng nhau: không xác định, cần ngoại lệ hoặc giải trình",
    );
  });

  test("a band that goes on with a proportion tells its ratio once", () => {
    const steps = explained(small, "1.5", facts).steps.map((step) => step.vi);
    expect(steps.slice(2)).toEqual([
      "Tỷ lệ = a/b = 7/14 = 0,5 (50%)",
      "Dưới 70%: 50% < 70%",
      "Điểm = 50%/70% × 10 ≈ 7,142857",
      "Làm tròn 2 chữ số, nửa lên: ≈ 7,142857 → 7,14",
    ]);
  });
});

test("no explanation of any shipped set, on any plain data, holds float noise, a gap or a second line", () => {
  const folder = new URL("../../../sets/", import.meta.url);
  for (const name of readdirSync(folder)) {
    const shipped = compiled(readFileSync(new URL(`${name}/set.yaml`, folder), "utf8"));
    for (const value of [undefined, 0, 1, 3]) {
      const facts = plain(shipped.facts.length, value);
      for (const standing of [
        nothingSettled,
        () => ({ complete: true, best: rational(3), worst: rational(0) }) as const,
      ]) {
        const score = scoreUnit(shipped, facts, standing, true);
        for (const node of shipped.nodes) {
          const { why, steps } = explainNode(shipped, score, node.index, facts);
          expect(why.vi, `${name} ${node.code}`).toMatch(/^\S[^\n]*\S$/);
          for (const line of [why, ...steps]) {
            expect(line.vi, `${name} ${node.code}`).not.toMatch(
              /NaN|Infinity|undefined|\[object|null| {2}|\d\.\d{7}/,
            );
            expect(line.en, `${name} ${node.code}`).not.toMatch(/NaN|Infinity|\[object|null/);
          }
        }
      }
    }
  }
});

function plain(slots: number, value: number | undefined): UnitFacts {
  const values = Array.from({ length: slots }, () => (value === undefined ? undefined : rational(value)));
  return { unit: "u", title: undefined, group: "", values, notApplicable: new Map() };
}

function stepsOf(code: string, facts: UnitFacts): string[] {
  return explained(set, code, facts).steps.map((step) => step.vi);
}
