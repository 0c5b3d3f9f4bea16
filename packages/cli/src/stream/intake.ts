/** What both streaming readers do with what they find: units and where they stand, odd cells, and what follows from a whole row. */
import {
  broken,
  type CompiledSet,
  type DataProblem,
  exact,
  type FactChunk,
  message,
  notApplicableReason,
  type Rational,
  readValue,
} from "@opendti/engine";
import type { Target } from "./columns.js";

/** The file is not of the plain shape that can be streamed; the ordinary reader copes with it, or tells what is wrong. */
export class Unstreamable extends Error {}

export interface LineProblem extends DataProblem {
  readonly line: number;
}

export class Intake {
  readonly problems: LineProblem[] = [];
  /** Line of the file that is being read, from 1. */
  line: number;
  /** Place in the file of each unit's first byte. */
  private offsets = new Float64Array(1 << 14);
  private count = 0;
  private readonly seen = new Set<string>();
  private readonly defaults: { readonly slot: number; readonly value: number }[] = [];
  private readonly sums: {
    readonly code: string;
    readonly slot: number;
    readonly parts: readonly number[];
  }[] = [];

  constructor(
    readonly set: CompiledSet,
    firstLine: number,
  ) {
    this.line = firstLine;
    for (const node of set.nodes) {
      for (const { slot, defaultValue } of node.inputs)
        if (defaultValue) this.defaults.push({ slot, value: Number(defaultValue.n / defaultValue.d) });
      for (const { slot, breakdown } of broken(node)) {
        const parts = breakdown.map((id) => node.inputs.find((each) => each.id === id)?.slot ?? -1);
        this.sums.push({ code: node.code, slot, parts });
      }
    }
  }

  /** Number of units. */
  get length(): number {
    return this.count;
  }

  /** Where a unit's bytes begin; for the number of units, where the last one's end. */
  offsetOf(unit: number): number {
    return this.offsets[unit] as number;
  }

  /** Enters a unit that begins at a place of the file. */
  enter(unit: string, offset: number): void {
    if (unit === "" || unit.includes("\ufffd") || this.seen.has(unit))
      throw new Unstreamable("a unit without a name, or in two places");
    this.seen.add(unit);
    this.mark(this.count, offset);
    this.count += 1;
  }

  /** Says where the last unit's bytes end. */
  close(offset: number): void {
    this.mark(this.count, offset);
  }

  private mark(unit: number, offset: number): void {
    if (unit === this.offsets.length) {
      const wider = new Float64Array(unit * 2);
      wider.set(this.offsets);
      this.offsets = wider;
    }
    this.offsets[unit] = offset;
  }

  /** Takes a cell that is no plain number within its bounds. */
  take(content: string, target: Target, row: number, chunk: FactChunk): void {
    const text = content.trim();
    if (target.node !== undefined && notApplicableReason(text)) {
      if (!this.set.nodes[target.node]?.notApplicable)
        throw new Unstreamable("not applicable where the set does not accept it");
      chunk.putNotApplicable(row, target.node, undefined);
      return;
    }
    const value = readValue(target.fact, text);
    if (value === undefined) return;
    if ("vi" in value)
      this.problems.push({
        unit: chunk.units[row] ?? "",
        code: target.code,
        input: target.fact.id,
        message: value,
        line: this.line,
      });
    else chunk.put(row, target.fact.slot, value);
  }

  /** Fills in what a whole row implies: defaults, and sums of broken-down inputs. */
  complete(row: number, chunk: FactChunk): void {
    if (chunk.notApplicable.size > 0) this.refuseBoth(row, chunk);
    for (const { code, slot, parts } of this.sums) {
      if (parts.some((part) => Number.isNaN(chunk.ints[part * chunk.capacity + row] as number))) continue;
      let sum: Rational = exact.ZERO;
      for (const part of parts) sum = exact.add(sum, chunk.value(row, part) ?? exact.ZERO);
      const own = chunk.value(row, slot);
      if (own && exact.compare(own, sum) !== 0) this.refuseSum(code, slot, chunk.units[row] ?? "");
      else chunk.put(row, slot, sum);
    }
    for (const { slot, value } of this.defaults)
      if (Number.isNaN(chunk.ints[slot * chunk.capacity + row] as number))
        chunk.putDecimal(row, slot, value, 0);
  }

  /** A value beside "not applicable" is a contradiction, which the ordinary reader tells of. */
  private refuseBoth(row: number, chunk: FactChunk): void {
    for (const [node, rows] of chunk.notApplicable)
      if (rows.has(row))
        for (const { slot } of this.set.nodes[node]?.inputs ?? [])
          if (!Number.isNaN(chunk.ints[slot * chunk.capacity + row] as number))
            throw new Unstreamable("a value beside not applicable");
  }

  private refuseSum(code: string, slot: number, unit: string): void {
    const fact = this.set.facts[slot];
    const parts = fact?.breakdown.join(" + ") ?? "";
    this.problems.push({
      unit,
      code,
      input: fact?.id,
      message: message(`"${fact?.id}" không bằng tổng ${parts}`, `"${fact?.id}" is not the sum of ${parts}`),
      line: this.line,
    });
  }
}
