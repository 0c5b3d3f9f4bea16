/**
 * Numbers as one fraction of two linear forms with whole coefficients: (a+b+c+d)/(e+f). Nearly every ratio of every
 * decision is one; the columnar kernels work on these, and whatever is not one is left to the exact evaluator.
 */
import { add, gcd, multiply, ONE, type Rational, reduce, ZERO } from "../numbers/rational.js";
import type { NumberPlan, Slot } from "../plan/plan.js";
import { type FactChunk, POWER } from "./chunk.js";
import type { Scratch } from "./room.js";

/** (sum of coefficient x slot, plus constant). */
export interface Linear {
  readonly terms: readonly { readonly slot: Slot; readonly coefficient: number }[];
  readonly constant: number;
}

export interface Fraction {
  readonly above: Linear;
  readonly below: Linear;
}

interface Form {
  readonly terms: ReadonlyMap<Slot, Rational>;
  readonly constant: Rational;
}

/** The number as a fraction of linear forms; undefined when it is none, or its coefficients are too large or negative. */
export function asFraction(plan: NumberPlan): Fraction | undefined {
  const forms = reduceToForms(plan);
  if (!forms) return undefined;
  let common = 1n;
  for (const value of [
    ...forms.above.terms.values(),
    ...forms.below.terms.values(),
    forms.above.constant,
    forms.below.constant,
  ]) {
    const { d } = reduce(value);
    common = (common / gcd(common, d)) * d;
  }
  const above = whole(forms.above, common);
  const below = whole(forms.below, common);
  return above && below && { above, below };
}

function reduceToForms(plan: NumberPlan): { above: Form; below: Form } | undefined {
  const forms = formsOf(plan);
  // Divided by a constant 0: undefined whatever is declared, and nothing may cancel that.
  return forms && isConstant(forms.below) && forms.below.constant.n === 0n ? undefined : forms;
}

function formsOf(plan: NumberPlan): { above: Form; below: Form } | undefined {
  switch (plan.kind) {
    case "constant":
      return { above: { terms: new Map(), constant: plan.value }, below: unit };
    case "slot":
      return { above: { terms: new Map([[plan.slot, ONE]]), constant: ZERO }, below: unit };
    case "add":
      return plus(reduceToForms(plan.left), reduceToForms(plan.right));
    case "sum":
      return plan.of.map(reduceToForms).reduce(plus);
    case "multiply": {
      const left = reduceToForms(plan.left);
      const right = reduceToForms(plan.right);
      if (!left || !right) return undefined;
      if (isConstant(right.above) && isConstant(right.below))
        return {
          above: times(left.above, right.above.constant),
          below: times(left.below, right.below.constant),
        };
      if (isConstant(left.above) && isConstant(left.below))
        return {
          above: times(right.above, left.above.constant),
          below: times(right.below, left.below.constant),
        };
      return undefined;
    }
    case "divide": {
      const left = reduceToForms(plan.left);
      const right = reduceToForms(plan.right);
      if (!left || !right || !isConstant(left.below) || !isConstant(right.below)) return undefined;
      return {
        above: times(left.above, right.below.constant),
        below: times(right.above, left.below.constant),
      };
    }
    default:
      return undefined;
  }
}

const unit: Form = { terms: new Map(), constant: ONE };

function isConstant(form: Form): boolean {
  return form.terms.size === 0;
}

function plus(
  left: { above: Form; below: Form } | undefined,
  right: { above: Form; below: Form } | undefined,
): { above: Form; below: Form } | undefined {
  if (!left || !right || !isConstant(left.below) || !isConstant(right.below)) return undefined;
  const a = times(left.above, right.below.constant);
  const b = times(right.above, left.below.constant);
  const terms = new Map(a.terms);
  for (const [slot, coefficient] of b.terms) terms.set(slot, add(terms.get(slot) ?? ZERO, coefficient));
  return {
    above: { terms, constant: add(a.constant, b.constant) },
    below: { terms: new Map(), constant: multiply(left.below.constant, right.below.constant) },
  };
}

function times(form: Form, factor: Rational): Form {
  return {
    terms: new Map([...form.terms].map(([slot, coefficient]) => [slot, multiply(coefficient, factor)])),
    constant: multiply(form.constant, factor),
  };
}

const LARGEST_COEFFICIENT = 1n << 31n;

function whole(form: Form, common: bigint): Linear | undefined {
  const scaled = (value: Rational): number | undefined => {
    const int = (value.n * common) / value.d;
    return int >= 0n && int < LARGEST_COEFFICIENT ? Number(int) : undefined;
  };
  const terms: { slot: Slot; coefficient: number }[] = [];
  for (const [slot, value] of form.terms) {
    const coefficient = scaled(value);
    if (coefficient === undefined) return undefined;
    terms.push({ slot, coefficient });
  }
  const constant = scaled(form.constant);
  return constant === undefined ? undefined : { terms, constant };
}

/** A linear form over one chunk: a column of whole numbers, to be divided by 10^digits. */
export interface LinearColumn {
  /** By row, no longer than the chunk has rows. */
  readonly values: Float64Array;
  readonly digits: number;
  /** No value is larger; Infinity when some are kept aside or below zero, so that each row must be looked at. */
  readonly largest: number;
}

/**
 * Evaluates a linear form over a chunk into `scratch`, or points straight at the column when the form is one. Sums that
 * pass 2^53 are not exact; the kernels refuse numerators beyond a much smaller bound.
 */
export function linearColumn(form: Linear, chunk: FactChunk, scratch: Scratch): LinearColumn {
  const { terms, constant } = form;
  const [first] = terms;
  if (first && terms.length === 1 && first.coefficient === 1 && constant === 0)
    return {
      values: chunk.column(first.slot),
      digits: chunk.scale[first.slot] as number,
      largest: largestOf(chunk, first.slot),
    };
  let digits = 0;
  for (const { slot } of terms) digits = Math.max(digits, chunk.scale[slot] as number);
  const start = constant * (POWER[digits] as number);
  const values = scratch.rows(chunk.length);
  if (!first) values.fill(start);
  let largest = start;
  for (const term of terms) {
    const { slot, coefficient } = term;
    const factor = coefficient * (POWER[digits - (chunk.scale[slot] as number)] as number);
    largest += largestOf(chunk, slot) * factor;
    if (term === first) setScaled(values, chunk.column(slot), factor, start);
    else addScaled(values, chunk.column(slot), factor);
  }
  return { values, digits, largest };
}

function largestOf(chunk: FactChunk, slot: Slot): number {
  return chunk.negative[slot] === 1 ? Number.POSITIVE_INFINITY : (chunk.largest[slot] as number);
}

function setScaled(into: Float64Array, column: Float64Array, factor: number, start: number): void {
  for (let row = 0; row < into.length; row += 1) into[row] = start + (column[row] as number) * factor;
}

function addScaled(into: Float64Array, column: Float64Array, factor: number): void {
  for (let row = 0; row < into.length; row += 1)
    into[row] = (into[row] as number) + (column[row] as number) * factor;
}
