import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { administrator } from "../running/administrator.js";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let admin: Person;
let adminId: string;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  admin = await administrator(app, "quan.tri", units.province);
  adminId = (await admin.get("/session")).body.account.id;
});
afterAll(() => app.close());

const version = (value: number) => ({ "if-match": `"${value}"` });
const create = (person: Person, login: string, ...grants: readonly [role: string, unitId: string][]) =>
  person.send("POST", "/accounts", {
    login,
    displayName: `Cán bộ ${login}`,
    grants: grants.map(([role, unitId]) => ({ role, unitId })),
  });
const change = (person: Person, id: string, from: number, body: unknown) =>
  person.send("PATCH", `/accounts/${id}`, body, version(from));
const signIn = (login: string, password: string) =>
  ask(app, { method: "POST", url: "/api/v1/session", payload: { login, password } });
const logins = (answer: { body: { items: { login: string }[] } }) =>
  answer.body.items.map(({ login }) => login);

describe("an administrator", () => {
  it("creates an account whose password is told once and has to be changed", async () => {
    const answer = await create(admin, "moi.vao", ["unit-officer", units.room]);
    expect(answer.status).toBe(201);
    expect(answer.body.account).toMatchObject({
      login: "moi.vao",
      email: null,
      disabled: false,
      mustChangePassword: true,
      grants: [{ role: "unit-officer", unit: { code: "so-mot-phong-a" } }],
      version: 1,
    });
    const { temporaryPassword, account } = answer.body;
    expect(temporaryPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(JSON.stringify((await admin.get(`/accounts/${account.id}`)).body)).not.toContain(
      temporaryPassword,
    );
    const session = await signIn("moi.vao", temporaryPassword);
    expect(session.body.account.mustChangePassword).toBe(true);
    const cookie = String(session.headers["set-cookie"]).split(";")[0] ?? "";
    const early = await ask(app, { method: "GET", url: "/api/v1/units", headers: { cookie } });
    expect(early.body.code).toBe("password-change-due");
  });

  it("gives no name twice, whatever its capitals, and no role in a unit that ended or never was", async () => {
    await create(admin, "trung.ten");
    expect((await create(admin, "Trung.Ten")).body).toMatchObject({
      code: "already-exists",
      field: "login",
    });
    const nowhere = "00000000-0000-4000-8000-000000000000";
    expect((await create(admin, "o.dau", ["unit-officer", nowhere])).body).toMatchObject({
      code: "content-refused",
      field: "grants",
    });
    const closed = await admin.send("POST", "/units", {
      code: "da-dong",
      name: "Đã đóng",
      kind: "phong",
      parentId: units.department,
      validFrom: "2025-07-01",
    });
    const { id } = closed.body;
    const staying = await create(admin, "o.lai", ["unit-officer", id]);
    const end = { on: "2026-01-31", reason: "Giải thể" };
    expect((await admin.send("POST", `/units/${id}/close`, end, version(1))).status).toBe(200);
    expect((await create(admin, "den.muon", ["unit-officer", id])).body.detail).toContain("31/01/2026");
    // Who worked there keeps the role: it says what the history means.
    const kept = await change(admin, staying.body.account.id, 1, {
      grants: [
        { role: "unit-officer", unitId: id },
        { role: "observer", unitId: units.province },
      ],
    });
    expect(kept.body.grants).toHaveLength(2);
  });

  it("finds accounts by name without marks, by unit with its rooms, by role, by state, page after page", async () => {
    const one = await create(admin, "tim.mot", ["unit-officer", units.secondRoom]);
    await create(admin, "tim.hai", ["unit-head", units.other], ["observer", units.department]);
    expect(logins(await admin.get("/accounts?q=can%20bo%20tim"))).toEqual(["tim.hai", "tim.mot"]);
    const inDepartment = `unit=${units.department}&q=tim`;
    expect(logins(await admin.get(`/accounts?${inDepartment}`))).toEqual(["tim.hai", "tim.mot"]);
    expect(logins(await admin.get(`/accounts?${inDepartment}&role=unit-head`))).toEqual([]);
    expect(logins(await admin.get("/accounts?role=unit-head&q=tim"))).toEqual(["tim.hai"]);
    const first = await admin.get("/accounts?q=tim&limit=1");
    const second = await admin.get(`/accounts?q=tim&limit=1&cursor=${first.body.next}`);
    expect([...logins(first), ...logins(second)]).toEqual(["tim.hai", "tim.mot"]);
    expect(second.body.next).toBeNull();
    await change(admin, one.body.account.id, 1, { disabled: true });
    expect(logins(await admin.get("/accounts?q=tim&disabled=true"))).toEqual(["tim.mot"]);
  });

  it("gives an e-mail address to one account alone, in capitals or not", async () => {
    const email = "mot.nguoi@example.vn";
    const add = (login: string, address: string) =>
      admin.send("POST", "/accounts", { login, displayName: login, email: address, grants: [] });
    const first = (await add("thu.nhat", email)).body.account;
    const taken = { code: "already-exists", field: "email" };
    expect((await add("thu.nhi", "Mot.Nguoi@Example.vn")).body).toMatchObject(taken);
    const second = (await add("thu.nhi", "hai.nguoi@example.vn")).body.account;
    expect((await change(admin, second.id, 1, { email })).body).toMatchObject(taken);
    expect((await change(admin, first.id, 1, { email: "MOT.nguoi@example.vn" })).status).toBe(200);
  });

  it("changes names and several roles in several units, and the log keeps both sides", async () => {
    const { id } = (await create(admin, "nhieu.vai", ["unit-officer", units.room])).body.account;
    const answer = await change(admin, id, 1, {
      displayName: "Tên mới",
      email: "nhieu.vai@example.vn",
      grants: [
        { role: "unit-head", unitId: units.department },
        { role: "unit-officer", unitId: units.commune },
        { role: "unit-officer", unitId: units.commune },
      ],
    });
    expect(answer.headers["etag"]).toBe('"2"');
    expect(answer.body).toMatchObject({
      displayName: "Tên mới",
      grants: [
        { role: "unit-head", unit: { code: "so-mot" } },
        { role: "unit-officer", unit: { code: "xa-mot" } },
      ],
    });
    const event = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "=", id)
      .where("action", "=", "account.change")
      .select(["account_id", "before", "after"])
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      account_id: adminId,
      before: { email: null, grants: [{ role: "unit-officer", unit: "so-mot-phong-a" }] },
      after: { email: "nhieu.vai@example.vn", grants: [{ role: "unit-head" }, { role: "unit-officer" }] },
    });
  });

  it("is refused a change made on a version that somebody has changed", async () => {
    const { id } = (await create(admin, "hai.nguoi.sua")).body.account;
    await change(admin, id, 1, { displayName: "Người thứ nhất" });
    const late = await change(admin, id, 1, { displayName: "Người thứ hai" });
    expect(late.status).toBe(412);
    expect(late.body.current).toMatchObject({ displayName: "Người thứ nhất", version: 2 });
    expect((await admin.send("PATCH", `/accounts/${id}`, { disabled: true })).status).toBe(428);
  });

  it("disables an account, which ends its sessions; enabling counts its idle days anew", async () => {
    const id = await app.account("nghi.viec", ["unit-officer", units.room]);
    const person = await app.signedIn("nghi.viec");
    await change(admin, id, 1, { disabled: true });
    expect((await person.get("/session")).status).toBe(401);
    expect((await admin.get(`/accounts/${id}`)).body.disabledReason).toBe("administrator");
    const day = 86_400_000;
    const start = app.clock.now;
    app.clock.now = new Date(start.getTime() + 100 * day);
    const later = await administrator(app, "quan.tri.sau", units.province);
    expect((await change(later, id, 2, { disabled: false })).body.disabledReason).toBeNull();
    await expect(app.signedIn("nghi.viec")).resolves.toBeDefined();
    app.clock.now = start;
  });

  it("resets a password: the old one and all sessions are over, wrong tries forgotten", async () => {
    const id = await app.account("quen.mat.khau", ["unit-officer", units.room]);
    const person = await app.signedIn("quen.mat.khau");
    for (let tries = 0; tries < 5; tries += 1) await signIn("quen.mat.khau", "sai");
    expect((await admin.get(`/accounts/${id}`)).body.lockedUntil).not.toBeNull();
    const { temporaryPassword } = (await admin.send("POST", `/accounts/${id}/password`)).body;
    expect((await person.get("/session")).status).toBe(401);
    const session = await signIn("quen.mat.khau", temporaryPassword);
    expect(session.body.account.mustChangePassword).toBe(true);
    const events = await app.db.selectFrom("audit_event").where("subject_id", "=", id).selectAll().execute();
    expect(events.map(({ action }) => action)).toContain("account.reset-password");
    expect(JSON.stringify(events)).not.toContain(temporaryPassword);
    expect(JSON.stringify(events)).not.toContain("$argon2id$");
  });

  it("ends all sessions of an account", async () => {
    const id = await app.account("nhieu.may", ["unit-officer", units.room]);
    const [one, two] = [await app.signedIn("nhieu.may"), await app.signedIn("nhieu.may")];
    expect((await admin.send("DELETE", `/accounts/${id}/sessions`)).status).toBe(204);
    expect([(await one.get("/session")).status, (await two.get("/session")).status]).toEqual([401, 401]);
    expect((await signIn("nhieu.may", "một câu đủ dài để nhớ")).status).toBe(200);
  });

  it("takes the one-time codes of another away, not its own", async () => {
    const person = await administrator(app, "mat.dien.thoai", units.province);
    const { id } = (await person.get("/session")).body.account;
    expect((await admin.send("DELETE", `/accounts/${id}/totp`)).status).toBe(204);
    expect((await admin.get(`/accounts/${id}`)).body.totpEnabled).toBe(false);
    expect((await person.get("/session")).status).toBe(401);
    const secret = await app.db
      .selectFrom("account")
      .where("id", "=", id)
      .select("totp_secret")
      .executeTakeFirst();
    expect(secret?.totp_secret).toBeNull();
    expect((await admin.send("DELETE", `/accounts/${adminId}/totp`)).body.code).toBe("forbidden");
  });

  it("signs in anew after the role was given: the sessions before were an officer's", async () => {
    const id = await app.account("len.quan.tri", ["unit-officer", units.room]);
    const person = await app.signedIn("len.quan.tri");
    await change(admin, id, 1, { grants: [{ role: "administrator", unitId: units.province }] });
    expect((await person.get("/session")).status).toBe(401);
    expect((await signIn("len.quan.tri", "một câu đủ dài để nhớ")).body.totpDue).toBe(true);
  });
});

describe("the last administrator", () => {
  it("can neither be disabled nor lose the role, by itself or in a race of two", async () => {
    const alone = await startApp();
    const small = await smallProvince(alone.db);
    const one = await administrator(alone, "mot", small.province);
    const oneId = (await one.get("/session")).body.account.id;
    const giveUp = { grants: [] };
    expect((await change(one, oneId, 1, giveUp)).body.code).toBe("last-administrator");
    expect((await change(one, oneId, 1, { disabled: true })).body.code).toBe("last-administrator");
    expect((await one.get(`/accounts/${oneId}`)).body).toMatchObject({ version: 1, disabled: false });

    // Somebody disabled does not count, nor somebody who has not come for 45 days.
    const gone = await administrator(alone, "da.nghi", small.province);
    const goneId = (await gone.get("/session")).body.account.id;
    await change(one, goneId, 1, { disabled: true });
    expect((await change(one, oneId, 1, giveUp)).body.code).toBe("last-administrator");
    const long = new Date("2026-10-01T00:00:00Z");
    await alone.db
      .updateTable("account")
      .set({ disabled_at: null, enabled_at: long, last_signed_in_at: long })
      .where("id", "=", goneId)
      .execute();
    expect((await change(one, oneId, 1, giveUp)).body.code).toBe("last-administrator");

    const two = await administrator(alone, "hai", small.province);
    const twoId = (await two.get("/session")).body.account.id;
    const race = await Promise.all([
      change(one, twoId, 1, { disabled: true }),
      change(two, oneId, 1, { disabled: true }),
    ]);
    // The later one is refused: as the last, or because it was disabled before it was heard.
    const [done, refused] = race.map(({ status }) => status).sort();
    expect(done).toBe(200);
    expect([401, 409]).toContain(refused);
    await alone.close();
  });
});

describe("the head of a unit", () => {
  let head: Person;
  beforeAll(async () => {
    await app.account("truong", ["unit-head", units.department]);
    head = await app.signedIn("truong");
    await app.account("nguoi.nha", ["unit-officer", units.room]);
    await app.account("kiem.nhiem", ["unit-officer", units.room], ["unit-officer", units.other]);
    await app.account("nha.khac", ["unit-officer", units.other]);
  });
  const idOf = async (login: string) =>
    (await admin.get(`/accounts?q=${login}`)).body.items.find(
      (account: { login: string }) => account.login === login,
    ).id as string;

  it("sees who works in its unit and rooms, without their roles elsewhere", async () => {
    const seen = await head.get("/accounts?limit=200");
    expect(logins(seen)).toContain("nguoi.nha");
    expect(logins(seen)).toContain("truong");
    expect(logins(seen)).not.toContain("nha.khac");
    expect(logins(seen)).not.toContain("quan.tri");
    const both = (await head.get(`/accounts/${await idOf("kiem.nhiem")}`)).body;
    expect(both).toMatchObject({
      grants: [{ unit: { code: "so-mot-phong-a" } }],
      may: { change: false, disable: false },
    });
    expect((await head.get(`/accounts/${await idOf("nha.khac")}`)).body.code).toBe("not-found");
    expect(logins(await head.get(`/accounts?unit=${units.other}`))).toEqual([]);
  });

  it("adds officers to its unit and rooms, and nobody else anywhere else", async () => {
    const withEmail = {
      login: "co.thu",
      displayName: "Có thư",
      email: "quan.tri@example.vn",
      grants: [{ role: "unit-officer", unitId: units.room }],
    };
    expect((await head.send("POST", "/accounts", withEmail)).body.code).toBe("forbidden");
    const added = await create(head, "can.bo.moi", ["unit-officer", units.room]);
    expect(added.status).toBe(201);
    expect(added.body.account.may).toEqual({ change: false, disable: true });
    const refusals = [
      await create(head, "a1", ["unit-officer", units.other]),
      await create(head, "a2", ["unit-head", units.department]),
      await create(head, "a3", ["administrator", units.department]),
      await create(head, "a4", ["unit-officer", units.room], ["observer", units.room]),
      await create(head, "a5"),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(Array(5).fill("forbidden"));
  });

  it("disables its officers and does nothing else to them", async () => {
    const id = await idOf("nguoi.nha");
    const refusals = [
      await change(head, id, 1, { displayName: "Khác" }),
      await change(head, id, 1, { disabled: true, grants: [] }),
      await change(head, id, 1, { disabled: false }),
      await head.send("POST", `/accounts/${id}/password`),
      await head.send("DELETE", `/accounts/${id}/sessions`),
      await head.send("DELETE", `/accounts/${id}/totp`),
      // Works for another unit too: not this head's to disable.
      await change(head, await idOf("kiem.nhiem"), 1, { disabled: true }),
      await change(head, await idOf("truong"), 1, { disabled: true }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(Array(8).fill("forbidden"));
    expect((await change(head, await idOf("nha.khac"), 1, { disabled: true })).body.code).toBe("not-found");
    expect((await change(head, id, 1, { disabled: true })).body).toMatchObject({
      disabled: true,
      disabledReason: "unit-head",
    });
    expect((await change(head, id, 2, { disabled: false })).body.code).toBe("forbidden");
  });

  it("of another unit sees and changes nothing of this one", async () => {
    await app.account("truong.khac", ["unit-head", units.other]);
    const other = await app.signedIn("truong.khac");
    const id = await idOf("can.bo.moi");
    expect((await other.get(`/accounts/${id}`)).body.code).toBe("not-found");
    expect((await change(other, id, 1, { disabled: true })).body.code).toBe("not-found");
  });
});

describe("everybody else", () => {
  it.each(["coordinator", "appraiser", "approver", "unit-officer", "observer"] as const)(
    "has no business with accounts: %s",
    async (role) => {
      await app.account(`vai.${role}`, [role, units.department]);
      const person = await app.signedIn(`vai.${role}`);
      expect((await person.get("/accounts")).body.code).toBe("forbidden");
      expect((await person.get(`/accounts/${adminId}`)).body.code).toBe("forbidden");
      expect((await create(person, "x1", ["unit-officer", units.department])).body.code).toBe("forbidden");
      expect((await change(person, adminId, 1, { disabled: true })).body.code).toBe("forbidden");
      expect((await person.send("POST", `/accounts/${adminId}/password`)).body.code).toBe("forbidden");
    },
  );
});
