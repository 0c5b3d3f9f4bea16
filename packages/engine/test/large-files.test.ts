/** A file far from any set or any unit's data is answered with few problems, and without comparing all with all. */
import { dataSchema, loadSet, SourceDocument } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { written } from "./sets.js";

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Problems as a person sees them: `line:column sentence`. */
function told(text: string): string[] {
  const document = SourceDocument.parse(text, undefined);
  return Array.isArray(document)
    ? document.map(({ line, column, message }) => `${line}:${column} ${message.en}`)
    : [];
}

describe("keys", () => {
  test("60.000 in one map are one problem", () => {
    for (const text of [
      lines(60_000, (index) => `k${index}: 1`),
      `{${lines(60_000, (index) => `k${index}: 1,`)}}`,
    ])
      expect(told(text)).toEqual([expect.stringMatching(/^1:1 This map has more than 5,000 keys/)]);
    expect(told(`units:\n${lines(60_000, () => "  k: 1")}`)).toEqual([
      expect.stringMatching(/^2:3 This map has/),
    ]);
  });

  test("5.000 in one map are read, and so are 3.000 units", () => {
    expect(told(lines(5_000, (index) => `k${index}: 1`))).toEqual([]);
    const answers = lines(3, (index) => `      "${index}": 1`);
    const document = SourceDocument.parse(
      `units:\n${lines(3_000, (index) => `  - unit: u${index}\n    answers:\n${answers}`)}`,
      undefined,
    );
    if (Array.isArray(document)) throw new Error(document[0]?.message.en);
    expect(dataSchema.parse(document.content()).units).toHaveLength(3_000);
  });

  test("written twice are told where they stand the second time, wherever the map is", () => {
    const twice = "YAML/JSON syntax error: Map keys must be unique";
    expect(told('a: 1\nb:\n  c: 1\n  c: 2\n"a": 3\n')).toEqual([`4:3 ${twice}`, `5:1 ${twice}`]);
    expect(told("- { x: 1, y: 2, x: 3 }")).toEqual([`1:17 ${twice}`]);
    expect(told("a: &m\n  c: 1\n  c: 2\nb: *m\n<<: *m\n<<: *m\n")).toEqual([`3:3 ${twice}`, `6:1 ${twice}`]);
    expect(told("? a\n: 1\n? a\n: 2\n")).toEqual([`3:3 ${twice}`]);
    expect(told("2.10: 1\n2.1: 2\n")).toEqual([]);
    expect(told("a: { c: 1 }\nb: { c: 1 }\n")).toEqual([]);
  });

  test("given by an alias are the text the alias stands for", () => {
    expect(told("&k a: 1\n*k : 2\n")).toEqual(["2:1 YAML/JSON syntax error: Map keys must be unique"]);
    expect(told("a: &k __proto__\n*k : 2\n")).toEqual([
      expect.stringMatching(/^2:1 A key may not be called/),
    ]);
  });

  test("and so are 10.000 aliases, each of its own anchor", () => {
    const text = `${lines(10_000, (index) => `- &a${index} 1`)}\n${lines(10_000, (index) => `- *a${index}`)}`;
    expect(told(text)).toEqual([expect.stringMatching(/^11001:3 The file uses more than 1,000 aliases/)]);
  });

  test("written twice stand among the other mistakes of syntax in the order of the text", () => {
    expect(told("a: 1\na: 2\nb: @x\nb: 3\n").map((problem) => problem.slice(0, 3))).toEqual([
      "2:1",
      "3:4",
      "4:1",
    ]);
  });
});

describe("of very many mistakes the first hundred are told, and how many more there are", () => {
  const problems = (text: string) => {
    const loaded = loadSet(text, "set.yaml");
    return loaded.ok ? [] : loaded.problems;
  };
  const more = (count: string) =>
    expect.objectContaining({
      message: {
        vi: expect.stringContaining(`Còn ${count.replace(",", ".")} lỗi nữa`),
        en: expect.stringContaining(`${count} more problems`),
      },
      file: "set.yaml",
    });

  test.each([
    ["keys written twice", lines(4_901, () => "k: 1"), "4,800"],
    ["mistakes of syntax", lines(3_000, () => "- @x"), "2,900"],
    [
      "foreign keys",
      `${JSON.stringify(
        written({ indicators: [{ code: "1", title: "1", max: 1, rule: { manual: {} } }] }),
      ).slice(0, -1)},\n${lines(2_100, (index) => `"k${index}": 1,`)}}`,
      "2,000",
    ],
    [
      "indicators of no known form",
      JSON.stringify(
        written({
          indicators: Array.from({ length: 1_600 }, (_, index) => ({
            code: `${index}`,
            title: "1",
            max: 1,
            rule: 5,
          })),
        }),
      ),
      "1,500",
    ],
    [
      "indicators that do not compile",
      JSON.stringify(
        written({
          indicators: Array.from({ length: 1_600 }, () => ({
            code: "1",
            title: "1",
            max: 1,
            rule: { manual: {} },
          })),
        }),
      ),
      "1,499",
    ],
  ])("%s", (_, text, count) => {
    const told = problems(text);
    expect(told).toHaveLength(101);
    expect(told[100]).toEqual(more(count));
  });
});
