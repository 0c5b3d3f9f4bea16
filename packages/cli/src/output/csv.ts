/** Scores as a wide CSV file: one row a unit, one column a scored node. */
import { type CompiledSet, formatTicks } from "@opendti/engine";
import type { Scored } from "../score/scored.js";
import { labelsOf } from "./set-facts.js";

/** First letters by which a spreadsheet takes a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The columns of a score file: its header line and the nodes, in order. */
export function scoreColumns(set: CompiledSet): { header: string; nodes: number[] } {
  const labels = labelsOf(set);
  const nodes = set.nodes.filter((node) => node.scored && !node.condition).map((node) => node.index);
  return {
    header: ["unit", "group", "rank", "total", ...nodes.map((node) => csvCell(labels[node] ?? ""))].join(","),
    nodes,
  };
}

/** Lines of the file, each with its line end; with a byte order mark, by which spreadsheets know UTF-8. */
export function* csvLines(scored: Scored): Generator<string> {
  const { set, scores, units } = scored;
  const digits = set.scoreRounding.digits;
  const { header, nodes } = scoreColumns(set);
  yield `\ufeff${header}\n`;
  for (const row of units.keys()) {
    const points = nodes.map((node) => formatTicks(scores.ticks(row, node), digits));
    yield `${[csvCell(scores.unit(row)), csvCell(scores.group(row)), scores.rank(row) || "", formatTicks(scores.totalTicks(row), digits), ...points].join(",")}\n`;
  }
}

/** A text cell: quoted where it must be, and never a formula. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
