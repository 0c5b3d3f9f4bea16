/** A form with one file, as a browser sends it, and small files of every kind. */
import { crc32, deflateSync } from "node:zlib";
import { type Answered, ask, type Person, type RunningApp } from "../running/app.js";
import { archiveOf, type Part } from "./archive.js";

const BOUNDARY = "----mot-bien-gioi-cua-bieu-mau";

export function formOf(name: string, bytes: Buffer, type = "application/octet-stream") {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  return {
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}

export function upload(
  app: RunningApp,
  { cookie, csrfToken }: Person,
  assessmentId: string,
  name: string,
  bytes: Buffer,
  type?: string,
): Promise<Answered> {
  const form = formOf(name, bytes, type);
  return ask(app, {
    method: "POST",
    url: `/api/v1/assessments/${assessmentId}/files`,
    headers: { ...form.headers, cookie, "x-csrf-token": csrfToken },
    payload: form.payload,
  });
}

/** A PDF of one empty page. */
export function pdfOf(words: string): Buffer {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>",
    `<</Title(${words})>>`,
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const start = body.length;
  body += `xref\n0 5\n0000000000 65535 f \n${table}trailer<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

/** One black dot. */
export const png: Buffer = Buffer.concat([
  Buffer.from("89504e470d0a1a0a", "hex"),
  chunk("IHDR", Buffer.from("00000001000000010800000000", "hex")),
  chunk("IDAT", deflateSync(Buffer.from([0, 0]))),
  chunk("IEND", Buffer.alloc(0)),
]);

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** As much of a JPEG as tells one. */
export const jpeg: Buffer = Buffer.concat([
  Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
  Buffer.from("ffd9", "hex"),
]);

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export const docx = (...more: readonly Part[]): Buffer => office("/word/document.xml", DOCUMENT, more);
export const xlsx = (...more: readonly Part[]): Buffer => office("/xl/workbook.xml", SPREADSHEET, more);

export function office(part: string, type: string, more: readonly Part[] = []): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="${part}" ContentType="${type}"/></Types>`;
  return archiveOf([
    { name: "[Content_Types].xml", content: types },
    { name: "_rels/.rels", content: "<Relationships/>" },
    { name: part.slice(1), content: "<main/>" },
    ...more,
  ]);
}
