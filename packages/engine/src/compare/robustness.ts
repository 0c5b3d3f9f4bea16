/**
 * How firm ranks are: how far each unit's rank may go while judgements are pending, and how far it moves when the weights
 * of the set are varied. Whole-number arithmetic only, so that ties stay ties and every process gets the same ranks.
 */

/** Points of units in whole ticks, with the ranking group of each. All units here are ranked. */
export interface Standings {
  /** Ranking group of each unit. */
  readonly groups: readonly string[];
  /** Indicators (or pillars) whose weights are varied. */
  readonly parts: number;
  /** Ticks, unit by unit: part p of unit u is at u * parts + p. Whole numbers. */
  readonly ticks: Float64Array;
}

export interface RankRange {
  /** Best rank met. */
  readonly low: number;
  /** Worst rank met. */
  readonly high: number;
}

export interface WeightRange extends RankRange {
  /** The ranks that 5 and 95 of 100 draws do not exceed. */
  readonly p05: number;
  readonly p95: number;
}

/**
 * The best and the worst rank that each unit can still get while some of its and the others' points are open: it at its
 * most and all others at their least, and the other way round. Ties share a rank.
 * @param totals of each unit, `least` and `most` in whole ticks; one each unit.
 */
export function pendingRanks(
  groups: readonly string[],
  totals: readonly { readonly least: number; readonly most: number }[],
): RankRange[] {
  if (groups.length !== totals.length) throw new RangeError("pendingRanks: one group and one total a unit");
  const ranges = new Array<RankRange>(totals.length);
  for (const rows of membersOf(groups)) {
    const leasts = Float64Array.from(rows, (row) => totals[row]?.least ?? 0).sort();
    const mosts = Float64Array.from(rows, (row) => totals[row]?.most ?? 0).sort();
    for (const row of rows) {
      const own = totals[row] ?? { least: 0, most: 0 };
      if (own.most < own.least)
        throw new RangeError(`pendingRanks: unit ${row} has more at least than at most`);
      // Its own least is never above its most; its own most counts only when it is above its own least.
      const low = 1 + above(leasts, own.most);
      const high = 1 + above(mosts, own.least) - (own.most > own.least ? 1 : 0);
      ranges[row] = { low, high };
    }
  }
  return ranges;
}

/** How many of the sorted values are above a bound. */
function above(sorted: Float64Array, bound: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) > bound) to = middle;
    else from = middle + 1;
  }
  return sorted.length - from;
}

/** Rows of each group. */
function membersOf(groups: readonly string[]): number[][] {
  const members = new Map<string, number[]>();
  for (const [row, group] of groups.entries()) {
    const rows = members.get(group);
    if (rows === undefined) members.set(group, [row]);
    else rows.push(row);
  }
  return [...members.values()];
}

/** Weights are whole millionths: 1 ± w is 1,000,000 ± w * 1,000,000. */
const WHOLE = 1_000_000;

/** Beyond this, products of ticks and weights would no longer be whole in a float. */
const LARGEST_TOTAL = Number.MAX_SAFE_INTEGER / (2 * WHOLE);

export interface WeightOptions {
  /** A whole number from 0 below 2^32: the same seed gives the same draws, in every process. */
  readonly seed: number;
  /** How far a weight goes up or down, as a share of itself: 0.1 is ±10%. Between 0 and 1. */
  readonly spread: number;
}

/**
 * Draws weights and ranks the units under them, as often as it is asked to. Each draw takes every part's weight evenly from
 * 1 - spread to 1 + spread of what the set gives it. Draws are made in any number of calls: thousand at once, or ten by ten.
 */
export class WeightDraws {
  private readonly members: readonly number[][];
  private readonly weights: Float64Array;
  /** Ranks of each draw, unit by unit. */
  private readonly ranks: Uint16Array[] = [];
  private readonly random: () => number;
  private readonly reach: number;

  constructor(
    private readonly standings: Standings,
    { seed, spread }: WeightOptions,
  ) {
    const { groups, parts, ticks } = standings;
    if (ticks.length !== groups.length * parts)
      throw new RangeError("WeightDraws: parts and units do not fit");
    if (!(spread >= 0 && spread <= 1)) throw new RangeError("WeightDraws: spread is between 0 and 1");
    if (groups.length > 65_535) throw new RangeError("WeightDraws: at most 65,535 units");
    for (let unit = 0; unit < groups.length; unit += 1) {
      let total = 0;
      for (let part = 0; part < parts; part += 1) {
        const value = ticks[unit * parts + part] as number;
        if (!Number.isSafeInteger(value)) throw new RangeError("WeightDraws: ticks are whole numbers");
        total += Math.abs(value);
      }
      if (total > LARGEST_TOTAL) throw new RangeError("WeightDraws: totals are too large to be exact");
    }
    this.members = membersOf(groups);
    this.weights = new Float64Array(parts);
    this.random = generator(seed);
    this.reach = Math.round(spread * WHOLE);
  }

  /** Draws made so far. */
  get count(): number {
    return this.ranks.length;
  }

  /** Makes more draws. */
  draw(times: number): void {
    const { groups, parts, ticks } = this.standings;
    const totals = new Float64Array(groups.length);
    for (let time = 0; time < times; time += 1) {
      for (let part = 0; part < parts; part += 1) this.weights[part] = this.weight();
      for (let unit = 0; unit < groups.length; unit += 1) {
        let total = 0;
        const from = unit * parts;
        for (let part = 0; part < parts; part += 1)
          total += (ticks[from + part] as number) * (this.weights[part] as number);
        totals[unit] = total;
      }
      this.ranks.push(this.ranked(totals));
    }
  }

  /** What the draws so far say of each unit. With no draw there is nothing to say: a RangeError. */
  ranges(): WeightRange[] {
    const times = this.ranks.length;
    if (times === 0) throw new RangeError("WeightDraws: nothing was drawn yet");
    const met = new Uint16Array(times);
    return this.standings.groups.map((_, unit) => {
      for (let time = 0; time < times; time += 1) met[time] = this.ranks[time]?.[unit] ?? 0;
      met.sort();
      const at = (share: number): number => met[Math.max(0, Math.ceil((share * times) / 100) - 1)] ?? 0;
      return { low: at(0), high: at(100), p05: at(5), p95: at(95) };
    });
  }

  /** A weight in millionths, evenly from 1 - spread to 1 + spread. */
  private weight(): number {
    return WHOLE - this.reach + Math.floor((this.random() * (2 * this.reach + 1)) / 4_294_967_296);
  }

  private ranked(totals: Float64Array): Uint16Array {
    const ranks = new Uint16Array(totals.length);
    for (const rows of this.members) {
      const sorted = Float64Array.from(rows, (row) => totals[row] as number).sort();
      for (const row of rows) ranks[row] = 1 + above(sorted, totals[row] as number);
    }
    return ranks;
  }
}

/** Evenly spread whole numbers from 0 below 2^32, the same for the same seed everywhere: Mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
