import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailNotices } from "../../src/features/notices/mailing.js";
import { remind } from "../../src/features/notices/reminding.js";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const PUBLIC = "https://opendti.minh-hoa.example";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let officer: Person;
let officerId: string;
let head: Person;
let room: Person;
let assessment: string;
let refusing = false;
const mails: Email[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onMailFrom: (_address, _session, done) => done(refusing ? new Error("busy") : null),
  onData(stream, _session, done) {
    buffer(stream)
      .then((bytes) => PostalMime.parse(bytes))
      .then((mail) => {
        mails.push(mail);
        done();
      }, done);
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
  const { port } = smtp.server.address() as { port: number };
  app = await startApp({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    PUBLIC_URL: PUBLIC,
    MAIL_FROM: "OpenDTI <dti@minh-hoa.example>",
  });
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  officerId = await app.account("van.phong", ["unit-officer", units.department]);
  await app.account("lanh.dao", ["unit-head", units.department]);
  await app.account("phong", ["unit-officer", units.room]);
  officer = await app.signedIn("van.phong");
  head = await app.signedIn("lanh.dao");
  room = await app.signedIn("phong");
  assessment = campaign.assessments[units.department] ?? "";
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});
beforeEach(async () => {
  mails.length = 0;
  refusing = false;
  app.clock.now = new Date("2026-11-22T02:00:00Z");
  await app.db.deleteFrom("notice").execute();
  await app.db.deleteFrom("notice_settings").execute();
  await app.db.deleteFrom("extension").execute();
  await app.db.updateTable("account").set({ email: null }).execute();
});

const extend = (dueAt: string, reason: string) =>
  campaign.coordinator.send("POST", `/campaigns/${campaign.id}/extensions`, {
    unitId: units.department,
    stage: "declare",
    dueAt,
    reason,
  });
const address = (id: string, email: string) =>
  app.db.updateTable("account").set({ email }).where("id", "=", id).execute();

describe("a notice", () => {
  it("of more time goes to the unit's officers and head, to nobody else, and is read once", async () => {
    await extend("2026-12-05T10:00:00Z", "Bão");
    const { body } = await officer.get("/notices");
    expect(body).toMatchObject({
      unread: 1,
      items: [
        {
          kind: "extended",
          title: "Được gia hạn",
          body: "Đánh giá chuyển đổi số 2026 · hạn 17:00 05/12/2026: “Bão”",
          readAt: null,
        },
      ],
    });
    expect((await head.get("/notices")).body.unread).toBe(1);
    expect((await room.get("/notices")).body.unread).toBe(0);
    expect((await campaign.coordinator.get("/notices")).body.unread).toBe(0);
    const ids = [body.items[0].id];
    // Somebody else's id marks nothing.
    expect((await room.send("POST", "/notices/read", { ids })).body).toEqual({ unread: 0 });
    expect((await officer.get("/notices?unread=1")).body.items).toHaveLength(1);
    expect((await officer.send("POST", "/notices/read", { ids })).body).toEqual({ unread: 0 });
    expect((await officer.get("/notices?unread=1")).body.items).toEqual([]);
    expect((await officer.get("/notices")).body.items[0].readAt).toBe("2026-11-22T02:00:00.000Z");
  });

  it("of what was assigned tells the room how much it got anew", async () => {
    const items = ["2.1.1", "2.1.2"].map((code) => ({ code, unitId: units.room, accountId: null }));
    const path = `/assessments/${assessment}/assignments`;
    expect((await officer.send("PUT", path, { items })).status).toBe(204);
    expect((await room.get("/notices")).body.items).toMatchObject([
      { kind: "assigned", body: expect.stringContaining("2 chỉ số"), link: `/assessments/${assessment}` },
    ]);
    app.clock.now = new Date("2026-11-22T02:00:01Z");
    await officer.send("PUT", path, {
      items: [...items, { code: "2.1.3", unitId: units.room, accountId: null }],
    });
    expect((await room.get("/notices")).body.items[0].body).toContain("1 chỉ số");
    expect((await officer.get("/notices")).body.items).toEqual([]);
  });

  it("of a return says why, to those who mend it", async () => {
    await app.db.updateTable("assessment").set({ state: "submitted" }).where("id", "=", assessment).execute();
    const { version } = (await officer.get(`/assessments/${assessment}`)).body;
    const reason = "Chỉ số 2.1.3: kê khai lại";
    const returned = await campaign.coordinator.send(
      "POST",
      `/assessments/${assessment}/return`,
      { reason },
      {
        "if-match": `"${version}"`,
      },
    );
    expect(returned.status).toBe(204);
    const notice = {
      kind: "returned",
      body: expect.stringContaining(reason),
      link: `/assessments/${assessment}`,
    };
    expect((await officer.get("/notices")).body.items).toMatchObject([notice]);
    expect((await head.get("/notices")).body.items).toMatchObject([notice]);
  });

  it("is listed page by page, the newest first", async () => {
    for (const minute of [1, 2, 3]) {
      app.clock.now = new Date(`2026-11-22T02:0${minute}:00Z`);
      await extend(`2026-12-0${minute}T10:00:00Z`, `Lần ${minute}`);
    }
    const first = await officer.get("/notices?limit=2");
    expect(first.body.items.map(({ body }: { body: string }) => body.slice(-2, -1))).toEqual(["3", "2"]);
    const rest = await officer.get(`/notices?limit=2&cursor=${first.body.next}`);
    expect(rest.body.items).toHaveLength(1);
    expect(rest.body.next).toBeNull();
    const wrong = Buffer.from(JSON.stringify(["x", "y"])).toString("base64url");
    expect((await officer.get(`/notices?cursor=${wrong}`)).body.code).toBe("request-invalid");
  });

  it("reminds of a deadline a week, three days and one day before, once each, and again when it moved", async () => {
    await extend("2026-11-30T10:00:00Z", "Lại như cũ");
    await app.db.deleteFrom("notice").execute();
    const due = async () =>
      Number(
        (
          await app.db
            .selectFrom("notice")
            .where("account_id", "=", officerId)
            .where("kind", "=", "due")
            .select((eb) => eb.fn.countAll().as("n"))
            .executeTakeFirstOrThrow()
        ).n,
      );
    await remind(app.platform);
    expect(await due()).toBe(0);
    app.clock.now = new Date("2026-11-24T00:00:00Z");
    await remind(app.platform);
    await remind(app.platform);
    expect(await due()).toBe(1);
    app.clock.now = new Date("2026-11-29T12:00:00Z");
    await remind(app.platform);
    expect(await due()).toBe(2);
    const moved = { campaign_id: campaign.id, unit_id: units.department, stage: "declare" as const };
    await app.db
      .insertInto("extension")
      .values({
        ...moved,
        due_at: "2026-11-30T12:00:00Z",
        reason: "Thêm giờ",
        granted_by: officerId,
        granted_at: app.clock.now,
      })
      .execute();
    await remind(app.platform);
    expect(await due()).toBe(3);
  });
});

describe("mail", () => {
  it("brings all that is new in one, with its links and a way to stop it; and nothing twice", async () => {
    await address(officerId, "van.phong@minh-hoa.example");
    await extend("2026-12-05T10:00:00Z", "Bão");
    await extend("2026-12-06T10:00:00Z", "Bão nữa");
    expect(await mailNotices(app.platform, "each")).toEqual({ mails: 0, notices: 0, failed: 0 });
    expect(await mailNotices(app.platform, "digest")).toEqual({ mails: 1, notices: 2, failed: 0 });
    expect(await mailNotices(app.platform, "digest")).toEqual({ mails: 0, notices: 0, failed: 0 });
    const [mail] = mails;
    expect(mail).toMatchObject({
      subject: "OpenDTI: 2 thông báo mới",
      from: { address: "dti@minh-hoa.example" },
      to: [{ address: "van.phong@minh-hoa.example" }],
    });
    expect(mail?.text).toContain("“Bão nữa”");
    expect(mail?.text).toContain(`${PUBLIC}/assessments`);
    expect(mail?.html).toBeUndefined();
    const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value;
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const url = header("list-unsubscribe")?.slice(1, -1) ?? "";
    const path = new URL(url).pathname;
    // A mail program that looks ahead stops nothing; one click does.
    const looked = await ask(app, { method: "GET", url: path });
    expect(looked.status).toBe(200);
    expect((await officer.get("/session/notice-settings")).body.mail).toBe("digest");
    const clicked = await ask(app, {
      method: "POST",
      url: path,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
    expect(clicked.status).toBe(200);
    expect((await officer.get("/session/notice-settings")).body.mail).toBe("none");
    await extend("2026-12-07T10:00:00Z", "Nữa");
    expect((await mailNotices(app.platform, "digest")).mails).toBe(0);
    expect((await ask(app, { method: "POST", url: path.replace(/.{4}$/, "0000") })).status).toBe(404);
  });

  it("that is refused is tried again; what was read meanwhile, is old or of a quiet kind stays out", async () => {
    await address(officerId, "van.phong@minh-hoa.example");
    await officer.send("PATCH", "/session/notice-settings", { mail: "each" });
    await extend("2026-12-05T10:00:00Z", "Bão");
    refusing = true;
    expect(await mailNotices(app.platform, "each")).toEqual({ mails: 0, notices: 0, failed: 1 });
    refusing = false;
    expect(await mailNotices(app.platform, "each")).toEqual({ mails: 1, notices: 1, failed: 0 });
    await extend("2026-12-06T10:00:00Z", "Đã đọc");
    await officer.send("POST", "/notices/read", { all: true });
    expect((await mailNotices(app.platform, "each")).mails).toBe(0);
    await officer.send("PATCH", "/session/notice-settings", { quiet: ["extended"] });
    await extend("2026-12-07T10:00:00Z", "Im lặng");
    expect((await mailNotices(app.platform, "each")).mails).toBe(0);
    await officer.send("PATCH", "/session/notice-settings", { quiet: [] });
    app.clock.now = new Date("2026-11-25T02:00:00Z");
    expect((await mailNotices(app.platform, "each")).mails).toBe(0);
  });

  it("of two processes at once is sent by one", async () => {
    await address(officerId, "van.phong@minh-hoa.example");
    await extend("2026-12-05T10:00:00Z", "Bão");
    await Promise.all([mailNotices(app.platform, "digest"), mailNotices(app.platform, "digest")]);
    expect(mails).toHaveLength(1);
  });

  it("carries no line break of somebody's text into its headers", async () => {
    await app.db
      .updateTable("account")
      .set({ email: "van.phong@minh-hoa.example", display_name: "Văn phòng\r\nBcc: x@x.example" })
      .where("id", "=", officerId)
      .execute();
    await extend("2026-12-05T10:00:00Z", "Bão\r\nSubject: giả");
    await mailNotices(app.platform, "digest");
    expect(mails[0]?.headers.filter(({ key }) => key === "bcc" || key === "subject")).toHaveLength(1);
  });
});

describe("the calendar", () => {
  it("has the own deadlines behind a secret address, and none once it is closed", async () => {
    const { status, body } = await officer.send("POST", "/session/calendar");
    expect(status).toBe(201);
    const feed = await ask(app, { method: "GET", url: body.path });
    expect(feed.status).toBe(200);
    expect(feed.headers["content-type"]).toContain("text/calendar");
    const text = String(feed.body).replaceAll("\r\n ", "").replaceAll("\r\n\t", "");
    expect(text).toContain("BEGIN:VEVENT");
    expect(text).toContain(`URL:${PUBLIC}/assessments/${assessment}`);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    // A new address ends the old one.
    const again = await officer.send("POST", "/session/calendar");
    expect((await ask(app, { method: "GET", url: body.path })).status).toBe(404);
    expect((await ask(app, { method: "GET", url: again.body.path })).status).toBe(200);
    await officer.send("DELETE", "/session/calendar");
    expect((await ask(app, { method: "GET", url: again.body.path })).status).toBe(404);
    expect((await officer.get("/session/notice-settings")).body.calendar).toBe(false);
  });

  it("of a disabled account is closed", async () => {
    const { body } = await room.send("POST", "/session/calendar");
    await app.db
      .updateTable("account")
      .set({ disabled_at: app.clock.now })
      .where("login", "=", "phong")
      .execute();
    expect((await ask(app, { method: "GET", url: body.path })).status).toBe(404);
    await app.db.updateTable("account").set({ disabled_at: null }).where("login", "=", "phong").execute();
  });
});
