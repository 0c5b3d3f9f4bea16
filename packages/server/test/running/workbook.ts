/** A workbook that was downloaded, filled in as a person does, and sent back. */
import { type Cell, type CellValue, Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { formOf } from "../files/form.js";
import { type Answered, ask, type Person, type RunningApp } from "./app.js";

const XLSX_HEAD = "PK";

/** The bytes of a workbook that a route answers with. */
export async function downloaded(app: RunningApp, person: Person, path: string): Promise<Buffer> {
  const answer = await app.server.inject({
    url: `/api/v1${path}`,
    headers: { host: "localhost", cookie: person.cookie },
  });
  if (answer.statusCode !== 200 || !answer.payload.startsWith(XLSX_HEAD))
    throw new Error(`${path}: ${answer.statusCode} ${answer.payload.slice(0, 300)}`);
  return answer.rawPayload;
}

/** Opens a workbook, changes it, and gives the bytes that a spreadsheet would save. */
export async function edited(bytes: Buffer, edit: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  edit(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The cell of a column in the row of a key, both by their hidden marks. */
export function cellOf(workbook: Workbook, key: string, column = "#value"): Cell {
  for (const sheet of workbook.worksheets) {
    const keys = columnOf(sheet, "#opendti:key");
    const values = columnOf(sheet, column);
    if (keys === undefined || values === undefined) continue;
    for (let row = 2; row <= sheet.rowCount; row += 1)
      if (sheet.getCell(row, keys).value === key) return sheet.getCell(row, values);
  }
  throw new Error(`no cell ${column} of ${key}`);
}

function columnOf(sheet: Worksheet, mark: string): number | undefined {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (sheet.getCell(1, column).value === mark) return column;
  return undefined;
}

/** Fills in fields of an assessment's workbook: `{"2.1.3/a": 22}`; null empties a cell. */
export const filled = (bytes: Buffer, fields: Readonly<Record<string, CellValue>>): Promise<Buffer> =>
  edited(bytes, (workbook) => {
    for (const [field, value] of Object.entries(fields))
      cellOf(workbook, `V|${field.replace("/", "|")}`).value = value;
  });

/** Sends a workbook to a route. */
export function sent(
  app: RunningApp,
  { cookie, csrfToken }: Person,
  path: string,
  bytes: Buffer,
  name = "phieu.xlsx",
): Promise<Answered> {
  const form = formOf(name, bytes);
  return ask(app, {
    method: "POST",
    url: `/api/v1${path}`,
    headers: { ...form.headers, cookie, "x-csrf-token": csrfToken },
    payload: form.payload,
  });
}

/** The sheets of a workbook as its own writer opens them. */
export async function worksheets(bytes: Buffer): Promise<Worksheet[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook.worksheets;
}
