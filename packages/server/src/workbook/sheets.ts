/** Opens a small workbook that a stranger sent, for reading lists: within bounds, and refused in words where it is none. */
import type { SheetOfCells } from "@opendti/documents";
import { Problem } from "../http/problem.js";
import { WORKBOOK_LIMITS } from "./limits.js";

const WANTED = {
  vi: "Hãy tải tệp mẫu, điền vào rồi gửi lại.",
  en: "Download the template, fill it in and send that.",
};

/**
 * The visible sheets of a workbook, in their order.
 * @throws {Problem} `upload-refused` with what is wrong and what to do.
 */
export async function openSheets(bytes: Buffer): Promise<SheetOfCells[]> {
  // Loaded when the first is read: few processes ever read one, and it takes megabytes.
  const { DocumentRefused, readSheets } = await import("@opendti/documents");
  try {
    return await readSheets(bytes, WANTED, WORKBOOK_LIMITS);
  } catch (error) {
    if (error instanceof DocumentRefused) throw new Problem("upload-refused", error.text);
    throw error;
  }
}
