/** Opens a workbook for reading cells: only the parts that hold cells are read, and only within bounds. */
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { type Message, message } from "@opendti/engine";
import { MOST_CELLS, MOST_MERGED_CELLS, MOST_MERGES } from "./limits.js";
import { columnNumber } from "./place.js";
import { openZip, type Zip } from "./zip.js";

/** Nothing here but cells and merges: the rest could refer to parts that we do not read. */
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
  "pageMargins",
  "pageSetup",
  "picture",
  "printOptions",
  "rowBreaks",
  "sheetProtection",
  "sheetViews",
  "tableParts",
];

/** The visible sheets in order; a message when the file is not a readable workbook. */
export async function openWorkbook(bytes: Buffer): Promise<Worksheet[] | Message> {
  const zip = openZip(bytes);
  if ("vi" in zip) return zip;
  const workbook = new Workbook();
  try {
    await workbook.xlsx.loadFromFiles(readParts(zip), { ignoreNodes: IGNORED_NODES });
  } catch (error) {
    // What the reader of workbooks throws at damaged content speaks of its own insides.
    return error instanceof Refusal ? error.text : damaged();
  }
  return workbook.worksheets.filter((sheet) => sheet.state !== "hidden" && sheet.state !== "veryHidden");
}

const damaged = (): Message =>
  message(
    "Không đọc được bảng tính: nội dung bên trong bị hỏng; mở bằng phần mềm bảng tính rồi lưu lại dạng .xlsx",
    "The workbook cannot be read: its content is damaged; open it in a spreadsheet and save it again as .xlsx",
  );

type Parts = Record<string, Uint8Array>;

class Refusal extends Error {
  constructor(readonly text: Message) {
    super(text.en);
  }
}

/** The parts that hold cells, sheets numbered in order, without what the reader would trip over. */
function readParts(zip: Zip): Parts {
  const parts: Parts = {};
  const keep = (name: string, text: string): void => {
    parts[name] = Buffer.from(text, "utf8");
  };
  const text = (name: string): string | undefined => {
    const part = zip.part(name);
    if (part === undefined) return undefined;
    if ("vi" in part) throw new Refusal(part);
    return withoutPrefix(part.toString("utf8"));
  };
  const workbook = text("xl/workbook.xml");
  const relations = text("xl/_rels/workbook.xml.rels");
  if (workbook === undefined || relations === undefined) throw new Refusal(damaged());
  // Defined names may stand for whole columns; none of them is needed.
  keep("xl/workbook.xml", workbook.replace(/<definedNames[\s>][\s\S]*?<\/definedNames>/, ""));
  for (const name of ["_rels/.rels", "[Content_Types].xml", "xl/sharedStrings.xml", "xl/styles.xml"]) {
    const part = text(name);
    if (part !== undefined) keep(name, part);
  }
  let cells = 0;
  let sheets = 0;
  const named = relations.replace(/<Relationship\s[^>]*>/g, (relation) => {
    const target = /\bTarget="([^"]*)"/.exec(relation)?.[1];
    if (target === undefined || !/\bType="[^"]*\/worksheet"/.test(relation)) return relation;
    const sheet = text(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    if (sheet === undefined) throw new Refusal(damaged());
    cells += count(sheet, /<c[\s>]/g);
    checkSize(cells, sheet);
    sheets += 1;
    keep(`xl/worksheets/sheet${sheets}.xml`, sheet);
    return relation.replace(/\bTarget="[^"]*"/, `Target="worksheets/sheet${sheets}.xml"`);
  });
  keep("xl/_rels/workbook.xml.rels", named);
  return parts;
}

/** Some programs write `<x:row>` for `<row>`; the same thing, which the reader does not know. */
function withoutPrefix(xml: string): string {
  const prefix = /<([A-Za-z_][\w.-]*):(?:workbook|worksheet|styleSheet|sst)[\s>]/.exec(
    xml.slice(0, 4096),
  )?.[1];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
}

function checkSize(cells: number, sheet: string): void {
  if (cells > MOST_CELLS)
    throw new Refusal(
      message(
        `Bảng tính có hơn ${MOST_CELLS / 1_000_000} triệu ô; chia nhỏ hoặc dùng CSV`,
        `The workbook has more than ${MOST_CELLS / 1_000_000} million cells; split it or use CSV`,
      ),
    );
  let merges = 0;
  let merged = 0;
  for (const match of sheet.matchAll(/<mergeCell\s[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    const [, left = "", top = "", right = "", bottom = ""] = match;
    merges += 1;
    merged +=
      (Math.abs(columnNumber(right) - columnNumber(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  if (merges > MOST_MERGES || merged > MOST_MERGED_CELLS)
    throw new Refusal(
      message(
        "Bảng tính trộn quá nhiều ô; bỏ trộn ô (unmerge) rồi lưu lại",
        "The workbook merges too many cells; unmerge them and save again",
      ),
    );
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (pattern.lastIndex = 0; pattern.test(text); ) found += 1;
  return found;
}
