/**
 * The one statement that most saves are: what the process remembers decides, and the statement asks whether it is so still.
 * Everything here is changed straight in the database, as another process would.
 */
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const FIELD = { code: "2.1.3", input: "a" };

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let office: Person;
let officeId: string;
let assessment: string;
let version = 0;
let typed = 100;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  officeId = await app.account("van.phong", ["unit-officer", units.department]);
  office = await app.signedIn("van.phong");
  assessment = campaign.assessments[units.department] ?? "";
});
afterAll(() => app.close());

async function put(value: unknown, sent = version, field = FIELD) {
  const path = `/assessments/${assessment}/answers/${field.code}/${field.input}`;
  const answer = await office.send("PUT", path, { value }, { "if-match": `"${sent}"` });
  if (answer.status === 200 && field === FIELD) ({ version } = answer.body);
  return answer;
}
const save = () => put(String(typed++));

/** Names of the prepared statements that a piece of work ran. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const asked = vi.spyOn(app.platform.pool, "query").mockClear();
  await work();
  return asked.mock.calls.map(([given]) => (given as { name?: string }).name ?? "unnamed");
}

const stored = async () => ({
  ...(await app.db
    .selectFrom("assessment")
    .where("id", "=", assessment)
    .select(["revision", "answered", "score", "max", "updated_at"])
    .executeTakeFirstOrThrow()),
  answers: await app.db
    .selectFrom("answer")
    .where("assessment_id", "=", assessment)
    .orderBy("code")
    .orderBy("input")
    .selectAll()
    .execute(),
  history: await app.db
    .selectFrom("answer_history")
    .where("assessment_id", "=", assessment)
    .orderBy("at")
    .orderBy("version")
    .selectAll()
    .execute(),
});
const events = () =>
  app.db
    .selectFrom("audit_event")
    .where("action", "=", "answer.save")
    .select(["account_id", "address", "subject_type", "subject_id", "unit_id", "before", "after"])
    .orderBy("xact")
    .orderBy("id")
    .execute();

/** Two saves: what the second does is from memory alone. */
async function warm(): Promise<void> {
  expect((await save()).status).toBe(200);
  expect((await save()).status).toBe(200);
}

describe("a save by somebody who just saved in the same assessment", () => {
  beforeEach(warm);

  it("is one statement, and answers as the long way does", async () => {
    const [one, two] = [String(typed++), String(typed++)];
    expect(await statements(() => put(one))).toEqual(["answer-quick-change"]);
    const long = await app.platform.pool.query("select display_name from account where id = $1", [officeId]);
    expect((await put(two)).body).toEqual({
      ...FIELD,
      value: two,
      version,
      by: { id: officeId, displayName: long.rows[0].display_name },
      at: app.clock.now.toISOString(),
    });
  });

  it("leaves the same behind: the answer, its history, the score, the audit event", async () => {
    const before = await stored();
    await sql`update assessment set revision = revision + 1 where id = ${assessment}`.execute(app.db);
    expect(await statements(() => put("31"))).toContain("answer-change");
    const long = await stored();
    expect(await statements(() => put("30"))).toEqual(["answer-quick-change"]);
    const quick = await stored();
    expect(quick.history.length).toBe(before.history.length + 2);
    const [of] = quick.answers.filter(({ code, input }) => code === FIELD.code && input === FIELD.input);
    expect(of).toMatchObject({ value: "30", version, by_id: officeId, at: app.clock.now });
    expect(quick.history.find((one) => one.version === version)).toMatchObject({
      value: "30",
      by_id: officeId,
    });
    expect(Number(quick.revision)).toBe(Number(long.revision) + 1);
    await sql`update assessment set revision = revision + 1 where id = ${assessment}`.execute(app.db);
    await put("31");
    const again = await stored();
    expect([again.answered, again.score, again.max]).toEqual([long.answered, long.score, long.max]);
    const [first, second] = (await events()).slice(-3);
    const common = { account_id: officeId, address: "127.0.0.1", subject_type: "assessment" };
    expect(first).toEqual({
      ...common,
      subject_id: assessment,
      unit_id: units.department,
      before: { ...FIELD, value: expect.any(String), version: version - 3 },
      after: { ...FIELD, value: "31", version: version - 2 },
    });
    expect(second).toEqual({
      ...first,
      before: { ...FIELD, value: "31", version: version - 2 },
      after: { ...FIELD, value: "30", version: version - 1 },
    });
  });

  it("notes that the session is used, once in half a minute", async () => {
    app.clock.now = new Date(app.clock.now.getTime() + 31_000);
    expect(await statements(save)).toEqual(["answer-quick-change-touch"]);
    expect(await statements(save)).toEqual(["answer-quick-change"]);
    const { last_seen_at } = await app.db
      .selectFrom("session")
      .where("account_id", "=", officeId)
      .select("last_seen_at")
      .executeTakeFirstOrThrow();
    expect(last_seen_at).toEqual(app.clock.now);
  });

  it("is read anew when another process has saved there, and then scores what stands there", async () => {
    await sql`insert into answer (assessment_id, code, input, value, version, by_id, at)
      values (${assessment}, '2.1.3', 'b', '"40"', 1, ${officeId}, now())
      on conflict (assessment_id, code, input) do update set value = excluded.value`.execute(app.db);
    await sql`update assessment set revision = revision + 1 where id = ${assessment}`.execute(app.db);
    expect(await statements(() => put("20"))).toContain("answer-change");
    const { score } = await stored();
    await put("21");
    expect(await statements(() => put("20"))).toEqual(["answer-quick-change"]);
    expect((await stored()).score).toBe(score);
  });

  it("tells of a stale version, of the same value again, and of what is no number", async () => {
    const before = await stored();
    const [{ value } = { value: "" }] = before.answers.filter(({ input }) => input === FIELD.input);
    expect(await put("1", version - 1)).toMatchObject({
      status: 412,
      body: { code: "changed-meanwhile", current: { value, version } },
    });
    await warm();
    const last = String(typed - 1);
    expect(await put(last, version - 1)).toMatchObject({ status: 200, body: { value: last } });
    await warm();
    expect((await put("một trăm")).body.code).toBe("value-unreadable");
    expect((await stored()).history.length).toBe(before.history.length + 4);
  });

  it("is not tried while others save in between, and is again when they have stopped", async () => {
    const elsewhere = () =>
      sql`update assessment set revision = revision + 1 where id = ${assessment}`.execute(app.db);
    let tried = 0;
    for (let round = 0; round < 90; round += 1) {
      await elsewhere();
      if ((await statements(save))[0] === "answer-quick-change") tried += 1;
    }
    expect(tried).toBeLessThan(60);
    for (let round = 0; round < 100; round += 1) await save();
    expect(await statements(save)).toEqual(["answer-quick-change"]);
  });

  it("says nothing of a request to somebody whose session has ended", async () => {
    await sql`update session set ended_at = now() where account_id = ${officeId}`.execute(app.db);
    const path = `/assessments/${assessment}/answers/2.1.3/a`;
    expect((await office.send("PUT", path, { value: { no: 1 } }, { "if-match": '"1"' })).status).toBe(401);
    expect((await office.send("PUT", path, { value: "1" })).status).toBe(401);
    office = await app.signedIn("van.phong");
  });
});

describe("a save by a room that the indicator is assigned to", () => {
  const ROOM_FIELD = { code: "2.1.4", input: "choice" };
  let room: Person;
  let roomId: string;
  let at = 0;

  beforeAll(async () => {
    roomId = await app.account("phong.a", ["unit-officer", units.room]);
    await app.account("phong.hai", ["unit-officer", units.secondRoom]);
    room = await app.signedIn("phong.a");
    const items = [{ code: ROOM_FIELD.code, unitId: units.room, accountId: null }];
    await office.send("PUT", `/assessments/${assessment}/assignments`, { items });
  });

  async function fill(person = room) {
    const path = `/assessments/${assessment}/answers/${ROOM_FIELD.code}/${ROOM_FIELD.input}`;
    const saved = await person.send("PUT", path, { value: (at % 2) + 1 }, { "if-match": `"${at}"` });
    if (saved.status === 200) at = saved.body.version;
    return saved;
  }
  const change = (text: string) => sql.raw(text).execute(app.db);

  it("is one statement from the second on, also where the Office saved in between", async () => {
    expect(await statements(fill)).toContain("answer-change");
    expect(await statements(fill)).toEqual(["answer-quick-change"]);
    await save();
    await save();
    expect(await statements(fill)).toEqual(["answer-quick-change"]);
  });

  it("is no other room's", async () => {
    const other = await app.signedIn("phong.hai");
    await fill();
    expect((await fill(other)).status).toBe(403);
    expect(await statements(fill)).toEqual(["answer-quick-change"]);
  });

  it.each([
    [
      "its role was taken away",
      404,
      () => `delete from role_grant where account_id = '${roomId}'`,
      () =>
        `insert into role_grant (account_id, unit_id, role) values ('${roomId}', '${units.room}', 'unit-officer')`,
    ],
    [
      "the room was put under another unit",
      404,
      () => `update unit set parent_id = '${units.other}' where id = '${units.room}'`,
      () => `update unit set parent_id = '${units.department}' where id = '${units.room}'`,
    ],
    [
      "the room has handed over",
      403,
      () => `insert into assessment_part (assessment_id, unit_id, state, at) values ('${assessment}', '${units.room}', 'handed-over', now());
        update assessment set revision = revision + 1 where id = '${assessment}'`,
      () => `delete from assessment_part where assessment_id = '${assessment}';
        update assessment set revision = revision + 1 where id = '${assessment}'`,
    ],
    [
      "the indicator was given to another room",
      403,
      () => `update assignment set unit_id = '${units.secondRoom}' where assessment_id = '${assessment}';
        update assessment set revision = revision + 1 where id = '${assessment}'`,
      () => `update assignment set unit_id = '${units.room}' where assessment_id = '${assessment}';
        update assessment set revision = revision + 1 where id = '${assessment}'`,
    ],
  ])("is kept out once %s", async (_, status, before, after) => {
    await fill();
    await fill();
    await change(before());
    const refused = await fill();
    await change(after());
    expect(refused.status).toBe(status);
    expect((await fill()).status).toBe(200);
  });
});

describe("what no longer is as it was remembered", () => {
  const update = (text: string, back: string) => ({ text, back });
  const of = {
    account: () => `id = '${officeId}'`,
    assessment: () => `id = '${assessment}'`,
    campaign: () => `id = '${campaign.id}'`,
  };

  it.each([
    [
      "an ended session",
      401,
      () => update(`update session set ended_at = now() where account_id = '${officeId}'`, ""),
    ],
    [
      "a disabled account",
      401,
      () =>
        update(
          `update account set disabled_at = now() where ${of.account()}`,
          `update account set disabled_at = null where ${of.account()}`,
        ),
    ],
    [
      "a password that is due",
      403,
      () =>
        update(
          `update account set must_change_password = true where ${of.account()}`,
          `update account set must_change_password = false where ${of.account()}`,
        ),
    ],
    [
      "a role that was taken away",
      404,
      () =>
        update(
          `delete from role_grant where account_id = '${officeId}'`,
          `insert into role_grant (account_id, unit_id, role) values ('${officeId}', '${units.department}', 'unit-officer')`,
        ),
    ],
    [
      "an administrator without one-time codes",
      403,
      () =>
        update(
          `insert into role_grant (account_id, unit_id, role) values ('${officeId}', '${units.province}', 'administrator')`,
          `delete from role_grant where account_id = '${officeId}' and role = 'administrator'`,
        ),
    ],
    [
      "an assessment that was sent in",
      409,
      () =>
        update(
          `update assessment set state = 'submitted' where ${of.assessment()}`,
          `update assessment set state = 'declaring' where ${of.assessment()}`,
        ),
    ],
    [
      "a campaign that was closed",
      409,
      () =>
        update(
          `update campaign set status = 'closed' where ${of.campaign()}`,
          `update campaign set status = 'open' where ${of.campaign()}`,
        ),
    ],
    [
      "a day that was moved forward",
      409,
      () =>
        update(
          `update campaign_stage set due_at = '2026-11-01' where campaign_id = '${campaign.id}' and stage = 'declare'`,
          `update campaign_stage set due_at = '2026-11-30' where campaign_id = '${campaign.id}' and stage = 'declare'`,
        ),
    ],
    [
      "declaring that begins later",
      409,
      () =>
        update(
          `update campaign_stage set opens_at = '2026-11-29' where campaign_id = '${campaign.id}' and stage = 'declare'`,
          `update campaign_stage set opens_at = null where campaign_id = '${campaign.id}' and stage = 'declare'`,
        ),
    ],
  ])("keeps a save out: %s", async (_, status, change) => {
    office = await app.signedIn("van.phong");
    await warm();
    const before = await stored();
    const { text, back } = change();
    await sql.raw(text).execute(app.db);
    const refused = await save();
    if (back !== "") await sql.raw(back).execute(app.db);
    expect(refused.status).toBe(status);
    const { history, answers } = await stored();
    expect({ history, answers }).toEqual({ history: before.history, answers: before.answers });
  });

  it("lets a save in where the day has passed and the unit was given longer", async () => {
    office = await app.signedIn("van.phong");
    await warm();
    await sql`update campaign_stage set due_at = '2026-11-01' where campaign_id = ${campaign.id}`.execute(
      app.db,
    );
    await sql`insert into extension (campaign_id, unit_id, stage, due_at, reason, granted_by, granted_at)
      values (${campaign.id}, ${units.department}, 'declare', '2026-11-30', 'Bão', ${officeId}, now())`.execute(
      app.db,
    );
    expect(await statements(save)).toEqual(["answer-quick-change"]);
  });

  it("shows a person under the name that they have now", async () => {
    await sql`update account set display_name = 'Văn phòng Sở' where id = ${officeId}`.execute(app.db);
    expect((await save()).body.by.displayName).toBe("Văn phòng Sở");
  });
});
