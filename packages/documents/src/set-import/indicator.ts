/** One row of the tree as an indicator of the set: its words, its maximum, and its rule as the prose reader reads it. */
import { loadSet, type Message, type SetSource } from "@opendti/engine";
import { type RuleReading, readRuleText } from "@opendti/prose";
import type { Coded } from "./arrange.js";
import { importFinding } from "./findings.js";
import { bearsOnPoints, isNote, type NoteBelow, noteQuestion } from "./notes-below.js";
import { readMaximum } from "./points.js";
import type { ProfileFact } from "./profile.js";
import { layOutRule } from "./rule-lines.js";
import { numberOf } from "./statements.js";
import type { TreeNode } from "./tree.js";
import type { ImportedIndicator, ImportFinding, IndicatorStatus } from "./types.js";
import { oneLine } from "./words.js";

export type IndicatorSource = SetSource["indicators"][number];

export interface BuiltIndicators {
  readonly sources: IndicatorSource[];
  readonly indicators: ImportedIndicator[];
  readonly findings: ImportFinding[];
}

export interface IndicatorContext {
  readonly codes: ReadonlyMap<TreeNode, Coded>;
  readonly profile: readonly ProfileFact[];
  readonly notes: readonly NoteBelow[];
}

/** The indicators of scored pillars; every leaf has points, or is said to have none. */
export function scoredIndicators(pillars: readonly TreeNode[], context: IndicatorContext): BuiltIndicators {
  const built: BuiltIndicators = { sources: [], indicators: [], findings: [] };
  for (const pillar of pillars) built.sources.push(indicatorOf(pillar, true, true, context, built));
  return built;
}

function indicatorOf(
  node: TreeNode,
  isPillar: boolean,
  scoredAbove: boolean,
  context: IndicatorContext,
  into: BuiltIndicators,
): IndicatorSource {
  const coded = context.codes.get(node) ?? { code: node.printed, key: undefined };
  const at = coded.key ?? coded.code;
  const max = maxOf(node, at, into.findings);
  const scored = scoredAbove && hasPoints(node);
  const leaf = node.children.length === 0;
  const text = ruleText(node);
  const title = titleOrCode(node.title, node, at, into.findings);
  const noted = leaf ? notesOn(node, coded.code, at, context.notes, into.findings) : undefined;
  const read = withNote(readRule(node, coded.code, title, text, max, leaf && scored, context), noted);
  if (!isPillar || leaf)
    into.indicators.push({
      code: at,
      title,
      max: scored ? (max ?? null) : null,
      status: read.status,
      question: read.question,
      place: node.place,
      text,
      reading: read.reading,
    });
  if (leaf && scoredAbove && !scored) noPoints(node, at, into.findings);
  const children = node.children.map((child) => indicatorOf(child, false, scored, context, into));
  const note = read.question && text !== "" ? `Cần người xem: ${read.question.vi}` : undefined;
  return {
    code: coded.code,
    ...(coded.key === undefined ? {} : { key: coded.key }),
    title,
    ...(node.heading === undefined ? {} : { heading: oneLine(node.heading) }),
    ...(max === undefined || !scored ? {} : { max: numberOf(max) }),
    ...(scored ? {} : { scored: false }),
    ...(text === "" ? {} : { text }),
    ...(note === undefined || !leaf ? {} : { note }),
    ...(leaf ? read.source : {}),
    ...(children.length > 0 ? { children } : {}),
  };
}

function maxOf(node: TreeNode, at: string, findings: ImportFinding[]): string | undefined {
  const printed = node.row?.max ?? "";
  if (printed === "" || /^[-–…./\s]+$/.test(printed)) return undefined;
  const read = readMaximum(printed);
  if (read !== undefined) return read;
  findings.push(
    importFinding(
      "max-unreadable",
      at,
      {
        vi: `Điểm tối đa in là "${oneLine(printed)}", không đọc được thành số. Ghi điểm tối đa vào max của ${at}.`,
        en: `The maximum is printed as "${oneLine(printed)}", which is no number. Put the maximum of ${at} into max.`,
      },
      node.place,
      { found: oneLine(printed) },
    ),
  );
  return undefined;
}

/** Whether the row, or a row below it, prints points. */
function hasPoints(node: TreeNode): boolean {
  return readMaximum(node.row?.max ?? "") !== undefined || node.children.some(hasPoints);
}

function noPoints(node: TreeNode, at: string, findings: ImportFinding[]): void {
  findings.push(
    importFinding(
      "max-missing-here",
      at,
      {
        vi: `Bảng không in điểm tối đa của ${at}; nhập như mục không chấm điểm (scored: false). Nếu mục này có điểm, ghi max và bỏ scored.`,
        en: `The table prints no maximum for ${at}; it is imported without points (scored: false). If it has points, write max and remove scored.`,
      },
      node.place,
    ),
  );
}

/** The printed title; where there is none, the code in brackets, and a finding. */
export function titleOrCode(printed: string, node: TreeNode, at: string, findings: ImportFinding[]): string {
  const title = oneLine(printed);
  if (title !== "") return title;
  findings.push(
    importFinding(
      "title-missing",
      at,
      {
        vi: `Không thấy tên của ${at} trong bảng. Ghi tên vào title.`,
        en: `The table gives no title for ${at}. Write it into title.`,
      },
      node.place,
    ),
  );
  return `(${at})`;
}

/** A note that names the indicator, or that stands in a row under it. */
function notesOn(
  node: TreeNode,
  code: string,
  at: string,
  notes: readonly NoteBelow[],
  findings: ImportFinding[],
): string | undefined {
  const row = node.parts.find(({ title }) => isNote(title) && bearsOnPoints(title));
  if (row) {
    const words = oneLine(row.title);
    findings.push(
      importFinding("note-below", at, noteQuestion(words), row.place, { found: words.slice(0, 300) }),
    );
    return words;
  }
  return notes.find(({ codes }) => codes.some((one) => one === code || one === node.printed))?.text;
}

function withNote(read: ReadRule, note: string | undefined): ReadRule {
  if (note === undefined || read.status !== "certain" || read.reading === null) return read;
  return { ...read, status: "doubtful", question: noteQuestion(note) };
}

/** The decision's own words of the rule: the cell, and the options that are rows of their own. */
function ruleText(node: TreeNode): string {
  const options = node.options.map((row) => {
    const words = [row.title, row.rule].filter((part) => part !== "").join(": ");
    return row.max === "" || /\d\s*(?:điểm|đ)\b/iu.test(words) ? `- ${words}` : `- ${words}: ${row.max} điểm`;
  });
  return layOutRule([node.row?.rule ?? "", ...options].filter((part) => part !== "").join("\n"));
}

interface ReadRule {
  readonly status: IndicatorStatus;
  readonly question: Message | null;
  readonly reading: RuleReading | null;
  readonly source: Partial<IndicatorSource>;
}

const NO_TEXT: Message = {
  vi: "Bảng không in cách tính điểm; thẩm định viên cho điểm (manual) cho đến khi có quy tắc.",
  en: "The table prints no rule; an appraiser gives the points (manual) until there is one.",
};

function readRule(
  node: TreeNode,
  code: string,
  title: string,
  text: string,
  max: string | undefined,
  scoredLeaf: boolean,
  { codes, profile }: IndicatorContext,
): ReadRule {
  const leaf = node.children.length === 0;
  const manual: Partial<IndicatorSource> = scoredLeaf ? { rule: { manual: {} } } : {};
  if (text === "")
    return leaf && scoredLeaf
      ? { status: "unread", question: NO_TEXT, reading: null, source: manual }
      : {
          status: leaf && node.row?.unsure ? "doubtful" : "certain",
          question: leaf && node.row?.unsure ? WORDS_UNSURE : null,
          reading: null,
          source: {},
        };
  const children = node.children.map((child) => codes.get(child)?.code ?? child.printed);
  const facts = profile.map(({ id, label }) => ({ id, label }));
  const reading = readRuleText({ text, title, code, max: max ?? null, children, profile: facts });
  const question = questionOf(reading);
  if (!leaf)
    return reading.sumsChildren || reading.rule === null
      ? { status: reading.sumsChildren ? "certain" : reading.status, question, reading, source: {} }
      : { status: "doubtful", question: question ?? BESIDE_CHILDREN, reading, source: {} };
  const source = sourceOf(reading);
  if (source === undefined || !runs(source, max, profile)) {
    const status = reading.status === "certain" ? "unread" : reading.status;
    return {
      status: source === undefined ? status : "unread",
      question: question ?? UNREAD,
      reading,
      source: manual,
    };
  }
  const unsure = [node.row, ...node.options].some((row) => row?.unsure === true);
  if (unsure && reading.status === "certain")
    return { status: "doubtful", question: WORDS_UNSURE, reading, source };
  return {
    status: reading.status,
    question: reading.status === "certain" ? null : (question ?? UNREAD),
    reading,
    source,
  };
}

const WORDS_UNSURE: Message = {
  vi: "Chưa chắc lời văn này đủ và của đúng chỉ số này: bảng không còn đường kẻ ô, hoặc trong ô có một bảng con. So với văn bản gốc rồi xác nhận.",
  en: "It is not sure that these words, all of them, are of this indicator: the table has lost its lines, or the cell holds a table of its own. Compare them with the document and confirm.",
};

const UNREAD: Message = {
  vi: "Không đọc được cách tính điểm thành quy tắc; thẩm định viên cho điểm (manual) cho đến khi có quy tắc.",
  en: "The words could not be read as a rule; an appraiser gives the points (manual) until there is one.",
};

const BESIDE_CHILDREN: Message = {
  vi: "Mục này có mục con, và lời văn còn nêu cách tính điểm của chính nó; hệ thống cộng điểm các mục con. Xem có đúng ý văn bản không.",
  en: "The row has rows below it, and its words state a rule of its own as well; the rows below are added up. See whether that is meant.",
};

function questionOf(reading: RuleReading): Message | null {
  if (reading.questions.length === 0) return reading.status === "certain" ? null : UNREAD;
  return {
    vi: reading.questions.map(({ text }) => text.vi).join(" "),
    en: reading.questions.map(({ text }) => text.en).join(" "),
  };
}

/** What the reading writes into the set; undefined when it gives nothing that runs. */
function sourceOf(reading: RuleReading): Partial<IndicatorSource> | undefined {
  const { rule, inputs, exceptions, condition } = reading;
  if (rule === null && condition === undefined) return undefined;
  return {
    ...(inputs.length > 0 ? { inputs: [...inputs] } : {}),
    ...(rule === null ? {} : { rule }),
    ...(exceptions.length > 0 ? { exceptions: [...exceptions] } : {}),
    ...(reading.notApplicable === undefined ? {} : { not_applicable: reading.notApplicable }),
    ...(reading.bonus ? { bonus: true } : {}),
    ...(condition === undefined ? {} : { condition }),
  };
}

/** Whether the engine takes the rule: what it refuses is never written into a set. */
function runs(
  source: Partial<IndicatorSource>,
  max: string | undefined,
  profile: readonly ProfileFact[],
): boolean {
  const alone = {
    opendti: 1,
    id: "x",
    version: 1,
    status: "draft",
    title: "x",
    legal_basis: [{ issuer: "x", title: "x" }],
    years: { from: 2000 },
    applies_to: ["x"],
    ranking: { on: "rounded" },
    profile,
    indicators: [
      { code: "1", title: "x", children: [{ code: "1.1", title: "x", max: max ?? 10, ...source }] },
    ],
  };
  return loadSet(JSON.stringify(alone)).ok;
}
