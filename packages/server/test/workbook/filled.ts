/** Templates filled in as a person would, and sent as a browser sends them. */
import { Workbook } from "@cj-tech-master/excelts";
import { type Answered, ask, type Person, type RunningApp } from "../running/app.js";

export type CellContent = string | number | Date | null | { formula: string; result?: string };

/** Downloads a template, writes rows under its header by column title, and gives the bytes. */
export async function filledTemplate(
  app: RunningApp,
  person: Person,
  path: string,
  rows: readonly Readonly<Record<string, CellContent>>[],
): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await download(app, person, path));
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error("the template has no sheet");
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(cell.text.replace(" *", ""), column));
  for (const [index, row] of rows.entries())
    for (const [title, content] of Object.entries(row)) {
      const column = columns.get(title);
      if (column === undefined) throw new Error(`the template has no column ${title}`);
      sheet.getRow(index + 2).getCell(column).value = content as string;
    }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export async function download(app: RunningApp, person: Person, path: string): Promise<Buffer> {
  const { cookie } = person;
  const answer = await app.server.inject({ method: "GET", url: `/api/v1${path}`, headers: { cookie } });
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  return answer.rawPayload;
}

/** Sends a file as the one field of a form. */
export function upload(app: RunningApp, person: Person, path: string, bytes: Buffer): Promise<Answered> {
  const boundary = "----opendti-test";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return ask(app, {
    method: "POST",
    url: `/api/v1${path}`,
    headers: {
      cookie: person.cookie,
      "x-csrf-token": person.csrfToken,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}
