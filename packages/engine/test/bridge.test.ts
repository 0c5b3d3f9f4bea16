/** Why a total changed: cases worked out by hand. */
import {
  bridgeBetween,
  carriedNodes,
  carryFacts,
  formatExact,
  type ScoredUnder,
  type UnitData,
} from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { runCampaign } from "./naive/campaign.js";
import { factsOf, inputs, setOf } from "./sets.js";

const counted = (max: number, more: Record<string, unknown> = {}) => ({
  max,
  inputs: inputs({ a: "count", b: "count" }),
  rule: { proportional: { of: "a/b" } },
  ...more,
});

/** Two indicators: a share, and a value relative to the best of the group. */
const set = (more: Record<string, unknown> = {}, parts: Record<string, unknown> = {}) =>
  setOf({
    indicators: [
      { code: "1", title: "Tỷ lệ", ...counted(10), ...more },
      {
        code: "2",
        title: "So với nhóm",
        max: 10,
        inputs: inputs({ value: "count" }),
        rule: { relative: { of: "value", to: "best" } },
      },
    ],
    ...parts,
  });

/** Units in one group under a set; the first is the one looked at. */
function under(
  of: ReturnType<typeof set>,
  units: readonly Partial<UnitData>[],
): ScoredUnder & { set: typeof of } {
  const facts = units.map((data, place) => factsOf(of, { unit: `u${place}`, ...data }));
  const { run } = runCampaign(of, facts, { complete: true, keepFacts: true });
  return { set: of, facts: run.factsOf(0), standing: run.standingOf(0) };
}

const unit = (a: number, b: number, value: number): Partial<UnitData> => ({
  answers: { "1": { a, b }, "2": value },
});

const told = ({ own, rules, others }: Record<"own" | "rules" | "others", { n: bigint; d: bigint }>) =>
  [own, rules, others].map(formatExact);

describe("a bridge", () => {
  const old = set();
  // It asks for 80% only.
  const next = set({ rule: { proportional: { of: "a/b", full_at: "80%" } } }, { version: 2 });

  it("says what the unit, the rules and the others did", () => {
    const before = under(old, [unit(40, 100, 5), unit(0, 1, 10)]);
    const after = under(next, [unit(60, 100, 6), unit(0, 1, 8)]);
    const carried = under(next, [unit(40, 100, 5), unit(0, 1, 10)]);
    const bridge = bridgeBetween(before, carried, after);
    // 4 + 5 = 9 -> 5 + 5 = 10 (rules) -> 7.5 + 6 = 13.5 (own) -> 7.5 + 7.5 = 15 (others).
    expect([formatExact(bridge.from), formatExact(bridge.to), ...told(bridge)]).toEqual([
      "9",
      "15",
      "3.5",
      "1",
      "1.5",
    ]);
    expect(bridge.rows.map((row) => [row.node, row.earlier, ...told(row)])).toEqual([
      [0, 0, "2.5", "1", "0"],
      [1, 1, "1", "0", "1.5"],
    ]);
    expect(told(bridge.rest)).toEqual(["0", "0", "0"]);
  });

  it("lays nothing to the rules when they are the same, nothing to the others when they are", () => {
    const before = under(old, [unit(40, 100, 5), unit(0, 1, 10)]);
    const after = under(old, [unit(50, 100, 5), unit(0, 1, 10)]);
    expect(told(bridgeBetween(before, before, after))).toEqual(["1", "0", "0"]);
    const others = under(old, [unit(40, 100, 5), unit(0, 1, 20)]);
    expect(told(bridgeBetween(before, before, others))).toEqual(["0", "0", "-2.5"]);
  });

  it("lays an indicator that is gone to the rules, and what is declared for a new one to the unit", () => {
    const renewed = setOf({
      indicators: [
        { code: "1", title: "Tỷ lệ", ...counted(10) },
        { code: "3", title: "Mới", ...counted(10) },
      ],
    });
    const before = under(old, [unit(40, 100, 10)]);
    const after = under(renewed, [{ answers: { "1": { a: 40, b: 100 }, "3": { a: 1, b: 2 } } }]);
    const carried = under(renewed, [{ answers: { "1": { a: 40, b: 100 } } }]);
    const bridge = bridgeBetween(before, carried, after);
    expect(told(bridge)).toEqual(["5", "-10", "0"]);
    expect(bridge.rows.map((row) => [row.node, row.earlier, ...told(row)])).toEqual([
      [0, 0, "0", "0", "0"],
      [1, undefined, "5", "0", "0"],
      [undefined, 1, "0", "-10", "0"],
    ]);
  });

  it("keeps what rounding adds to a sum apart, so that the rows still add up", () => {
    const thirds = (max: string) =>
      setOf({
        rounding: { ratio: "exact", score: { digits: 0, mode: "half-up" }, sum: "exact" },
        indicators: ["1", "2"].map((code) => ({ code, title: code, ...counted(10), max })),
      });
    const answers = (a: number) => ({ answers: { "1": { a, b: 3 }, "2": { a, b: 3 } } });
    const before = under(thirds("10"), [answers(1)]);
    const after = under(thirds("10"), [answers(2)]);
    const bridge = bridgeBetween(before, before, after);
    // 6 2/3 is 7; 13 1/3 is 13. Each row gives 3 1/3.
    expect([formatExact(bridge.from), formatExact(bridge.to)]).toEqual(["7", "13"]);
    expect(bridge.rows.map((row) => formatExact(row.own))).toEqual(["10/3", "10/3"]);
    expect(told(bridge.rest)).toEqual(["-2/3", "0", "0"]);
  });
});

describe("what is carried to a later set", () => {
  const old = set();

  it("follows `continues`, then the key, then the code", () => {
    const later = setOf({
      id: "bo-khac",
      indicators: [
        { code: "7", title: "Đổi mã", continues: "bo-thu:1", ...counted(10) },
        { code: "1", title: "Của bộ khác", continues: "bo-la:1", ...counted(10) },
        { code: "2", title: "Cùng mã", ...counted(10) },
      ],
    });
    expect([...carriedNodes(old, later)]).toEqual([
      [0, 0],
      [2, 1],
    ]);
  });

  it("takes an input of the same id and kind, and leaves the rest missing", () => {
    const later = set({ inputs: inputs({ a: "count", b: "money" }) });
    const facts = factsOf(old, unit(3, 4, 5));
    expect(carryFacts(old, later, facts).values.map((value) => value && formatExact(value))).toEqual([
      "3",
      undefined,
      "5",
    ]);
  });

  it("marks as not applicable only what the later set lets be so", () => {
    const lenient = set({ not_applicable: "full" });
    const facts = factsOf(lenient, { answers: { "1": "not_applicable" } });
    expect([...carryFacts(lenient, lenient, facts).notApplicable.keys()]).toEqual([0]);
    expect([...carryFacts(lenient, old, facts).notApplicable.keys()]).toEqual([]);
  });

  it("holds points that a person gave to the new maximum", () => {
    const smaller = set({ max: 4 });
    const facts = { ...factsOf(old, unit(1, 2, 3)), given: new Map([[0, { n: 9n, d: 1n }]]) };
    expect(
      [...(carryFacts(old, smaller, facts).given ?? [])].map(([node, points]) => [node, formatExact(points)]),
    ).toEqual([[0, "4"]]);
  });

  it("fills in what the later set takes for granted", () => {
    const later = setOf({
      indicators: [
        {
          code: "1",
          title: "Tỷ lệ",
          ...counted(10),
          inputs: inputs({ a: "count", b: "count", e1: { kind: "yes_no", default: false } }),
          exceptions: [{ when: "e1", gives: "full", sentence: "Được điểm tối đa" }],
        },
      ],
    });
    const carried = carryFacts(old, later, factsOf(old, unit(1, 2, 3)));
    expect(carried.values.map((value) => value && formatExact(value))).toEqual(["1", "2", "0"]);
  });
});
