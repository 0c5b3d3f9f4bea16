/** Kernels of `steps` plans: in which band a value falls, compared in whole numbers. */
import { type Rational, reduce } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";
import type { Edge, Plan } from "../plan/plan.js";
import { type Band, type Bound, Cascade } from "./cascade.js";
import { type FactChunk, POWER } from "./chunk.js";
import type { Kernel } from "./kernel.js";
import { EXACT, Lane, MAGIC, PROVEN, SCORED, UNDEFINED } from "./lane.js";
import { Outcome } from "./outcome.js";
import { type Quotient, Quotients } from "./quotient.js";
import { remembered } from "./remembered.js";
import { inUnit, unitOf } from "./units.js";

export function stepsKernel(
  plan: Extract<Plan, { kind: "steps" }>,
  kernelOf: (plan: Plan) => Kernel | undefined,
): Kernel | undefined {
  const quotients = Quotients.of(plan.measure);
  if (!quotients) return undefined;
  const bands: Band[] = [];
  const inner: Inner[] = [];
  for (const step of plan.steps) {
    const lower = boundOf(step.lower);
    const upper = boundOf(step.upper);
    const kernel = kernelOf(step.then);
    if (!lower || !upper || !kernel) return undefined;
    bands.push([lower, upper]);
    inner.push({
      kernel,
      lane: new Lane(),
      points: step.then.kind === "points" ? step.then.points : undefined,
      out: step.then.kind === "points" ? undefined : new Outcome(),
    });
  }
  const constants = inner.flatMap((each) => each.points ?? []);
  const unit = unitOf(constants);
  const points =
    unit !== undefined && constants.length === bands.length
      ? Float64Array.from(constants, (each) => inUnit(each, unit))
      : undefined;
  let chosen = new Int8Array(0);
  const { rounding } = plan.measure;
  const cascade = rounding && quotients.isRatio ? undefined : Cascade.of(bands);
  const tableFor = remembered((perPoint: number) => cascadeTable(inner, perPoint));
  return {
    ...(cascade &&
      unit !== undefined && {
        runRounded(chunk: FactChunk, out: Outcome, to: Rounding): boolean {
          const quotient = quotients.over(chunk);
          const perPoint = POWER[to.digits] as number;
          if (perPoint % unit !== 0 || !cascade.provenFor(quotient)) return false;
          for (const { kernel, out: own } of inner) {
            own?.clear(chunk.length);
            if (own && !kernel.runRounded?.(chunk, own, to)) return false;
          }
          cascade.give(
            chunk.length,
            quotient,
            tableFor(perPoint),
            inner.map((each) => each.out),
            out,
          );
          return true;
        },
      }),
    run(chunk: FactChunk, lane: Lane): number {
      lane.status.fill(SCORED, 0, chunk.length);
      const quotient = quotients.over(chunk);
      if (chosen.length < chunk.length) chosen = new Int8Array(chunk.length);
      chooseBands(chunk.length, quotient, rounding, bands, chosen, lane);
      if (chunk.wide.size > 0) quotients.markWide(chunk, lane);
      if (points && unit !== undefined) {
        for (let row = 0; row < chunk.length; row += 1)
          if (lane.status[row] === SCORED) lane.points[row] = points[chosen[row] as number] as number;
        return unit;
      }
      takeInner(chunk, inner, chosen, lane);
      return 0;
    },
  };
}

/** The rule of a band: constant points, or a kernel with room for what it gives. */
interface Inner {
  readonly kernel: Kernel;
  readonly lane: Lane;
  readonly points: Rational | undefined;
  readonly out: Outcome | undefined;
}

/** Ticks by band for a cascade; NaN where the band's own rule is to be asked, 0 for what falls below all bands. */
function cascadeTable(inner: readonly Inner[], perPoint: number): Float64Array {
  const table = new Float64Array(inner.length + 1);
  for (const [band, { points }] of inner.entries())
    table[band] = points ? inUnit(points, perPoint) : Number.NaN;
  return table;
}

/** Runs the rules of the bands over all rows and takes, for each row, what its band's rule gave. */
function takeInner(chunk: FactChunk, inner: readonly Inner[], chosen: Int8Array, lane: Lane): void {
  const units = inner.map(({ kernel, lane: own }) => {
    own.room(chunk.length);
    return kernel.run(chunk, own);
  });
  for (let row = 0; row < chunk.length; row += 1) {
    if (lane.status[row] !== SCORED) continue;
    const band = chosen[row] as number;
    const from = inner[band] as { lane: Lane };
    const unit = units[band] as number;
    const value = from.lane.points[row] as number;
    lane.points[row] = unit > 0 ? value / unit : value;
    lane.status[row] = from.lane.status[row] as number;
  }
  for (const each of inner) {
    lane.unsure = lane.unsure || each.lane.unsure;
    each.lane.unsure = false;
  }
}

function boundOf(edge: Edge | undefined): Bound | undefined {
  if (!edge) return { present: false, above: 0, below: 1, included: true };
  const { n, d } = reduce(edge.value);
  if (n < 0n || n > 1n << 31n || d > 1n << 31n) return undefined;
  return { present: true, above: Number(n), below: Number(d), included: edge.included };
}

/** Which band each row's value falls in; UNDEFINED where none fits. */
function chooseBands(
  rows: number,
  quotient: Quotient,
  rounding: Rounding | undefined,
  bands: readonly Band[],
  chosen: Int8Array,
  lane: Lane,
): void {
  const { above, below } = quotient;
  const a = above.values;
  const b = below ? below.values : above.values;
  const ratio = below !== undefined;
  const ticks = rounding && ratio ? (POWER[rounding.digits] as number) : 0;
  const halfUp = rounding?.mode === "half-up";
  const limit = PROVEN / (Math.max(ticks, 1) * quotient.numerator);
  const limitBelow = PROVEN / quotient.denominator;
  for (let row = 0; row < rows; row += 1) {
    const x = a[row] as number;
    const y = ratio ? (b[row] as number) : 1;
    if (!(x >= 0 && x <= limit && y > 0 && y <= limitBelow)) {
      lane.irregular(row, x, y);
      continue;
    }
    // The value is p / q, both whole.
    let p = x * quotient.numerator;
    let q = y * quotient.denominator;
    if (ticks > 0) {
      const value = (p * ticks) / q;
      p = halfUp ? Math.floor(value + 0.5) : value + MAGIC - MAGIC;
      q = ticks;
    }
    let band = 0;
    while (band < bands.length && !falls(p, q, bands[band] as Band)) band += 1;
    if (p * LARGEST_EDGE > EXACT || q * LARGEST_EDGE > EXACT) {
      if (!comparable(p, q, bands)) {
        lane.doubt(row);
        continue;
      }
    }
    if (band === bands.length) {
      lane.status[row] = UNDEFINED;
      lane.points[row] = 0;
    } else chosen[row] = band;
  }
}

/** Edges are at most 2^31 over 2^31: below this, no product can leave the whole numbers of a float. */
const LARGEST_EDGE = 2 ** 31;

function falls(p: number, q: number, [lower, upper]: Band): boolean {
  if (lower.present) {
    const order = p * lower.below - lower.above * q;
    if (!(order > 0 || (order === 0 && lower.included))) return false;
  }
  if (upper.present) {
    const order = upper.above * q - p * upper.below;
    if (!(order > 0 || (order === 0 && upper.included))) return false;
  }
  return true;
}

function comparable(p: number, q: number, bands: readonly Band[]): boolean {
  return bands.every(([lower, upper]) =>
    [lower, upper].every((bound) => p * bound.below <= EXACT && bound.above * q <= EXACT),
  );
}
