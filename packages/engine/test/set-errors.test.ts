import { loadSet } from "@opendti/engine";
import { describe, expect, test } from "vitest";

const head = `opendti: 1
id: bo-thu
version: 1
status: draft
title: Bộ thử
legal_basis: [{ issuer: Sở TT&TT, title: Văn bản thử }]
years: { from: 2022 }
applies_to: [so-nganh]
`;

/** Stands in a test's text where a problem is to be reported. */
const MARK = "▸";

/** The problems of a set's text, as `line:column message`. */
function problemsOf(text: string): string[] {
  const loaded = loadSet(text.replaceAll(MARK, ""), "set.yaml");
  return loaded.ok
    ? []
    : loaded.problems.map(({ line, column, message }) => `${line}:${column} ${message.vi}`);
}

/** The given messages at the places marked in the text, the last place for all that remain. */
function marked(text: string, messages: readonly string[]): string[] {
  const places = text
    .split("\n")
    .flatMap((line, row) =>
      [...line.matchAll(/▸/g)].map((match, before) => `${row + 1}:${match.index - before + 1}`),
    );
  return messages.map((message, index) => `${places[index] ?? places.at(-1)} ${message}`);
}

/** A set of one indicator with the given lines. */
function withIndicator(lines: string): string {
  return `${head}indicators:\n${lines.replace(/^\n/, "")}\n`;
}

const numbers = `inputs:
      - { id: a, label: a, kind: count }
      - { id: p1, label: p1, kind: yes_no }`;

/** An indicator with a number `a` and a yes/no `p1`, and the given lines. */
const indicator = (lines: string): string => `
  - code: "1"
    title: Chỉ số
    max: 10
    ${numbers}
    ${lines}`;

/** The same, unadorned. */
const bare = (lines: string): string => `
  - ▸code: "1"
    title: Chỉ số
    ${lines}`;

describe("a set that is right", () => {
  test("has no problems", () => {
    expect(problemsOf(withIndicator(indicator("rule: { proportional: { of: a } }")))).toEqual([]);
  });

  test("may begin with a byte order mark", () => {
    expect(problemsOf(`\ufeff${withIndicator(indicator("rule: { manual: {} }"))}`)).toEqual([]);
  });

  test("may be written as JSON", () => {
    const set = {
      opendti: 1,
      id: "bo-thu",
      version: 1,
      status: "draft",
      title: "Bộ thử",
      legal_basis: [{ issuer: "Sở", title: "Văn bản" }],
      years: { from: 2022 },
      applies_to: ["so-nganh"],
      indicators: [{ code: "1", title: "Chỉ số", max: 10, rule: { manual: {} } }],
    };
    expect(problemsOf(JSON.stringify(set, null, 2))).toEqual([]);
  });
});

describe("what is wrong with a set is said in Vietnamese, with its line and column", () => {
  test("the file is named", () => {
    const loaded = loadSet("a: [", "sets/x/set.yaml");
    expect(loaded.ok ? [] : loaded.problems.map(({ file }) => file)).toContain("sets/x/set.yaml");
  });

  test("text that is no YAML", () => {
    const [first] = problemsOf(`${head}indicators: [\n`);
    expect(first).toMatch(/^10:1 Lỗi cú pháp YAML\/JSON: thiếu dấu đóng/);
  });

  test("a key written twice", () => {
    const [first] = problemsOf(`${head}title: Lại một tên nữa\n`);
    expect(first).toMatch(/^9:1 Lỗi cú pháp YAML\/JSON: mục này ghi hai lần/);
  });

  test.each<[string, string, string[]]>([
    ["an unknown key", indicator("rule: { manual: {} }\n    ▸weight: 3"), ['Không có mục "weight" ở đây']],
    [
      "an unknown rule kind",
      indicator("▸rule: { linear: { of: a } }"),
      ["{linear} không phải dạng được nhận ở đây"],
    ],
    [
      "two rule kinds at once",
      indicator("▸rule: { manual: {}, choice: {} }"),
      ["{manual, choice} không phải dạng được nhận ở đây"],
    ],
    [
      "a misspelt key within a rule",
      indicator("rule: { proportional: { of: a, ▸ful_at: 80% } }"),
      ['Không có mục "ful_at" ở đây'],
    ],
    [
      "a kind of input that is not there",
      indicator("rule: { manual: {} }").replace("kind: count", "▸kind: integer"),
      [
        'Giá trị "integer" không được; chỉ nhận count, number, money, percent, yes_no, choice, choices, text, link, date, table',
      ],
    ],
    ["no rule", bare("max: 10"), ["Chỉ số 1 chưa có rule (manual nếu chấm tay)"]],
    ["no maximum", bare("rule: { manual: {} }"), ["Chỉ số 1 chưa có max"]],
    [
      "a negative maximum",
      bare("▸max: -5\n    rule: { manual: {} }").replace("- ▸", "- "),
      ["max không thể âm"],
    ],
    [
      "a rule beside children",
      bare(
        '▸rule: { manual: {} }\n    children: [{ code: "1.1", title: x, max: 1, rule: { manual: {} } }]',
      ).replace("- ▸", "- "),
      ["Chỉ số có children thì cộng điểm các con, không có rule"],
    ],
    [
      "a formula with a name that is not declared",
      indicator("rule: { proportional: { ▸of: a/b } }"),
      ['Không có số liệu "b" (trong "a/b", ký tự 3)'],
    ],
    [
      "a formula that does not end",
      indicator("rule:\n      proportional:\n        ▸of: (a + 1"),
      ['Thiếu ")" (trong "(a + 1", ký tự 7)'],
    ],
    [
      "a yes/no where a number is needed",
      indicator("rule: { proportional: { ▸of: a + p1 } }"),
      ['"p1" là có/không (yes_no), không phải số (trong "a + p1", ký tự 5)'],
    ],
    [
      "a number where a yes/no is needed",
      indicator("rule: { manual: {} }\n    exceptions:\n      - { ▸when: a + 1, gives: full, sentence: x }"),
      ['Cần điều kiện có/không, đây là một số (trong "a + 1", ký tự 3)'],
    ],
    [
      "a rule that looks at another indicator",
      indicator('rule: { proportional: { ▸of: "@1.a" } }'),
      ['@1.a: quy tắc không đọc chỉ số khác; chỉ "checks" được (trong "@1.a", ký tự 1)'],
    ],
    [
      "a choice on an input that is not there",
      indicator("rule: { choice: { ▸of: p2 } }"),
      ['Không có số liệu "p2"'],
    ],
    ["a choice on a number", indicator("rule: { choice: { ▸of: a } }"), ['"a" phải là choice hoặc yes_no']],
    [
      "a choice with nothing to choose from",
      indicator("rule: { ▸choice: {} }"),
      ['Không có số liệu "choice"'],
    ],
    [
      "three options for a yes/no",
      indicator(`rule:
      choice:
        of: p1
        ▸options:
          - { label: Có, share: 1 }
          - { label: Một nửa, share: 50% }
          - { label: Không, share: 0 }`),
      ["Câu trả lời có/không cần đúng hai phương án: có, rồi không"],
    ],
    [
      "an option with both a share and points",
      indicator(`rule:
      choice:
        options:
          - { label: Có, share: 1 }
          - ▸{ label: Không, share: 0, points: 0 }`),
      ["Cần đúng một trong share, points"],
    ],
    [
      "a part with neither",
      indicator("rule: { parts: [▸{ rule: { manual: {} } }] }"),
      ["Cần đúng một trong share, points"],
    ],
    [
      "negative points",
      indicator(
        "rule: { choice: { of: p1, options: [{ label: Có, share: 1 }, ▸{ label: Không, points: -1 }] } }",
      ),
      ["Điểm không thể âm"],
    ],
    [
      "a band with two lower edges",
      indicator("rule: { bands: { of: a, steps: [▸{ ge: 1, gt: 2, share: 1 }] } }"),
      ["Chỉ dùng một trong ge, gt"],
    ],
    [
      "a band with points and a rule",
      indicator("rule: { bands: { of: a, steps: [▸{ ge: 1, share: 1, rule: { manual: {} } }] } }"),
      ["Một mức có share/points hoặc rule, không cả hai"],
    ],
    [
      "full points at zero",
      indicator("rule: { proportional: { of: a, ▸full_at: 0 } }"),
      ["full_at phải lớn hơn 0"],
    ],
    [
      "no points an item",
      indicator("rule: { ▸per_item: { of: a, points: 0 } }"),
      ["points và cap phải lớn hơn 0"],
    ],
    [
      "a provisional rule that is relative itself",
      indicator(`rule:
      relative:
        of: a
        to: best
        ▸provisional: { relative: { of: a, to: best } }`),
      ["Quy tắc tạm tính không thể lại so với nhóm"],
    ],
    [
      "an input declared twice",
      indicator("rule: { manual: {} }").replace("inputs:", "▸inputs:").replace("id: p1", "id: a"),
      ['Số liệu "a" khai hai lần'],
    ],
    [
      "a name that is another input's alias",
      indicator("rule: { manual: {} }")
        .replace("inputs:", "▸inputs:")
        .replace("yes_no", "yes_no, aliases: [a]"),
      ['Số liệu "a" khai hai lần'],
    ],
    [
      "a breakdown into what is not there",
      indicator("rule: { manual: {} }")
        .replace("inputs:", "▸inputs:")
        .replace("count", "count, breakdown: [a1, a2]"),
      ['breakdown: không có số liệu "a1"', 'breakdown: không có số liệu "a2"'],
    ],
    [
      "a check that looks at what is not there",
      indicator('rule: { manual: {} }\n    checks:\n      - { id: k, ▸require: "a <= @9.b", message: x }'),
      ['Không có số liệu @9.b (trong "a <= @9.b", ký tự 6)'],
    ],
    [
      "every mistake, not only the first",
      indicator(
        "rule: { proportional: { ▸of: x } }\n    exceptions:\n      - { ▸when: y, gives: full, sentence: s }",
      ),
      ['Không có số liệu "x" (trong "x", ký tự 1)', 'Không có số liệu "y" (trong "y", ký tự 1)'],
    ],
    [
      "one code printed twice without a key of its own",
      `${indicator("rule: { manual: {} }")}
  - { ▸code: "1", title: y, max: 1, rule: { manual: {} } }`,
      ['Mã "1" in hai lần: đặt "key" riêng cho dòng sau'],
    ],
    [
      "a code without quotes, which is a number to YAML",
      "  - { ▸code: 2.10, title: x, max: 1, rule: { manual: {} } }",
      ['Cần chữ, đang là số 2.1; đặt trong ngoặc kép: "2.1"'],
    ],
    [
      "a tie break or a group that names what is not there",
      `${indicator("rule: { manual: {} }")}
ranking: { on: rounded, tie_break: ["1", ▸"7"] }
groups: [{ key: g, title: g, pillars: ["1", ▸"8"] }]`,
      ['Không có chỉ số "7"', 'Không có chỉ số "8"'],
    ],
  ])("%s", (_, lines, messages) => {
    const text = withIndicator(lines);
    expect(problemsOf(text)).toEqual(marked(text, messages));
  });

  test("a fraction over zero is no number", () => {
    expect(
      problemsOf(withIndicator(indicator("rule: { manual: {} }").replace("max: 10", "max: 1/0"))),
    ).toContain('12:5 Không đọc được số "1/0"');
  });

  test("a later row with a key of its own may print the same code", () => {
    const twice = `${indicator("rule: { manual: {} }")}
  - { code: "1", key: 1b, title: y, max: 1, rule: { manual: {} } }`;
    expect(problemsOf(withIndicator(twice))).toEqual([]);
  });

  test("what is missing is named where it should stand", () => {
    expect(problemsOf("opendti: 1\nid: bo-thu\nversion: 1\nstatus: draft\ntitle: Bộ thử\n")).toEqual([
      '1:1 Thiếu mục "legal_basis" (căn cứ)',
      '1:1 Thiếu mục "years" (năm áp dụng)',
      '1:1 Thiếu mục "applies_to"',
      '1:1 Thiếu mục "indicators" (danh sách chỉ số)',
    ]);
  });
});
