/** Everyone's points of a relative indicator after the group's best or worst moved; the sums follow by the difference. */
import type { CompiledSet, Node } from "../plan/compiled.js";
import { SCORED } from "./lane.js";
import type { LiveGroup } from "./live-group.js";
import { Outcome } from "./outcome.js";
import type { RelativeFormula } from "./relative.js";
import { TOTAL } from "./results.js";
import { NEAR_HALF } from "./round.js";
import type { CampaignState } from "./state.js";

/** Float additions after which the sums of a group are added up afresh, far before their noise could reach NEAR_HALF. */
const DRIFT_LIMIT = 200;

export class GroupShift {
  private readonly out = new Outcome();
  private capacity = 0;
  private ticks = new Int32Array(0);
  private status = new Uint8Array(0);
  /** The points that a formula gives, and then by how much they differ from those before. */
  private points = new Float64Array(0);

  constructor(private readonly run: CampaignState) {}

  /**
   * Works out a leaf's points for the whole group. Whoever has no measure keeps the score: it follows from no best.
   * @param parents of the leaf, all the way up.
   * @param changed the member whose fact changed.
   * @returns the members that only the exact evaluator can score; nothing of theirs was moved.
   */
  give(
    { index }: Node,
    relative: number,
    formula: RelativeFormula,
    group: LiveGroup,
    parents: readonly number[],
    changed: number,
  ): number[] {
    const { size } = group;
    this.reserve(size);
    const from = relative * size;
    const below = group.below.subarray(from, from + size);
    formula.rows(group.above.subarray(from, from + size), below, this.out);
    const points = group.points.subarray(index * size, (index + 1) * size);
    const ticks = group.ticks.subarray(index * size, (index + 1) * size);
    const status = group.status.subarray(index * size, (index + 1) * size);
    const { points: differences, status: statusNow, ticks: ticksNow } = this;
    const { odd } = this.out;
    let oddMembers = 0;
    for (let member = 0; member < size; member += 1) {
      const now = differences[member] as number;
      const before = points[member] as number;
      if ((below[member] as number) > 0 && statusNow[member] === status[member]) {
        differences[member] = now - before;
        points[member] = now;
        ticks[member] = ticksNow[member] as number;
      } else odd[oddMembers++] = member;
    }
    const again: number[] = [];
    for (let place = 0; place < oddMembers; place += 1) {
      const member = odd[place] as number;
      differences[member] = 0;
      if ((below[member] as number) > 0 || member === changed || group.wide.has(from + member))
        again.push(member);
    }
    for (const member of group.exact) {
      differences[member] = 0;
      again.push(member);
    }
    for (const parent of parents)
      this.shift(
        group,
        parent,
        group.points.subarray(parent * size, (parent + 1) * size),
        group.ticks.subarray(parent * size, (parent + 1) * size),
      );
    this.shift(group, TOTAL, group.exactTotal, group.total);
    group.drift += 1;
    if (group.drift >= DRIFT_LIMIT) addUpAfresh(this.run.set, group);
    return again;
  }

  /** Room for a group; its rows scored, with no points yet. */
  private reserve(size: number): void {
    if (this.capacity < size) {
      this.capacity = size;
      this.ticks = new Int32Array(size);
      this.status = new Uint8Array(size);
      this.points = new Float64Array(size);
      this.out.room(size);
    }
    this.status.fill(SCORED, 0, size);
    this.points.fill(0, 0, size);
    // What a formula leaves undefined has no points; it writes none.
    this.ticks.fill(0, 0, size);
    this.out.aim(this.ticks, this.status, this.points);
  }

  /** Adds the differences to sums, and rounds those that changed. */
  private shift(group: LiveGroup, node: number, sums: Float64Array, ticks: Int32Array): void {
    const differences = this.points;
    const { odd } = this.out;
    let oddMembers = 0;
    for (let member = 0; member < sums.length; member += 1) {
      const difference = differences[member] as number;
      const sum = (sums[member] as number) + difference;
      const raised = sum + 0.5;
      const rounded = Math.floor(raised);
      if (difference === 0) continue;
      sums[member] = sum;
      ticks[member] = rounded;
      if (Math.abs(raised - rounded - 0.5) > 0.5 - NEAR_HALF) odd[oddMembers++] = member;
    }
    for (let place = 0; place < oddMembers; place += 1) {
      const member = odd[place] as number;
      ticks[member] = this.run.provenSum(group.rows[member] as number, node);
    }
  }
}

/**
 * Adds up all float sums of a group once more, so that the noise of many additions goes. Their roundings were proven, and stay. Members
 * scored as a whole are left out: theirs are no plain sums.
 */
function addUpAfresh(set: CompiledSet, group: LiveGroup): void {
  const { size, points, exact } = group;
  const add = (into: Float64Array, at: number, nodes: readonly number[]): void => {
    for (let member = 0; member < size; member += 1) {
      if (exact.has(member)) continue;
      let sum = 0;
      for (const node of nodes) if (set.nodes[node]?.scored) sum += points[node * size + member] as number;
      into[at + member] = sum;
    }
  };
  for (let index = set.nodes.length - 1; index >= 0; index -= 1) {
    const { children = [] } = set.nodes[index] ?? {};
    if (children.length > 0) add(points, index * size, children);
  }
  add(group.exactTotal, 0, set.pillars);
  group.drift = 0;
}
