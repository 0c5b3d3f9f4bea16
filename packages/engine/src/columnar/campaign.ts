/**
 * Scores many units: one pass over chunks of facts, which may be thrown away after it, and one over the relative measures
 * once every group's best is known. Memory does not grow with the facts unless they are kept for incremental changes.
 */
import { ZERO, type Rational, toNumber } from "../numbers/rational.js";
import { evaluateMeasure, type GroupStanding } from "../plan/exact.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import { roundToTicks } from "../numbers/rounding.js";
import { type NodeScore, scoreLeaf, scoreUnit, type UnitFacts, type UnitScore } from "../score/unit.js";
import { type FactChunk, POWER } from "./chunk.js";
import { ASK, TRUE, FALSE } from "./condition.js";
import { Extremes } from "./extremes.js";
import { Lane, MISSING, NOT_APPLICABLE, PENDING, RELATIVE, SCORED, statusNames, UNDEFINED, UNSURE } from "./lane.js";
import { type Leaf, type Program, programOf } from "./program.js";
import { rankUnits } from "./ranking.js";
import { RelativeFormula, scoreRelative } from "./relative.js";
import { ResultChunk } from "./results.js";
import { NEAR_HALF, roundLane } from "./round.js";

export interface CampaignOptions {
  /** true: every ranking group is complete; false: none is. Absent: a group of two or more units is. */
  readonly complete?: boolean | undefined;
  /** Keeps the facts, for traces and incremental changes. */
  readonly keepFacts?: boolean | undefined;
  /** Gives a unit's facts again, by its place in order of addition, when they are not kept and a float cannot prove a sum. */
  readonly recall?: ((row: number) => UnitFacts) | undefined;
}

const STATUS_CODE = { scored: SCORED, missing: MISSING, undefined: UNDEFINED, not_applicable: NOT_APPLICABLE, pending: PENDING } as const;

export class CampaignRun {
  readonly program: Program;
  readonly chunks: ResultChunk[] = [];
  readonly groups: string[] = [];
  /** Number of units of each group. */
  readonly groupSize: number[] = [];
  /** By relative measure, then group. */
  readonly extremes: Extremes[][];
  private readonly groupIndex = new Map<string, number>();
  private readonly lane = new Lane();
  private readonly digits: number;
  private count = 0;

  constructor(
    readonly set: CompiledSet,
    readonly options: CampaignOptions = {},
  ) {
    this.program = programOf(set);
    this.extremes = set.relatives.map(() => []);
    this.digits = set.scoreRounding.digits;
  }

  /** Number of units added. */
  get length(): number {
    return this.count;
  }

  /** Scores a chunk as far as it can be without the other units. All chunks but the last must be full. */
  add(facts: FactChunk): void {
    const last = this.chunks.at(-1);
    const first = this.chunks[0];
    if (last && first && last.length !== first.length) throw new RangeError("CampaignRun.add: only the last chunk may be partly filled");
    if (facts.length === 0) return;
    const result = new ResultChunk(
      this.set,
      facts,
      (group) => this.indexOfGroup(group),
      this.program.conditions.length,
      this.options.keepFacts ? facts : undefined,
    );
    this.chunks.push(result);
    this.count += facts.length;
    for (const leaf of this.program.leaves) {
      if (leaf.late) this.markLate(leaf, facts, result);
      else if (leaf.relative) this.measure(leaf, facts, result);
      else this.scoreLeaf(leaf, facts, result);
    }
    for (const { plan, node } of this.set.relatives) {
      const leaf = this.program.leaves.find((candidate) => candidate.node.index === node);
      if (leaf?.late) this.offerLate(leaf, plan.index, facts, result);
    }
    for (const [index, condition] of this.program.conditions.entries())
      for (let row = 0; row < facts.length; row += 1) {
        const outcome = condition.holds(facts, row);
        result.conditions[index * result.capacity + row] =
          outcome === ASK ? this.exactCondition(facts, row, condition.node) : outcome;
      }
  }

  /** Settles groups, sums and ranks. */
  finish(): CampaignScores {
    const formulas = this.set.relatives.map(({ plan }) =>
      this.groups.map((_, group) => {
        const standing = this.standing(plan.index, group);
        return standing.complete && standing.best && standing.worst
          ? new RelativeFormula(plan, standing.best, standing.worst, this.set.scoreRounding)
          : undefined;
      }),
    );
    for (const [index, chunk] of this.chunks.entries()) {
      for (const leaf of this.program.leaves) {
        if (leaf.relative) this.settleRelative(leaf, formulas[leaf.relative.plan.index] ?? [], chunk, index);
        else if (leaf.late) for (let row = 0; row < chunk.length; row += 1) this.exactLeaf(leaf, chunk, index, row);
      }
      this.sumUp(chunk, index);
    }
    const scores = new CampaignScores(this);
    rankUnits(scores);
    return scores;
  }

  /** What is known of a relative measure in a group. */
  standing(relative: number, group: number): GroupStanding {
    const complete = this.options.complete ?? (this.groupSize[group] ?? 0) >= 2;
    if (!complete) return { complete: false };
    const extremes = this.extremes[relative]?.[group];
    const high = extremes?.highest();
    const low = extremes?.lowest();
    const higher = this.set.relatives[relative]?.plan.better === "higher";
    return { complete: true, best: higher ? high : low, worst: higher ? low : high };
  }

  /** A unit's facts, by its place. */
  factsOf(row: number): UnitFacts {
    const { chunk, at } = this.place(row);
    if (chunk.facts_) return chunk.facts_.facts(at);
    if (this.options.recall) return this.options.recall(row);
    throw new Error("CampaignRun: the facts were not kept and cannot be recalled");
  }

  place(row: number): { chunk: ResultChunk; at: number; index: number } {
    const size = this.chunks[0]?.length ?? 1;
    const index = Math.floor(row / size);
    const chunk = this.chunks[index];
    if (!chunk) throw new RangeError(`There is no unit ${row}`);
    return { chunk, at: row - index * size, index };
  }

  /** The place of a chunk's row among all units. */
  rowOf(chunkIndex: number, at: number): number {
    return chunkIndex * (this.chunks[0]?.length ?? 1) + at;
  }

  standingOf(row: number): (relative: number) => GroupStanding {
    const { chunk, at } = this.place(row);
    const group = chunk.groupOf[at] as number;
    return (relative) => this.standing(relative, group);
  }

  private indexOfGroup(group: string): number {
    let index = this.groupIndex.get(group);
    if (index === undefined) {
      index = this.groups.length;
      this.groups.push(group);
      this.groupSize.push(0);
      for (const each of this.extremes) each.push(new Extremes());
      this.groupIndex.set(group, index);
    }
    this.groupSize[index] = (this.groupSize[index] ?? 0) + 1;
    return index;
  }

  private scoreLeaf(leaf: Leaf, facts: FactChunk, result: ResultChunk): void {
    const { node, kernel } = leaf;
    const { lane } = this;
    const rows = facts.length;
    const from = node.index * result.capacity;
    const ticks = result.ticks.subarray(from, from + rows);
    if (!kernel) lane.status.fill(node.plan ? UNSURE : SCORED, 0, rows);
    else if (kernel.runRounded) kernel.runRounded(facts, lane, ticks, this.set.scoreRounding);
    else roundLane(rows, kernel.run(facts, lane), lane, ticks, this.set.scoreRounding);
    this.applyExceptions(leaf, facts);
    this.settle(leaf, facts, result, ticks);
  }

  /** Rows with an exception or a "not applicable" go to the exact evaluator. */
  private applyExceptions(leaf: Leaf, facts: FactChunk): void {
    const { status } = this.lane;
    const marked = facts.notApplicable.get(leaf.node.index);
    if (marked) for (const row of marked.keys()) status[row] = UNSURE;
    for (const holds of leaf.exceptions) {
      for (let row = 0; row < facts.length; row += 1) {
        const outcome = holds(facts, row);
        if (outcome === TRUE || outcome === ASK) status[row] = UNSURE;
      }
    }
  }

  /** Lets the exact evaluator decide the unsure rows, and adds the points to the parent's. */
  private settle(leaf: Leaf, facts: FactChunk, result: ResultChunk, ticks: Int32Array): void {
    const { status, points } = this.lane;
    const rows = facts.length;
    const from = leaf.node.index * result.capacity;
    for (let row = 0; row < rows; row += 1) {
      if (status[row] !== UNSURE) continue;
      const score = scoreLeaf(this.set, leaf.node, this.rowFacts(facts, row, leaf.node), () => ({ complete: false }));
      this.takeExact(score, row, result, ticks, status, points);
    }
    result.status.set(rows === status.length ? status : status.subarray(0, rows), from);
    this.keepPoints(leaf.node, result, rows);
  }

  private takeExact(score: NodeScore, row: number, result: ResultChunk, ticks: Int32Array, status: Uint8Array, points: Float64Array): void {
    status[row] = STATUS_CODE[score.status];
    ticks[row] = Number(roundToTicks(score.exact, this.set.scoreRounding));
    points[row] = toNumber(score.exact);
    if (score.excluded) result.exactRows.add(row);
  }

  private keepPoints(node: Node, result: ResultChunk, rows: number): void {
    const { points } = this.lane;
    const own = result.pointsRow[node.index] as number;
    if (own >= 0) result.points.set(rows === points.length ? points : points.subarray(0, rows), own * result.capacity);
    if (this.set.sum === "exact" && node.parent !== undefined && !node.bonus) addInto(result, node.parent, points, rows);
    else if (this.set.sum === "exact" && node.parent !== undefined) addInto(result, node.parent, points, rows);
  }

  private measure(leaf: Leaf, facts: FactChunk, result: ResultChunk): void {
    if (!leaf.relative) return;
    const { plan, kernel } = leaf.relative;
    const { status } = this.lane;
    const rows = facts.length;
    const from = plan.index * result.capacity;
    const above = result.above.subarray(from, from + rows);
    const below = result.below.subarray(from, from + rows);
    if (kernel) kernel.run(facts, above, below, status);
    else status.fill(UNSURE, 0, rows);
    this.applyExceptions(leaf, facts);
    this.offerAll(leaf, facts, result, above, below);
    const at = leaf.node.index * result.capacity;
    result.status.set(rows === status.length ? status : status.subarray(0, rows), at);
  }

  /** Enters the chunk's measures into the extremes of their groups; rows that are settled otherwise get their score here. */
  private offerAll(leaf: Leaf, facts: FactChunk, result: ResultChunk, above: Float64Array, below: Float64Array): void {
    const plan = leaf.relative?.plan;
    if (!plan) return;
    const extremes = this.extremes[plan.index] as Extremes[];
    const { status, points } = this.lane;
    const from = leaf.node.index * result.capacity;
    const ticks = result.ticks.subarray(from, from + facts.length);
    points.fill(0, 0, facts.length);
    for (let row = 0; row < facts.length; row += 1) {
      if (status[row] === RELATIVE) {
        extremes[result.groupOf[row] as number]?.offer(above[row] as number, below[row] as number);
      } else if (status[row] === UNSURE) {
        const own = this.rowFacts(facts, row, leaf.node);
        const measured = this.exactMeasure(leaf, plan.index, own);
        if (measured) {
          result.wideMeasures.set(plan.index * result.capacity + row, measured);
          extremes[result.groupOf[row] as number]?.offerExact(measured);
        } else this.takeExact(scoreLeaf(this.set, leaf.node, own, () => ({ complete: true, best: undefined, worst: undefined })), row, result, ticks, status, points);
      }
    }
    this.keepPoints(leaf.node, result, facts.length);
  }

  /** The measure of a unit when its indicator is neither "not applicable" nor excepted, and has one. */
  private exactMeasure(leaf: Leaf, relative: number, facts: Pick<UnitFacts, "values" | "notApplicable">): Rational | undefined {
    if (facts.notApplicable.has(leaf.node.index)) return undefined;
    const traced = scoreLeaf(this.set, leaf.node, facts, () => ({ complete: false }), true);
    if (traced.trace.some((step) => step.kind === "exception")) return undefined;
    const plan = this.set.relatives[relative]?.plan;
    const value = plan && evaluateMeasure(plan.measure, { values: facts.values, trace: undefined });
    return value === undefined || typeof value === "string" ? undefined : value;
  }

  private markLate(leaf: Leaf, facts: FactChunk, result: ResultChunk): void {
    const from = leaf.node.index * result.capacity;
    result.status.fill(UNSURE, from, from + facts.length);
  }

  private offerLate(leaf: Leaf, relative: number, facts: FactChunk, result: ResultChunk): void {
    for (let row = 0; row < facts.length; row += 1) {
      const measured = this.exactMeasure(leaf, relative, this.rowFacts(facts, row, leaf.node));
      if (measured) this.extremes[relative]?.[result.groupOf[row] as number]?.offerExact(measured);
    }
  }

  private settleRelative(leaf: Leaf, formulas: readonly (RelativeFormula | undefined)[], chunk: ResultChunk, index: number): void {
    if (!leaf.relative) return;
    const rows = chunk.length;
    const at = leaf.node.index * chunk.capacity;
    const from = leaf.relative.plan.index * chunk.capacity;
    const status = chunk.status.subarray(at, at + rows);
    const ticks = chunk.ticks.subarray(at, at + rows);
    const points = this.lane.points;
    points.fill(0, 0, rows);
    scoreRelative(
      rows,
      chunk.above.subarray(from, from + rows),
      chunk.below.subarray(from, from + rows),
      chunk.groupOf,
      formulas,
      ticks,
      points,
      status,
    );
    for (let row = 0; row < rows; row += 1)
      if (status[row] === UNSURE) {
        const score = this.exactScore(leaf, chunk, index, row);
        this.takeExact(score, row, chunk, ticks, status, points);
      }
    const own = chunk.pointsRow[leaf.node.index] as number;
    if (own >= 0) for (let row = 0; row < rows; row += 1) chunk.points[own * chunk.capacity + row] = (chunk.points[own * chunk.capacity + row] as number) + (points[row] as number);
    if (this.set.sum === "exact" && leaf.node.parent !== undefined) addInto(chunk, leaf.node.parent, points, rows);
  }

  private exactLeaf(leaf: Leaf, chunk: ResultChunk, index: number, row: number): void {
    const at = leaf.node.index * chunk.capacity;
    const { status, points } = this.lane;
    const ticks = chunk.ticks.subarray(at, at + chunk.length);
    this.takeExact(this.exactScore(leaf, chunk, index, row), row, chunk, ticks, status, points);
    chunk.status[at + row] = status[row] as number;
    const own = chunk.pointsRow[leaf.node.index] as number;
    if (own >= 0) chunk.points[own * chunk.capacity + row] = points[row] as number;
    if (this.set.sum === "exact" && leaf.node.parent !== undefined) {
      const parent = (chunk.pointsRow[leaf.node.parent] as number) * chunk.capacity + row;
      chunk.points[parent] = (chunk.points[parent] as number) + (points[row] as number);
    }
  }

  private exactScore(leaf: Leaf, chunk: ResultChunk, index: number, row: number): NodeScore {
    const facts = this.factsOf(this.rowOf(index, row));
    return scoreLeaf(this.set, leaf.node, facts, (relative) => this.standing(relative, chunk.groupOf[row] as number));
  }

  /** Sums of parents and the total, from the deepest up. */
  private sumUp(chunk: ResultChunk, index: number): void {
    const { parents } = this.program;
    for (let place = parents.length - 1; place >= 0; place -= 1) sumParent(this.set, parents[place] as Node, chunk, this.digits);
    sumTotal(this.set, chunk, this.digits);
    for (const row of chunk.exactRows) this.takeUnit(chunk, row, scoreUnit(this.set, this.factsOf(this.rowOf(index, row)), this.standingOf(this.rowOf(index, row))));
  }

  /** Replaces all scores of a row by exact ones. */
  takeUnit(chunk: ResultChunk, row: number, score: UnitScore): void {
    for (const node of score.nodes) {
      const at = node.node * chunk.capacity + row;
      chunk.ticks[at] = Number(roundToTicks(node.exact, this.set.scoreRounding));
      chunk.status[at] = STATUS_CODE[node.status];
      const own = chunk.pointsRow[node.node] as number;
      if (own >= 0) chunk.points[own * chunk.capacity + row] = toNumber(node.exact);
    }
    chunk.total[row] = Number(roundToTicks(score.exactTotal, this.set.scoreRounding));
    chunk.exactTotal[row] = toNumber(score.exactTotal);
  }

  private exactCondition(facts: FactChunk, row: number, node: Node): number {
    const score = scoreUnit(this.set, facts.facts(row));
    const outcome = score.conditions.find((condition) => condition.node === node.index)?.holds;
    return outcome === true ? TRUE : outcome === false ? FALSE : 2;
  }

  /** The facts one node reads, of one row. */
  rowFacts(facts: FactChunk, row: number, node: Node): Pick<UnitFacts, "values" | "notApplicable"> {
    const values = new Array<Rational | undefined>(this.set.facts.length);
    for (const slot of node.uses) values[slot] = facts.value(row, slot);
    const marked = facts.notApplicable.get(node.index);
    const notApplicable = new Map<number, string | undefined>();
    if (marked?.has(row)) notApplicable.set(node.index, marked.get(row));
    return { values, notApplicable };
  }
}

function addInto(result: ResultChunk, parent: number, points: Float64Array, rows: number): void {
  const sums = result.points;
  const from = (result.pointsRow[parent] as number) * result.capacity;
  for (let row = 0; row < rows; row += 1) sums[from + row] = (sums[from + row] as number) + (points[row] as number);
}

/** Sums one parent over a chunk: rounded scores added, or exact float sums proven to round one way. */
export function sumParent(set: CompiledSet, node: Node, chunk: ResultChunk, digits: number, only?: number): void {
  const { capacity } = chunk;
  const first = only ?? 0;
  const end = only === undefined ? chunk.length : only + 1;
  const at = node.index * capacity;
  const own = (chunk.pointsRow[node.index] as number) * capacity;
  let members = 0;
  if (set.sum === "rounded") chunk.ticks.fill(0, at + first, at + end);
  for (const child of node.children) {
    const inner = set.nodes[child] as Node;
    if (!inner.scored) continue;
    const from = child * capacity;
    if (set.sum === "rounded")
      for (let row = first; row < end; row += 1) chunk.ticks[at + row] = (chunk.ticks[at + row] as number) + (chunk.ticks[from + row] as number);
    joinStatus(chunk.status, from, at, first, end, members === 0);
    members += 1;
  }
  if (set.sum === "exact") {
    roundSums(chunk.points, own, chunk.ticks, at, first, end, POWER[digits] as number, chunk.exactRows);
    if (node.parent !== undefined) {
      const up = (chunk.pointsRow[node.parent] as number) * capacity;
      if (only === undefined) for (let row = first; row < end; row += 1) chunk.points[up + row] = (chunk.points[up + row] as number) + (chunk.points[own + row] as number);
    }
  }
}

/** Sums the pillars. */
export function sumTotal(set: CompiledSet, chunk: ResultChunk, digits: number, only?: number): void {
  const first = only ?? 0;
  const end = only === undefined ? chunk.length : only + 1;
  chunk.total.fill(0, first, end);
  chunk.exactTotal.fill(0, first, end);
  const perPoint = POWER[digits] as number;
  for (const pillar of set.pillars) {
    const node = set.nodes[pillar] as Node;
    if (!node.scored) continue;
    const at = pillar * chunk.capacity;
    const held = chunk.pointsRow[pillar] as number;
    const own = held * chunk.capacity;
    for (let row = first; row < end; row += 1) {
      const ticks = chunk.ticks[at + row] as number;
      chunk.total[row] = (chunk.total[row] as number) + ticks;
      chunk.exactTotal[row] = (chunk.exactTotal[row] as number) + (set.sum === "exact" && held >= 0 ? (chunk.points[own + row] as number) : ticks / perPoint);
    }
  }
  if (set.sum !== "exact") return;
  for (let row = first; row < end; row += 1) {
    const q = (chunk.exactTotal[row] as number) * perPoint;
    const down = Math.floor(q);
    const rest = q - down;
    chunk.total[row] = rest < 0.5 ? down : down + 1;
    if (rest > 0.5 - NEAR_HALF && rest < 0.5 + NEAR_HALF) chunk.exactRows.add(row);
  }
}

function roundSums(
  sums: Float64Array,
  from: number,
  ticks: Int32Array,
  at: number,
  first: number,
  end: number,
  perPoint: number,
  unsure: Set<number>,
): void {
  for (let row = first; row < end; row += 1) {
    const q = (sums[from + row] as number) * perPoint;
    const down = Math.floor(q);
    const rest = q - down;
    ticks[at + row] = rest < 0.5 ? down : down + 1;
    if (rest > 0.5 - NEAR_HALF && rest < 0.5 + NEAR_HALF) unsure.add(row);
  }
}

/** Status of a sum of two statuses (see sharedStatus in score/unit.ts). */
const JOINED: Uint8Array = (() => {
  const table = new Uint8Array(64);
  const strip = (status: number): number => (status === MISSING || status === NOT_APPLICABLE ? SCORED : status);
  const gravity = (status: number): number => (status === UNDEFINED ? 2 : status === PENDING ? 1 : 0);
  for (let a = 0; a < 8; a += 1)
    for (let b = 0; b < 8; b += 1) table[a * 8 + b] = a === b ? a : gravity(strip(b)) > gravity(strip(a)) ? strip(b) : strip(a);
  return table;
})();

function joinStatus(status: Uint8Array, from: number, into: number, first: number, end: number, fresh: boolean): void {
  if (fresh) {
    status.copyWithin(into + first, from + first, from + end);
    return;
  }
  for (let row = first; row < end; row += 1)
    status[into + row] = JOINED[(status[into + row] as number) * 8 + (status[from + row] as number)] as number;
}

/** The outcome of a campaign: every score, sum, total and rank. */
export class CampaignScores {
  constructor(readonly run: CampaignRun) {}

  get set(): CompiledSet {
    return this.run.set;
  }

  get length(): number {
    return this.run.length;
  }

  unit(row: number): string {
    const { chunk, at } = this.run.place(row);
    return chunk.units[at] ?? "";
  }

  group(row: number): string {
    const { chunk, at } = this.run.place(row);
    return this.run.groups[chunk.groupOf[at] as number] ?? "";
  }

  /** Rounded points of a node, in 10^-digits of the set's score rounding. */
  ticks(row: number, node: number): number {
    const { chunk, at } = this.run.place(row);
    return chunk.ticks[node * chunk.capacity + at] as number;
  }

  status(row: number, node: number): (typeof statusNames)[number] {
    const { chunk, at } = this.run.place(row);
    return statusNames[chunk.status[node * chunk.capacity + at] as number] ?? "scored";
  }

  totalTicks(row: number): number {
    const { chunk, at } = this.run.place(row);
    return chunk.total[at] as number;
  }

  /** Rank within the group, from 1; 0 when a condition leaves the unit unranked. */
  rank(row: number): number {
    const { chunk, at } = this.run.place(row);
    return chunk.rank[at] as number;
  }

  /** The unit's score with its trace, exact; equal to what the columns hold. */
  explain(row: number): UnitScore {
    return scoreUnit(this.set, this.run.factsOf(row), this.run.standingOf(row), true);
  }
}

/** Whether a status code means that points count. */
export const ZERO_POINTS: Rational = ZERO;
