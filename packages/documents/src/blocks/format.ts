/** What a file is, told by its content. Its name only settles what the content leaves open: CSV or text. */

import { DocumentRefused } from "./refused.js";
import type { DocumentFormat } from "./types.js";

/** Where markup is looked for. */
const HEAD = 4096;

export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1
  );
}

/** @throws {DocumentRefused} for formats that are known and not read, each with the way out */
export function refuseForeign(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  if (head.startsWith("\xd0\xcf\x11\xe0")) throw oldOffice(bytes);
  if (head.startsWith("%PDF"))
    throw refusal(
      "not-a-document",
      "Tệp PDF chưa đọc trực tiếp được. Mở PDF bằng Word rồi lưu lại dạng .docx, hoặc chép chữ sang tệp .txt.",
      "A PDF cannot be read directly. Open it in Word and save it as .docx, or copy its text into a .txt file.",
    );
  if (head.startsWith("{\\rtf"))
    throw refusal(
      "old-format",
      "Tệp RTF chưa đọc được. Mở bằng Word rồi lưu lại dạng .docx.",
      "RTF is not read. Open it in Word and save it as .docx.",
    );
  if (
    /^(\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*<\?mso-application/.test(head) ||
    /^\s*<\?mso-application/.test(head)
  )
    throw refusal(
      "old-format",
      "Tệp XML đời 2003. Mở bằng Word hoặc Excel rồi lưu lại dạng .docx hoặc .xlsx.",
      "This is XML of Office 2003. Open it in Word or Excel and save it as .docx or .xlsx.",
    );
  if (/^MIME-Version:/im.test(head) && /multipart\/related/i.test(head))
    throw refusal(
      "old-format",
      "Trang web lưu một tệp (MHT). Mở bằng Word rồi lưu lại dạng .docx.",
      "This is a web page in one file (MHT). Open it in Word and save it as .docx.",
    );
}

/** An OLE container: a locked .docx or .xlsx, or a .doc or .xls of before 2007. Its directory names its streams. */
function oldOffice(bytes: Uint8Array): DocumentRefused {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => content.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage"))
    return refusal(
      "encrypted",
      "Tệp có đặt mật khẩu. Bỏ mật khẩu rồi lưu lại.",
      "The file has a password. Take it off and save it again.",
    );
  if (has("Workbook") || has("Book"))
    return refusal(
      "old-format",
      "Tệp .xls đời cũ. Mở bằng Excel rồi lưu lại dạng .xlsx.",
      "This is an old .xls. Open it in Excel and save it as .xlsx.",
    );
  return refusal(
    "old-format",
    "Tệp .doc đời cũ. Mở bằng Word rồi lưu lại dạng .docx.",
    "This is an old .doc. Open it in Word and save it as .docx.",
  );
}

/**
 * Which of the packages of Office an archive is.
 * @param names of its parts, in lower case
 * @throws {DocumentRefused} for those with macros, for other formats in a ZIP, and for archives of anything else
 */
export function packageFormat(names: ReadonlySet<string>): "docx" | "xlsx" {
  if ([...names].some((name) => name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml")))
    throw refusal(
      "macros",
      "Tệp có macro. Lưu lại dạng .docx hoặc .xlsx (không macro) rồi thử lại.",
      "The file has macros. Save it as .docx or .xlsx (without macros) and try again.",
    );
  if (names.has("xl/workbook.bin"))
    throw refusal(
      "old-format",
      "Tệp .xlsb. Mở bằng Excel rồi lưu lại dạng .xlsx.",
      "This is an .xlsb. Open it in Excel and save it as .xlsx.",
    );
  if (names.has("content.xml") && names.has("mimetype"))
    throw refusal(
      "old-format",
      "Tệp của LibreOffice (.odt, .ods). Lưu lại dạng .docx hoặc .xlsx.",
      "This is a file of LibreOffice (.odt, .ods). Save it as .docx or .xlsx.",
    );
  if ([...names].some((name) => name.startsWith("word/"))) return "docx";
  if ([...names].some((name) => name.startsWith("xl/"))) return "xlsx";
  throw refusal(
    "not-a-document",
    "Tệp nén không phải .docx hay .xlsx. Giải nén rồi chọn từng tệp văn bản.",
    "The archive is no .docx or .xlsx. Unpack it and choose the document.",
  );
}

/** Without the declaration and the comments that a page may begin with. */
function withoutProlog(head: string): string {
  let rest = /^<\?xml/i.test(head) ? head.slice(head.indexOf("?>") + 2).trimStart() : head;
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->");
    if (end < 0) return "";
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** Which kind of text it is. */
export function textFormat(text: string, name: string): "html" | "csv" | "text" {
  const head = text.slice(0, HEAD).trimStart();
  if (/^<(!doctype\s+html|html|head|body|table|meta|div|style)[\s>]/i.test(withoutProlog(head)))
    return "html";
  const extension = extensionOf(name);
  if ((extension === "html" || extension === "htm") && /<\/?(table|p|div|tr|td|span|br)\b/i.test(text))
    return "html";
  if (extension === "csv" || extension === "tsv" || /^sep=.\r?\n/i.test(head)) return "csv";
  return "text";
}

/** In lower case, without the dot; "" when there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

/** Extensions that people give to files of the format. */
export const EXTENSIONS: Readonly<Record<DocumentFormat, readonly string[]>> = {
  docx: ["docx"],
  xlsx: ["xlsx"],
  csv: ["csv", "tsv", "txt"],
  html: ["html", "htm"],
  text: ["txt", "text", "md", "csv", "tsv"],
};

function refusal(
  code: "old-format" | "encrypted" | "macros" | "not-a-document",
  vi: string,
  en: string,
): DocumentRefused {
  return new DocumentRefused(code, { vi, en });
}
