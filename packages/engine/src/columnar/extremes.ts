/** Best and worst of one relative measure in one ranking group, exact, found in one pass. */
import { compare, type Rational, toNumber } from "../numbers/rational.js";

/** Floats nearer to each other than this, relatively, are compared exactly. */
const NEAR = 1e-12;

/** One extreme: p/q in whole floats while they are exact, or a wider exact number. */
class Extreme {
  private float = Number.NaN;
  private p = 0;
  private q = 1;
  private exact: Rational | undefined;

  constructor(private readonly sign: 1 | -1) {}

  get known(): boolean {
    return this.float === this.float;
  }

  offer(p: number, q: number): void {
    const value = p / q;
    const ahead = (value - this.float) * this.sign;
    if (ahead > Math.abs(this.float) * NEAR || !this.known || (ahead > -Math.abs(this.float) * NEAR && this.beats({ n: BigInt(p), d: BigInt(q) }))) {
      this.float = value;
      this.p = p;
      this.q = q;
      this.exact = undefined;
    }
  }

  offerExact(value: Rational): void {
    if (this.known && !this.beats(value)) return;
    this.float = toNumber(value);
    this.exact = value;
  }

  private beats(value: Rational): boolean {
    return compare(value, this.value()) * this.sign > 0;
  }

  value(): Rational {
    return this.exact ?? { n: BigInt(this.p), d: BigInt(this.q) };
  }
}

export class Extremes {
  private readonly high = new Extreme(1);
  private readonly low = new Extreme(-1);

  offer(p: number, q: number): void {
    this.high.offer(p, q);
    this.low.offer(p, q);
  }

  offerExact(value: Rational): void {
    this.high.offerExact(value);
    this.low.offerExact(value);
  }

  highest(): Rational | undefined {
    return this.high.known ? this.high.value() : undefined;
  }

  lowest(): Rational | undefined {
    return this.low.known ? this.low.value() : undefined;
  }
}
