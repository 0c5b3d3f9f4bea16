/** An assessment goes out as a workbook, comes back filled in, is looked at, and taken cell by cell. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetWorkbookReadingsJob } from "../../src/jobs/forget-workbook-readings.js";
import { type Answered, type Person, type RunningApp, startApp } from "../running/app.js";
import { anotherCampaign, type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";
import { cellOf, downloaded, edited, filled, sent } from "../running/workbook.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let officer: Person;
let colleague: Person;
let roomOfficer: Person;
let id: string;
let path: string;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("can.bo", ["unit-officer", units.department]);
  await app.account("dong.nghiep", ["unit-officer", units.department]);
  await app.account("phong.a", ["unit-officer", units.room]);
  [officer, colleague, roomOfficer] = (await Promise.all(
    ["can.bo", "dong.nghiep", "phong.a"].map((login) => app.signedIn(login)),
  )) as [Person, Person, Person];
}, 60_000);
afterAll(() => app.close());

/** A campaign of its own for each test: what was saved once stays in the history. */
beforeEach(async () => {
  app.clock.now = new Date("2026-11-22T02:00:00Z");
  campaign = { ...campaign, ...(await anotherCampaign(campaign.coordinator, units)) };
  id = campaign.assessments[units.department] ?? "";
  path = `/assessments/${id}/workbook`;
});

interface Row {
  readonly row: number;
  readonly kind: string;
  readonly code: string;
  readonly input?: string;
  readonly state: string;
  readonly version: number;
  readonly message: { readonly vi: string; readonly en: string } | null;
}

const save = (person: Person, code: string, input: string, value: unknown, version = 0): Promise<Answered> =>
  person.send(
    "PUT",
    `/assessments/${id}/answers/${code}/${input}`,
    { value },
    { "if-match": `"${version}"` },
  );

const take = (person: Person, reading: Answered, rows: readonly Row[]): Promise<Answered> =>
  person.send("POST", `${path}/${reading.body.id}/take`, {
    rows: rows.map(({ row, version }) => ({ row, version: version ?? 0 })),
  });

const rowOf = (reading: Answered, code: string, input: string): Row => {
  const row = (reading.body.rows as Row[]).find((one) => one.code === code && one.input === input);
  if (row === undefined) throw new Error(`${code}/${input}: ${JSON.stringify(reading.body)}`);
  return row;
};

async function stored(): Promise<Record<string, unknown>> {
  const { answers, notApplicable } = (await officer.get(`/assessments/${id}`)).body;
  return Object.fromEntries([
    ...answers.map(({ code, input, value }: Record<string, string>) => [`${code}/${input}`, value]),
    ...notApplicable.map(({ code, reason }: Record<string, string>) => [`${code}/`, reason]),
  ]);
}

const events = async (action: string): Promise<number> =>
  (await app.db.selectFrom("audit_event").where("action", "=", action).select("id").execute()).length;

describe("a workbook that was filled in", () => {
  it("is read first and changes nothing; then every chosen cell is saved and written into the log by itself", async () => {
    await save(officer, "2.1.3", "a", "20");
    const bytes = await filled(await downloaded(app, officer, path), {
      "2.1.3/a": 22,
      "2.1.3/b": 23,
      "2.1.1/choice": 1,
      "2.1.2/p1": "Có",
    });
    const reading = await sent(app, officer, path, bytes);
    expect(reading.status).toBe(201);
    expect(reading.body.rows).toEqual([
      expect.objectContaining({ code: "2.1.1", input: "choice", state: "new", value: 1, stored: null }),
      expect.objectContaining({ code: "2.1.2", input: "p1", state: "new", value: true }),
      expect.objectContaining({
        code: "2.1.3",
        input: "a",
        state: "changed",
        value: "22",
        stored: "20",
        version: 1,
      }),
      expect.objectContaining({ code: "2.1.3", input: "b", state: "new", value: "23" }),
    ]);
    expect(reading.body.rows[0].place.cell).toMatch(/^[A-Z]+\d+$/);
    expect(reading.body.total.after).toMatchObject({ total: "24.56", max: "485" });
    expect(await stored()).toEqual({ "2.1.3/a": "20" });

    const before = await events("answer.save");
    expect((await take(officer, reading, reading.body.rows)).body).toEqual({ taken: 4 });
    expect(await stored()).toEqual({
      "2.1.1/choice": 1,
      "2.1.2/p1": true,
      "2.1.3/a": "22",
      "2.1.3/b": "23",
    });
    expect((await events("answer.save")) - before).toBe(4);
    expect(await events("workbook.take")).toBe(1);
    const heads = (await officer.get("/assessments")).body.items;
    expect(heads.find((one: { id: string }) => one.id === id)).toMatchObject({ score: "24.56", answered: 2 });
    const history = await officer.get(`/assessments/${id}/history?code=2.1.3&input=a`);
    expect(history.body.items.map(({ value }: { value: string }) => value)).toEqual(["22", "20"]);

    const again = await officer.get(`${path}/${reading.body.id}`);
    expect(again.body.rows.map(({ state }: Row) => state)).toEqual(["same", "same", "same", "same"]);
    // A lost answer is sent again: it is done already.
    expect((await take(officer, reading, reading.body.rows)).body).toEqual({ taken: 0 });
  });

  it("that nobody touched differs in nothing", async () => {
    await save(officer, "2.1.3", "a", "20");
    const reading = await sent(app, officer, path, await downloaded(app, officer, path));
    expect(reading.body.rows).toEqual([]);
    expect(reading.body.counts).toMatchObject({ untouched: 0, absent: 0 });
    expect(reading.body.total.before).toEqual(reading.body.total.after);
  });

  it("marks an indicator as not applicable by its reason, and empties a value only when that is chosen", async () => {
    await save(officer, "2.1.3", "a", "20");
    const bytes = await filled(await downloaded(app, officer, path), {
      "2.1.3/a": null,
      "2.5.3/": "Sở không có máy chủ riêng",
    });
    const reading = await sent(app, officer, path, bytes);
    expect(rowOf(reading, "2.1.3", "a")).toMatchObject({ state: "clears", value: null, stored: "20" });
    expect(reading.body.total.after.total).toBe("10");
    await take(officer, reading, reading.body.rows);
    expect(await stored()).toEqual({ "2.1.3/a": null, "2.5.3/": "Sở không có máy chủ riêng" });
  });

  it("brings evidence, each document once, however often the same file is sent", async () => {
    const bytes = await edited(await downloaded(app, officer, path), (workbook) => {
      cellOf(workbook, "N|2.1.3", "#evidence").value =
        "Quyết định số 1133/QĐ-BDT ngày 31/12/2022 của Ban Dân tộc\nhttps://tinh.example/van-ban";
    });
    const reading = await sent(app, officer, path, bytes);
    expect(reading.body.rows).toEqual([
      expect.objectContaining({
        kind: "evidence",
        code: "2.1.3",
        state: "new",
        item: expect.objectContaining({ symbol: expect.stringContaining("QĐ-BDT"), date: "2022-12-31" }),
      }),
      expect.objectContaining({
        kind: "evidence",
        item: { kind: "link", url: "https://tinh.example/van-ban" },
      }),
    ]);
    const added = await events("evidence.add");
    expect((await take(officer, reading, reading.body.rows)).body).toEqual({ taken: 2 });
    expect((await events("evidence.add")) - added).toBe(2);
    expect((await officer.get(`/assessments/${id}`)).body.evidence).toHaveLength(2);
    expect((await sent(app, officer, path, bytes)).body.rows).toEqual([]);
  });
});

describe("what cannot be taken", () => {
  it("is told by sheet and cell in both languages; with one such row nothing at all is taken", async () => {
    const bytes = await filled(await downloaded(app, officer, path), {
      "2.1.3/a": "hai mươi",
      "2.1.3/b": 23,
    });
    const reading = await sent(app, officer, path, bytes);
    expect(rowOf(reading, "2.1.3", "a")).toMatchObject({
      state: "fault",
      message: { vi: expect.stringMatching(/.{10}/), en: expect.stringMatching(/.{10}/) },
    });
    const refused = await take(officer, reading, reading.body.rows);
    expect(refused.body).toMatchObject({
      code: "content-refused",
      detail: expect.stringMatching(/ô [A-Z]+\d/),
    });
    expect(await stored()).toEqual({});
    expect((await take(officer, reading, [rowOf(reading, "2.1.3", "b")])).body).toEqual({ taken: 1 });
  });

  it("is what somebody changed meanwhile: kept when the file left it alone, asked about when it did not", async () => {
    await save(officer, "2.1.3", "a", "20");
    await save(officer, "2.1.3", "b", "30");
    const bytes = await filled(await downloaded(app, officer, path), { "2.1.3/a": 22, "2.1.1/choice": 1 });
    await save(colleague, "2.1.3", "a", "21", 1);
    await save(colleague, "2.1.3", "b", "31", 1);
    const reading = await sent(app, officer, path, bytes);
    expect(rowOf(reading, "2.1.3", "a")).toMatchObject({
      state: "conflict",
      value: "22",
      stored: "21",
      version: 2,
      by: { displayName: "dong.nghiep" },
    });
    expect(reading.body.rows).toHaveLength(2);
    expect(reading.body.counts.untouched).toBe(1);
    // Changed once more after it was looked at: nothing is taken, and what stands there is told.
    await save(colleague, "2.1.3", "a", "19", 2);
    const stale = await take(officer, reading, reading.body.rows);
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      code: "changed-meanwhile",
      current: [{ code: "2.1.3", input: "a", value: "19", version: 3 }],
    });
    expect(await stored()).toEqual({ "2.1.3/a": "19", "2.1.3/b": "31" });
    const now = await officer.get(`${path}/${reading.body.id}`);
    expect((await take(officer, now, now.body.rows)).body).toEqual({ taken: 2 });
    expect(await stored()).toMatchObject({ "2.1.3/a": "22", "2.1.3/b": "31", "2.1.1/choice": 1 });
  });

  it("is what is not assigned to a room: closed in its file, and refused with all the rest", async () => {
    await officer.send("PUT", `/assessments/${id}/assignments`, {
      items: [{ code: "2.1.3", unitId: units.room, accountId: null }],
    });
    const own = await downloaded(app, roomOfficer, path);
    await edited(own, (workbook) => {
      expect(cellOf(workbook, "V|2.1.3|a").protection?.locked).toBe(false);
      expect(cellOf(workbook, "V|2.1.1|choice").protection?.locked).not.toBe(false);
    });
    const bytes = await filled(own, { "2.1.3/a": 22, "2.1.1/choice": 1 });
    const reading = await sent(app, roomOfficer, path, bytes);
    expect(rowOf(reading, "2.1.1", "choice").state).toBe("closed");
    expect(rowOf(reading, "2.1.3", "a").state).toBe("new");
    expect((await take(roomOfficer, reading, reading.body.rows)).body.code).toBe("forbidden");
    expect(await stored()).toEqual({});
    expect((await take(roomOfficer, reading, [rowOf(reading, "2.1.3", "a")])).body).toEqual({ taken: 1 });
  });

  it("is anything after the deadline or once it is with the head: the file is for reading then", async () => {
    const bytes = await filled(await downloaded(app, officer, path), { "2.1.3/a": 22 });
    const reading = await sent(app, officer, path, bytes);
    app.clock.now = new Date("2026-12-01T00:00:00Z");
    officer = await app.signedIn("can.bo");
    expect((await sent(app, officer, path, bytes)).body.code).toBe("deadline-passed");
    expect((await take(officer, reading, reading.body.rows)).body.code).toBe("deadline-passed");
    app.clock.now = new Date("2026-11-22T02:00:00Z");
    officer = await app.signedIn("can.bo");
    await app.db.updateTable("assessment").set({ state: "compiled" }).where("id", "=", id).execute();
    expect((await sent(app, officer, path, bytes)).body.code).toBe("assessment-sealed");
    expect((await take(officer, reading, reading.body.rows)).body.code).toBe("assessment-sealed");
    await edited(await downloaded(app, officer, path), (workbook) => {
      expect(cellOf(workbook, "V|2.1.3|a").protection?.locked).not.toBe(false);
    });
  });
});

describe("a file that is none of this assessment's", () => {
  it.each([
    ["rong.xlsx", Buffer.alloc(0)],
    ["cu.xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    ["hong.xlsx", Buffer.from("PK\u0003\u0004 không phải gói nén")],
  ])("%s is refused with the reason and what to do", async (name, bytes) => {
    const refused = await sent(app, officer, path, bytes, name);
    expect(refused.status).toBe(415);
    expect(refused.body).toMatchObject({ code: "upload-refused", detail: expect.stringMatching(/.{8}/) });
    expect(
      await app.db.selectFrom("workbook_reading").where("name", "=", name).selectAll().execute(),
    ).toEqual([]);
  });

  it("is refused when it is another unit's", async () => {
    await app.account("so.hai", ["unit-officer", units.other]);
    const other = await app.signedIn("so.hai");
    const theirs = await downloaded(app, other, `/assessments/${campaign.assessments[units.other]}/workbook`);
    const refused = await sent(app, officer, path, theirs);
    expect(refused.body).toMatchObject({
      code: "upload-refused",
      detail: expect.stringContaining("không phải của Sở Một"),
    });
  });

  it("is not sent by those who only read, who may still download it", async () => {
    const bytes = await downloaded(app, campaign.coordinator, path);
    expect((await sent(app, campaign.coordinator, path, bytes)).body.code).toBe("forbidden");
  });
});

describe("what was read of a file", () => {
  it("is told to whoever sent it alone, beside its own assessment, for a week", async () => {
    const bytes = await filled(await downloaded(app, officer, path), { "2.1.3/a": 22 });
    const reading = await sent(app, officer, path, bytes);
    const { id: of } = reading.body;
    expect((await colleague.get(`${path}/${of}`)).status).toBe(404);
    expect((await take(colleague, reading, reading.body.rows)).status).toBe(404);
    const elsewhere = `/assessments/${campaign.assessments[units.other]}/workbook/${of}`;
    expect((await officer.get(elsewhere)).status).toBe(404);
    // A newer file takes the place of the one that was sent before.
    const newer = await sent(app, officer, path, bytes);
    expect((await officer.get(`${path}/${of}`)).status).toBe(404);
    expect((await officer.get(`${path}/${newer.body.id}`)).status).toBe(200);
    app.clock.now = new Date("2026-11-30T02:00:00Z");
    await forgetWorkbookReadingsJob.run(app.platform, new AbortController().signal);
    officer = await app.signedIn("can.bo");
    expect((await officer.get(`${path}/${newer.body.id}`)).status).toBe(404);
  });
});
