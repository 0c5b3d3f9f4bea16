import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let coordinator: Person;
let officer: Person;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  coordinator = campaign.coordinator;
  await app.account("can.bo", ["unit-officer", units.department]);
  officer = await app.signedIn("can.bo");
});
afterAll(() => app.close());

const plan = (change: Record<string, unknown> = {}) => ({
  name: "Đợt thử",
  year: 2026,
  setId: "quang-ngai-so-nganh-2022",
  setVersion: 1,
  stages: [{ stage: "declare", opensAt: null, dueAt: "2026-12-30T10:00:00Z" }],
  groups: [{ code: "so-nganh", name: "Sở, ban, ngành" }],
  units: [{ unitId: units.department, group: "so-nganh" }],
  ...change,
});
const change = (body: unknown, version: number) =>
  coordinator.send("PATCH", `/campaigns/${campaign.id}`, body, { "if-match": `"${version}"` });

describe("planning a campaign", () => {
  it("is the coordinator's alone, and what is in preparation is nobody else's", async () => {
    expect((await officer.send("POST", "/campaigns", plan())).status).toBe(403);
    const planned = await coordinator.send("POST", "/campaigns", plan());
    expect(planned.status).toBe(201);
    expect((await officer.get(`/campaigns/${planned.body.id}`)).status).toBe(404);
    await app.account("lanh.dao", ["observer", units.province]);
    const observer = await app.signedIn("lanh.dao");
    expect((await observer.get(`/campaigns/${planned.body.id}`)).status).toBe(404);
    const seen = (await officer.get("/campaigns")).body.items as { id: string }[];
    expect(seen.map(({ id }) => id)).toEqual([campaign.id]);
  });

  it.each([
    ["an unpublished set", { setVersion: 9 }, /chưa ban hành/],
    ["a unit twice", { twice: true }, /hai lần/],
    ["an unknown group", { groups: [] }, /Không có nhóm xếp hạng/],
    [
      "a deadline of appraising before that of declaring",
      {
        stages: [
          { stage: "declare", opensAt: null, dueAt: "2026-12-30T10:00:00Z" },
          { stage: "appraise", opensAt: null, dueAt: "2026-12-01T10:00:00Z" },
        ],
      },
      /sau hạn kê khai/,
    ],
    [
      "a stage that is due before it opens",
      { stages: [{ stage: "declare", opensAt: "2026-12-30T10:00:00Z", dueAt: "2026-12-01T10:00:00Z" }] },
      /trước hạn/,
    ],
  ])("refuses %s, saying why", async (_, wrong: Record<string, unknown>, reason) => {
    const { twice, ...rest } = wrong;
    const one = { unitId: units.department, group: "so-nganh" };
    const body = plan(twice === true ? { units: [one, one] } : rest);
    const refused = await coordinator.send("POST", "/campaigns", body);
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toMatch(reason);
  });

  it("opens only with units and a deadline for declaring", async () => {
    const empty = await coordinator.send("POST", "/campaigns", plan({ units: [] }));
    const open = await coordinator.send("POST", `/campaigns/${empty.body.id}/open`, undefined, {
      "if-match": '"1"',
    });
    expect(open.body.detail).toMatch(/ít nhất một đơn vị/);
  });
});

describe("an open campaign", () => {
  it("may gain a unit, which gets its assessment, and may lose none", async () => {
    const all = [units.department, units.other, units.commune].map((unitId) => ({
      unitId,
      group: "so-nganh",
    }));
    expect((await change({ units: all }, 1)).body.code).toBe("changed-meanwhile");
    expect((await change({ units: all }, 2)).status).toBe(200);
    const progress = (await coordinator.get(`/campaigns/${campaign.id}/progress`)).body.items as object[];
    expect(progress).toHaveLength(3);
    expect(progress[0]).toMatchObject({ state: "declaring", answered: 0, score: "0", max: "485" });
    const fewer = await change({ units: all.slice(1) }, 3);
    expect(fewer.body).toMatchObject({ code: "state-refused", detail: expect.stringContaining("Sở Một") });
  });

  it("keeps a deadline for declaring: without one its assessments would be nowhere", async () => {
    expect((await change({ stages: [] }, 3)).body.code).toBe("state-refused");
  });

  it("keeps its set and year", async () => {
    expect((await change({ year: 2027 }, 3)).body.code).toBe("state-refused");
  });

  it("shows a unit's people their own unit and nobody else's", async () => {
    const { body } = await officer.get(`/campaigns/${campaign.id}`);
    expect(body.units).toEqual([{ unitId: units.department, name: "Sở Một", group: "so-nganh" }]);
    expect((await officer.get(`/campaigns/${campaign.id}/progress`)).status).toBe(403);
  });

  it("counts the newest extension, with who gave it and why", async () => {
    const extend = (dueAt: string, reason: string) =>
      coordinator.send("POST", `/campaigns/${campaign.id}/extensions`, {
        unitId: units.department,
        stage: "declare",
        dueAt,
        reason,
      });
    await extend("2026-12-05T10:00:00Z", "Bão");
    app.clock.now = new Date("2026-11-22T02:05:00Z");
    const { body } = await extend("2026-12-08T10:00:00Z", "Bão kéo dài");
    app.clock.now = new Date("2026-11-22T02:00:00Z");
    expect(body.items).toMatchObject([
      { reason: "Bão kéo dài", by: { displayName: "dieu.phoi" } },
      { reason: "Bão" },
    ]);
    const mine = (await officer.get("/home")).body.items[0];
    expect(mine.dueAt).toBe("2026-12-08T10:00:00.000Z");
  });
});
