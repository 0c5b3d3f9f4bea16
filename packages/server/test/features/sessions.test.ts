import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, PASSWORD, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
});
afterAll(() => app.close());

const signIn = (login: string, password: string) =>
  ask(app, { method: "POST", url: "/api/v1/session", payload: { login, password } });

describe("signing in", () => {
  it("gives the account, its roles and a cookie that scripts cannot read", async () => {
    await app.account("can.bo", ["unit-officer", units.department]);
    const answer = await signIn("CAN.BO", PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      account: { login: "can.bo", language: "vi", totpEnabled: false },
      grants: [{ role: "unit-officer", unit: { code: "so-mot" } }],
      idleMinutes: 15,
      totpDue: false,
    });
    expect(answer.headers["set-cookie"]).toMatch(
      /^opendti_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it("answers a wrong password and an unknown name alike", async () => {
    await app.account("ai.do");
    const wrong = await signIn("ai.do", "sai");
    const unknown = await signIn("khong.co", "sai");
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body).toMatchObject({
      code: "sign-in-failed",
      title: "Tên đăng nhập hoặc mật khẩu không đúng",
    });
  });

  it("locks the account at the fifth wrong try, and opens it when the time has run", async () => {
    await app.account("hay.quen");
    for (let tries = 1; tries < 5; tries += 1) expect((await signIn("hay.quen", "sai")).status).toBe(401);
    expect((await signIn("hay.quen", "sai")).status).toBe(401);
    expect((await signIn("hay.quen", PASSWORD)).body).toMatchObject({
      code: "account-locked",
      until: "2026-11-22T02:15:00.000Z",
    });
    app.clock.now = new Date("2026-11-22T02:15:01Z");
    expect((await signIn("hay.quen", PASSWORD)).status).toBe(200);
    app.clock.now = new Date("2026-11-22T02:00:00Z");
  });
});

describe("a session", () => {
  it("ends after fifteen idle minutes, not after fourteen", async () => {
    await app.account("nghi.lau", ["unit-officer", units.department]);
    const person = await app.signedIn("nghi.lau");
    app.clock.now = new Date("2026-11-22T02:14:00Z");
    expect((await person.get("/session")).status).toBe(200);
    app.clock.now = new Date("2026-11-22T02:28:59Z");
    expect((await person.get("/session")).status).toBe(200);
    app.clock.now = new Date("2026-11-22T02:44:00Z");
    expect((await person.get("/session")).body).toMatchObject({ code: "not-signed-in" });
    app.clock.now = new Date("2026-11-22T02:00:00Z");
  });

  it.each([
    ["its header", "nhin.mai", "/session", { "x-opendti-background": "1" }],
    ["asking whether anything is new", "hoi.mai", `/assessments/${randomUUID()}`, { "if-none-match": "W/1" }],
  ])("ends on a page that only looks by itself, as %s tells", async (_, login, path, headers) => {
    await app.account(login, ["unit-officer", units.department]);
    const person = await app.signedIn(login);
    app.clock.now = new Date("2026-11-22T02:14:00Z");
    expect((await person.get(path, headers)).body.code).not.toBe("not-signed-in");
    app.clock.now = new Date("2026-11-22T02:15:01Z");
    expect((await person.get(path, headers)).body.code).toBe("not-signed-in");
    app.clock.now = new Date("2026-11-22T02:00:00Z");
  });

  it("stays awake by a change that calls itself background, and by asking a new page", async () => {
    await app.account("dang.lam", ["unit-officer", units.department]);
    const person = await app.signedIn("dang.lam");
    app.clock.now = new Date("2026-11-22T02:14:00Z");
    const background = { "x-opendti-background": "1" };
    expect((await person.send("PATCH", "/session", { language: "vi" }, background)).status).toBe(200);
    app.clock.now = new Date("2026-11-22T02:28:00Z");
    expect((await person.get("/session", { "if-none-match": 'W/"cũ"' })).status).toBe(200);
    app.clock.now = new Date("2026-11-22T02:42:00Z");
    expect((await person.get("/session")).status).toBe(200);
    app.clock.now = new Date("2026-11-22T02:00:00Z");
  });

  it("takes a change only with its token, and only from our own pages", async () => {
    await app.account("doi.ngu", ["unit-officer", units.department]);
    const person = await app.signedIn("doi.ngu");
    const change = { language: "en" };
    const without = { "x-csrf-token": "" };
    expect((await person.send("PATCH", "/session", change, without)).body.code).toBe("csrf-refused");
    const elsewhere = { origin: "https://noi-khac.example" };
    expect((await person.send("PATCH", "/session", change, elsewhere)).body.code).toBe("csrf-refused");
    expect((await person.send("PATCH", "/session", change)).body.account.language).toBe("en");
  });

  it("ends when its account signs out", async () => {
    await app.account("di.ve", ["unit-officer", units.department]);
    const person = await app.signedIn("di.ve");
    expect((await person.send("DELETE", "/session")).status).toBe(204);
    expect((await person.get("/session")).status).toBe(401);
  });
});
