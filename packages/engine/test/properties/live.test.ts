import {
  type CampaignScores,
  type Change,
  type CompiledSet,
  exact,
  LiveCampaign,
  type Rational,
  type UnitFacts,
} from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Given, givens } from "../naive/arbitraries.js";
import { runCampaign } from "../naive/campaign.js";
import { play } from "../naive/play.js";
import { runs } from "./runs.js";

/** One change: which unit, which fact (both taken modulo their number), and its new value (undefined: missing). */
interface Edit {
  readonly unit: number;
  readonly fact: number;
  readonly value: number | undefined;
  readonly divisor: number;
  /** Instead of a fact: marks an indicator as not applicable, or takes the mark away. */
  readonly mark: boolean | undefined;
  /** Instead of a fact: gives an indicator so many thirds of its maximum, or (none) takes given points away. */
  readonly give: number | "none" | undefined;
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    unit: fc.nat(1000),
    fact: fc.nat(1000),
    value: fc.option(fc.oneof(fc.nat(12), fc.nat(1000), fc.constant(2 ** 53 - 1)), {
      nil: undefined,
      freq: 5,
    }),
    divisor: fc.constantFrom(1, 1, 1, 10, 1000, 3),
    mark: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
    give: fc.option(fc.constantFrom("none" as const, 0, 1, 2, 3), { nil: undefined, freq: 1 }),
  }),
  { minLength: 1, maxLength: 12 },
);

function valueFor(set: CompiledSet, slot: number, edit: Edit): Rational | undefined {
  if (edit.value === undefined) return undefined;
  const fact = set.facts[slot];
  if (fact?.kind === "yes_no") return exact.rational(edit.value % 2);
  if (fact?.kind === "choice") return exact.rational(1 + (edit.value % Math.max(1, fact.options.length)));
  return exact.rational(edit.value, fact?.kind === "count" ? 1 : edit.divisor);
}

function snapshot(set: CompiledSet, scores: CampaignScores | LiveCampaign, length: number): string[] {
  const rows: string[] = [];
  for (let row = 0; row < length; row += 1) {
    const nodes = set.nodes.map(
      (node) => `${node.code} ${scores.status(row, node.index)} ${scores.ticks(row, node.index)}`,
    );
    rows.push([...nodes, `total ${scores.totalTicks(row)} rank ${scores.rank(row)}`].join("; "));
  }
  return rows;
}

/** Plays edits on a live campaign and compares every state with a full run on the edited facts. */
function follows(given: Given, plan: readonly Edit[], complete?: boolean): void {
  const { set, facts } = play(given, complete);
  const edited: UnitFacts[] = facts.map((own) => ({ ...own, values: [...own.values] }));
  const live = new LiveCampaign(runCampaign(set, facts, { keepFacts: true, complete }));
  expect(snapshot(set, live, edited.length)).toEqual(
    snapshot(set, runCampaign(set, edited, { keepFacts: true, complete }), edited.length),
  );
  for (const edit of plan) {
    const row = edit.unit % edited.length;
    const before = totals(live, edited.length);
    const change = apply(set, live, edited, edit, row);
    if (!change) continue;
    const full = runCampaign(set, edited, { keepFacts: true, complete });
    expect(snapshot(set, live, edited.length)).toEqual(snapshot(set, full, edited.length));
    tellsWhoMoved(change, before, totals(live, edited.length), row);
  }
}

/** Makes one edit on the live campaign and on the facts; undefined when the set has nothing to edit so. */
function apply(
  set: CompiledSet,
  live: LiveCampaign,
  edited: UnitFacts[],
  edit: Edit,
  row: number,
): Change | undefined {
  const own = edited[row];
  if (!own) return undefined;
  if (edit.mark !== undefined) {
    const nodes = set.nodes.filter((node) => node.scored && node.notApplicable);
    const node = nodes[edit.fact % Math.max(1, nodes.length)];
    if (!node) return undefined;
    const notApplicable = new Map(own.notApplicable);
    if (edit.mark) notApplicable.set(node.index, "không thuộc phạm vi");
    else notApplicable.delete(node.index);
    edited[row] = { ...own, notApplicable };
    return live.markNotApplicable(row, node.index, edit.mark, "không thuộc phạm vi");
  }
  if (edit.give !== undefined) return give(set, live, edited, edit, row);
  const slot = set.facts[edit.fact % Math.max(1, set.facts.length)]?.slot;
  if (slot === undefined) return undefined;
  const value = valueFor(set, slot, edit);
  edited[row] = { ...own, values: own.values.map((old, at) => (at === slot ? value : old)) };
  return live.change(row, slot, value);
}

/** Gives points to one indicator, or takes them away: nobody else's score moves by it. */
function give(
  set: CompiledSet,
  live: LiveCampaign,
  edited: UnitFacts[],
  edit: Edit,
  row: number,
): Change | undefined {
  const own = edited[row];
  const nodes = set.nodes.filter((each) => each.scored && each.children.length === 0);
  const node = nodes[edit.fact % Math.max(1, nodes.length)];
  if (!own || !node) return undefined;
  const points =
    typeof edit.give === "number"
      ? exact.multiply(node.max, exact.rational(BigInt(edit.give), 3n))
      : undefined;
  const given = new Map(own.given);
  if (points) given.set(node.index, points);
  else given.delete(node.index);
  edited[row] = { ...own, given };
  const change = live.give(row, node.index, points);
  expect(change.groupNodes).toEqual([]);
  return change;
}

function totals(live: LiveCampaign, length: number): string[] {
  return Array.from({ length }, (_, row) => `${live.totalTicks(row)} ${live.rank(row)}`);
}

/** Everyone whose total or rank changed is named, with what it was before, and nobody is named twice. */
function tellsWhoMoved(
  change: Change,
  before: readonly string[],
  after: readonly string[],
  row: number,
): void {
  const { rows, totalsBefore, ranksBefore } = change.affected;
  const named = new Map<number, string>();
  for (const [place, each] of rows.entries()) named.set(each, `${totalsBefore[place]} ${ranksBefore[place]}`);
  expect(named.size).toBe(rows.length);
  expect(named.has(row)).toBe(true);
  for (const [place, old] of before.entries()) if (old !== after[place]) expect(named.get(place)).toBe(old);
}

describe("a change of one input gives what scoring everyone again would give", () => {
  it("when a group is complete as soon as it has two units", () => {
    fc.assert(
      fc.property(givens(), edits, (given, plan) => follows(given, plan)),
      runs(250),
    );
  });

  it("while groups are still incomplete", () => {
    fc.assert(
      fc.property(givens(), edits, (given, plan) => follows(given, plan, false)),
      runs(60),
    );
  });

  it("when all groups are declared complete", () => {
    fc.assert(
      fc.property(givens(), edits, (given, plan) => follows(given, plan, true)),
      runs(120),
    );
  });
});
