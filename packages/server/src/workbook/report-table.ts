/** A table as a workbook to download: text stays text, so that nothing in it is ever a formula; numbers are numbers. */
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";

export interface ReportTable {
  readonly sheet: string;
  readonly columns: readonly {
    readonly title: string;
    /** Cells are decimals as text, written as numbers. */
    readonly number: boolean;
    /** In characters. */
    readonly width: number;
  }[];
  readonly rows: Iterable<readonly (string | null)[]>;
}

const INK = "FF1F2937";
const HEADER_FILL = "FFE5EDF5";
const TEXT = "@";
/** Rows written between two looks at other requests. */
const SLICE = 100;

/**
 * The workbook's bytes. It is written row by row: four thousand units of a hundred indicators never stand in memory as
 * cells, and others are served meanwhile.
 */
export async function writeTable({ sheet: name, columns, rows }: ReportTable): Promise<Buffer> {
  // Loaded when the first is written: it takes megabytes.
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const out = new PassThrough();
  const written = buffer(out);
  const workbook = new WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ title, number, width }) => ({
    header: title,
    width,
    ...(number ? {} : { style: { numFmt: TEXT } }),
  }));
  const header = sheet.getRow(1);
  header.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: INK } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } };
    cell.alignment = { vertical: "top", wrapText: true };
  });
  header.commit();
  let count = 0;
  for (const row of rows) {
    // A string is a string cell, whatever it begins with: only an object {formula} would be a formula.
    const cells = row.map((cell, place) => (cell !== null && columns[place]?.number ? Number(cell) : cell));
    sheet.addRow(cells).commit();
    count += 1;
    if (count % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
  return written;
}
