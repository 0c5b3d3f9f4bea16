/** Results over the years through HTTP: entered ones, renamed and merged units, and what changed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { answersOf, insertCampaign, insertRun, type PlannedUnit } from "../running/results.js";
import { type TwoYears, twoYears } from "../running/two-years.js";
import type { SmallProvince } from "../running/units.js";

let app: RunningApp;
let ground: TwoYears;
let units: SmallProvince;
let campaign: string;
let coordinator: Person;
let officer: Person;
let third: string;
let last: string;

beforeAll(async () => {
  app = await startApp();
  ground = await twoYears(app);
  ({ units, campaign, coordinator, officer, third, last } = ground);
});
afterAll(() => app.close());

describe("years before OpenDTI, and units that changed", () => {
  let old: string;
  let merged: string;

  /** Results entered for a campaign without a run. */
  const enter = async (
    year: number,
    rows: readonly (readonly [unit: string, total: string, rank: number])[],
  ) => {
    const id = await insertCampaign(
      app,
      year,
      1,
      rows.map(([unitId]) => ({ unitId, name: "", declared: null })),
    );
    await app.db
      .insertInto("result")
      .values(
        rows.map(([unitId, total, rank]) => ({
          campaign_id: id,
          unit_id: unitId,
          group_code: "so-nganh",
          total,
          max: "30",
          rank,
          scores: JSON.stringify({ 1: total, "1.1": total, 2: "0" }),
        })),
      )
      .execute();
    return id;
  };

  beforeAll(async () => {
    old = await enter(2024, [
      [units.department, "12.5", 1],
      [third, "9", 2],
    ]);
    // Sở Một was called otherwise in 2024; Sở Hợp nhất was made of Sở Ba and Sở Hai.
    await app.db
      .insertInto("unit_name")
      .values({ unit_id: units.department, name: "Ban Một", short_name: "BM", valid_from: "2020-01-01" })
      .execute();
    const { id } = await app.db
      .insertInto("unit")
      .values({
        code: "so-hop-nhat",
        kind: "so-nganh",
        name: "Sở Hợp nhất",
        short_name: "SHN",
        parent_id: units.province,
        valid_from: "2027-01-01",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    merged = id;
    await app.db
      .insertInto("unit_succession")
      .values(
        [third, units.other].map((predecessor) => ({
          predecessor_id: predecessor,
          successor_id: merged,
          kind: "merged" as const,
          on_date: "2027-01-01",
        })),
      )
      .execute();
  });

  it("are ranked as they were entered, under the names of their time", async () => {
    const { body } = await officer.get(`/campaigns/${old}/results`);
    expect(body).toMatchObject({ run: null, imported: true });
    expect(
      body.items.map(({ unit, rank, total }: Record<string, { name: string }>) => [unit?.name, rank, total]),
    ).toEqual([
      ["Ban Một", 1, "12.5"],
      ["Sở Ba", 2, "9"],
    ]);
    const page = await officer.get(`/campaigns/${old}/results/${units.department}`);
    expect(page.body.indicators.find(({ code }: { code: string }) => code === "1.1")).toMatchObject({
      score: "12.5",
      status: null,
      declared: null,
      why: null,
    });
  });

  it("say why a change cannot be taken apart: nothing was entered but the points", async () => {
    const { body } = await coordinator.get(`/campaigns/${last}/results/${units.department}`);
    expect(body.bridge).toMatchObject({
      from: { year: 2024, total: "12.5" },
      to: { year: 2025, total: "15" },
      change: "2.5",
      own: null,
      rules: null,
      others: null,
      exact: false,
      gap: "inputs-not-stored",
    });
    expect(body.bridge.why).toContain("không kèm số liệu");
  });

  it("stand in one series under the names they bore", async () => {
    const { body } = await officer.get(`/campaigns/${campaign}/results/${units.department}`);
    expect(
      body.series.map(({ year, unitName, total }: Record<string, unknown>) => [year, unitName, total]),
    ).toEqual([
      [2024, "Ban Một", "12.5"],
      [2025, "Sở Một", "15"],
      [2026, "Sở Một", "28.5"],
    ]);
  });

  it("follow a merged unit back to all that it was made of, and compare it with none of them", async () => {
    const planned: PlannedUnit[] = [
      {
        unitId: merged,
        name: "Sở Hợp nhất",
        declared: { staff: 30, documents: [1, 2], trained: 15, activities: 1, planned: true },
      },
    ];
    const later = await insertCampaign(app, 2027, 2, planned);
    await insertRun(app, later, planned);
    const { body } = await coordinator.get(`/campaigns/${later}/results/${merged}`);
    expect(
      body.series.map(({ year, unitName, relation }: Record<string, unknown>) => [year, unitName, relation]),
    ).toEqual([
      [2024, "Sở Ba", "merged"],
      [2025, "Sở Hai", "merged"],
      [2026, "Sở Ba", "merged"],
      [2026, "Sở Hai", "merged"],
      [2027, "Sở Hợp nhất", "same"],
    ]);
    expect(body.before).toBeNull();
    expect(body.bridge).toMatchObject({ gap: "several-predecessors", exact: false });
  });

  it("takes the change apart from what was declared for an imported result, when it gives those points", async () => {
    const year = 2023;
    const id = await enter(year, [[units.commune, "6", 1]]);
    const { assessment } = await app.db
      .selectFrom("assessment")
      .where("campaign_id", "=", id)
      .select("id as assessment")
      .executeTakeFirstOrThrow();
    const declared = { staff: 10, documents: [40, 100] as const, trained: 0, activities: 1 };
    await app.db
      .insertInto("answer")
      .values(
        answersOf(declared).map(({ code, input, value }) => ({
          assessment_id: assessment,
          code,
          input,
          value: JSON.stringify(value),
          version: 1,
          at: app.clock.now,
        })),
      )
      .execute();
    const planned: PlannedUnit[] = [
      { unitId: units.commune, name: "Xã Một", declared: { ...declared, activities: 3 } },
    ];
    const later = await insertCampaign(app, 2029, 1, planned);
    await insertRun(app, later, planned);
    const { body } = await coordinator.get(`/campaigns/${later}/results/${units.commune}`);
    expect(body.bridge).toMatchObject({
      from: { year },
      change: "4",
      own: "4",
      rules: "0",
      others: "0",
      exact: true,
    });
  });
});
