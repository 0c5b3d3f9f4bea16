/** The machine that the figures are from, and how busy it was. */
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

export function describeMachine(): Record<string, string | number> {
  const [first] = cpus();
  return {
    processor: first?.model ?? "unknown",
    cores: cpus().length,
    "memory (GB)": Math.round(totalmem() / 1e9),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

/** Bytes of a megabyte. */
export const MB = 1e6;

/** Load averages over one and five minutes. */
export function load(): string {
  return loadavg()
    .slice(0, 2)
    .map((value) => value.toFixed(1))
    .join(" ");
}

/**
 * Collects the garbage of making the campaign, so that no contestant pays for it; needs `node --expose-gc`, as `npm run bench` has
 * it. Never between runs: V8 throws compiled code away with the last object of a shape, and the next run would be a cold one.
 */
export function settle(): void {
  globalThis.gc?.();
}

/** Seconds of processor time, and those that the host took away for other machines, since it started; Linux only. */
export function stolen(): { readonly all: number; readonly stolen: number } {
  if (process.platform !== "linux") return { all: 0, stolen: 0 };
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  return { all: ticks.reduce((sum, value) => sum + value, 0) / 100, stolen: (ticks[7] ?? 0) / 100 };
}
