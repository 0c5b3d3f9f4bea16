/** Measured quantities written for people: as a percent where they are a share, as a number with its unit elsewhere. */
import { isRatio } from "../expression/resolve.js";
import { compare, ONE, type Rational } from "../numbers/rational.js";
import type { Step } from "../plan/plan.js";
import { letters, numbers } from "./facts.js";
import { type Written, writeNumber, writePercent } from "./format.js";
import { writeFormula } from "./formula.js";
import type { Measured, Reading } from "./reading.js";
import type { View } from "./view.js";
import { equals, words } from "./wording.js";

/** How the values of one rule are written, so that a value and its thresholds look alike. */
export type Scale = (value: Rational) => Written;

type WithMeasure = Extract<Reading, { of: Measured }>;

/** A ratio is a percent unless its thresholds, or the group's values, lie above 1; other numbers stay numbers. */
export function scaleOf(view: View, reading: WithMeasure): Scale {
  const { measure } = reading.of;
  const percent =
    isPercentInput(view, reading.of) ||
    (isRatio(measure.of) && marks(reading).every((mark) => compare(mark, ONE) <= 0));
  return (value) => (percent ? writePercent(value, view.language) : writeNumber(value, view.language));
}

function isPercentInput(view: View, { measure }: Measured): boolean {
  return measure.of.kind === "slot" && view.set.facts[measure.of.slot]?.kind === "percent";
}

/** ` tỷ đồng` for a quantity that is one declared input with a unit; nothing for what is computed. */
export function unitOf(view: View, { measure }: Measured): string {
  const unit = measure.of.kind === "slot" ? view.set.facts[measure.of.slot]?.unit : undefined;
  return unit === undefined ? "" : ` ${unit}`;
}

/** The numbers that a reading's value is held against. */
function marks(reading: WithMeasure): Rational[] {
  switch (reading.kind) {
    case "proportional":
      return [reading.fullAt];
    case "band":
      return reading.edges.flatMap(edgesOf);
    case "relative":
      return [reading.best, reading.worst];
    case "per_item":
      return [];
  }
}

function edgesOf({ lower, upper }: Step): Rational[] {
  return [lower, upper].flatMap((edge) => (edge ? [edge.value] : []));
}

/** `22/23 = 95,65%`: the formula with numbers, then its value; the value alone where nothing is computed. */
export function computed(view: View, of: Measured, scale: Scale): string {
  const value = scale(of.value);
  const { measure } = of;
  if (measure.of.kind === "slot") return value.exact ? value.text : `≈ ${value.text}`;
  return `${inNumbers(view, of)} ${equals(value)}`;
}

/** The formula with the letters of the decision. */
export function inLetters(view: View, { measure }: Pick<Measured, "measure">): string {
  return writeFormula(measure.of, letters(view.set, view.node, view.language), view.language);
}

/** The formula with the declared numbers put in. */
export function inNumbers(view: View, { measure }: Pick<Measured, "measure">): string {
  return writeFormula(measure.of, numbers(view.set, view.facts, view.language), view.language);
}

/** `15,64% ≥ 10%`, `10% ≤ 15,64% < 20%`: the value between the edges of its band. */
export function between(view: View, value: string, step: Step, scale: Scale): string {
  const { lower, upper } = step;
  const low = lower && scale(lower.value).text;
  const high = upper && scale(upper.value).text;
  if (low !== undefined && high !== undefined)
    return low === high
      ? `${value} = ${low}`
      : `${low} ${lower?.included ? "≤" : "<"} ${value} ${upper?.included ? "≤" : "<"} ${high}`;
  if (low !== undefined) return `${value} ${lower?.included ? "≥" : ">"} ${low}`;
  if (high !== undefined) return `${value} ${upper?.included ? "≤" : "<"} ${high}`;
  return `${value} ${words(view.language, "(các trường hợp còn lại)", "(all other cases)")}`;
}
