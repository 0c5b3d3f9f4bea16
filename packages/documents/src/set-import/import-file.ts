/** One door for whatever a set comes in: a document, a workbook that was exported, or a set's own YAML. */
import { loadSet, type SetSource } from "@opendti/engine";
import type { ReadLimits } from "../blocks/limits.js";
import { readDocument } from "../blocks/read-document.js";
import { DocumentRefused } from "../blocks/refused.js";
import { recogniseTables } from "../columns/recognise.js";
import type { RecognisedTable } from "../columns/types.js";
import { isSetWorkbook, readSetWorkbook } from "../set-workbook/read-workbook.js";
import { importFinding } from "./findings.js";
import { checkedFindings } from "./findings-of-set.js";
import { importSets } from "./import-set.js";
import type { ImportedDocument, ImportedIndicator, ImportFinding, ImportOptions } from "./types.js";
import { yamlOf } from "./yaml.js";

/**
 * Imports the sets of a file. A document is read; a workbook or YAML that OpenDTI wrote comes back as the set it was.
 * @throws {DocumentRefused} and nothing else for what cannot be read at all.
 */
export async function importFile(
  bytes: Uint8Array,
  options: ImportOptions,
  limits: Partial<ReadLimits> = {},
): Promise<ImportedDocument> {
  const own = ownYaml(bytes);
  if (own !== undefined) return fromSource(loadSet(own, options.name), options, own);
  const document = await readDocument(bytes, options.name, limits);
  if (isSetWorkbook(document)) return fromSource(readSetWorkbook(document, options.name), options, undefined);
  const tables = recogniseTables(document);
  checkSize(tables);
  return importSets(document, tables, options);
}

/** Several sets of a whole province in one document stay far below. */
const MOST_INDICATORS = 2000;
/** Characters of all cells together: a long decision has some hundred thousand. */
const MOST_CHARACTERS = 1_000_000;

/** @throws {DocumentRefused} for tables that would take minutes to read, and that nobody issued. */
function checkSize(tables: readonly RecognisedTable[]): void {
  const rows = tables.flatMap((table) => table.rows);
  const indicators = rows.filter(({ code }) => code !== "").length;
  if (indicators > MOST_INDICATORS)
    throw new DocumentRefused("too-large", {
      vi: `Bảng có ${indicators.toLocaleString("vi-VN")} dòng đánh số, quá ${MOST_INDICATORS.toLocaleString("vi-VN")}. Chỉ giữ lại bảng chỉ số rồi thử lại.`,
      en: `The tables have ${indicators.toLocaleString("en-US")} numbered rows, more than ${MOST_INDICATORS.toLocaleString("en-US")}. Keep only the table of indicators and try again.`,
    });
  const characters = rows.reduce(
    (sum, { cells }) => cells.reduce((total, { text }) => total + text.length, sum),
    0,
  );
  if (characters > MOST_CHARACTERS)
    throw new DocumentRefused("too-large", {
      vi: `Các bảng có ${characters.toLocaleString("vi-VN")} ký tự, quá ${MOST_CHARACTERS.toLocaleString("vi-VN")}. Chỉ giữ lại bảng chỉ số rồi thử lại.`,
      en: `The tables have ${characters.toLocaleString("en-US")} characters, more than ${MOST_CHARACTERS.toLocaleString("en-US")}. Keep only the table of indicators and try again.`,
    });
}

/** The text of a set's own YAML or JSON; undefined for anything else. */
function ownYaml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (!/^(?:opendti\s*:|\{\s*"opendti"\s*:)/.test(head.slice(beginOf(head)))) return undefined;
  return new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
}

/** Where the first line begins that is neither blank nor a comment. */
function beginOf(text: string): number {
  let at = 0;
  for (;;) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    if (line !== "" && !line.startsWith("#")) return text.startsWith("\uFEFF", at) ? at + 1 : at;
    if (end < 0) return text.length;
    at = end + 1;
  }
}

/** A set that was written by OpenDTI: nothing is read anew. Problems of an edited one are findings. */
function fromSource(
  loaded: ReturnType<typeof loadSet>,
  options: ImportOptions,
  text: string | undefined,
): ImportedDocument {
  if (!loaded.ok)
    return {
      sets: [],
      findings: loaded.problems.map(
        (problem): ImportFinding => ({
          ...importFinding("set-unreadable", problem.at ?? "", problem.message, undefined),
          file: problem.file,
          line: problem.line,
          column: problem.column,
        }),
      ),
    };
  const { source } = loaded.value;
  const renamed = options.id !== undefined && options.id !== source.id;
  const set: SetSource = renamed ? { ...source, id: options.id ?? source.id } : source;
  const yaml = text !== undefined && !renamed ? text : yamlOf(set, `Nhập từ tệp ${options.name}`);
  const findings = checkedFindings(yaml, [], [], new Map());
  const indicators = set.indicators.flatMap((pillar) =>
    pillar.children ? pillar.children.flatMap(listed) : listed(pillar),
  );
  return { sets: [{ id: set.id, set, yaml, cases: [], plans: [], indicators, findings }], findings: [] };
}

function listed(source: SetSource["indicators"][number]): ImportedIndicator[] {
  const own: ImportedIndicator = {
    code: source.key ?? source.code,
    title: source.title,
    max: source.max === undefined ? null : String(source.max),
    status: "certain",
    question: null,
    place: {},
    text: source.text ?? "",
    reading: null,
  };
  return [own, ...(source.children ?? []).flatMap(listed)];
}
