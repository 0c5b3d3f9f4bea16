/**
 * Opens a small workbook that a stranger sent, for reading cells. Only the parts that hold cells are read, out of an
 * archive that zip-guard.ts counted through; macros are refused; whatever the file refers to elsewhere stays unread.
 */
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { Problem, type Words } from "../http/problem.js";
import { type GuardedZip, guardZip, zipFaultWords } from "./zip-guard.js";

/** What an import may take. Five thousand units or accounts are far below. */
export const WORKBOOK_LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 5 * 1024 * 1024,
  zip: { entries: 500, inflatedBytes: 40 * 1024 * 1024 },
  cells: 200_000,
  /** Columns that may hold anything: beyond these it is no list of units or accounts. */
  columns: 100,
} as const;

/** The relations of a workbook are a few lines each. */
const LONGEST_INDEX = 200_000;

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

const refused = (words: Words): Problem => new Problem("upload-refused", words);

const DAMAGED: Words = {
  vi: "Không đọc được bảng tính. Hãy mở bằng phần mềm bảng tính, lưu lại dạng .xlsx rồi gửi lại.",
  en: "The workbook cannot be read. Open it in a spreadsheet, save it again as .xlsx and send that.",
};
const MACROS: Words = {
  vi: "Tệp có macro nên không được nhận. Hãy lưu lại dạng .xlsx (không có macro).",
  en: "The file has macros and is not accepted. Save it as .xlsx, without macros.",
};
const NO_WORKBOOK: Words = {
  vi: "Tệp không phải bảng tính .xlsx. Hãy tải tệp mẫu, điền vào rồi gửi lại.",
  en: "The file is no .xlsx workbook. Download the template, fill it in and send that.",
};
const OLD_OR_LOCKED: Words = {
  vi: "Tệp là .xls đời cũ hoặc có đặt mật khẩu. Hãy bỏ mật khẩu và lưu lại dạng .xlsx.",
  en: "The file is an old .xls or has a password. Take the password off and save it as .xlsx.",
};

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

/** The parts that hold cells, sheets numbered in order. */
async function readParts(zip: GuardedZip): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  const keep = (name: string, text: string): void => {
    parts[name] = Buffer.from(text, "utf8");
  };
  const types = await textOf(zip, "[Content_Types].xml");
  if (types === undefined) throw refused(DAMAGED);
  if (/macroEnabled/i.test(types)) throw refused(MACROS);
  keep("[Content_Types].xml", types);
  const workbook = await textOf(zip, "xl/workbook.xml");
  const relations = await textOf(zip, "xl/_rels/workbook.xml.rels");
  if (workbook === undefined || relations === undefined) throw refused(DAMAGED);
  if (workbook.length > LONGEST_INDEX || relations.length > LONGEST_INDEX) throw refused(DAMAGED);
  keep("xl/workbook.xml", withoutDefinedNames(workbook));
  for (const name of ["_rels/.rels", "xl/sharedStrings.xml", "xl/styles.xml"]) {
    const part = await textOf(zip, name);
    if (part !== undefined) keep(name, part);
  }
  let cells = 0;
  let sheets = 0;
  const kept: string[] = [];
  for (const piece of relations.split(/(?=<Relationship\s)/)) {
    const target = /\bTarget="([^"<>]*)"/.exec(piece)?.[1];
    if (target === undefined || !/\bType="[^"<>]*\/worksheet"/.test(piece)) {
      kept.push(piece);
      continue;
    }
    const sheet = await textOf(zip, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    if (sheet === undefined) throw refused(DAMAGED);
    cells += countCells(sheet);
    if (cells > WORKBOOK_LIMITS.cells) throw refused(TOO_MANY_CELLS);
    sheets += 1;
    keep(`xl/worksheets/sheet${sheets}.xml`, sheet);
    kept.push(piece.replace(/\bTarget="[^"<>]*"/, `Target="worksheets/sheet${sheets}.xml"`));
  }
  keep("xl/_rels/workbook.xml.rels", kept.join(""));
  return parts;
}

const TOO_MANY_CELLS: Words = {
  vi: `Bảng tính có hơn ${new Intl.NumberFormat("vi").format(WORKBOOK_LIMITS.cells)} ô. Hãy chia thành nhiều tệp.`,
  en: `The workbook has more than ${new Intl.NumberFormat("en").format(WORKBOOK_LIMITS.cells)} cells. Split it into several files.`,
};
const TOO_MANY_COLUMNS: Words = {
  vi: `Bảng tính dùng quá ${WORKBOOK_LIMITS.columns} cột. Hãy xóa các cột thừa bên phải.`,
  en: `The workbook uses more than ${WORKBOOK_LIMITS.columns} columns. Delete those to the right.`,
};

/** A part as text. Entities of its own are refused: they can make gigabytes of a line, or name files of ours. */
async function textOf(zip: GuardedZip, name: string): Promise<string | undefined> {
  const bytes = await zip.part(name);
  if (bytes === undefined) return undefined;
  const text = bytes.toString("utf8");
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refused(DAMAGED);
  return withoutPrefix(text);
}

/** Some programs write `<x:row>` for `<row>`; the same thing, which the reader does not know. */
function withoutPrefix(xml: string): string {
  const start = xml.slice(0, 4096);
  const prefix = /<([A-Za-z_][\w.-]{0,30}):(?:workbook|worksheet|styleSheet|sst)[\s>]/.exec(start)?.[1];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
}

/** Defined names may stand for whole columns; none of them is needed. */
function withoutDefinedNames(workbook: string): string {
  const start = workbook.indexOf("<definedNames");
  const close = "</definedNames>";
  const end = workbook.indexOf(close, start);
  return start < 0 || end < 0 ? workbook : workbook.slice(0, start) + workbook.slice(end + close.length);
}

function countCells(sheet: string): number {
  let cells = 0;
  for (const _ of sheet.matchAll(/<c[\s>/]/g)) cells += 1;
  // References of cells and of nothing else have letters and then digits.
  for (const [, letters = ""] of sheet.matchAll(/\br="([A-Z]{1,9})\d/g))
    if (columnNumber(letters) > WORKBOOK_LIMITS.columns) throw refused(TOO_MANY_COLUMNS);
  return cells;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
