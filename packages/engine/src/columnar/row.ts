/** One row of a chunk, for the exact evaluator. */
import type { Rational } from "../numbers/rational.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import { evaluateCondition, evaluateMeasure } from "../plan/exact.js";
import type { LeafFacts, UnitFacts } from "../score/unit.js";
import type { FactChunk } from "./chunk.js";
import { FALSE, TRUE, UNKNOWN } from "./condition.js";
import { MISSING, NOT_APPLICABLE, PENDING, SCORED, UNDEFINED } from "./lane.js";

/** The bit of a status. */
export const STATUS_BIT = {
  scored: SCORED,
  missing: MISSING,
  undefined: UNDEFINED,
  not_applicable: NOT_APPLICABLE,
  pending: PENDING,
} as const;

/**
 * A unit's measure of a relative rule; undefined when the indicator is "not applicable", excepted, or has no value. Points that a person
 * gave change nothing in it: what was declared still stands in the group.
 */
export function ownMeasure(
  set: CompiledSet,
  node: Node,
  relative: number,
  facts: LeafFacts,
): Rational | undefined {
  if (facts.notApplicable.has(node.index)) return undefined;
  if (node.exceptions.some((exception) => evaluateCondition(exception.when, facts.values) === true))
    return undefined;
  const plan = set.relatives[relative]?.plan;
  const value = plan && evaluateMeasure(plan.measure, { values: facts.values, trace: undefined });
  return typeof value === "string" ? undefined : value;
}

/** The facts one node reads, of one row. */
export function rowFacts(facts: FactChunk, row: number, node: Node): LeafFacts {
  const values = new Array<Rational | undefined>(facts.set.facts.length);
  for (const slot of node.uses) values[slot] = facts.value(row, slot);
  const marked = facts.notApplicable.get(node.index);
  const notApplicable = new Map<number, string | undefined>();
  if (marked?.has(row)) notApplicable.set(node.index, marked.get(row));
  const given = facts.given.get(node.index)?.get(row);
  return given ? { values, notApplicable, given: new Map([[node.index, given]]) } : { values, notApplicable };
}

/** A condition's outcome for a row that the columns could not decide. */
export function exactCondition(node: Node, facts: UnitFacts): number {
  const outcome = node.condition ? evaluateCondition(node.condition.of, facts.values) : true;
  return outcome === "unknown" ? UNKNOWN : outcome ? TRUE : FALSE;
}
