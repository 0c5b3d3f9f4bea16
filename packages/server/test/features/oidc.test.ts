import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/config.js";
import { localPath } from "../../src/features/oidc/service.js";
import { ask, type RunningApp, startApp } from "../running/app.js";
import { CLIENT, type IdentityProvider, startIdentityProvider, walk } from "../running/identity-provider.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const PUBLIC = "https://opendti.minh-hoa.example";
const START = new Date("2026-11-22T02:00:00Z");

let provider: IdentityProvider;
let app: RunningApp;
let units: SmallProvince;

beforeAll(async () => {
  provider = await startIdentityProvider(`${PUBLIC}/api/v1/oidc/callback`);
  app = await startApp({
    PUBLIC_URL: PUBLIC,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "Tài khoản tỉnh",
  });
  units = await smallProvince(app.db);
});
afterAll(async () => {
  await app.close();
  await provider.close();
});
beforeEach(() => {
  app.clock.now = START;
});

const account = async (login: string, email: string | null): Promise<string> => {
  const id = await app.account(login, ["unit-officer", units.department]);
  await app.db.updateTable("account").set({ email }).where("id", "=", id).execute();
  return id;
};
const cookiesOf = (answer: { headers: Record<string, unknown> }): string[] =>
  [answer.headers["set-cookie"] ?? []].flat().map(String);
const cookie = (answer: { headers: Record<string, unknown> }, name: string): string =>
  cookiesOf(answer)
    .find((line) => line.startsWith(`${name}=`))
    ?.split(";")[0] ?? "";
const start = (returnTo?: string) =>
  ask(app, {
    method: "GET",
    url: `/api/v1/oidc/start${returnTo === undefined ? "" : `?return_to=${encodeURIComponent(returnTo)}`}`,
  });
const back = (address: URL, cookies: string) =>
  ask(app, { method: "GET", url: address.pathname + address.search, headers: { cookie: cookies } });
/** From the button to the page: what our callback answered. */
const signIn = async (returnTo?: string, cookies = "") => {
  const begun = await start(returnTo);
  const came = await walk(String(begun.headers.location));
  return back(came, `${cookie(begun, "opendti_oidc")}; ${cookies}`);
};
const me = async (answer: { headers: Record<string, unknown> }) =>
  (
    await ask(app, {
      method: "GET",
      url: "/api/v1/session",
      headers: { cookie: cookie(answer, "opendti_session") },
    })
  ).body;

describe("signing in through the identity provider", () => {
  it("links the account of the verified e-mail address once, and knows the person by its own name for it after", async () => {
    const id = await account("lien.ket", "lien.ket@tinh.example");
    provider.person = { subject: "nguoi-1", email: "Lien.Ket@tinh.example", verified: true };
    const first = await signIn("/campaigns?year=2026");
    expect([first.status, first.headers.location]).toEqual([303, "/campaigns?year=2026"]);
    expect((await me(first)).account.id).toBe(id);
    const links = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "account.link")
      .select(["subject_id", "after"])
      .execute();
    expect(links).toEqual([{ subject_id: id, after: { issuer: provider.issuer } }]);
    provider.person = { subject: "nguoi-1", email: "doi.ten@tinh.example", verified: false };
    expect((await me(await signIn())).account.id).toBe(id);
    expect(
      (await app.db.selectFrom("audit_event").where("action", "=", "account.link").selectAll().execute())
        .length,
    ).toBe(1);
  });

  it("gives a session that scripts cannot read and that travels by https alone", async () => {
    await account("an.toan", "an.toan@tinh.example");
    provider.person = { subject: "nguoi-2", email: "an.toan@tinh.example", verified: true };
    const lines = cookiesOf(await signIn());
    const session = lines.find((line) => line.startsWith("opendti_session="));
    expect(session).toMatch(/HttpOnly/);
    expect(session).toMatch(/Secure/);
    expect(session).toMatch(/SameSite=Lax/);
    expect(lines.find((line) => line.startsWith("opendti_oidc="))).toMatch(/Expires=Thu, 01 Jan 1970/);
  });

  it("makes no account, and opens none by an address not verified, shared, or linked to somebody else", async () => {
    const count = async () => (await app.db.selectFrom("account").select("id").execute()).length;
    await account("chua.xac.minh", "chua@tinh.example");
    // The database refuses it; a copy that lost the rule still opens neither.
    await sql`drop index account_email`.execute(app.db);
    await account("trung.mot", "trung@tinh.example");
    await account("trung.hai", "trung@tinh.example");
    const before = await count();
    for (const person of [
      { subject: "la-1", email: "khong.ai@tinh.example", verified: true },
      { subject: "la-2", email: "chua@tinh.example", verified: false },
      { subject: "la-3", email: "trung@tinh.example", verified: true },
      { subject: "la-4", email: "lien.ket@tinh.example", verified: true },
      { subject: "la-5" },
    ]) {
      provider.person = person;
      const answer = await signIn();
      expect(answer.headers.location).toBe("/sign-in?problem=account-unknown");
      expect(cookie(answer, "opendti_session")).toBe("");
    }
    expect(await count()).toBe(before);
  });

  it("opens no disabled account", async () => {
    const id = await account("da.khoa", "da.khoa@tinh.example");
    provider.person = { subject: "nguoi-khoa", email: "da.khoa@tinh.example", verified: true };
    expect((await signIn()).headers.location).toBe("/");
    await app.db.updateTable("account").set({ disabled_at: START }).where("id", "=", id).execute();
    expect((await signIn()).headers.location).toBe("/sign-in?problem=account-disabled");
  });

  it("needs no second factor of its own for administrators: the provider has one", async () => {
    const id = await app.account("quan.tri", ["administrator", units.province]);
    await app.db.updateTable("account").set({ email: "qt@tinh.example" }).where("id", "=", id).execute();
    provider.person = { subject: "qt", email: "qt@tinh.example", verified: true };
    expect(await me(await signIn())).toMatchObject({ totpDue: false, idleMinutes: 5 });
  });

  it("asks nobody to change a first password that was never used", async () => {
    const id = await account("tai.khoan.moi", "moi@tinh.example");
    await app.db.updateTable("account").set({ must_change_password: true }).where("id", "=", id).execute();
    provider.person = { subject: "moi", email: "moi@tinh.example", verified: true };
    const answer = await signIn();
    expect((await me(answer)).account.mustChangePassword).toBe(false);
    const headers = { cookie: cookie(answer, "opendti_session") };
    expect((await ask(app, { method: "GET", url: "/api/v1/home", headers })).status).toBe(200);
  });

  it("ends the session that the browser had", async () => {
    await account("thay.phien", "thay@tinh.example");
    provider.person = { subject: "thay", email: "thay@tinh.example", verified: true };
    const before = cookie(await signIn(), "opendti_session");
    await signIn("/", before);
    const old = await ask(app, { method: "GET", url: "/api/v1/session", headers: { cookie: before } });
    expect(old.status).toBe(401);
  });
});

describe("an answer of the provider", () => {
  const begin = async () => {
    provider.person = { subject: "nguoi-1" };
    const begun = await start();
    return {
      came: await walk(String(begun.headers.location)),
      state: cookie(begun, "opendti_oidc"),
    };
  };
  const expired = "/sign-in?problem=sign-in-expired";

  it("counts once", async () => {
    const { came, state } = await begin();
    expect((await back(came, state)).headers.location).toBe("/");
    expect((await back(came, state)).headers.location).toBe(expired);
  });

  it("counts only in the browser that began: nobody is signed in by another's link", async () => {
    const mine = await begin();
    const other = await begin();
    expect((await back(mine.came, "")).headers.location).toBe(expired);
    expect((await back(mine.came, other.state)).headers.location).toBe(expired);
  });

  it("counts for ten minutes", async () => {
    const { came, state } = await begin();
    app.clock.now = new Date(START.getTime() + 10 * 60_000 + 1);
    expect((await back(came, state)).headers.location).toBe(expired);
  });

  it("is refused with another code, another nonce or another verifier", async () => {
    const failed = "/sign-in?problem=sign-in-provider-failed";
    const first = await begin();
    first.came.searchParams.set("code", "ma-doan-bua");
    expect((await back(first.came, first.state)).headers.location).toBe(failed);
    for (const wrong of [{ nonce: "khac" }, { code_verifier: "x".repeat(43) }]) {
      const { came, state } = await begin();
      await app.db.updateTable("oidc_attempt").set(wrong).execute();
      expect((await back(came, state)).headers.location).toBe(failed);
    }
  });

  it("that says no, or says nothing of ours, leads back to the sign-in page", async () => {
    provider.person = undefined;
    const begun = await start();
    const came = await walk(String(begun.headers.location));
    expect(came.searchParams.get("error")).toBe("access_denied");
    expect((await back(came, cookie(begun, "opendti_oidc"))).headers.location).toBe(
      "/sign-in?problem=sign-in-provider-failed",
    );
    const bare = await ask(app, { method: "GET", url: "/api/v1/oidc/callback" });
    expect(bare.headers.location).toBe(expired);
  });
});

describe("the way to the provider", () => {
  it("carries a challenge, a state, a nonce and our own address, whatever host the request names", async () => {
    const answer = await ask(app, {
      method: "GET",
      url: "/api/v1/oidc/start",
      headers: { host: "ke-xau.example", "x-forwarded-host": "ke-xau.example" },
    });
    const { searchParams } = new URL(String(answer.headers.location));
    expect(searchParams.get("redirect_uri")).toBe(`${PUBLIC}/api/v1/oidc/callback`);
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    expect(searchParams.get("response_type")).toBe("code");
    for (const name of ["state", "nonce", "code_challenge"])
      expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it("is told of at sign-in, and is not there where no provider is set", async () => {
    const methods = await ask(app, { method: "GET", url: "/api/v1/sign-in-methods" });
    expect(methods.body.oidc).toEqual({ name: "Tài khoản tỉnh", start: "/api/v1/oidc/start" });
    const without = await startApp();
    expect((await ask(without, { method: "GET", url: "/api/v1/oidc/start" })).body.code).toBe("not-found");
    await without.close();
  });

  it("leads to the sign-in page while the provider is away", async () => {
    const gone = await startIdentityProvider(PUBLIC);
    await gone.close();
    const away = await startApp({ PUBLIC_URL: PUBLIC, OIDC_ISSUER: gone.issuer, OIDC_CLIENT_ID: "x" });
    const answer = await ask(away, { method: "GET", url: "/api/v1/oidc/start" });
    expect(answer.headers.location).toBe("/sign-in?problem=sign-in-provider-failed");
    await away.close();
  });

  it.each([
    ["/assessments/1?tab=2", "/assessments/1?tab=2"],
    [undefined, "/"],
    ["", "/"],
    ["https://ke-xau.example/", "/"],
    ["//ke-xau.example", "/"],
    ["/\\ke-xau.example", "/"],
    ["/a\\..\\..\\ke-xau", "/"],
    ["/\t/ke-xau.example", "/"],
    ["/.//ke-xau.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/trang\r\nset-cookie: a=b", "/"],
    ["/api/v1/session", "/"],
    ["/x/../api/v1/session", "/"],
  ])("takes %j for the page %s", (wanted, page) => {
    expect(localPath(wanted)).toBe(page);
  });

  it("is configured whole and safely, or not at all", () => {
    const whole = { OIDC_ISSUER: "https://id.tinh.example", OIDC_CLIENT_ID: "x", PUBLIC_URL: PUBLIC };
    expect(readConfig(whole).oidc?.issuer).toBe("https://id.tinh.example");
    for (const wrong of [
      { PUBLIC_URL: "" },
      { OIDC_CLIENT_ID: "" },
      { OIDC_ISSUER: "http://id.tinh.example" },
      { OIDC_ISSUER: "file:///etc" },
    ])
      expect(() => readConfig({ ...whole, ...wrong })).toThrow(ConfigError);
  });
});
