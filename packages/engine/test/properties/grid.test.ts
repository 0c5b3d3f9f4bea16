import { type CompiledSet, formatExact, formatTicks, scoreUnit, type UnitFacts } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { runCampaign } from "../naive/campaign.js";
import { factsOf, inputs, setOf } from "../sets.js";

/** Rules in which a half, an edge or a cap is met exactly by small numbers; each with a maximum that makes it so. */
const rules: readonly (readonly [string | number, Record<string, unknown>])[] = [
  [10, { proportional: { of: "a/b" } }],
  ["1/3", { proportional: { of: "a/b" } }],
  ["7.5", { proportional: { of: "a/b", full_at: "80%" } }],
  ["1/3", { proportional: { of: "(a+1)/(b+2)" } }],
  ["0.25", { proportional: { of: "a", full_at: 16 } }],
  [5, { per_item: { of: "a/b", points: "0.125", cap: "2.5" } }],
  [10, { parts: ["1/2", "0.3"].map((share) => ({ share, rule: { proportional: { of: "a/b" } } })) }],
  [
    10,
    {
      bands: {
        of: "a/b",
        steps: [
          { ge: "2/3", share: 1 },
          { gt: "1/3", rule: { proportional: { of: "a/b" } } },
        ],
      },
    },
  ],
  [
    "12.345",
    {
      bands: {
        of: "b/a",
        steps: [
          { le: "0.3333", share: "1/8" },
          { lt: "66.67%", share: "70%" },
        ],
      },
    },
  ],
  [
    10,
    {
      bands: {
        of: "a/b",
        steps: [{ gt: "2/3", share: 1 }, { ge: "1/3", share: "50%" }, { gt: "10%", points: 1 }, { share: 0 }],
      },
    },
  ],
  [
    10,
    {
      bands: {
        of: "b/a",
        steps: [
          { ge: "0.6667", share: 1 },
          { gt: "33.33%", share: "1/2" },
        ],
      },
    },
  ],
  [20, { best_of: [{ rule: { proportional: { of: "a/b" } } }, { rule: { proportional: { of: "b/40" } } }] }],
  [10, { relative: { of: "a/b", to: "best", provisional: { proportional: { of: "a/b" } } } }],
  [5, { relative: { of: "a", to: "range" } }],
  ["7.5", { relative: { of: "a/b", to: "best", better: "lower" } }],
];

const ratios = ["exact", { digits: 2, mode: "half-even" }, { digits: 4, mode: "half-up" }] as const;
const scores = [
  { digits: 0, mode: "half-up" },
  { digits: 1, mode: "half-even" },
  { digits: 2, mode: "half-up" },
  { digits: 3, mode: "half-even" },
] as const;

const of = (ratio: unknown, score: unknown, sum: string): CompiledSet =>
  setOf({
    rounding: { ratio, score, sum },
    indicators: rules.map(([max, rule], place) => ({
      code: String(place + 1),
      title: `Chỉ số ${place + 1}`,
      max,
      inputs: inputs({ a: "number", b: "number" }),
      rule,
    })),
  });

/** Units that answer every indicator with the same two numbers. */
function unitsOf(
  set: CompiledSet,
  pairs: readonly (readonly [bigint | number | string, bigint | number | string])[],
): UnitFacts[] {
  return pairs.map(([a, b]) =>
    factsOf(set, {
      unit: `${a}/${b}`,
      answers: Object.fromEntries(set.nodes.map((node) => [node.code, { a: String(a), b: String(b) }])),
    }),
  );
}

/** The first units of which the columns say something else than the exact evaluator. */
function differences(set: CompiledSet, units: readonly UnitFacts[], complete: boolean): string[] {
  const columns = runCampaign(set, units, { complete });
  const { digits } = set.scoreRounding;
  return units
    .flatMap((own, row) => {
      const unit = scoreUnit(set, own, columns.run.standingOf(row));
      const exactly = unit.nodes.map(({ status, score }) => `${status} ${formatExact(score)}`);
      const held = set.nodes.map(
        (node) => `${columns.status(row, node.index)} ${formatTicks(columns.ticks(row, node.index), digits)}`,
      );
      const wrong = set.nodes.flatMap(({ index, code }) =>
        held[index] === exactly[index]
          ? []
          : [`${own.unit} at ${code}: ${held[index]}, not ${exactly[index]}`],
      );
      const total = formatTicks(columns.totalTicks(row), digits);
      return total === formatExact(unit.total)
        ? wrong
        : [...wrong, `${own.unit}: total ${total}, not ${formatExact(unit.total)}`];
    })
    .slice(0, 5);
}

const small = Array.from({ length: 33 * 33 }, (_, place) => [place % 33, Math.floor(place / 33)] as const);

/** Pairs beside a half, a third or two thirds of each other, as large as the whole numbers of a float and larger. */
const large = [
  2n ** 20n,
  2n ** 31n,
  2n ** 43n,
  2n ** 50n,
  2n ** 51n,
  2n ** 52n,
  2n ** 53n,
  2n ** 60n,
  10n ** 15n,
  3n ** 32n,
].flatMap((size) =>
  [-2n, -1n, 0n, 1n, 2n].flatMap((beside) => [
    [size + beside, size * 2n] as const,
    [size + beside, size * 3n] as const,
    [size * 2n, size * 3n + beside] as const,
    [size * 8n + beside, size * 10n] as const,
    [size + beside, size] as const,
  ]),
);

/** Pairs a/b as near to an edge as whole numbers of their size come: 10000 a and 3333 b differ by one. */
const edges = [
  [3333n, 10_000n],
  [6667n, 10_000n],
].flatMap(([above = 0n, below = 1n]) =>
  [2n ** 20n, 2n ** 36n, 2n ** 45n, 2n ** 50n].flatMap((size) => {
    const pairs: (readonly [bigint, bigint])[] = [];
    for (let b = size; pairs.length < 3; b += 1n) {
      const product = above * b;
      for (const beside of [-1n, 0n, 1n])
        if ((product + beside) % below === 0n) pairs.push([b, (product + beside) / below]);
    }
    return pairs;
  }),
);

describe("the columns equal the exact evaluator", () => {
  test("on every pair of small numbers, in every way of rounding", () => {
    for (const ratio of ratios)
      for (const score of scores) {
        const set = of(ratio, score, score.digits % 2 === 0 ? "rounded" : "exact");
        const units = unitsOf(set, small);
        expect(differences(set, units, score.digits < 2)).toEqual([]);
      }
  });

  test("on numbers at the end of what a float holds, beside every edge", () => {
    for (const ratio of ratios)
      for (const score of scores) {
        const set = of(ratio, score, "rounded");
        expect(differences(set, unitsOf(set, [...large, ...edges]), true)).toEqual([]);
        // Each alone in its chunk, where no other unit's numbers decide how it is computed.
        for (const unit of unitsOf(set, [...large, ...edges]))
          expect(differences(set, [unit], false)).toEqual([]);
      }
  });

  test("on decimals of different lengths in one column", () => {
    const decimals = ["0.1", "0.125", "3", "0.0000005", "1.5", "12.345678", "0.123456789", "1000000.5"];
    const pairs = decimals.flatMap((a) => decimals.map((b) => [a, b] as const));
    for (const ratio of ratios)
      for (const score of scores) {
        const set = of(ratio, score, "exact");
        expect(differences(set, unitsOf(set, pairs), false)).toEqual([]);
      }
  });
});
