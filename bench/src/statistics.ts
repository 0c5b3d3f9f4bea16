/** What is made of repeated runs. */

export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function fastest(values: readonly number[]): number {
  return quantile(values, 0);
}

/** The value that a share of all values does not exceed. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("no values were measured");
  return value;
}

/** How two contestants stand that ran in turns: the median of the ratios of neighbouring runs, so that a machine busy for a while weighs on both. */
export interface Ratio {
  readonly median: number;
  /** Of the fastest run of each. */
  readonly fastest: number;
}

/** @param all runs of the second, where `below` holds medians of several. */
export function ratio(above: readonly number[], below: readonly number[], all = below): Ratio {
  const pairs = above.map((value, index) => value / (below[index] ?? Number.NaN));
  return { median: median(pairs), fastest: fastest(above) / fastest(all) };
}

/** Of several ratios the least. */
export function least(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((a, b) => (b.median < a.median ? b : a));
}

/** Of several ratios the greatest. */
export function greatest(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((a, b) => (b.median > a.median ? b : a));
}
