import { readFileSync } from "node:fs";
import { type CompiledSet, loadSet, type RunUnit } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import type { CampaignFrame } from "../../src/campaign-book/types.js";
import { writeCoinr } from "../../src/open-data/coinr/write-coinr.js";
import { GROUPS, type Made, madeFrame } from "./frame.js";
import { opened, records, written } from "./opened.js";

type Row = Record<string, string>;
interface Pair {
  readonly iMeta: Row[];
  readonly iData: Row[];
  readonly expected: Row[];
  readonly script: string;
}

async function pairOf(frame: CampaignFrame): Promise<Pair> {
  const parts = await opened(await written((sink) => writeCoinr(frame, sink)));
  const rows = (name: string) => records(parts.get(name)?.toString("utf8") ?? "");
  return {
    iMeta: rows("iMeta.csv"),
    iData: rows("iData.csv"),
    expected: rows("expected.csv"),
    script: parts.get("run.R")?.toString("utf8") ?? "",
  };
}

const isNa = (cell: string | undefined): boolean => cell === "NA" || cell === undefined;

/**
 * COINr's arithmetic, written from its own sources (R/aggregate.R: Aggregate.coin with a_amean), sharing no code with
 * ours: level by level, every parent is the weighted mean of its children, those that are NA left out with their weight.
 */
function aggregated(iMeta: readonly Row[], unit: Row): Map<string, number> {
  const values = new Map<string, number>();
  for (const { iCode = "", Type } of iMeta)
    if (Type === "Indicator") values.set(iCode, isNa(unit[iCode]) ? Number.NaN : Number(unit[iCode]));
  const levels = iMeta.filter(({ Level }) => !isNa(Level)).map(({ Level }) => Number(Level));
  for (let level = 2; level <= Math.max(...levels); level += 1)
    for (const { iCode = "", Level } of iMeta) {
      if (Level !== String(level)) continue;
      const children = iMeta.filter(({ Parent }) => Parent === iCode);
      const there = children.filter((child) => !Number.isNaN(values.get(child["iCode"] ?? "") ?? Number.NaN));
      const weights = there.reduce((sum, child) => sum + Number(child["Weight"]), 0);
      const sum = there.reduce(
        (all, child) => all + Number(child["Weight"]) * (values.get(child["iCode"] ?? "") ?? 0),
        0,
      );
      values.set(iCode, there.length === 0 ? Number.NaN : sum / weights);
    }
  return values;
}

/** What check_iData and check_iMeta of COINr 1.1.14 refuse. */
function accepts({ iMeta, iData }: Pair): void {
  const columns = Object.keys(iData[0] ?? {});
  const codes = iMeta.map(({ iCode = "" }) => iCode);
  expect(columns[0]).toBe("uCode");
  for (const { uCode = "" } of iData) expect(uCode).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
  expect(new Set(iData.map(({ uCode }) => uCode)).size).toBe(iData.length);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of [...codes, ...columns]) expect(code).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
  const named = columns.filter((column) => !["uCode", "uName", "Time"].includes(column));
  expect([...named].sort()).toEqual(
    iMeta
      .filter(({ Type }) => Type !== "Aggregate")
      .map(({ iCode = "" }) => iCode)
      .sort(),
  );
  const levels = new Set(iMeta.filter(({ Level }) => !isNa(Level)).map(({ Level }) => Number(Level)));
  const top = Math.max(...levels);
  expect([...levels].sort((a, b) => a - b)).toEqual(Array.from({ length: top }, (_, at) => at + 1));
  for (const { iCode, Level, Parent, Weight, Direction, Type = "", iName } of iMeta) {
    expect(["Indicator", "Aggregate", "Group", "Other"]).toContain(Type);
    expect(iName).not.toBe("NA");
    if (Type === "Group" || Type === "Other") {
      expect([iCode, Level, Parent, Weight, Direction]).toEqual([iCode, "NA", "NA", "NA", "NA"]);
      continue;
    }
    expect([iCode, Type, Level === "1"]).toEqual([iCode, Type, Type === "Indicator"]);
    expect([iCode, Number(Weight) > 0, Direction]).toEqual([iCode, true, "1"]);
    if (Level === String(top)) expect(Parent).toBe("NA");
    else
      expect([iCode, iMeta.find((row) => row["iCode"] === Parent)?.["Level"]]).toEqual([
        iCode,
        String(Number(Level) + 1),
      ]);
  }
}

/** The largest distance between our totals and those that COINr's arithmetic gives. */
function distance({ iMeta, iData, expected }: Pair): number {
  return Math.max(
    ...iData.map((unit, place) => {
      const { Total, Max, Bonus, uCode } = expected[place] ?? {};
      expect(uCode).toBe(unit["uCode"]);
      const index = aggregated(iMeta, unit).get("Index") ?? Number.NaN;
      return Math.abs((Number.isNaN(index) ? 0 : index / 100) * Number(Max) + Number(Bonus) - Number(Total));
    }),
  );
}

const made = madeFrame(60);
const pair = await pairOf(made.frame);

describe("COINr's pair of tables", () => {
  test("passes the checks that new_coin makes", () => {
    accepts(pair);
  });

  test("gives our totals again by weighted means upward", () => {
    // Sums of rounded points; where something is left out, a sum is rounded once more.
    expect(distance(pair)).toBeLessThan(0.02);
    const whole = made.results.findIndex(
      ({ statuses, submitted }) => submitted && statuses["1.1"] !== "not_applicable",
    );
    const { iData, iMeta, expected } = pair;
    const index = aggregated(iMeta, iData[whole] ?? {}).get("Index") ?? 0;
    const { Max, Bonus, Total } = expected[whole] ?? {};
    expect((index / 100) * Number(Max) + Number(Bonus)).toBeCloseTo(Number(Total), 9);
  });

  test("is wrong when a weight is: the check can fail", () => {
    const iMeta = pair.iMeta.map((row) => (row["iCode"] === "i1_2__2" ? { ...row, Weight: "40" } : row));
    expect(distance({ ...pair, iMeta })).toBeGreaterThan(1);
  });

  test("has 0 for what is missing, NA for what is left out, and the maximum for what counts in full", () => {
    const at = (place: number, code: string) => pair.iData[place]?.[code];
    expect(at(1, "i1_1")).toBe("NA");
    expect(at(2, "i1_1")).toBe("0");
    expect(made.results[3]?.statuses["2.2.2"]).toBe("not_applicable");
    expect(at(3, "i2_2_2")).toBe("100");
    expect(at(2, "i3")).toMatch(/^[0-3]$/);
    expect(pair.iMeta.find(({ iCode }) => iCode === "i3")).toMatchObject({ Type: "Other" });
  });

  test("leads an indicator that stands right below a pillar up by aggregates of its own", () => {
    const rows = pair.iMeta.filter(({ iCode = "" }) => iCode.startsWith("i1_1"));
    expect(rows.map(({ Level, iCode, Parent, Type }) => [Level, iCode, Parent, Type])).toEqual([
      ["1", "i1_1", "i1_1__2", "Indicator"],
      ["2", "i1_1__2", "i1", "Aggregate"],
    ]);
  });

  test("comes with a script that says how far they may differ", () => {
    expect(pair.script).toContain("new_coin(iData, iMeta)");
    expect(pair.script).toContain('f_ag = "a_amean"');
    expect(pair.script).toMatch(/tolerance <- \d+ \* 0\.01 \/ 2/);
  });
});

describe("a set that ships", () => {
  test.each(["quang-ngai-so-nganh-2022", "qd922-cap-tinh-2022"])(
    "%s is an index that COINr takes and gives again",
    async (id) => {
      const { frame } = shipped(id);
      const tables = await pairOf(frame);
      accepts(tables);
      expect(distance(tables)).toBeLessThan(frame.nodes.length * 10 ** -frame.set.digits);
    },
  );
});

/** Units that give some points at each indicator of a shipped set: points as an appraiser gives them. */
function shipped(id: string): Made {
  const text = readFileSync(new URL(`../../../../sets/${id}/set.yaml`, import.meta.url), "utf8");
  const loaded = loadSet(text);
  if (!loaded.ok) throw new Error(`${id} does not load`);
  const { set }: { readonly set: CompiledSet } = loaded.value;
  const leaves = set.nodes.filter(({ children, scored }) => children.length === 0 && scored);
  const units = Array.from(
    { length: 6 },
    (_, place): RunUnit => ({
      assessmentId: `phieu-${place}`,
      unit: { id: `don-vi-${place}`, name: `Đơn vị ${place}` },
      group: GROUPS[place % 2]?.code ?? null,
      submitted: true,
      answers: [],
      adjustments: leaves.map((node, at) => ({
        code: node.code,
        inputs: null,
        points: String(
          Math.floor(((at * 7 + place * 3) % 11) * Number(node.max.n / node.max.d) * 10) / 110,
        ).slice(0, 4),
      })),
    }),
  );
  return madeFrame(units.length, {}, set, units);
}
