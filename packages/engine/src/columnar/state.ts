/** What a campaign knows: its units, their groups and standings, and how any one of them is scored exactly. */
import { add, type Rational, toNumber, ZERO } from "../numbers/rational.js";
import { roundToTicks, tenTo } from "../numbers/rounding.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import type { GroupStanding } from "../plan/exact.js";
import {
  type LeafFacts,
  type NodeScore,
  scoreLeaf,
  scoreUnit,
  type UnitFacts,
  type UnitScore,
} from "../score/unit.js";
import type { FactChunk } from "./chunk.js";
import { Extremes } from "./extremes.js";
import { type Program, programOf } from "./program.js";
import { floatMaximum, RelativeFormula } from "./relative.js";
import { ResultChunk, TOTAL } from "./results.js";
import { rowFacts, STATUS_BIT } from "./row.js";

export interface CampaignOptions {
  /** true: every ranking group is complete; false: none is. Absent: a group of two or more units is. */
  readonly complete?: boolean | undefined;
  /** Keeps the facts, for traces and incremental changes. */
  readonly keepFacts?: boolean | undefined;
  /** Gives a unit's facts again, by its place in order of addition, when they are not kept and a float cannot prove a result. */
  readonly recall?: ((row: number) => UnitFacts) | undefined;
}

export class CampaignState {
  readonly program: Program;
  readonly chunks: ResultChunk[] = [];
  readonly groups: string[] = [];
  /** Number of units of each group. */
  readonly groupSize: number[] = [];
  /** By relative measure. */
  readonly extremes: readonly Extremes[];
  readonly ticksPerPoint: number;
  /** By relative measure: its maximum in ticks. */
  private readonly maxima: readonly ReturnType<typeof floatMaximum>[];
  private readonly groupIndex = new Map<string, number>();
  private count = 0;

  constructor(
    readonly set: CompiledSet,
    readonly options: CampaignOptions = {},
  ) {
    this.program = programOf(set);
    this.extremes = set.relatives.map(
      ({ plan }) =>
        new Extremes(
          plan.to === "range" || plan.better === "higher",
          plan.to === "range" || plan.better === "lower",
        ),
    );
    this.maxima = set.relatives.map(({ plan }) => floatMaximum(plan, set.scoreRounding));
    this.ticksPerPoint = Number(tenTo(set.scoreRounding.digits));
  }

  /** Number of units added. */
  get length(): number {
    return this.count;
  }

  /** Takes in a chunk's units, with no scores yet; nothing when it has none. All chunks but the last must be of one length. */
  protected enter(facts: FactChunk): ResultChunk | undefined {
    const { length } = this.chunks[0] ?? facts;
    if (facts.length > length || this.chunks.some((chunk) => chunk.length !== length))
      throw new RangeError("CampaignRun.add: chunks are of one length; only the last may be shorter");
    if (facts.length === 0) return undefined;
    const chunk = new ResultChunk(
      this.set,
      facts,
      this.groupsOf(facts),
      this.program.conditions.length,
      this.options.keepFacts ? facts : undefined,
    );
    this.chunks.push(chunk);
    this.count += facts.length;
    return chunk;
  }

  /** How a group's points follow from a measure, once its best is known. */
  formula(relative: number, group: number): RelativeFormula | undefined {
    const plan = this.set.relatives[relative]?.plan;
    const standing = this.standing(relative, group);
    return plan && standing.complete && standing.best
      ? new RelativeFormula(
          plan,
          standing.best,
          standing.worst ?? standing.best,
          this.set.scoreRounding,
          this.maxima[relative],
        )
      : undefined;
  }

  /** What is known of a relative measure in a group. */
  standing(relative: number, group: number): GroupStanding {
    const complete = this.options.complete ?? (this.groupSize[group] ?? 0) >= 2;
    if (!complete) return { complete: false };
    const high = this.extremes[relative]?.highest(group);
    const low = this.extremes[relative]?.lowest(group);
    const higher = this.set.relatives[relative]?.plan.better === "higher";
    return { complete: true, best: higher ? high : low, worst: higher ? low : high };
  }

  /** A unit's facts, by its place. */
  factsOf(row: number): UnitFacts {
    const chunk = this.chunkOf(row);
    if (chunk.facts) return chunk.facts.facts(this.rowIn(row));
    if (this.options.recall) return this.options.recall(row);
    throw new Error("CampaignState: the facts were not kept and cannot be recalled");
  }

  /** The kept facts of a unit's chunk. */
  factChunk(row: number): FactChunk {
    const { facts } = this.chunkOf(row);
    if (!facts) throw new Error("CampaignState: the facts were not kept");
    return facts;
  }

  chunkOf(row: number): ResultChunk {
    const chunk = this.chunks[Math.floor(row / (this.chunks[0]?.length ?? 1))];
    if (!chunk) throw new RangeError(`There is no unit ${row}`);
    return chunk;
  }

  /** The row within its chunk. */
  rowIn(row: number): number {
    return row % (this.chunks[0]?.length ?? 1);
  }

  /** The place of a chunk's row among all units. */
  rowOf(chunk: number, row: number): number {
    return chunk * (this.chunks[0]?.length ?? 1) + row;
  }

  standingOf(row: number): (relative: number) => GroupStanding {
    const group = this.chunkOf(row).groupOf[this.rowIn(row)] as number;
    return (relative) => this.standing(relative, group);
  }

  /** The unit scored by the exact evaluator under its group's standing. */
  exactUnit(row: number, traced = false): UnitScore {
    return scoreUnit(this.set, this.factsOf(row), this.standingOf(row), traced);
  }

  /** Replaces all scores of a row by exact ones. */
  takeUnit(chunk: ResultChunk, row: number, score: UnitScore): void {
    for (const node of score.nodes) {
      const at = node.node * chunk.capacity + row;
      chunk.ticks[at] = Number(roundToTicks(node.exact, this.set.scoreRounding));
      chunk.status[at] = STATUS_BIT[node.status];
      const held = chunk.pointsAt[node.node] as number;
      if (held >= 0) chunk.points[held * chunk.capacity + row] = toNumber(node.exact) * this.ticksPerPoint;
    }
    chunk.total[row] = Number(roundToTicks(score.exactTotal, this.set.scoreRounding));
    chunk.exactTotal[row] = toNumber(score.exactTotal) * this.ticksPerPoint;
  }

  /** The sum of a node (or TOTAL) of a unit, added up exactly and rounded. */
  provenSum(row: number, node: number): number {
    const { facts } = this.chunkOf(row);
    const at = this.rowIn(row);
    // Of the total, every leaf is asked: then all facts at once are cheaper.
    if (facts && node !== TOTAL)
      return this.exactTicks(node, (leaf) => rowFacts(facts, at, leaf), this.standingOf(row));
    const whole = this.factsOf(row);
    return this.exactTicks(node, () => whole, this.standingOf(row));
  }

  /** The same, from the facts that each leaf below reads. */
  protected exactTicks(
    node: number,
    factsOf: (leaf: Node) => LeafFacts,
    standing: (relative: number) => GroupStanding,
  ): number {
    const members = node === TOTAL ? this.set.pillars : (this.set.nodes[node]?.children ?? []);
    return Number(roundToTicks(this.exactSum(members, factsOf, standing), this.set.scoreRounding));
  }

  private exactSum(
    members: readonly number[],
    factsOf: (leaf: Node) => LeafFacts,
    standing: (relative: number) => GroupStanding,
  ): Rational {
    let sum = ZERO;
    for (const member of members) {
      const node = this.set.nodes[member];
      if (!node?.scored) continue;
      const inner =
        node.children.length > 0
          ? this.exactSum(node.children, factsOf, standing)
          : scoreLeaf(this.set, node, factsOf(node), standing).exact;
      sum = add(sum, inner);
    }
    return sum;
  }

  /** The groups of a chunk's rows; new ones are entered. */
  private groupsOf(facts: FactChunk): Int32Array {
    const found = new Int32Array(facts.length);
    for (let row = 0; row < facts.length; row += 1) {
      const name = facts.groups[row] ?? "";
      let index = this.groupIndex.get(name);
      if (index === undefined) {
        index = this.groups.push(name) - 1;
        this.groupSize.push(0);
        for (const each of this.extremes) each.addGroup();
        this.groupIndex.set(name, index);
      }
      found[row] = index;
      this.groupSize[index] = (this.groupSize[index] as number) + 1;
    }
    return found;
  }

  /** One leaf of one row by the exact evaluator, under its group's standing. */
  exactLeaf(node: Node, chunk: ResultChunk, index: number, row: number): NodeScore {
    const facts = chunk.facts ? rowFacts(chunk.facts, row, node) : this.factsOf(this.rowOf(index, row));
    return scoreLeaf(this.set, node, facts, (relative) =>
      this.standing(relative, chunk.groupOf[row] as number),
    );
  }
}
