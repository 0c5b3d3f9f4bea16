import { describe, expect, it } from "vitest";
import { Problem } from "../../src/http/problem.js";
import { openSheets } from "../../src/workbook/sheets.js";
import { archiveOf, type Part } from "./archive.js";

const MEGABYTE = 1024 * 1024;
const CELL = '<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>';

interface Book {
  /** Parts of sheets by their names. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Targets of the relations rId1, rId2, … to sheets; each part once when not given. */
  readonly targets?: readonly string[];
  /** The relations that the workbook's list of sheets names; all of them when not given. */
  readonly listed?: readonly string[];
  readonly more?: readonly Part[];
}

function book({ sheets = { "sheet1.xml": CELL }, targets, listed, more = [] }: Book): Buffer {
  const named = targets ?? Object.keys(sheets).map((name) => `worksheets/${name}`);
  const relations = named.map(
    (target, index) => `<Relationship Id="rId${index + 1}" Type="http://x/worksheet" Target="${target}"/>`,
  );
  const entries = (listed ?? named.map((_, index) => `rId${index + 1}`)).map(
    (id, index) => `<sheet name="S${index + 1}" sheetId="${index + 1}" r:id="${id}"/>`,
  );
  return archiveOf([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "xl/workbook.xml", content: `<workbook><sheets>${entries.join("")}</sheets></workbook>` },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${relations.join("")}</Relationships>`,
    },
    ...Object.entries(sheets).map(([name, content]) => ({ name: `xl/worksheets/${name}`, content })),
    ...more,
  ]);
}

/** What who sent it is told; undefined when it was opened. */
async function refusal(bytes: Buffer): Promise<string | undefined> {
  try {
    await openSheets(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe("upload-refused");
    return error.detail?.en;
  }
}

const damaged = expect.stringContaining("cannot be read");
const inSheet = (content: string): string => `<worksheet><sheetData>${content}</sheetData></worksheet>`;

describe("a workbook made by hand", () => {
  it("is opened sheet by sheet, each with its cells", async () => {
    const sheets = await openSheets(
      book({
        sheets: { "a.xml": CELL, "b.xml": CELL.replace("7", "8") },
        targets: ["worksheets/a.xml", "/xl/worksheets/b.xml"],
      }),
    );
    expect(sheets.map((sheet) => [sheet.name, sheet.getCell("A1").value])).toEqual([
      ["S1", 7],
      ["S2", 8],
    ]);
  });

  it("is refused when relations name one sheet more than once, however it is spelt", async () => {
    const twice = ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"];
    expect(await refusal(book({ targets: twice }))).toEqual(damaged);
    expect(await refusal(book({ targets: twice, listed: ["rId1"] }))).toEqual(damaged);
  });

  it("is refused when its list names one relation more than once", async () => {
    expect(await refusal(book({ listed: ["rId1", "rId1"] }))).toEqual(damaged);
    for (const hidden of ['rId2" r:id="rId1', "rId&#49;", 'rId2" x=\' r:id="rId1', ""])
      expect(await refusal(book({ listed: ["rId1", hidden] }))).toEqual(damaged);
  });

  it("is refused with more than 20 sheets, before any of them is read", async () => {
    const many = (count: number) =>
      book({
        sheets: Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}.xml`, CELL])),
      });
    expect(await refusal(many(20))).toBeUndefined();
    expect(await refusal(many(21))).toContain("more than 20 sheets");
    const named = Array.from({ length: 1_500 }, () => "worksheets/sheet1.xml");
    expect(await refusal(book({ targets: named, listed: ["rId1"] }))).toContain("more than 20 sheets");
  });

  it("is refused when it inflates to more than 10 MB, or a part of it to more than 8 MB", async () => {
    const padded = (megabytes: number) => inSheet(" ".repeat(megabytes * MEGABYTE));
    expect(await refusal(book({ sheets: { "a.xml": padded(4), "b.xml": padded(5) } }))).toBeUndefined();
    expect(await refusal(book({ sheets: { "a.xml": padded(5), "b.xml": padded(5) } }))).toContain("10 MB");
    expect(await refusal(book({ sheets: { "a.xml": padded(8) } }))).toContain("8 MB");
  });

  it("is refused when what is read of it is more than 10 MB, though it inflates to less", async () => {
    // Bytes that are no UTF-8 become three each.
    const content = Buffer.concat([
      Buffer.from("<sst>"),
      Buffer.alloc(4 * MEGABYTE, 0xff),
      Buffer.from("</sst>"),
    ]);
    expect(await refusal(book({ more: [{ name: "xl/sharedStrings.xml", content }] }))).toContain("10 MB");
  });

  it("is refused with more than 200,000 shared texts or runs, or 100,000 formats", async () => {
    const texts = (content: string) =>
      book({ more: [{ name: "xl/sharedStrings.xml", content: `<sst>${content}</sst>` }] });
    expect(await refusal(texts("<si/>".repeat(200_001)))).toContain("200,000 pieces of text");
    expect(await refusal(texts(`<si>${"<r><t/></r>".repeat(200_001)}</si>`))).toContain("200,000 pieces");
    const styles = `<styleSheet><cellXfs>${"<xf/>".repeat(100_001)}</cellXfs></styleSheet>`;
    expect(await refusal(book({ more: [{ name: "xl/styles.xml", content: styles }] }))).toContain(
      "100,000 formats",
    );
  });

  it("is refused with more than 100,000 rows or 200,000 cells in all sheets together", async () => {
    const half = inSheet("<row/>".repeat(50_001));
    expect(await refusal(book({ sheets: { "a.xml": half, "b.xml": half } }))).toContain("100,000 rows");
    const cells = inSheet(`<row>${"<c/>".repeat(100_001)}</row>`);
    expect(await refusal(book({ sheets: { "a.xml": cells, "b.xml": cells } }))).toContain("200,000 cells");
    const runs = inSheet(`<row><c t="inlineStr"><is>${"<r/>".repeat(200_000)}</is></c></row>`);
    expect(await refusal(book({ sheets: { "a.xml": runs } }))).toContain("200,000 cells");
  });

  it("is refused for a row or a column that lies far away, however it is written", async () => {
    const columns = expect.stringContaining("100 columns");
    for (const [content, reason] of [
      ['<row r="4294967295"/>', damaged],
      ["<row spans='1:2' r='1048577'/>", damaged],
      ['<row r="1e9"/>', damaged],
      ['<row><c r="XFD1"/></row>', columns],
      ["<row><c s='>' r = 'XFD1'/></row>", columns],
      ['<row><c r="&#88;FD1"/></row>', damaged],
      ['<row><c\nr="A9999999"/></row>', damaged],
    ] as const)
      expect(await refusal(book({ sheets: { "a.xml": inSheet(content) } }))).toEqual(reason);
  });
});
