/** Samples of repeated runs and their medians. */

/** One run, in milliseconds: by the clock, and of the processor over all its cores. */
export interface Sample {
  readonly wall: number;
  readonly cpu: number;
}

export async function measured(run: () => unknown): Promise<Sample> {
  const before = process.cpuUsage();
  const start = performance.now();
  await run();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

/** What is made of the samples of a contestant: the median by the clock, the fastest run, the median of processor time. */
export interface Summary {
  readonly median: number;
  readonly fastest: number;
  readonly cpu: number;
}

export function summary(samples: readonly Sample[]): Summary {
  const walls = samples.map(({ wall }) => wall);
  return { median: median(walls), fastest: Math.min(...walls), cpu: median(samples.map(({ cpu }) => cpu)) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("no values were measured");
  return value;
}
