/** Phiếu cung cấp số liệu: a set that only collects data, printed as a form, blank or with what a unit declared. */
import { type CompiledSet, type OutlineRow, outlineOf } from "@opendti/engine";
import type { Inline, Paper, PaperBlock, PaperRow, PaperTable, Signature, TextRun } from "../paper/paper.js";
import { dotsAfter } from "./blanks.js";
import type { DataSupplyForm, FilledForm } from "./data-supply-form-input.js";
import { formTable } from "./form-table.js";
import { inputsInline, profileInline, StoredValues } from "./form-values.js";

/** Millimetres of a line of the text. */
const LINE = 158;

/** The form: general facts, what is asked with its boxes and lines, who supplied it and who signs; tables on pages of their own. */
export function dataSupplyForm(input: DataSupplyForm): Paper {
  const { set, appendix, attachedTo, filled } = input;
  const rows = outlineOf(set);
  const stored = new StoredValues(filled?.answers);
  const tables = rows.filter((row) => tableOf(row) !== undefined);
  const asked = rows.filter((row) => tableOf(row) === undefined);
  return {
    title: set.source.title,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          {
            kind: "appendix",
            ...(appendix === undefined ? {} : { label: appendix }),
            title: set.source.title,
            ...(attachedTo === undefined ? {} : { reference: attachedTo }),
          },
          ...(set.profile.length === 0 ? [] : general(set, stored)),
          { kind: "heading", level: 1, text: "B. NỘI DUNG CUNG CẤP SỐ LIỆU" },
          questions(asked, stored),
          ...supplier(set, filled),
          signing(set, filled),
        ],
      },
      ...tables.map((row) => ({
        orientation: "landscape" as const,
        blocks: [...letterhead(input), ...tablePage(row, stored)],
      })),
    ],
  };
}

const tableOf = ({ inputs }: OutlineRow) => inputs.find(({ fact }) => fact.kind === "table");

/** The facts of the profile; those that the document prints under one number stand on one line. */
function general({ profile, source }: CompiledSet, stored: StoredValues): PaperBlock[] {
  const lines = new Map<string, PaperBlock[]>();
  const texts = new Map<string, TextRun[]>();
  for (const fact of profile) {
    const said = source.profile?.find(({ id }) => id === fact.id);
    const code = said?.code ?? fact.id;
    const before = texts.get(code);
    const runs: TextRun[] = [
      { text: before === undefined ? `${said?.code === undefined ? "" : `${numberOf(code)}. `}` : "    " },
      { text: `${fact.label}: ` },
      ...profileInline(fact, stored.of("profile", fact.id)),
    ];
    texts.set(code, [...(before ?? []), ...runs]);
    if (said?.note !== undefined)
      lines.set(code, [{ kind: "paragraph", text: said.note, italic: true, small: true }]);
  }
  return [
    { kind: "heading", level: 1, text: "A. THÔNG TIN CHUNG" },
    ...[...texts].flatMap(([code, text]): PaperBlock[] => [
      { kind: "paragraph", text, align: "left" },
      ...(lines.get(code) ?? []),
    ]),
  ];
}

/** A row is numbered within its heading, as the document prints it: `II.2.3` is `3`. */
const numberOf = (code: string): string => code.slice(code.lastIndexOf(".") + 1);

function questions(rows: readonly OutlineRow[], stored: StoredValues): PaperTable {
  return {
    kind: "table",
    columns: [{ width: 14, align: "center" }, { width: 85 }, { width: 66 }],
    rows: [
      { kind: "header", cells: ["TT", "Tiêu chí", "Số liệu"] },
      ...rows.flatMap((row) => questionRows(row, stored)),
    ],
  };
}

function questionRows(row: OutlineRow, stored: StoredValues): PaperRow[] {
  const { node, heading, text } = row;
  const asks = row.inputs.length > 0;
  const kind = node.parent === undefined || node.children.length > 0 ? "section" : "body";
  const title: Inline =
    text === undefined
      ? node.title
      : [{ text: node.title }, { text: `\n${text.trim()}`, italic: true, bold: false }];
  return [
    ...(heading === undefined
      ? []
      : [{ kind: "section" as const, cells: ["", { text: heading, columns: 2, italic: true }] }]),
    {
      kind,
      cells: asks
        ? [numberOf(node.code), { text: title }, { text: inputsInline(row, stored) }]
        : [node.code, { text: title, columns: 2 }],
    },
  ];
}

/** Who supplied the data: what the set asks of those who sign. */
function supplier({ source }: CompiledSet, filled: FilledForm | undefined): PaperBlock[] {
  return (source.signatures ?? []).flatMap(({ key, label, fields = [] }): PaperBlock[] => {
    if (fields.length === 0) return [];
    const given = filled?.signatures[key];
    return [
      {
        kind: "paragraph",
        text: `Thông tin về ${label.toLocaleLowerCase("vi")}:`,
        bold: true,
        keepWithNext: true,
      },
      // On one page with the signatures.
      ...fields.map(({ id, label: asked }): PaperBlock => {
        const value = given?.[id] ?? "";
        const answer = value === "" ? dotsAfter(`- ${asked}: `, LINE) : value;
        return { kind: "paragraph", text: `- ${asked}: ${answer}`, align: "left", keepWithNext: true };
      }),
    ];
  });
}

/** Who signs where a set does not say. */
const USUAL_SIGNATURES = [
  { key: "supplier", label: "Người cung cấp số liệu" },
  { key: "head", label: "Thủ trưởng đơn vị" },
] as const;

function signing({ source }: CompiledSet, filled: FilledForm | undefined): PaperBlock {
  const issued = filled?.issued;
  const asked = source.signatures ?? [];
  const signatures = (asked.length === 0 ? USUAL_SIGNATURES : asked).map(
    ({ key, label }, at, all): Signature => {
      const name = filled?.signatures[key]?.["name"] ?? "";
      return {
        lines: signatureLines(label),
        ...(name === "" ? {} : { name }),
        ...(issued !== undefined && at === all.length - 1 ? { issued } : {}),
      };
    },
  );
  return { kind: "signing", signatures };
}

/** `KT. TRƯỞNG BAN PHÓ TRƯỞNG BAN` are two lines: in whose place, and who. */
function signatureLines(label: string): string[] {
  const [, form, own] = /^((?:TM|KT|TL|TUQ)\. .+?) (PHÓ .+)$/u.exec(label) ?? [];
  const lines = form === undefined || own === undefined ? [label] : [form, own];
  return lines.map((line) => line.toLocaleUpperCase("vi"));
}

/** Over a table that is sent as a page of its own: whose it is. */
function letterhead({ unit }: DataSupplyForm): PaperBlock[] {
  if (unit === undefined) return [];
  const line = (text: string, bold: boolean): PaperBlock => ({
    kind: "paragraph",
    text: text.toLocaleUpperCase("vi"),
    bold,
    indent: false,
    align: "left",
    keepWithNext: true,
  });
  return [...(unit.superior === undefined ? [] : [line(unit.superior, false)]), line(unit.name, true)];
}

function tablePage(row: OutlineRow, stored: StoredValues): PaperBlock[] {
  const notes = (row.text ?? "").split("\n").filter((line) => line.trim() !== "");
  return row.inputs.flatMap((input): PaperBlock[] =>
    input.fact.kind === "table"
      ? [
          { kind: "appendix", title: row.node.title },
          {
            ...formTable(input, stored.of(row.label, input.fact.id)),
            ...(notes.length === 0 ? {} : { note: notes.join("\n") }),
          },
        ]
      : [],
  );
}
