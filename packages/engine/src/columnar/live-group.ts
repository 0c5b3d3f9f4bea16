/** One ranking group of a live campaign: its scores side by side, so that a change that moves all of them is one pass. */
import type { Rational } from "../numbers/rational.js";
import { TRUE } from "./condition.js";
import type { ResultChunk } from "./results.js";
import type { CampaignState } from "./state.js";

export class LiveGroup {
  readonly size: number;
  /** Node-major: value of node n of member m at n * size + m. */
  readonly ticks: Int32Array;
  readonly status: Uint8Array;
  /** Unrounded points as float ticks, of every node; only where the set adds exact scores. */
  readonly points: Float64Array;
  readonly total: Int32Array;
  readonly exactTotal: Float64Array;
  readonly rank: Int32Array;
  /** Totals and ranks as they were when last remembered. */
  readonly totalBefore: Int32Array;
  readonly rankBefore: Int32Array;
  /** Ranked members, best first, and the place of each in it (-1 when unranked). */
  order: Int32Array;
  readonly placeOf: Int32Array;
  /** Relative measures, whole numbers; below is 0 where there is none, or one kept in `wide`. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly wide = new Map<number, Rational>();
  /** Members scored exactly as a whole, because something of theirs is left out and the rest rescaled. */
  readonly exact = new Set<number>();
  readonly conditions: Uint8Array;
  /** Members whose rank the last move changed, with the rank they had. */
  readonly moved: Int32Array;
  readonly movedFrom: Int32Array;
  movedCount = 0;
  /** Float additions made to the sums since they were last added up afresh. */
  drift = 0;

  constructor(
    private readonly run: CampaignState,
    readonly index: number,
    /** Member -> row of the campaign. */
    readonly rows: Int32Array,
  ) {
    const { set } = run;
    const nodes = set.nodes.length;
    this.size = rows.length;
    this.ticks = new Int32Array(nodes * this.size);
    this.status = new Uint8Array(nodes * this.size);
    this.points = new Float64Array(set.sum === "exact" ? nodes * this.size : 0);
    this.total = new Int32Array(this.size);
    this.exactTotal = new Float64Array(this.size);
    this.rank = new Int32Array(this.size);
    this.totalBefore = new Int32Array(this.size);
    this.rankBefore = new Int32Array(this.size);
    this.placeOf = new Int32Array(this.size);
    this.order = new Int32Array(0);
    this.moved = new Int32Array(this.size);
    this.movedFrom = new Int32Array(this.size);
    this.above = new Float64Array(set.relatives.length * this.size);
    this.below = new Float64Array(set.relatives.length * this.size);
    this.conditions = new Uint8Array(run.program.conditions.length * this.size);
  }

  /** Remembers all totals and ranks, to tell later who moved. */
  remember(): void {
    this.totalBefore.set(this.total);
    this.rankBefore.set(this.rank);
  }

  /** Whether the member takes part in the ranking. */
  isRanked(member: number): boolean {
    return this.run.program.conditions.every(
      (condition, index) => !condition.unranked || this.conditions[index * this.size + member] === TRUE,
    );
  }
}

/** The members of a group that one chunk holds: its rows, and the place of the first among the members. */
interface Part {
  readonly group: LiveGroup;
  readonly at: Int32Array;
  readonly first: number;
}

/** The groups of a finished run, with all its scores. */
export function liveGroups(run: CampaignState): LiveGroup[] {
  const rows = run.groups.map((_, group) => new Int32Array(run.groupSize[group] ?? 0));
  const filled = new Int32Array(rows.length);
  const starts = run.chunks.map((chunk, index) => {
    const first = filled.slice();
    for (let row = 0; row < chunk.length; row += 1) {
      const group = chunk.groupOf[row] as number;
      (rows[group] as Int32Array)[filled[group] as number] = run.rowOf(index, row);
      filled[group] = (filled[group] as number) + 1;
    }
    return { first, end: filled.slice() };
  });
  const groups = rows.map((members, index) => new LiveGroup(run, index, members));
  for (const [index, chunk] of run.chunks.entries()) {
    const { first, end } = starts[index] as { first: Int32Array; end: Int32Array };
    const parts = groups.map((group, at) => ({
      group,
      at: group.rows.slice(first[at], end[at]).map((row) => run.rowIn(row)),
      first: first[at] as number,
    }));
    copyColumns(run, chunk, parts);
    for (const part of parts) copyRare(chunk, part);
  }
  return groups;
}

/** Copies a chunk column by column, so that each is read while it is near. */
function copyColumns(run: CampaignState, chunk: ResultChunk, parts: readonly Part[]): void {
  const { capacity } = chunk;
  for (const { index: node } of run.set.nodes) {
    const held = chunk.pointsAt[node] as number;
    for (const { group, at, first } of parts) {
      const into = node * group.size + first;
      gather(chunk.ticks, node * capacity, at, group.ticks, into);
      gather(chunk.status, node * capacity, at, group.status, into);
      if (held >= 0) gather(chunk.points, held * capacity, at, group.points, into);
    }
  }
  for (const { group, at, first } of parts) {
    gather(chunk.total, 0, at, group.total, first);
    gather(chunk.exactTotal, 0, at, group.exactTotal, first);
    gather(chunk.rank, 0, at, group.rank, first);
    for (let relative = 0; relative < run.set.relatives.length; relative += 1) {
      gather(chunk.above, relative * capacity, at, group.above, relative * group.size + first);
      gather(chunk.below, relative * capacity, at, group.below, relative * group.size + first);
    }
    for (let index = 0; index < run.program.conditions.length; index += 1)
      gather(chunk.conditions, index * capacity, at, group.conditions, index * group.size + first);
  }
}

/** Copies what few rows have: wide measures, and being scored exactly as a whole. */
function copyRare(chunk: ResultChunk, { group, at, first }: Part): void {
  if (chunk.wideMeasures.size === 0 && chunk.exactRows.size === 0) return;
  const memberAt = new Map<number, number>();
  for (const [place, row] of at.entries()) memberAt.set(row, first + place);
  for (const [index, wide] of chunk.wideMeasures) {
    const member = memberAt.get(index % chunk.capacity);
    if (member !== undefined) group.wide.set(Math.floor(index / chunk.capacity) * group.size + member, wide);
  }
  for (const row of chunk.exactRows) {
    const member = memberAt.get(row);
    if (member !== undefined) group.exact.add(member);
  }
}

/** Copies the values of some rows of a column next to each other. */
function gather<Column extends Int32Array | Float64Array | Uint8Array>(
  column: Column,
  from: number,
  at: Int32Array,
  into: Column,
  first: number,
): void {
  for (let index = 0; index < at.length; index += 1)
    into[first + index] = column[from + (at[index] as number)] as number;
}
