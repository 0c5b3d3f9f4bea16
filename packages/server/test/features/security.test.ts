/** Attacks that need no account, or only an officer's. Who may do what is in permission-matrix.test.ts. */
import { Writable } from "node:stream";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, PASSWORD, type Person, type RunningApp, startApp } from "../running/app.js";
import { openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const logged = vi.hoisted(() => ({ text: "" }));
vi.mock("../../src/http/logging.js", async (original) => {
  const { loggerOptions } = await original<typeof import("../../src/http/logging.js")>();
  const stream = new Writable({
    write(chunk, _, done) {
      logged.text += String(chunk);
      done();
    },
  });
  return {
    loggerOptions: (level: string) => {
      const options = loggerOptions(level);
      return options === false ? false : { ...Object(options), stream };
    },
  };
});

let app: RunningApp;
let units: SmallProvince;
let officer: Person;
let assessment: string;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  const campaign = await openCampaign(app, units);
  assessment = campaign.assessments[units.department] ?? "";
  await app.account("can.bo", ["unit-officer", units.department]);
  officer = await app.signedIn("can.bo");
});
afterAll(() => app.close());

const post = (of: RunningApp, payload: unknown, headers: Record<string, string> = {}) =>
  ask(of, {
    method: "POST",
    url: "/api/v1/session",
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
    headers: { "content-type": "application/json", ...headers },
  });

describe("the log", () => {
  let told: RunningApp;
  afterEach(() => told.close());

  it("tells of every request, and of nobody's name, address, password, token, code or words", async () => {
    logged.text = "";
    told = await startApp({ LOG_LEVEL: "debug" });
    const province = await smallProvince(told.db);
    const id = await told.account("nguyen.thi.bi.mat", ["unit-officer", province.department]);
    await told.db
      .updateTable("account")
      .set({ email: "bi.mat@tinh.example", display_name: "Người Bí Mật" })
      .where("id", "=", id)
      .execute();
    const person = await told.signedIn("nguyen.thi.bi.mat");
    await post(told, { login: "nguyen.thi.bi.mat", password: "mật khẩu gõ nhầm" });
    await person.get("/units?q=t%C3%AAn%20ri%C3%AAng");
    const next = "mật khẩu mới rất dài của tôi";
    await person.send("POST", "/session/password", { current: PASSWORD, next });
    const { secret } = (await person.send("POST", "/session/totp")).body;
    await person.send("PUT", "/session/totp", { code: "135791" });
    await ask(told, { method: "GET", url: `/api/v1/khong-co/${person.cookie.split("=")[1]}?token=lo-ra` });
    await post(told, "{ hỏng bí mật");
    // What nobody foresaw: the database's own words quote values.
    await sql`create unique index on audit_event (address)`.execute(told.db).catch(() => undefined);
    await sql`alter table audit_event add constraint broken check (address <> '127.0.0.1') not valid`.execute(
      told.db,
    );
    const broken = await person.send("DELETE", "/session");
    expect(broken.body).toMatchObject({ code: "internal-error", status: 500 });
    expect(JSON.stringify(broken.body)).not.toMatch(/audit_event|constraint/);
    expect(logged.text).toContain('"route":"/api/v1/session/password"');
    expect(logged.text).toContain("request failed");
    for (const secretWord of [
      "nguyen.thi.bi.mat",
      "bi.mat@tinh.example",
      "Người Bí Mật",
      PASSWORD,
      "mật khẩu gõ nhầm",
      "tên riêng",
      "t%C3%AAn",
      next,
      secret,
      "135791",
      person.cookie.split("=")[1] ?? "",
      person.csrfToken,
      "lo-ra",
      "hỏng bí mật",
      "127.0.0.1",
      id,
    ])
      expect(logged.text).not.toContain(secretWord);
  });
});

describe("the session's cookie", () => {
  const flagsUnder = async (variables: Record<string, string>) => {
    const other = await startApp(variables);
    await other.account("co.cookie");
    const answer = await post(other, { login: "co.cookie", password: PASSWORD });
    await other.close();
    return answer.headers;
  };

  it("travels by https alone where people come by https, with HSTS", async () => {
    const headers = await flagsUnder({ PUBLIC_URL: "https://opendti.minh-hoa.example" });
    expect(headers["set-cookie"]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    expect(headers["set-cookie"]).not.toMatch(/Domain/i);
    expect(headers["strict-transport-security"]).toMatch(/max-age=31536000/);
  });

  it("works on a network without https, where HSTS would lock people out", async () => {
    const headers = await flagsUnder({ PUBLIC_URL: "http://10.0.0.5:8080" });
    expect(headers["set-cookie"]).not.toMatch(/Secure/);
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it("takes no word of the request for https unless a proxy is trusted", async () => {
    const answer = await ask(app, {
      method: "POST",
      url: "/api/v1/session",
      payload: { login: "can.bo", password: PASSWORD },
      headers: { "x-forwarded-proto": "https", "x-forwarded-for": "1.2.3.4" },
    });
    expect(answer.headers["set-cookie"]).not.toMatch(/Secure/);
    const [{ address }] = (
      await ask(app, {
        method: "GET",
        url: "/api/v1/session/all",
        headers: { cookie: String(answer.headers["set-cookie"]).split(";")[0] ?? "" },
      })
    ).body.items;
    expect(address).toBe("127.0.0.1");
  });

  it("is not readable from the database: only a hash of its token is stored", async () => {
    const { rows } = await sql`select * from session`.execute(app.db);
    expect(JSON.stringify(rows)).not.toContain(officer.cookie.split("=")[1]);
  });
});

describe("where a request comes from", () => {
  it.each([
    ["another site", { origin: "https://ke-xau.example" }],
    ["a page without an origin", { origin: "null" }],
    ["nonsense", { origin: "%%%" }],
    ["another site, as the browser tells", { "sec-fetch-site": "cross-site" }],
    ["a neighbour on the domain, as the browser tells", { "sec-fetch-site": "same-site" }],
    ["our host under another port", { origin: "http://localhost:9999" }],
  ])("signs nobody in from %s", async (_, headers) => {
    const answer = await post(app, { login: "can.bo", password: PASSWORD }, headers);
    expect([answer.status, answer.body.code]).toEqual([403, "csrf-refused"]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it("signs in from our own page, and from a program that is no browser", async () => {
    const payload = { login: "can.bo", password: PASSWORD };
    expect((await post(app, payload, { origin: "http://localhost" })).status).toBe(200);
    expect((await post(app, payload, { "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await post(app, payload)).status).toBe(200);
  });

  it("puts no host that a request names into any answer", async () => {
    const answer = await ask(app, {
      method: "GET",
      url: "/api/v1/session",
      headers: { host: "ke-xau.example", "x-forwarded-host": "ke-xau.example" },
    });
    expect(JSON.stringify([answer.headers, answer.body])).not.toContain("ke-xau");
  });
});

describe("trying and trying", () => {
  it("is slowed by address, whatever cookie, account or forwarded address each try makes up", async () => {
    const slow = await startApp({ SIGN_INS_PER_MINUTE: "5" });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      const answer = await post(
        slow,
        { login: `tai.khoan.${n}`, password: "sai" },
        { cookie: `opendti_session=gia-${n}`, "x-forwarded-for": `10.1.1.${n}` },
      );
      statuses.push(answer.status);
      if (answer.status === 429) expect(answer.headers["retry-after"]).toBeDefined();
    }
    await slow.close();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it("is not what a province does that signs in rightly in the morning behind one address", async () => {
    const slow = await startApp({ SIGN_INS_PER_MINUTE: "2" });
    await slow.account("buoi.sang");
    const right = { login: "buoi.sang", password: "một câu đủ dài để nhớ" };
    for (let n = 0; n < 4; n += 1) expect((await post(slow, right)).status).toBe(200);
    expect((await post(slow, { login: "doan", password: "sai" })).status).toBe(401);
    expect((await post(slow, right)).status).toBe(200);
    expect((await post(slow, { login: "doan", password: "sai" })).status).toBe(401);
    // Whoever guesses is slowed, and so are the others behind that address until the minute is over.
    expect((await post(slow, right)).status).toBe(429);
    await slow.close();
  });

  it("counts a made-up cookie by its address, and a real session by itself", async () => {
    const slow = await startApp({ REQUESTS_PER_MINUTE: "10" });
    await slow.account("lam.viec");
    const person = await slow.signedIn("lam.viec");
    expect((await person.get("/session")).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const headers = { cookie: `opendti_session=gia-${n}` };
      statuses.push((await ask(slow, { method: "GET", url: "/api/v1/session", headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect((await person.get("/session")).status).toBe(200);
    await slow.close();
  });
});

describe("a body", () => {
  it("too large is refused, and without a session not even read", async () => {
    const huge = `{"login":"${"x".repeat(1_100_000)}"}`;
    const answer = await post(app, huge);
    expect([answer.status, answer.body.code]).toEqual([413, "upload-too-large"]);
    const unread = await ask(app, {
      method: "PATCH",
      url: "/api/v1/session",
      payload: huge,
      headers: { "content-type": "application/json" },
    });
    expect(unread.body.code).toBe("not-signed-in");
  });

  it("of another kind is refused", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await post(app, "login=can.bo", form)).body.code).toBe("upload-refused");
    expect((await post(app, "<a/>", { "content-type": "text/xml" })).body.code).toBe("upload-refused");
  });

  it.each([
    '{"__proto__":{"admin":true},"login":"a","password":"b"}',
    '{"constructor":{"prototype":{"admin":true}},"login":"a","password":"b"}',
    "{",
    "null",
    "[]",
    '{"login":{"$ne":""},"password":{"$ne":""}}',
    '{"login":["can.bo"],"password":"b"}',
    '{"login":"a\\u0000b","password":"b"}',
  ])("that is not what we asked for is told so: %s", async (payload) => {
    const answer = await post(app, payload);
    expect([answer.status, answer.body.code]).toEqual([400, "request-invalid"]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it("gives nobody what the interface does not offer: further members are left out", async () => {
    const more = {
      language: "en",
      displayName: "Quản trị",
      grants: [{ role: "administrator", unitId: units.province }],
      mustChangePassword: true,
      disabled: true,
      id: units.province,
    };
    const { body } = await officer.send("PATCH", "/session", more);
    expect(body.account).toMatchObject({ displayName: "can.bo", mustChangePassword: false, language: "en" });
    expect(body.grants).toHaveLength(1);
    await officer.send("PATCH", "/session", { language: "vi" });
    const saved = await officer.send(
      "PUT",
      `/assessments/${assessment}/answers/2.3.3/a`,
      { value: "7", version: 99, by: units.province, at: "2020-01-01T00:00:00Z", assessmentId: units.other },
      { "if-match": '"0"' },
    );
    expect(saved.body).toMatchObject({ value: "7", version: 1, by: { displayName: "can.bo" } });
  });

  it("that no column can hold is refused, never a server error", async () => {
    for (const value of [
      "a\u0000b",
      "\ud800",
      "9".repeat(400),
      "1e400",
      "NaN",
      "-0",
      { $gt: "" },
      [[[[]]]],
    ]) {
      const answer = await officer.send(
        "PUT",
        `/assessments/${assessment}/answers/2.1.3/a`,
        { value },
        { "if-match": '"0"' },
      );
      expect(answer.status, JSON.stringify(value)).toBeLessThan(500);
    }
  });
});

describe("a question", () => {
  const attacks = [
    "' or 1=1 --",
    "'; drop table account; --",
    "%' or '%'='",
    "\\",
    "a\u0000b",
    "{{7*7}}",
    "%",
  ];
  const lists = [
    ["/units", ["q", "kind", "parent", "at"]],
    ["/audit", ["action", "subject", "account", "unit", "from", "to"]],
    ["/accounts", ["q", "unit", "role"]],
  ] as const;

  it("is never a statement: every filter takes what it is given for text, or refuses it", async () => {
    await app.account("quan.sat", ["observer", units.province], ["unit-head", units.department]);
    const person = await app.signedIn("quan.sat");
    for (const [path, filters] of lists)
      for (const filter of filters)
        for (const attack of attacks) {
          const answer = await person.get(`${path}?${filter}=${encodeURIComponent(attack)}`);
          expect(answer.status, `${path}?${filter}=${attack}`).toBeLessThan(500);
          if (answer.status === 200 && attack.includes("or")) expect(answer.body.items).toEqual([]);
        }
    expect((await app.db.selectFrom("account").select("id").execute()).length).toBeGreaterThan(1);
  });

  it("goes on only from a cursor of its list, and no cursor is a statement", async () => {
    await app.account("quan.sat.hai", ["observer", units.province]);
    const person = await app.signedIn("quan.sat.hai");
    const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");
    for (const [path] of lists) {
      for (const cursor of [
        "x",
        "%00",
        made([{ $gt: "" }]),
        made({ length: 1, 0: "a" }),
        made(["a\u0000", "\u0000"]),
      ])
        expect([400, 403], cursor).toContain((await person.get(`${path}?cursor=${cursor}`)).status);
      for (const key of [["' or 1=1 --"], ["zzz", "' or 1=1 --"], ["99999999999999999999999"]]) {
        const answer = await person.get(`${path}?cursor=${made(key)}`);
        expect(answer.status, `${path} ${key}`).toBeLessThan(500);
        if (answer.status === 200) expect(answer.body.items).toEqual([]);
      }
    }
  });

  it("about an id that is none answers like one that is not there, or as badly formed", async () => {
    for (const id of ["..%2f..%2fetc", "1 or 1=1", "%00", "null", "a".repeat(299)]) {
      const answer = await officer.get(`/assessments/${encodeURIComponent(id)}`);
      expect([400, 404], id).toContain(answer.status);
    }
  });

  it("in any Accept-Language is answered in a language that we speak, at once", async () => {
    for (const [accepted, title] of [
      ["en", "You are not signed in, or the session has ended"],
      ["fr;q=1, en;q=0.1", "You are not signed in, or the session has ended"],
      ["fr", "Bạn chưa đăng nhập hoặc phiên đã hết hạn"],
      ["-".repeat(7000), "Bạn chưa đăng nhập hoặc phiên đã hết hạn"],
      ["../../en/../vi", "You are not signed in, or the session has ended"],
      ["__proto__", "Bạn chưa đăng nhập hoặc phiên đã hết hạn"],
    ] as const) {
      const headers = { "accept-language": accepted };
      const { body } = await ask(app, { method: "GET", url: "/api/v1/session", headers });
      expect(body.title).toBe(title);
    }
  });

  it("with a browser's name of any length leaves a short one behind", async () => {
    await post(app, { login: "can.bo", password: PASSWORD }, { "user-agent": "M".repeat(5000) });
    const { rows } = await sql<{
      longest: number;
    }>`select max(length(user_agent)) as longest from session`.execute(app.db);
    expect(rows).toEqual([{ longest: 300 }]);
  });
});
