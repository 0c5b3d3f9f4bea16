/** Runs a generated case through the engine and through the naive evaluator. */
import {
  type CompiledSet,
  compileSet,
  exact,
  type GroupStanding,
  type Rational,
  readUnit,
  type UnitFacts,
} from "@opendti/engine";
import type { Given } from "./arbitraries.js";
import { type AppraisedUnit, allIndicators, NaiveCampaign, type NaiveUnit, rulesIn } from "./evaluate.js";

export interface Played {
  readonly set: CompiledSet;
  readonly facts: readonly UnitFacts[];
  readonly naive: readonly NaiveUnit[];
  /** The naive evaluator's knowledge of each relative measure in a group, as the engine numbers them. */
  readonly standing: (group: string) => (relative: number) => GroupStanding;
}

export function play({ set: source, units }: Given, complete?: boolean): Played {
  const compiled = compileSet(source);
  if ("errors" in compiled) throw new Error(compiled.errors.map(({ text }) => text.en).join("; "));
  const { set } = compiled;
  const facts = units.map((unit) => {
    const read = readUnit(set, unit);
    if (read.problems.length > 0)
      throw new Error(read.problems.map((problem) => problem.message.en).join("; "));
    return { ...read.facts, ...(unit.given && { given: byNode(set, unit.given) }) };
  });
  const campaign = new NaiveCampaign(source, units, complete);
  const relatives = allIndicators(source).flatMap((indicator) =>
    rulesIn(indicator.children ? undefined : indicator.rule).flatMap((rule) =>
      "relative" in rule ? [{ indicator, relative: rule.relative }] : [],
    ),
  );
  const standing = (group: string) => {
    const known = new Map<number, GroupStanding>();
    return (index: number): GroupStanding => {
      const found = known.get(index) ?? standingOf(index, group);
      known.set(index, found);
      return found;
    };
  };
  const standingOf = (index: number, group: string): GroupStanding => {
    const measured = relatives[index];
    if (!measured || !campaign.isComplete(group)) return { complete: false };
    return { complete: true, ...campaign.standing(measured.indicator, measured.relative, group) };
  };
  return { set, facts, naive: campaign.scores(), standing };
}

function byNode(set: CompiledSet, given: NonNullable<AppraisedUnit["given"]>): Map<number, Rational> {
  return new Map(
    [...given].map(([code, { n, d }]) => [set.nodeOf.get(code) ?? Number.NaN, exact.rational(n, d)]),
  );
}
