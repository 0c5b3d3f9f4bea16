/** A document's bytes in, what the pages show and keep of it out. Runs in a thread of its own; pure. */
import {
  type ColumnRole,
  DocumentRefused,
  type ImportedDocument,
  type ImportedSet,
  type ImportFinding,
  importFile,
  type Place,
  type RecognisedTable,
  readDocument,
  recogniseTables,
} from "@opendti/documents";
import type { SetImportHead } from "../../database/set-import-tables.js";
import type { Words } from "../../http/problem.js";
import type { SetCase } from "../sets/repository.js";

/** What becomes of a document: its reading, or why there is none. */
export type Reading =
  | {
      readonly ok: true;
      readonly format: string;
      readonly heads: readonly SetImportHead[];
      /** {@link ImportContent} as JSON text. */
      readonly content: string;
    }
  | {
      readonly ok: false;
      readonly code: "upload-refused" | "content-refused";
      readonly why: Words;
    };

/** One row of the document's table that became an indicator. */
interface ContentRow {
  /** The key or the code of the indicator in the set. */
  readonly name: string;
  readonly status: "certain" | "doubtful" | "unread";
  readonly place: Words | null;
  readonly text: string;
  readonly cells: readonly { readonly heading: string; readonly text: string }[];
  readonly pieces: readonly {
    readonly start: number;
    readonly end: number;
    readonly role: string;
    readonly target: string | null;
  }[];
  readonly questions: readonly unknown[];
  readonly wording: string;
}

interface ContentFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: string;
  readonly message: Words;
  readonly place: Words | null;
}

/** A whole reading, as it is kept. */
export interface ImportContent {
  readonly sets: readonly {
    readonly set: unknown;
    readonly rows: readonly ContentRow[];
    readonly findings: readonly ContentFinding[];
    readonly cases: readonly SetCase[];
    /** YAML; absent in what was read before plans were kept. */
    readonly plans?: readonly string[];
  }[];
  readonly findings: readonly ContentFinding[];
}

/** Reads a document into sets. */
export async function readSets(bytes: Uint8Array, name: string): Promise<Reading> {
  try {
    const imported = await importFile(bytes, { name });
    if (imported.sets.length === 0) return nothingFound(imported);
    const { format, cells } = await rowsOf(bytes, name);
    const content: ImportContent = {
      sets: imported.sets.map((one) => contentOf(one, cells)),
      findings: [...imported.findings.map(findingOf)],
    };
    return {
      ok: true,
      format,
      heads: imported.sets.map(headOf),
      content: JSON.stringify(content),
    };
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    const where = placeWords(error.place);
    const { vi, en } = error.text;
    return {
      ok: false,
      code: "upload-refused",
      why: where === null ? { vi, en } : { vi: `${where.vi}: ${vi}`, en: `${where.en}: ${en}` },
    };
  }
}

/** Nothing in the document is a table of indicators: the findings say what was looked for. */
function nothingFound({ findings }: ImportedDocument): Reading {
  const said = (language: keyof Words): string => findings.map(({ message }) => message[language]).join(" ");
  return {
    ok: false,
    code: "content-refused",
    why: {
      vi: said("vi") || "Không thấy bảng chỉ số nào trong văn bản.",
      en: said("en") || "No table of indicators was found in the document.",
    },
  };
}

type Cells = ReadonlyMap<string, ContentRow["cells"]>;

/** What stands in the rows of the document beside what was read; nothing for a set that OpenDTI wrote itself. */
async function rowsOf(bytes: Uint8Array, name: string): Promise<{ format: string; cells: Cells }> {
  try {
    const document = await readDocument(bytes, name);
    return { format: document.format, cells: cellsOf(recogniseTables(document)) };
  } catch (error) {
    if (error instanceof DocumentRefused) return { format: "yaml", cells: new Map() };
    throw error;
  }
}

/** Columns that the page shows of an indicator anyway. */
const SHOWN: ReadonlySet<ColumnRole> = new Set(["number", "title", "max", "rule"]);

/** The other cells of every row of the document's tables, by where the row stands. */
function cellsOf(tables: readonly RecognisedTable[]): Cells {
  const cells = new Map<string, ContentRow["cells"]>();
  for (const { columns, rows } of tables)
    for (const row of rows)
      cells.set(
        JSON.stringify(row.place),
        row.cells.flatMap(({ text }, column) => {
          const { role = "unknown", heading = "" } = columns[column] ?? {};
          return text.trim() === "" || SHOWN.has(role) ? [] : [{ heading, text }];
        }),
      );
  return cells;
}

function contentOf(one: ImportedSet, cells: Cells): ImportContent["sets"][number] {
  return {
    set: one.set,
    rows: one.indicators.map(({ code, status, question, place, text, reading }) => ({
      name: code,
      status,
      place: placeWords(place),
      text,
      cells: cells.get(JSON.stringify(place)) ?? [],
      pieces: (reading?.pieces ?? []).map(({ span, role, target }) => ({
        start: span.start,
        end: span.end,
        role,
        target: target ?? null,
      })),
      questions:
        reading === null || reading.questions.length === 0
          ? question === null
            ? []
            : [{ code: "reading", text: question, alternatives: [] }]
          : reading.questions.map(({ code: kind, text: words, alternatives }) => ({
              code: kind,
              text: words,
              alternatives,
            })),
      wording: reading?.wording ?? "",
    })),
    findings: one.findings.map(findingOf),
    cases: one.cases.map(({ path, yaml }) => ({ file: path.replace(/^cases\//, ""), text: yaml })),
    plans: one.plans.map(({ yaml }) => yaml),
  };
}

function headOf({ id, set, indicators }: ImportedSet): SetImportHead {
  const count = (wanted: string): number => indicators.filter(({ status }) => status === wanted).length;
  return {
    id,
    title: set.title,
    indicators: indicators.length,
    certain: count("certain"),
    doubtful: count("doubtful"),
    unread: count("unread"),
  };
}

function findingOf({ severity, code, at, message, place }: ImportFinding): ContentFinding {
  return {
    severity,
    code,
    at,
    message: { vi: message.vi, en: message.en },
    place: place === undefined ? null : placeWords(place),
  };
}

/** "Bảng 2, dòng 14", "Trang tính A, ô D12"; null for no place at all. */
function placeWords({ page, table, row, line, sheet, cell }: Place): Words | null {
  const parts: [string, string][] = [];
  if (sheet !== undefined) parts.push([`trang tính "${sheet}"`, `sheet "${sheet}"`]);
  if (cell !== undefined) parts.push([`ô ${cell}`, `cell ${cell}`]);
  if (page !== undefined) parts.push([`trang ${page}`, `page ${page}`]);
  if (table !== undefined && cell === undefined) parts.push([`bảng ${table}`, `table ${table}`]);
  if (row !== undefined && cell === undefined) parts.push([`dòng ${row}`, `row ${row}`]);
  if (line !== undefined) parts.push([`dòng ${line} của văn bản`, `line ${line} of the text`]);
  if (parts.length === 0) return null;
  const said = (language: 0 | 1): string => {
    const text = parts.map((part) => part[language]).join(", ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return { vi: said(0), en: said(1) };
}
