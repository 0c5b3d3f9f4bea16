import { exact, type Rational, readUnit, scoreUnit } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { givens } from "../naive/arbitraries.js";
import { runCampaign } from "../naive/campaign.js";
import { play } from "../naive/play.js";
import { setOf } from "../sets.js";
import { runs } from "./runs.js";

const mode = fc.constantFrom("half-even" as const, "half-up" as const);
const rounding = fc.record({
  ratio: fc.oneof(fc.constant("exact" as const), fc.record({ digits: fc.nat(4), mode })),
  score: fc.record({ digits: fc.nat(3), mode }),
  sum: fc.constantFrom("rounded" as const, "exact" as const),
});
const maximum = fc.constantFrom("10", "5", "7.5", "20", "0.25", "1/3");
const rule = fc.constantFrom(
  { proportional: { of: "a/b" } },
  { proportional: { of: "a/b", full_at: "80%" } },
  { proportional: { of: "(a+1)/(b+3)", full_at: "1/3" } },
  { proportional: { of: "a", full_at: "7" } },
  { per_item: { of: "a/b", points: "0.7" } },
  {
    best_of: [
      { rule: { proportional: { of: "a/b" } } },
      { rule: { proportional: { of: "a/3", full_at: "100" } } },
    ],
  },
);

describe("a proportional score", () => {
  it("never falls when the numerator rises, for one unit and in columns", () => {
    const numerators = fc.uniqueArray(fc.oneof(fc.nat(30), fc.nat(3000)), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(rounding, maximum, rule, numerators, fc.nat(40), (rounds, max, how, drawn, b) => {
        const inputs = ["a", "b"].map((id) => ({ id, label: id, kind: "count" }));
        const set = setOf({
          rounding: rounds,
          indicators: [{ code: "1", title: "Tỷ lệ", max, inputs, rule: how }],
        });
        const rising = drawn.toSorted((x, y) => x - y);
        const facts = rising.map(
          (a) => readUnit(set, { unit: `a = ${a}`, answers: { "1": { a, b } } }).facts,
        );
        const scores = facts.map((own) => scoreUnit(set, own).total);
        const columns = runCampaign(set, facts);
        for (let place = 1; place < scores.length; place += 1) {
          expect(
            exact.compare(scores[place - 1] ?? exact.ZERO, scores[place] ?? exact.ZERO),
          ).toBeLessThanOrEqual(0);
          expect(columns.totalTicks(place - 1)).toBeLessThanOrEqual(columns.totalTicks(place));
        }
      }),
      runs(200),
    );
  });
});

describe("no score", () => {
  it("is above its maximum or below zero where a set gives shares of it and no bonus", () => {
    fc.assert(
      fc.property(givens({ withinMax: true }), fc.boolean(), (given, complete) => {
        const { set, facts, standing } = play(given, complete);
        const limit = set.sum === "exact" ? set.max : undefined;
        for (const own of facts) {
          const unit = scoreUnit(set, own, standing(own.group));
          for (const node of set.nodes) {
            const points = unit.nodes[node.index]?.exact ?? exact.ZERO;
            expect(points.n >= 0n).toBe(true);
            // Rounded scores may add up to a little more than the maximum of their sum: only leaves are held to it then.
            if (node.children.length === 0 || set.sum === "exact")
              expect(
                exact.compare(points, node.max),
                `${node.code}: ${points.n}/${points.d}`,
              ).toBeLessThanOrEqual(0);
          }
          if (limit) expect(exact.compare(unit.exactTotal, limit)).toBeLessThanOrEqual(0);
        }
      }),
      runs(200),
    );
  });

  it("is above the maxima it was rescaled to, where some of a sum is left out, whether scores or roundings are added", () => {
    let rescaled = 0;
    fc.assert(
      fc.property(givens({ withinMax: true }), fc.boolean(), (given, complete) => {
        const { set, facts, standing } = play(given, complete);
        for (const own of facts) {
          const unit = scoreUnit(set, own, standing(own.group));
          const held = (members: readonly number[], points: Rational): void => {
            const scored = members.filter((member) => set.nodes[member]?.scored);
            if (!scored.some((member) => unit.nodes[member]?.excluded)) return;
            const whole = scored
              .map((member) => set.nodes[member]?.max ?? exact.ZERO)
              .reduce(exact.add, exact.ZERO);
            rescaled += 1;
            expect(exact.compare(points, whole)).toBeLessThanOrEqual(0);
          };
          held(set.pillars, unit.exactTotal);
          for (const node of set.nodes)
            if (node.children.length > 0 && !own.notApplicable.has(node.index))
              held(node.children, unit.nodes[node.index]?.exact ?? exact.ZERO);
        }
      }),
      runs(200),
    );
    expect(rescaled).toBeGreaterThan(0);
  });
});
