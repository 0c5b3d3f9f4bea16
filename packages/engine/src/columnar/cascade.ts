/** Bands that fall from the top: the common case, done without looking at edges one by one. */
import { CHUNK_ROWS } from "./chunk.js";
import { PROVEN, UNDEFINED } from "./lane.js";
import type { Outcome } from "./outcome.js";
import type { Quotient } from "./quotient.js";

/** An edge as a quotient of whole numbers, or none (unbounded). */
export interface Bound {
  readonly present: boolean;
  readonly above: number;
  readonly below: number;
  readonly included: boolean;
}

export type Band = readonly [lower: Bound, upper: Bound];

const MOST_EDGES = 4;

/** What a value stands over when it is no ratio. */
const ONES = new Float64Array(CHUNK_ROWS).fill(1);

/**
 * Bands each with a lower edge only, the last taking what is left: >= 10%, >= 7%, >= 3%, < 3%. The band is then the number of edges
 * that the value does not reach.
 */
export class Cascade {
  private constructor(
    /** Falling; padded with edges that every value reaches. A value exactly on an edge that is not included falls below it. */
    private readonly edges: Float64Array,
    private readonly count: number,
    /** Whether the last band takes what reaches no edge; otherwise that is undefined. */
    private readonly rest: boolean,
    private readonly largestEdge: number,
  ) {}

  static of(bands: readonly Band[]): Cascade | undefined {
    const last = bands.at(-1);
    if (!last) return undefined;
    const rest = !last[0].present;
    const open = rest ? bands.slice(0, -1) : bands;
    const lowers = open.map(([lower]) => lower);
    if (lowers.length > MOST_EDGES || open.some(([lower, upper]) => !lower.present || upper.present))
      return undefined;
    const edges = lowers.map((bound) => bound.above / bound.below);
    if (edges.some((edge, index) => index > 0 && edge >= (edges[index - 1] as number))) return undefined;
    if (rest && !takesRest(last[1], lowers.at(-1))) return undefined;
    const padded = new Float64Array(MOST_EDGES).fill(Number.NEGATIVE_INFINITY);
    for (const [index, edge] of edges.entries())
      padded[index] = lowers[index]?.included ? edge : nextAbove(edge);
    const largest = Math.max(1, ...lowers.map((bound) => Math.max(bound.above, bound.below)));
    return new Cascade(padded, edges.length, rest, largest);
  }

  /**
   * A float quotient p/q compares rightly with an edge t/u whenever t p, u p, t q and u q are below 2^51: unless they are equal,
   * the two are then further apart than neighbouring floats of their size.
   */
  provenFor({ above, below, numerator, denominator }: Quotient): boolean {
    const largest = Math.max(above.largest * numerator, (below?.largest ?? 1) * denominator);
    return largest * this.largestEdge <= PROVEN;
  }

  /**
   * Gives each row the ticks of its band.
   * @param table ticks by band, 0 behind the last; NaN where the band's own rule is to be asked, whose outcome stands in `inner`.
   */
  give(
    rows: number,
    { above, below, numerator, denominator }: Quotient,
    table: Float64Array,
    inner: readonly (Outcome | undefined)[],
    out: Outcome,
  ): void {
    const a = above.values;
    const b = below ? below.values : ONES;
    const [e0 = 0, e1 = 0, e2 = 0, e3 = 0] = this.edges;
    const { ticks, status, sums, odd } = out;
    const last = this.rest ? this.count : this.count - 1;
    let oddRows = 0;
    for (let row = 0; row < rows; row += 1) {
      const sum = sums[row] as number;
      const value = ((a[row] as number) * numerator) / ((b[row] as number) * denominator);
      // Divided by nothing it is no number, or infinite.
      if (!(value < Number.POSITIVE_INFINITY)) {
        odd[oddRows++] = row;
        continue;
      }
      // Number() of a comparison is compiled without a jump: which band comes next cannot be foreseen.
      const band = Number(value < e0) + Number(value < e1) + Number(value < e2) + Number(value < e3);
      const given = table[band] as number;
      if (given === given) {
        ticks[row] = given;
        sums[row] = sum + given;
        if (band > last) status[row] = UNDEFINED;
      } else out.copy(row, inner[band]);
    }
    out.irregularRows(oddRows, a, b);
  }
}

/** Whether the last band, which has no lower edge, takes everything below the edge above it. */
function takesRest(upper: Bound, above: Bound | undefined): boolean {
  if (!upper.present) return true;
  if (!above) return false;
  const order = upper.above * above.below - above.above * upper.below;
  return order > 0 || (order === 0 && (above.included || upper.included));
}

/** The next float above a positive one. */
function nextAbove(value: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] = (bits[0] ?? 0n) + 1n;
  return new Float64Array(bits.buffer)[0] ?? value;
}
