/**
 * The columnar evaluators of plan operations: one pass over the rows of a chunk each. A kernel either computes whole numbers
 * exactly (points times a unit it names), or marks a row UNSURE, and then the exact evaluator decides. Nothing is
 * ever rounded on the hope that a float is right.
 */
import { gcd, multiply, type Rational, reduce, toNumber } from "../numbers/rational.js";
import { type Rounding, tenTo } from "../numbers/rounding.js";
import type { Edge, Measure, Plan, RelativePlan } from "../plan/plan.js";
import { CHUNK_ROWS, type FactChunk, POWER } from "./chunk.js";
import { asFraction, type Fraction, type LinearColumn, linearColumn } from "./fraction.js";
import { Lane, MAGIC, MISSING, PROVEN, RELATIVE, SCORED, UNDEFINED, UNSURE } from "./lane.js";

export interface Kernel {
  /**
   * Fills the lane for all rows of the chunk.
   * @returns the unit: points are lane.points / unit exactly; 0 when lane.points are float points, good to 2^-48 or so.
   */
  run(chunk: FactChunk, lane: Lane): number;
  /**
   * Where a kernel has a quotient of whole numbers at hand: rounds it at once, exactly, into `ticks` (10^-digits of a point),
   * leaving float points in the lane for exact sums.
   */
  runRounded?(chunk: FactChunk, lane: Lane, ticks: Int32Array, rounding: Rounding): void;
}

/** Whole numbers beyond this are not exact in a float. */
const EXACT = Number.MAX_SAFE_INTEGER;

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
      return stepsKernel(plan);
    case "sum":
      return sumKernel(plan);
    case "best":
    case "relative":
      return undefined;
  }
}

function constantKernel(points: Rational): Kernel {
  const unit = unitOf([points]);
  const value = unit === undefined ? 0 : inUnit(points, unit);
  return {
    run(chunk, lane) {
      lane.points.fill(value, 0, chunk.length);
      lane.status.fill(unit === undefined ? UNSURE : SCORED, 0, chunk.length);
      return unit ?? 1;
    },
  };
}

function tableKernel(plan: Extract<Plan, { kind: "table" }>): Kernel | undefined {
  const unit = unitOf(plan.rows.map((row) => row.points));
  if (unit === undefined) return undefined;
  const table = Float64Array.from(plan.rows, (row) => inUnit(row.points, unit));
  const { slot, first } = plan;
  return {
    run(chunk, { points, status }) {
      const { ints, length } = chunk;
      const from = slot * chunk.capacity;
      const scale = POWER[chunk.scale[slot] as number] as number;
      for (let row = 0; row < length; row += 1) {
        const answer = ints[from + row] as number;
        const value = table[scale === 1 ? answer - first : answer / scale - first];
        if (value !== undefined) {
          points[row] = value;
          status[row] = SCORED;
        } else {
          points[row] = 0;
          status[row] = answer !== answer ? MISSING : UNSURE;
        }
      }
      return unit;
    },
  };
}

/** The two columns of a measure over a chunk, with what their quotient must be multiplied by: x10^(below - above digits). */
interface Quotient {
  readonly above: LinearColumn;
  readonly below: LinearColumn | undefined;
  /** Value = above / below x numerator / denominator. */
  readonly numerator: number;
  readonly denominator: number;
}

/** Works out the columns of a fraction over a chunk. */
class Quotients {
  private readonly aboveScratch = new Float64Array(CHUNK_ROWS);
  private readonly belowScratch = new Float64Array(CHUNK_ROWS);
  private readonly constantBelow: boolean;

  constructor(private readonly fraction: Fraction) {
    this.constantBelow = fraction.below.terms.length === 0;
  }

  get isRatio(): boolean {
    return !this.constantBelow;
  }

  static of(measure: Measure): Quotients | undefined {
    const fraction = asFraction(measure.of);
    if (!fraction) return undefined;
    if (fraction.below.terms.length === 0 && fraction.below.constant === 0) return undefined;
    return new Quotients(fraction);
  }

  over(chunk: FactChunk): Quotient {
    const above = linearColumn(this.fraction.above, chunk, this.aboveScratch);
    if (this.constantBelow)
      return { above, below: undefined, numerator: 1, denominator: (POWER[above.digits] as number) * this.fraction.below.constant };
    const below = linearColumn(this.fraction.below, chunk, this.belowScratch);
    const shift = below.digits - above.digits;
    return {
      above,
      below,
      numerator: shift > 0 ? (POWER[shift] as number) : 1,
      denominator: shift < 0 ? (POWER[-shift] as number) : 1,
    };
  }

  /** Whether a fact that no column could hold is among those read: the exact evaluator must then look. */
  wide(chunk: FactChunk): boolean {
    if (chunk.wide.size === 0) return false;
    const { above, below } = this.fraction;
    const slots = new Set<number>([...above.terms, ...below.terms].map((term) => term.slot));
    for (const at of chunk.wide.keys()) if (slots.has(Math.floor(at / chunk.capacity))) return true;
    return false;
  }

  /** Marks the rows with such facts. */
  markWide(chunk: FactChunk, lane: Lane): void {
    const { above, below } = this.fraction;
    const slots = new Set<number>([...above.terms, ...below.terms].map((term) => term.slot));
    for (const at of chunk.wide.keys()) if (slots.has(Math.floor(at / chunk.capacity))) lane.status[at % chunk.capacity] = UNSURE;
  }
}

function scaledKernel(plan: Extract<Plan, { kind: "scaled" }>): Kernel | undefined {
  const quotients = Quotients.of(plan.measure);
  if (!quotients) return undefined;
  const per = reduce(plan.per);
  const { rounding } = plan.measure;
  const ratio = !rounding && quotients.isRatio && per.n <= 1n << 31n && per.d <= 1n << 31n;
  return {
    ...(ratio && {
      runRounded(chunk: FactChunk, lane: Lane, ticks: Int32Array, to: Rounding) {
        roundedQuotient(chunk.length, quotients.over(chunk), Number(per.n), Number(per.d), plan.cap, lane, ticks, to);
        if (quotients.wide(chunk)) quotients.markWide(chunk, lane);
      },
    }),
    run(chunk, lane) {
      const quotient = quotients.over(chunk);
      let unit: number;
      if (rounding && quotient.below) {
        // Points = round(ratio x 10^k) x per / 10^k, all whole: the rounded ratio is found exactly, then scaled.
        const ticks = POWER[rounding.digits] as number;
        unit = commonUnit(tenTo(rounding.digits) * per.d, plan.cap);
        const perTick = unit > 0 ? (unit / (ticks * Number(per.d))) * Number(per.n) : 0;
        const cap = inUnit(plan.cap, unit);
        roundedRatio(chunk.length, quotient, ticks, rounding.mode === "half-up", perTick, cap, lane);
      } else if (quotient.below) {
        unit = 0;
        plainRatio(chunk.length, quotient, toNumber(per), toNumber(plan.cap), lane);
      } else {
        unit = commonUnit(BigInt(quotient.denominator) * per.d, plan.cap);
        const factor = unit > 0 ? (unit / (quotient.denominator * Number(per.d))) * Number(per.n) : 0;
        wholeProduct(chunk.length, quotient.above, factor, inUnit(plan.cap, unit), lane);
      }
      if (unit < 0) lane.status.fill(UNSURE, 0, chunk.length);
      if (quotients.wide(chunk)) quotients.markWide(chunk, lane);
      return Math.max(unit, 0);
    },
  };
}

/** round(a/b x ticks) exactly, times perTick, at most cap. */
function roundedRatio(rows: number, quotient: Quotient, ticks: number, halfUp: boolean, perTick: number, cap: number, lane: Lane): void {
  const { above, below } = quotient;
  if (!below) return;
  const { points, status } = lane;
  const a = above.values;
  const b = below.values;
  const a0 = above.from;
  const b0 = below.from;
  const scale = ticks * quotient.numerator;
  const over = quotient.denominator;
  const limit = PROVEN / scale;
  const limitBelow = EXACT / over;
  for (let row = 0; row < rows; row += 1) {
    const x = a[a0 + row] as number;
    const y = b[b0 + row] as number;
    if (x >= 0 && x <= limit && y > 0 && y <= limitBelow) {
      const q = (x * scale) / (y * over);
      const ratio = halfUp ? Math.floor(q + 0.5) : q + MAGIC - MAGIC;
      const value = ratio * perTick;
      points[row] = value < cap ? value : cap;
      status[row] = SCORED;
    } else {
      points[row] = 0;
      status[row] = irregular(x, y);
    }
  }
}

/** a/b x per as a float, at most cap. */
function plainRatio(rows: number, quotient: Quotient, per: number, cap: number, lane: Lane): void {
  const { above, below, numerator, denominator } = quotient;
  if (!below) return;
  const { points, status } = lane;
  const a = above.values;
  const b = below.values;
  const a0 = above.from;
  const b0 = below.from;
  const factor = (per * numerator) / denominator;
  for (let row = 0; row < rows; row += 1) {
    const x = a[a0 + row] as number;
    const y = b[b0 + row] as number;
    if (x >= 0 && x <= EXACT && y > 0 && y <= EXACT) {
      const value = (x / y) * factor;
      points[row] = value < cap ? value : cap;
      status[row] = SCORED;
    } else {
      points[row] = 0;
      status[row] = irregular(x, y);
    }
  }
}

/** round(a/b x n/d) exactly into ticks, at most cap; float points into the lane. */
function roundedQuotient(
  rows: number,
  quotient: Quotient,
  n: number,
  d: number,
  cap: Rational,
  lane: Lane,
  ticks: Int32Array,
  to: Rounding,
): void {
  const { above, below } = quotient;
  if (!below) return;
  const { points, status } = lane;
  const a = above.values;
  const b = below.values;
  const a0 = above.from;
  const b0 = below.from;
  const perPoint = POWER[to.digits] as number;
  const scale = n * perPoint * quotient.numerator;
  const over = d * quotient.denominator;
  const limit = PROVEN / scale;
  const limitBelow = EXACT / over;
  const capTicks = Number(cap.n * tenTo(to.digits)) / Number(cap.d);
  const sure = Number.isInteger(capTicks) && capTicks < 2 ** 31;
  const halfUp = to.mode === "half-up";
  for (let row = 0; row < rows; row += 1) {
    const x = a[a0 + row] as number;
    const y = b[b0 + row] as number;
    if (x >= 0 && x <= limit && y > 0 && y <= limitBelow && sure) {
      const q = (x * scale) / (y * over);
      if (q < capTicks) {
        points[row] = q / perPoint;
        ticks[row] = halfUp ? Math.floor(q + 0.5) : q + MAGIC - MAGIC;
      } else {
        points[row] = capTicks / perPoint;
        ticks[row] = capTicks;
      }
      status[row] = SCORED;
    } else {
      points[row] = 0;
      ticks[row] = 0;
      status[row] = irregular(x, y);
    }
  }
}

/** a x factor, whole numbers, at most cap. */
function wholeProduct(rows: number, above: LinearColumn, factor: number, cap: number, lane: Lane): void {
  const { points, status } = lane;
  const a = above.values;
  const a0 = above.from;
  const limit = factor > 0 ? EXACT / factor : 0;
  for (let row = 0; row < rows; row += 1) {
    const x = a[a0 + row] as number;
    if (x <= limit) {
      const value = x * factor;
      points[row] = value < cap ? (value > 0 ? value : 0) : cap;
      status[row] = SCORED;
    } else {
      points[row] = 0;
      status[row] = x !== x ? MISSING : UNSURE;
    }
  }
}

/** Why a quotient is not an ordinary number: a missing part, a zero below, or too large for a float to be trusted. */
function irregular(x: number, y: number): number {
  if (x !== x || y !== y) return MISSING;
  return y === 0 ? UNDEFINED : UNSURE;
}

function stepsKernel(plan: Extract<Plan, { kind: "steps" }>): Kernel | undefined {
  const quotients = Quotients.of(plan.measure);
  if (!quotients) return undefined;
  const steps = plan.steps.map((step) => ({ lower: step.lower, upper: step.upper, kernel: kernelOf(step.then), lane: new Lane() }));
  if (steps.some((step) => !step.kernel)) return undefined;
  const constants = plan.steps.map((step) => (step.then.kind === "points" ? step.then.points : undefined));
  const unit = constants.every((points) => points !== undefined) ? unitOf(constants) : undefined;
  const points = unit === undefined ? undefined : Float64Array.from(constants, (each) => inUnit(each as Rational, unit));
  const { rounding } = plan.measure;
  const step = new Int8Array(CHUNK_ROWS);
  const bounds = plan.steps.map((each) => [boundOf(each.lower), boundOf(each.upper)] as const);
  if (bounds.some(([lower, upper]) => lower === undefined || upper === undefined)) return undefined;
  const edges = bounds as readonly (readonly [Bound, Bound])[];
  return {
    run(chunk, lane) {
      const rows = chunk.length;
      chooseSteps(rows, quotients.over(chunk), rounding, edges, step, lane.status);
      let given = unit ?? 0;
      if (points && unit !== undefined) {
        for (let row = 0; row < rows; row += 1) lane.points[row] = lane.status[row] === SCORED ? (points[step[row] as number] as number) : 0;
      } else {
        given = 0;
        for (const [index, each] of steps.entries()) {
          const innerUnit = each.kernel?.run(chunk, each.lane) ?? 0;
          for (let row = 0; row < rows; row += 1) {
            if (lane.status[row] !== SCORED || step[row] !== index) continue;
            lane.points[row] = innerUnit > 0 ? (each.lane.points[row] as number) / innerUnit : (each.lane.points[row] as number);
            lane.status[row] = each.lane.status[row] === SCORED ? SCORED + (KEEP as number) : (each.lane.status[row] as number);
          }
        }
        for (let row = 0; row < rows; row += 1) if (lane.status[row] === KEEP) lane.status[row] = SCORED;
      }
      if (quotients.wide(chunk)) quotients.markWide(chunk, lane);
      return given;
    },
  };
}

/** Marks, while the steps are gone through, a row that already has its points. */
const KEEP = 100;

/** An edge as a quotient of whole numbers, or none (unbounded). */
interface Bound {
  readonly present: boolean;
  readonly above: number;
  readonly below: number;
  readonly included: boolean;
}

function boundOf(edge: Edge | undefined): Bound | undefined {
  if (!edge) return { present: false, above: 0, below: 1, included: true };
  const { n, d } = reduce(edge.value);
  if (n < 0n || n > 1n << 31n || d > 1n << 31n) return undefined;
  return { present: true, above: Number(n), below: Number(d), included: edge.included };
}

/** Which step each row's value falls in; its status, UNDEFINED where none fits. */
function chooseSteps(
  rows: number,
  quotient: Quotient,
  rounding: Measure["rounding"],
  edges: readonly (readonly [Bound, Bound])[],
  step: Int8Array,
  status: Uint8Array,
): void {
  const { above, below } = quotient;
  const a = above.values;
  const b = below?.values;
  const a0 = above.from;
  const b0 = below?.from ?? 0;
  const ticks = rounding && below ? (POWER[rounding.digits] as number) : 1;
  const halfUp = rounding?.mode === "half-up";
  const limit = PROVEN / (ticks * quotient.numerator);
  for (let row = 0; row < rows; row += 1) {
    const x = a[a0 + row] as number;
    const y = b ? (b[b0 + row] as number) : 1;
    // The value is p / q, both whole.
    let p = x * quotient.numerator;
    let q = y * quotient.denominator;
    if (!(x >= 0 && x <= limit && y > 0 && q <= PROVEN)) {
      status[row] = irregular(x, y);
      step[row] = 0;
      continue;
    }
    if (rounding && below) {
      const ratio = (p * ticks) / q;
      p = halfUp ? Math.floor(ratio + 0.5) : ratio + MAGIC - MAGIC;
      q = ticks;
    }
    let chosen = -1;
    let sure = true;
    for (let index = 0; index < edges.length; index += 1) {
      const [lower, upper] = edges[index] as readonly [Bound, Bound];
      const low = lower.present ? p * lower.below - lower.above * q : 1;
      const high = upper.present ? upper.above * q - p * upper.below : 1;
      if (p * lower.below > EXACT || lower.above * q > EXACT || p * upper.below > EXACT || upper.above * q > EXACT) sure = false;
      if ((low > 0 || (low === 0 && lower.included)) && (high > 0 || (high === 0 && upper.included))) {
        chosen = index;
        break;
      }
    }
    step[row] = chosen < 0 ? 0 : chosen;
    status[row] = sure ? (chosen < 0 ? UNDEFINED : SCORED) : UNSURE;
  }
}

function sumKernel(plan: Extract<Plan, { kind: "sum" }>): Kernel | undefined {
  const kernels = plan.parts.map((part) => kernelOf(part.plan));
  if (kernels.some((kernel) => !kernel)) return undefined;
  const inner = new Lane();
  return {
    run(chunk, lane) {
      const rows = chunk.length;
      const { points, status } = lane;
      let unit = 1;
      for (const [index, kernel] of kernels.entries()) {
        const innerUnit = kernel?.run(chunk, index === 0 ? lane : inner) ?? 0;
        if (index === 0) {
          unit = innerUnit;
          continue;
        }
        const common = unit > 0 && innerUnit > 0 ? leastCommon(unit, innerUnit) : 0;
        const own = scaleTo(unit, common);
        const added = scaleTo(innerUnit, common);
        for (let row = 0; row < rows; row += 1) {
          points[row] = (points[row] as number) * own + (inner.points[row] as number) * added;
          status[row] = GRAVER[(status[row] as number) * 8 + (inner.status[row] as number)] as number;
        }
        unit = common;
      }
      for (let row = 0; row < rows; row += 1) if (status[row] === UNDEFINED) points[row] = 0;
      return unit;
    },
  };
}

/** The graver of two statuses: UNSURE hides everything, then undefined, missing, scored. */
const GRAVER: Uint8Array = (() => {
  const order = [SCORED, MISSING, UNDEFINED, UNSURE];
  const table = new Uint8Array(64).fill(UNSURE);
  for (const a of order) for (const b of order) table[a * 8 + b] = order[Math.max(order.indexOf(a), order.indexOf(b))] as number;
  return table;
})();

/** Factor that brings points of one unit to another; a common unit of 0 stands for float points. */
function scaleTo(unit: number, common: number): number {
  if (common > 0) return common / unit;
  return unit > 0 ? 1 / unit : 1;
}

/**
 * The measure of a relative rule over a chunk, as above/below with both whole (below is 1 for a plain quantity, 10^k for a
 * rounded ratio). Status RELATIVE where there is one.
 */
export interface RelativeKernel {
  run(chunk: FactChunk, above: Float64Array, below: Float64Array, status: Uint8Array): void;
}

export function relativeKernel(plan: RelativePlan): RelativeKernel | undefined {
  const quotients = Quotients.of(plan.measure);
  if (!quotients) return undefined;
  const { rounding } = plan.measure;
  const lane = new Lane();
  return {
    run(chunk, aboveOut, belowOut, status) {
      const quotient = quotients.over(chunk);
      const { above, below, numerator, denominator } = quotient;
      const rows = chunk.length;
      const ticks = rounding && below ? (POWER[rounding.digits] as number) : 1;
      const limit = PROVEN / (ticks * numerator);
      for (let row = 0; row < rows; row += 1) {
        const x = above.values[above.from + row] as number;
        const y = below ? (below.values[below.from + row] as number) : 1;
        let p = x * numerator;
        let q = y * denominator;
        if (!(x >= 0 && x <= limit && y > 0 && q <= PROVEN)) {
          status[row] = irregular(x, y);
          continue;
        }
        if (rounding && below) {
          const ratio = (p * ticks) / q;
          p = rounding.mode === "half-up" ? Math.floor(ratio + 0.5) : ratio + MAGIC - MAGIC;
          q = ticks;
        }
        aboveOut[row] = p;
        belowOut[row] = q;
        status[row] = RELATIVE;
      }
      if (quotients.wide(chunk)) {
        lane.status.set(status.subarray(0, rows));
        quotients.markWide(chunk, lane);
        status.set(lane.status.subarray(0, rows));
      }
    },
  };
}

/** The least whole number that makes every given one whole; undefined when it is too large. */
function unitOf(values: readonly Rational[]): number | undefined {
  let unit = 1n;
  for (const value of values) {
    const { d } = reduce(value);
    unit = (unit / gcd(unit, d)) * d;
  }
  return unit <= LARGEST_UNIT ? Number(unit) : undefined;
}

const LARGEST_UNIT = 10n ** 9n;

/** The least multiple of `base` in which `cap` is whole; -1 when it is too large. */
function commonUnit(base: bigint, cap: Rational): number {
  const { d } = reduce(cap);
  const unit = (base / gcd(base, d)) * d;
  return unit <= LARGEST_UNIT ? Number(unit) : -1;
}

/** A number as a whole count of 1/unit. */
function inUnit(value: Rational, unit: number): number {
  if (unit <= 0) return 0;
  const scaled = multiply(value, { n: BigInt(unit), d: 1n });
  return Number(scaled.n / scaled.d);
}

function leastCommon(a: number, b: number): number {
  const unit = (BigInt(a) / gcd(BigInt(a), BigInt(b))) * BigInt(b);
  return unit <= LARGEST_UNIT ? Number(unit) : 0;
}
