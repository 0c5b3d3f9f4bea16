/** One table, five files: what is recognised is the same. */
import type { RecognisedTable } from "@opendti/documents";
import { describe, expect, it } from "vitest";
import { shown, tablesOf } from "./making/reading.js";
import { SEEDS, seedBytes } from "./making/seeds.js";
import { escaped, paragraph, row, table as tableOf, wordFile, wordTable } from "./making/word.js";
import { workbookOf } from "./making/workbook.js";

/** The table as its rows would stand in an office file: header, then every logical row. */
function gridOf(table: RecognisedTable): string[][] {
  return [
    table.columns.map((column) => column.heading),
    ...table.rows.map((row) => row.cells.map((cell) => cell.text)),
  ];
}

function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const quoted = (text: string) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from(`\uFEFF${rows.map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`, "utf8");
}

function htmlOf(rows: readonly (readonly string[])[]): Buffer {
  const cells = (row: readonly string[]) =>
    row.map((text) => `<td>${escaped(text).replaceAll("\n", "<br>")}</td>`);
  const body = rows.map((row) => `<tr>${cells(row).join("")}</tr>`).join("\n");
  return Buffer.from(`<!DOCTYPE html><html><body><table>${body}</table></body></html>`, "utf8");
}

/** The library takes its time: it makes one of the five. */
function wordOf(rows: readonly (readonly string[])[], byLibrary: boolean): Promise<Buffer> {
  if (byLibrary) return wordTable("Phụ lục", rows);
  const cells = (texts: readonly string[]) =>
    texts.map(
      (text) =>
        `<w:tc><w:tcPr/>${text
          .split("\n")
          .map((line) => paragraph(line))
          .join("")}</w:tc>`,
    );
  return wordFile(paragraph("Phụ lục") + tableOf(...rows.map((texts) => row(...cells(texts)))));
}

const lines = (table: RecognisedTable | undefined) => table?.rows.map(shown);

describe.each(SEEDS)("the largest table of %s", (seed) => {
  it.each(["docx", "xlsx", "csv", "html"] as const)("says the same as .%s", async (format) => {
    const tables = await tablesOf(seedBytes(seed), "a.txt");
    const [table] = [...tables].sort((one, other) => other.rows.length - one.rows.length);
    if (!table) throw new Error("no table");
    const grid = gridOf(table);
    const files = {
      docx: () => wordOf(grid, seed === "thousand"),
      xlsx: () => workbookOf({ "Bộ chỉ số": [["Phụ lục"], [], ...grid] }),
      csv: async () => csvOf(grid),
      html: async () => htmlOf(grid),
    };
    const [read, ...rest] = await tablesOf(await files[format](), `a.${format}`);
    expect(rest).toEqual([]);
    expect(read?.columns).toEqual(table.columns);
    expect(lines(read)).toEqual(lines(table));
  });
});
