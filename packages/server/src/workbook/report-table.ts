/** A table as a workbook to download: text stays text, so that nothing in it is ever a formula; numbers are numbers. */
import { Workbook } from "@cj-tech-master/excelts";

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

/** The workbook's bytes. Long tables are written in slices, so that others are served meanwhile. */
export async function writeTable({ sheet: name, columns, rows }: ReportTable): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ title, number, width }) => ({
    header: title,
    width,
    ...(number ? {} : { style: { numFmt: TEXT } }),
  }));
  sheet.getRow(1).eachCell((cell) => {
    cell.font = { bold: true, color: { argb: INK } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } };
    cell.alignment = { vertical: "top", wrapText: true };
  });
  let written = 0;
  for (const row of rows) {
    // A string is a string cell, whatever it begins with: only an object {formula} would be a formula.
    sheet.addRow(row.map((cell, place) => (cell !== null && columns[place]?.number ? Number(cell) : cell)));
    written += 1;
    if (written % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
