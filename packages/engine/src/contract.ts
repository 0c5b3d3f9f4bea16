/**
 * The contract between the engine and whoever uses it: what goes in, what comes out. Types only; index.ts implements
 * {@link Engine}, and a test holds it to that.
 *
 * What the engine is NOT:
 *
 * - it reads and writes no file, opens no connection, keeps no database: text and data come in as arguments;
 * - it knows no clock: the assessed year and every date are data;
 * - it has no randomness: the same set and the same data give the same scores, in every process and browser; draws follow a seed;
 * - it runs no code of a set: a rule is data, an expression is parsed, never evaluated as JavaScript;
 * - it asks no language model: what a set does not state, it refuses or reports;
 * - it keeps no float of record: scores are exact rationals, rounded once where the set says so;
 * - it guesses nothing: missing, not applicable and undefined (0/0) are answers of their own, never 0, 1 or NaN;
 * - it knows no account, role, deadline or workflow: who may declare or publish is the server's business;
 * - it prints nothing and formats no page: it returns numbers, and sentences in Vietnamese and English.
 *
 * Misuse (a node that is not there, a full chunk) throws. Bad sets and bad data are values that say what, where, and why.
 */
import type { CaseFile, Finding, PlanFile } from "./checks/finding.js";
import type { FactChunk } from "./columnar/chunk.js";
import type { Change } from "./columnar/live.js";
import type { CampaignScores } from "./columnar/scores.js";
import type { CampaignOptions } from "./columnar/state.js";
import type { Bridge, ScoredUnder } from "./compare/bridge.js";
import type { RankRange, Standings, WeightOptions, WeightRange } from "./compare/robustness.js";
import type { DataFinding, DatedEvidence, EvidenceFinding } from "./data/checks.js";
import type { DataProblem, UnitData } from "./data/read.js";
import type { Writing } from "./data/value.js";
import type { Explanation } from "./explain/explain.js";
import type { Language, Message } from "./message.js";
import type { Rational } from "./numbers/rational.js";
import type { CompiledSet, Fact } from "./plan/compiled.js";
import type { GroupStanding } from "./plan/exact.js";
import type { UnitFacts, UnitScore } from "./score/unit.js";
import type { LoadedSet } from "./set/load.js";
import type { OutlineRow } from "./set/outline.js";
import type { Loaded } from "./source/problem.js";

export interface Engine {
  /**
   * The text of a `set.yaml` (or the same as JSON) in; a set ready to score out, or every problem with line and column.
   * @param file named in the problems only.
   */
  loadSet(text: string, file?: string): Loaded<LoadedSet>;

  /** The rows of a set in the order of the document, for a form or a page: texts, inputs, exceptions, rules on evidence. */
  outlineOf(set: CompiledSet): OutlineRow[];

  /** The JSON Schema (2020-12) of a set, for editors. */
  setJsonSchema(): Record<string, unknown>;

  /** Reads a set as a careful reader would, with the cases it must reproduce and the plans made on it. */
  checkSet(loaded: LoadedSet, cases?: readonly CaseFile[], plans?: readonly PlanFile[]): Finding[];

  /**
   * One unit's declared data in: profile facts by id, answers by indicator code, each an object of inputs by id, a lone
   * value, or `not_applicable`. Numbers as declared: `22`, `"9,56"`, `"51.125.000"`, `"80%"`; money in the input's unit.
   * Out: exact facts, and what could not be read. Absent or empty is missing.
   * @param writing `typed` (the default): texts are a person's, and `"1.250"` is refused since it reads two ways; `stored`:
   * texts are decimals that a program keeps, as formatExact writes them.
   */
  readUnit(
    set: CompiledSet,
    data: UnitData,
    writing?: Writing,
  ): { facts: UnitFacts; problems: DataProblem[] };

  /** One value of one input, as a form reads it: exact, missing (undefined), or why it cannot be read. */
  readValue(fact: Fact, cell: unknown, writing?: Writing): Rational | Message | undefined;

  /**
   * Scores one unit. Points are exact (`exact`) and rounded as the set declares (`score`), by node index.
   * @param standing what is known of the unit's ranking group, by relative measure; when absent, nothing is: `pending`.
   * @param traced with the steps that `explainNode` tells.
   */
  scoreUnit(
    set: CompiledSet,
    facts: UnitFacts,
    standing?: (relative: number) => GroupStanding,
    traced?: boolean,
  ): UnitScore;

  /** One score in words: `22/23 = 95,65% × 10 = 9,56 điểm`, and the steps behind it. Give it a traced score. */
  explainNode(set: CompiledSet, score: UnitScore, node: number, facts: UnitFacts): Explanation;

  /** What the set's own checks, and common sense, say against one unit's data. Silent on what is missing. */
  checkUnit(set: CompiledSet, facts: UnitFacts): DataFinding[];

  /** What the set's rules on evidence say of one indicator's evidence, for the assessed year. */
  checkEvidence(
    set: CompiledSet,
    node: number,
    evidence: readonly DatedEvidence[],
    year: number,
  ): EvidenceFinding[];

  /** Up to some thousand units' facts in columns, ready for a campaign. */
  readonly FactChunk: new (
    set: CompiledSet,
    capacity?: number,
  ) => FactChunk;

  /** Scores many units: equal to `scoreUnit` to the last digit, with group standings, ranks and levels. */
  readonly CampaignRun: new (
    set: CompiledSet,
    options?: CampaignOptions,
  ) => Campaign;

  /** A finished campaign at work: one fact changes, and everyone's scores and ranks follow without scoring all again. */
  readonly LiveCampaign: new (
    scores: CampaignScores,
  ) => Live;

  /** Which indicators of a set stood in an earlier one: by `continues`, key or code; from the later node to the earlier. */
  carriedNodes(from: CompiledSet, to: CompiledSet): Map<number, number>;

  /** A unit's data of an earlier set as facts of a later one; what has no counterpart is missing. */
  carryFacts(from: CompiledSet, to: CompiledSet, facts: UnitFacts): UnitFacts;

  /** Why a total changed: own data + rules + others of the group, exactly. */
  bridgeBetween(
    before: ScoredUnder & { readonly set: CompiledSet },
    carried: ScoredUnder,
    after: ScoredUnder & { readonly set: CompiledSet },
  ): Bridge;

  /** Best and worst rank that each unit can still get while some points are open. */
  pendingRanks(
    groups: readonly string[],
    totals: readonly { readonly least: number; readonly most: number }[],
  ): RankRange[];

  /** Ranks under weights drawn about the set's own; the same seed gives the same ranks everywhere. */
  readonly WeightDraws: new (
    standings: Standings,
    options: WeightOptions,
  ) => { readonly count: number; draw(times: number): void; ranges(): WeightRange[] };

  /** Exact, for machines: `9.56`, `40`, `22/23`. */
  formatExact(value: Rational): string;

  /** For people: `9,56`, `51.125.000`, `≈ 0,956522`. */
  formatNumber(value: Rational, language: Language): string;

  /** A ratio for people: 0.9565 is `95,65%`. */
  formatPercent(ratio: Rational, language: Language): string;
}

/** Chunks of units in, one after another; all scores, sums, totals and ranks out. */
export interface Campaign {
  /** Units added so far. */
  readonly length: number;
  add(facts: FactChunk): void;
  finish(): CampaignScores;
}

/** Scores as they stand after every change so far: the same as a full run on the changed data would give. */
export interface Live {
  /** Sets one fact of one unit (undefined: missing); tells who moved, and from where. */
  change(row: number, slot: number, value: Rational | undefined): Change;
  /** Marks an indicator of a unit as not applicable, or takes the mark away. */
  markNotApplicable(row: number, node: number, marked: boolean, reason?: string): Change;
  /** Gives an indicator of a unit points in place of its rule's, or (undefined) takes them away; see `UnitFacts.given`. */
  give(row: number, node: number, points: Rational | undefined): Change;
  /** Rounded points in 10^-digits of the set's score rounding. */
  ticks(row: number, node: number): number;
  totalTicks(row: number): number;
  rank(row: number): number;
}
