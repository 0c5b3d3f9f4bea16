import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, buildApp } from "../../src/app.js";
import { type Answered, type RunningApp, startApp } from "../running/app.js";
import {
  declarations,
  declare,
  must,
  type RankedCampaign,
  type RankedUnit,
  rankedCampaign,
} from "../running/ranked-campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let province: SmallProvince;
let campaign: RankedCampaign;

beforeAll(async () => {
  app = await startApp();
  province = await smallProvince(app.db);
  campaign = await rankedCampaign(app, province);
  for (const [place, unit] of campaign.units.entries()) await declare(unit, declarations[place] ?? {});
}, 60_000);
afterAll(() => app.close());

const unitAt = (place: number): RankedUnit => campaign.units[place] as RankedUnit;
const live = (basis = "declared", headers = {}): Promise<Answered> =>
  campaign.coordinator.get(`/campaigns/${campaign.id}/live?basis=${basis}`, headers);

interface Item {
  readonly unit: { readonly id: string };
  readonly total: string;
  readonly rank: number | null;
}
const placeOf = async (unit: RankedUnit, basis?: string): Promise<Item | undefined> =>
  ((await live(basis)).body.items as Item[]).find((one) => one.unit.id === unit.id);

describe("everyone's points as they stand now", () => {
  it("are those of a full group while everybody still declares, and say that they are provisional", async () => {
    const { body } = await live();
    expect(body).toMatchObject({ basis: "declared", provisional: true });
    // 1.1: 5/10; 1.2: the best, 0.8 a person; 2.1: the least; 2.2: yes.
    expect(await placeOf(unitAt(0))).toMatchObject({ total: "30", rank: 2, max: "50", group: "lon" });
    // 9 + 20 x 0.4/0.8 + 15 x 30/60 + 5.
    expect(await placeOf(unitAt(1))).toMatchObject({ total: "31.5", rank: 1 });
    // A group of one: the best, and no range.
    expect(await placeOf(unitAt(3))).toMatchObject({ rank: 1, group: "nho" });
  });

  it("name each relative indicator's best and worst in each group, and who has no value yet", async () => {
    const { relatives } = (await live()).body;
    expect(relatives).toContainEqual({
      code: "1.2",
      title: "Hồ sơ trực tuyến so với đơn vị cao nhất",
      group: "lon",
      best: { unit: { id: unitAt(0).id, name: unitAt(0).name }, value: "0.8" },
      worst: { unit: { id: unitAt(2).id, name: unitAt(2).name }, value: "0.3" },
      pending: 0,
    });
  });

  it("move for everybody as soon as the best of a group does, and come back when it does", async () => {
    const before = (await live()).body.items;
    await declare(unitAt(2), { "1.2": { a: "40" } });
    expect(await placeOf(unitAt(0))).toMatchObject({ total: "18" });
    await declare(unitAt(2), { "1.2": { a: "6" } });
    expect((await live()).body.items).toEqual(before);
  });

  it("are told in a word to who holds them already", async () => {
    const first = await live();
    expect((await live("declared", { "if-none-match": String(first.headers.etag) })).status).toBe(304);
    await declare(unitAt(1), { "1.1": { a: "8" } });
    expect((await live("declared", { "if-none-match": String(first.headers.etag) })).status).toBe(200);
    await declare(unitAt(1), { "1.1": { a: "9" } });
  });

  it("are nothing for a unit's own people", async () => {
    const answer = await unitAt(0).people.get(`/campaigns/${campaign.id}/live`);
    expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
  });

  it("follow a unit that changes its group", async () => {
    const { version, units } = (await campaign.coordinator.get(`/campaigns/${campaign.id}`)).body;
    const moved = units.map((one: { unitId: string; group: string }) =>
      one.unitId === unitAt(3).id ? { ...one, group: "lon" } : one,
    );
    const change = (to: unknown, at: number) =>
      must(
        campaign.coordinator.send(
          "PATCH",
          `/campaigns/${campaign.id}`,
          { units: to },
          { "if-match": `"${at}"` },
        ),
      );
    const before = (await live()).body.items;
    await change(moved, version);
    expect(await placeOf(unitAt(3))).toMatchObject({ group: "lon", rank: 4 });
    await change(
      units.map(({ unitId, group }: { unitId: string; group: string }) => ({ unitId, group })),
      version + 1,
    );
    expect((await live()).body.items).toEqual(before);
  });
});

const tryOut = (person: RankedUnit["people"], unit: RankedUnit, body: object): Promise<Answered> =>
  person.send("POST", `/assessments/${unit.assessment}/what-if`, body);

describe("what a change would do", () => {
  it("is told to the coordinator with everybody who would move, and stores nothing", async () => {
    const before = (await live()).body.items;
    const { body } = await tryOut(campaign.coordinator, unitAt(2), { code: "1.2", inputs: { a: "40" } });
    expect(body.own).toEqual({
      code: "1.2",
      before: "7.5",
      after: "20",
      totalBefore: "29.17",
      totalAfter: "41.67",
      rankBefore: 3,
      rankAfter: 1,
    });
    expect(body.group).toEqual([
      { code: "1.2", title: "Hồ sơ trực tuyến so với đơn vị cao nhất", bestBefore: "0.8", bestAfter: "2" },
    ]);
    expect(body.moversCount).toBe(2);
    expect(body.movers.map(({ unit }: { unit: { id: string } }) => unit.id)).toEqual([
      unitAt(0).id,
      unitAt(1).id,
    ]);
    expect(body.movers[0]).toMatchObject({ totalBefore: "30", totalAfter: "18", rankBefore: 2 });
    expect((await live()).body.items).toEqual(before);
  });

  it("tells the unit's own people of itself alone, and whether the best of its group would be another", async () => {
    const { body } = await tryOut(unitAt(2).people, unitAt(2), {
      code: "1.2",
      inputs: { a: "40" },
      basis: "appraised",
    });
    expect(body).toMatchObject({
      basis: "declared",
      own: { before: "7.5", after: "20", rankBefore: null, rankAfter: null },
      group: [{ code: "1.2", bestBefore: null, bestAfter: null }],
      movers: [],
      moversCount: 0,
    });
    const other = await tryOut(unitAt(0).people, unitAt(2), { code: "1.2", inputs: { a: "40" } });
    expect([other.status, other.body.code]).toEqual([404, "not-found"]);
  });

  it("takes facts of the profile, marks and points, and puts each back", async () => {
    const before = (await live()).body;
    const ask = (body: object) => tryOut(campaign.coordinator, unitAt(0), body);
    expect((await ask({ code: "profile", inputs: { people: "1" } })).body.group).toMatchObject([
      { bestAfter: "8" },
    ]);
    expect((await ask({ code: "1.1", inputs: { "": "Không có văn bản" } })).body.own).toMatchObject({
      code: "1.1",
      before: "5",
      after: "0",
    });
    expect((await ask({ code: "1.1", inputs: {}, points: "7.5" })).body.own).toMatchObject({ after: "7.5" });
    expect((await ask({ code: "1.1", inputs: { a: null } })).body.own).toMatchObject({ after: "0" });
    expect((await live()).body.items).toEqual(before.items);
    expect((await live()).body.relatives).toEqual(before.relatives);
  });

  it("is refused with what cannot be read, and nothing of it stays", async () => {
    const before = (await live()).body.items;
    for (const [body, code] of [
      [{ code: "1.2", inputs: { a: "nhiều" } }, "value-unreadable"],
      [{ code: "1.1", inputs: {}, points: "10.01" }, "value-unreadable"],
      [{ code: "1.1", inputs: {}, points: "-1" }, "value-unreadable"],
      [{ code: "1.2", inputs: { "": "không có" } }, "content-refused"],
      [{ code: "9.9", inputs: {} }, "not-found"],
      [{ code: "1.2", inputs: { z: "1" } }, "not-found"],
    ] as const) {
      const answer = await tryOut(campaign.coordinator, unitAt(0), body);
      expect([body, answer.body.code]).toEqual([body, code]);
    }
    const points = await tryOut(unitAt(0).people, unitAt(0), { code: "1.1", inputs: {}, points: "10" });
    expect([points.status, points.body.code]).toEqual([403, "forbidden"]);
    expect((await live()).body.items).toEqual(before);
  });
});

/** One edit of a declaration: a field, and its value. */
const edit = fc.record({
  unit: fc.nat(3),
  field: fc.constantFrom("profile/people", "1.1/a", "1.1/b", "1.2/a", "2.1/value", "2.2/p1", "1.1/"),
  value: fc.option(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })), {
    nil: undefined,
    freq: 6,
  }),
  trial: fc.boolean(),
});

describe("after any changes", () => {
  it("they are what scoring everybody anew gives, in this process and in any other", async () => {
    // One process has followed all along, as this one has; one has seen nothing yet and scores everybody.
    const following = await buildApp({ ...app.platform });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        for (const { unit, field, value, trial } of edits) await apply(unitAt(unit), field, value, trial);
        const fresh = await buildApp({ ...app.platform });
        const anew = await liveOf(fresh);
        await fresh.server.close();
        expect(await liveOf(following)).toEqual(anew);
        expect(await liveOf(app)).toEqual(anew);
      }),
      { numRuns: 20 },
    );
    await following.server.close();
  }, 120_000);
});

/** What a process answers, apart from when. */
async function liveOf({ server }: App): Promise<object> {
  const answer = await server.inject({
    url: `/api/v1/campaigns/${campaign.id}/live?basis=declared`,
    headers: { host: "localhost", cookie: campaign.coordinator.cookie },
  });
  expect(answer.statusCode).toBe(200);
  const { at: _, ...rest } = answer.json();
  return rest;
}

async function apply(
  unit: RankedUnit,
  field: string,
  value: number | undefined,
  trial: boolean,
): Promise<void> {
  const [code = "", input = ""] = field.split("/");
  const sent = value === undefined ? null : input === "p1" ? value % 2 === 0 : String(value);
  if (trial) {
    const inputs = { [input]: input === "" && value !== undefined ? "Không thuộc phạm vi" : sent };
    await must(tryOut(campaign.coordinator, unit, { code, inputs }));
    return;
  }
  if (input !== "") return declare(unit, { [code]: { [input]: sent } });
  const { notApplicable } = (await unit.people.get(`/assessments/${unit.assessment}`)).body as {
    notApplicable: { code: string; version: number }[];
  };
  const version = notApplicable.find((mark) => mark.code === code)?.version ?? 0;
  await must(
    unit.people.send(
      "PUT",
      `/assessments/${unit.assessment}/not-applicable/${code}`,
      { reason: value === undefined ? null : "Không thuộc phạm vi" },
      { "if-match": `"${version}"` },
    ),
  );
}
