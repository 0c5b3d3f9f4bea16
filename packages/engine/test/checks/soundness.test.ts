/** What the checker may conclude of a rule, tried on generated sets: what it says cannot happen does not happen. */
import {
  CampaignRun,
  type CaseFile,
  checkSet,
  exact,
  FactChunk,
  type Finding,
  formatExact,
  type LoadedSet,
  type Node,
  parseExact,
  readUnit,
  scoreUnit,
  type UnitFacts,
} from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { type Given, givens } from "../naive/arbitraries.js";
import { runs } from "../properties/runs.js";
import { loaded } from "./files.js";

interface Tried {
  readonly set: LoadedSet;
  readonly facts: readonly UnitFacts[];
  readonly found: readonly Finding[];
}

function tried({ set: source, units }: Given): Tried {
  const set = loaded(stringify(source), "set.yaml");
  return { set, facts: units.map((unit) => readUnit(set.set, unit).facts), found: checkSet(set) };
}

function reportedAt(found: readonly Finding[], node: Node, ...codes: string[]): Finding | undefined {
  return found.find(({ at, code }) => at === node.code && codes.includes(code));
}

describe("on generated sets", () => {
  it("a division by 0, or a value in no band, was reported before it happened", () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const { set, facts, found } = tried(given);
        for (const unit of facts) {
          const score = scoreUnit(set.set, unit);
          for (const node of set.set.nodes) {
            if (node.children.length > 0 || score.nodes[node.index]?.status !== "undefined") continue;
            // A claim answers only where it is made; and an alternative only where its facts are there.
            const claimed = node.exceptions.some(({ basis }) => basis === "claim");
            const missing = node.uses.some((slot) => unit.values[slot] === undefined);
            if (!claimed && !missing)
              expect(reportedAt(found, node, "denominator-may-be-zero", "band-gap"), node.code).toBeDefined();
          }
        }
      }),
      runs(60),
    );
  });

  it("no rule gives more than the most that the checker says it can", () => {
    fc.assert(
      fc.property(givens({ withinMax: true }), (given) => {
        const { set, facts, found } = tried(given);
        for (const node of set.set.nodes) {
          const most = parseExact(reportedAt(found, node, "max-unreachable")?.found ?? "");
          if (!most) continue;
          for (const unit of facts) {
            const score = scoreUnit(set.set, unit, undefined, true).nodes[node.index];
            const byRule = !score?.trace.some(
              ({ kind }) => kind === "exception" || kind === "not_applicable",
            );
            if (score && byRule) expect(exact.compare(score.exact, most), node.code).toBeLessThanOrEqual(0);
          }
        }
      }),
      runs(40),
    );
  });

  it("a case of the set's own scores, sums and ranks is in order", () => {
    fc.assert(
      fc.property(givens({ withinMax: true }), (given) => {
        const { set } = tried(given);
        const found = checkSet(set, [ownScores(set, given)]).filter(({ file }) => file === "case.yaml");
        // Generated data are not plausible; and where rows are left out, scores rounded up are rescaled beyond the maximum.
        const rescaled = JSON.stringify(given.set).includes('"excluded"');
        const expected = ({ code }: Finding): boolean =>
          code === "case-check-failed" || (rescaled && code === "published-above-max");
        expect(found.filter((each) => !expected(each))).toEqual([]);
      }),
      runs(40),
    );
  });

  it("findings are the same each time", () => {
    fc.assert(
      fc.property(givens(), (given) => {
        const { set, found } = tried(given);
        expect(checkSet(set)).toEqual(found);
      }),
      runs(10),
    );
  });
});

/** What the engine computes, as if a province had published it. */
function ownScores({ set }: LoadedSet, { units }: Given): CaseFile {
  const chunk = new FactChunk(set, units.length);
  for (const unit of units) chunk.add(readUnit(set, unit).facts);
  const run = new CampaignRun(set, { keepFacts: true });
  run.add(chunk);
  const scores = run.finish();
  return {
    file: "case.yaml",
    data: {
      case: "cua-chinh-no",
      units: units.map((unit, row) => {
        const score = scores.explain(row);
        const shown = set.nodes.filter(({ scored }) => scored);
        const size = units.filter(({ group }) => group === unit.group).length;
        return {
          unit: unit.unit,
          group: unit.group,
          profile: unit.profile as CaseFile["data"]["units"][number]["profile"],
          answers: unit.answers as CaseFile["data"]["units"][number]["answers"],
          published: {
            reproduce: true,
            total: formatExact(score.total),
            scores: Object.fromEntries(
              shown.map(({ code, index }) => [
                code,
                { score: formatExact(score.nodes[index]?.score ?? exact.ZERO) },
              ]),
            ),
            ...(scores.rank(row) > 0 && { rank: scores.rank(row), of: size }),
          },
        };
      }),
    },
  };
}
