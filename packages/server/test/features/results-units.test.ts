/** One unit's result, and units beside one another, through HTTP. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type TwoYears, twoYears } from "../running/two-years.js";
import type { SmallProvince } from "../running/units.js";

let app: RunningApp;
let ground: TwoYears;
let units: SmallProvince;
let campaign: string;
let coordinator: Person;
let officer: Person;
let head: Person;
let third: string;

beforeAll(async () => {
  app = await startApp();
  ground = await twoYears(app);
  ({ units, campaign, coordinator, officer, head, third } = ground);
});
afterAll(() => app.close());

describe("a unit's result", () => {
  it("stands beside its group, with the line behind each score", async () => {
    const { status, body } = await coordinator.get(`/campaigns/${campaign}/results/${units.other}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rank: 1, total: "31.33", groupName: "Sở, ban, ngành" });
    const of = (code: string) => body.indicators.find((one: { code: string }) => one.code === code);
    expect(of("1.2")).toMatchObject({
      parent: "1",
      max: "10",
      score: "8.33",
      declared: "5",
      status: "scored",
      groupBest: "10",
      groupMedian: "8.33",
      lost: "1.67",
      lostBecause: "relative",
    });
    expect(of("1.2").why).toContain("8,33");
    expect(of("2.1")).toMatchObject({ declared: "10", score: "8", lost: "2", lostBecause: "no-evidence" });
    expect(body.radar).toEqual([
      { code: "1", title: "Nhận thức số", own: 0.9165, best: 0.9165, median: 0.875 },
      { code: "2", title: "Hoạt động", own: 0.8667, best: 0.8667, median: 0.7333 },
    ]);
    expect(body.strengths).toEqual(["1.1"]);
    expect(body.lost).toEqual([
      { cause: "no-evidence", points: "2", codes: ["2.1"] },
      { cause: "relative", points: "1.67", codes: ["1.2"] },
    ]);
  });

  it("says what is missing as missing", async () => {
    const { body } = await coordinator.get(`/campaigns/${campaign}/results/${third}`);
    expect(body.lost.map(({ cause, points }: { cause: string; points: string }) => [cause, points])).toEqual([
      ["missing", "10"],
      ["value", "7"],
      ["relative", "5"],
    ]);
    expect(body.bridge).toBeNull();
  });

  it("takes the change since last year apart, and the parts add up", async () => {
    const { body } = await coordinator.get(`/campaigns/${campaign}/results/${units.department}`);
    expect(body.bridge).toMatchObject({
      from: { year: 2025, total: "15", max: "30" },
      to: { year: 2026, total: "28.5", max: "35" },
      change: "13.5",
      // 1.1 asks for 80% only.
      rules: "1.5",
      // 12 of 20 trained instead of 10, one activity more, a plan.
      own: "8",
      // Sở Hai no longer has the best share of trained people.
      others: "4",
      exact: true,
      gap: null,
      why: null,
    });
    expect(body.bridge.rows).toEqual([
      { code: "1.1", title: "Văn bản điện tử", own: "0", rules: "1.5", others: "0" },
      { code: "1.2", title: "Tỷ lệ công chức được tập huấn", own: "1", rules: "0", others: "4" },
      { code: "2.1", title: "Hoạt động trong năm", own: "2", rules: "0", others: "0" },
      { code: "2.2", title: "Có kế hoạch", own: "5", rules: "0", others: "0" },
    ]);
    expect(body.bridge.rest).toEqual({ own: "0", rules: "0", others: "0" });
    expect(
      body.series.map(({ year, total, rank, of }: Record<string, unknown>) => [year, total, rank, of]),
    ).toEqual([
      [2025, "15", 2, 2],
      [2026, "28.5", 2, 3],
    ]);
  });

  it("of another unit hides what was declared, why, and the bridge", async () => {
    const { body } = await officer.get(`/campaigns/${campaign}/results/${units.other}`);
    expect(body).toMatchObject({ total: "31.33", declaredTotal: null, declaredRank: null, bridge: null });
    for (const { declared, why, lostBecause } of body.indicators) {
      expect([declared, why]).toEqual([null, null]);
      expect(["adjusted", "no-evidence"]).not.toContain(lostBecause);
    }
    const own = await head.get(`/campaigns/${campaign}/results/${units.other}`);
    expect(own.body).toMatchObject({ declaredTotal: "30", bridge: { exact: true } });
  });

  it("is not found for a unit without a result", async () => {
    expect((await coordinator.get(`/campaigns/${campaign}/results/${units.commune}`)).status).toBe(404);
  });
});

describe("heat map and comparison", () => {
  it("gives every share of every indicator, in the order of the ranking", async () => {
    const { body } = await coordinator.get(`/campaigns/${campaign}/heat-map`);
    expect(body.indicators.map(({ code, pillar }: Record<string, unknown>) => [code, pillar])).toEqual([
      ["1.1", "1"],
      ["1.2", "1"],
      ["2.1", "2"],
      ["2.2", "2"],
    ]);
    expect(body.units.map(({ name, shares }: Record<string, unknown>) => [name, shares])).toEqual([
      ["Sở Hai", [1, 0.833, 0.8, 1]],
      ["Sở Một", [0.75, 1, 0.6, 1]],
      ["Sở Ba", [0, 0.5, 0.8, 0]],
    ]);
  });

  it("puts chosen units beside one another, in the order asked for", async () => {
    const asked = [third, units.department];
    const { body } = await officer.get(`/campaigns/${campaign}/compare?units=${asked.join(",")}`);
    expect(body.units.map(({ name }: { name: string }) => name)).toEqual(["Sở Ba", "Sở Một"]);
    const row = body.indicators.find(({ code }: { code: string }) => code === "1.2");
    expect(row.scores).toEqual({ [third]: "5", [units.department]: "10" });
    expect((await officer.get(`/campaigns/${campaign}/compare?units=x`)).status).toBe(400);
    expect((await officer.get(`/campaigns/${campaign}/compare?units=${units.commune}`)).status).toBe(404);
  });
});

describe("robustness", () => {
  it("gives the same ranges for the same seed, and no range at all when no weight is varied", async () => {
    const path = `/campaigns/${campaign}/robustness?seed=7&draws=200&weights=0.4`;
    const first = await coordinator.get(path);
    expect(first.status).toBe(200);
    expect((await coordinator.get(path)).body).toEqual(first.body);
    expect(
      first.body.items.map(({ unit, low, high }: Record<string, never>) => [unit, low, high]),
    ).not.toEqual([]);
    const still = await coordinator.get(`/campaigns/${campaign}/robustness?weights=0&draws=5`);
    expect(
      still.body.items.map(({ rank, low, high, p05, p95 }: Record<string, unknown>) => [
        rank,
        low,
        high,
        p05,
        p95,
      ]),
    ).toEqual([
      [1, 1, 1, 1, 1],
      [2, 2, 2, 2, 2],
      [3, 3, 3, 3, 3],
    ]);
  });

  it("bounds the rank while indicators are not judged yet", async () => {
    const { id } = await app.db
      .selectFrom("assessment")
      .where("campaign_id", "=", campaign)
      .where("unit_id", "=", units.department)
      .select("id")
      .executeTakeFirstOrThrow();
    const state = (to: "appraising" | "appraised") =>
      app.db.updateTable("assessment").set({ state: to }).where("id", "=", id).execute();
    await state("appraising");
    await app.db
      .insertInto("appraisal")
      .values(
        ["1.1", "2.1", "2.2"].map((code) => ({
          assessment_id: id,
          code,
          verdict: "agreed" as const,
          version: 1,
          at: app.clock.now,
        })),
      )
      .execute();
    const { body } = await coordinator.get(`/campaigns/${campaign}/robustness?weights=0&draws=1`);
    // Sở Một has 1.2 open, at its maximum of 10 now: it may fall to 18,5, still before Sở Ba. As 1.2 is a share of the
    // group's best, Sở Hai may fall behind it.
    expect(
      body.items.map(({ pending, pendingLow, pendingHigh }: Record<string, unknown>) => [
        pending,
        pendingLow,
        pendingHigh,
      ]),
    ).toEqual([
      [0, 1, 2],
      [1, 1, 2],
      [0, 3, 3],
    ]);
    await app.db.updateTable("appraisal").set({ verdict: null }).where("assessment_id", "=", id).execute();
    const open = await coordinator.get(`/campaigns/${campaign}/robustness?weights=0&draws=1`);
    // All open: from nothing to 35.
    expect(
      open.body.items.map(({ pending, pendingLow, pendingHigh }: Record<string, unknown>) => [
        pending,
        pendingLow,
        pendingHigh,
      ]),
    ).toEqual([
      [0, 1, 2],
      [4, 1, 3],
      [0, 2, 3],
    ]);
    await state("appraised");
  });
});
