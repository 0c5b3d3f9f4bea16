/** Campaigns as CSV files, in batches, so that a file may be larger than memory. */
import { closeSync, openSync, writeSync } from "node:fs";
import type { CompiledSet } from "@opendti/engine";
import { type Campaign, generate } from "./generate.js";
import { columnName, tableFacts } from "./sql.js";

/** Units generated at a time. */
const BATCH = 20_000;

/** Batches of a campaign of `size` units; the first is `generate`'s own, whose units and groups go on in the others. */
function* batches(set: CompiledSet, size: number): Generator<Campaign> {
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
