import { type exact, loadSet, type NodeScore, scoreUnit } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Given, givens } from "../naive/arbitraries.js";
import type { NaiveScore, NaiveUnit } from "../naive/evaluate.js";
import { fraction, show } from "../naive/fraction.js";
import { play } from "../naive/play.js";
import { runs } from "./runs.js";

const text = (value: exact.Rational): string => show(fraction(value.n, value.d));

function asShown(score: NodeScore | NaiveScore, code: string): string {
  return `${code} ${score.status} ${text(score.score)} (${text(score.exact)})${score.excluded ? " excluded" : ""}`;
}

function agrees(given: Given, complete: boolean | undefined): void {
  const { set, facts, naive, standing } = play(given, complete);
  for (const [place, own] of facts.entries()) {
    const traced = place % 2 === 1;
    const unit = scoreUnit(set, own, standing(own.group), traced);
    const expected = naive[place] as NaiveUnit;
    expect(set.nodes.map((node) => asShown(unit.nodes[node.index] as NodeScore, node.code))).toEqual(
      expected.scores.map((score) => asShown(score, score.code)),
    );
    expect([text(unit.total), text(unit.exactTotal), unit.level]).toEqual([
      text(expected.total),
      text(expected.exactTotal),
      expected.level,
    ]);
  }
}

describe("the exact evaluator gives what the rules language says", () => {
  it("when groups of two and more are complete", () => {
    fc.assert(
      fc.property(givens(), (given) => agrees(given, undefined)),
      runs(300),
    );
  });

  it("when the set is written as a file and read again", () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const loaded = loadSet(JSON.stringify(given.set));
        if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message.en).join("; "));
        expect(loaded.value.source).toEqual(JSON.parse(JSON.stringify(given.set)));
        agrees({ ...given, set: loaded.value.source }, undefined);
      }),
      runs(30, 200),
    );
  });

  it("while no group is complete", () => {
    fc.assert(
      fc.property(givens(), (given) => agrees(given, false)),
      runs(100),
    );
  });
});
