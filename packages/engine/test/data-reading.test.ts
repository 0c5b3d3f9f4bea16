import { formatExact, readUnit, UnitReader } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { factsOf, indicator, inputs, refusals, setOf } from "./sets.js";

/** How a cell is read as an input of a kind: the number, `missing`, or what is said against it. */
function reads(kind: string, cell: unknown, more: Record<string, unknown> = {}): string {
  const set = indicator({ inputs: { value: { kind, ...more } }, rule: { manual: {} } });
  const { facts, problems } = readUnit(set, { unit: "u", answers: { "1": { value: cell } } });
  const [problem] = problems;
  const [value] = facts.values;
  return problem ? problem.message.vi : value ? formatExact(value) : "missing";
}

describe("numbers as people here write them", () => {
  test.each([
    ["number", "9,56", "9.56"],
    ["number", "9.56", "9.56"],
    ["number", "-9,56", "-9.56"],
    ["money", "51.125.000", "51125000"],
    ["money", "1.250.000,5", "1250000.5"],
    ["number", "-51.125.000", "-51125000"],
    ["count", "51.125.000", "51125000"],
    ["count", " 22 ", "22"],
    ["count", "\u00a022\u00a0", "22"],
    ["count", "22.0", "22"],
    ["percent", "80%", "0.8"],
    ["percent", "80 %", "0.8"],
    ["percent", "95,65%", "0.9565"],
    ["percent", "0.8", "0.8"],
    ["number", "1/3", "1/3"],
    ["number", "0,0000000001", "0.0000000001"],
    ["money", "12345678901234567890,123456789", "12345678901234567890.123456789"],
    ["count", 9007199254740993n, "9007199254740993"],
    ["number", 0.1, "0.1"],
    ["number", -1.25, "-1.25"],
  ])("%s %s is %s", (kind, cell, value) => {
    expect(reads(kind, cell)).toBe(value);
  });

  test("an empty cell is missing, not zero", () => {
    for (const cell of ["", "  ", null, undefined]) expect(reads("count", cell)).toBe("missing");
  });

  test.each([
    ["count", "1.000", "1000", "1"],
    ["count", "1.250", "1250", "1,25"],
    ["money", "990.000", "990000", "990"],
    ["money", "1.250", "1250", "1,25"],
    ["number", "1.234", "1234", "1,234"],
    ["number", "-1.234", "-1234", "-1,234"],
    ["number", " 12.500 ", "12500", "12,5"],
    ["number", "1.250%", "1250%", "1,25%"],
    ["percent", "55.125", "55125", "55,125"],
  ])("typed as %s, %s reads two ways and is refused with both: %s and %s", (kind, cell, whole, decimal) => {
    expect(reads(kind, cell)).toBe(
      `"${cell.trim()}" đọc được hai cách: viết ${whole} nếu dấu chấm ngăn cách hàng nghìn, viết ${decimal} nếu dấu chấm là dấu thập phân`,
    );
  });

  test("each way of writing that the question offers is then read as it says, in both languages", () => {
    const set = indicator({ inputs: { value: "number" }, rule: { proportional: { of: "value" } } });
    for (const [cell, whole, decimal] of [
      ["990.000", "990000", "990"],
      ["1.255", "1255", "1.255"],
      ["-10.500", "-10500", "-10.5"],
    ] as const) {
      const [problem] = readUnit(set, { unit: "u", answers: { "1": cell } }).problems;
      const offered = (text = "", words: RegExp): string[] =>
        [...text.matchAll(words)].map(([, each = ""]) => reads("number", each));
      expect(offered(problem?.message.vi, /viết (\S+) nếu/g)).toEqual([whole, decimal]);
      expect(offered(problem?.message.en, /(?:write|,) (\S+) if/g)).toEqual([whole, decimal]);
    }
  });

  test("a number that can mean only one thing is read", () => {
    expect(reads("number", "0.125")).toBe("0.125");
    expect(reads("number", "-0.004")).toBe("-0.004");
    expect(reads("number", "1250.500")).toBe("1250.5");
    expect(reads("number", "1.2500")).toBe("1.25");
    expect(reads("number", "1.250,5")).toBe("1250.5");
    expect(reads("count", "1000")).toBe("1000");
    expect(reads("count", "1.000.000")).toBe("1000000");
    expect(reads("percent", "95.652%")).toBe("0.95652");
    expect(reads("percent", "95.652%", { max: "100000%" })).toContain("đọc được hai cách");
  });

  test("points of an appraiser are never thousands: 8.125 of 10 has one meaning", () => {
    const manual = indicator({ max: 10, rule: { manual: {} } });
    expect(factsOf(manual, { answers: { "1": "8.125" } }).values).toEqual([{ n: 8125n, d: 1000n }]);
    const wide = indicator({ max: 10_000, rule: { manual: {} } });
    expect(refusals(wide, { answers: { "1": "8.125" } })[0]).toContain("đọc được hai cách");
  });

  test("what YAML, JSON or a workbook holds as a number, not a text, has a decimal point", () => {
    expect(reads("number", 1.234)).toBe("1.234");
    expect(reads("money", -0.004)).toBe('"-0.004" là số âm');
    expect(reads("count", 1.25)).toBe('"1.25" không phải số nguyên');
  });

  test("decimals that a program stored are read as it wrote them, and nothing else is", () => {
    const set = indicator({ inputs: { value: "number" }, rule: { proportional: { of: "value" } } });
    const stored = (cell: string): unknown => {
      const { facts, problems } = readUnit(set, { unit: "u", answers: { "1": cell } }, "stored");
      return problems[0]?.message.vi ?? (facts.values[0] && formatExact(facts.values[0]));
    };
    expect(stored("1.255")).toBe("1.255");
    expect(stored("22/23")).toBe("22/23");
    expect(stored("9,56")).toBe('"9,56" không phải số');
    expect(stored("51.125.000")).toBe('"51.125.000" không phải số');
  });

  test.each([
    ["number", "12a", '"12a" không phải số'],
    ["number", "1,2,3", '"1,2,3" không phải số'],
    ["number", "1.23.456", '"1.23.456" không phải số'],
    ["number", "1e5", '"1e5" không phải số'],
    ["number", "1/0", '"1/0" không phải số'],
    ["number", "--1", '"--1" không phải số'],
    ["number", Number.NaN, '"NaN" không phải số'],
    ["number", Number.POSITIVE_INFINITY, '"Infinity" không phải số'],
    ["number", "9".repeat(61), `"${"9".repeat(59)}…" không phải số`],
    ["count", "2,5", '"2,5" không phải số nguyên'],
    ["count", -1, '"-1" là số âm'],
    ["money", "-5", '"-5" là số âm'],
    ["percent", "-5%", '"-5%" là số âm'],
  ])("%s %s is refused", (kind, cell, message) => {
    expect(reads(kind, cell)).toBe(message);
  });

  test("a number outside the input's bounds is read all the same: it is questioned, not refused", () => {
    expect(reads("percent", "101%", { min: 1, max: "100%" })).toBe("1.01");
    expect(reads("count", 0, { min: 1 })).toBe("0");
  });
});

describe("one value is one value", () => {
  const options = ["Zalo", "Facebook"].map((label) => ({ label }));
  const refused = "Cần một giá trị, không phải danh sách hay nhóm giá trị";

  test("a list or a group of values is no number, no yes/no, no date and no choice", () => {
    for (const cell of [[1], [], ["1"], { value: 1 }, [[1]]]) {
      for (const kind of ["count", "number", "money", "percent", "yes_no", "date"])
        expect(reads(kind, cell), kind).toBe(refused);
      expect(reads("choice", cell, { options })).toBe(refused);
    }
    expect(reads("choices", [["Zalo"]], { options })).toBe("Cần danh sách các phương án, như [1, 3]");
    expect(reads("table", { ten: "x" })).toBe("Cần danh sách các dòng của bảng");
  });

  test("several links or remarks may be given as a list; an empty list gives none", () => {
    expect(reads("link", ["https://a.vn", "https://b.vn"])).toBe("1");
    expect(reads("text", ["", " "])).toBe("missing");
    expect(reads("link", [])).toBe("missing");
  });

  test("what is quoted back is cut to sixty letters, on one line", () => {
    const long = "số liệu ".repeat(1000);
    for (const kind of ["count", "yes_no"]) {
      const message = reads(kind, `a\nb ${long}`);
      expect(message).toMatch(/^"a b số liệu .*…" không phải /);
      expect(message.length).toBeLessThan(100);
    }
    expect(reads("choice", long, { options }).length).toBeLessThan(120);
    expect(reads("number", "1.250\u00a0%".repeat(50)).length).toBeLessThan(100);
  });
});

describe("yes and no", () => {
  test("are read in Vietnamese and English, marked, or as 1 and 0", () => {
    for (const yes of ["có", "Có", "CÓ", "co", "yes", "x", "X", "đạt", "true", true, 1, "y"])
      expect(reads("yes_no", yes)).toBe("1");
    for (const no of ["không", "Không", "khong", "no", "false", false, 0, "n"])
      expect(reads("yes_no", no)).toBe("0");
    expect(reads("yes_no", "có".normalize("NFD"))).toBe("1");
  });

  test("anything else is refused", () => {
    expect(reads("yes_no", "một phần")).toBe('"một phần" không phải có/không');
    expect(reads("yes_no", 2)).toBe('"2" không phải có/không');
  });
});

describe("several of several", () => {
  const options = ["Zalo", "Facebook", "Website"].map((label) => ({ label }));

  test("are given as a list, or in one cell with semicolons; naming one twice counts once", () => {
    expect(reads("choices", ["Zalo", 3], { options })).toBe("2");
    expect(reads("choices", "zalo; 3 ;Zalo", { options })).toBe("2");
    expect(reads("choices", [], { options })).toBe("0");
    expect(reads("choices", "", { options })).toBe("missing");
  });

  test("one that is not in the list is refused", () => {
    expect(reads("choices", "Zalo; TikTok", { options })).toBe(
      'Không có phương án "TikTok"; có: 1. Zalo; 2. Facebook; 3. Website',
    );
  });
});

describe("an input with a breakdown", () => {
  const set = indicator({
    inputs: { a: { kind: "count", breakdown: ["a1", "a2"] }, a1: "count", a2: "count", b: "count" },
    rule: { proportional: { of: "a/b" } },
  });
  const valueOfA = (answer: Record<string, unknown>): string => {
    const [value] = factsOf(set, { answers: { "1": answer } }).values;
    return value ? formatExact(value) : "missing";
  };

  test("is the sum of its parts when it is not given itself", () => {
    expect(valueOfA({ a1: 3, a2: 4, b: 10 })).toBe("7");
  });

  test("is what is given when its parts are not", () => {
    expect(valueOfA({ a: 7, b: 10 })).toBe("7");
    expect(valueOfA({ a: 7, a1: 3, b: 10 })).toBe("7");
  });

  test("is missing when only some of its parts are given", () => {
    expect(valueOfA({ a1: 3, b: 10 })).toBe("missing");
  });

  test("that disagrees with its parts is refused", () => {
    expect(refusals(set, { answers: { "1": { a: 8, a1: 3, a2: 4 } } })).toEqual([
      '1.a: "a" không bằng tổng a1 + a2',
    ]);
    expect(refusals(set, { answers: { "1": { a: 7, a1: 3, a2: 4 } } })).toEqual([]);
  });
});

describe("a breakdown of a breakdown", () => {
  test("is added up from the bottom, in whatever order the inputs are declared", () => {
    const parts = { a1: "count", a2: "count", b: "count" };
    const a = { a: { kind: "count", breakdown: ["a1", "a2"] } };
    const total = { total: { kind: "count", breakdown: ["a", "b"] } };
    for (const declared of [
      { ...parts, ...a, ...total },
      { ...total, ...a, ...parts },
    ]) {
      const set = indicator({ inputs: declared, rule: { per_item: { of: "total", points: 1 } } });
      const { values } = factsOf(set, { answers: { "1": { a1: 1, a2: 2, b: 3 } } });
      const slot = set.facts.find(({ id }) => id === "total")?.slot ?? -1;
      expect(values[slot]).toEqual({ n: 6n, d: 1n });
    }
  });
});

describe("facts only an exception needs, e1, e2, ...", () => {
  const set = indicator({
    inputs: { a: "count", e1: "yes_no", p1: "yes_no" },
    rule: { proportional: { of: "a" } },
  });
  const texts = (answer: Record<string, unknown> | number): string[] =>
    factsOf(set, { answers: { "1": answer } }).values.map((value) =>
      value ? formatExact(value) : "missing",
    );

  test("are no unless said otherwise; other yes/no questions are missing", () => {
    expect(texts({ a: 5 })).toEqual(["5", "0", "missing"]);
    expect(texts({ a: 5, e1: "có", p1: "không" })).toEqual(["5", "1", "0"]);
  });

  test("do not keep a lone value from being the indicator's one other input", () => {
    const alone = indicator({
      inputs: { value: "count", e1: "yes_no" },
      rule: { proportional: { of: "value" } },
    });
    expect(
      factsOf(alone, { answers: { "1": 7 } }).values.map((value) => value && formatExact(value)),
    ).toEqual(["7", "0"]);
  });
});

describe("answers that do not fit the set", () => {
  const set = setOf({
    profile: [{ id: "civil_servants", label: "Số công chức", kind: "count" }],
    indicators: [
      {
        code: "1",
        title: "Tỷ lệ",
        max: 10,
        inputs: [
          ...inputs({ a: "count", b: "count" }),
          { id: "c", label: "c", kind: "count", aliases: ["so_c"] },
        ],
        rule: { proportional: { of: "a/b" } },
      },
    ],
  });

  test.each([
    [{ answers: { "9.9": 1 } }, '9.9: Bộ chỉ số không có chỉ số "9.9"'],
    [{ answers: { "1": { z: 1 } } }, '1.z: Chỉ số 1 không có số liệu "z"; có: a, b, c'],
    [{ answers: { "1": 5 } }, "1: Cần ghi theo từng số liệu: a, b, c"],
    [{ profile: { staff: 5 } }, 'profile.staff: Thông tin chung không có mục "staff"'],
    [{ profile: { civil_servants: "mười" } }, 'profile.civil_servants: "mười" không phải số'],
  ])("%j is refused", (data, problem) => {
    expect(refusals(set, data)).toEqual([problem]);
  });

  test("are all reported, and what can be read is read", () => {
    const { facts, problems } = readUnit(set, {
      unit: "u",
      answers: { "1": { a: "x", b: 4, z: 1 }, "2": 3 },
    });
    expect(problems.map(({ code, input }) => `${code} ${input}`)).toEqual(["1 a", "1 z", "2 undefined"]);
    expect(facts.values.map((value) => value && formatExact(value))).toEqual([
      undefined,
      undefined,
      "4",
      undefined,
    ]);
  });

  test("an input is accepted under its other names", () => {
    expect(factsOf(set, { answers: { "1": { so_c: 5 } } }).values.at(-1)).toEqual({ n: 5n, d: 1n });
  });
});

describe("cells of a long table: unit, code, input, value", () => {
  const set = setOf({
    profile: [{ id: "civil_servants", label: "Số công chức", kind: "count" }],
    indicators: [
      {
        code: "1",
        title: "Tỷ lệ",
        max: 10,
        inputs: inputs({ a: "count", b: "count" }),
        rule: { proportional: { of: "a/b" } },
        not_applicable: "zero",
      },
    ],
  });

  test("are the same facts as answers by code", () => {
    const reader = new UnitReader(set, "u");
    for (const [code, input, value] of [
      ["profile", "civil_servants", "17"],
      ["1", "a", "3"],
      ["1", "b", ""],
    ] as const)
      reader.cell(code, input, value);
    const { values } = reader.finish(undefined, "Sở");
    expect(values.map((value) => value && formatExact(value))).toEqual(["17", "3", undefined]);
    expect(reader.problems).toEqual([]);
  });

  test("NA in any of them says that the indicator does not apply", () => {
    const reader = new UnitReader(set, "u");
    reader.cell("1", "a", "NA");
    expect([...reader.finish(undefined, "").notApplicable.keys()]).toEqual([0]);
  });
});
