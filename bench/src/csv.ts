/** Campaigns as CSV files, in batches, so that a file may be larger than memory. */
import { closeSync, openSync, writeSync } from "node:fs";
import type { CampaignScores, CompiledSet } from "@opendti/engine";
import type { OtherScores } from "./compare.js";
import { type Campaign, generate } from "./generate.js";
import { columnName, tableFacts } from "./sql.js";

/** Units generated at a time. */
const BATCH = 20_000;

/** Batches of a campaign of `size` units; the first is `generate`'s own, whose units and groups go on in the others. */
export function* batches(set: CompiledSet, size: number): Generator<Campaign> {
  if (size <= 5 * BATCH) {
    yield generate(set, size);
    return;
  }
  for (let from = 0; from < size; from += BATCH) {
    const batch = generate(set, Math.min(BATCH, size - from), 922 + from);
    yield { ...batch, units: batch.units.map((_, row) => `don-vi-${from + row + 1}`) };
  }
}

/** One row a unit: unit, group, and a column for each input that the rules read. */
export function writeWide(set: CompiledSet, size: number, path: string): void {
  const facts = tableFacts(set);
  write(
    path,
    ["unit", "group", ...facts.map((fact) => columnName(set, fact))].join(","),
    set,
    size,
    (campaign, row) => {
      let line = `${campaign.units[row]},${campaign.groups[row]}`;
      for (const { slot } of facts) {
        const value = campaign.columns[slot]?.[row] as number;
        line += Number.isNaN(value) ? "," : `,${value}`;
      }
      return line;
    },
  );
}

/** One row a number: unit, group, code, input, value; what is missing has no row. */
export function writeLong(set: CompiledSet, size: number, path: string): void {
  const names = tableFacts(set).map((fact) => ({
    slot: fact.slot,
    name: `${set.nodes[fact.node ?? -1]?.key},${fact.id}`,
  }));
  write(path, "unit,group,code,input,value", set, size, (campaign, row) => {
    const lines: string[] = [];
    for (const { slot, name } of names) {
      const value = campaign.columns[slot]?.[row] as number;
      if (!Number.isNaN(value)) lines.push(`${campaign.units[row]},${campaign.groups[row]},${name},${value}`);
    }
    return lines.join("\n");
  });
}

function write(
  path: string,
  header: string,
  set: CompiledSet,
  size: number,
  line: (campaign: Campaign, row: number) => string,
): void {
  const file = openSync(path, "w");
  try {
    let held = `${header}\n`;
    for (const campaign of batches(set, size))
      for (const row of campaign.units.keys()) {
        held += `${line(campaign, row)}\n`;
        if (held.length < 1 << 20) continue;
        writeSync(file, held);
        held = "";
      }
    writeSync(file, held);
  } finally {
    closeSync(file);
  }
}

/** Scores from the CSV that a contestant wrote: unit, total, rank, and a column for each node, in any order of rows and columns. */
export function readScores(scores: CampaignScores, text: string): OtherScores {
  const size = scores.length;
  const [header = "", ...lines] = text
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/);
  const names = header.split(",");
  const columns = new Map(names.map((name) => [name, new Float64Array(size).fill(Number.NaN)]));
  const places = new Map(Array.from({ length: size }, (_, row) => [scores.unit(row), row]));
  const unit = names.indexOf("unit");
  for (const line of lines) {
    const cells = line.split(",");
    const row = places.get(cells[unit] ?? "");
    if (row === undefined) throw new Error(`a unit that was not asked for: ${cells[unit]}`);
    for (const [at, name] of names.entries()) (columns.get(name) as Float64Array)[row] = Number(cells[at]);
  }
  const [total, rank] = [columns.get("total"), columns.get("rank")];
  if (lines.length !== size || !total || !rank)
    throw new Error(`${lines.length} units with ${names.length} columns came back of ${size}`);
  return { scores: scores.set.nodes.map((node) => columns.get(node.key)), total, rank };
}
