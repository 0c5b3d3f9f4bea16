/** What one does with one's own password, one-time codes and sessions. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeTotp } from "../../src/features/sessions/credentials-repository.js";
import { SecretBox } from "../../src/features/sessions/secret-box.js";
import { requireSecretKey } from "../../src/features/sessions/secret-check.js";
import { ask, PASSWORD, type Person, type RunningApp, startApp } from "../running/app.js";
import { codeAt, wrongCodeAt } from "../running/totp.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const START = new Date("2026-11-22T02:00:00Z");
const NEXT = "một câu khác cũng đủ dài";

let app: RunningApp;
let units: SmallProvince;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.now = START;
});

const later = (minutes: number): void => {
  app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000);
};
const signIn = (login: string, password: string, code?: string) =>
  ask(app, { method: "POST", url: "/api/v1/session", payload: { login, password, code } });
const officer = async (login: string): Promise<Person> => {
  await app.account(login, ["unit-officer", units.department]);
  return app.signedIn(login);
};
const turnOn = async (person: Person): Promise<string> => {
  const { body } = await person.send("POST", "/session/totp");
  const secret = body.secret as string;
  expect((await person.send("PUT", "/session/totp", { code: codeAt(secret, app.clock.now) })).status).toBe(
    204,
  );
  return secret;
};
const events = async (action: string) =>
  app.db.selectFrom("audit_event").where("action", "=", action).selectAll().execute();

describe("one's own password", () => {
  const change = (person: Person, current: string, next: string) =>
    person.send("POST", "/session/password", { current, next });

  it("changes for whoever knows the present one, and ends the other sessions", async () => {
    const here = await officer("doi.mat.khau");
    const elsewhere = await app.signedIn("doi.mat.khau");
    expect((await change(here, PASSWORD, NEXT)).status).toBe(204);
    expect((await here.get("/session")).status).toBe(200);
    expect((await elsewhere.get("/session")).status).toBe(401);
    expect((await signIn("doi.mat.khau", PASSWORD)).status).toBe(401);
    expect((await signIn("doi.mat.khau", NEXT)).status).toBe(200);
    expect(JSON.stringify(await events("account.password"))).not.toContain(NEXT);
  });

  it("is asked for five times and no more: a screen left open is no place to guess", async () => {
    const person = await officer("doan.mat.khau");
    for (let tries = 1; tries < 5; tries += 1)
      expect((await change(person, "sai bét", NEXT)).body.code).toBe("password-wrong");
    expect((await change(person, "sai bét", NEXT)).body.code).toBe("account-locked");
    expect((await change(person, PASSWORD, NEXT)).body.code).toBe("account-locked");
    expect((await signIn("doan.mat.khau", PASSWORD)).status).toBe(423);
  });

  it("must be long, varied, without the sign-in name, and another one", async () => {
    const person = await officer("yeu.qua");
    const refused = async (next: string) => (await change(person, PASSWORD, next)).body.code;
    expect(await refused("mười ba ký tự")).toBe("password-too-weak");
    expect(await refused("abababababababab")).toBe("password-too-weak");
    expect(await refused("tôi là YEU.QUA đây nhé")).toBe("password-too-weak");
    expect(await refused(PASSWORD)).toBe("password-too-weak");
  });

  it("has to be changed where that is due, before anything else can be done", async () => {
    const person = await officer("lan.dau");
    await app.db
      .updateTable("account")
      .set({ must_change_password: true })
      .where("login", "=", "lan.dau")
      .execute();
    expect((await person.get("/units")).body.code).toBe("password-change-due");
    expect((await person.get("/session")).body.account.mustChangePassword).toBe(true);
    expect((await change(person, PASSWORD, NEXT)).status).toBe(204);
    expect((await person.get("/units")).status).toBe(200);
  });
});

describe("one-time codes", () => {
  it("count from the first right code on, and are then asked for at sign-in", async () => {
    const person = await officer("hai.buoc");
    const { secret, uri } = (await person.send("POST", "/session/totp")).body;
    expect(uri).toContain(`secret=${secret}`);
    expect((await person.get("/session")).body.account.totpEnabled).toBe(false);
    const wrong = { code: wrongCodeAt(secret, START) };
    expect((await person.send("PUT", "/session/totp", wrong)).body.code).toBe("totp-wrong");
    expect((await signIn("hai.buoc", PASSWORD)).status).toBe(200);
    const right = { code: codeAt(secret, START) };
    expect((await person.send("PUT", "/session/totp", right)).status).toBe(204);
    expect((await person.get("/session")).body.account.totpEnabled).toBe(true);
    expect((await signIn("hai.buoc", PASSWORD)).body.code).toBe("totp-required");
    later(1);
    expect((await signIn("hai.buoc", PASSWORD, codeAt(secret, app.clock.now))).status).toBe(200);
  });

  it("work once: neither a code used before nor an older one opens again", async () => {
    const person = await officer("dung.mot.lan");
    const secret = await turnOn(person);
    const used = codeAt(secret, START);
    expect((await signIn("dung.mot.lan", PASSWORD, used)).body.code).toBe("totp-wrong");
    later(1);
    const next = codeAt(secret, app.clock.now);
    expect((await signIn("dung.mot.lan", PASSWORD, next)).status).toBe(200);
    expect((await signIn("dung.mot.lan", PASSWORD, next)).body.code).toBe("totp-wrong");
  });

  it("lock the account at the fifth wrong one", async () => {
    const person = await officer("doan.ma");
    const secret = await turnOn(person);
    later(1);
    const wrong = wrongCodeAt(secret, app.clock.now);
    for (let tries = 1; tries < 5; tries += 1)
      expect((await signIn("doan.ma", PASSWORD, wrong)).body.code).toBe("totp-wrong");
    expect((await signIn("doan.ma", PASSWORD, wrong)).body.code).toBe("account-locked");
  });

  it("lie in the database sealed, for their account alone", async () => {
    const person = await officer("niem.phong");
    const secret = await turnOn(person);
    const row = await app.db
      .selectFrom("account")
      .where("login", "=", "niem.phong")
      .select(["id", "totp_secret"])
      .executeTakeFirstOrThrow();
    expect(row.totp_secret).not.toContain(secret);
    const { secrets } = app.platform;
    expect(secrets.open(row.totp_secret ?? "", row.id)).toBe(secret);
    expect(() => secrets.open(row.totp_secret ?? "", units.department)).toThrow("was changed");
    await expect(requireSecretKey(app.platform)).resolves.toBeUndefined();
    const elsewhere = { db: app.db, secrets: new SecretBox(Buffer.alloc(32, 9)) };
    await expect(requireSecretKey(elsewhere)).rejects.toThrow("OPENDTI_SECRET_KEY");
  });

  it("cannot be replaced while they are on", async () => {
    const person = await officer("dang.bat");
    await turnOn(person);
    expect((await person.send("POST", "/session/totp")).body.code).toBe("state-refused");
  });

  it("are turned off with a right code only", async () => {
    const person = await officer("tat.di");
    const secret = await turnOn(person);
    later(1);
    const wrong = { code: wrongCodeAt(secret, app.clock.now) };
    expect((await person.send("DELETE", "/session/totp", wrong)).body.code).toBe("totp-wrong");
    const right = { code: codeAt(secret, app.clock.now) };
    expect((await person.send("DELETE", "/session/totp", right)).status).toBe(204);
    expect((await signIn("tat.di", PASSWORD)).status).toBe(200);
    expect((await person.send("DELETE", "/session/totp", right)).body.code).toBe("state-refused");
  });

  it("let a password be shorter, which is due for a change when they are gone", async () => {
    const person = await officer("ngan.hon");
    const secret = await turnOn(person);
    const short = { current: PASSWORD, next: "chin ky tu" };
    expect((await person.send("POST", "/session/password", short)).status).toBe(204);
    later(1);
    await person.send("DELETE", "/session/totp", { code: codeAt(secret, app.clock.now) });
    expect((await person.get("/session")).body.account.mustChangePassword).toBe(true);
  });

  it("are due for an administrator, who can set them up and not drop them", async () => {
    await app.account("quan.tri", ["administrator", units.province]);
    const person = await app.signedIn("quan.tri");
    expect((await person.get("/session")).body).toMatchObject({ totpDue: true, idleMinutes: 5 });
    expect((await person.get("/units")).body.code).toBe("totp-setup-due");
    const secret = await turnOn(person);
    expect((await person.get("/units")).status).toBe(200);
    later(1);
    const right = { code: codeAt(secret, app.clock.now) };
    expect((await person.send("DELETE", "/session/totp", right)).body.code).toBe("forbidden");
  });

  it("come back as due when another administrator took them away", async () => {
    const id = await app.account("mat.dien.thoai", ["administrator", units.province]);
    const person = await app.signedIn("mat.dien.thoai");
    await turnOn(person);
    await app.db.transaction().execute((db) => removeTotp(db, id));
    expect((await person.get("/units")).body.code).toBe("totp-setup-due");
  });
});

describe("one's own sessions", () => {
  it("are listed with the present one marked, and ended one by one", async () => {
    const here = await officer("hai.noi");
    later(1);
    const elsewhere = await app.signedIn("hai.noi");
    const { items } = (await here.get("/session/all")).body;
    expect(items).toHaveLength(2);
    const other = items.find((item: { current: boolean }) => !item.current);
    expect(items.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
    expect(Object.keys(items[0]).sort()).toEqual(
      ["address", "createdAt", "current", "id", "lastSeenAt", "userAgent"].sort(),
    );
    expect((await here.send("DELETE", `/session/all/${other.id}`)).status).toBe(204);
    expect((await elsewhere.get("/session")).status).toBe(401);
    expect((await here.get("/session/all")).body.items).toHaveLength(1);
  });

  it("leave out those that were idle too long", async () => {
    const old = await officer("bo.quen");
    later(16);
    const here = await app.signedIn("bo.quen");
    expect((await here.get("/session/all")).body.items).toHaveLength(1);
    expect((await old.get("/session")).status).toBe(401);
  });

  it("cannot be ended by another account", async () => {
    const mine = await officer("cua.toi");
    const other = await officer("nguoi.khac");
    const [{ id }] = (await mine.get("/session/all")).body.items;
    expect((await other.send("DELETE", `/session/all/${id}`)).body.code).toBe("not-found");
    expect((await mine.get("/session")).status).toBe(200);
  });

  it("are replaced by a sign-in in the same browser: a planted or stolen one is worth nothing after it", async () => {
    const before = await officer("thay.phien");
    const answer = await ask(app, {
      method: "POST",
      url: "/api/v1/session",
      headers: { cookie: before.cookie },
      payload: { login: "thay.phien", password: PASSWORD },
    });
    expect(String(answer.headers["set-cookie"]).split(";")[0]).not.toBe(before.cookie);
    expect((await before.get("/session")).status).toBe(401);
  });

  it("take no token that the server did not make", async () => {
    await app.account("co.dinh");
    const planted = "opendti_session=ke-xau-dat-san";
    const answer = await ask(app, {
      method: "POST",
      url: "/api/v1/session",
      headers: { cookie: planted },
      payload: { login: "co.dinh", password: PASSWORD },
    });
    expect(answer.status).toBe(200);
    expect(
      (await ask(app, { method: "GET", url: "/api/v1/session", headers: { cookie: planted } })).status,
    ).toBe(401);
  });

  it("end after twelve hours however busy, and with a disabled account at once", async () => {
    const busy = await officer("ca.ngay");
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      later(10);
      expect((await busy.get("/session")).status).toBe(200);
    }
    later(10);
    expect((await busy.get("/session")).status).toBe(401);
    app.clock.now = START;
    const gone = await officer("nghi.viec");
    await app.db
      .updateTable("account")
      .set({ disabled_at: START })
      .where("login", "=", "nghi.viec")
      .execute();
    expect((await gone.get("/session")).status).toBe(401);
  });
});

describe("an account that nobody used for 45 days", () => {
  it("is disabled at the next sign-in, with a line in the audit log; at 45 days it still opens", async () => {
    await app.account("lau.khong.vao");
    later(45 * 24 * 60);
    expect((await signIn("lau.khong.vao", PASSWORD)).status).toBe(200);
    later(45 * 24 * 60 + 1);
    const refused = await signIn("lau.khong.vao", PASSWORD);
    expect(refused.body).toMatchObject({ code: "account-disabled", status: 403 });
    expect((await signIn("lau.khong.vao", PASSWORD)).body.code).toBe("account-disabled");
    expect((await events("account.disable")).at(-1)?.after).toEqual({ reason: "idle", days: 45 });
  });

  it("tells so only to whoever knows its password", async () => {
    await app.account("khong.noi");
    later(60 * 24 * 60);
    expect((await signIn("khong.noi", "sai bét")).body.code).toBe("sign-in-failed");
  });
});

describe("ways to sign in", () => {
  it("name the password alone where no identity provider is set", async () => {
    const { body } = await ask(app, { method: "GET", url: "/api/v1/sign-in-methods" });
    expect(body).toEqual({ local: true, oidc: null });
  });
});
