/** A form without points: sections, rows of mixed fields, tables to fill in, and who supplied the data. */
import type { InputSource, SetSource } from "@opendti/engine";
import type { Coded } from "./arrange.js";
import { type FormAnswer, labelsOf, readFormCell } from "./form-cells.js";
import { type IndicatorSource, titleOrCode } from "./indicator.js";
import type { ReadTable } from "./sections.js";
import type { TreeNode } from "./tree.js";
import type { ImportedIndicator, ImportFinding } from "./types.js";
import { fold, freeName, idOf, oneLine, slugOf } from "./words.js";

export interface BuiltForm {
  readonly sources: IndicatorSource[];
  readonly indicators: ImportedIndicator[];
  readonly findings: ImportFinding[];
  readonly answers: ReadonlyMap<string, FormAnswer | { rows: Record<string, string>[] }>;
}

/** The rows of a form as indicators without points, each with the inputs that its filled-in cell shows. */
export function formIndicators(
  pillars: readonly TreeNode[],
  lists: readonly ReadTable[],
  codes: ReadonlyMap<TreeNode, Coded>,
  after: readonly string[],
): BuiltForm {
  const cells = pillars.flatMap(cellsBelow);
  const labels = labelsOf(cells);
  const indicators: ImportedIndicator[] = [];
  const findings: ImportFinding[] = [];
  const answers = new Map<string, FormAnswer | { rows: Record<string, string>[] }>();
  const build = (node: TreeNode, isPillar: boolean): IndicatorSource => {
    const coded = codes.get(node) ?? { code: node.printed, key: undefined };
    const at = coded.key ?? coded.code;
    const leaf = node.children.length === 0;
    const cell = cellOf(node);
    const heads = !leaf || cell === "" || /^\(/.test(cell);
    const { title: printed, text: aside } = withoutAside(node.title, heads);
    const title = titleOrCode(printed, node, at, findings);
    const field = leaf && cell !== "" ? readFormCell(title, cell, labels) : undefined;
    const text = [aside, field?.text ?? ""].filter((part) => part !== "").join("\n");
    if (field && Object.keys(field.answer).length > 0) answers.set(at, field.answer);
    if (!isPillar || leaf)
      indicators.push({
        code: at,
        title,
        max: null,
        status: "certain",
        question: null,
        place: node.place,
        text: cell,
        reading: null,
      });
    const children = node.children.map((child) => build(child, false));
    return {
      code: coded.code,
      ...(coded.key === undefined ? {} : { key: coded.key }),
      title,
      ...(node.heading === undefined ? {} : { heading: oneLine(node.heading) }),
      ...(text === "" ? {} : { text }),
      ...(field && field.inputs.length > 0 ? { inputs: field.inputs } : {}),
      ...(children.length > 0 ? { children } : {}),
    };
  };
  const sources = pillars.map((pillar) => build(pillar, true));
  for (const [at, list] of lists.entries()) sources.push(listOf(list, at, indicators, answers));
  const [last, remarks] = [lists.length > 0 ? sources.at(-1) : undefined, remarksIn(after)];
  if (last && remarks !== "") last.text = remarks;
  return { sources, indicators, findings, answers };
}

/** What stands under the last table: "Ghi chú:" and its lines. */
function remarksIn(after: readonly string[]): string {
  const from = after.findLastIndex((text) => /^Ghi chú\s*:/iu.test(text));
  return from < 0 ? "" : after.slice(from).join("\n");
}

/** The lines "- Chức vụ: Chuyên viên" under "Thông tin về người cung cấp thông tin". */
export function signaturesOf(
  paragraphs: readonly string[],
):
  | { signatures: NonNullable<SetSource["signatures"]>; given: Record<string, Record<string, string>> }
  | undefined {
  const lines = paragraphs.flatMap((text) => text.split("\n")).map(oneLine);
  const from = lines.findIndex((line) => /^thong tin (?:ve )?nguoi (?:cung cap|khai|lap)/.test(fold(line)));
  if (from < 0) return undefined;
  const taken = new Set<string>();
  const given: Record<string, string> = {};
  const fields: { id: string; label: string; kind: "text" }[] = [];
  for (const line of lines.slice(from + 1)) {
    const [, label, value = ""] = /^[-+•*]?\s*([^:]{2,80}):\s*(.*)$/u.exec(line) ?? [];
    if (label === undefined) break;
    const id = freeName(fieldId(label), taken, "_");
    fields.push({ id, label: oneLine(label), kind: "text" });
    if (value !== "") given[id] = value;
  }
  if (fields.length === 0) return undefined;
  const label = (lines[from] ?? "").replace(/[\s:]+$/u, "");
  const key = "nguoi-cung-cap-thong-tin";
  return { signatures: [{ key, label, fields }], given: { [key]: given } };
}

const FIELD_IDS: readonly (readonly [RegExp, string])[] = [
  [/^ho (?:va )?ten/, "name"],
  [/^(?:bo phan|phong|don vi)/, "department"],
  [/^chuc (?:vu|danh)/, "position"],
  [/dien thoai/, "phone"],
  [/e-?mail|thu dien tu/, "email"],
];

function fieldId(label: string): string {
  const folded = fold(label);
  return FIELD_IDS.find(([words]) => words.test(folded))?.[1] ?? idOf(label);
}

function cellsBelow(node: TreeNode): string[] {
  return [cellOf(node), ...node.children.flatMap(cellsBelow)];
}

function cellOf(node: TreeNode): string {
  return node.row?.declared.trim() ?? "";
}

/** A heading's explanation in brackets, and a "(Ghi chú: …)" of any row, are texts beside the title. */
function withoutAside(printed: string, heads: boolean): { title: string; text: string } {
  const words = oneLine(printed);
  const at = heads
    ? /\s*\((?=\p{Lu})/u.exec(words)?.index
    : /:?\s*\(\s*(?:Ghi chú|Lưu ý)\s*:/iu.exec(words)?.index;
  if (at === undefined || at < 4 || !words.endsWith(")"))
    return { title: words.replace(/\s*:$/, ""), text: "" };
  return {
    title: words.slice(0, at).replace(/\s*:$/, "").trim(),
    text: words.slice(at).replace(/^[:\s]+/, ""),
  };
}

/** "BẢNG 1: DANH SÁCH …": an indicator whose one input is the table. */
function listOf(
  { table, rows }: ReadTable,
  at: number,
  indicators: ImportedIndicator[],
  answers: Map<string, FormAnswer | { rows: Record<string, string>[] }>,
): IndicatorSource {
  const title = oneLine(table.caption ?? `Bảng ${at + 1}`);
  const [, number] = /^bảng\s+(?:số\s+)?(\d+|[IVX]+)/iu.exec(title) ?? [];
  const code = `BANG.${number ?? at + 1}`;
  const taken = new Set<string>();
  const columns = table.columns.flatMap((column, index) => {
    if (column.role === "number") return [];
    const made = columnOf(column.heading, taken);
    return [{ made, index }];
  });
  indicators.push({
    code,
    title,
    max: null,
    status: "certain",
    question: null,
    place: table.place,
    text: "",
    reading: null,
  });
  const filled = rows
    .map((row) =>
      Object.fromEntries(
        columns.flatMap(({ made, index }) => {
          const text = oneLine(row.cells[index]?.text ?? "");
          return text === "" || /^\(\d+\)$/.test(text) ? [] : [[made.id, text]];
        }),
      ),
    )
    .filter((row) => Object.keys(row).length > 0);
  if (filled.length > 0) answers.set(code, { rows: filled });
  const input: InputSource = {
    id: "rows",
    label: title,
    kind: "table",
    columns: columns.map(({ made }) => made),
  };
  return { code, title, ...(columns.length > 0 ? { inputs: [input] } : {}) };
}

type Column = NonNullable<InputSource["columns"]>[number];

function columnOf(heading: string, taken: Set<string>): Column {
  const [outer, inner] = heading.includes(" · ") ? heading.split(" · ", 2) : [undefined, heading];
  const note = /\(\d+\)|Đánh dấu[^·]*|\((?:Có|Ghi)[^)]*\)/iu.exec(heading)?.[0]?.trim();
  const label = oneLine((inner ?? heading).replace(/\(\d+\)|Đánh dấu.*$/iu, "")) || oneLine(heading);
  const group = outer === undefined ? undefined : oneLine(outer.replace(/Đánh dấu.*$/iu, ""));
  const folded = fold(heading);
  const ticks = /danh dau|co: ?1/.test(folded) || /^muc do \d$/.test(fold(label));
  const id = freeName(
    slugOf(label, 40)
      .replaceAll("-", "_")
      .replace(/^(?=\d)/, "x_") || "cot",
    taken,
    "_",
  );
  return {
    id,
    label,
    kind: ticks ? "yes_no" : /^(?:tong so|so luong|so)\b/.test(fold(label)) ? "count" : "text",
    ...(group === undefined || group === "" ? {} : { group }),
    ...(note === undefined ? {} : { note }),
  };
}
