/** Templates for imports: one sheet to fill in, one that says how. */
import type { Workbook } from "@cj-tech-master/excelts";

export interface TemplateColumn {
  readonly title: string;
  readonly required?: boolean;
  /** In characters. */
  readonly width: number;
  /** What to write there, for the sheet of notes. */
  readonly note: string;
  readonly example: string;
}

export interface Template {
  readonly sheet: string;
  readonly columns: readonly TemplateColumn[];
  /** Further paragraphs of the notes. */
  readonly notes: readonly string[];
  /** Lists of what may be written, each with its heading. */
  readonly lists: readonly {
    readonly heading: string;
    readonly items: readonly (readonly [string, string])[];
  }[];
}

const NOTES_SHEET = "Hướng dẫn";
const INK = "FF1F2937";
const HEADER_FILL = "FFE5EDF5";
/** Typed text stays text: a code 001 does not become 1, a date not a number of days. */
const TEXT = "@";

/** A workbook to download. */
export async function writeTemplate(template: Template): Promise<Buffer> {
  // Loaded when the first is written: few processes ever write one, and it takes megabytes.
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  writeSheet(workbook, template);
  writeNotes(workbook, template);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const titleOf = ({ title, required }: TemplateColumn): string => (required ? `${title} *` : title);

function writeSheet(workbook: Workbook, { sheet: name, columns }: Template): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: titleOf(column),
    width: column.width,
    style: { numFmt: TEXT },
  }));
  const header = sheet.getRow(1);
  header.height = 24;
  header.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: INK } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } };
    cell.alignment = { vertical: "middle" };
  });
}

function writeNotes(workbook: Workbook, template: Template): void {
  const sheet = workbook.addWorksheet(NOTES_SHEET);
  sheet.columns = [{ width: 34 }, { width: 70 }, { width: 40 }];
  const heading = (...cells: string[]): void => {
    sheet.addRow(cells).font = { bold: true, color: { argb: INK } };
  };
  for (const note of template.notes) sheet.addRow([note]);
  sheet.addRow([]);
  heading("Cột trong bảng (* bắt buộc)", "Cách ghi", "Ví dụ");
  for (const column of template.columns)
    sheet.addRow([`${column.title}${column.required ? " (bắt buộc)" : ""}`, column.note, column.example]);
  for (const list of template.lists) {
    sheet.addRow([]);
    heading(list.heading);
    for (const item of list.items) sheet.addRow([...item]);
  }
}
