/** Which tables of a document belong together: one section is one set with its profile, its totals and its words. */
import type { ParagraphBlock, SourceDocument } from "../blocks/types.js";
import type { RecognisedTable } from "../columns/types.js";
import { hasColumn, type SheetRow, sheetRows } from "./rows.js";
import { settledRows } from "./settled-rows.js";
import type { TableRows } from "./tree.js";
import { fold, oneLine } from "./words.js";

export interface ReadTable {
  readonly table: RecognisedTable;
  readonly rows: readonly SheetRow[];
}

export interface Section {
  /** The tables of indicators, in order. */
  readonly tables: readonly ReadTable[];
  /** "Thông tin chung" as a table of its own. */
  readonly profiles: readonly ReadTable[];
  /** The table that only counts: pillars, how many indicators, how many points. */
  readonly summaries: readonly ReadTable[];
  /** Tables to be filled in with rows of their own. */
  readonly lists: readonly ReadTable[];
  /** What stands before its first table and after the tables of the section before; the opening of the document for the first. */
  readonly before: readonly ParagraphBlock[];
  /** What stands between and after its tables. */
  readonly after: readonly ParagraphBlock[];
  /** Whether no other set stands before it, or after it: what the ends of the document say is about one set only. */
  readonly first: boolean;
  readonly last: boolean;
}

type TableKind = "indicators" | "profile" | "summary" | "list";

/** The sections of a document, in order. A table whose numbers begin again begins a set of its own. */
export function sectionsOf(document: SourceDocument, recognised: readonly RecognisedTable[]): Section[] {
  const tables = recognised.map((table) => ({ table, rows: settledRows(sheetRows(table)) }));
  const sections: { tables: ReadTable[]; others: ReadTable[] }[] = [];
  let early: ReadTable[] = [];
  let codes = new Set<string>();
  for (const [at, read] of tables.entries()) {
    const current = sections.at(-1);
    if (kindOf(read, tables) !== "indicators") {
      // A table of facts or totals stands before the indicators it speaks about; a list to fill in stands after.
      if (current && kindOf(read, tables) === "list") current.others.push(read);
      else early.push(read);
      continue;
    }
    const own = read.rows.map((row) => row.code).filter((code) => code !== "");
    const again = own.some((code) => codes.has(code) && !/^[a-zđ]\d?$/.test(code));
    if (!current || (again && !isPillarTable(read, tables.slice(0, at)))) {
      sections.push({ tables: [read], others: early });
      codes = new Set(own);
      early = [];
    } else {
      current.tables.push(read);
      current.others.push(...early);
      for (const code of own) codes.add(code);
      early = [];
    }
  }
  sections.at(-1)?.others.push(...early);
  return sections.map((section, at) =>
    finished(document, section, tables, sections[at + 1]?.tables[0], at > 0),
  );
}

/** The rows of a section's tables as the tree takes them. */
export function treeTables(section: Section): TableRows[] {
  return section.tables.map((read, at) => ({
    rows: read.rows,
    pillar: pillarAbove(read, section.tables.slice(0, at), section.tables.slice(at + 1)),
    place: read.table.place,
  }));
}

function finished(
  document: SourceDocument,
  { tables, others }: { tables: ReadTable[]; others: ReadTable[] },
  all: readonly ReadTable[],
  next: ReadTable | undefined,
  later: boolean,
): Section {
  const first = Math.min(...[...tables, ...others].map(({ table }) => table.block));
  const earlier = all.filter(({ table }) => later && table.block < first).map(({ table }) => table.block);
  const from = Math.max(-1, ...earlier);
  const paragraphs = (after: number, until: number): ParagraphBlock[] =>
    document.blocks.slice(after + 1, until).filter((block) => block.kind === "paragraph");
  const firstIndicators = tables[0]?.table.block ?? first;
  return {
    tables,
    profiles: others.filter((read) => kindOf(read, all) === "profile"),
    summaries: others.filter((read) => kindOf(read, all) === "summary"),
    lists: others.filter((read) => kindOf(read, all) === "list"),
    before: paragraphs(from, firstIndicators),
    after: paragraphs(firstIndicators, next?.table.block ?? document.blocks.length),
    first: !later,
    last: next === undefined,
  };
}

function kindOf({ table, rows }: ReadTable, all: readonly ReadTable[]): TableKind {
  if (hasColumn(table, "count") && !hasColumn(table, "rule")) return "summary";
  const names = [table.caption ?? "", ...table.columns.map((column) => column.heading)].map(fold);
  const points = hasColumn(table, "max") && rows.some((row) => row.max !== "");
  const facts = /^(?:[a-z0-9]+[.)] )?thong tin chung\b/;
  if (!points && names.some((name) => facts.test(name))) return "profile";
  const groups = rows.filter((row) => row.kind === "group").map((row) => fold(row.title));
  if (!points && groups.length > 0 && groups.every((name) => facts.test(name))) return "profile";
  if (!hasColumn(table, "title")) return "list";
  const scored = all.some((read) => read.rows.some((row) => row.max !== ""));
  if (points || hasColumn(table, "rule") || (scored && hasColumn(table, "number"))) return "indicators";
  if (scored) return "list";
  return hasColumn(table, "declared") || !hasUnknown(table) ? "indicators" : "list";
}

/** A table to fill in has columns of its own making. */
function hasUnknown(table: RecognisedTable): boolean {
  return table.columns.filter((column) => column.role === "unknown").length > 1;
}

/** Rows 1, 2, 3 under a heading of their own, after such a table: its heading is a pillar of the same set. */
function isPillarTable(read: ReadTable, before: readonly ReadTable[]): boolean {
  return isFlat(read) && before.some(isFlat) && namesPillar(read.table.caption);
}

/** Only plain numbers; headings between the lists have no points. */
function isFlat({ rows }: ReadTable): boolean {
  const codes = rows.map((row) => row.code).filter((code) => code !== "");
  const headed = rows.every((row) => row.kind !== "group" || row.max === "");
  return codes.length > 0 && codes.every((code) => /^\d+$/.test(code)) && headed;
}

/** Whether its numbers begin again: under a heading each. */
function beginsAgain({ rows }: ReadTable): boolean {
  return rows.filter((row) => row.code === "1" && row.kind !== "group").length > 1;
}

/** The heading above a table, where it is what the rows below miss: the pillar that their numbers begin with, or that none prints. */
function pillarAbove(
  read: ReadTable,
  before: readonly ReadTable[],
  after: readonly ReadTable[],
): string | null {
  const { caption } = read.table;
  if (caption === null || !namesPillar(caption)) return null;
  if (isFlat(read))
    return beginsAgain(read) ||
      [...before, ...after].some((other) => isFlat(other) && namesPillar(other.table.caption))
      ? pillarName(caption)
      : null;
  const first = read.rows.find((row) => row.code !== "");
  return first && /[.-]/.test(first.code) ? pillarName(caption) : null;
}

function namesPillar(caption: string | null): boolean {
  if (caption === null) return false;
  const folded = fold(caption);
  return (
    folded.length > 2 &&
    folded.length < 160 &&
    !/^(?:[a-z][.)] |[ivx]+\. )?(?:phu luc|\(?kem theo|bo (?:chi so|tieu chi)|ket qua|giao nhiem vu|bang|thuc hien|danh muc|chi tiet|cach tinh)/.test(
      folded,
    )
  );
}

function pillarName(caption: string): string {
  return oneLine(caption);
}
