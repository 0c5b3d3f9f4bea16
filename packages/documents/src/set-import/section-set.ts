/** One section of a document as a set, without what depends on published numbers: frame, profile, indicators. */
import type { SetSource } from "@opendti/engine";
import type { Place } from "../blocks/types.js";
import { unitKindsOf, yearsOf } from "./about.js";
import { type Arranged, arrange } from "./arrange.js";
import { importFinding } from "./findings.js";
import { type BuiltForm, formIndicators, signaturesOf } from "./form.js";
import { type BuiltIndicators, scoredIndicators } from "./indicator.js";
import { basisQuestion, basisUnknown, issuerOfBlank, type LegalBasis, legalBasisOf } from "./legal-basis.js";
import { bearsOnPoints, notesBelow, outsideFindings } from "./notes-below.js";
import { readMaximum } from "./points.js";
import { type ProfileFact, type ProfileLine, profileOf } from "./profile.js";
import { profileLinesOf } from "./profile-lines.js";
import type { SheetRow } from "./rows.js";
import { type Section, treeTables } from "./sections.js";
import { declaredBy } from "./statements.js";
import { titleOf } from "./title.js";
import { buildTree, type Tree, type TreeNode } from "./tree.js";
import type { ImportedIndicator, ImportFinding } from "./types.js";
import { freeName, oneLine, plainWords, slugOf } from "./words.js";

export interface SectionSet {
  /** Without rounding, which is chosen by the published numbers. */
  readonly source: SetSource;
  readonly form: BuiltForm | undefined;
  readonly arranged: Arranged;
  readonly lines: readonly ProfileLine[];
  readonly facts: readonly ProfileFact[];
  readonly signed: Record<string, Record<string, string>> | undefined;
  readonly indicators: readonly ImportedIndicator[];
  readonly findings: ImportFinding[];
  readonly places: ReadonlyMap<string, Place>;
  /** Of the latest published scores. */
  readonly scoreYear: number | undefined;
  /** All words that speak about this set. */
  readonly words: readonly string[];
}

/**
 * Builds the set of a section.
 * @param opening the paragraphs that open the document: they name the legal basis of all its sets.
 * @param taken ids of the document's other sets.
 */
export function sectionSet(
  section: Section,
  opening: readonly string[],
  name: string,
  taken: Set<string>,
): SectionSet {
  const tree = buildTree(treeTables(section));
  const arranged = arrange(tree);
  const lines = profileLinesOf(section, arranged);
  const facts = profileOf(lines);
  const scored = arranged.pillars.some(hasPoints);
  const form = scored
    ? undefined
    : formIndicators(
        arranged.pillars,
        section.lists,
        arranged.codes,
        section.after.map(({ text }) => text),
      );
  const notes = form ? [] : notesBelow(section.after);
  const built: BuiltIndicators | BuiltForm =
    form ?? scoredIndicators(arranged.pillars, { codes: arranged.codes, profile: facts, notes });
  const near = section.before.map(({ text }) => text);
  const after = section.after.map(({ text }) => text);
  const headings = section.tables.flatMap(({ table }) => table.columns.map(({ heading }) => heading));
  const captions = section.tables.flatMap(({ table }) => (table.caption === null ? [] : [table.caption]));
  const words = [...new Set([...opening, ...captions, ...near, ...headings, ...after])];
  const findings: ImportFinding[] = [...impliedFindings(tree, arranged), ...built.findings];
  const title = titleOf(section.before, captions, [...near, ...after, ...opening]);
  findings.push(...(form ? rulesWithoutMax(section) : outsideFindings(notes, section.after)));
  if (title === undefined) findings.push(titleAssumed(name));
  const shown = title ?? bareName(name);
  const scoreYears = section.tables.flatMap(({ table }) => table.columns.flatMap(({ year }) => year ?? []));
  const { years, said } = yearsOf(shown, scoreYears, words);
  const scoreYear = scoreYears.length > 0 ? Math.max(...scoreYears) : undefined;
  if (!said) findings.push(yearsAssumed(years.from));
  const basis = basisFor(words, name, findings);
  const ownWords = [...near, ...captions, ...(section.last ? after : []), ...(section.first ? opening : [])];
  const declared = declaredFor(section, tree, arranged, ownWords);
  const signatures = form ? signaturesOf(after) : undefined;
  const source: SetSource = {
    opendti: 1,
    id: freeName(slugOf(shown) || "bo-chi-so", taken, "-"),
    version: 1,
    status: "draft",
    kind: scored ? "scored" : "form",
    title: shown,
    language: "vi",
    legal_basis: basis,
    years,
    applies_to: unitKindsOf(shown, titlesOf(arranged.pillars), near),
    ...(declared && scored ? { declared } : {}),
    ...(scored ? { ranking: { on: "rounded" as const } } : {}),
    ...(scored ? groupsOf(arranged, section) : {}),
    ...(facts.length > 0 ? { profile: [...facts] } : {}),
    indicators: built.sources,
    ...(signatures ? { signatures: signatures.signatures } : {}),
  };
  return {
    source,
    form,
    arranged,
    lines,
    facts,
    signed: signatures?.given,
    indicators: built.indicators,
    findings,
    places: placesOf(arranged),
    words,
    scoreYear,
  };
}

function hasPoints(node: TreeNode): boolean {
  return readMaximum(node.row?.max ?? "") !== undefined || node.children.some(hasPoints);
}

function titlesOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => [node.title, ...titlesOf(node.children)]);
}

/** Groups of pillars: headings over pillars in the table itself, or in the table that sums up. */
function groupsOf({ groups, codes, pillars }: Arranged, section: Section): Pick<SetSource, "groups"> {
  const own = groups.map(({ node, pillars: members }) => ({
    code: node.printed,
    title: node.title,
    members,
  }));
  const found = own.length > 0 ? own : summaryGroups(section, pillars);
  const grouped = new Set(found.flatMap(({ members }) => members));
  // Groups that leave a pillar out are no groups of the set.
  if (found.length < 2 || pillars.some((pillar) => hasPoints(pillar) && !grouped.has(pillar))) return {};
  const taken = new Set<string>();
  return {
    groups: found.map(({ code, title, members }) => ({
      key: freeName(slugOf(title, 40) || "nhom", taken, "-"),
      ...(code === "" ? {} : { code }),
      title: oneLine(title) || `Nhóm ${code}`,
      pillars: members.map((pillar) => codes.get(pillar)?.code ?? pillar.printed),
    })),
  };
}

interface PillarGroup {
  readonly code: string;
  readonly title: string;
  readonly members: TreeNode[];
}

function summaryGroups({ summaries }: Section, pillars: readonly TreeNode[]): PillarGroup[] {
  const found: PillarGroup[] = [];
  for (const row of summaries.flatMap(({ rows }) => rows)) {
    if (row.kind === "group" && row.max === "") found.push({ code: row.code, title: row.title, members: [] });
    const pillar = pillars.find(
      (one) => one.printed === row.code && plainWords(one.title) === plainWords(row.title),
    );
    if (pillar) found.at(-1)?.members.push(pillar);
  }
  return found.filter(({ members }) => members.length > 0);
}

function declaredFor(
  section: Section,
  tree: Tree,
  { pillars, codes, wrapper }: Arranged,
  paragraphs: readonly string[],
): SetSource["declared"] {
  const named = pillars.map((node) => ({ node, code: codes.get(node)?.code ?? node.printed }));
  const totals = wrapper?.row ? [...tree.totals, wrapper.row] : tree.totals;
  const summary = section.summaries.flatMap(({ rows }) => rows);
  const headings = section.summaries.flatMap(({ table }) => table.columns.map(({ heading }) => heading));
  return declaredBy([...paragraphs, ...headings], summary, totals, named);
}

function basisFor(words: readonly string[], name: string, findings: ImportFinding[]): LegalBasis {
  const blank = issuerOfBlank(words);
  const found = legalBasisOf(words);
  const basis =
    found ?? (blank ? [{ issuer: blank.issuer, title: blank.words }] : basisUnknown(name, undefined));
  const question = basisQuestion(basis);
  if (question) findings.push(importFinding("legal-basis-incomplete", "", question, undefined));
  return basis;
}

/** Numbers that no row prints, and rows that print no number. */
function impliedFindings(tree: Tree, { pillars, codes }: Arranged): ImportFinding[] {
  const findings: ImportFinding[] = [];
  const visit = (node: TreeNode): void => {
    const coded = codes.get(node);
    const at = coded?.key ?? coded?.code ?? node.printed;
    if (tree.implied.has(node))
      findings.push(
        importFinding(
          "code-implied",
          at,
          {
            vi: `Không dòng nào in số ${at}; mục này được lập từ số của các dòng bên dưới, tên lấy từ tiêu đề trên bảng.`,
            en: `No row prints the number ${at}; it was made from the numbers below it, its title from the heading above the table.`,
          },
          node.place,
        ),
      );
    else if (node.printed === "")
      findings.push(
        importFinding(
          "code-missing",
          at,
          {
            vi: `Dòng "${oneLine(node.title)}" không in số thứ tự; đã đặt là ${at}. Kiểm tra lại thứ tự.`,
            en: `The row "${oneLine(node.title)}" prints no number; it was given ${at}. Check the order.`,
          },
          node.place,
          { found: "" },
        ),
      );
    for (const child of node.children) visit(child);
  };
  for (const pillar of pillars) visit(pillar);
  for (const row of tree.leftOut) findings.push(rowLeftOut(row));
  return findings;
}

function rowLeftOut(row: SheetRow): ImportFinding {
  const title = oneLine(row.title);
  return importFinding(
    "row-left-out",
    "",
    {
      vi: `Dòng "${title}" đứng như một tiêu đề nhưng không có mục nào bên dưới; không đưa vào bộ chỉ số. Nếu là chỉ số, thêm vào set.yaml.`,
      en: `The row "${title}" stands as a heading with nothing below it and is not in the set. If it is an indicator, add it to set.yaml.`,
    },
    row.place,
    { found: title },
  );
}

function placesOf({ codes }: Arranged): Map<string, Place> {
  return new Map([...codes].map(([node, { code, key }]) => [key ?? code, node.place]));
}

function bareName(name: string): string {
  return oneLine(name.replace(/\.[a-z0-9]{1,5}$/i, "").replace(/[_-]+/g, " ")) || "Bộ chỉ số";
}

/** Words of rules in a table that prints no points: it became a form, which has no rules. */
function rulesWithoutMax({ tables }: Section): ImportFinding[] {
  const rows = tables.flatMap((read) => read.rows).filter(({ rule }) => bearsOnPoints(rule));
  const [first] = rows;
  if (!first) return [];
  return [
    importFinding(
      "max-nowhere",
      "",
      {
        vi: `Có ${rows.length} dòng nêu cách tính điểm nhưng không thấy điểm tối đa ở cột hay tên nào, nên bảng được nhập như biểu kê khai, không có quy tắc chấm. Thêm cột "Điểm tối đa" vào bảng rồi nhập lại.`,
        en: `${rows.length} rows say how points are given, and no column or title prints a maximum, so the table was imported as a form without rules. Add a column "Điểm tối đa" and import again.`,
      },
      first.place,
    ),
  ];
}

function titleAssumed(name: string): ImportFinding {
  return importFinding(
    "title-from-file",
    "",
    {
      vi: `Văn bản không có dòng nào là tên của bộ chỉ số; tạm lấy tên tệp "${name}". Sửa title.`,
      en: `No line of the document names the set; the file's name "${name}" stands in. Mend title.`,
    },
    undefined,
  );
}

function yearsAssumed(year: number): ImportFinding {
  return importFinding(
    "years-assumed",
    "",
    {
      vi: `Văn bản không nói năm áp dụng của bộ chỉ số; tạm ghi từ năm ${year}. Sửa years.`,
      en: `The document does not say for which years the set holds; from ${year} stands in. Mend years.`,
    },
    undefined,
    { found: String(year) },
  );
}
