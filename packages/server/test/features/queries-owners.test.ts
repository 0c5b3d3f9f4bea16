import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type Appraising, appraising, assign, inQuery } from "../running/appraising.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let at: Appraising;
let second: Person;
let secondId: string;
let query: string;

const account = (login: string) => at.accounts[login] ?? "";
const scopes = () => [
  { accountId: account("chuyen.vien"), code: "2.1", unitId: null },
  { accountId: account("chuyen.vien.hai"), code: null, unitId: units.other },
  { accountId: secondId, code: "2.1.2", unitId: units.department },
];

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  at = await appraising(app, units);
  secondId = await app.account("chuyen.vien.ba", ["appraiser", units.province]);
  second = await app.signedIn("chuyen.vien.ba");
  await app.account("dieu.phoi.kiem.nhiem", ["coordinator", units.province], ["unit-officer", units.room]);
  await assign(at.coordinator, at.campaign.id, scopes());
  const asked = await at.specialist.send("POST", `/assessments/${at.own}/queries`, {
    code: "2.1.2",
    body: "Vì sao?",
    dueAt: "2026-11-25T10:00:00Z",
  });
  query = asked.body.id;
}, 60_000);
afterAll(() => app.close());

/** The links of a person's notices of a kind, the newest first. */
const told = async (person: Person, kind: string): Promise<string[]> =>
  (await person.get("/notices")).body.items
    .filter((one: { kind: string }) => one.kind === kind)
    .map(({ link }: { link: string }) => link);
const answer = () => inQuery(at.head, "POST", query, "/messages", { body: "Trả lời", done: true });
const askMore = () => inQuery(at.coordinator, "POST", query, "/messages", { body: "Chưa đủ" });
const forgetNotices = () => app.db.deleteFrom("notice").execute();
const loseRole = (accountId: string) =>
  app.db.deleteFrom("role_grant").where("account_id", "=", accountId).execute();

describe("a query is handed over", () => {
  it("to those who may judge the indicator of this unit, and to nobody who works in it", async () => {
    const { body } = await at.specialist.get(`/queries/${query}/owners`);
    expect(body.items.map(({ displayName }: { displayName: string }) => displayName)).toEqual([
      "chuyen.vien",
      "chuyen.vien.ba",
      "dieu.phoi",
    ]);
    for (const person of [at.otherSpecialist, at.observer, at.head, at.roomOfficer])
      expect((await person.get(`/queries/${query}/owners`)).status).toBe(403);
    expect((await at.otherHead.get(`/queries/${query}/owners`)).status).toBe(404);
  });

  it("and its new owner is told, finds it among the own, and hears of the answer", async () => {
    const handed = await inQuery(at.specialist, "PATCH", query, "", { ownerId: secondId });
    expect(handed.body.owner).toEqual({ id: secondId, displayName: "chuyen.vien.ba" });
    const [notice] = (await second.get("/notices")).body.items;
    expect(notice).toMatchObject({
      kind: "handed",
      title: "Được giao theo dõi yêu cầu",
      link: `/queries/${query}`,
    });
    expect((await second.get("/queries?mine=1")).body.items).toHaveLength(1);
    await answer();
    expect(await told(second, "answered")).toEqual([`/queries/${query}`]);
    expect(await told(at.specialist, "answered")).toEqual([]);
  });

  it("to the same one again without a word", async () => {
    await forgetNotices();
    await askMore();
    await inQuery(at.specialist, "PATCH", query, "", { ownerId: secondId });
    expect(await told(second, "handed")).toEqual([]);
  });
});

describe("an owner who may not judge it any more", () => {
  it("is told nothing: whoever it is assigned to now is", async () => {
    await loseRole(secondId);
    await forgetNotices();
    await answer();
    expect(await told(second, "answered")).toEqual([]);
    expect(await told(at.specialist, "answered")).toEqual([`/queries/${query}`]);
  });

  it("leaves it to whoever coordinates where it is assigned to nobody", async () => {
    await assign(at.coordinator, at.campaign.id, [
      { accountId: account("chuyen.vien.hai"), code: null, unitId: units.other },
    ]);
    await askMore();
    await forgetNotices();
    await answer();
    expect(await told(at.specialist, "answered")).toEqual([]);
    expect(await told(at.coordinator, "answered")).toEqual([`/queries/${query}`]);
  });

  it("is not reminded of an appraising that it may not do", async () => {
    await assign(at.coordinator, at.campaign.id, scopes().slice(0, 1));
    await app.db
      .insertInto("campaign_stage")
      .values({ campaign_id: at.campaign.id, stage: "appraise", due_at: new Date("2026-12-15T10:00:00Z") })
      .execute();
    const calendar = async () => {
      const { path } = (await at.specialist.send("POST", "/session/calendar")).body;
      return String((await at.specialist.get(path.replace("/api/v1", ""))).body);
    };
    expect(await calendar()).toContain("UID:appraise-");
    await app.db
      .deleteFrom("role_grant")
      .where("account_id", "=", account("chuyen.vien"))
      .where("role", "=", "appraiser")
      .execute();
    expect(await calendar()).not.toContain("UID:appraise-");
  });
});
