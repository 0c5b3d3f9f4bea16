import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { administrator } from "../running/administrator.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let admin: Person;
let adminId: string;

const add = (
  action: string,
  unit: string | null,
  at: string,
  subject = { type: "thing", id: "1" },
  { before, after }: { before: unknown; after: unknown } = { before: null, after: { n: 1 } },
) =>
  app.db
    .insertInto("audit_event")
    .values({
      at,
      account_id: adminId,
      address: "10.0.0.1",
      action,
      subject_type: subject.type,
      subject_id: subject.id,
      unit_id: unit,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
    })
    .execute();

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  admin = await administrator(app, "quan.tri", units.province);
  adminId = (await admin.get("/session")).body.account.id;
  await add("thing.one", units.department, "2026-11-20T16:59:59Z");
  await add("thing.two", units.room, "2026-11-20T17:00:00Z", { type: "unit", id: units.room });
  await add("thing.three", units.other, "2026-11-21T16:59:59Z");
  await add("think.four", null, "2026-11-21T17:00:00Z");
});
afterAll(() => app.close());

const actions = async (person: Person, query: string) =>
  (await person.get(`/audit?${query}`)).body.items.map((item: { action: string }) => item.action);

describe("reading the audit log", () => {
  it("shows who did what, when, from where, to which thing, newest first", async () => {
    const { body } = await admin.get("/audit?action=thing");
    expect(body.items.map((item: { action: string }) => item.action)).toEqual([
      "thing.three",
      "thing.two",
      "thing.one",
    ]);
    expect(body.items[1]).toEqual({
      id: expect.any(String),
      at: "2026-11-20T17:00:00.000Z",
      account: { id: adminId, displayName: "quan.tri" },
      address: "10.0.0.1",
      action: "thing.two",
      subject: { type: "unit", id: units.room, name: "Phòng A" },
      unit: { id: units.room, name: "Phòng A" },
      before: null,
      after: { n: 1 },
      cut: false,
      fieldLabel: null,
    });
  });

  it("filters by action, account, subject, unit and days as Vietnam counts them", async () => {
    expect(await actions(admin, "action=thing.one")).toEqual(["thing.one"]);
    expect(await actions(admin, `action=thing&account=${units.room}`)).toEqual([]);
    expect(await actions(admin, `subject=unit:${units.room}`)).toEqual(["thing.two"]);
    expect(await actions(admin, "subject=unit")).toEqual(["thing.two"]);
    expect(await actions(admin, `unit=${units.other}`)).toEqual(["thing.three"]);
    expect(await actions(admin, "action=thing&from=2026-11-21&to=2026-11-21")).toEqual([
      "thing.three",
      "thing.two",
    ]);
    expect(await actions(admin, "action=thing&to=2026-11-20T17:00:00Z")).toEqual(["thing.one"]);
  });

  it("goes on where the page ended", async () => {
    const first = (await admin.get("/audit?action=thing&limit=2")).body;
    expect(first.items).toHaveLength(2);
    expect(await actions(admin, `action=thing&limit=2&cursor=${first.next}`)).toEqual(["thing.one"]);
  });

  it("is whole for observers, of the own unit and its rooms for heads, and closed to the others", async () => {
    await app.account("quan.sat", ["observer", units.province]);
    expect(await actions(await app.signedIn("quan.sat"), "action=think")).toEqual(["think.four"]);
    await app.account("thu.truong", ["unit-head", units.department]);
    const head = await app.signedIn("thu.truong");
    expect(await actions(head, "")).toEqual(["thing.two", "thing.one"]);
    expect(await actions(head, `unit=${units.other}`)).toEqual([]);
    for (const role of ["coordinator", "appraiser", "approver", "unit-officer"] as const) {
      await app.account(role, [role, units.department]);
      expect((await (await app.signedIn(role)).get("/audit")).body.code).toBe("forbidden");
    }
  });

  it("names accounts, sessions, campaigns and sets, and leaves unnamed what is gone", async () => {
    await add("naming.account", null, "2026-11-22T00:00:00Z", { type: "account", id: adminId });
    await add("naming.unit", null, "2026-11-22T00:00:00Z", { type: "unit", id: adminId });
    await add("naming.set", null, "2026-11-22T00:00:00Z", { type: "set", id: "khong-co@1" });
    const { items } = (await admin.get("/audit?action=naming")).body;
    expect(items.map((item: { subject: { name: string } }) => item.subject.name)).toEqual([
      null,
      null,
      "quan.tri",
    ]);
    const [start] = (await admin.get("/audit?action=session.start&limit=1")).body.items;
    expect(start.subject).toMatchObject({ type: "session", name: expect.any(String) });
  });
});

describe("a saved field", () => {
  it("is called as its set calls it: a fact of the profile, an input of an indicator", async () => {
    const campaign = await openCampaign(app, units);
    const assessment = campaign.assessments[units.department] ?? "";
    const save = (code: string, input: string) =>
      add(
        "answer.save",
        units.department,
        "2026-11-22T02:00:00Z",
        { type: "assessment", id: assessment },
        {
          before: null,
          after: { code, input, value: "17" },
        },
      );
    await save("profile", "civil_servants");
    await save("2.1.3", "a");
    await save("2.1.3", "gone");
    const { body } = await admin.get(`/audit?subject=assessment:${assessment}&action=answer.save`);
    expect(body.items.map((item: { fieldLabel: string | null }) => item.fieldLabel)).toEqual([
      null,
      expect.stringContaining("văn bản"),
      expect.stringMatching(/cán bộ|công chức/i),
    ]);
  });
});

describe("an event that holds much", () => {
  const long = { name: "dài", text: "ă".repeat(5000) };
  const lineOf = async (person: Person, action: string) =>
    (await person.get(`/audit?action=${action}`)).body.items[0];

  it("is cut in the list, and told whole by itself", async () => {
    await add("long.event", units.room, "2026-11-21T00:00:00Z", undefined, { before: { n: 1 }, after: long });
    const line = await lineOf(admin, "long.event");
    expect(line).toMatchObject({ cut: true, before: { n: 1 } });
    expect(line.after).toEqual({ truncated: true, bytes: expect.any(Number) });
    expect(line.after.bytes).toBeGreaterThan(10_000);
    expect((await admin.get(`/audit/${line.id}`)).body).toEqual({ ...line, cut: false, after: long });
  });

  it("is whole up to 4096 bytes", async () => {
    const fits = { text: "x".repeat(4096 - '{"text": ""}'.length) };
    await add("fits.event", null, "2026-11-21T00:00:00Z", undefined, { before: fits, after: null });
    expect(await lineOf(admin, "fits.event")).toMatchObject({ cut: false, before: fits, after: null });
    const over = { text: `${fits.text}x` };
    await add("over.event", null, "2026-11-21T00:00:00Z", undefined, { before: over, after: null });
    expect((await lineOf(admin, "over.event")).before).toEqual({ truncated: true, bytes: 4097 });
  });

  it("is nobody's to know of who does not see it in the list", async () => {
    await app.account("truong.khac", ["unit-head", units.other]);
    const { id } = await lineOf(admin, "thing.one");
    expect((await (await app.signedIn("truong.khac")).get(`/audit/${id}`)).body.code).toBe("not-found");
    expect((await admin.get("/audit/999999999999")).body.code).toBe("not-found");
    for (const id of ["0", "-1", "x", "1234567890123456789"])
      expect((await admin.get(`/audit/${id}`)).body.code).toBe("request-invalid");
  });
});

describe("an event of an account", () => {
  it("tells the head of a unit of the roles there, not of those elsewhere", async () => {
    const created = await admin.send("POST", "/accounts", {
      login: "kiem.nhiem",
      displayName: "Cán bộ kiêm nhiệm",
      grants: [
        { role: "approver", unitId: units.other },
        { role: "unit-officer", unitId: units.room },
      ],
    });
    const { id } = created.body.account;
    const grants = [{ role: "unit-officer", unitId: units.room }];
    await admin.send("PATCH", `/accounts/${id}`, { grants }, { "if-match": '"1"' });
    const wider = [...grants, { role: "observer", unitId: units.province }];
    await admin.send("PATCH", `/accounts/${id}`, { grants: wider }, { "if-match": '"2"' });
    await app.account("truong.mot", ["unit-head", units.department]);
    const head = await app.signedIn("truong.mot");
    const { items } = (await head.get(`/audit?subject=account:${id}`)).body;
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(JSON.stringify(item)).not.toMatch(/approver|observer/);
      expect((await head.get(`/audit/${item.id}`)).body).toEqual(item);
    }
    const whole = (await admin.get(`/audit?subject=account:${id}`)).body.items;
    expect(JSON.stringify(whole)).toMatch(/approver/);
    expect(JSON.stringify(whole)).toMatch(/observer/);
  });
});

describe("the audit log in the database", () => {
  it("refuses to be changed, emptied or cut", async () => {
    for (const statement of [
      "update audit_event set action = 'x'",
      "delete from audit_event",
      "truncate audit_event",
    ])
      await expect(sql.raw(statement).execute(app.db)).rejects.toThrow("append-only");
  });
});
