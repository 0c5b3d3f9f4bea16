import type { RecognisedTable, SourceDocument } from "@opendti/documents";
import { describe, expect, test } from "vitest";
import { importFile, readDocument, recogniseTables } from "../../src/index.js";
import { SEEDS, seedBytes } from "../making/seeds.js";
import { paragraph, row, table as tableOf, wordFile } from "../making/word.js";
import { workbookOf } from "../making/workbook.js";
import { importSeed } from "./hand-encoded.js";

function gridOf(table: RecognisedTable): string[][] {
  return [
    table.columns.map((column) => column.heading),
    ...table.rows.map((each) => each.cells.map((cell) => cell.text)),
  ];
}

/** The document as Word would hold it: its paragraphs, and each recognised table once. */
function wordOf(document: SourceDocument, tables: readonly RecognisedTable[]): Promise<Buffer> {
  const parts = document.blocks.flatMap((block, at) => [
    ...tables.filter((table) => table.block === at).map(wordTable),
    ...(block.kind === "paragraph" ? block.text.split("\n").map((line) => paragraph(line)) : []),
  ]);
  return wordFile(parts.join(""));
}

function wordTable(table: RecognisedTable): string {
  const cell = (text: string): string =>
    `<w:tc><w:tcPr/>${text
      .split("\n")
      .map((line) => paragraph(line))
      .join("")}</w:tc>`;
  return tableOf(...gridOf(table).map((texts) => row(...texts.map(cell)))) + paragraph("");
}

describe.each(SEEDS)("%s out of an office file", (seed) => {
  const read = async (): Promise<[SourceDocument, readonly RecognisedTable[]]> => {
    const document = await readDocument(seedBytes(seed), "a.txt");
    return [document, recogniseTables(document)];
  };

  test("Word gives the same indicators as text", async () => {
    const [document, tables] = await read();
    const word = await importFile(await wordOf(document, tables), { name: "a.docx" });
    const text = await importSeed(seed);
    // Lists to fill in have headings of two rows, which the file made here writes as one.
    const shown = (sets: typeof text.sets): unknown =>
      sets.map(({ set }) => set.indicators.filter(({ code }) => !code.startsWith("BANG.")));
    expect(shown(word.sets)).toEqual(shown(text.sets));
    expect(word.sets.map(({ plans }) => plans.map(({ data }) => data.assignments))).toEqual(
      text.sets.map(({ plans }) => plans.map(({ data }) => data.assignments)),
    );
  });

  test("Excel gives the same indicators as text", async () => {
    const [, tables] = await read();
    const scored = tables.filter((table) => table.rows.length > 20);
    const sheets = Object.fromEntries(
      scored.map((table, at) => [`Phụ lục ${at + 1}`, [["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ"], [], ...gridOf(table)]]),
    );
    const excel = await importFile(await workbookOf(sheets), { name: "a.xlsx" });
    const text = await importSeed(seed);
    const shown = (sets: typeof text.sets): unknown =>
      sets.map(({ indicators }) =>
        indicators
          .filter(({ code }) => !code.startsWith("BANG."))
          .map(({ code, title, max, status }) => [code, title, max, status]),
      );
    expect(shown(excel.sets)).toEqual(shown(text.sets));
  });
});
