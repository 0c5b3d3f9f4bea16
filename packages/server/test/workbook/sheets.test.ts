import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Problem } from "../../src/http/problem.js";
import { openSheets } from "../../src/workbook/sheets.js";
import { archiveOf, type Part } from "../files/archive.js";

const OFFICE = "http://schemas.openxmlformats.org";
const MAIN = `xmlns="${OFFICE}/spreadsheetml/2006/main"`;
const RELATED = `${OFFICE}/officeDocument/2006/relationships`;

/** A workbook of sheets, each given by what stands inside its element. */
function book(sheets: readonly string[], more: readonly Part[] = [], hidden = -1): Buffer {
  const entries = sheets.map(
    (_, index) =>
      `<sheet name="S${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}"${index === hidden ? ' state="hidden"' : ""}/>`,
  );
  const relations = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATED}/worksheet" Target="worksheets/s${index + 1}.xml"/>`,
  );
  return archiveOf([
    {
      name: "xl/workbook.xml",
      content: `<workbook ${MAIN} xmlns:r="${RELATED}"><sheets>${entries.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${OFFICE}/package/2006/relationships">${relations.join("")}</Relationships>`,
    },
    ...sheets.map((content, index) => ({
      name: `xl/worksheets/s${index + 1}.xml`,
      content: `<worksheet ${MAIN}>${content}</worksheet>`,
    })),
    ...more,
  ]);
}

const rows = (content: string): string => `<sheetData>${content}</sheetData>`;
const cell = (reference: string, value: string): string => `<c r="${reference}"><v>${value}</v></c>`;

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

const damaged = expect.stringContaining("damaged");

describe("a workbook made by hand", () => {
  it("is opened sheet by sheet, each with its cells, but the hidden ones", async () => {
    const one = (value: string): string => rows(`<row r="2">${cell("B2", value)}</row>`);
    const sheets = await openSheets(book([one("7"), one("8"), one("9")], [], 1));
    expect(sheets.map(({ name, rows: [row] }) => [name, row?.number, [...(row?.cells ?? [])]])).toMatchObject(
      [
        ["S1", 2, [[2, { number: "7" }]]],
        ["S3", 2, [[2, { number: "9" }]]],
      ],
    );
  });

  it("has in all of a merged range what its first cell says", async () => {
    const merged = `${rows(`<row r="1">${cell("A1", "7")}</row>`)}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`;
    const [sheet] = await openSheets(book([merged]));
    expect(sheet?.rows.map(({ number, cells }) => [number, [...cells.keys()]])).toEqual([
      [1, [1, 2]],
      [2, [1, 2]],
    ]);
  });

  it("is refused when it inflates to more than 10 MB, or says of a part what is not so", async () => {
    // Blanks alone would pack as nothing that anybody wrote does.
    const padded = (megabytes: number): string =>
      `<!--${randomBytes(megabytes * 100_000)
        .toString("hex")
        .padEnd(megabytes * 1_000_000)}-->`;
    expect(await refusal(book([padded(4), padded(5)]))).toBeUndefined();
    expect(await refusal(book([padded(5), padded(6)]))).toContain("10 MB");
    const lying = archiveOf([{ name: "xl/workbook.xml", content: padded(11), declared: 100 }]);
    expect(await refusal(lying)).toEqual(damaged);
  });

  it("is refused with more than 200,000 cells in all sheets together", async () => {
    const filled = rows(`<row>${"<c><v>1</v></c>".repeat(10_100)}</row>`.repeat(10));
    expect(await refusal(book([filled]))).toBeUndefined();
    expect(await refusal(book([filled, filled]))).toContain("200,000 cells");
  });

  it("is refused when merges cover more than anybody means", async () => {
    const all = `${rows(`<row r="1">${cell("A1", "7")}</row>`)}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
    expect(await refusal(book([all]))).toContain("merges too many cells");
  });

  it("is refused with more than 500 parts", async () => {
    const parts = Array.from({ length: 500 }, (_, index) => ({ name: `xl/x${index}.xml`, content: "" }));
    expect(await refusal(book([rows("")], parts))).toContain("more than 500");
  });

  it("is refused for a row or a column that no spreadsheet has, and for entities of its own", async () => {
    for (const content of [
      '<row r="4294967295"/>',
      "<row spans='1:2' r='1048577'/>",
      '<row r="1e9"/>',
      `<row>${cell("XFE1", "1")}</row>`,
    ])
      expect(await refusal(book([rows(content)]))).toEqual(damaged);
    const named = archiveOf([
      { name: "xl/workbook.xml", content: `<!DOCTYPE a [<!ENTITY b "c">]><workbook ${MAIN}>&b;</workbook>` },
    ]);
    expect(await refusal(named)).toBeDefined();
  });
});
