/**
 * Opens a small workbook that a stranger sent, for reading cells. Only the parts that hold cells are read, out of an
 * archive that zip-guard.ts counted through; macros are refused; whatever the file refers to elsewhere stays unread.
 */
import type { Worksheet } from "@cj-tech-master/excelts";
import { WORKBOOK_LIMITS } from "./limits.js";
import { readParts } from "./parts.js";
import { DAMAGED, MACROS, NO_WORKBOOK, OLD_OR_LOCKED, refused } from "./refusals.js";
import { type GuardedZip, guardZip, zipFaultWords } from "./zip-guard.js";

/** Nothing here but cells; the rest could refer to parts that are not read, or name a million cells in a line. */
const IGNORED_NODES = [
  "autoFilter",
  "cols",
  "colBreaks",
  "conditionalFormatting",
  "controls",
  "dataValidations",
  "dimension",
  "drawing",
  "extLst",
  "headerFooter",
  "hyperlinks",
  "legacyDrawing",
  "mergeCells",
  "pageMargins",
  "pageSetup",
  "picture",
  "printOptions",
  "rowBreaks",
  "sheetProtection",
  "sheetViews",
  "tableParts",
];

/**
 * The visible sheets of a workbook, in their order.
 * @throws {Problem} `upload-refused` with what is wrong and what to do.
 */
export async function openSheets(bytes: Buffer): Promise<Worksheet[]> {
  // Loaded when the first is read: few processes ever read one, and it takes megabytes.
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  const parts = await readParts(await openArchive(bytes));
  try {
    await workbook.xlsx.loadFromFiles(parts, { ignoreNodes: IGNORED_NODES });
  } catch {
    // What the reader of workbooks throws at damaged content speaks of its own insides.
    throw refused(DAMAGED);
  }
  return workbook.worksheets.filter((sheet) => sheet.state !== "hidden" && sheet.state !== "veryHidden");
}

async function openArchive(bytes: Buffer): Promise<GuardedZip> {
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw refused(OLD_OR_LOCKED);
  const zip = await guardZip(bytes, WORKBOOK_LIMITS.zip);
  if ("fault" in zip)
    throw refused(zip.fault === "no-zip" ? NO_WORKBOOK : zipFaultWords(zip.fault, WORKBOOK_LIMITS.zip));
  if (!zip.names.includes("xl/workbook.xml")) throw refused(NO_WORKBOOK);
  if (zip.names.some((name) => /vbaproject|^xl\/(macrosheets|dialogsheets)\//i.test(name)))
    throw refused(MACROS);
  return zip;
}
