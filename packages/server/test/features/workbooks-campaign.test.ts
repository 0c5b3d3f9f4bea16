/** A campaign's workbook, and an appraiser's: read by those who oversee, taken within what is one's own. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeNext } from "../../src/features/exports/desk.js";
import { type Answered, type Person, type RunningApp, startApp } from "../running/app.js";
import { anotherCampaign, type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";
import { cellOf, downloaded, edited, sent } from "../running/workbook.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let coordinator: Person;
/** Coordinates, and declares for the first department. */
let both: Person;
let appraiser: Person;
let officer: Person;
let appraiserId: string;
let first: string;
let second: string;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("kiem.nhiem", ["coordinator", units.province], ["unit-officer", units.department]);
  appraiserId = await app.account("tham.dinh", ["appraiser", units.province]);
  await app.account("can.bo", ["unit-officer", units.department]);
  coordinator = campaign.coordinator;
  [both, appraiser, officer] = (await Promise.all(
    ["kiem.nhiem", "tham.dinh", "can.bo"].map((login) => app.signedIn(login)),
  )) as [Person, Person, Person];
}, 60_000);
afterAll(() => app.close());

/** A campaign of its own for each test: what was saved once stays in the history. */
beforeEach(async () => {
  campaign = { coordinator, ...(await anotherCampaign(coordinator, units)) };
  first = campaign.assessments[units.department] ?? "";
  second = campaign.assessments[units.other] ?? "";
});

/** The same workbook made behind the requests, as an export. */
async function exported(person: Person, kind: string): Promise<Buffer> {
  const { body } = await person.send("POST", `/campaigns/${campaign.id}/exports`, { kind });
  await makeNext(app.platform, new AbortController().signal);
  return downloaded(app, person, `/exports/${body.id}/file`);
}

interface Row {
  readonly row: number;
  readonly assessmentId: string;
  readonly code: string;
  readonly state: string;
  readonly version: number;
}

const take = (person: Person, path: string, reading: Answered, rows: readonly Row[]): Promise<Answered> =>
  person.send("POST", `${path}/${reading.body.id}/take`, {
    rows: rows.map(({ row, version }) => ({ row, version })),
  });

const declare = (code: string, input: string, value: unknown): Promise<Answered> =>
  officer.send("PUT", `/assessments/${first}/answers/${code}/${input}`, { value }, { "if-match": '"0"' });

const events = async (action: string): Promise<number> =>
  (await app.db.selectFrom("audit_event").where("action", "=", action).select("id").execute()).length;

const answers = async (id: string): Promise<Record<string, unknown>[]> =>
  (await coordinator.get(`/assessments/${id}`)).body.answers;

describe("the workbook of a campaign", () => {
  let path: string;

  beforeEach(() => {
    path = `/campaigns/${campaign.id}/workbook`;
  });

  it("shows the coordinator what every unit declared, to be read: nobody declares for a unit", async () => {
    await declare("2.1.3", "a", "20");
    const bytes = await edited(await downloaded(app, coordinator, path), (workbook) => {
      const cell = cellOf(workbook, first, "V|2.1.3|a");
      expect(cell.value).toBe(20);
      expect(cell.protection?.locked).not.toBe(false);
      cell.value = 22;
      cellOf(workbook, second, "V|2.1.3|b").value = 23;
    });
    const reading = await sent(app, coordinator, path, bytes);
    expect(reading.status).toBe(201);
    expect(reading.body.rows).toEqual([
      expect.objectContaining({ unit: { id: units.other, name: "Sở Hai" }, state: "closed" }),
      expect.objectContaining({
        unit: { id: units.department, name: "Sở Một" },
        code: "2.1.3",
        input: "a",
        stored: "20",
        value: "22",
        state: "closed",
      }),
    ]);
    const refused = await take(coordinator, path, reading, reading.body.rows);
    expect(refused.body.code).toBe("forbidden");
    expect(refused.body.detail).toMatch(/tự kê khai/);
    expect(await answers(first)).toEqual([expect.objectContaining({ value: "20" })]);
  });

  it("takes the rows of units that the sender declares for, and with one of another unit none", async () => {
    const bytes = await edited(await downloaded(app, both, path), (workbook) => {
      expect(cellOf(workbook, first, "V|2.1.3|a").protection?.locked).toBe(false);
      for (const unit of [first, second]) cellOf(workbook, unit, "V|2.1.3|a").value = 22;
      cellOf(workbook, first, "V|2.1.1|choice").value = "hai mươi";
    });
    const reading = await sent(app, both, path, bytes);
    const states = Object.fromEntries(
      (reading.body.rows as Row[]).map(({ assessmentId, code, state }) => [`${assessmentId} ${code}`, state]),
    );
    expect(states).toEqual({
      [`${first} 2.1.1`]: "fault",
      [`${first} 2.1.3`]: "new",
      [`${second} 2.1.3`]: "closed",
    });
    const wanted = (reading.body.rows as Row[]).filter(({ code }) => code === "2.1.3");
    expect((await take(both, path, reading, wanted)).body.code).toBe("forbidden");
    expect([await answers(first), await answers(second)]).toEqual([[], []]);
    const before = await events("answer.save");
    const own = wanted.filter(({ assessmentId }) => assessmentId === first);
    expect((await take(both, path, reading, own)).body).toEqual({ taken: 1 });
    expect((await events("answer.save")) - before).toBe(1);
    expect(await answers(first)).toEqual([expect.objectContaining({ code: "2.1.3", value: "22" })]);
  });

  it("is refused when it is another kind, and rows of no unit are told, not read", async () => {
    const other = await downloaded(app, both, `/assessments/${first}/workbook`);
    expect((await sent(app, both, path, other)).body.code).toBe("upload-refused");
    const bytes = await edited(await downloaded(app, both, path), (workbook) => {
      cellOf(workbook, first, "#opendti:key").value = "'; drop table unit; --";
    });
    const reading = await sent(app, both, path, bytes);
    expect(reading.status).toBe(201);
    expect(reading.body.notes).toContainEqual(expect.objectContaining({ code: "row-unknown" }));
  });
});

describe("a workbook made behind the requests", () => {
  it("is the one that is downloaded, for those who may have it alone", async () => {
    await declare("2.1.3", "a", "20");
    const path = `/campaigns/${campaign.id}/workbook`;
    expect(
      (await officer.send("POST", `/campaigns/${campaign.id}/exports`, { kind: "campaign-workbook" })).status,
    ).toBe(403);
    const bytes = await edited(await exported(both, "campaign-workbook"), (workbook) => {
      expect(cellOf(workbook, first, "V|2.1.3|a").value).toBe(20);
      cellOf(workbook, first, "V|2.1.3|b").value = 23;
    });
    const reading = await sent(app, both, path, bytes);
    expect(reading.body.rows).toEqual([expect.objectContaining({ state: "new", value: "23" })]);
  });

  it("holds what is assigned to the appraiser who asks", async () => {
    await app.db.updateTable("assessment").set({ state: "submitted" }).where("id", "=", first).execute();
    await app.db
      .insertInto("appraiser_scope")
      .values({
        campaign_id: campaign.id,
        account_id: appraiserId,
        code: "2.1.3",
        unit_id: null,
        assigned_at: app.clock.now,
      })
      .execute();
    await edited(await exported(appraiser, "appraisal-workbook"), (workbook) => {
      expect(cellOf(workbook, `${first}|2.1.3`, "#verdict").protection?.locked).toBe(false);
      expect(() => cellOf(workbook, `${first}|2.1.1`, "#verdict")).toThrow();
    });
  });
});

describe("an appraiser's workbook", () => {
  let path: string;

  beforeEach(async () => {
    path = `/campaigns/${campaign.id}/appraisal-workbook`;
    await declare("2.1.3", "a", "22");
    await declare("2.1.3", "b", "23");
    await app.db
      .updateTable("assessment")
      .set({ state: "submitted", submitted_at: app.clock.now })
      .where("campaign_id", "=", campaign.id)
      .execute();
    await app.db
      .insertInto("appraiser_scope")
      .values({
        campaign_id: campaign.id,
        account_id: appraiserId,
        code: "2.1",
        unit_id: units.department,
        assigned_at: app.clock.now,
      })
      .execute();
  });

  const key = (code: string, of = first): string => `${of}|${code}`;

  it("holds what is assigned, takes verdicts as judging by hand does, and with one wrong row none", async () => {
    const bytes = await edited(await downloaded(app, appraiser, path), (workbook) => {
      expect(() => cellOf(workbook, key("2.2.1"), "#verdict")).toThrow();
      expect(() => cellOf(workbook, key("2.1.3", second), "#verdict")).toThrow();
      cellOf(workbook, key("2.1.3"), "#verdict").value = "Đồng ý";
      cellOf(workbook, key("2.1.1"), "#verdict").value = "Điều chỉnh";
      cellOf(workbook, key("2.1.1"), "#points").value = 7.5;
      cellOf(workbook, key("2.1.1"), "#reason").value = "Có quyết định kiện toàn";
      cellOf(workbook, key("2.1.2"), "#verdict").value = "Điều chỉnh";
      cellOf(workbook, key("2.1.2"), "#points").value = 5;
    });
    const reading = await sent(app, appraiser, path, bytes);
    expect(reading.status).toBe(201);
    expect((reading.body.rows as Row[]).map(({ code, state }) => [code, state])).toEqual([
      ["2.1.1", "new"],
      ["2.1.2", "fault"],
      ["2.1.3", "new"],
    ]);
    expect((await take(appraiser, path, reading, reading.body.rows)).body.code).toBe("content-refused");
    const view = async () => (await coordinator.get(`/assessments/${first}/appraisal`)).body;
    expect((await view()).items.every(({ verdict }: { verdict: unknown }) => verdict === null)).toBe(true);
    const good = (reading.body.rows as Row[]).filter(({ state }) => state === "new");
    const before = await events("appraisal.judge");
    expect((await take(appraiser, path, reading, good)).body).toEqual({ taken: 2 });
    expect((await events("appraisal.judge")) - before).toBe(2);
    const { items, state } = await view();
    expect(state).toBe("appraising");
    const item = (code: string) => items.find((one: { code: string }) => one.code === code);
    expect(item("2.1.1")).toMatchObject({ verdict: "adjusted", points: "7.5", appraisedScore: "7.5" });
    expect(item("2.1.3")).toMatchObject({ verdict: "agreed", appraisedScore: "9.56" });
    const again = await appraiser.get(`${path}/${reading.body.id}`);
    expect((again.body.rows as Row[]).map((one) => one.state)).toEqual(["same", "fault", "same"]);
  });

  it("turns no judgement back that was made meanwhile: it asks, and takes on what was seen alone", async () => {
    const bytes = await edited(await downloaded(app, appraiser, path), (workbook) => {
      cellOf(workbook, key("2.1.3"), "#verdict").value = "Đồng ý";
    });
    const byHand = (version: number, points: string): Promise<Answered> =>
      coordinator.send(
        "PUT",
        `/assessments/${first}/appraisal/2.1.3`,
        { verdict: "adjusted", points, reason: "Đối chiếu sổ văn bản" },
        { "if-match": `"${version}"` },
      );
    await byHand(0, "8");
    const reading = await sent(app, appraiser, path, bytes);
    expect(reading.body.rows).toEqual([
      expect.objectContaining({
        state: "conflict",
        version: 1,
        given: expect.objectContaining({ verdict: "agreed" }),
        stored: expect.objectContaining({ verdict: "adjusted", points: "8" }),
        by: expect.objectContaining({ displayName: "dieu.phoi" }),
      }),
    ]);
    await byHand(1, "9");
    const stale = await take(appraiser, path, reading, reading.body.rows);
    expect(stale.status).toBe(412);
    expect(stale.body.current).toEqual([expect.objectContaining({ code: "2.1.3", points: "9", version: 2 })]);
    const now = await appraiser.get(`${path}/${reading.body.id}`);
    expect((await take(appraiser, path, now, now.body.rows)).body).toEqual({ taken: 1 });
  });

  it("is closed once appraising has ended", async () => {
    const bytes = await edited(await downloaded(app, appraiser, path), (workbook) => {
      cellOf(workbook, key("2.1.3"), "#verdict").value = "Đồng ý";
    });
    const reading = await sent(app, appraiser, path, bytes);
    await app.db.updateTable("assessment").set({ state: "appraised" }).where("id", "=", first).execute();
    const now = await appraiser.get(`${path}/${reading.body.id}`);
    expect((now.body.rows as Row[]).map(({ state }) => state)).toEqual(["closed"]);
    expect((await take(appraiser, path, now, now.body.rows)).body.code).toBe("state-refused");
  });
});
