/** Workbooks over HTTP: one uploaded as the field of a form, one sent to be saved. */
import { Raw, type Wire } from "../http/endpoint.js";
import { Problem } from "../http/problem.js";
import { WORKBOOK_LIMITS } from "./limits.js";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * The bytes of the one file that a form carries.
 * @throws {Problem} `request-invalid` when there is none, `upload-too-large`, `upload-refused` for what is no form.
 */
export async function receiveWorkbook({ request }: Wire): Promise<Buffer> {
  const file = await request.file({ limits: { fileSize: WORKBOOK_LIMITS.bytes } });
  if (file === undefined)
    throw new Problem("request-invalid", {
      vi: "Thiếu tệp: gửi một tệp .xlsx trong biểu mẫu (multipart).",
      en: "There is no file: send one .xlsx file as multipart form.",
    });
  return file.toBuffer();
}

/** An answer that is a workbook to be saved under a name. */
export const workbookAnswer = (name: string, bytes: Buffer): Raw =>
  new Raw(XLSX, bytes, { "content-disposition": `attachment; filename="${name}"` });
