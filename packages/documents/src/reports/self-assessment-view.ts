/** A unit's self-assessment as the report prints it, row by row: what the paper and a province's own template are both made from. */
import {
  type CompiledSet,
  exact,
  formatNumber,
  formatPercent,
  indicatorSource,
  type Node,
  type OutlineInput,
  type OutlineRow,
  outlineOf,
  parseExact,
  type Rational,
  type TraceStep,
} from "@opendti/engine";
import type { DeclaredEvidence } from "./declared.js";
import { evidenceInWords, MISSING, type StoredWords, storedWords, valueInWords } from "./declared-words.js";
import type { SelfAssessmentReport } from "./self-assessment-input.js";

export interface AssessmentView {
  readonly profile: readonly ProfileLine[];
  readonly pillars: readonly PillarView[];
  /** Points with the decimal comma; absent where the set gives none. */
  readonly total: string | undefined;
  readonly max: string | undefined;
}

export interface ProfileLine {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly missing: boolean;
}

export interface PillarView {
  /** Of the group that begins with it: "Nhóm chỉ số nền tảng". */
  readonly group: string | undefined;
  readonly code: string;
  readonly title: string;
  readonly max: string;
  readonly score: string;
  readonly rows: readonly IndicatorView[];
}

export interface IndicatorView {
  readonly code: string;
  readonly title: string;
  /** An unnumbered heading above it. */
  readonly heading: string | undefined;
  /** Sums others below it. */
  readonly parent: boolean;
  readonly max: string;
  /** What is declared where one thing is, the ratio where the rule divides, or why there is nothing. */
  readonly declared: string;
  readonly missing: boolean;
  readonly rule: string;
  readonly evidence: readonly string[];
  readonly score: string;
  readonly inputs: readonly InputView[];
}

export interface InputView {
  /** `a`, where the decision's text letters it. */
  readonly letter: string;
  readonly label: string;
  readonly value: string;
  readonly missing: boolean;
  /** Of a part that has points of its own. */
  readonly max: string;
  readonly score: string;
  /** Too long for a narrow column. */
  readonly long: boolean;
}

/** Letters that a decision prints; `p1` and `e1` are ours. */
const LETTERED = /^[a-df-oq-z]\d*$|^[ep]$/;

const LONG = 120;

/** Reads the report's input into rows, in the order of the set. */
export function viewOf(report: SelfAssessmentReport): AssessmentView {
  const { set, score, answers } = report;
  const rows = outlineOf(set);
  const stored = storedWords(answers);
  return {
    profile: profileOf(report, stored),
    pillars: set.pillars.flatMap((pillar) => {
      const top = rows[pillar];
      return top === undefined ? [] : [pillarOf(report, rows, top, stored)];
    }),
    total: set.scored ? formatNumber(score.total, "vi") : undefined,
    max: set.scored ? formatNumber(set.max, "vi") : undefined,
  };
}

function profileOf({ set, facts }: SelfAssessmentReport, stored: StoredWords): ProfileLine[] {
  return set.profile.map((fact, at) => {
    const code = set.source.profile?.find(({ id }) => id === fact.id)?.code;
    const value = valueInWords({ fact, columns: [] }, facts, stored(["profile"], fact.id), false);
    return {
      code: code ?? String(at + 1),
      label: fact.label,
      value: value ?? MISSING,
      unit: fact.unit ?? "",
      missing: value === undefined,
    };
  });
}

function pillarOf(
  report: SelfAssessmentReport,
  rows: readonly OutlineRow[],
  top: OutlineRow,
  stored: StoredWords,
): PillarView {
  const { set } = report;
  const { node } = top;
  const group = set.groups.find(({ pillars }) => pillars[0] === node.index);
  const below = rows.filter((row) => row !== top && isBelow(set.nodes, row.node, node.index));
  // A pillar that is an indicator itself has a row of its own; so has what is declared or brought beside its title.
  const names = namesOf(set, node);
  const beside = top.inputs.length > 0 || report.evidence.some(({ code }) => names.includes(code));
  const own = node.children.length === 0 || beside ? [top] : [];
  return {
    group: group?.title,
    code: node.code,
    title: node.title,
    max: pointsOf(node, node.max),
    score: scoreOf(report, node),
    rows: [...own, ...below].map((row) => indicatorOf(report, row, stored)),
  };
}

/** What answers and evidence call an indicator: its key, or its code, which means the first where a document prints it twice. */
function namesOf(set: CompiledSet, { code, key, index }: Node): string[] {
  return set.nodeOf.get(code) === index ? [code, key] : [key];
}

function isBelow(nodes: readonly Node[], node: Node, top: number): boolean {
  let parent = node.parent;
  while (parent !== undefined && parent !== top) parent = nodes[parent]?.parent;
  return parent === top;
}

function indicatorOf(report: SelfAssessmentReport, row: OutlineRow, stored: StoredWords): IndicatorView {
  const { facts, evidence, unit } = report;
  const { node, inputs } = row;
  const names = namesOf(report.set, node);
  const out = facts.notApplicable.has(node.index);
  // What claims an exception is asked beside the data, and worth a line only where it is claimed.
  const asked = out
    ? []
    : inputs.filter(({ fact }) => fact.defaultValue === undefined || claimed(report, fact.slot));
  const [only] = asked;
  const alone = asked.length === 1 && only !== undefined && printedAlone(only);
  const value = alone ? valueInWords(only, facts, stored(names, only.fact.id)) : undefined;
  return {
    code: node.code,
    title: node.title,
    heading: row.heading,
    parent: node.children.length > 0,
    max: pointsOf(node, node.max),
    declared: out
      ? notApplicable(facts.notApplicable.get(node.index))
      : alone
        ? (value ?? MISSING)
        : sumUp(report, row),
    missing: alone && value === undefined,
    rule: (row.text ?? "").trim(),
    evidence: evidence.filter(({ code }) => names.includes(code)).map((each) => citedOf(each, unit.name)),
    score: node.condition ? conditionMet(report, node) : scoreOf(report, node),
    inputs: alone ? [] : asked.map((input) => inputOf(report, row, input, stored)),
  };
}

const citedOf = (evidence: DeclaredEvidence, own: string): string => evidenceInWords(evidence, own);

/** A lone option or measure needs no line of its own below the indicator; one with a letter or a long text does. */
function printedAlone({ fact }: OutlineInput): boolean {
  return fact.kind !== "table" && !LETTERED.test(fact.id);
}

function claimed({ facts }: SelfAssessmentReport, slot: number): boolean {
  const value = facts.values[slot];
  return value !== undefined && value.n !== 0n;
}

function notApplicable(reason: string | undefined): string {
  return reason === undefined || reason === "" ? "Không áp dụng" : `Không áp dụng: ${reason}`;
}

/** The ratio of the declared numbers, as the decision's form prints it above them; or what keeps it from being one. */
function sumUp({ score, facts }: SelfAssessmentReport, { node, inputs }: OutlineRow): string {
  const own = score.nodes[node.index];
  if (!own || inputs.length === 0) return "";
  if (own.status === "missing") {
    const begun = inputs.some(
      ({ fact }) => fact.defaultValue === undefined && facts.values[fact.slot] !== undefined,
    );
    return node.children.length > 0 ? "" : begun ? `${MISSING} đủ` : MISSING;
  }
  if (own.status === "undefined") return "Không xác định (chia cho 0)";
  return ratioOf(own.trace) ?? "";
}

function ratioOf(trace: readonly TraceStep[]): string | undefined {
  const measured = trace.find((step) => step.kind === "measure");
  if (measured?.kind !== "measure" || !measured.measure.text.includes("/")) return undefined;
  // What is not a share of a whole (requests an officer, kbps a seat) is a plain number.
  return exact.compare(measured.value, { n: 2n, d: 1n }) > 0
    ? formatNumber(measured.value, "vi")
    : formatPercent(measured.value, "vi");
}

function inputOf(
  report: SelfAssessmentReport,
  row: OutlineRow,
  input: OutlineInput,
  stored: StoredWords,
): InputView {
  const { fact } = input;
  const value = valueInWords(input, report.facts, stored(namesOf(report.set, row.node), fact.id));
  const part = partOf(report, row, fact.id);
  return {
    letter: LETTERED.test(fact.id) ? fact.id : "",
    label: fact.label,
    value: value ?? MISSING,
    missing: value === undefined,
    max: part?.max ?? "",
    score: part?.score ?? "",
    long: (value ?? "").length > LONG,
  };
}

/** Points of the part that one yes-or-no input (`p2`) answers alone. */
function partOf(
  { set, score }: SelfAssessmentReport,
  { node, rule }: OutlineRow,
  id: string,
): { max: string; score: string } | undefined {
  const [, place] = /^p(\d+)$/.exec(id) ?? [];
  if (rule !== "parts" || place === undefined) return undefined;
  const index = Number(place) - 1;
  const written = indicatorSource(set, node.index).rule;
  const source = written !== undefined && "parts" in written ? written.parts[index] : undefined;
  const share = source?.share === undefined ? undefined : parseExact(source.share);
  const step = score.nodes[node.index]?.trace.find((each) => each.kind === "part" && each.index === index);
  return {
    max: share === undefined ? "" : formatNumber(exact.multiply(share, node.max), "vi"),
    score: step?.kind === "part" ? formatNumber(step.points, "vi") : "",
  };
}

function conditionMet({ score }: SelfAssessmentReport, node: Node): string {
  const condition = score.conditions.find((each) => each.node === node.index);
  if (condition === undefined || condition.holds === "unknown") return "";
  return condition.holds ? "Đạt" : "Không đạt";
}

function scoreOf({ score }: SelfAssessmentReport, node: Node): string {
  const own = score.nodes[node.index];
  return own === undefined ? "" : pointsOf(node, own.score);
}

const pointsOf = (node: Node, points: Rational): string => (node.scored ? formatNumber(points, "vi") : "");
