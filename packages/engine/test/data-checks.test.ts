import { checkEvidence, checkUnit, eachFaultOnce } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { banDanToc, evidenceOf, factsOf, nodeOf, set } from "./quang-ngai.js";
import { indicator } from "./sets.js";

describe("the set's own checks", () => {
  test("the published declaration contradicts itself in three places", () => {
    expect(
      checkUnit(set, banDanToc()).map(({ check, code, severity }) => ({ check, code, severity })),
    ).toEqual([
      { check: "2-5-3-b-is-profile", code: "check-failed", severity: "warning" },
      { check: "2-5-11-b-within-profile", code: "check-failed", severity: "warning" },
      { check: "2-6-13-p1-needs-subordinate-units", code: "check-failed", severity: "warning" },
    ]);
  });

  test("a finding says where, in the set's words, and with the declared numbers", () => {
    const [servers, money, meetings] = checkUnit(set, banDanToc());
    expect(servers).toEqual({
      code: "check-failed",
      check: "2-5-3-b-is-profile",
      node: nodeOf(set, "2.5.3"),
      indicator: "2.5.3",
      severity: "warning",
      message: {
        vi: "Tổng số máy chủ (b) khác số lượng máy chủ vật lý ở mục 1.7.",
        en: "Does not hold: b = Số lượng máy chủ vật lý (1 = 0). Tổng số máy chủ (b) khác số lượng máy chủ vật lý ở mục 1.7.",
      },
      text: "b = servers",
      withNumbers: { vi: "1 = 0", en: "1 = 0" },
      declared: {
        vi: "b = 1: Tổng số máy chủ trong CQNN; Mục 1.7, Số lượng máy chủ vật lý = 0",
        en: "b = 1: Tổng số máy chủ trong CQNN; Item 1.7, Số lượng máy chủ vật lý = 0",
      },
    });
    expect(money?.withNumbers.vi).toBe("19.117.000 × 1.000.000 ≤ 51.125.000");
    expect(meetings?.withNumbers).toEqual({ vi: "không phải có hoặc 0 > 0", en: "not yes or 0 > 0" });
  });

  test("a check reads another indicator's input", () => {
    const findings = checkUnit(set, banDanToc({ "2.6.6": { a: 1, b: 3 } }));
    expect(
      findings
        .filter(({ check }) => check === "2-6-6-b-within-all-services")
        .map((each) => each.withNumbers.vi),
    ).toEqual(["3 ≤ 2"]);
  });

  test("a check that blocks says so", () => {
    const findings = checkUnit(set, banDanToc({ "2.2.5": { a: 9, b: 8 } }));
    expect(findings.find(({ check }) => check === "2-2-5-a-within-b")).toMatchObject({
      severity: "block",
      withNumbers: { vi: "9 ≤ 8" },
    });
  });

  test("a fault that a check of the set has told is not told again as a ratio, to people", () => {
    const told = (declared: Record<string, Record<string, unknown>>) =>
      eachFaultOnce(checkUnit(set, banDanToc(declared))).map(({ indicator: at, code }) => `${at} ${code}`);
    const alone = told({});
    expect(told({ "2.2.5": { a: 9, b: 8 } })).toEqual(
      expect.arrayContaining([...alone, "2.2.5 check-failed"]),
    );
    expect(told({ "2.2.5": { a: 9, b: 8 } })).toHaveLength(alone.length + 1);
  });

  test("a check on facts that are missing is silent", () => {
    expect(checkUnit(set, factsOf(set, { unit: "trống" }))).toEqual([]);
    expect(checkUnit(set, factsOf(set, { unit: "nửa", answers: { "2.1.3": { a: 22 } } }))).toEqual([]);
  });
});

test("a value below the least that can be is questioned, and counts all the same", () => {
  const findings = checkUnit(set, factsOf(set, { unit: "u", answers: { "2.5.4": { a: 0, b: 0 } } }));
  expect(findings).toMatchObject([
    {
      code: "out-of-range",
      indicator: "2.5.4",
      severity: "warning",
      message: {
        vi: "b = 0 nhỏ hơn mức nhỏ nhất có thể có là 1: kiểm tra lại (Tổng số máy trạm trong CQNN).",
      },
      withNumbers: { vi: "0 ≥ 1" },
    },
  ]);
});

describe("a percent above 100%", () => {
  const said = (value: unknown, more: Record<string, unknown> = {}): string[] => {
    const own = indicator({
      inputs: { value: { kind: "percent", label: "Tỷ lệ hồ sơ", ...more } },
      rule: { proportional: { of: "value" } },
    });
    return checkUnit(own, factsOf(own, { unit: "u", answers: { "1": { value } } })).map(
      ({ code, severity, message }) => `${code} ${severity}: ${message.vi}`,
    );
  };

  test("55 is 5,500%: whoever meant 55% is told how to write it, and it counts all the same", () => {
    expect(said(55)).toEqual([
      "out-of-range warning: giá trị = 5.500% lớn hơn mức lớn nhất có thể có là 100%: kiểm tra lại (Tỷ lệ hồ sơ). Nếu là 55% thì viết 55% hay 0,55.",
    ]);
    expect(said("95,65")).toEqual([expect.stringContaining("Nếu là 95,65% thì viết 95,65% hay 0,9565.")]);
  });

  test("beyond a hundred hundredths there is nothing to guess", () => {
    expect(said(500)).toEqual([expect.stringMatching(/50\.000%.*\(Tỷ lệ hồ sơ\)\.$/)]);
  });

  test("is no question where it is not above 100%, or where the input's max allows it", () => {
    for (const value of ["55%", 0.55, 1, "100%"]) expect(said(value)).toEqual([]);
    expect(said("150%", { max: "200%" })).toEqual([]);
    expect(said("250%", { max: "200%" })).toEqual([expect.stringContaining("lớn nhất có thể có là 200%")]);
  });
});

describe("a ratio above 100%", () => {
  const above = (answers: Parameters<typeof banDanToc>[0]): ReturnType<typeof checkUnit> =>
    checkUnit(set, banDanToc(answers)).filter(({ code }) => code === "ratio-above-one");

  test("is a warning of its own", () => {
    expect(above({ "2.1.3": { a: 25, b: 23 } })).toEqual([
      {
        code: "ratio-above-one",
        check: undefined,
        node: nodeOf(set, "2.1.3"),
        indicator: "2.1.3",
        severity: "warning",
        message: {
          vi: "Tỷ lệ 25/23 ≈ 108,6957% lớn hơn 100%: kiểm tra lại số liệu kê khai.",
          en: "The ratio 25/23 ≈ 108.6957% is above 100%: check the declared data.",
        },
        text: "a/b <= 1",
        withNumbers: { vi: "25/23 ≤ 1", en: "25/23 ≤ 1" },
        declared: {
          vi: expect.stringMatching(/^a = 25: .+; b = 23: .+/),
          en: expect.stringMatching(/^a = 25: .+; b = 23: .+/),
        },
      },
    ]);
  });

  test("is seen in the provisional rule of a relative indicator, and below a cap at 80% too", () => {
    expect(above({ "2.4.2": { a: 20, b: 17 } }).map(({ indicator }) => indicator)).toEqual(["2.4.2"]);
    expect(above({ "2.6.9": { a: 37, b: 37, c: 1 } }).map(({ indicator }) => indicator)).toEqual(["2.6.9"]);
  });

  test("is not said of exactly 100%, nor of x/0", () => {
    expect(above({ "2.1.3": { a: 23, b: 23 }, "2.5.2": { a: 1, b: 0 } })).toEqual([]);
  });
});

describe("evidence", () => {
  test("2.5.9 rests on a calendar dated after the assessed year", () => {
    expect(checkEvidence(set, nodeOf(set, "2.5.9"), evidenceOf("2.5.9"), 2022)).toEqual([
      {
        code: "evidence-outside-year",
        evidence: 0,
        node: nodeOf(set, "2.5.9"),
        indicator: "2.5.9",
        severity: "warning",
        message: {
          vi: "Tài liệu kiểm chứng ghi ngày 08/12/2023, ngoài năm đánh giá 2022.",
          en: "The evidence is dated 2023-12-08, outside the assessed year 2022.",
        },
      },
    ]);
  });

  test("is required where the set says so", () => {
    expect(checkEvidence(set, nodeOf(set, "2.1.1"), [], 2022)).toMatchObject([
      {
        code: "evidence-missing",
        message: { vi: "Chưa có tài liệu kiểm chứng; chỉ số này cần có." },
      },
    ]);
    expect(checkEvidence(set, nodeOf(set, "2.1"), [], 2022)).toEqual([]);
  });

  test("of another year is right where the set does not hold it to the year, and undated evidence is not judged", () => {
    expect(checkEvidence(set, nodeOf(set, "2.2.2"), evidenceOf("2.2.2"), 2022)).toEqual([]);
    expect(checkEvidence(set, nodeOf(set, "2.1.3"), [{ kind: "statement" }], 2022)).toEqual([]);
  });

  test("refuses what is not a date, and a node that is not there", () => {
    expect(() =>
      checkEvidence(set, nodeOf(set, "2.5.9"), [{ kind: "document", date: "08/12/2023" }], 2022),
    ).toThrow(RangeError);
    expect(() => checkEvidence(set, 999, [], 2022)).toThrow(RangeError);
  });
});
