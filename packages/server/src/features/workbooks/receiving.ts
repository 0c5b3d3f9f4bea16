/** Workbooks over HTTP: what comes in, what goes out. */

import { z } from "zod";
import { XLSX } from "../../files/file-kind.js";
import { contentDisposition, safeFileName } from "../../files/file-name.js";
import { Raw, type Wire } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";

export const place = z.object({ id: z.uuid() });
export const readingPlace = place.extend({ reading: z.uuid() });

export const media = XLSX.mediaType;
/** A minute, down and up: the threads that write and read workbooks are few. */
export const limits = { down: 30, up: 20 } as const;

/** A file as it came. */
export interface IncomingWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @throws {Problem} `request-invalid` when there is none, `upload-too-large`. */
export async function incomingWorkbook({ request }: Wire): Promise<IncomingWorkbook> {
  const file = await request.file();
  if (file === undefined)
    throw new Problem("request-invalid", {
      vi: "Thiếu tệp: gửi tệp .xlsx đã điền trong biểu mẫu (multipart).",
      en: "There is no file: send the .xlsx that was filled in as multipart form.",
    });
  const name = safeFileName((file.filename as string | undefined) ?? "", XLSX);
  return { name, bytes: await file.toBuffer() };
}

/** An answer that is a workbook to be saved. */
export const workbookFile = (name: string, body: Raw["body"]): Raw =>
  new Raw(XLSX.mediaType, body, { "content-disposition": contentDisposition("attachment", name) });
