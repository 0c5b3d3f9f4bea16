/** One door for all formats: what the file is, is it safe, and what stands in it. */
import { readCsv } from "../csv/read-csv.js";
import { readDocx } from "../docx/read-docx.js";
import { readHtml } from "../html/read-html.js";
import { openArchive } from "../ooxml/archive.js";
import { readText } from "../text/read-text.js";
import { readXlsx } from "../xlsx/read-xlsx.js";
import { Budget } from "./budget.js";
import { type Decoded, decodeText } from "./decode.js";
import { EXTENSIONS, extensionOf, isZip, packageFormat, refuseForeign, textFormat } from "./format.js";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.js";
import { DocumentRefused } from "./refused.js";
import type { ReadingNote, SourceDocument } from "./types.js";

/**
 * Reads a file into paragraphs and tables. The content decides what it is; nothing that it refers to is fetched.
 * @param name only for its extension
 * @throws {DocumentRefused} and nothing else, whatever the bytes are
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: Partial<ReadLimits> = {},
): Promise<SourceDocument> {
  const budget = new Budget({ ...DEFAULT_LIMITS, ...limits });
  if (bytes.length === 0)
    throw new DocumentRefused("empty", {
      vi: "Tệp trống. Chọn đúng tệp văn bản.",
      en: "The file is empty. Choose the document.",
    });
  if (bytes.length > budget.limits.bytes) throw tooLarge(bytes.length, budget.limits.bytes);
  const document = isZip(bytes) ? await readPackage(bytes, budget) : readPlain(bytes, name, budget);
  if (document.blocks.length === 0)
    throw new DocumentRefused("empty", {
      vi: "Tệp không có chữ nào đọc được. Nếu là ảnh quét, dùng bản có chữ (Word, Excel) của văn bản.",
      en: "The file has no text to read. If it is a scan, use the document's own Word or Excel file.",
    });
  return { ...document, notes: [...extensionNotes(document, name), ...document.notes] };
}

async function readPackage(bytes: Uint8Array, budget: Budget): Promise<SourceDocument> {
  const archive = await openArchive(bytes, budget);
  return packageFormat(archive.names) === "docx" ? readDocx(archive, budget) : readXlsx(archive, budget);
}

function readPlain(bytes: Uint8Array, name: string, budget: Budget): SourceDocument {
  refuseForeign(bytes);
  const decoded = decodeText(bytes);
  budget.text(0);
  const document = readDecoded(decoded.text, name, budget);
  return { ...document, notes: [...encodingNotes(decoded), ...document.notes] };
}

function readDecoded(text: string, name: string, budget: Budget): SourceDocument {
  switch (textFormat(text, name)) {
    case "html":
      return readHtml(text, budget);
    case "csv":
      return readCsv(text, budget);
    case "text":
      return readText(text, budget);
  }
}

function tooLarge(size: number, limit: number): DocumentRefused {
  const megabytes = Math.ceil(size / 1_000_000);
  const most = Math.floor(limit / 1_000_000);
  return new DocumentRefused("too-large", {
    vi: `Tệp lớn ${megabytes} MB, quá ${most} MB. Bỏ hình ảnh, chỉ giữ phần bảng cần nhập rồi thử lại.`,
    en: `The file has ${megabytes} MB, more than ${most} MB. Remove pictures, keep only the tables to import and try again.`,
  });
}

function encodingNotes({ encoding, guessed }: Decoded): ReadingNote[] {
  if (!guessed) return [];
  return [
    {
      severity: "warning",
      code: "encoding-guessed",
      message: {
        vi: `Tệp không ghi bảng mã; đã đọc theo ${encoding}. Nếu dấu tiếng Việt sai, lưu lại dạng UTF-8.`,
        en: `The file does not state its encoding; it was read as ${encoding}. If Vietnamese marks are wrong, save it as UTF-8.`,
      },
      place: {},
    },
  ];
}

function extensionNotes(document: SourceDocument, name: string): ReadingNote[] {
  const extension = extensionOf(name);
  if (extension === "" || EXTENSIONS[document.format].includes(extension)) return [];
  return [
    {
      severity: "information",
      code: "extension-differs",
      message: {
        vi: `Tệp có đuôi .${extension} nhưng nội dung là ${document.format}; đã đọc theo nội dung.`,
        en: `The file is named .${extension} but its content is ${document.format}; it was read by its content.`,
      },
      place: {},
    },
  ];
}
