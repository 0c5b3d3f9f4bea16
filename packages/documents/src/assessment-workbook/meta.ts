/** The hidden sheet that says which workbook this is, and what its fields were when it was made. */
import type { WorkbookMeta, WorkbookOrigin } from "./types.js";

/** The first cell of the sheet, which tells such workbooks from all others. */
export const META_MARK = "opendti-workbook";
const FORMAT = 1;

export type WorkbookKind = "assessment" | "campaign" | "appraisal";

export interface FieldEntry {
  readonly code: string;
  readonly input: string;
  readonly sheet: string;
  readonly cell: string;
  readonly version: number;
  /** Of the value that was written. */
  readonly digest: string;
}

interface Assessed extends WorkbookOrigin {
  readonly unit?: { readonly id: string };
  readonly assessment?: { readonly id: string; readonly revision: number };
}

type MetaRow = readonly (string | number)[];

export function metaRows(kind: WorkbookKind, form: Assessed, fields: readonly FieldEntry[]): MetaRow[] {
  return [
    [META_MARK, FORMAT],
    ["kind", kind],
    ["set", form.set.id],
    ["version", form.set.version],
    ["hash", form.hash],
    ["campaign", form.campaign.id],
    ["unit", form.unit?.id ?? ""],
    ["assessment", form.assessment?.id ?? ""],
    ["revision", form.assessment?.revision ?? 0],
    ...fields.map(
      ({ code, input, sheet, cell, version, digest }): MetaRow => [
        "field",
        code,
        input,
        sheet,
        cell,
        version,
        digest,
      ],
    ),
  ];
}

export interface ReadMeta extends WorkbookMeta {
  readonly kind: string;
  /** By `code|input`. */
  readonly fields: ReadonlyMap<string, { readonly version: number; readonly digest: string }>;
}

/** The meta sheet's cells as texts, a row each; undefined when it is none of ours. */
export function readMeta(rows: readonly (readonly string[])[]): ReadMeta | undefined {
  if (rows[0]?.[0] !== META_MARK || rows[0][1] !== String(FORMAT)) return undefined;
  const said = new Map(
    rows.slice(1).flatMap(([name, value]) => (name === undefined ? [] : [[name, value ?? ""]])),
  );
  const fields = new Map<string, { version: number; digest: string }>();
  for (const [name, code, input = "", , , version = "0", digest = ""] of rows)
    if (name === "field" && code !== undefined)
      fields.set(`${code}|${input}`, { version: Number(version) || 0, digest });
  const of = (name: string): string => said.get(name) ?? "";
  return {
    kind: of("kind"),
    set: of("set"),
    version: Number(of("version")) || 0,
    hash: of("hash"),
    campaign: of("campaign"),
    unit: of("unit"),
    assessment: of("assessment"),
    revision: Number(of("revision")) || 0,
    fields,
  };
}
