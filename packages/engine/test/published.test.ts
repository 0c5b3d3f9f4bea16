import { readdirSync, readFileSync } from "node:fs";
import {
  type CompiledSet,
  dataSchema,
  formatExact,
  loadSet,
  parseExact,
  readUnit,
  SourceDocument,
  scoreUnit,
  type UnitData,
  type UnitSource,
} from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { runCampaign } from "./naive/campaign.js";
import { factsOf, inColumns, shown } from "./sets.js";

const folder = new URL("../../../sets/", import.meta.url);
const ids = readdirSync(folder);

function shipped(id: string): CompiledSet {
  const loaded = loadSet(readFileSync(new URL(`${id}/set.yaml`, folder), "utf8"), `${id}/set.yaml`);
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ line, message }) => `${id}:${line} ${message.vi}`).join("\n"));
  return loaded.value.set;
}

/** The published units of a set: its cases. */
function cases(id: string): UnitSource[] {
  const files = readdirSync(new URL(id, folder)).includes("cases")
    ? readdirSync(new URL(`${id}/cases`, folder))
    : [];
  return files.flatMap((file) => {
    const document = SourceDocument.parse(readFileSync(new URL(`${id}/cases/${file}`, folder), "utf8"), file);
    if (Array.isArray(document)) throw new Error(document[0]?.message.vi);
    return dataSchema.parse(document.content()).units;
  });
}

const written = (value: string | number): string => {
  const exact = parseExact(value);
  return exact ? formatExact(exact) : String(value);
};

describe("every shipped set", () => {
  test("is there", () => {
    expect(ids.length).toBeGreaterThanOrEqual(6);
  });

  test.each(ids)("%s loads", (id) => {
    const set = shipped(id);
    expect(set.id).toBe(id);
    expect(set.scored ? set.max.n > 0n : true).toBe(true);
  });

  test.each(ids)("%s: its cases are read without a problem", (id) => {
    const set = shipped(id);
    for (const unit of cases(id)) expect(readUnit(set, unit).problems).toEqual([]);
  });
});

describe("published scores are reproduced to the digit", () => {
  const reproducible = ids.flatMap((id) =>
    cases(id)
      .filter(({ published }) => published?.reproduce)
      .map((unit) => ({ id, unit })),
  );

  test.each(reproducible)("$id: $unit.unit", ({ id, unit }) => {
    const set = shipped(id);
    const score = scoreUnit(set, factsOf(set, unit));
    const scores = Object.entries(unit.published?.scores ?? {}).filter(
      ([, each]) => each.score !== undefined,
    );
    expect(scores.length).toBeGreaterThan(0);
    const ours = (code: string): string =>
      formatExact(score.nodes[set.nodeOf.get(code) ?? -1]?.score ?? { n: -1n, d: 1n });
    expect(scores.map(([code]) => `${code}: ${ours(code)}`)).toEqual(
      scores.map(([code, each]) => `${code}: ${written(each.score ?? "")}`),
    );
    if (unit.published?.total !== undefined)
      expect(formatExact(score.total)).toBe(written(unit.published.total));
  });
});

describe("Ban Dân tộc, Quảng Ngãi, 2022", () => {
  const set = shipped("quang-ngai-so-nganh-2022");
  const [unit] = cases("quang-ngai-so-nganh-2022");
  if (!unit) throw new Error("the case has no unit");
  const as = (answers: UnitData["answers"], without: readonly string[] = []): UnitData => {
    const declared = Object.entries({ ...unit.answers, ...answers });
    return {
      ...unit,
      answers: Object.fromEntries(
        declared.map(([code, answer]) =>
          without.includes(code) && typeof answer === "object" && answer !== null && !Array.isArray(answer)
            ? [code, Object.fromEntries(Object.entries(answer).filter(([input]) => input !== "e1"))]
            : [code, answer],
        ),
      ),
    };
  };
  const scored = (data: UnitData) => {
    const score = scoreUnit(set, factsOf(set, data));
    return (code: string): string => (code === "" ? formatExact(score.total) : shown(set, score, code));
  };

  test("has 451,26 of 485 points", () => {
    expect(scored(unit)("")).toBe("451.26");
    expect(formatExact(set.max)).toBe("485");
  });

  test("has the points that only rounding the ratio first, and halves to even, give", () => {
    const of = scored(unit);
    expect(["2.1.3", "2.4.1", "2.4.2", "2.4.3", "2.6.4", "2.6.17"].map(of)).toEqual([
      "9.56",
      "1.76 pending",
      "1.18 pending",
      "1.76",
      "5",
      "7",
    ]);
  });

  test("has pillars that are the sums of the printed scores", () => {
    expect(["2.1", "2.2", "2.3"].map(scored(unit))).toEqual(["39.56", "90", "60"]);
    expect(scored(unit)("2.4")).toBe("4.7 pending");
  });

  test("without its claims has 0/0 where nothing happened, and nothing where nothing qualified", () => {
    const of = scored(as({}, ["2.5.5", "2.5.10", "2.6.5"]));
    expect(["2.5.5", "2.5.10", "2.6.5"].map(of)).toEqual(["0 undefined", "0 undefined", "0"]);
    const claimed = (code: string): bigint => {
      const value = parseExact(unit.published?.scores[code]?.score ?? 0);
      return value ? value.n / value.d : 0n;
    };
    const lost = claimed("2.5.5") + claimed("2.5.10") + claimed("2.6.5");
    expect(written(of(""))).toBe(written(`${451n - lost}.26`));
  });

  test("says in the trace which points it claims without the decision's letter", () => {
    const score = scoreUnit(set, factsOf(set, unit), undefined, true);
    const claims = score.nodes.filter(({ trace }) =>
      trace.some((step) => step.kind === "exception" && step.basis === "claim"),
    );
    expect(claims.map(({ node }) => set.nodes[node]?.code)).toEqual(["2.5.5", "2.5.10", "2.6.5"]);
    expect(Object.keys(unit.claims ?? {})).toEqual(["2.5.5", "2.5.10", "2.6.5"]);
  });

  test("beside a second unit is held against the better of the two", () => {
    const other = {
      ...as({ "2.4.1": { a: 0, b: 5, c: 0, d: 0, e: 10, f: 10 }, "2.4.2": { a: 1, b: 17 } }),
      unit: "so-khac",
    };
    const scores = runCampaign(set, [factsOf(set, unit), factsOf(set, other)]);
    const at = (row: number, code: string): string => inColumns(scores, row, set.nodeOf.get(code) ?? -1);
    // 3/17 is 0.1765 and 5/20 is 0.25; 2/17 is 0.1176 and 1/17 is 0.0588
    expect([at(0, "2.4.1"), at(1, "2.4.1")]).toEqual(["7.06", "10"]);
    expect([at(0, "2.4.2"), at(1, "2.4.2")]).toEqual(["10", "5"]);
  });

  test("declares a number of its budget as the form does", () => {
    expect(
      formatExact(
        factsOf(set, { profile: { budget: "51.125.000" } }).values[
          set.profile.find(({ id }) => id === "budget")?.slot ?? -1
        ] ?? { n: 0n, d: 1n },
      ),
    ).toBe("51125000");
  });
});
