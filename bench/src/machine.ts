/** The machine that the figures are from, and how busy it was. */
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

/** Collects garbage now, so that no contestant pays for another's; needs `node --expose-gc`, as `npm run bench` has it. */
export function settle(): void {
  globalThis.gc?.();
}
