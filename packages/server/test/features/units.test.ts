import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { administrator } from "../running/administrator.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let officer: Person;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  await app.account("can.bo", ["unit-officer", units.other]);
  officer = await app.signedIn("can.bo");
});
afterAll(() => app.close());

const namesOf = (answer: { body: { items: { name: string }[] } }) =>
  answer.body.items.map(({ name }) => name);

describe("looking at units", () => {
  it("is for everybody signed in, in the order Vietnamese sorts", async () => {
    const answer = await officer.get("/units");
    expect(answer.status).toBe(200);
    expect(namesOf(answer)).toEqual(["Phòng A", "Phòng B", "Sở Hai", "Sở Một", "Tỉnh Minh Họa", "Xã Một"]);
    expect(answer.body.items[3]).toEqual({
      id: units.department,
      code: "so-mot",
      kind: "so-nganh",
      kindName: "Sở, ban, ngành",
      parentId: units.province,
      name: "Sở Một",
      shortName: "Sở Một",
      rankingGroup: null,
      validFrom: "2025-07-01",
      validTo: null,
      version: 1,
      childCount: 2,
    });
  });

  it("goes on where the page ended", async () => {
    const first = await officer.get("/units?limit=4");
    expect(first.body.items).toHaveLength(4);
    const second = await officer.get(`/units?limit=4&cursor=${first.body.next}`);
    expect(namesOf(second)).toEqual(["Tỉnh Minh Họa", "Xã Một"]);
    expect(second.body.next).toBeNull();
    const forged = Buffer.from(JSON.stringify(["Sở", "không phải id"])).toString("base64url");
    expect((await officer.get(`/units?cursor=${forged}`)).status).toBe(200);
    expect((await officer.get("/units?cursor=abc")).body.code).toBe("request-invalid");
    expect((await officer.get("/units?q=%00")).status).toBe(200);
  });

  it("finds names typed without marks, and takes a percent sign for itself", async () => {
    expect(namesOf(await officer.get("/units?q=xa%20mot"))).toEqual(["Xã Một"]);
    expect(namesOf(await officer.get("/units?q=%25"))).toEqual([]);
  });

  it("walks the tree from its top", async () => {
    expect(namesOf(await officer.get("/units?parent=none"))).toEqual(["Tỉnh Minh Họa"]);
    expect(namesOf(await officer.get(`/units?parent=${units.department}`))).toEqual(["Phòng A", "Phòng B"]);
  });

  it("shows nothing on a day before anything was there", async () => {
    expect(namesOf(await officer.get("/units?at=2025-06-30"))).toEqual([]);
    expect(namesOf(await officer.get("/units?at=2025-06-30&all=true"))).toHaveLength(6);
  });

  it("names the kinds from the province down", async () => {
    expect((await officer.get("/unit-kinds")).body.items[0]).toEqual({
      kind: "tinh",
      name: "Tỉnh",
      level: 1,
    });
  });

  it("answers not-found for a unit that never was", async () => {
    expect((await officer.get("/units/00000000-0000-4000-8000-000000000000")).body.code).toBe("not-found");
  });
});

describe("changing units", () => {
  let admin: Person;
  beforeAll(async () => {
    admin = await administrator(app, "quan.tri", units.province);
  });

  const create = (code: string, more: Record<string, unknown> = {}) =>
    admin.send("POST", "/units", {
      code,
      name: `Đơn vị ${code}`,
      kind: "so-nganh",
      parentId: units.province,
      validFrom: "2025-07-01",
      ...more,
    });
  const made = async (code: string, more: Record<string, unknown> = {}) => {
    const answer = await create(code, more);
    expect(answer.body).toMatchObject({ code, version: 1 });
    return answer.body as { id: string; version: number };
  };
  const change = (id: string, version: number, body: unknown) =>
    admin.send("PATCH", `/units/${id}`, body, { "if-match": `"${version}"` });

  it("is for administrators alone", async () => {
    const unit = { code: "x", name: "X", kind: "xa", parentId: null, validFrom: "2025-07-01" };
    const day = { on: "2026-01-01" };
    const head = `/units/${units.other}`;
    const refused = await Promise.all([
      officer.send("POST", "/units", unit),
      officer.send("PATCH", head, { name: "X" }, { "if-match": '"1"' }),
      officer.send("POST", `${head}/rename`, { ...day, name: "X", legalBasis: "QĐ" }, { "if-match": '"1"' }),
      officer.send("POST", `${head}/close`, { ...day, reason: "thử" }, { "if-match": '"1"' }),
      officer.send("POST", "/units/merge", {
        ...day,
        legalBasis: "NQ",
        predecessors: [units.other],
        into: { id: units.department },
      }),
    ]);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(5).fill("forbidden"));
  });

  it("creates a unit, with its first name and a line in the audit log", async () => {
    const answer = await create("so-moi", { shortName: "SM", rankingGroup: "khoi-1", legalBasis: "QĐ 1" });
    expect(answer.status).toBe(201);
    expect(answer.headers["etag"]).toBe('"1"');
    expect(answer.body).toMatchObject({
      parentId: units.province,
      shortName: "SM",
      rankingGroup: "khoi-1",
      names: [{ name: "Đơn vị so-moi", shortName: "SM", from: "2025-07-01", to: null, legalBasis: "QĐ 1" }],
    });
    const event = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "=", answer.body.id)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ action: "unit.create", before: null, after: { code: "so-moi" } });
  });

  it("refuses a code that is taken, a kind nobody knows, a parent that is not there or not yet", async () => {
    expect((await create("SO-MOT")).body).toMatchObject({ code: "already-exists", field: "code" });
    expect((await create("k", { kind: "huyen" })).body).toMatchObject({
      code: "content-refused",
      field: "kind",
    });
    const nowhere = { parentId: "00000000-0000-4000-8000-000000000000" };
    expect((await create("k", nowhere)).body.field).toBe("parentId");
    expect((await create("k", { validFrom: "2025-06-30" })).body).toMatchObject({
      field: "parentId",
      detail: 'Đơn vị cấp trên "Tỉnh Minh Họa" chỉ có từ ngày 01/07/2025, sau ngày 30/06/2025.',
    });
    expect((await create("k", { kind: "tinh", parentId: units.room })).body.field).toBe("parentId");
  });

  it("refuses a change made on a version that somebody has changed, and shows what stands now", async () => {
    const { id } = await made("so-tranh-chap");
    expect((await change(id, 1, { name: "Một người sửa" })).body.version).toBe(2);
    const late = await change(id, 1, { name: "Người khác sửa" });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      code: "changed-meanwhile",
      current: { name: "Một người sửa", version: 2 },
    });
    expect((await admin.send("PATCH", `/units/${id}`, { name: "X" })).body.code).toBe("version-required");
  });

  it("corrects a name without making a new one of it", async () => {
    const { id } = await made("so-sai-ten");
    const answer = await change(id, 1, { name: "Sở Đúng Tên" });
    expect(answer.body.names).toMatchObject([{ name: "Sở Đúng Tên", from: "2025-07-01" }]);
  });

  it("keeps the old name with its days when a unit is renamed, and finds the unit by either", async () => {
    const { id } = await made("so-doi-ten", { name: "Sở Tên Cũ" });
    const renaming = {
      name: "Sở Tên Mới",
      shortName: "STM",
      on: "2026-03-01",
      legalBasis: "Nghị quyết 12/NQ-HĐND",
    };
    const stale = await admin.send("POST", `/units/${id}/rename`, renaming, { "if-match": '"9"' });
    expect(stale.body).toMatchObject({ code: "changed-meanwhile", current: { name: "Sở Tên Cũ" } });
    const answer = await admin.send("POST", `/units/${id}/rename`, renaming, { "if-match": '"1"' });
    expect(answer.body).toMatchObject({ name: "Sở Tên Mới", version: 2 });
    expect(answer.body.names).toEqual([
      {
        name: "Sở Tên Mới",
        shortName: "STM",
        from: "2026-03-01",
        to: null,
        legalBasis: "Nghị quyết 12/NQ-HĐND",
      },
      { name: "Sở Tên Cũ", shortName: "Sở Tên Cũ", from: "2025-07-01", to: "2026-02-28", legalBasis: "" },
    ]);
    expect(namesOf(await officer.get("/units?q=ten%20cu"))).toEqual(["Sở Tên Mới"]);
    expect(namesOf(await officer.get("/units?q=ten%20cu&at=2026-02-28"))).toEqual(["Sở Tên Cũ"]);
  });

  it("refuses a renaming before the unit was there, before its newest name, or in the future", async () => {
    const { id } = await made("so-ngay-sai");
    const rename = (on: string, version = 1) =>
      admin.send(
        "POST",
        `/units/${id}/rename`,
        { name: `Tên từ ${on}`, on, legalBasis: "QĐ" },
        { "if-match": `"${version}"` },
      );
    expect((await rename("2025-07-01")).body).toMatchObject({
      field: "on",
      detail: "Ngày đổi tên phải sau ngày thành lập 01/07/2025.",
    });
    expect((await rename("2026-11-23")).body.field).toBe("on");
    expect((await rename("2026-11-22")).status).toBe(200);
    expect((await rename("2026-05-01", 2)).body.field).toBe("on");
  });

  it("lets no unit stand under itself or below itself", async () => {
    const top = await made("vong-tren");
    const low = await made("vong-duoi", { parentId: top.id });
    const into = async (parentId: string) => (await change(top.id, 1, { parentId })).body;
    expect(await into(low.id)).toMatchObject({ code: "content-refused", field: "parentId" });
    expect((await into(top.id)).field).toBe("parentId");
  });

  it("shows a moved unit under its old parent on days before the move", async () => {
    const from = await made("noi-cu");
    const to = await made("noi-moi");
    const { id } = await made("chuyen-di", { parentId: from.id });
    const moved = await change(id, 1, { parentId: to.id, movedOn: "2026-04-01" });
    expect(moved.body.parentId).toBe(to.id);
    const under = async (parent: string, at: string) =>
      namesOf(await officer.get(`/units?parent=${parent}&at=${at}`)).length;
    expect([await under(from.id, "2026-03-31"), await under(to.id, "2026-03-31")]).toEqual([1, 0]);
    expect([await under(from.id, "2026-04-01"), await under(to.id, "2026-04-01")]).toEqual([0, 1]);
    expect((await change(id, 2, { parentId: from.id, movedOn: "2026-02-01" })).body.field).toBe("movedOn");
  });

  it("closes a unit only when nothing is left under it, and takes no child after", async () => {
    const { id } = await made("dong-cua");
    const room = await made("dong-cua-phong", { kind: "phong", parentId: id });
    const close = (unit: string, version = 1) =>
      admin.send(
        "POST",
        `/units/${unit}/close`,
        { on: "2026-05-31", reason: "Giải thể" },
        { "if-match": `"${version}"` },
      );
    expect((await close(id)).body.detail).toContain("Đơn vị dong-cua-phong");
    expect((await close(room.id)).body).toMatchObject({ validTo: "2026-05-31", closedReason: "Giải thể" });
    expect((await close(id)).status).toBe(200);
    expect((await close(id)).body.code).toBe("changed-meanwhile");
    expect((await close(id, 2)).body.code).toBe("content-refused");
    expect((await create("den-muon", { kind: "phong", parentId: id })).body.field).toBe("parentId");
    expect(namesOf(await officer.get("/units?q=dong-cua"))).toEqual([]);
    expect(namesOf(await officer.get("/units?q=dong-cua&at=2026-05-31"))).toHaveLength(2);
    // Closed by mistake: the parent first, then the room.
    expect((await change(room.id, 2, { validTo: null })).body.field).toBe("parentId");
    expect((await change(id, 2, { validTo: null })).body.validTo).toBeNull();
    expect((await change(room.id, 2, { validTo: null })).body.closedReason).toBeNull();
  });

  it("moves the founding day only as far as its history allows", async () => {
    const { id } = await made("ngay-thanh-lap");
    await made("ngay-thanh-lap-phong", { kind: "phong", parentId: id, validFrom: "2025-09-01" });
    expect((await change(id, 1, { validFrom: "2025-10-01" })).body.field).toBe("validFrom");
    expect((await change(id, 1, { validFrom: "2025-06-01" })).body.field).toBe("parentId");
    const answer = await change(id, 1, { validFrom: "2025-08-01" });
    expect(answer.body).toMatchObject({ validFrom: "2025-08-01", names: [{ from: "2025-08-01" }] });
  });
});

describe("merging units", () => {
  let admin: Person;
  let campaign: string;
  beforeAll(async () => {
    admin = await administrator(app, "quan.tri.2", units.province);
    await app.db
      .insertInto("indicator_set")
      .values({
        id: "bo-thu",
        version: 1,
        status: "published",
        title: "Bộ thử",
        source: "",
        hash: "",
        max: "100",
        indicator_count: 0,
        findings: "[]",
      })
      .execute();
    const inserted = await app.db
      .insertInto("campaign")
      .values({ name: "Năm 2025", year: 2025, set_id: "bo-thu", set_version: 1 })
      .returning("id")
      .executeTakeFirstOrThrow();
    campaign = inserted.id;
  });

  const commune = async (code: string, more: Record<string, unknown> = {}) => {
    const answer = await admin.send("POST", "/units", {
      code,
      name: `Xã ${code}`,
      kind: "xa",
      parentId: units.province,
      validFrom: "2025-07-01",
      ...more,
    });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  };
  const result = (unitId: string, total: string, rank: number) =>
    app.db
      .insertInto("result")
      .values({ campaign_id: campaign, unit_id: unitId, total, max: "100", rank, scores: "{}" })
      .execute();
  const merge = (predecessors: string[], into: unknown, on = "2026-07-01") =>
    admin.send("POST", "/units/merge", { predecessors, into, on, legalBasis: "NQ 1/NQ-UBTVQH" });

  it("makes a new unit that remembers where it came from, and whose page shows their results", async () => {
    const [east, west] = [await commune("dong"), await commune("tay")];
    await result(east, "81.5", 2);
    await result(west, "79", 3);
    const answer = await merge([east, west], {
      code: "dong-tay",
      name: "Xã Đông Tây",
      kind: "xa",
      parentId: units.province,
    });
    expect(answer.body).toMatchObject({
      name: "Xã Đông Tây",
      validFrom: "2026-07-01",
      predecessors: [
        { code: "dong", kind: "merged", on: "2026-07-01", legalBasis: "NQ 1/NQ-UBTVQH" },
        { code: "tay" },
      ],
      results: [
        { campaignId: campaign, year: 2025, total: "81.5", max: "100", rank: 2, unit: { id: east } },
        { total: "79", rank: 3, unit: { id: west } },
      ],
    });
    const old = (await officer.get(`/units/${east}`)).body;
    expect(old).toMatchObject({
      validTo: "2026-06-30",
      successors: [{ name: "Xã Đông Tây", kind: "merged" }],
      results: [{ total: "81.5", unit: { id: east } }],
    });
    expect((await officer.get("/units?q=dong%20tay&at=2026-06-30")).body.items).toEqual([]);
    const reopened = await admin.send("PATCH", `/units/${east}`, { validTo: null }, { "if-match": '"2"' });
    expect(reopened.body.field).toBe("validTo");
  });

  it("takes a unit into one that was there, with the rooms under it", async () => {
    const [small, large] = [await commune("nho"), await commune("lon")];
    const room = await commune("nho-phong", { kind: "phong", parentId: small });
    const answer = await merge([small], { id: large });
    expect(answer.body).toMatchObject({
      code: "lon",
      version: 2,
      childCount: 1,
      predecessors: [{ code: "nho" }],
    });
    expect((await officer.get(`/units/${room}`)).body.parentId).toBe(large);
    expect(namesOf(await officer.get(`/units?parent=${small}&at=2026-06-30`))).toEqual(["Xã nho-phong"]);
  });

  it("follows a line of mergers back to its first results", async () => {
    const [first, second, third] = [await commune("m1"), await commune("m2"), await commune("m3")];
    await result(first, "50", 9);
    await merge([first], { id: second }, "2026-01-01");
    await merge([second], { id: third }, "2026-07-01");
    expect((await officer.get(`/units/${third}`)).body.results).toMatchObject([
      { total: "50", unit: { id: first } },
    ]);
  });

  it("refuses to merge a unit into itself, below itself, before it was there or after it ended", async () => {
    const [one, two] = [await commune("s1"), await commune("s2")];
    const room = await commune("s1-phong", { kind: "phong", parentId: one });
    const fieldOf = async (answer: ReturnType<typeof merge>) => (await answer).body.field;
    expect(await fieldOf(merge([one, two], { id: one }))).toBe("into");
    expect(await fieldOf(merge([one], { id: room }))).toBe("into");
    expect(await fieldOf(merge([one], { code: "s9", name: "S9", kind: "phong", parentId: room }))).toBe(
      "into",
    );
    expect(await fieldOf(merge([one], { id: two }, "2025-07-01"))).toBe("on");
    expect(await fieldOf(merge([one], { id: two }, "2027-01-01"))).toBe("on");
    await merge([one], { id: two });
    expect(await fieldOf(merge([one], { id: units.commune }))).toBe("on");
    expect(await fieldOf(merge([units.commune], { id: one }))).toBe("into");
    // Nothing of what was refused has left a trace.
    expect((await officer.get("/units?q=s9&all=true")).body.items).toEqual([]);
    expect((await officer.get(`/units/${units.commune}`)).body.validTo).toBeNull();
  });

  it("records each unit that ended, with how it was", async () => {
    const [one, two] = [await commune("n1"), await commune("n2")];
    await merge([one], { id: two });
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "in", [one, two])
      .where("action", "<>", "unit.create")
      .select(["action", "before", "after"])
      .orderBy("id")
      .execute();
    expect(events).toMatchObject([
      {
        action: "unit.close",
        before: { code: "n1", validTo: null },
        after: { validTo: "2026-06-30", successorId: two },
      },
      { action: "unit.merge", after: { predecessors: [{ code: "n1" }], on: "2026-07-01" } },
    ]);
  });
});
