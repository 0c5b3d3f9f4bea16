import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { declareRealUnit, type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let office: Person;
let head: Person;
let roomOfficer: Person;
let stranger: Person;
let assessment: string;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("van.phong", ["unit-officer", units.department]);
  await app.account("thu.truong", ["unit-head", units.department]);
  await app.account("phong.a", ["unit-officer", units.room]);
  await app.account("so.hai", ["unit-officer", units.other], ["unit-head", units.other]);
  office = await app.signedIn("van.phong");
  head = await app.signedIn("thu.truong");
  roomOfficer = await app.signedIn("phong.a");
  stranger = await app.signedIn("so.hai");
  assessment = campaign.assessments[units.department] ?? "";
});
afterAll(() => app.close());

const put = (person: Person, field: string, value: unknown, version: number, of = assessment) =>
  person.send("PUT", `/assessments/${of}/answers/${field}`, { value }, { "if-match": `"${version}"` });
const act = async (person: Person, action: string) => {
  const { version, revision } = (await person.get(`/assessments/${assessment}`)).body;
  const match = { "if-match": `"${version}"` };
  return person.send("POST", `/assessments/${assessment}/${action}`, { revision }, match);
};

describe("saving one field", () => {
  it("keeps the value in one form, with its version, who and when", async () => {
    const saved = await put(office, "2.1.3/a", "22", 0);
    expect(saved.body).toMatchObject({ code: "2.1.3", input: "a", value: "22", version: 1 });
    expect(saved.headers.etag).toBe('"1"');
    expect((await put(office, "2.1.3/b", 23, 0)).body.value).toBe("23");
  });

  it("never overwrites what somebody else saved meanwhile: it shows it", async () => {
    const late = await put(head, "2.1.3/a", "21", 0);
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      code: "changed-meanwhile",
      current: { value: "22", version: 1, by: { displayName: "van.phong" } },
    });
    expect((await put(head, "2.1.3/a", "21", 1)).body.version).toBe(2);
    const { body } = await head.get(`/assessments/${assessment}/history?code=2.1.3&input=a`);
    expect(body.items.map((item: { value: string }) => item.value)).toEqual(["21", "22"]);
    await put(head, "2.1.3/a", null, 2);
    await put(head, "2.1.3/b", null, 1);
  });

  it("takes the same value again as already done: a lost answer may be sent twice", async () => {
    expect((await put(office, "2.3.3/a", "7", 0)).body.version).toBe(1);
    expect((await put(office, "2.3.3/a", "7", 0)).body.version).toBe(1);
    await put(office, "2.3.3/a", null, 1);
  });

  it("says in Vietnamese what it cannot read", async () => {
    const bad = await put(office, "2.3.3/a", "bảy", 0);
    expect(bad.status).toBe(422);
    expect(bad.body).toMatchObject({ code: "value-unreadable", detail: '"bảy" không phải số' });
    expect((await put(office, "2.3.3/a", "9".repeat(60), 0)).body.detail).toMatch(/^Số đếm quá lớn/);
    expect((await put(office, "2.1.1/choice", 9, 0)).body.code).toBe("value-unreadable");
    expect((await put(office, "profile/website", "javascript:alert(1)", 0)).body.code).toBe(
      "value-unreadable",
    );
  });

  it("wants the version that was seen", async () => {
    const blind = await office.send("PUT", `/assessments/${assessment}/answers/2.3.3/a`, { value: "1" });
    expect(blind.body.code).toBe("version-required");
  });

  it("of many at once on one version lets one through", async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, index) => put(office, "2.3.3/b", String(index + 1), 0)),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 412)).toHaveLength(11);
    await put(office, "2.3.3/b", null, 1);
  });
});

describe("asking again whether anything changed", () => {
  it("is answered in a word until something has", async () => {
    const first = await office.get(`/assessments/${assessment}`);
    const tag = { "if-none-match": String(first.headers.etag) };
    expect((await office.get(`/assessments/${assessment}`, tag)).status).toBe(304);
    await put(office, "2.4.3/a", "3", 0);
    expect((await office.get(`/assessments/${assessment}`, tag)).status).toBe(200);
    await put(office, "2.4.3/a", null, 1);
  });
});

describe("who may do what", () => {
  it("keeps a unit's assessment from every other unit", async () => {
    expect((await stranger.get(`/assessments/${assessment}`)).status).toBe(404);
    expect((await put(stranger, "2.1.3/a", "1", 0)).status).toBe(404);
    expect((await stranger.get("/home")).body.items).toHaveLength(1);
  });

  it("lets a room declare what the Office assigned to it, until it has handed over", async () => {
    expect((await put(roomOfficer, "2.1.4/choice", 1, 0)).status).toBe(403);
    const items = [{ code: "2.1.4", unitId: units.room, accountId: null }];
    expect((await office.send("PUT", `/assessments/${assessment}/assignments`, { items })).status).toBe(204);
    expect((await roomOfficer.get("/home")).body.items[0].mine).toEqual({ assigned: 1, answered: 0 });
    expect((await put(roomOfficer, "2.1.4/choice", 1, 0)).status).toBe(200);
    const handOver = `/assessments/${assessment}/parts/${units.room}/hand-over`;
    expect((await stranger.send("POST", handOver)).status).toBe(404);
    // The Office may close a part for a room whose people are away; here the room does it itself.
    expect((await office.get(`/assessments/${assessment}`)).body.may.handOver).toEqual([units.room]);
    expect((await roomOfficer.send("POST", handOver)).status).toBe(204);
    expect((await put(roomOfficer, "2.1.4/choice", 2, 1)).status).toBe(403);
    const back = `/assessments/${assessment}/parts/${units.room}/return`;
    await office.send("POST", back, { reason: "Thiếu minh chứng" });
    expect((await put(roomOfficer, "2.1.4/choice", 2, 1)).status).toBe(200);
    const { body } = await office.get(`/assessments/${assessment}`);
    expect(body.parts).toMatchObject([{ state: "declaring", reason: "Thiếu minh chứng", codes: ["2.1.4"] }]);
    await put(roomOfficer, "2.1.4/choice", null, 2);
  });
});

describe("what a security review found", () => {
  it("lets nobody declare who has left the room, whatever was assigned to the person", async () => {
    const id = await app.account("chuyen.di", ["unit-officer", units.secondRoom]);
    const items = [{ code: "2.2.4", unitId: null, accountId: id }];
    await office.send("PUT", `/assessments/${assessment}/assignments`, { items });
    const person = await app.signedIn("chuyen.di");
    expect((await put(person, "2.2.4/a", "1", 0)).status).toBe(200);
    // The person named alone stands in the room, so that the room's hand-over holds.
    const view = (await office.get(`/assessments/${assessment}`)).body;
    expect(view.assignments).toContainEqual(
      expect.objectContaining({ code: "2.2.4", unit: expect.objectContaining({ name: "Phòng B" }) }),
    );
    await app.db.deleteFrom("role_grant").where("account_id", "=", id).execute();
    await app.db
      .insertInto("role_grant")
      .values({ account_id: id, unit_id: units.province, role: "appraiser" })
      .execute();
    expect((await put(person, "2.2.4/a", "2", 1)).status).toBe(403);
    await put(office, "2.2.4/a", null, 1);
    const back = [{ code: "2.2.4", unitId: null, accountId: null }];
    await office.send("PUT", `/assessments/${assessment}/assignments`, { items: back });
  });

  it("gives the history of a field a page at a time", async () => {
    for (let version = 0; version < 5; version += 1)
      await put(office, "2.5.6/a", String(version + 1), version);
    const address = `/assessments/${assessment}/history?code=2.5.6&input=a&limit=3`;
    const first = (await office.get(address)).body;
    const second = (await office.get(`${address}&cursor=${first.next}`)).body;
    const values = [...first.items, ...second.items].map((item: { value: string }) => item.value);
    expect(values).toEqual(["5", "4", "3", "2", "1"]);
    expect(second.next).toBeNull();
    await put(office, "2.5.6/a", null, 5);
  });

  it("keeps what a unit's people say to each other within the unit", async () => {
    const comment = { code: "2.1.3", body: "Số liệu này còn phải hỏi lại" };
    expect((await office.send("POST", `/assessments/${assessment}/comments`, comment)).status).toBe(201);
    expect((await campaign.coordinator.get(`/assessments/${assessment}/comments`)).status).toBe(403);
    expect((await campaign.coordinator.get(`/assessments/${assessment}`)).body.comments).toEqual({});
    expect((await head.get(`/assessments/${assessment}`)).body.comments).toEqual({ "2.1.3": 1 });
  });
});

describe("the way to submission", () => {
  it("holds a compile back while a room is not done", async () => {
    const early = await act(office, "compile");
    expect(early.body).toMatchObject({ code: "parts-open", openParts: [{ name: "Phòng A" }] });
    await roomOfficer.send("POST", `/assessments/${assessment}/parts/${units.room}/hand-over`);
  });

  it("refuses saves after the deadline, keeps what was saved, and takes them again after an extension", async () => {
    await put(office, "profile/servers", "0", 0);
    app.clock.now = new Date("2026-11-30T10:00:01Z");
    office = await app.signedIn("van.phong");
    const late = await put(office, "profile/servers", "1", 1);
    expect(late.body).toMatchObject({ code: "deadline-passed", dueAt: "2026-11-30T10:00:00.000Z" });
    expect(late.body.detail).toMatch(/^Hạn kê khai là 30\/11\/2026 17:00\. /);
    const kept = (await office.get(`/assessments/${assessment}`)).body;
    expect(kept.answers).toContainEqual(expect.objectContaining({ input: "servers", value: "0" }));
    expect(kept.may.declare).toBe(false);
    const coordinator = await app.signedIn("dieu.phoi");
    const extension = {
      unitId: units.department,
      stage: "declare",
      dueAt: "2026-12-02T10:00:00Z",
      reason: "Mất điện",
    };
    await coordinator.send("POST", `/campaigns/${campaign.id}/extensions`, extension);
    expect((await put(office, "profile/servers", "1", 1)).status).toBe(200);
    const other = await app.signedIn("so.hai");
    const theirs = campaign.assessments[units.other] ?? "";
    expect((await put(other, "profile/servers", "1", 0, theirs)).body.code).toBe("deadline-passed");
    await put(office, "profile/servers", null, 2);
    app.clock.now = new Date("2026-11-22T02:00:00Z");
    office = await app.signedIn("van.phong");
  });

  it("goes from the Office to the head, who seals everything: 451,26 of 485", async () => {
    const { assessments } = campaign;
    // A clean unit, so that the versions that a form would send are known.
    const mine = assessments[units.other] ?? "";
    await declareRealUnit(stranger, mine);
    const submit = async ({ version, revision }: { version: number; revision: string }) =>
      stranger.send("POST", `/assessments/${mine}/submit`, { revision }, { "if-match": `"${version}"` });
    const before = (await stranger.get(`/assessments/${mine}`)).body;
    // An officer saves while the head reads the total: what would be sealed is not what was seen.
    expect((await put(stranger, "2.1.3/a", "21", 1, mine)).status).toBe(200);
    const unseen = await submit(before);
    expect(unseen.status).toBe(412);
    expect(unseen.body.code).toBe("changed-meanwhile");
    const match = { "if-match": `"${before.version}"` };
    const { revision } = before;
    expect((await stranger.send("POST", `/assessments/${mine}/compile`, { revision }, match)).status).toBe(
      412,
    );
    expect((await put(stranger, "2.1.3/a", "22", 2, mine)).status).toBe(200);
    const sealed = await submit((await stranger.get(`/assessments/${mine}`)).body);
    expect(sealed.body.seal).toMatchObject({
      total: "451.26",
      max: "485",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const after = (await stranger.get(`/assessments/${mine}`)).body;
    expect(after).toMatchObject({ state: "submitted", seal: { hash: sealed.body.seal.hash } });
    expect((await put(stranger, "2.1.3/a", "23", 3, mine)).body.code).toBe("assessment-sealed");
    const stored = await app.db.selectFrom("seal").selectAll().executeTakeFirstOrThrow();
    expect(createHash("sha256").update(stored.content).digest("hex")).toBe(stored.hash);
    expect(JSON.parse(stored.content).scores["2.1.3"]).toBe("9.56");
    const progress = await campaign.coordinator.get(`/campaigns/${campaign.id}/progress`);
    expect(progress.body.items).toContainEqual(
      expect.objectContaining({ state: "submitted", score: "451.26", max: "485" }),
    );
  });

  it("comes back for correction with a reason, and is sealed anew", async () => {
    const mine = campaign.assessments[units.other] ?? "";
    const seen = (await campaign.coordinator.get(`/assessments/${mine}`)).body;
    expect(seen.may).toMatchObject({ return: true, declare: false, submit: false });
    const reason = "Chỉ số 2.1.3: kê khai lại tổng số văn bản";
    const sendBack = (body: Record<string, string>) =>
      campaign.coordinator.send("POST", `/assessments/${mine}/return`, body, {
        "if-match": `"${seen.version}"`,
      });
    // Time to correct that is over already is no time.
    const over = await sendBack({ reason, dueAt: "2020-01-01T00:00:00Z" });
    expect(over.body).toMatchObject({
      code: "content-refused",
      detail: expect.stringContaining("Hạn sửa 01/01/2020 07:00 đã qua"),
    });
    const back = await sendBack({ reason });
    expect(back.status).toBe(204);
    const again = (await stranger.get(`/assessments/${mine}`)).body;
    expect(again).toMatchObject({
      state: "declaring",
      returned: { reason, by: { displayName: "dieu.phoi" } },
    });
    expect((await put(stranger, "2.1.3/a", "23", 3, mine)).status).toBe(200);
    const { version, revision } = (await stranger.get(`/assessments/${mine}`)).body;
    const match = { "if-match": `"${version}"` };
    const resealed = await stranger.send("POST", `/assessments/${mine}/submit`, { revision }, match);
    expect(resealed.body.seal.total).toBe("451.7");
    expect(resealed.body.seal.hash).not.toBe(again.seal.hash);
  });

  it("is written down: who, when, from where, before and after", async () => {
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "=", campaign.assessments[units.other] ?? "")
      .where("action", "like", "assessment.%")
      .select(["action", "address", "before", "after"])
      .orderBy("id")
      .execute();
    expect(events.map(({ action }) => action)).toEqual([
      "assessment.submit",
      "assessment.return",
      "assessment.submit",
    ]);
    expect(events[1]).toMatchObject({ address: "127.0.0.1", before: { state: "submitted" } });
    await expect(app.db.deleteFrom("audit_event").execute()).rejects.toThrow("audit_event is append-only");
  });
});
