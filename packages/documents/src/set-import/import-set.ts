/** From a document to whole sets: tables to trees, trees to rules, and everything that stands beside them. */
import type { DataSource, PlanSource, SetSource } from "@opendti/engine";
import type { SourceDocument } from "../blocks/types.js";
import type { RecognisedTable } from "../columns/types.js";
import { issuerOf, rankOf, unitNameOf } from "./about.js";
import { caseOf } from "./case.js";
import { importFinding, placeWords } from "./findings.js";
import { checkedFindings } from "./findings-of-set.js";
import { loadable } from "./loadable.js";
import { outsideFindings } from "./notes-below.js";
import { planOf } from "./plan.js";
import { profileAnswers } from "./profile-lines.js";
import { chooseRounding } from "./rounding.js";
import { type SectionSet, sectionSet } from "./section-set.js";
import { sectionsOf } from "./sections.js";
import type { ImportedDocument, ImportedFile, ImportedSet, ImportFinding, ImportOptions } from "./types.js";
import { fold, slugOf } from "./words.js";
import { yamlOf } from "./yaml.js";

/**
 * Imports every set of a document: the same document gives the same sets, to the byte. Where the document has no table of
 * indicators, `sets` is empty and `findings` says so.
 * @param tables as {@link recogniseTables} gives them for this document.
 */
export function importSets(
  document: SourceDocument,
  tables: readonly RecognisedTable[],
  options: ImportOptions,
): ImportedDocument {
  const sections = sectionsOf(document, tables);
  const notes = document.notes
    .filter(({ severity }) => severity === "warning")
    .map(({ message, place }) => importFinding("document-note", "", message, place));
  if (sections.length === 0) return { sets: [], findings: [...notes, noTable(document, options.name)] };
  const opening = (sections[0]?.before ?? []).map(({ text }) => text);
  const taken = new Set<string>();
  const made = sections
    .map((section) => sectionSet(section, opening, options.name, taken))
    .filter(({ source }) => source.indicators.length > 0);
  if (made.length === 0) return { sets: [], findings: [...notes, noTable(document, options.name)] };
  const { id } = options;
  if (id === undefined) return { sets: made.map((one) => finish(one, options.name)), findings: notes };
  const [only] = made;
  if (made.length === 1 && only)
    return { sets: [finish({ ...only, source: { ...only.source, id } }, options.name)], findings: notes };
  const chosen = made.filter(({ source }) => source.id === id);
  const findings =
    chosen.length === 0
      ? [
          ...notes,
          notInDocument(
            id,
            made.map(({ source }) => source.id),
          ),
        ]
      : notes;
  return { sets: chosen.map((one) => finish(one, options.name)), findings };
}

/** The whole set: its case and plan, the rounding that its published numbers show, and what the engine says of it all. */
function finish(given: SectionSet, name: string): ImportedSet {
  const {
    source,
    loaded,
    indicators,
    findings: refused,
  } = loadable(given.source, given.indicators, given.places);
  const made = { ...given, source };
  const findings = [...made.findings, ...refused];
  const found = readCase(made, loaded.set, name);
  if (found) findings.push(...found.findings);
  const cases = found ? [fileOf("cases", found.data.case ?? "", found.data, name)] : [];
  const set = rounded(source, cases, made.words, findings);
  const inputs = new Map(loaded.set.nodes.map((node) => [node.key, node.inputs.map((fact) => fact.id)]));
  const { pillars, codes } = made.arranged;
  const planned = planOf(pillars, codes, (code) => inputs.get(code) ?? [], planHead(made, name));
  if (planned) findings.push(...planned.findings);
  const plans = planned ? [fileOf("plans", planned.plan.plan, planned.plan, name)] : [];
  const yaml = yamlOf(set, headOf(name));
  findings.push(...checkedFindings(yaml, cases, plans, made.places));
  return { id: set.id, set, yaml, cases, plans, indicators, findings };
}

function readCase(
  made: SectionSet,
  set: Parameters<typeof caseOf>[2],
  name: string,
): ReturnType<typeof caseOf> {
  const { source, words, facts, lines } = made;
  const profile = profileAnswers(facts, lines);
  const title = unitNameOf(
    typeof profile["name"] === "string" ? profile["name"] : undefined,
    source.applies_to,
    words,
  );
  const unit = slugOf(title ?? "") || "don-vi";
  const year = made.scoreYear ?? source.years.from;
  return caseOf(
    made.arranged.pillars,
    made.arranged.codes,
    set,
    {
      case: `${unit}-${year}`,
      title: title === undefined ? source.title : `${source.title}: ${title}`,
      set: source.id,
      year,
      source: `Nhập từ tệp ${name}`,
      unit,
      unitTitle: title,
      unitKind: source.applies_to[0],
    },
    { profile, given: made.form?.answers ?? new Map(), signatures: made.signed, rank: rankOf(words) },
  );
}

function rounded(
  source: SetSource,
  cases: readonly ImportedFile<DataSource>[],
  words: readonly string[],
  findings: ImportFinding[],
): SetSource {
  if (source.kind !== "scored") return source;
  const units = cases.flatMap(({ data }) => data.units);
  const { rounding, from } = chooseRounding(source, units, words);
  if (from !== "words")
    findings.push(
      importFinding(
        "rounding-assumed",
        "",
        {
          vi: `${rounding.note ?? ""} Hỏi cơ quan ban hành, hoặc sửa rounding.`,
          en: `The document does not say how to round; ${from === "scores" ? "what agrees with most of its printed scores was taken" : "two digits, half up, sums of rounded scores were taken"}. Ask the issuer, or mend rounding.`,
        },
        undefined,
      ),
    );
  const { indicators, profile, groups, ranking, signatures, ...head } = source;
  return {
    ...head,
    rounding,
    ...(ranking ? { ranking } : {}),
    ...(groups ? { groups } : {}),
    ...(profile ? { profile } : {}),
    indicators,
    ...(signatures ? { signatures } : {}),
  };
}

function planHead(made: SectionSet, name: string): Parameters<typeof planOf>[3] {
  const { source, words } = made;
  const text = words.map(fold).join("\n");
  const issuer = issuerOf(words);
  // "Ủy ban nhân dân tỉnh" alone is that of the province the document speaks of.
  const named = issuer?.endsWith(" tỉnh") ? unitNameOf(undefined, ["tinh"], words) : undefined;
  const province = named?.replace(/^Tỉnh/, "") ?? "";
  return {
    plan: `${source.id}-phan-cong`.slice(0, 80),
    set: source.id,
    title: `Phân công thực hiện: ${source.title}`,
    issuer: issuer === undefined ? "Chưa rõ cơ quan ban hành" : `${issuer}${province}`,
    source: `Nhập từ tệp ${name}`,
    years: { from: source.years.from },
    reporting: /\b(?:hang|moi|dinh ky hang|dinh ky) quy\b/.test(text)
      ? "quarterly"
      : /\bcuoi nam\b|\bhang nam\b/.test(text)
        ? "yearly"
        : undefined,
  };
}

function fileOf<Data extends DataSource | PlanSource>(
  folder: string,
  stem: string,
  data: Data,
  name: string,
): ImportedFile<Data> {
  return { path: `${folder}/${slugOf(stem) || "nhap"}.yaml`, data, yaml: yamlOf(data, headOf(name)) };
}

function headOf(name: string): string {
  return `Nhập từ tệp ${name.replace(/\s+/g, " ")} bằng lệnh "opendti sets import".\nBản nháp: soát các chỗ còn ngờ trong report.md trước khi ban hành.`;
}

function noTable(document: SourceDocument, name: string): ImportFinding {
  const tables = document.blocks.filter((block) => block.kind === "table");
  const prose = outsideFindings(
    [],
    document.blocks.filter((block) => block.kind === "paragraph"),
  )[0];
  if (prose) return { ...prose, severity: "error", code: "no-indicator-table" };
  const [first] = tables;
  const place = first?.kind === "table" ? first.table.place : undefined;
  const where = placeWords(place);
  return importFinding(
    "no-indicator-table",
    "",
    {
      vi: `Không thấy bảng chỉ số nào trong ${name} (${tables.length} bảng${where.vi === "" ? "" : `, bảng đầu ở ${where.vi}`}). Bảng cần có dòng tiêu đề với cột tên chỉ số (Chỉ số, Tiêu chí, Nội dung) và cột điểm tối đa hoặc cách tính điểm.`,
      en: `No table of indicators was found in ${name} (${tables.length} tables${where.en === "" ? "" : `, the first at ${where.en}`}). A table needs a heading row with a column of titles (Chỉ số, Tiêu chí, Nội dung) and one of maxima or of rules.`,
    },
    place,
  );
}

function notInDocument(id: string, ids: readonly string[]): ImportFinding {
  return importFinding(
    "set-not-in-document",
    "",
    {
      vi: `Văn bản có ${ids.length} bộ chỉ số, không có bộ nào mang id "${id}". Chọn một trong: ${ids.join(", ")}.`,
      en: `The document holds ${ids.length} sets, none with the id "${id}". Choose one of: ${ids.join(", ")}.`,
    },
    undefined,
    { found: id },
  );
}
