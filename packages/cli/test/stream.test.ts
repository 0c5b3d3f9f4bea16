import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { CampaignRun, CHUNK_ROWS, type CompiledSet, FactChunk, loadSet, UnitReader } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Streamed, scoreStream } from "../src/stream/score-stream.js";
import { writeScoresTo } from "../src/stream/score-writer.js";
import { csvLine, folder, opendti, quangNgai, repository } from "./opendti.js";

const here = folder();

function shipped(id: string): CompiledSet {
  const loaded = loadSet(readFileSync(join(repository, "sets", id, "set.yaml"), "utf8"), id);
  if (!loaded.ok) throw new Error(`${id} does not load`);
  return loaded.value.set;
}

const quangNgaiSet = shipped(quangNgai);
const national = shipped("qd922-cap-tinh-2022");

type Unit = { readonly name: string; readonly group: string; readonly cells: ReadonlyMap<string, string> };

/** Every input of a set, as `code` and `id`. */
function inputsOf(set: CompiledSet): { code: string; id: string; kind: string; options: number }[] {
  return [
    ...set.profile.map((fact) => ({ code: "profile", id: fact.id, kind: fact.kind, options: 0 })),
    ...set.nodes.flatMap((node) =>
      node.inputs.map((fact) => ({
        code: node.key,
        id: fact.id,
        kind: fact.kind,
        options: fact.options.length,
      })),
    ),
  ];
}

/** A cell as people and programs write it. */
function cellFor(kind: string, options: number): fc.Arbitrary<string> {
  if (kind === "yes_no") return fc.constantFrom("", "0", "1", "có", "Không", "true");
  if (kind === "choice") return fc.integer({ min: 1, max: Math.max(1, options) }).map(String);
  if (kind === "count")
    return fc.oneof(fc.constant(""), fc.integer({ min: 1, max: 40 }).map(String), fc.constant("51.125.000"));
  if (kind === "money")
    return fc.constantFrom(
      "",
      "0",
      "7",
      "0.05",
      "7.12",
      "9,56",
      "51.125.000",
      "9007199254740993",
      "0.123456789",
      "0.125",
      "1250.500",
      "1.2500",
    );
  return fc.constantFrom("", "12");
}

function unitsOf(set: CompiledSet): fc.Arbitrary<Unit[]> {
  const inputs = inputsOf(set).filter(({ id }) => !/^a\d$/.test(id));
  const cells = fc
    .tuple(...inputs.map((input) => cellFor(input.kind, input.options)))
    .map((values) => new Map(inputs.map((input, at) => [`${input.code}.${input.id}`, values[at] ?? ""])));
  const unit = fc.record({ group: fc.constantFrom("A", "B"), cells, exempt: fc.boolean() });
  return fc.array(unit, { minLength: 1, maxLength: 5 }).map((units) =>
    units.map(({ group, cells: own, exempt }, at) => {
      if (exempt && own.has("2.6.2.p1")) {
        for (const column of own.keys()) if (column.startsWith("2.6.2.")) own.set(column, "");
        own.set("2.6.2.p1", "NA");
      }
      return { name: `đơn vị "${at}"`, group, cells: own };
    }),
  );
}

function wide(units: readonly Unit[]): string {
  const columns = [...(units[0]?.cells.keys() ?? [])];
  const lines = units.map((unit) =>
    csvLine([unit.name, unit.group, ...columns.map((column) => unit.cells.get(column))]),
  );
  return [csvLine(["unit", "group", ...columns]), ...lines].join("\n");
}

function long(units: readonly Unit[]): string {
  const lines = units.flatMap((unit) =>
    [...unit.cells].map(([column, value]) => {
      const dot = column.lastIndexOf(".");
      return csvLine([unit.name, unit.group, column.slice(0, dot), column.slice(dot + 1), value]);
    }),
  );
  return ["unit,group,code,input,value", ...lines, ""].join("\r\n");
}

/** All scores of the units read one by one. */
function oneByOne(set: CompiledSet, units: readonly Unit[]): string[] {
  const run = new CampaignRun(set, { keepFacts: true });
  const chunk = new FactChunk(set);
  for (const unit of units) {
    const reader = new UnitReader(set, unit.name);
    for (const [column, value] of unit.cells) {
      const dot = column.lastIndexOf(".");
      if (value !== "") reader.cell(column.slice(0, dot), column.slice(dot + 1), value);
    }
    expect(reader.problems).toEqual([]);
    chunk.add(reader.finish(undefined, unit.group));
  }
  run.add(chunk);
  const scores = run.finish();
  return linesOf({ ok: true, scores });
}

function linesOf(streamed: Streamed | undefined): string[] {
  if (!streamed?.ok) throw new Error(JSON.stringify(streamed ?? "not streamed"));
  const { scores } = streamed;
  return Array.from({ length: scores.length }, (_, row) =>
    [
      scores.unit(row),
      scores.group(row),
      scores.totalTicks(row),
      scores.rank(row),
      ...scores.set.nodes.map((node) => `${scores.ticks(row, node.index)} ${scores.status(row, node.index)}`),
    ].join("; "),
  );
}

const silent = (): void => undefined;

describe("CSV that is streamed scores as if its units were read one by one", () => {
  for (const [name, set] of [
    ["Quảng Ngãi", quangNgaiSet],
    ["QĐ 922", national],
  ] as const)
    test(`wide and long, by the set of ${name}`, () => {
      fc.assert(
        fc.property(unitsOf(set), (units) => {
          const expected = oneByOne(set, units);
          for (const [file, text] of [
            ["wide.csv", wide(units)],
            ["long.csv", long(units)],
          ] as const) {
            const path = join(here.path, here.write(file, text));
            expect(linesOf(scoreStream(set, path, undefined, silent))).toEqual(expected);
          }
        }),
        { seed: 2022, numRuns: 25 },
      );
    });

  test("over more units than one chunk holds", () => {
    const rows = Array.from(
      { length: CHUNK_ROWS + 100 },
      (_, at) => `u${at},g${at % 3},${at % 40},${1 + (at % 37)}`,
    );
    const path = join(here.path, here.write("many.csv", ["unit,group,2.1.3.a,2.1.3.b", ...rows].join("\n")));
    const lines = linesOf(scoreStream(quangNgaiSet, path, undefined, silent));
    expect(lines).toHaveLength(CHUNK_ROWS + 100);
    expect(new Set(lines.map((line) => line.split("; ")[0])).size).toBe(CHUNK_ROWS + 100);
  });
});

describe("what streaming cannot do it leaves to the ordinary reader", () => {
  test.each([
    ["a unit twice", "unit,2.1.3.a\nu,1\nu,2"],
    ["a unit in two places", "unit,code,input,value\nu,2.1.3,a,1\nv,2.1.3,a,1\nu,2.1.3,b,2"],
    ["a unit in two groups", "unit,group,code,input,value\nu,A,2.1.3,a,1\nu,B,2.1.3,b,2"],
    ["a short row", "unit,group,2.1.3.a\nu,1"],
    ["a code that the set does not have", "unit,code,input,value\nu,9.9.9,a,1"],
    ["an input declared twice", "unit,code,input,value\nu,2.1.3,a,1\nu,2.1.3,a,2"],
    ["a value beside not applicable", "unit,2.6.2.p1,2.6.2.p2\nu,NA,1"],
    ["an open quote", 'unit,2.1.3.a\n"u,1'],
    ["a cell over several lines", 'unit,2.1.3.a\n"u\nv",1'],
    ["an unknown column", "unit,2.1.3.z\nu,1"],
  ])("%s", (_, text) => {
    const path = join(here.path, here.write("odd.csv", text));
    expect(scoreStream(quangNgaiSet, path, undefined, silent)).toBeUndefined();
  });

  test("a cell that cannot be read is refused with its line, and no file is written", async () => {
    const path = join(here.path, here.write("bad.csv", "unit,2.1.3.a,2.1.3.b\nu,22,23\nv,hai,23\n"));
    expect(scoreStream(quangNgaiSet, path, undefined, silent)).toMatchObject({
      ok: false,
      problems: [{ line: 3, at: "v 2.1.3.a", message: { vi: 'v, 2.1.3.a: "hai" không phải số' } }],
    });
    const { status, stderr } = await opendti(here.path, [
      "score",
      quangNgai,
      "bad.csv",
      "--out",
      "scores.csv",
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain("bad.csv:3");
    expect(() => readFileSync(join(here.path, "scores.csv"))).toThrow();
  });
});

test("an amount that reads two ways is refused in every form of a file, streamed or not, with both readings", async () => {
  const question =
    '"990.000" đọc được hai cách: viết 990000 nếu dấu chấm ngăn cách hàng nghìn, viết 990 nếu dấu chấm là dấu thập phân';
  const cells = ["990.000", '"990.000"', " 990.000"];
  const texts = [
    ...cells.map((cell) => `unit,2.6.17.a,2.6.17.b\nu,${cell},7.12\n`),
    ...cells.map((cell) => `unit,code,input,value\nu,2.6.17,a,${cell}\nu,2.6.17,b,7.12\n`),
  ];
  for (const text of texts) {
    const path = join(here.path, here.write("two-ways.csv", text));
    const streamed = scoreStream(quangNgaiSet, path, undefined, silent);
    expect(streamed).toMatchObject({
      ok: false,
      problems: [{ line: 2, at: "u 2.6.17.a", message: { vi: `u, 2.6.17.a: ${question}` } }],
    });
  }
  const yaml = here.write(
    "two-ways.yaml",
    'units: [{ unit: u, answers: { "2.6.17": { a: "990.000", b: 7.12 } } }]\n',
  );
  const workbook = new Workbook();
  workbook.addWorksheet("S").addRows([
    ["unit", "2.6.17.a", "2.6.17.b"],
    ["u", "990.000", 7.125],
  ]);
  here.write("two-ways.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
  for (const file of ["two-ways.csv", yaml, "two-ways.xlsx"]) {
    const { status, stderr } = await opendti(here.path, ["score", quangNgai, file]);
    expect([file, status, stderr.includes(question), stderr.includes("7.125")]).toEqual([
      file,
      1,
      true,
      false,
    ]);
  }
});

test("a number that YAML or a workbook holds as a number is no question", async () => {
  const yaml = here.write(
    "number.yaml",
    'units: [{ unit: u, answers: { "2.6.17": { a: 1.125, b: 2.250 } } }]\n',
  );
  const workbook = new Workbook();
  workbook.addWorksheet("S").addRows([
    ["unit", "2.6.17.a", "2.6.17.b"],
    ["u", 1.125, 2.25],
  ]);
  here.write("number.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
  for (const file of [yaml, "number.xlsx"]) {
    const { stdout } = await opendti(here.path, [
      "score",
      quangNgai,
      file,
      "--json",
      "--explain",
      "u",
      "2.6.17",
    ]);
    expect(JSON.parse(stdout).why).toContain("1,125/2,25 = 50%");
  }
});

test("a streamed file and the ordinary way write the same scores", async () => {
  here.write("in.csv", "unit,group,2.1.3.a,2.1.3.b,2.6.17.a,2.6.17.b\n=u,A,22,23,0.05,7.12\nv,A,1,3,1,90\n");
  here.write(
    "in.json",
    JSON.stringify({
      units: [
        { unit: "=u", group: "A", answers: { "2.1.3": { a: 22, b: 23 }, "2.6.17": { a: 0.05, b: 7.12 } } },
        { unit: "v", group: "A", answers: { "2.1.3": { a: 1, b: 3 }, "2.6.17": { a: 1, b: 90 } } },
      ],
    }),
  );
  const streamed = scoreStream(quangNgaiSet, join(here.path, "in.csv"), undefined, silent);
  if (!streamed?.ok) throw new Error("not streamed");
  writeScoresTo(join(here.path, "streamed.csv"), streamed.scores, silent);
  const ordinary = await opendti(here.path, ["score", quangNgai, "in.json", "--out", "ordinary.csv"]);
  expect(ordinary.status).toBe(0);
  const written = readFileSync(join(here.path, "streamed.csv"), "utf8");
  expect(written).toBe(readFileSync(join(here.path, "ordinary.csv"), "utf8"));
  expect(written.split("\n")[1]).toMatch(/^'=u,A,1,16\.56,9\.56,/);
});

test("the data file itself is never written over", async () => {
  const text = "unit,2.1.3.a,2.1.3.b\nu,22,23\n";
  here.write("own.csv", text);
  const { status, stderr } = await opendti(here.path, ["score", quangNgai, "own.csv", "--out", "./own.csv"]);
  expect(status).toBe(2);
  expect(stderr).toContain("chính là tệp số liệu");
  expect(readFileSync(join(here.path, "own.csv"), "utf8")).toBe(text);
});
