import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jpeg, pdfOf, upload } from "../files/form.js";
import { type Answered, type Person, type RunningApp, startApp } from "../running/app.js";
import { type OpenCampaign, openCampaign } from "../running/campaign.js";
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
  await app.account("hai.so", ["unit-officer", units.department], ["unit-officer", units.other]);
  office = await app.signedIn("van.phong");
  head = await app.signedIn("thu.truong");
  roomOfficer = await app.signedIn("phong.a");
  stranger = await app.signedIn("so.hai");
  assessment = campaign.assessments[units.department] ?? "";
});
afterAll(() => app.close());

const add = (person: Person, code: string, item: unknown, more: object = {}, of = assessment) =>
  person.send("POST", `/assessments/${of}/evidence`, { code, item, ...more });
const change = (person: Person, { body }: Answered, item: unknown, version = body.version as number) =>
  person.send(
    "PUT",
    `/assessments/${assessment}/evidence/${body.id}`,
    { item },
    { "if-match": `"${version}"` },
  );
const remove = (person: Person, { body }: Answered, version = body.version as number) =>
  person.send("DELETE", `/assessments/${assessment}/evidence/${body.id}`, undefined, {
    "if-match": `"${version}"`,
  });
const beside = async (code: string) =>
  ((await office.get(`/assessments/${assessment}`)).body.evidence as { code: string }[]).filter(
    (one) => one.code === code,
  );
const text = (words: string) => ({ kind: "document", text: words });

describe("a document as evidence", () => {
  it("is read on the server when only its words are sent", async () => {
    const added = await add(office, "2.1.1", text("Quyết định số 1133/QĐ-BDT ngày 31/12/2022, trang 2"));
    expect(added.status).toBe(201);
    expect(added.headers.etag).toBe('"1"');
    expect(added.body).toMatchObject({
      code: "2.1.1",
      version: 1,
      kind: "document",
      text: "Quyết định số 1133/QĐ-BDT ngày 31/12/2022, trang 2",
      number: "1133",
      symbol: "1133/QĐ-BDT",
      date: "2022-12-31",
      issuer: "BDT",
      page: "2",
      by: { displayName: "van.phong" },
      others: [],
    });
    expect(await beside("2.1.1")).toEqual([
      expect.objectContaining({ id: added.body.id, date: "2022-12-31" }),
    ]);
  });

  it("keeps what a person corrected, also what a person emptied", async () => {
    const words = "Quyết định số 5/QĐ-UBND ngày 01/02/2026";
    const { body } = await add(office, "2.1.2", { ...text(words), symbol: "5/QĐ-UBND", date: null });
    expect(body).toMatchObject({ symbol: "5/QĐ-UBND", date: null, number: null });
  });

  it("that names several stays one piece, unless it is asked to be split", async () => {
    const words =
      "Quyết định số 12/QĐ-UBND ngày 03/02/2026; Kế hoạch số 7/KH-UBND ngày 05/03/2026; https://vi-du.vn/a";
    const one = await add(office, "2.5.5", text(words));
    expect(one.body).toMatchObject({ text: words, symbol: null, date: null, others: [] });
    const split = await add(office, "2.5.6", text(words), { split: true });
    expect([split.body, ...split.body.others]).toMatchObject([
      { kind: "document", symbol: "12/QĐ-UBND", date: "2026-02-03" },
      { kind: "document", symbol: "7/KH-UBND", date: "2026-03-05" },
      { kind: "link", url: "https://vi-du.vn/a" },
    ]);
    expect(await beside("2.5.6")).toHaveLength(3);
  });

  it("loses no word when it is split", async () => {
    const words = "Hồ sơ lưu tại kho: Công văn số 9/CV-STTTT ngày 04/05/2026 (bản giấy)";
    const { body } = await add(office, "2.5.7", text(words), { split: true });
    expect(body.text).toContain("Hồ sơ lưu tại kho");
    expect(body.text).toContain("bản giấy");
    expect(body.symbol).toBe("9/CV-STTTT");
  });

  it("has a date of the calendar", async () => {
    const bad = await add(office, "2.1.1", { ...text("Quyết định"), date: "2026-02-31" });
    expect(bad.body).toMatchObject({ code: "value-unreadable", status: 422 });
    expect((await add(office, "2.5.8", { ...text("Báo cáo"), date: "2026-03" })).body.date).toBe("2026-03");
  });

  it("is kept as PostgreSQL can keep it, whatever characters come", async () => {
    const { body, status } = await add(office, "2.5.8", text("a\u0000b\ud800c"));
    expect([status, body.text]).toEqual([201, "ab\uFFFDc"]);
  });
});

describe("a link as evidence", () => {
  it("is a web address and nothing that runs", async () => {
    const added = await add(office, "2.2.1", { kind: "link", url: "vi-du.vn/van-ban", title: "Cổng" });
    expect(added.body).toMatchObject({ kind: "link", url: "https://vi-du.vn/van-ban", title: "Cổng" });
    for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://vi-du.vn"])
      expect((await add(office, "2.2.1", { kind: "link", url })).body.code).toBe("value-unreadable");
  });
});

describe("changing evidence", () => {
  it("goes by the version that was seen; the same again needs none", async () => {
    const added = await add(office, "2.2.2", text("Báo cáo một"));
    expect((await change(office, added, text("Báo cáo hai"))).body).toMatchObject({ version: 2 });
    const late = await change(head, added, text("Báo cáo ba"), 1);
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      code: "changed-meanwhile",
      current: { id: added.body.id, text: "Báo cáo hai", version: 2 },
    });
    expect((await change(office, added, text("Báo cáo hai"), 1)).body.version).toBe(2);
    expect((await add(office, "2.2.2", text("Báo cáo hai"))).body.id).toBe(added.body.id);
    expect(await beside("2.2.2")).toHaveLength(1);
    const blind = await office.send("DELETE", `/assessments/${assessment}/evidence/${added.body.id}`);
    expect(blind.body.code).toBe("version-required");
  });

  it("removes nothing for good: every version stays in the history", async () => {
    const added = await add(office, "2.2.3", text("Nhầm"));
    await change(head, added, { kind: "link", url: "https://vi-du.vn" });
    expect((await remove(office, added, 1)).status).toBe(412);
    expect((await remove(office, added, 2)).status).toBe(204);
    expect((await remove(office, added, 2)).status).toBe(204);
    expect((await remove(office, added, 3)).status).toBe(404);
    expect((await change(office, added, text("Lại"), 3)).status).toBe(404);
    expect(await beside("2.2.3")).toEqual([]);
    const history = await app.db
      .selectFrom("evidence_history as h")
      .innerJoin("account as b", "b.id", "h.by_id")
      .where("h.evidence_id", "=", added.body.id)
      .select(["h.version", "h.item", "b.login"])
      .orderBy("h.version")
      .execute();
    expect(history).toMatchObject([
      { version: 1, login: "van.phong", item: { text: "Nhầm" } },
      { version: 2, login: "thu.truong", item: { url: "https://vi-du.vn" } },
      { version: 3, login: "van.phong", item: null },
    ]);
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "=", assessment)
      .where("action", "like", "evidence.%")
      .orderBy("id", "desc")
      .limit(3)
      .select(["action", "before", "after", "unit_id"])
      .execute();
    expect(events.map(({ action }) => action)).toEqual([
      "evidence.remove",
      "evidence.change",
      "evidence.add",
    ]);
    expect(events[0]).toMatchObject({ before: { version: 2 }, after: null, unit_id: units.department });
  });

  it("of many at once on one version lets one through", async () => {
    const added = await add(office, "2.2.4", text("Gốc"));
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, index) => change(office, added, text(`Bản ${index}`), 1)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
  });

  it("stops at a hundred pieces beside one indicator", async () => {
    const words = Array.from({ length: 101 }, (_, n) => `Quyết định số ${n + 1}/QĐ-UBND ngày 01/02/2026`);
    expect((await add(office, "2.2.5", text(words.join("; ").slice(0, 3900)), { split: true })).status).toBe(
      201,
    );
    const more = await add(office, "2.2.5", text(words.slice(20).join("; ").slice(0, 3990)), { split: true });
    expect(more.body.code).toBe("content-refused");
    expect((await beside("2.2.5")).length).toBeLessThanOrEqual(100);
  });
});

describe("who may give evidence", () => {
  it("is not another unit, nor one who only looks on", async () => {
    const added = await add(office, "2.3.1", text("Của Sở Một"));
    expect((await add(stranger, "2.3.1", text("Lạ"))).status).toBe(404);
    expect((await change(stranger, added, text("Lạ"))).status).toBe(404);
    expect((await remove(stranger, added)).status).toBe(404);
    expect((await add(campaign.coordinator, "2.3.1", text("Xem"))).status).toBe(403);
    const theirs = campaign.assessments[units.other] ?? "";
    const path = `/assessments/${theirs}/evidence/${added.body.id}`;
    expect((await stranger.send("DELETE", path, undefined, { "if-match": '"1"' })).status).toBe(404);
  });

  it("is a room, for the codes that are assigned to it", async () => {
    expect((await add(roomOfficer, "2.1.4", text("Phòng"))).body.code).toBe("forbidden");
    expect((await upload(app, roomOfficer, assessment, "a.pdf", pdfOf("phong"))).status).toBe(403);
    const items = [{ code: "2.1.4", unitId: units.room, accountId: null }];
    await office.send("PUT", `/assessments/${assessment}/assignments`, { items });
    const added = await add(roomOfficer, "2.1.4", text("Phòng"));
    expect(added.status).toBe(201);
    const other = await add(office, "2.1.3", text("Văn phòng"));
    expect((await change(roomOfficer, other, text("Sửa"))).status).toBe(403);
    expect((await remove(roomOfficer, other)).status).toBe(403);
    expect((await upload(app, roomOfficer, assessment, "a.pdf", pdfOf("phong"))).status).toBe(201);
  });

  it("gives it to an indicator of the set", async () => {
    expect((await add(office, "9.9.9", text("Không có"))).status).toBe(404);
    expect((await add(office, "profile", text("Quyết định giao biên chế"))).status).toBe(201);
  });
});

describe("a file as evidence", () => {
  it("is one that the unit has brought; its size and type are what was stored", async () => {
    const { body: file } = await upload(app, office, assessment, "bao-cao.pdf", pdfOf("one"));
    const told = {
      kind: "file",
      hash: file.hash,
      name: "Báo cáo.docx",
      size: 1,
      mediaType: "text/html",
      page: "3",
    };
    const added = await add(office, "2.3.2", told);
    expect(added.body).toMatchObject({
      kind: "file",
      hash: file.hash,
      name: "Báo cáo.pdf",
      size: file.size,
      mediaType: "application/pdf",
      page: "3",
    });
    const { name: _, ...unnamed } = told;
    expect((await change(office, added, { ...unnamed, page: "4" })).body).toMatchObject({
      name: "Báo cáo.pdf",
      page: "4",
    });
  });

  it("has at most 25 MB", async () => {
    const most = Buffer.concat([jpeg, Buffer.alloc(25 * 1024 * 1024 - jpeg.length)]);
    expect((await upload(app, office, assessment, "a.jpg", most)).body.size).toBe(26_214_400);
    const over = Buffer.concat([most, Buffer.from("x")]);
    expect((await upload(app, office, assessment, "b.jpg", over)).body.code).toBe("upload-too-large");
  });

  it("is not another unit's, though its hash be known", async () => {
    const { body: file } = await upload(app, office, assessment, "mat.pdf", pdfOf("secret"));
    await add(office, "2.3.2", { kind: "file", hash: file.hash });
    const theirs = campaign.assessments[units.other] ?? "";
    const item = { kind: "file", hash: file.hash, name: "x.pdf" };
    expect((await add(stranger, "2.3.2", item, {}, theirs)).status).toBe(404);
    expect((await stranger.get(`/assessments/${theirs}/files/${file.hash}`)).status).toBe(404);
    expect((await stranger.get(`/assessments/${assessment}/files/${file.hash}`)).status).toBe(404);
    expect((await stranger.get(`/assessments/${theirs}/files`)).body.items).toEqual([]);
    expect((await stranger.get(`/assessments/${assessment}/files`)).status).toBe(404);
  });

  it("may be taken over by who sees it cited, and is then in the second unit's library", async () => {
    const both = await app.signedIn("hai.so");
    const theirs = campaign.assessments[units.other] ?? "";
    const { body: file } = await upload(app, office, assessment, "chung.pdf", pdfOf("shared"));
    expect((await add(both, "2.3.2", { kind: "file", hash: file.hash }, {}, theirs)).status).toBe(404);
    await add(office, "2.3.2", { kind: "file", hash: file.hash });
    expect((await add(both, "2.3.2", { kind: "file", hash: file.hash }, {}, theirs)).status).toBe(201);
    const { body } = await stranger.get(`/assessments/${theirs}/files`);
    expect(body.items).toMatchObject([{ name: "chung.pdf", usedIn: [{ year: 2026, code: "2.3.2" }] }]);
    expect((await stranger.get(`/assessments/${theirs}/files/${file.hash}`)).status).toBe(200);
  });
});

describe("when the time is over", () => {
  it("takes no evidence and no file after the deadline", async () => {
    const before = await add(office, "2.3.3", text("Trước hạn"));
    app.clock.now = new Date("2026-11-30T10:00:01Z");
    office = await app.signedIn("van.phong");
    expect((await add(office, "2.3.3", text("Muộn"))).body).toMatchObject({
      code: "deadline-passed",
      dueAt: "2026-11-30T10:00:00.000Z",
    });
    expect((await change(office, before, text("Muộn"))).body.code).toBe("deadline-passed");
    expect((await remove(office, before)).body.code).toBe("deadline-passed");
    expect((await upload(app, office, assessment, "a.pdf", pdfOf("late"))).body.code).toBe("deadline-passed");
    expect(await beside("2.3.3")).toMatchObject([{ text: "Trước hạn" }]);
    app.clock.now = new Date("2026-11-22T02:00:00Z");
    office = await app.signedIn("van.phong");
  });

  it("takes none once the assessment is sealed", async () => {
    stranger = await app.signedIn("so.hai");
    const theirs = campaign.assessments[units.other] ?? "";
    const { body } = await stranger.get(`/assessments/${theirs}`);
    const { version, revision } = body;
    const match = { "if-match": `"${version}"` };
    const compiled = await stranger.send("POST", `/assessments/${theirs}/compile`, { revision }, match);
    expect(compiled.status).toBe(204);
    expect((await add(stranger, "2.3.3", text("Sau"), {}, theirs)).body.code).toBe("assessment-sealed");
    expect((await upload(app, stranger, theirs, "a.pdf", pdfOf("x"))).body.code).toBe("assessment-sealed");
  });
});
