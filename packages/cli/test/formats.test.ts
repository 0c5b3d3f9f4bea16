import { readFileSync } from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, test } from "vitest";
import { readAnswer } from "./answer.js";
import { csvLine, folder, longRows, opendti, quangNgai, quangNgaiCase, quangNgaiData } from "./opendti.js";

const here = folder();
const run = (...args: string[]): ReturnType<typeof opendti> => opendti(here.path, args);

const data = quangNgaiData();
const rows = longRows(data);

/** Everything about scores; titles and published numbers are not in tables. */
async function scoresOf(...files: string[]): Promise<object> {
  const { stdout, stderr } = await run("score", quangNgai, ...files, "--json", "--provisional");
  expect(stderr).toBe("");
  const [unit, ...others] = readAnswer(stdout).units;
  expect(others).toEqual([]);
  const { unit: id, group, total, rank, pillars, indicators } = unit ?? {};
  return { id, group, total, rank, pillars, indicators };
}

const expected = scoresOf(quangNgaiCase);

describe("the same data score the same in every form", () => {
  test("JSON", async () => {
    expect(await scoresOf(here.write("data.json", JSON.stringify(data)))).toEqual(await expected);
  });

  test("long CSV, its columns in another order, in Vietnamese, with a byte order mark and semicolons", async () => {
    const plain = ["unit,group,code,input,value", ...rows.map((row) => csvLine(row))].join("\n");
    expect(await scoresOf(here.write("long.csv", plain))).toEqual(await expected);
    const vietnamese = [
      "\ufeffGiá trị;Mã;Số liệu;Đơn vị;Nhóm",
      ...rows.map(([unit, group, code, input, value]) => csvLine([value, code, input, unit, group], ";")),
    ].join("\r\n");
    expect(await scoresOf(here.write("vietnamese.csv", vietnamese))).toEqual(await expected);
  });

  test("wide CSV, with tabs; an indicator with one input needs no input in its column", async () => {
    const lone = (code: string, input: string): string => (input === "choice" ? code : `${code}.${input}`);
    const wide = [
      csvLine(["unit", "group", ...rows.map(([, , code, input]) => lone(code, input))], "\t"),
      csvLine(["ban-dan-toc", "so-nganh", ...rows.map((row) => row[4])], "\t"),
    ].join("\n");
    expect(await scoresOf(here.write("wide.csv", wide))).toEqual(await expected);
  });

  test("a workbook: long on one sheet, wide on another, merged cells, formulas, percents, typed numbers, a hidden sheet", async () => {
    const workbook = new Workbook();
    const long = workbook.addWorksheet("Nhân lực số");
    const [profile, answers] = [
      rows.filter(([, , code]) => code === "profile"),
      rows.filter(([, , code]) => code !== "profile"),
    ];
    const half = answers.slice(0, 40);
    long.addRow(["Bảng số liệu năm 2022"]);
    long.mergeCells("A1:E1");
    long.addRow(["Đơn vị", "Nhóm", "Mã", "Số liệu", "Giá trị"]);
    for (const [unit, group, code, input, value] of half) long.addRow([unit, group, code, input, value]);
    for (const column of ["A", "B"]) {
      for (let row = 4; row < 3 + half.length; row += 1) long.getCell(`${column}${row}`).value = null;
      long.mergeCells(`${column}3:${column}${2 + half.length}`);
    }
    const place = 3 + half.findIndex(([, , code, input]) => code === "2.1.3" && input === "a");
    long.getCell(`E${place}`).value = { formula: "20+2", result: 22 };
    long.getCell(`E${place + 1}`).value = "23";
    const wide = workbook.addWorksheet("Còn lại");
    const rest = [...profile, ...answers.slice(40)];
    wide.addRow(["unit", "group", ...rest.map(([, , code, input]) => `${code}.${input}`)]);
    wide.addRow(["ban-dan-toc", "so-nganh", ...rest.map((row) => row[4])]);
    const hidden = workbook.addWorksheet("Ẩn", { state: "hidden" });
    hidden.addRows([
      ["unit", "code", "value"],
      ["khac", "2.1.1", 1],
    ]);
    here.write("data.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(await scoresOf("data.xlsx")).toEqual(await expected);
  });

  test("several files of one unit add up; what they say twice must be the same", async () => {
    const header = "unit,group,code,input,value";
    const first = here.write(
      "first.csv",
      [header, ...rows.slice(0, 60).map((row) => csvLine(row))].join("\n"),
    );
    const answers: Record<string, Record<string, unknown>> = {};
    for (const [, , code, input, value] of rows.slice(50))
      answers[code] = { ...answers[code], [input]: value };
    const second = here.write("second.json", JSON.stringify({ units: [{ unit: "ban-dan-toc", answers }] }));
    expect(await scoresOf(first, second)).toEqual(await expected);
  });

  test("standard input: YAML, JSON and CSV are told apart", async () => {
    const totals = await Promise.all(
      [
        readFileSync(quangNgaiCase, "utf8"),
        JSON.stringify(data),
        ["unit,code,input,value", ...rows.map(([unit, , ...row]) => csvLine([unit, ...row]))].join("\n"),
      ].map(async (stdin) => {
        const { stdout } = await opendti(here.path, ["score", quangNgai, "-", "--json"], { stdin });
        return readAnswer(stdout).units[0]?.total;
      }),
    );
    expect(totals).toEqual(["451.26", "451.26", "451.26"]);
  });
});

describe("what a table says with its cells", () => {
  const values = async (file: string, set = quangNgai): Promise<Record<string, string>> => {
    const { stdout } = await run("score", set, file, "--json");
    return Object.fromEntries(
      readAnswer(stdout).units[0]?.indicators.map(({ code, status, score }) => [
        code,
        `${status} ${score}`,
      ]) ?? [],
    );
  };

  test("empty is missing, zero is zero, NA is not applicable, a decimal comma is read", async () => {
    const set = here.write(
      "tiny.yaml",
      `opendti: 1
id: tiny
version: 1
status: draft
title: Tiny
legal_basis: [{ issuer: x, title: x }]
years: { from: 2024 }
applies_to: [so-nganh]
rounding: { ratio: exact, score: { digits: 2, mode: half-up }, sum: rounded }
indicators:
  - code: "1"
    title: One
    max: 40
    children:
      - { code: "1.1", title: a, max: 10, inputs: [{ id: a, label: a, kind: number }, { id: b, label: b, kind: number }], rule: { proportional: { of: a/b } } }
      - { code: "1.2", title: b, max: 10, inputs: [{ id: value, label: v, kind: percent }], rule: { proportional: { of: value } }, not_applicable: zero }
      - { code: "1.3", title: c, max: 10, inputs: [{ id: value, label: v, kind: percent }], rule: { proportional: { of: value } } }
      - { code: "1.10", title: d, max: 10, inputs: [{ id: value, label: v, kind: number, min: 0 }], rule: { per_item: { of: value, points: 1 } } }
`,
    );
    const file = here.write("cells.csv", 'unit;1.1.a;1.1.b;1.2;1.3;1.10\nx;"2,5";10;NA;;0\n');
    expect(await values(file, set)).toEqual({
      "1.1": "scored 2.5",
      "1.2": "not_applicable 0",
      "1.3": "missing 0",
      "1.10": "scored 0",
    });
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet("S");
    sheet.addRows([
      ["unit", "code", "value"],
      ["x", "1.2", 0.8],
      ["x", "1.3", 0.25],
    ]);
    sheet.getCell("C2").numFmt = "0%";
    sheet.getCell("C3").value = { formula: "1/4+0*0.1", result: 0.25 };
    // The code 1.10 typed as a number, shown with two decimals.
    sheet.addRow(["x", 1.1, 7]);
    sheet.getCell("B4").numFmt = "0.00";
    here.write("percent.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(await values("percent.xlsx", set)).toMatchObject({
      "1.2": "scored 8",
      "1.3": "scored 2.5",
      "1.10": "scored 7",
    });
    // Without that format nobody knows which of the two codes it is.
    sheet.getCell("B4").numFmt = "General";
    here.write("code.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
    const { status, stderr } = await run("score", set, "code.xlsx");
    expect(status).toBe(1);
    expect(stderr).toContain("Sheet 'S', ô B4: Mã được lưu thành số 1.1: không biết là 1.1 hay 1.10");
  });

  test("a quoted cell may have line ends and separators; lines are still counted right", async () => {
    const file = here.write(
      "quoted.csv",
      'unit,code,input,value\n"a","profile","name","Sở ""A"",\nhai dòng"\na,2.1.3,a,x\n',
    );
    const { status, stderr } = await run("score", quangNgai, file);
    expect(status).toBe(1);
    expect(stderr).toContain('quoted.csv:4: a, 2.1.3.a: "x" không phải số');
  });
});
