/**
 * A campaign at work: one declared fact changes, and the scores and ranks of everyone affected follow, without scoring all again. The
 * result is the same as that of a full run on the changed data.
 */
import { compare, equal, type Rational, toNumber } from "../numbers/rational.js";
import { roundToTicks, tenTo } from "../numbers/rounding.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import type { GroupStanding } from "../plan/exact.js";
import { type NodeScore, type Status, scoreLeaf, scoreUnit, type UnitScore } from "../score/unit.js";
import { ASK } from "./condition.js";
import { JOINED } from "./lane.js";
import { type Affected, differences, movers } from "./live-affected.js";
import { type LiveGroup, liveGroups } from "./live-group.js";
import { type MemberOrder, memberOrder, moveAll, moveMember, rankMembers } from "./live-ranking.js";
import { GroupShift } from "./live-shift.js";
import type { Leaf } from "./program.js";
import { TOTAL } from "./results.js";
import { NEAR_HALF } from "./round.js";
import { exactCondition, ownMeasure, rowFacts, STATUS_BIT } from "./row.js";
import { type CampaignScores, statusName } from "./scores.js";
import type { CampaignState } from "./state.js";

/** What a change did. Rows are places of units in the campaign. */
export interface Change {
  readonly row: number;
  /** Indicators and sums of the unit that were scored again. */
  readonly nodes: readonly number[];
  /** Relative indicators whose best or worst moved: everyone's points in the group were worked out again. */
  readonly groupNodes: readonly number[];
  readonly affected: Affected;
}

export class LiveCampaign {
  private readonly run: CampaignState;
  private readonly set: CompiledSet;
  private readonly groups: readonly LiveGroup[];
  private readonly orders: MemberOrder[] = [];
  private readonly memberOf: Int32Array;
  private readonly groupOf: Int32Array;
  /** Leaves that read a slot. */
  private readonly readers: ReadonlyMap<number, readonly Leaf[]>;
  private readonly ticksPerPoint: number;
  private readonly groupShift: GroupShift;

  /** @param scores of a run that kept its facts; they are taken over and must not be used any further. */
  constructor(scores: CampaignScores) {
    this.run = scores.run;
    this.set = scores.set;
    this.groupShift = new GroupShift(this.run);
    this.ticksPerPoint = Number(tenTo(this.set.scoreRounding.digits));
    this.memberOf = new Int32Array(scores.length);
    this.groupOf = new Int32Array(scores.length);
    this.groups = liveGroups(this.run);
    for (const group of this.groups) {
      for (const [member, row] of group.rows.entries()) {
        this.groupOf[row] = group.index;
        this.memberOf[row] = member;
      }
      rankMembers(this.run, group);
      this.orders.push(memberOrder(this.run, group));
    }
    const readers = new Map<number, Leaf[]>();
    for (const leaf of this.run.program.leaves)
      for (const slot of leaf.node.uses) readers.set(slot, [...(readers.get(slot) ?? []), leaf]);
    this.readers = readers;
  }

  /** Sets one declared fact of one unit (undefined: missing) and follows what it moves. */
  change(row: number, slot: number, value: Rational | undefined): Change {
    this.run.factChunk(row).put(this.run.rowIn(row), slot, value);
    return this.follow(row, this.readers.get(slot) ?? [], slot);
  }

  /** Marks an indicator of a unit as not applicable, with a reason, or takes the mark away. */
  markNotApplicable(row: number, node: number, marked: boolean, reason?: string): Change {
    const facts = this.run.factChunk(row);
    if (marked) facts.putNotApplicable(this.run.rowIn(row), node, reason);
    else facts.notApplicable.get(node)?.delete(this.run.rowIn(row));
    const leaves = this.run.program.leaves.filter((leaf) => leaf.node.index === node);
    return this.follow(row, leaves, undefined, (this.set.nodes[node]?.children.length ?? 0) > 0);
  }

  /** Gives an indicator of a unit points in place of its rule's, or (undefined) takes them away. Only the unit itself scores otherwise. */
  give(row: number, node: number, points: Rational | undefined): Change {
    this.run.factChunk(row).putGiven(this.run.rowIn(row), node, points);
    return this.follow(
      row,
      this.run.program.leaves.filter((leaf) => leaf.node.index === node),
      undefined,
    );
  }

  ticks(row: number, node: number): number {
    const group = this.groupAt(row);
    return group.ticks[node * group.size + this.member(row)] as number;
  }

  status(row: number, node: number): Status {
    const group = this.groupAt(row);
    return statusName(group.status[node * group.size + this.member(row)] as number);
  }

  totalTicks(row: number): number {
    return this.groupAt(row).total[this.member(row)] as number;
  }

  rank(row: number): number {
    return this.groupAt(row).rank[this.member(row)] as number;
  }

  /** What a unit has of a relative measure, by its place in the set's; undefined: nothing that its group's best is found from. */
  measure(row: number, relative: number): Rational | undefined {
    const group = this.groupAt(row);
    const at = relative * group.size + this.member(row);
    const below = group.below[at] as number;
    return (
      group.wide.get(at) ??
      (below > 0 ? { n: BigInt(group.above[at] as number), d: BigInt(below) } : undefined)
    );
  }

  /** The unit's score with its trace, by the exact evaluator. */
  explain(row: number): UnitScore {
    return this.run.exactUnit(row, true);
  }

  private groupAt(row: number): LiveGroup {
    const group = this.groups[this.groupOf[row] as number];
    if (!group) throw new RangeError(`There is no unit ${row}`);
    return group;
  }

  private member(row: number): number {
    return this.memberOf[row] as number;
  }

  private follow(row: number, leaves: readonly Leaf[], slot: number | undefined, whole = false): Change {
    const group = this.groupAt(row);
    const member = this.member(row);
    const order = this.orders[group.index] as MemberOrder;
    const before = { total: group.total[member] as number, rank: group.rank[member] as number };
    const moved: Node[] = [];
    let remembered = false;
    if (whole) this.rescoreUnit(group, member);
    for (const leaf of leaves) {
      if (this.remeasure(leaf, group, member)) {
        if (!remembered) group.remember();
        remembered = true;
        this.rescoreGroup(leaf, group, member);
        moved.push(leaf.node);
      } else this.rescoreMember(leaf.node, group, member);
    }
    const conditionsMoved = this.reviewConditions(group, member, slot);
    const nodes = leaves.flatMap((leaf) => [leaf.node.index, ...this.ancestors(leaf.node)]);
    const result = { row, nodes: [...new Set(nodes)], groupNodes: moved.map((node) => node.index) };
    if (!remembered && !conditionsMoved) {
      group.movedCount = 0;
      if (group.placeOf[member] !== -1) moveMember(group, order, member);
      return { ...result, affected: movers(group, member, before) };
    }
    if (!remembered) group.remember();
    if (conditionsMoved) rankMembers(this.run, group);
    else moveAll(this.run, group);
    // Remembered when the first relative leaf moved: the unit's own total may have moved before that.
    group.totalBefore[member] = before.total;
    group.rankBefore[member] = before.rank;
    return { ...result, affected: differences(group, member) };
  }

  /** Takes a member's new measure of a relative leaf; true when the group's best or worst is another one now. */
  private remeasure(leaf: Leaf, group: LiveGroup, member: number): boolean {
    if (!leaf.relative && !leaf.late) return false;
    let moved = false;
    for (const { node, plan } of this.set.relatives) {
      if (node !== leaf.node.index || !this.run.standing(plan.index, group.index).complete) continue;
      const facts = this.facts(group, member, leaf.node);
      const value = ownMeasure(this.set, leaf.node, plan.index, facts);
      const old = this.putMeasure(group, plan.index, member, value, facts.given !== undefined);
      moved = this.updateExtremes(group, plan.index, old, value) || moved;
    }
    return moved;
  }

  /** @param given when points do not follow from the measure, it is kept aside: the columns hold those from which they do. */
  private putMeasure(
    group: LiveGroup,
    relative: number,
    member: number,
    value: Rational | undefined,
    given: boolean,
  ): Rational | undefined {
    const at = relative * group.size + member;
    const below = group.below[at] as number;
    const old =
      group.wide.get(at) ??
      (below > 0 ? { n: BigInt(group.above[at] as number), d: BigInt(below) } : undefined);
    group.wide.delete(at);
    group.above[at] = 0;
    group.below[at] = 0;
    if (value === undefined) return old;
    const n = Number(value.n);
    const d = Number(value.d);
    if (!given && Number.isSafeInteger(n) && Number.isSafeInteger(d) && n >= 0) {
      group.above[at] = n;
      group.below[at] = d;
    } else group.wide.set(at, value);
    return old;
  }

  private updateExtremes(
    group: LiveGroup,
    relative: number,
    old: Rational | undefined,
    value: Rational | undefined,
  ): boolean {
    const extremes = this.run.extremes[relative];
    if (!extremes) return false;
    const high = extremes.highest(group.index);
    const low = extremes.lowest(group.index);
    // Only a best that falls or a worst that rises needs a look at everyone.
    const fell = high && old && equal(old, high) && (!value || compare(value, high) < 0);
    const rose = low && old && equal(old, low) && (!value || compare(value, low) > 0);
    if (fell || rose) {
      extremes.reset(group.index);
      const from = relative * group.size;
      const to = from + group.size;
      extremes.offerGroup(group.index, group.above.subarray(from, to), group.below.subarray(from, to));
      for (const [at, wide] of group.wide)
        if (Math.floor(at / group.size) === relative) extremes.offerExact(group.index, wide);
    } else if (value) extremes.offerExact(group.index, value);
    return !same(high, extremes.highest(group.index)) || !same(low, extremes.lowest(group.index));
  }

  /** Scores one leaf of one member again, and its sums. */
  private rescoreMember(node: Node, group: LiveGroup, member: number): void {
    const score = scoreLeaf(this.set, node, this.facts(group, member, node), this.standing(group));
    if (score.excluded || group.exact.has(member)) {
      this.rescoreUnit(group, member);
      return;
    }
    this.putScore(group, member, score);
    this.addUp(node, group, member);
  }

  private putScore(group: LiveGroup, member: number, score: NodeScore): void {
    const at = score.node * group.size + member;
    group.ticks[at] = Number(roundToTicks(score.exact, this.set.scoreRounding));
    group.status[at] = STATUS_BIT[score.status];
    if (this.set.sum === "exact") group.points[at] = toNumber(score.exact) * this.ticksPerPoint;
  }

  /** The whole unit by the exact evaluator: where something is left out and the rest rescaled. */
  private rescoreUnit(group: LiveGroup, member: number): void {
    const facts = this.run.factsOf(group.rows[member] as number);
    const score = scoreUnit(this.set, facts, this.standing(group));
    for (const node of score.nodes) this.putScore(group, member, node);
    group.total[member] = Number(roundToTicks(score.exactTotal, this.set.scoreRounding));
    group.exactTotal[member] = toNumber(score.exactTotal) * this.ticksPerPoint;
    const sumMarked = [...facts.notApplicable.keys()].some(
      (node) => (this.set.nodes[node]?.children.length ?? 0) > 0,
    );
    if (sumMarked || score.nodes.some((node) => node.excluded)) group.exact.add(member);
    else group.exact.delete(member);
  }

  /** Adds up the sums above a leaf for one member, afresh. */
  private addUp(leaf: Node, group: LiveGroup, member: number): void {
    const { size } = group;
    for (const parent of this.ancestors(leaf)) {
      const at = parent * size + member;
      let mask = 0;
      let ticks = 0;
      let sum = 0;
      for (const child of this.set.nodes[parent]?.children ?? []) {
        if (!this.set.nodes[child]?.scored) continue;
        mask |= group.status[child * size + member] as number;
        if (this.set.sum === "exact") sum += group.points[child * size + member] as number;
        ticks += group.ticks[child * size + member] as number;
      }
      group.status[at] = JOINED[mask] as number;
      if (this.set.sum === "rounded") group.ticks[at] = ticks;
      else {
        group.points[at] = sum;
        group.ticks[at] = this.rounded(sum, group, member, parent);
      }
    }
    let total = 0;
    const values = this.set.sum === "exact" ? group.points : group.ticks;
    for (const pillar of this.set.pillars)
      if (this.set.nodes[pillar]?.scored) total += values[pillar * size + member] as number;
    group.exactTotal[member] = total;
    group.total[member] = this.set.sum === "exact" ? this.rounded(total, group, member, TOTAL) : total;
  }

  /** A float sum rounded; by the exact evaluator when it is too near a half. */
  private rounded(sum: number, group: LiveGroup, member: number, node: number): number {
    const down = Math.floor(sum);
    const rest = sum - down;
    if (rest > 0.5 - NEAR_HALF && rest < 0.5 + NEAR_HALF)
      return this.run.provenSum(group.rows[member] as number, node);
    return rest < 0.5 ? down : down + 1;
  }

  /** Everyone's points of a relative leaf, after the group's best or worst moved. */
  private rescoreGroup(leaf: Leaf, group: LiveGroup, changed: number): void {
    const plan = leaf.relative?.plan;
    const formula = plan && this.run.formula(plan.index, group.index);
    if (!plan || !formula || this.set.sum !== "exact")
      for (let member = 0; member < group.size; member += 1) this.rescoreMember(leaf.node, group, member);
    else {
      const parents = this.ancestors(leaf.node);
      const again = this.groupShift.give(leaf.node, plan.index, formula, group, parents, changed);
      for (const member of again) this.rescoreMember(leaf.node, group, member);
    }
  }

  /** Looks again at the conditions of a member; true when one that decides on ranking turned. */
  private reviewConditions(group: LiveGroup, member: number, slot: number | undefined): boolean {
    let turned = false;
    for (const [index, condition] of this.run.program.conditions.entries()) {
      if (slot === undefined || !condition.node.uses.some((used) => used === slot)) continue;
      const row = group.rows[member] as number;
      const outcome = condition.holds(this.run.factChunk(row), this.run.rowIn(row));
      const now = outcome === ASK ? exactCondition(condition.node, this.run.factsOf(row)) : outcome;
      const at = index * group.size + member;
      turned = turned || (condition.unranked && now !== group.conditions[at]);
      group.conditions[at] = now;
    }
    return turned;
  }

  private facts(group: LiveGroup, member: number, node: Node): ReturnType<typeof rowFacts> {
    const row = group.rows[member] as number;
    return rowFacts(this.run.factChunk(row), this.run.rowIn(row), node);
  }

  private standing(group: LiveGroup): (relative: number) => GroupStanding {
    return (relative) => this.run.standing(relative, group.index);
  }

  /** Nodes above a node, nearest first. */
  private ancestors(node: Node): number[] {
    const found: number[] = [];
    for (let parent = node.parent; parent !== undefined; parent = this.set.nodes[parent]?.parent)
      found.push(parent);
    return found;
  }
}

function same(a: Rational | undefined, b: Rational | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equal(a, b);
}
