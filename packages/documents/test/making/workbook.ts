/** Workbooks made with a library, and by hand where a test needs certain bytes. */
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { type Part, zipOf } from "./archive.js";

export async function workbook(fill: (book: Workbook) => void): Promise<Buffer> {
  const book = new Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
): Promise<Buffer> {
  return workbook((book) => {
    for (const [name, rows] of Object.entries(sheets)) {
      const sheet: Worksheet = book.addWorksheet(name);
      for (const row of rows) sheet.addRow([...row]);
    }
  });
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @param rows the inside of sheetData; @param styles the inside of cellXfs and numFmts */
export function rawWorkbook(
  rows: string,
  {
    after = "",
    formats = "",
    sheet = "xl/worksheets/sheet1.xml",
    extra = [] as readonly Part[],
    prefix = "",
  } = {},
): Promise<Buffer> {
  const p = prefix === "" ? "" : `${prefix}:`;
  const xmlns = prefix === "" ? `xmlns="${MAIN}"` : `xmlns:${prefix}="${MAIN}"`;
  return zipOf([
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="s1" Type="${OFFICE}/worksheet" Target="/${sheet}"/><Relationship Id="s2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<${p}workbook ${xmlns} xmlns:r="${OFFICE}"><${p}sheets><${p}sheet name="A" sheetId="1" r:id="s1"/></${p}sheets></${p}workbook>`,
    },
    { name: "xl/styles.xml", content: `<styleSheet xmlns="${MAIN}">${formats}</styleSheet>` },
    {
      name: sheet,
      content: `<${p}worksheet ${xmlns}><${p}sheetData>${rows}</${p}sheetData>${after}</${p}worksheet>`,
    },
    ...extra,
  ]);
}
