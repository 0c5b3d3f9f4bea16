/** Vietnamese first: no sentence for a Vietnamese reader is left in English, whatever went wrong. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { explainIssues, kindWords, loadSet, setSchema } from "@opendti/engine";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { setText } from "./quang-ngai.js";
import { written } from "./sets.js";

/** Words that an English sentence hardly does without, and no Vietnamese one has. */
const ENGLISH =
  /\b(?:the|is|are|was|of|not|must|needed?|expected|found|missing|unknown|invalid|applicable|applies|object|array|record|string|boolean|nothing|with|without|should|may|cannot|unexpected|closing|implicit|keys|values|items|already|there|this|that)\b/i;

/** Names of the rules language and of files, which stay as they are written in both languages. */
function sentence(text: string): string {
  return text.replace(/"[^"]*"|'[^']*'|\{[^}]*\}/g, "").replace(/(?:chỉ nhận|có:|chỉ có) .*/, "");
}

function english(texts: Iterable<string>): string[] {
  return [...new Set(texts)].filter((text) => ENGLISH.test(sentence(text)));
}

const VIETNAMESE = /[à-ỹđ]/i;

describe("mistakes of YAML", () => {
  const texts = [
    "a: [1",
    "a: {b: 1",
    "a: {b: 1 c: 2}",
    'a: "x',
    "a: 'x",
    "a: 1\na: 2",
    "a: b: c",
    "a:\n\t- 1",
    "a: 1\n  b: 2",
    "- 1\nb",
    "a: *x y",
    "a: &x &y 1",
    "a: !x !y 1",
    "a: @x",
    "a: `x`",
    'a: "\\q"',
    "%FOO\n---\n%",
    "a: 1\n---\nb: 2",
    "a: ]",
    "a: [1,,2]",
    '{"a":1,}}',
    "a: |x\n b",
    "a\nb: 1",
    `${"k".repeat(1100)}: 1`,
    "a: !!int x",
    "a: 1#b\n- c",
    "[a\nb]: c",
    "*",
    "a: &",
    "? - a\n: - b\n-c",
  ];

  test("are said in Vietnamese, each with its place", () => {
    const problems = texts.flatMap((text) => {
      const loaded = loadSet(text, "x.yaml");
      return loaded.ok ? [] : loaded.problems.filter(({ message }) => /cú pháp/.test(message.vi));
    });
    expect(problems.length).toBeGreaterThan(texts.length / 2);
    expect(english(problems.map(({ message }) => message.vi))).toEqual([]);
    for (const { message, line, column } of problems) {
      expect(message.vi).toMatch(/^Lỗi cú pháp YAML\/JSON: ./);
      expect(message.vi.slice("Lỗi cú pháp YAML/JSON: ".length)).toMatch(VIETNAMESE);
      expect(message.en).toMatch(/^YAML\/JSON syntax error: ./);
      expect([line, column]).toEqual([expect.any(Number), expect.any(Number)]);
    }
    expect(new Set(problems.map(({ message }) => message.vi)).size).toBeGreaterThan(9);
  });

  test("an alias of nothing, or of far too much, is a problem and no exception", () => {
    for (const text of ["a: *x", setText.replace("title:", "title: *nothing #")]) {
      const loaded = loadSet(text, "x.yaml");
      expect(loaded.ok ? [] : loaded.problems.map(({ message }) => message.vi)).toEqual([
        expect.stringMatching(/tham chiếu/),
      ]);
    }
  });
});

describe("content of the wrong form", () => {
  /** The set with each of its values put out by each of these. */
  function* spoilt(): Generator<unknown> {
    const whole = {
      ...written({
        indicators: [
          {
            code: "1",
            title: "Chỉ số",
            max: 10,
            inputs: [{ id: "a", label: "a", kind: "count" }],
            rule: {
              bands: {
                of: "a",
                steps: [
                  { ge: 1, share: 1 },
                  { lt: 1, points: 0 },
                ],
              },
            },
            exceptions: [{ when: "a = 0", gives: "full", sentence: "Câu" }],
            evidence: { required: true },
          },
        ],
        levels: { by: "total", steps: [{ key: "tot", label: "Tốt", ge: "80%" }] },
      }),
    };
    const paths = (value: unknown, path: (string | number)[]): (string | number)[][] =>
      typeof value === "object" && value !== null
        ? [path, ...Object.entries(value).flatMap(([key, each]) => paths(each, [...path, key]))]
        : [path];
    for (const path of paths(whole, []).slice(1))
      for (const other of [
        null,
        undefined,
        "",
        "Không Đúng Dạng!",
        -1,
        1.5,
        1e9,
        true,
        [],
        [[]],
        {},
        { x: 1 },
      ]) {
        const copy = structuredClone(whole) as Record<string, unknown>;
        const last = path.at(-1) ?? "";
        let at = copy;
        for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
        at[last] = other;
        yield copy;
      }
  }

  test("is said in Vietnamese, and otherwise in English, whatever the form", () => {
    const found: { vi: string; en: string }[] = [];
    for (const content of spoilt()) {
      const parsed = setSchema.safeParse(content);
      if (!parsed.success) found.push(...explainIssues(parsed.error.issues, content).map(({ text }) => text));
    }
    expect(found.length).toBeGreaterThan(500);
    expect(english(found.map(({ vi }) => vi))).toEqual([]);
    expect(found.filter(({ vi }) => !VIETNAMESE.test(vi))).toEqual([]);
    expect(found.filter(({ en }) => VIETNAMESE.test(sentence(en)))).toEqual([]);
  });
});

test("every kind of input has its words in both languages", () => {
  for (const [kind, { vi, en }] of Object.entries(kindWords)) {
    expect(vi, kind).not.toBe(en);
    expect(english([vi])).toEqual([]);
  }
});

/** Every `message(vi, en)` and `words(language, vi, en)` in the sources, as far as it is written there. */
function* sentences(): Generator<{ place: string; vi: string; en: string }> {
  for (const folder of ["engine", "cli"]) {
    const root = fileURLToPath(new URL(`../../${folder}/src/`, import.meta.url));
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".ts")) continue;
      const file = ts.createSourceFile(
        name,
        readFileSync(join(root, name), "utf8"),
        ts.ScriptTarget.ES2023,
        true,
      );
      const calls: ts.CallExpression[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node)) calls.push(node);
        ts.forEachChild(node, visit);
      };
      visit(file);
      for (const call of calls) {
        const called = call.expression.getText(file);
        const first = called === "message" ? 0 : called === "words" || called === "counted" ? 1 : -1;
        const [vi, en] = first < 0 ? [] : call.arguments.slice(first, first + 2).map(literal);
        const { line } = file.getLineAndCharacterOfPosition(call.getStart(file));
        if (vi !== undefined && en !== undefined)
          yield { place: `${folder}/src/${name}:${line + 1}`, vi, en };
      }
    }
  }
}

/** The written parts of a text; undefined where it is computed. */
function literal(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" … ");
}

test("no sentence in the sources has English in its Vietnamese, or Vietnamese in its English", () => {
  const all = [...sentences()];
  expect(all.length).toBeGreaterThan(400);
  // The language of rules writes "x >= 1 and x < 2" in both.
  expect(all.filter(({ vi }) => ENGLISH.test(sentence(vi)))).toEqual([]);
  expect(all.filter(({ en }) => VIETNAMESE.test(sentence(en)))).toEqual([]);
  expect(all.filter(({ vi, en }) => vi === en && /[a-z]{4}/i.test(sentence(vi)))).toEqual([]);
});
