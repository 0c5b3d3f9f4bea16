/**
 * Set + answers -> what the screen shows: points, completion, findings and what is missing, by indicator and in all.
 * Computed by the engine of record at every keystroke; nothing here rounds or adds points of its own.
 */
import {
  checkEvidence,
  checkUnit,
  eachFaultOnce,
  exact,
  type Message,
  type NodeScore,
  type Rational,
  readUnit,
  scoreUnit,
  type UnitFacts,
  type UnitScore,
} from "@opendti/engine";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import type { FormInput } from "./inputs.js";
import type { OutlineItem, SetOutline } from "./set-outline.js";

/** Everything declared in one assessment. */
export interface Declared {
  readonly profile: Readonly<Record<string, AnswerValue>>;
  /** By the address of the indicator, then the id of the input. */
  readonly answers: ReadonlyMap<string, Readonly<Record<string, AnswerValue>>>;
  /** Reason by address. */
  readonly notApplicable: ReadonlyMap<string, string>;
  /** Evidence by address, as its rules look at it. */
  readonly evidence: ReadonlyMap<string, readonly { readonly kind: string; readonly date: string | null }[]>;
  readonly year: number;
}

export interface ViewFinding {
  readonly severity: "warning" | "block";
  readonly message: Message;
  /** Place of the evidence it speaks of. */
  readonly evidence?: number | undefined;
  readonly input?: string | undefined;
}

export interface IndicatorView {
  readonly item: OutlineItem;
  readonly score: NodeScore;
  readonly completion: "empty" | "partial" | "complete";
  /** Fields that still wait for an answer. */
  readonly missing: readonly FormInput[];
  readonly findings: readonly ViewFinding[];
  readonly withoutEvidence: boolean;
  readonly notApplicable: boolean;
  /** Points that are not reached. */
  readonly atStake: Rational;
}

export interface PillarView {
  readonly item: OutlineItem;
  readonly score: NodeScore;
  readonly complete: number;
  readonly of: number;
  readonly warnings: number;
  readonly indicators: readonly IndicatorView[];
}

export interface AssessmentView {
  readonly outline: SetOutline;
  readonly facts: UnitFacts;
  readonly score: UnitScore;
  readonly pillars: readonly PillarView[];
  /** Every indicator that is filled in, in order. */
  readonly indicators: readonly IndicatorView[];
  readonly byAddress: ReadonlyMap<string, IndicatorView>;
  readonly complete: number;
  readonly warnings: number;
  readonly blocks: number;
  readonly withoutEvidence: readonly IndicatorView[];
  readonly profileMissing: readonly string[];
}

/** Scores and checks what is declared; traced, so that any indicator can be explained. */
export function viewOf(outline: SetOutline, declared: Declared): AssessmentView {
  const { set } = outline;
  const { facts, problems } = readUnit(set, {
    unit: "",
    profile: declared.profile,
    answers: Object.fromEntries(answersFor(outline, declared)),
  });
  const score = scoreUnit(set, facts, undefined, true);
  const findings = new Map<number, ViewFinding[]>();
  const note = (node: number, finding: ViewFinding): void => {
    const there = findings.get(node);
    if (there) there.push(finding);
    else findings.set(node, [finding]);
  };
  for (const { node, severity, message } of eachFaultOnce(checkUnit(set, facts)))
    note(node, { severity, message });
  for (const { code, input, message } of problems) {
    const node = set.nodeOf.get(code);
    if (node !== undefined) note(node, { severity: "block", message, input });
  }
  const indicators = outline.indicators.map((item) =>
    indicatorView(outline, item, declared, { facts, score }, findings.get(item.node.index) ?? []),
  );
  return summary(outline, facts, score, indicators, declared);
}

function* answersFor(
  { items }: SetOutline,
  declared: Declared,
): Generator<[string, Record<string, unknown>]> {
  for (const item of items) {
    const reason = declared.notApplicable.get(item.address);
    // A mark whose policy the set has taken away is not sent to the engine, which would refuse it; the data counts.
    if (reason !== undefined && item.node.notApplicable)
      yield [item.address, { not_applicable: reason === "" ? "-" : reason }];
    else {
      const answer = declared.answers.get(item.address);
      if (answer) yield [item.address, known(item, answer)];
    }
  }
}

/** Answers to inputs that the set has; what an earlier version of it asked is left aside. */
function known(item: OutlineItem, answer: Readonly<Record<string, AnswerValue>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answer).filter(([id]) => item.inputs.some((input) => input.id === id)),
  );
}

function indicatorView(
  outline: SetOutline,
  item: OutlineItem,
  declared: Declared,
  { facts, score }: { facts: UnitFacts; score: UnitScore },
  own: readonly ViewFinding[],
): IndicatorView {
  const { node } = item;
  const nodeScore = score.nodes[node.index];
  if (!nodeScore) throw new RangeError(`No score of ${node.code}`);
  const notApplicable = facts.notApplicable.has(node.index);
  const settled = notApplicable || nodeScore.trace[0]?.kind === "exception";
  const waiting = item.inputs.filter((input) => !input.claim && facts.values[input.fact.slot] === undefined);
  const missing = settled ? [] : waiting;
  const touched = settled || item.inputs.some((input) => isAnswered(declared, item.address, input.id));
  const evidence = declared.evidence.get(item.address) ?? [];
  const completion = missing.length === 0 ? "complete" : touched ? "partial" : "empty";
  const said = checkEvidence(
    outline.set,
    node.index,
    evidence.map(({ kind, date }) => ({ kind, date: date ?? undefined })),
    declared.year,
  );
  const absent = said.some(({ code }) => code === "evidence-missing") && !notApplicable;
  return {
    item,
    score: nodeScore,
    completion,
    missing,
    findings: [
      ...own,
      ...said
        .filter(({ code }) => code === "evidence-outside-year")
        .map(({ severity, message, evidence: place }) => ({ severity, message, evidence: place })),
    ],
    withoutEvidence: absent && completion !== "empty",
    notApplicable,
    atStake: node.scored ? exact.subtract(node.max, nodeScore.score) : exact.ZERO,
  };
}

function isAnswered(declared: Declared, address: string, input: string): boolean {
  const value = declared.answers.get(address)?.[input];
  return value !== undefined && value !== null && value !== "";
}

function summary(
  outline: SetOutline,
  facts: UnitFacts,
  score: UnitScore,
  indicators: readonly IndicatorView[],
  declared: Declared,
): AssessmentView {
  const pillars = outline.set.pillars.map((index): PillarView => {
    const item = outline.items[index];
    const nodeScore = score.nodes[index];
    if (!item || !nodeScore) throw new RangeError(`No pillar ${index}`);
    const own = indicators.filter((view) => view.item.pillar === index);
    return {
      item,
      score: nodeScore,
      complete: own.filter((view) => view.completion === "complete").length,
      of: own.length,
      warnings: own.reduce((sum, view) => sum + view.findings.length, 0),
      indicators: own,
    };
  });
  const severities = indicators.flatMap((view) => view.findings.map(({ severity }) => severity));
  return {
    outline,
    facts,
    score,
    pillars,
    indicators,
    byAddress: new Map(indicators.map((view) => [view.item.address, view])),
    complete: indicators.filter((view) => view.completion === "complete").length,
    warnings: severities.filter((severity) => severity === "warning").length,
    blocks: severities.filter((severity) => severity === "block").length,
    withoutEvidence: indicators.filter((view) => view.withoutEvidence),
    profileMissing: outline.profile
      .filter(({ id }) => (declared.profile[id] ?? "") === "")
      .map(({ id }) => id),
  };
}

/** The indicators that could bring most points still, biggest first. */
export function biggestAtStake(view: AssessmentView, most: number): IndicatorView[] {
  return view.indicators
    .filter((each) => each.atStake.n > 0n && !each.notApplicable)
    .sort((a, b) => exact.compare(b.atStake, a.atStake))
    .slice(0, most);
}

/** Which indicators a person wants to see. */
export interface Filter {
  readonly search: string;
  readonly only: "all" | "empty" | "findings" | "no-evidence" | "mine";
  /** Addresses given to the person at the screen. */
  readonly mine: ReadonlySet<string>;
}

/** Whether an indicator passes a filter; every word of the search must be found, accents or not. */
export function passes(view: IndicatorView, filter: Filter, foldedWords: readonly string[]): boolean {
  if (!foldedWords.every((word) => view.item.searched.includes(word))) return false;
  switch (filter.only) {
    case "all":
      return true;
    case "empty":
      return view.completion !== "complete";
    case "findings":
      return view.findings.length > 0;
    case "no-evidence":
      return view.withoutEvidence;
    case "mine":
      return filter.mine.has(view.item.address);
  }
}
