/** From stored answers to scores, by the engine. Pure. */
import {
  addressOf,
  type CompiledSet,
  checkUnit,
  type DataFinding,
  eachFaultOnce,
  type Fact,
  formatExact,
  indicatorSource,
  scoreUnit,
  type UnitFacts,
  type UnitScore,
} from "@opendti/engine";
import { PROFILE } from "./standing.js";

export { type AnswerValue, addressOf, factsOf } from "@opendti/engine";

export interface ScoreSummary {
  readonly facts: UnitFacts;
  readonly score: UnitScore;
  /** Of the indicators that are scored: how many there are, and how many have an answer. */
  readonly indicators: number;
  readonly answered: number;
  /** Codes of the scored indicators without an answer. */
  readonly missing: readonly string[];
  readonly findings: readonly DataFinding[];
  readonly total: string;
  readonly max: string;
}

/** Scores a unit by itself: relative measures stay provisional. */
export function summarise(set: CompiledSet, facts: UnitFacts): ScoreSummary {
  const score = scoreUnit(set, facts);
  const leaves = set.nodes.filter(({ children, scored }) => children.length === 0 && scored);
  const missing = leaves
    .filter(({ index }) => score.nodes[index]?.status === "missing")
    .map((node) => addressOf(set, node));
  return {
    facts,
    score,
    indicators: leaves.length,
    answered: leaves.length - missing.length,
    missing,
    findings: eachFaultOnce(checkUnit(set, facts)),
    total: formatExact(score.total),
    max: formatExact(set.max),
  };
}

/** Points by address, as decimal text. */
export function scoresByCode(set: CompiledSet, score: UnitScore): Record<string, string> {
  const scores: Record<string, string> = {};
  for (const node of set.nodes) {
    const found = score.nodes[node.index];
    if (found !== undefined) scores[addressOf(set, node)] = formatExact(found.score);
  }
  return scores;
}

/** The input of a code, or the fact of the profile. */
export function findFact(set: CompiledSet, code: string, input: string): Fact | undefined {
  const index = set.nodeOf.get(code);
  const facts = code === PROFILE ? set.profile : index === undefined ? [] : (set.nodes[index]?.inputs ?? []);
  return facts.find(({ id }) => id === input);
}

/** An input as the set's text states it: with its options and columns. */
export function inputSource(set: CompiledSet, code: string, input: string): InputSource | undefined {
  if (code === PROFILE) return set.source.profile?.find(({ id }) => id === input);
  const index = set.nodeOf.get(code);
  if (index === undefined) return undefined;
  return indicatorSource(set, index).inputs?.find(({ id }) => id === input);
}

type Indicators = CompiledSet["source"]["indicators"];
export type InputSource =
  | NonNullable<Indicators[number]["inputs"]>[number]
  | NonNullable<CompiledSet["source"]["profile"]>[number];
