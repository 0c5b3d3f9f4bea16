/** What the benchmark found, as rows of one table. */
import type { Comparison } from "./compare.js";
import { fastest, median, type Ratio } from "./statistics.js";

export type Unit = "ms" | "µs" | "s" | "MB" | "units/s" | "evaluations/s" | "x";

export interface Row {
  readonly part: string;
  readonly units: number;
  readonly what: string;
  /** The median, or what is derived from medians. */
  readonly value: number;
  /** The same of the fastest runs: what a busy machine spoils least. */
  readonly fastest?: number | undefined;
  readonly unit: Unit;
  readonly target?: Target | undefined;
}

export interface Target {
  readonly bound: "at most" | "at least";
  readonly value: number;
}

/** Results of two contestants that were compared. */
export interface Agreement extends Comparison {
  readonly part: string;
  readonly units: number;
  readonly of: string;
}

export interface Report {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly rows: readonly Row[];
  readonly agreements: readonly Agreement[];
}

/** What a part of the benchmark hands over, and where it says how far it is. */
export class Findings {
  readonly rows: Row[] = [];
  readonly agreements: Agreement[] = [];

  constructor(
    private readonly part: string,
    private readonly log: (text: string) => void,
  ) {}

  say(text: string): void {
    this.log(`${this.part}: ${text}`);
  }

  /** Adds a figure. */
  add(units: number, what: string, value: number, unit: Unit, target?: Target): void {
    this.enter({ part: this.part, units, what, value, unit, target });
  }

  /** Adds the median and the fastest of several runs, in milliseconds. */
  runs(units: number, what: string, times: readonly number[]): void {
    this.enter({ part: this.part, units, what, value: median(times), fastest: fastest(times), unit: "ms" });
  }

  ratio(units: number, what: string, ratio: Ratio, target?: Target): void {
    this.enter({
      part: this.part,
      units,
      what,
      value: ratio.median,
      fastest: ratio.fastest,
      unit: "x",
      target,
    });
  }

  private enter(row: Row): void {
    const { units, what, target } = row;
    this.rows.push(row);
    this.say(`${grouped(units)} units, ${what}: ${figure(row)}${target ? `, ${verdict(row)}` : ""}`);
  }

  compare(units: number, of: string, comparison: Comparison): void {
    this.agreements.push({ part: this.part, units, of, ...comparison });
    const { cells, differing, wrong } = comparison;
    this.say(
      `${of}: ${cells} cells, ${differing} differ, ${wrong.length > 0 ? `WRONG: ${wrong.join("; ")}` : "none wrong"}`,
    );
  }
}

export function reached({ value, target }: Row): boolean {
  if (!target) return true;
  return target.bound === "at most" ? value <= target.value : value >= target.value;
}

/** Whether every contestant agrees with the engine but for the noise of its floats. */
export function agreed(report: Pick<Report, "agreements">): boolean {
  return report.agreements.every(({ wrong }) => wrong.length === 0);
}

export function markdown(report: Report): string {
  const machine = Object.entries(report.machine).map(([name, value]) => `${name} ${value}`);
  const rows = report.rows.map((row) => [
    row.part,
    grouped(row.units),
    row.what,
    figure(row),
    row.fastest === undefined ? "" : figure({ ...row, value: row.fastest }),
    row.target ? `${row.target.bound} ${figure({ ...row, value: row.target.value })}` : "",
    row.target ? verdict(row) : "",
  ]);
  const cells = report.agreements.map((one) => [
    one.part,
    grouped(one.units),
    one.of,
    ...[one.cells, one.differing, one.floatNoise, one.ranksAfterNoise].map(grouped),
    one.wrong.length === 0 ? "0" : one.wrong.join("; "),
  ]);
  return [
    machine.join(" · "),
    table(["part", "units", "what", "figure", "fastest runs", "target", ""], rows),
    "Results against the engine's, cell by cell. Float noise: by the exact value the engine is right, and the other's float fell on the wrong side of a half or of an edge.",
    table(["part", "units", "of", "cells", "differ", "float noise", "ranks after it", "wrong"], cells),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function verdict(row: Row): string {
  return reached(row) ? "reached" : "NOT REACHED";
}

function figure({ value, unit }: Pick<Row, "value" | "unit">): string {
  const digits = value >= 1000 ? 0 : value >= 100 ? 1 : value >= 1 ? 2 : 3;
  return `${grouped(Number(value.toFixed(digits)))} ${unit}`;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 3 });
}
