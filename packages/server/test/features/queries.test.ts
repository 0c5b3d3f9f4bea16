import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type Appraising, acting, appraising, inQuery, judge } from "../running/appraising.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let at: Appraising;
let query: string;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  at = await appraising(app, units);
}, 60_000);
afterAll(() => app.close());

const DUE = "2026-11-25T10:00:00Z";
const ask = (person: Person, code: string, dueAt = DUE, id = at.own) =>
  person.send("POST", `/assessments/${id}/queries`, { code, body: `Giải trình chỉ số ${code}`, dueAt });
const say = (person: Person, id: string, body: string, done = false) =>
  inQuery(person, "POST", id, "/messages", { body, done });
const close = (person: Person, id: string, outcome = "accepted", note: string | null = null) =>
  inQuery(person, "POST", id, "/close", { outcome, note });
const see = async (person: Person, id = query) => (await person.get(`/queries/${id}`)).body;
const state = async (id = at.own) => (await at.coordinator.get(`/assessments/${id}`)).body.state;
/** The newest notice of a person. */
const newest = async (person: Person) => (await person.get("/notices")).body.items[0];
const addEvidence = (person: Person, id: string, item: unknown) =>
  person.send("POST", `/queries/${id}/evidence`, { item });

/** A file of the unit's library, as an upload leaves it. */
async function fileOf(unit: string, text: string): Promise<string> {
  const received = await app.platform.files.receive(Readable.from([Buffer.from(text)]));
  await app.platform.files.keep(received);
  await app.db
    .insertInto("file")
    .values({ hash: received.hash, size: received.size, media_type: "application/pdf" })
    .execute();
  await app.db
    .insertInto("unit_file")
    .values({ unit_id: unit, hash: received.hash, name: "bien-ban.pdf", by_id: null, at: app.clock.now })
    .execute();
  return received.hash;
}

describe("asking", () => {
  it("is for whoever may judge the indicator, and the assessment is then being explained", async () => {
    for (const person of [at.otherSpecialist, at.observer, at.head, at.office])
      expect((await ask(person, "2.1.2")).status).toBe(403);
    expect((await ask(at.otherHead, "2.1.2")).status).toBe(404);
    expect((await ask(at.specialist, "2.2.1")).status).toBe(403);
    const opened = await ask(at.specialist, "2.1.2");
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({
      code: "2.1.2",
      kind: "explanation",
      state: "open",
      overdue: false,
      owner: { displayName: "chuyen.vien" },
      question: "Giải trình chỉ số 2.1.2",
      messages: [{ side: "appraiser", by: { displayName: "chuyen.vien" } }],
      may: { write: true, answer: false, close: true, extend: true },
    });
    query = opened.body.id;
    expect(await state()).toBe("explaining");
    expect(await newest(at.head)).toMatchObject({
      kind: "asked",
      link: `/queries/${query}`,
      body: expect.stringContaining("Giải trình chỉ số 2.1.2"),
    });
  });

  it("is once at a time on an indicator, of what there is, and until a day to come", async () => {
    expect((await ask(at.specialist, "2.1.2")).body).toMatchObject({
      code: "already-exists",
      queryId: query,
    });
    expect((await ask(at.specialist, "2.1.1", "2026-11-20T10:00:00Z")).body.code).toBe("content-refused");
    expect((await ask(at.coordinator, "2.1")).status).toBe(404);
    expect((await ask(at.coordinator, "7.7.7")).status).toBe(404);
  });

  it("is seen by the unit's people at once, and by no other unit", async () => {
    for (const person of [at.head, at.office, at.roomOfficer, at.observer, at.otherSpecialist])
      expect((await person.get(`/queries/${query}`)).status).toBe(200);
    expect((await at.otherHead.get(`/queries/${query}`)).status).toBe(404);
    expect((await at.head.get("/queries")).body).toMatchObject({
      items: [{ id: query, unit: { name: "Sở Một" } }],
      counts: { open: 1, answered: 0, closed: 0, overdue: 0 },
    });
    expect((await at.otherHead.get("/queries")).body).toMatchObject({ items: [], counts: { open: 0 } });
    expect((await at.otherHead.get(`/queries?assessment=${at.own}`)).body.items).toEqual([]);
    expect((await at.roomOfficer.get("/queries?mine=1")).body.items).toHaveLength(1);
    expect((await at.coordinator.get("/queries?mine=1")).body.items).toEqual([]);
    expect((await at.specialist.get("/queries?mine=1")).body.items).toHaveLength(1);
    expect((await at.head.get(`/queries/${randomUUID()}`)).status).toBe(404);
  });
});

describe("answering", () => {
  it("is drafted by rooms, and given by the head or the Office", async () => {
    expect((await say(at.roomOfficer, query, "Dự thảo: có biên bản")).body).toMatchObject({ state: "open" });
    const room = await say(at.roomOfficer, query, "Trả lời", true);
    expect(room.status).toBe(403);
    for (const person of [at.observer, at.otherSpecialist])
      expect((await say(person, query, "Tôi xen vào")).status).toBe(403);
    const stranger = await at.otherHead.send(
      "POST",
      `/queries/${query}/messages`,
      { body: "Của ai?" },
      { "if-match": '"1"' },
    );
    expect(stranger.status).toBe(404);
  });

  it("brings evidence that belongs to the answer, and leaves what was sealed as it was", async () => {
    const hash = await fileOf(units.department, "%PDF-1.4 biên bản");
    const link = { kind: "link", url: "https://so-mot.example/bien-ban" };
    expect((await addEvidence(at.specialist, query, link)).status).toBe(403);
    expect((await addEvidence(at.otherHead, query, link)).status).toBe(404);
    const brought = await addEvidence(at.roomOfficer, query, link);
    expect(brought.body.evidence).toMatchObject([{ kind: "link", code: "2.1.2" }]);
    expect((await addEvidence(at.roomOfficer, query, link)).body.evidence).toHaveLength(1);
    const both = (await addEvidence(at.head, query, { kind: "file", hash, page: "2" })).body;
    expect(both.evidence).toMatchObject([{ kind: "link" }, { kind: "file", hash, page: "2" }]);
    // Another unit's file is nobody's to cite.
    const theirs = await fileOf(units.other, "%PDF-1.4 của sở hai");
    expect((await addEvidence(at.head, query, { kind: "file", hash: theirs })).status).toBe(404);
    // The appraiser reads it; the declaring screen and the seal know nothing of it.
    expect((await at.specialist.get(`/assessments/${at.own}/files/${hash}`)).status).toBe(200);
    expect((await at.head.get(`/assessments/${at.own}`)).body.evidence).toEqual([]);
    const detail = (await at.specialist.get(`/assessments/${at.own}/appraisal/2.1.2`)).body;
    expect(detail.evidence).toMatchObject([
      { kind: "link", queryId: query },
      { kind: "file", queryId: query },
    ]);
    // As declared evidence it can be neither changed nor removed.
    const [{ id }] = both.evidence;
    const removed = await at.head.send("DELETE", `/assessments/${at.own}/evidence/${id}`, undefined, {
      "if-match": '"1"',
    });
    expect(removed.status).toBe(404);
    expect((await at.head.send("DELETE", `/queries/${query}/evidence/${id}`)).body.evidence).toHaveLength(1);
    expect((await at.head.send("DELETE", `/queries/${query}/evidence/${id}`)).status).toBe(200);
    expect((await at.head.send("DELETE", `/queries/${query}/evidence/${randomUUID()}`)).status).toBe(404);
  });

  it("lets the unit's people bring files while they are asked, though declaring is over", async () => {
    const upload = (person: Person, id: string) => {
      const form = [
        "--ranh",
        'content-disposition: form-data; name="file"; filename="anh.png"',
        "content-type: image/png",
        "",
        "không phải ảnh",
        "--ranh--",
        "",
      ].join("\r\n");
      return person.send("POST", `/assessments/${id}/files`, form, {
        "content-type": "multipart/form-data; boundary=ranh",
      });
    };
    // Let in, and refused for what it is; where nothing is asked, not let in.
    expect((await upload(at.roomOfficer, at.own)).body.code).toBe("upload-refused");
    expect((await upload(at.otherHead, at.other)).body.code).toBe("assessment-sealed");
    expect((await upload(at.specialist, at.own)).status).toBe(403);
  });

  it("is not written over what somebody else wrote meanwhile", async () => {
    const stale = await at.head.send(
      "POST",
      `/queries/${query}/messages`,
      { body: "Trả lời", done: true },
      { "if-match": '"1"' },
    );
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ id: query, state: "open" });
    const tries = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const { version } = stale.body.current;
        return at.head.send(
          "POST",
          `/queries/${query}/messages`,
          { body: `Lần ${index}` },
          { "if-match": `"${version}"` },
        );
      }),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 412)).toHaveLength(5);
  });

  it("ends the explaining, until the appraiser asks again", async () => {
    const answered = await say(at.office, query, "Sở đã họp 12/12 phiên, biên bản kèm theo.", true);
    expect(answered.body).toMatchObject({
      state: "answered",
      late: false,
      may: { write: false, answer: false },
    });
    expect(await state()).toBe("appraising");
    expect(await newest(at.specialist)).toMatchObject({ kind: "answered", link: `/queries/${query}` });
    expect(await newest(at.otherSpecialist)).toBeUndefined();
    expect((await say(at.head, query, "Còn nữa")).body.code).toBe("state-refused");
    expect((await addEvidence(at.head, query, { kind: "link", url: "https://a.example" })).body.code).toBe(
      "state-refused",
    );
    const again = await say(at.specialist, query, "Biên bản thiếu chữ ký");
    expect(again.body).toMatchObject({ state: "open", answeredAt: null });
    expect(await state()).toBe("explaining");
  });

  it("is late after its deadline, and taken all the same; the deadline may be moved", async () => {
    app.clock.now = new Date("2026-11-25T10:00:01Z");
    at = { ...at, head: await app.signedIn("thu.truong"), specialist: await app.signedIn("chuyen.vien") };
    at = { ...at, coordinator: await app.signedIn("dieu.phoi") };
    expect((await see(at.head)).overdue).toBe(true);
    expect((await at.coordinator.get("/queries?overdue=1")).body).toMatchObject({
      items: [{ id: query }],
      counts: { overdue: 1 },
    });
    const queue = `/campaigns/${at.campaign.id}/queue?filter=overdue`;
    expect((await at.coordinator.get(queue)).body.items).toMatchObject([
      { code: "2.1.2", query: { id: query, overdue: true } },
    ]);
    expect((await inQuery(at.head, "PATCH", query, "", { dueAt: "2026-12-01T10:00:00Z" })).status).toBe(403);
    const moved = await inQuery(at.specialist, "PATCH", query, "", { dueAt: "2026-11-26T10:00:00Z" });
    expect(moved.body).toMatchObject({ overdue: false, dueAt: "2026-11-26T10:00:00.000Z" });
    app.clock.now = new Date("2026-11-26T10:00:01Z");
    at = { ...at, head: await app.signedIn("thu.truong"), specialist: await app.signedIn("chuyen.vien") };
    at = { ...at, coordinator: await app.signedIn("dieu.phoi"), office: await app.signedIn("van.phong") };
    const late = await say(at.head, query, "Đã bổ sung chữ ký", true);
    expect(late.body).toMatchObject({ state: "answered", late: true, overdue: false });
  });
});

describe("owning and closing", () => {
  it("gives it to nobody who may not judge it, and to whoever coordinates when it is nobody's", async () => {
    for (const login of ["chuyen.vien.hai", "thu.truong", "lanh.dao.tinh"]) {
      const refused = await inQuery(at.coordinator, "PATCH", query, "", { ownerId: at.accounts[login] });
      expect([login, refused.body.code]).toEqual([login, "content-refused"]);
    }
    expect((await inQuery(at.coordinator, "PATCH", query, "", { ownerId: null })).body.owner).toBeNull();
  });

  it("closes with an outcome, and then nothing more is written", async () => {
    expect((await close(at.head, query)).status).toBe(403);
    await judge(at.specialist, at.own, "2.1.2", 0, {
      verdict: "adjusted",
      points: "5",
      reason: "Chỉ một nửa",
    });
    const hidden = (await at.head.get(`/assessments/${at.own}/appraisal/2.1.2`)).body;
    expect(hidden).toMatchObject({ verdict: null, appraisedScore: null });
    const closed = await close(at.specialist, query, "partly-accepted", "Tính một nửa");
    expect(closed.body).toMatchObject({
      state: "closed",
      outcome: "partly-accepted",
      outcomeNote: "Tính một nửa",
      closedBy: { displayName: "chuyen.vien" },
      may: { write: false, close: false, reopen: false, extend: false },
    });
    expect(await newest(at.head)).toMatchObject({ kind: "closed" });
    expect((await close(at.specialist, query)).body.code).toBe("state-refused");
    expect((await say(at.specialist, query, "Thêm")).body.code).toBe("state-refused");
    expect(
      (await inQuery(at.specialist, "PATCH", query, "", { dueAt: "2027-01-01T00:00:00Z" })).body.code,
    ).toBe("state-refused");
    // Now the unit is told what came of it, and of nothing else.
    const told = (await at.head.get(`/assessments/${at.own}/appraisal/2.1.2`)).body;
    expect(told).toMatchObject({
      verdict: "adjusted",
      points: "5",
      reason: "Chỉ một nửa",
      appraisedScore: "5",
    });
    expect((await ask(at.specialist, "2.1.2", "2026-11-28T10:00:00Z")).status).toBe(201);
    expect((await at.head.get(`/assessments/${at.own}/appraisal/2.1.2`)).body.verdict).toBeNull();
  });

  it("keeps every message, and every act in the log", async () => {
    await expect(app.db.deleteFrom("query_message").execute()).rejects.toThrow("append-only");
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_type", "=", "query")
      .where("subject_id", "=", query)
      .select("action")
      .orderBy("id")
      .execute();
    expect(events.map(({ action }) => action)).toEqual([
      "query.open",
      "query.write",
      "query.evidence",
      "query.evidence",
      "query.evidence",
      "query.write",
      "query.answer",
      "query.reopen",
      "query.change",
      "query.answer",
      "query.change",
      "query.close",
    ]);
  });
});

describe("pages", () => {
  it("go through all queries once, the nearest deadline first, what is closed last", async () => {
    for (const [code, day] of [
      ["2.2.1", "29"],
      ["2.2.2", "27"],
      ["2.2.3", "30"],
    ] as const)
      expect((await ask(at.coordinator, code, `2026-11-${day}T10:00:00Z`)).status).toBe(201);
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { body }: { body: { items: { code: string; state: string }[]; next: string | null } } =
        await at.coordinator.get(`/queries?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
      seen.push(...body.items.map((one) => `${one.code} ${one.state}`));
      cursor = body.next;
    }
    expect(seen).toEqual(["2.2.2 open", "2.1.2 open", "2.2.1 open", "2.2.3 open", "2.1.2 closed"]);
  });
});

describe("complaints", () => {
  const complain = (person: Person, code = "2.1.2", id = at.own) =>
    person.send("POST", `/assessments/${id}/complaints`, { code, body: "Đề nghị xem lại" });

  it("are the head's, once the result is public", async () => {
    expect((await complain(at.office)).status).toBe(403);
    expect((await complain(at.coordinator)).status).toBe(403);
    expect((await complain(at.head)).body.code).toBe("state-refused");
    await publish();
    const opened = await complain(at.head);
    expect(opened.body).toMatchObject({
      kind: "complaint",
      state: "open",
      owner: null,
      dueAt: "2026-12-11T10:00:01.000Z",
      messages: [{ side: "unit" }],
      may: { write: true, answer: false, close: false },
    });
    expect((await at.coordinator.get("/notices")).body.items).toContainEqual(
      expect.objectContaining({ kind: "asked", title: "Kiến nghị về kết quả đã công bố" }),
    );
    expect((await complain(at.head)).body.code).toBe("already-exists");
    expect((await complain(await app.signedIn("thu.truong.hai"), "2.1", at.own)).status).toBe(404);
  });

  it("are answered and closed by the coordinator", async () => {
    const { items } = (await at.head.get("/queries?kind=complaint")).body;
    const id = items[0].id;
    expect((await close(at.specialist, id)).status).toBe(403);
    expect((await close(at.head, id, "withdrawn")).status).toBe(403);
    expect((await say(at.coordinator, id, "Đang xem xét", true)).body.state).toBe("answered");
    expect((await say(at.head, id, "Chưa thỏa đáng")).body.state).toBe("open");
    const closed = await close(at.coordinator, id, "rejected", "Điểm đúng quy định");
    expect(closed.body).toMatchObject({ state: "closed", outcome: "rejected" });
    const told = (await at.head.get("/notices")).body.items;
    expect(told).toContainEqual(
      expect.objectContaining({
        title: "Đã giải quyết kiến nghị",
        body: expect.stringMatching(/không chấp nhận: “Điểm đúng quy định”$/),
      }),
    );
    // What was complained about does not take the assessment back into explaining.
    expect(await state()).not.toBe("declaring");
  });
});

/** A published run, as features/runs leaves it. */
async function publish(): Promise<void> {
  const { id } = await app.db
    .insertInto("run")
    .values({
      campaign_id: at.campaign.id,
      number: 1,
      state: "published",
      set_hash: "",
      input: Buffer.from(""),
      input_hash: "",
      result_hash: "",
      units: 1,
      compiled_at: app.clock.now,
    } as never)
    .returning("id")
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto("run_result")
    .values({
      run_id: id,
      unit_id: units.department,
      assessment_id: at.own,
      unit_name: "Sở Một",
      group_code: "so-nganh",
      total: "446.26",
      max: "485",
      declared_total: "451.26",
      rank: 1,
      scores: "{}",
      declared_scores: "{}",
      statuses: "{}",
    } as never)
    .execute();
}

describe("an assessment that goes back to its unit", () => {
  it("keeps its questions, which are answered all the same", async () => {
    const asked = await ask(at.coordinator, "2.1.1", "2026-12-20T10:00:00Z", at.other);
    expect(asked.status).toBe(201);
    expect((await acting(at.coordinator, at.other, "return", { reason: "Bổ sung" })).status).toBe(204);
    const otherHead = await app.signedIn("thu.truong.hai");
    const answered = await say(otherHead, asked.body.id, "Đã bổ sung trong phiếu", true);
    expect(answered.body.state).toBe("answered");
    expect(await state(at.other)).toBe("declaring");
    // Submitted again it waits for its first judgement: closing a question of before is none.
    expect((await acting(otherHead, at.other, "submit")).status).toBe(200);
    expect((await close(at.coordinator, asked.body.id)).status).toBe(200);
    expect(await state(at.other)).toBe("submitted");
  });
});
