/** Results through HTTP: who sees which run, and what every view says. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import {
  insertCampaign,
  insertRun,
  type PlannedUnit,
  threeDepartments,
  withdraw,
} from "../running/results.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let third: string;
let last: string;
let campaign: string;
let run: string;
let coordinator: Person;
let officer: Person;
let stranger: Person;

const one = (declared: PlannedUnit["declared"], more: Partial<PlannedUnit> = {}): PlannedUnit => ({
  unitId: units.department,
  name: "Sở Một",
  declared,
  ...more,
});
const two = (declared: PlannedUnit["declared"], more: Partial<PlannedUnit> = {}): PlannedUnit => ({
  unitId: units.other,
  name: "Sở Hai",
  declared,
  ...more,
});
const three = (declared: PlannedUnit["declared"], more: Partial<PlannedUnit> = {}): PlannedUnit => ({
  unitId: third,
  name: "Sở Ba",
  declared,
  ...more,
});

/** In 2025 Sở Hai has the best share of trained people, 10 of 10; in 2026 Sở Một has. */
const in2025 = (): PlannedUnit[] => [
  one({ staff: 20, documents: [60, 100], trained: 10, activities: 2 }),
  two({ staff: 10, documents: [50, 100], trained: 10, activities: 5 }),
];
const in2026 = (): PlannedUnit[] => [
  one({ staff: 20, documents: [60, 100], trained: 12, activities: 3, planned: true }),
  two(
    { staff: 10, documents: [90, 100], trained: 5, activities: 5, planned: true },
    { adjustments: [{ code: "2.1", inputs: { value: "4" }, points: null }] },
  ),
  three({ staff: 10, documents: null, trained: 3, activities: 4, planned: false }),
];

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  third = (await threeDepartments(app, units)).third;
  last = await insertCampaign(app, 2025, 1, in2025());
  await insertRun(app, last, in2025());
  campaign = await insertCampaign(app, 2026, 2, in2026());
  run = await insertRun(app, campaign, in2026());
  await app.account("dieu.phoi", ["coordinator", units.province]);
  coordinator = await app.signedIn("dieu.phoi");
  await app.account("can.bo", ["unit-officer", units.department]);
  officer = await app.signedIn("can.bo");
  await app.account("so.hai", ["unit-head", units.other]);
  stranger = await app.signedIn("so.hai");
});
afterAll(() => app.close());

const names = (body: { items: { unit: { name: string } }[] }) => body.items.map(({ unit }) => unit.name);

describe("the ranking", () => {
  it("ranks by the recorded totals, with pillars and what moved since last year", async () => {
    const { status, body } = await coordinator.get(`/campaigns/${campaign}/results`);
    expect(status).toBe(200);
    expect(body.run).toMatchObject({ id: run, number: 1, state: "published" });
    expect(body.campaign).toMatchObject({ year: 2026, setTitle: "Bộ chỉ số thử <2>" });
    expect(body.pillars).toEqual([
      { code: "1", title: "Nhận thức số", max: "20" },
      { code: "2", title: "Hoạt động", max: "15" },
    ]);
    expect(body.groups).toEqual([
      { code: "so-nganh", name: "Sở, ban, ngành", units: 3, best: "31.33", median: "28.5" },
    ]);
    const [first, second, last] = body.items;
    expect(first).toMatchObject({
      unit: { name: "Sở Hai", kind: "Sở, ban, ngành" },
      rank: 1,
      of: 3,
      total: "31.33",
      max: "35",
      declaredTotal: "30",
      declaredRank: 1,
      level: "Tốt",
      pillars: { 1: "18.33", 2: "13" },
      before: { year: 2025, total: "25", max: "30", rank: 1, of: 2 },
    });
    expect(second).toMatchObject({ rank: 2, total: "28.5", before: { total: "15", rank: 2 } });
    expect(last).toMatchObject({ rank: 3, total: "13", before: null, level: null });
  });

  it("gives everybody signed in the published run, without what others scored themselves", async () => {
    const { body } = await officer.get(`/campaigns/${campaign}/results`);
    expect(names(body)).toEqual(["Sở Hai", "Sở Một", "Sở Ba"]);
    expect(body.items.map((item: { declaredTotal: unknown }) => item.declaredTotal)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is known by what is in it, and told in a word when it is the same", async () => {
    const path = `/campaigns/${campaign}/results`;
    const { headers } = await coordinator.get(path);
    const again = await coordinator.get(path, { "if-none-match": String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, ""]);
    expect((await coordinator.get(path, { "if-none-match": 'W/"khac"' })).status).toBe(200);
    expect(headers["cache-control"]).toBe("private, no-cache");
  });

  it("goes out compressed to whoever takes it so, the same bytes each time", async () => {
    const path = `/campaigns/${campaign}/results`;
    const plain = await coordinator.get(path);
    const packed = await app.server.inject({
      url: `/api/v1${path}`,
      headers: { cookie: coordinator.cookie, "accept-encoding": "gzip" },
    });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers.etag).toBe(plain.headers.etag);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString("utf8"))).toEqual(plain.body);
  });

  it("follows a group alone, and those in no group by a hyphen", async () => {
    expect(names((await coordinator.get(`/campaigns/${campaign}/results?group=so-nganh`)).body)).toHaveLength(
      3,
    );
    expect(names((await coordinator.get(`/campaigns/${campaign}/results?group=-`)).body)).toEqual([]);
  });
});

describe("a run that is not published", () => {
  let draft: string;
  let open: string;
  beforeAll(async () => {
    open = await insertCampaign(app, 2026, 2, in2026(), "Đợt bổ sung");
    draft = await insertRun(app, open, in2026(), "approved");
  });

  it("is the newest for those who see all", async () => {
    const { body } = await coordinator.get(`/campaigns/${open}/results`);
    expect([body.run.id, body.items.length]).toEqual([draft, 3]);
    expect((await coordinator.get(`/campaigns/${open}/robustness?draws=10`)).status).toBe(200);
  });

  it("is nothing to a unit: no figure, no name of it, whatever is asked", async () => {
    const { body } = await officer.get(`/campaigns/${open}/results`);
    expect(body).toMatchObject({ run: null, groups: [], pillars: [], items: [] });
    const heat = await officer.get(`/campaigns/${open}/heat-map`);
    expect(heat.body).toEqual({ run: null, indicators: [], units: [] });
    for (const path of [
      `results/${units.department}`,
      `compare?units=${units.department}`,
      "results.csv",
      "results.json",
      "results.xlsx",
      `results?run=${draft}`,
      `results/${units.department}?run=${draft}`,
      `results.csv?run=${draft}`,
    ])
      expect([path, (await officer.get(`/campaigns/${open}/${path}`)).status]).toEqual([path, 404]);
    expect((await officer.get(`/campaigns/${open}/robustness`)).status).toBe(403);
  });

  it("of another campaign is not found", async () => {
    expect((await coordinator.get(`/campaigns/${campaign}/results?run=${draft}`)).status).toBe(404);
  });

  it("once withdrawn is gone for units at the next request, and stays for those who see all by its id", async () => {
    const published = await insertRun(app, open, in2026());
    expect(names((await officer.get(`/campaigns/${open}/results`)).body)).toHaveLength(3);
    await withdraw(app, published);
    expect((await officer.get(`/campaigns/${open}/results`)).body).toMatchObject({ run: null, items: [] });
    const kept = await coordinator.get(`/campaigns/${open}/results?run=${published}`);
    expect(kept.body.run).toMatchObject({ state: "withdrawn", withdrawn: { reason: "Sai số liệu" } });
    expect((await coordinator.get(`/campaigns/${open}/results`)).body.run.id).toBe(draft);
  });
});

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
    const own = await stranger.get(`/campaigns/${campaign}/results/${units.other}`);
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
    // Sở Một has 1.2 open, at its maximum of 10 now: it may fall to 18,5, still before Sở Ba.
    expect(
      body.items.map(({ pending, pendingLow, pendingHigh }: Record<string, unknown>) => [
        pending,
        pendingLow,
        pendingHigh,
      ]),
    ).toEqual([
      [0, 1, 1],
      [1, 2, 2],
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
