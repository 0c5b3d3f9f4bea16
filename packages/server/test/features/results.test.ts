/** The ranking through HTTP: who sees which run. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { insertCampaign, insertRun, withdraw } from "../running/results.js";
import { type TwoYears, twoYears } from "../running/two-years.js";
import type { SmallProvince } from "../running/units.js";

let app: RunningApp;
let ground: TwoYears;
let units: SmallProvince;
let campaign: string;
let coordinator: Person;
let officer: Person;
let run: string;

beforeAll(async () => {
  app = await startApp();
  ground = await twoYears(app);
  ({ units, campaign, coordinator, officer, run } = ground);
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
    open = await insertCampaign(app, 2026, 2, ground.in2026, "Đợt bổ sung");
    draft = await insertRun(app, open, ground.in2026, "approved");
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
    const published = await insertRun(app, open, ground.in2026);
    expect(names((await officer.get(`/campaigns/${open}/results`)).body)).toHaveLength(3);
    await withdraw(app, published);
    expect((await officer.get(`/campaigns/${open}/results`)).body).toMatchObject({ run: null, items: [] });
    const kept = await coordinator.get(`/campaigns/${open}/results?run=${published}`);
    expect(kept.body.run).toMatchObject({ state: "withdrawn", withdrawn: { reason: "Sai số liệu" } });
    expect((await coordinator.get(`/campaigns/${open}/results`)).body.run.id).toBe(draft);
  });
});
