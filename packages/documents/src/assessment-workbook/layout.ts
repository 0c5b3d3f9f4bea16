/** What stands where in an assessment's workbook: the sheets, and the rows of each, before anything is written. */
import { type CompiledSet, type Fact, type OutlineInput, type OutlineRow, outlineOf } from "@opendti/engine";
import type { RowKey } from "./keys.js";
import { SheetNames } from "./sheet-names.js";

/** The profile's code among fields. */
export const PROFILE = "profile";
/** The input of the mark "not applicable". */
export const NOT_APPLICABLE_INPUT = "";

export type FormRow =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "node"; readonly key: RowKey; readonly row: OutlineRow }
  | {
      readonly kind: "field";
      readonly key: RowKey;
      readonly code: string;
      readonly fact: Fact;
      readonly note: string | undefined;
    }
  | {
      readonly kind: "option";
      readonly key: RowKey;
      readonly code: string;
      readonly fact: Fact;
      readonly place: number;
    }
  /** Several of several: the options stand in the rows below. */
  | {
      readonly kind: "options";
      readonly code: string;
      readonly fact: Fact;
      readonly note: string | undefined;
    }
  /** A table, on a sheet of its own. */
  | { readonly kind: "table"; readonly code: string; readonly fact: Fact; readonly sheet: string }
  | { readonly kind: "mark"; readonly key: RowKey; readonly code: string };

export interface FormSheet {
  readonly name: string;
  /** Index of the pillar; undefined for the profile. */
  readonly pillar: number | undefined;
  readonly title: string;
  readonly rows: readonly FormRow[];
}

export type TableColumn = OutlineInput["columns"][number];

export interface TableSheet {
  readonly name: string;
  readonly code: string;
  readonly fact: Fact;
  readonly title: string;
  readonly columns: readonly TableColumn[];
}

export interface Layout {
  readonly guide: string;
  readonly summary: string | undefined;
  readonly sheets: readonly FormSheet[];
  readonly tables: readonly TableSheet[];
}

/** Rows above the first of a form: marks (hidden), title, header. */
export const FORM_TOP = 3;

export function layoutOf(set: CompiledSet): Layout {
  const names = new SheetNames();
  const guide = names.name("Hướng dẫn");
  const summary = set.scored ? names.name("Tổng hợp") : undefined;
  for (const hidden of [META_SHEET, LISTS_SHEET, CALCULATION_SHEET]) names.name(hidden);
  const outline = outlineOf(set);
  const tables: TableSheet[] = [];
  const sheets: FormSheet[] = [];
  if (set.profile.length > 0)
    sheets.push({
      name: names.name("Thông tin chung"),
      pillar: undefined,
      title: "Thông tin chung",
      rows: profileRows(set),
    });
  for (const pillar of set.pillars) {
    const title = set.nodes[pillar]?.title ?? "";
    const name = names.name(title);
    const rows = subtree(set, pillar).flatMap((index) => {
      const row = outline[index];
      return row ? nodeRows(set, row, names, tables) : [];
    });
    sheets.push({ name, pillar, title, rows });
  }
  return { guide, summary, sheets, tables };
}

export const META_SHEET = "_meta";
export const LISTS_SHEET = "_danh_muc";
export const CALCULATION_SHEET = "_tinh";

/** What an indicator is called in fields: its code, or its key where the document prints the code twice. */
export function codeOf(set: CompiledSet, index: number): string {
  const node = set.nodes[index];
  if (!node) throw new RangeError(`${set.id} has no node ${index}`);
  return set.nodeOf.get(node.code) === index ? node.code : node.key;
}

function subtree(set: CompiledSet, index: number): number[] {
  return [index, ...(set.nodes[index]?.children ?? []).flatMap((child) => subtree(set, child))];
}

function profileRows(set: CompiledSet): FormRow[] {
  return set.profile.flatMap((fact) => {
    const source = set.source.profile?.find(({ id }) => id === fact.id);
    return fieldRows(PROFILE, fact, source?.note);
  });
}

function nodeRows(set: CompiledSet, row: OutlineRow, names: SheetNames, tables: TableSheet[]): FormRow[] {
  const { node } = row;
  const code = codeOf(set, node.index);
  const rows: FormRow[] = [];
  if (row.heading !== undefined) rows.push({ kind: "heading", text: row.heading });
  rows.push({ kind: "node", key: { kind: "node", code }, row });
  for (const { fact, note, columns } of row.inputs) {
    if (fact.kind === "table" && columns.length > 0) {
      const sheet = names.name(`Bảng ${node.code}`);
      tables.push({ name: sheet, code, fact, title: `${node.code}. ${fact.label}`, columns });
      rows.push({ kind: "table", code, fact, sheet });
    } else rows.push(...fieldRows(code, fact, note));
  }
  if (node.notApplicable)
    rows.push({ kind: "mark", key: { kind: "field", code, input: NOT_APPLICABLE_INPUT }, code });
  return rows;
}

function fieldRows(code: string, fact: Fact, note: string | undefined): FormRow[] {
  if (fact.kind === "choices")
    return [
      { kind: "options", code, fact, note },
      ...fact.options.map((_, index): FormRow => {
        const place = index + 1;
        return { kind: "option", key: { kind: "option", code, input: fact.id, place }, code, fact, place };
      }),
    ];
  return [{ kind: "field", key: { kind: "field", code, input: fact.id }, code, fact, note }];
}

/** An option as the drop-down offers it: with its place, which alone counts when it is read. Excel finds no text beyond 255 signs. */
export function offered(fact: Pick<Fact, "options">, place: number): string {
  const label = (fact.options[place - 1] ?? "").replace(/\s+/g, " ").trim();
  const short = label.length > LONGEST_OFFER ? `${label.slice(0, LONGEST_OFFER - 1).trimEnd()}…` : label;
  return `${place}. ${short}`;
}

const LONGEST_OFFER = 200;

/** An input that comes with its rule bears the indicator's own title, which stands right above. */
export function labelOf(set: CompiledSet, fact: Fact): string {
  const title = fact.node === undefined ? undefined : set.nodes[fact.node]?.title;
  if (fact.label !== title) return fact.label;
  return fact.kind === "choice" ? "Phương án" : fact.strict ? "Điểm đề nghị" : "Số liệu";
}
