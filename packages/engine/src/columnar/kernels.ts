/**
 * The columnar evaluators of plan operations: one pass over the rows of a chunk each. A kernel either computes whole numbers
 * exactly (points times a unit it names), or marks a row UNSURE, and then the exact evaluator decides. Nothing is
 * ever rounded on the hope that a float is right.
 */
import type { Rational } from "../numbers/rational.js";
import type { Plan } from "../plan/plan.js";
import { type FactChunk, POWER } from "./chunk.js";
import type { Kernel } from "./kernel.js";
import { Lane, MISSING, SCORED, UNDEFINED, UNSURE } from "./lane.js";
import type { Outcome } from "./outcome.js";
import { remembered } from "./remembered.js";
import { scaledKernel } from "./scaled.js";
import { stepsKernel } from "./steps.js";
import { inUnit, leastCommon, unitOf } from "./units.js";

/** The kernel of a plan; undefined when only the exact evaluator can run it. */
export function kernelOf(plan: Plan): Kernel | undefined {
  switch (plan.kind) {
    case "points":
      return constantKernel(plan.points);
    case "table":
      return tableKernel(plan);
    case "scaled":
      return scaledKernel(plan);
    case "steps":
      return stepsKernel(plan, kernelOf);
    case "sum":
      return sumKernel(plan);
    case "best":
    case "relative":
      return undefined;
  }
}

function constantKernel(points: Rational): Kernel | undefined {
  const unit = unitOf([points]);
  if (unit === undefined) return undefined;
  const value = inUnit(points, unit);
  return {
    run(chunk, lane) {
      lane.points.fill(value, 0, chunk.length);
      lane.status.fill(SCORED, 0, chunk.length);
      return unit;
    },
  };
}

function tableKernel(plan: Extract<Plan, { kind: "table" }>): Kernel | undefined {
  const unit = unitOf(plan.rows.map((row) => row.points));
  if (unit === undefined) return undefined;
  const table = Float64Array.from(plan.rows, (row) => inUnit(row.points, unit));
  const { slot, first } = plan;
  const ticksFor = remembered((perPoint: number) =>
    Float64Array.from(table, (value) => value * (perPoint / unit)),
  );
  return {
    run(chunk, lane) {
      lane.status.fill(SCORED, 0, chunk.length);
      lookUp(chunk, slot, first, table, lane);
      return unit;
    },
    runRounded(chunk, out, rounding) {
      const perPoint = POWER[rounding.digits] as number;
      if (perPoint % unit !== 0 || chunk.scale[slot] !== 0) return false;
      lookUpTicks(chunk, slot, first, ticksFor(perPoint), out);
      return true;
    },
  };
}

function lookUp(chunk: FactChunk, slot: number, first: number, table: Float64Array, lane: Lane): void {
  const column = chunk.column(slot);
  const { points } = lane;
  const scale = POWER[chunk.scale[slot] as number] as number;
  const last = table.length - 1;
  for (let row = 0; row < column.length; row += 1) {
    const place = (scale === 1 ? (column[row] as number) : (column[row] as number) / scale) - first;
    if (place >= 0 && place <= last) points[row] = table[place | 0] as number;
    else noPlace(lane, row, place);
  }
}

/** Of a column without decimal digits. */
function lookUpTicks(chunk: FactChunk, slot: number, first: number, table: Float64Array, out: Outcome): void {
  const column = chunk.column(slot);
  const { ticks, status, sums, odd } = out;
  const last = table.length - 1;
  let oddRows = 0;
  for (let row = 0; row < column.length; row += 1) {
    const place = (column[row] as number) - first;
    const sum = sums[row] as number;
    if (place >= 0 && place <= last) {
      const value = table[place | 0] as number;
      ticks[row] = value;
      sums[row] = sum + value;
    } else odd[oddRows++] = row;
  }
  for (let place = 0; place < oddRows; place += 1) {
    const row = odd[place] as number;
    if (Number.isNaN(column[row])) status[row] = MISSING;
    else out.doubt(row);
  }
}

function noPlace(lane: Lane, row: number, place: number): void {
  lane.points[row] = 0;
  if (place !== place) lane.status[row] = MISSING;
  else lane.doubt(row);
}

function sumKernel(plan: Extract<Plan, { kind: "sum" }>): Kernel | undefined {
  const kernels: Kernel[] = [];
  for (const part of plan.parts) {
    const kernel = kernelOf(part.plan);
    if (!kernel) return undefined;
    kernels.push(kernel);
  }
  const [first, ...others] = kernels;
  if (!first) return undefined;
  const inner = new Lane();
  const runRounded = sumOfTables(plan);
  return {
    ...(runRounded && { runRounded }),
    run(chunk, lane) {
      let unit = first.run(chunk, lane);
      inner.room(chunk.length);
      inner.unsure = false;
      for (const kernel of others) {
        const innerUnit = kernel.run(chunk, inner);
        const common = unit > 0 && innerUnit > 0 ? leastCommon(unit, innerUnit) : 0;
        addPart(chunk.length, lane, scaleTo(unit, common), inner, scaleTo(innerUnit, common));
        unit = common;
      }
      lane.unsure = lane.unsure || inner.unsure;
      gravest(chunk.length, lane);
      return unit;
    },
  };
}

/** A sum whose parts are all tables of whole ticks needs no rounding: one pass over each part. */
function sumOfTables(plan: Extract<Plan, { kind: "sum" }>): Kernel["runRounded"] | undefined {
  const tables = plan.parts.flatMap(({ plan: part }) => (part.kind === "table" ? [part] : []));
  const unit = unitOf(tables.flatMap((table) => table.rows.map((row) => row.points)));
  if (unit === undefined || tables.length < plan.parts.length) return undefined;
  return (chunk, out, rounding) => {
    const perPoint = POWER[rounding.digits] as number;
    if (perPoint % unit !== 0 || tables.some(({ slot }) => chunk.scale[slot] !== 0)) return false;
    for (const { slot, first, rows } of tables)
      addTable(
        chunk,
        slot,
        first,
        Int32Array.from(rows, (row) => inUnit(row.points, perPoint)),
        out,
      );
    addToSums(chunk.length, out);
    return true;
  };
}

/** Adds a part's ticks to those of the parts before; a missing part leaves the whole missing, with the other parts' points. */
function addTable(chunk: FactChunk, slot: number, first: number, table: Int32Array, out: Outcome): void {
  const column = chunk.column(slot);
  const { ticks, status, odd } = out;
  const last = table.length - 1;
  let oddRows = 0;
  for (let row = 0; row < column.length; row += 1) {
    const place = (column[row] as number) - first;
    const before = ticks[row] as number;
    if (place >= 0 && place <= last) ticks[row] = before + (table[place | 0] as number);
    else odd[oddRows++] = row;
  }
  for (let place = 0; place < oddRows; place += 1) {
    const row = odd[place] as number;
    if (!Number.isNaN(column[row])) out.doubt(row);
    else if (status[row] !== UNSURE) status[row] = MISSING;
  }
}

function addToSums(rows: number, { ticks, status, sums, unsure }: Outcome): void {
  if (unsure) for (let row = 0; row < rows; row += 1) if (status[row] === UNSURE) ticks[row] = 0;
  for (let row = 0; row < rows; row += 1) sums[row] = (sums[row] as number) + (ticks[row] as number);
}

/** Adds a part's points, each of the two brought to the unit that they share, and joins its statuses. */
function addPart(
  rows: number,
  { points, status }: Lane,
  factor: number,
  part: Lane,
  partFactor: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    points[row] = (points[row] as number) * factor + (part.points[row] as number) * partFactor;
    status[row] = (status[row] as number) | (part.status[row] as number);
  }
}

/** Of the joined statuses of the parts, the gravest: unsure, undefined (which voids the points), missing, scored. */
function gravest(rows: number, { points, status }: Lane): void {
  for (let row = 0; row < rows; row += 1) {
    const mask = status[row] as number;
    if (mask === SCORED) continue;
    if (mask & UNSURE) status[row] = UNSURE;
    else if (mask & UNDEFINED) {
      status[row] = UNDEFINED;
      points[row] = 0;
    } else status[row] = MISSING;
  }
}

/** Factor that brings points of one unit to another; a common unit of 0 stands for float points. */
function scaleTo(unit: number, common: number): number {
  if (common > 0) return common / unit;
  return unit > 0 ? 1 / unit : 1;
}
