/**
 * The parts of a workbook that hold cells, each read once and counted before anything is built of it: the reader of
 * workbooks builds whatever a part says, as often as it is named.
 */
import { WORKBOOK_LIMITS } from "./limits.js";
import { DAMAGED, MACROS, refused, TOO_LARGE_A_PART, TOO_MANY_COLUMNS, tooMany } from "./refusals.js";
import { type GuardedZip, zipFaultWords } from "./zip-guard.js";

/** The relations of a workbook are a few lines each. */
const LONGEST_INDEX = 200_000;

/**
 * The parts by their names, sheets numbered in order.
 * @throws {Problem} `upload-refused` for macros, damage, a sheet named twice, and more of anything than an import takes.
 */
export async function readParts(zip: GuardedZip): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  let handedOn = 0;
  const keep = (name: string, text: string): void => {
    const bytes = Buffer.from(text, "utf8");
    handedOn += bytes.length;
    if (handedOn > WORKBOOK_LIMITS.zip.inflatedBytes)
      throw refused(zipFaultWords("inflates-too-far", WORKBOOK_LIMITS.zip));
    parts[name] = bytes;
  };
  const types = await textOf(zip, "[Content_Types].xml");
  if (types === undefined) throw refused(DAMAGED);
  if (/macroEnabled/i.test(types)) throw refused(MACROS);
  keep("[Content_Types].xml", types);
  const workbook = await textOf(zip, "xl/workbook.xml");
  const relations = await textOf(zip, "xl/_rels/workbook.xml.rels");
  if (workbook === undefined || relations === undefined) throw refused(DAMAGED);
  if (workbook.length > LONGEST_INDEX || relations.length > LONGEST_INDEX) throw refused(DAMAGED);
  refuseSheetsTwice(workbook);
  keep("xl/workbook.xml", withoutDefinedNames(workbook));
  const related = relatedSheets(relations);
  const counter = new Counter();
  for (const [name, count] of [
    ["_rels/.rels", undefined],
    ["xl/sharedStrings.xml", (text: string) => counter.texts(text)],
    ["xl/styles.xml", (text: string) => counter.styles(text)],
  ] as const) {
    const part = await textOf(zip, name);
    if (part === undefined) continue;
    count?.(part);
    keep(name, part);
  }
  const kept: string[] = [];
  for (const [index, { id, part }] of related.entries()) {
    const sheet = await textOf(zip, part);
    if (sheet === undefined) throw refused(DAMAGED);
    counter.sheet(sheet);
    keep(`xl/worksheets/sheet${index + 1}.xml`, sheet);
    kept.push(`<Relationship Id="${id}" Type="${SHEET_TYPE}" Target="worksheets/sheet${index + 1}.xml"/>`);
  }
  keep("xl/_rels/workbook.xml.rels", `<Relationships xmlns="${RELATIONS}">${kept.join("")}</Relationships>`);
  return parts;
}

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const SHEET_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

/** The reader builds a sheet anew for each entry that names it. */
function refuseSheetsTwice(workbook: string): void {
  const entries = workbook.match(/<sheet(?=[\s/>])[^<]*/g) ?? [];
  if (entries.length > WORKBOOK_LIMITS.sheets) throw tooMany(WORKBOOK_LIMITS.sheets, "trang tính", "sheets");
  const ids = entries.map((entry) => {
    // Not within another attribute's value, nor with letters written as numbers, which would name another.
    const [before = "", after = "", ...more] = entry.split("r:id");
    const id = /^\s*=\s*["']([\w.-]+)["']/.exec(after)?.[1];
    if (id === undefined || more.length > 0 || !/\s$/.test(before)) throw refused(DAMAGED);
    return id;
  });
  if (new Set(ids).size < ids.length) throw refused(DAMAGED);
}

interface RelatedSheet {
  readonly id: string;
  /** The name of its part in the archive. */
  readonly part: string;
}

/** The sheets that the relations name, each part once; other relations are to what is not read. */
function relatedSheets(relations: string): RelatedSheet[] {
  const sheets: RelatedSheet[] = [];
  for (const entry of relations.match(/<Relationship(?=[\s/>])[^<]*/g) ?? []) {
    const target = /\bTarget="([^"<>]*)"/.exec(entry)?.[1];
    const id = /\bId="([^"<>]*)"/.exec(entry)?.[1];
    if (target === undefined || id === undefined || !/\bType="[^"<>]*\/worksheet"/.test(entry)) continue;
    sheets.push({ id, part: target.startsWith("/") ? target.slice(1) : `xl/${target}` });
    if (sheets.length > WORKBOOK_LIMITS.sheets) throw tooMany(WORKBOOK_LIMITS.sheets, "trang tính", "sheets");
  }
  if (new Set(sheets.map(({ part }) => part)).size < sheets.length) throw refused(DAMAGED);
  return sheets;
}

/** A part as text. Entities of its own are refused: they can make gigabytes of a line, or name files of ours. */
async function textOf(zip: GuardedZip, name: string): Promise<string | undefined> {
  const bytes = await zip.part(name);
  if (bytes === undefined) return undefined;
  if (bytes.length > WORKBOOK_LIMITS.partBytes) throw refused(TOO_LARGE_A_PART);
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

/** Counts what the reader would build objects of, over all parts. */
class Counter {
  private cells = 0;
  private rows = 0;

  texts(strings: string): void {
    if (countOf(strings, /<(?:si|r)(?=[\s/>])/g, WORKBOOK_LIMITS.texts) > WORKBOOK_LIMITS.texts)
      throw tooMany(WORKBOOK_LIMITS.texts, "đoạn chữ", "pieces of text");
  }

  styles(styles: string): void {
    if (countOf(styles, /<[A-Za-z]/g, WORKBOOK_LIMITS.styles) > WORKBOOK_LIMITS.styles)
      throw tooMany(WORKBOOK_LIMITS.styles, "định dạng", "formats");
  }

  /** Rows, cells and the runs of texts in cells, and how far down and to the right they lie. */
  sheet(sheet: string): void {
    for (const [, name, attributes = ""] of sheet.matchAll(TAGS)) {
      if (name === "row") this.rows += 1;
      else this.cells += 1;
      if (this.rows > WORKBOOK_LIMITS.rows) throw tooMany(WORKBOOK_LIMITS.rows, "dòng", "rows");
      if (this.cells > WORKBOOK_LIMITS.cells) throw tooMany(WORKBOOK_LIMITS.cells, "ô", "cells");
      refuseFarAway(/(?:^|\s)r\s*=\s*["']([^"']*)/.exec(attributes)?.[1]);
    }
  }
}

/** A row, a cell or a run of text with its attributes; `<` stands in none, so that each tag is looked at once. */
const TAGS = /<(row|c|r)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)/g;

function refuseFarAway(reference: string | undefined): void {
  if (reference === undefined) return;
  const [, letters = "", digits = ""] = /^([A-Z]{0,3})(\d{1,7})$/.exec(reference) ?? [];
  // Also a letter written as a number, which the reader would turn back.
  if (digits === "" || Number(digits) > WORKBOOK_LIMITS.lastRow) throw refused(DAMAGED);
  if (columnNumber(letters) > WORKBOOK_LIMITS.columns) throw refused(TOO_MANY_COLUMNS);
}

/** How often it occurs; counting ends above the most that matters. */
function countOf(text: string, pattern: RegExp, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
