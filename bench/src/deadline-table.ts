/** The deadline benchmark's findings as Markdown. */
import type { Contestant, Operation } from "./deadline-world.js";
import { quantile } from "./statistics.js";

/** What came of asking one contestant for one operation over several rounds. */
export interface Stretch {
  readonly contestant: Contestant;
  /** Requests a second, round by round. */
  readonly rates: number[];
  readonly latencies: Float64Array[];
  readonly errors: Record<string, number>;
  /** Seconds of a processor: its own processes', PostgreSQL's. */
  cpu: { server: number; postgres: number };
  requests: number;
}

export interface Comparison {
  readonly operation: Operation;
  readonly connections: number;
  readonly opendti: Stretch;
  readonly bare: Stretch;
}

export const newStretch = (contestant: Contestant): Stretch => ({
  contestant,
  rates: [],
  latencies: [],
  errors: {},
  cpu: { server: 0, postgres: 0 },
  requests: 0,
});

/** The ratio of neighbouring rounds, so that a machine busy for a while weighs on both. */
export function ratioOf(above: readonly number[], below: readonly number[]): number {
  return quantile(
    above.map((rate, round) => rate / (below[round] ?? Number.NaN)),
    0.5,
  );
}

export function p(stretch: Stretch, share: number): number {
  const all = new Float64Array(stretch.latencies.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of stretch.latencies) {
    all.set(part, at);
    at += part.length;
  }
  return quantile(all, share);
}

export function comparisonTable(comparisons: readonly Comparison[]): string {
  return table(
    [
      "",
      "connections",
      "OpenDTI",
      "bare",
      "ratio",
      "p50 (bare)",
      "p99 (bare)",
      "errors",
      "CPU a request: server, PostgreSQL (bare)",
    ],
    comparisons.map(({ operation, connections, opendti, bare }) => [
      operation,
      String(connections),
      `${rate(opendti)}/s`,
      `${rate(bare)}/s`,
      `**${ratioOf(opendti.rates, bare.rates).toFixed(2)}**`,
      both((one) => milliseconds(p(one, 0.5)), opendti, bare),
      both((one) => milliseconds(p(one, 0.99)), opendti, bare),
      errorsOf(opendti, bare),
      both(
        ({ cpu, requests }) =>
          `${milliseconds((cpu.server * 1000) / requests)}, ${milliseconds((cpu.postgres * 1000) / requests)}`,
        opendti,
        bare,
      ),
    ]),
  );
}

function both(show: (one: Stretch) => string, opendti: Stretch, bare: Stretch): string {
  return `${show(opendti)} (${show(bare)}) ms`;
}

function errorsOf(...stretches: readonly Stretch[]): string {
  const all = stretches.flatMap(({ contestant, errors }) =>
    Object.entries(errors).map(([why, count]) => `${contestant} ${why}: ${count}`),
  );
  return all.length === 0 ? "0" : all.join("; ");
}

const rate = ({ rates }: Stretch): string => quantile(rates, 0.5).toFixed(0);

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
