/** The bridge on random sets and data: it adds up, and each step changes what it says and nothing else. */
import {
  type Bridge,
  bridgeBetween,
  type CompiledSet,
  carryFacts,
  compileSet,
  exact,
  formatTicks,
  parseExact,
  type Rational,
  type UnitFacts,
} from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Given, givens } from "../naive/arbitraries.js";
import { runCampaign } from "../naive/campaign.js";
import { play } from "../naive/play.js";
import { runs } from "./runs.js";

/** A campaign's facts scored together; of the unit in a row, what a bridge takes. */
function scored(set: CompiledSet, facts: readonly UnitFacts[]) {
  const scores = runCampaign(set, facts, { complete: true, keepFacts: true });
  return {
    total: (row: number): Rational =>
      parseExact(formatTicks(scores.totalTicks(row), set.scoreRounding.digits)) ?? exact.ZERO,
    of: (row: number) => ({ set, facts: scores.run.factsOf(row), standing: scores.run.standingOf(row) }),
  };
}

const sum = (...parts: Rational[]): Rational => parts.reduce(exact.add, exact.ZERO);
const same = (a: Rational, b: Rational): void => expect(exact.equal(a, b)).toBe(true);

/** The three parts make the change, and the rows with the rest make the parts. */
function addsUp(bridge: Bridge): void {
  same(sum(bridge.own, bridge.rules, bridge.others), exact.subtract(bridge.to, bridge.from));
  for (const part of ["own", "rules", "others"] as const)
    same(sum(bridge.rest[part], ...bridge.rows.map((row) => row[part])), bridge[part]);
}

describe("the bridge between two campaigns", () => {
  it("adds up exactly, whatever the sets and the data", () => {
    fc.assert(
      fc.property(givens(), givens(), fc.nat(50), fc.nat(50), (earlier: Given, later: Given, a, b) => {
        const then = play(earlier, true);
        const now = play(later, true);
        const before = scored(then.set, then.facts);
        const after = scored(now.set, now.facts);
        const carried = then.facts.map((facts) => carryFacts(then.set, now.set, facts));
        const ruled = scored(now.set, carried);
        const row = a % then.facts.length;
        const place = b % now.facts.length;
        const bridge = bridgeBetween(before.of(row), ruled.of(row), after.of(place));
        addsUp(bridge);
        // The ends, and the first step, as the columns have them.
        same(bridge.from, before.total(row));
        same(bridge.to, after.total(place));
        same(exact.add(bridge.from, bridge.rules), ruled.total(row));
        // Every indicator of both sets stands in one row, and in one only.
        const leaves = (set: CompiledSet) =>
          set.nodes
            .filter(({ scored: counts, children }) => counts && children.length === 0)
            .map(({ index }) => index);
        expect(bridge.rows.flatMap(({ node }) => node ?? [])).toEqual(leaves(now.set));
        expect(bridge.rows.flatMap(({ earlier: node }) => node ?? []).sort((x, y) => x - y)).toEqual(
          leaves(then.set),
        );
      }),
      runs(80),
    );
  });

  it("lays all to the unit and the others under one set, and none to anybody when nothing changed", () => {
    fc.assert(
      fc.property(givens(), fc.nat(50), fc.nat(50), (given, a, b) => {
        const { set, facts } = play(given, true);
        const campaign = scored(set, facts);
        const carried = scored(
          set,
          facts.map((one) => carryFacts(set, set, one)),
        );
        const row = a % facts.length;
        const still = bridgeBetween(campaign.of(row), carried.of(row), campaign.of(row));
        for (const part of [still.own, still.rules, still.others]) expect(part.n).toBe(0n);
        // Another unit's data under the same standing: only the unit's own data differ, in its own group.
        const other = facts.findIndex((one, at) => at >= b % facts.length && one.group === facts[row]?.group);
        if (other < 0) return;
        const bridge = bridgeBetween(campaign.of(row), carried.of(row), campaign.of(other));
        addsUp(bridge);
        for (const part of [bridge.rules, bridge.others]) expect(part.n).toBe(0n);
      }),
      runs(150),
    );
  });

  it("carries everything to a new version of the same set, and lays nothing to anybody", () => {
    fc.assert(
      fc.property(givens(), fc.nat(50), (given, a) => {
        const { set, facts } = play(given, true);
        const later = compileSet({ ...given.set, version: given.set.version + 1 });
        if ("errors" in later) throw new Error("the same set does not compile again");
        const carried = facts.map((one) => carryFacts(set, later.set, one));
        expect(carried.map(({ values }) => values)).toEqual(facts.map(({ values }) => values));
        const row = a % facts.length;
        const ruled = scored(later.set, carried);
        const bridge = bridgeBetween(scored(set, facts).of(row), ruled.of(row), ruled.of(row));
        for (const part of [bridge.rules, bridge.own, bridge.others]) expect(part.n).toBe(0n);
      }),
      runs(60),
    );
  });
});
