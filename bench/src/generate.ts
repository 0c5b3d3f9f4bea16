/**
 * A national campaign on the real QĐ 922 set: seeded, all inputs declared, some missing, some 0/0, in ranking groups.
 * The same columns feed every contestant.
 */
import { readFileSync } from "node:fs";
import { CHUNK_ROWS, type CompiledSet, FactChunk, loadSet, type UnitFacts } from "@opendti/engine";
import { makePlausible } from "./plausible.js";

/** Ranking groups: one a province. */
export const GROUPS = 34;

/** One unit in MISSING_ONE_IN has a given input missing; one in ZERO_ONE_IN a zero denominator. */
const MISSING_ONE_IN = 50;
const ZERO_ONE_IN = 100;

export interface Campaign {
  readonly set: CompiledSet;
  readonly units: readonly string[];
  readonly groups: readonly string[];
  readonly groupOf: Int32Array;
  /** By slot: the declared values, NaN where missing. Money may carry two decimals. */
  readonly columns: readonly Float64Array[];
}

export function loadQd922(): CompiledSet {
  const file = new URL("../../sets/qd922-cap-tinh-2022/set.yaml", import.meta.url);
  const loaded = loadSet(readFileSync(file, "utf8"), "qd922-cap-tinh-2022/set.yaml");
  if (!loaded.ok)
    throw new Error(loaded.problems.map((problem) => `${problem.line}: ${problem.message.en}`).join("\n"));
  return loaded.value.set;
}

/** mulberry32: a small seeded generator of floats in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function generate(set: CompiledSet, size: number, seed = 922): Campaign {
  const next = random(seed);
  const units = Array.from({ length: size }, (_, index) => `don-vi-${index + 1}`);
  const groupOf = Int32Array.from({ length: size }, () => Math.floor(next() * GROUPS));
  const groups = Array.from(groupOf, (group) => `tinh-${group + 1}`);
  const divisors = divisorsOf(set);
  const columns = set.facts.map((fact) => {
    const column = new Float64Array(size).fill(Number.NaN);
    if (["text", "link", "date", "table"].includes(fact.kind)) return column;
    const below = divisors.has(fact.slot);
    for (let row = 0; row < size; row += 1) {
      if (Math.floor(next() * MISSING_ONE_IN) === 0) continue;
      const roll = next();
      if (fact.kind === "choice") column[row] = 1 + Math.floor(roll * fact.options.length);
      else if (fact.kind === "yes_no") column[row] = roll < 0.6 ? 1 : 0;
      else if (below)
        column[row] = !fact.min && Math.floor(next() * ZERO_ONE_IN) === 0 ? 0 : 500 + Math.floor(roll * 9500);
      else if (fact.kind === "money") column[row] = Math.round(roll * 300) / 100;
      else column[row] = Math.floor(roll * 900);
    }
    return column;
  });
  makePlausible(set, columns, size);
  return { set, units, groups, groupOf, columns };
}

/** Slots that stand below a fraction line in some rule. */
function divisorsOf(set: CompiledSet): Set<number> {
  const found = new Set<number>();
  const visit = (plan: unknown, below: boolean): void => {
    if (typeof plan !== "object" || plan === null) return;
    if (Array.isArray(plan)) {
      for (const part of plan) visit(part, below);
      return;
    }
    const node = plan as Record<string, unknown>;
    if (node.kind === "slot" && below) found.add(node.slot as number);
    for (const [key, value] of Object.entries(node))
      visit(value, below || (node.kind === "divide" && key === "right"));
  };
  for (const node of set.nodes) visit(node.plan, false);
  return found;
}

/** The campaign as the engine's chunks. */
export function toChunks(campaign: Campaign): FactChunk[] {
  const { set, units, groups, columns } = campaign;
  const chunks: FactChunk[] = [];
  for (let from = 0; from < units.length; from += CHUNK_ROWS) {
    const chunk = new FactChunk(set);
    const to = Math.min(units.length, from + CHUNK_ROWS);
    for (let row = from; row < to; row += 1) chunk.open(units[row] as string, groups[row] as string);
    for (const [slot, column] of columns.entries())
      for (let row = from; row < to; row += 1) {
        const value = column[row] as number;
        if (Number.isNaN(value)) continue;
        if (Number.isInteger(value)) chunk.putDecimal(row - from, slot, value, 0);
        else chunk.putDecimal(row - from, slot, Math.round(value * 100), 2);
      }
    chunks.push(chunk);
  }
  return chunks;
}

/** Gives a unit's facts again, as a run asks for them. */
export function recallFrom(chunks: readonly FactChunk[]): (row: number) => UnitFacts {
  return (row) => {
    const chunk = chunks[Math.floor(row / CHUNK_ROWS)];
    if (!chunk) throw new RangeError(`there is no unit ${row}`);
    return chunk.facts(row % CHUNK_ROWS);
  };
}
