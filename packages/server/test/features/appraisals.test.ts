import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApp, startApp } from "../running/app.js";
import { type Appraising, acting, appraising, inQuery, judge } from "../running/appraising.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let at: Appraising;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  at = await appraising(app, units);
}, 60_000);
afterAll(() => app.close());

const appraisal = async (person = at.coordinator, id = at.own) =>
  (await person.get(`/assessments/${id}/appraisal`)).body;
const item = (body: { items: { code: string }[] }, code: string) =>
  body.items.find((one) => one.code === code);
const state = async (id = at.own) => (await at.coordinator.get(`/assessments/${id}`)).body.state;
const minutes = (count: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + count * 60_000);
};

describe("judging an indicator", () => {
  it("begins with what was declared: 451,26 of 485, nothing judged", async () => {
    const body = await appraisal();
    expect(body).toMatchObject({
      state: "submitted",
      totals: { declared: "451.26", appraised: "451.26", max: "485" },
      progress: { judged: 0, unclosedQueries: 0 },
      may: { codes: null, finish: true, ask: true },
    });
    expect(item(body, "2.1.3")).toMatchObject({ verdict: null, version: 0, declaredScore: "9.56" });
    expect(body.items).toHaveLength(body.progress.total);
  });

  it("agrees, and the assessment is being appraised", async () => {
    const agreed = await judge(at.specialist, at.own, "2.1.1", 0, { verdict: "agreed" });
    expect(agreed.body).toMatchObject({ verdict: "agreed", version: 1, appraisedScore: "10", stale: false });
    expect(agreed.headers.etag).toBe('"1"');
    expect(await state()).toBe("appraising");
  });

  it("puts another value in place: the points follow by the rule, what was declared stays", async () => {
    const verdict = { verdict: "adjusted", inputs: { a: "20" }, reason: "Hai văn bản không phải chuyên đề" };
    const adjusted = await judge(at.specialist, at.own, "2.1.3", 0, verdict);
    // 20/23 = 0,8696 × 10, half-even to two digits.
    expect(adjusted.body).toMatchObject({ declaredScore: "9.56", appraisedScore: "8.7", points: null });
    const body = await appraisal();
    expect(body.totals).toMatchObject({ declared: "451.26", appraised: "450.4" });
    expect(body.pillars[0]).toMatchObject({ code: "2.1", declared: "39.56", appraised: "38.7", max: "40" });
    const { answers } = (await at.head.get(`/assessments/${at.own}`)).body;
    expect(answers).toContainEqual(expect.objectContaining({ code: "2.1.3", input: "a", value: "22" }));
  });

  it("gives points in place of the rule's, also more than were declared", async () => {
    const low = { verdict: "adjusted", points: "3.5", reason: "Một nửa số cuộc họp" };
    expect((await judge(at.specialist, at.own, "2.1.2", 0, low)).body).toMatchObject({
      appraisedScore: "3.5",
    });
    const more = { verdict: "adjusted", points: "10", reason: "Đủ tài liệu" };
    expect((await judge(at.specialist, at.own, "2.1.3", 1, more)).body).toMatchObject({
      version: 2,
      inputs: null,
      declaredScore: "9.56",
      appraisedScore: "10",
    });
    expect((await appraisal()).totals.appraised).toBe("445.2");
  });

  it("takes a judgement back, and the declared points count again", async () => {
    expect((await judge(at.specialist, at.own, "2.1.2", 1, { verdict: null })).body).toMatchObject({
      verdict: null,
      version: 2,
      appraisedScore: "10",
    });
    const detail = (await at.specialist.get(`/assessments/${at.own}/appraisal/2.1.2`)).body;
    expect(
      detail.history.map(({ verdict, points }: { verdict: string; points: string }) => [verdict, points]),
    ).toEqual([
      [null, null],
      ["adjusted", "3.5"],
    ]);
  });

  it("refuses what no rule and no document gives, naming the indicator and the input", async () => {
    const refused = async (body: object) => {
      const answer = await judge(at.specialist, at.own, "2.1.4", 0, {
        verdict: "adjusted",
        reason: "x",
        ...body,
      });
      return [answer.status, answer.body.code, answer.body.indicator, answer.body.input];
    };
    expect(await refused({ points: "10.01" })).toEqual([422, "value-unreadable", "2.1.4", "points"]);
    expect(await refused({ points: "-1" })).toEqual([422, "value-unreadable", "2.1.4", "points"]);
    expect(await refused({ points: "1/3" })).toEqual([422, "value-unreadable", "2.1.4", "points"]);
    expect(await refused({ points: "9.555" })).toEqual([422, "value-unreadable", "2.1.4", "points"]);
    expect(await refused({ inputs: { choice: 99 } })).toEqual([422, "value-unreadable", "2.1.4", "choice"]);
    expect(await refused({ inputs: { khong: "1" } })).toEqual([422, "value-unreadable", "2.1.4", "khong"]);
    expect(await refused({ inputs: {} })).toEqual([422, "value-unreadable", "2.1.4", ""]);
    expect(await refused({ inputs: { "": "Không có" } })).toEqual([422, "value-unreadable", "2.1.4", ""]);
    expect((await refused({}))[1]).toBe("content-refused");
    expect((await refused({ points: "1", inputs: { choice: 1 } }))[1]).toBe("content-refused");
    const bare = await judge(at.specialist, at.own, "2.1.4", 0, { verdict: "adjusted", points: "1" });
    expect(bare.body.code).toBe("request-invalid");
    expect((await judge(at.specialist, at.own, "2.1", 0, { verdict: "agreed" })).status).toBe(404);
    expect((await judge(at.specialist, at.own, "9.9.9", 0, { verdict: "agreed" })).status).toBe(404);
  });

  it("never overwrites another appraiser's judgement: it shows it", async () => {
    const late = await judge(at.coordinator, at.own, "2.1.1", 0, {
      verdict: "adjusted",
      points: "0",
      reason: "x",
    });
    expect(late.status).toBe(412);
    expect(late.body.current).toMatchObject({
      verdict: "agreed",
      version: 1,
      by: { displayName: "chuyen.vien" },
    });
    // The same judgement again is already done, whatever version it was sent on.
    expect((await judge(at.coordinator, at.own, "2.1.1", 0, { verdict: "agreed" })).body.version).toBe(1);
  });

  it("of many judges at once on one version lets one through", async () => {
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        judge(at.coordinator, at.own, "2.2.1", 0, {
          verdict: "adjusted",
          points: String(index / 2),
          reason: `lần ${index}`,
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 412)).toHaveLength(9);
    await judge(at.coordinator, at.own, "2.2.1", 1, { verdict: null });
  });
});

describe("who may judge", () => {
  it("is whoever the coordinator assigned, within what was assigned", async () => {
    expect((await judge(at.specialist, at.own, "2.2.1", 2, { verdict: "agreed" })).status).toBe(403);
    expect((await judge(at.otherSpecialist, at.own, "2.1.4", 0, { verdict: "agreed" })).status).toBe(403);
    expect((await judge(at.otherSpecialist, at.other, "2.2.1", 0, { verdict: "agreed" })).status).toBe(200);
    for (const person of [at.observer, at.head, at.office, at.roomOfficer])
      expect((await judge(person, at.own, "2.1.4", 0, { verdict: "agreed" })).status).toBe(403);
    expect((await judge(at.otherHead, at.own, "2.1.4", 0, { verdict: "agreed" })).status).toBe(404);
    expect((await appraisal(at.specialist)).may.codes).toEqual(expect.arrayContaining(["2.1.1", "2.1.4"]));
    expect((await appraisal(at.otherSpecialist)).may).toMatchObject({ codes: [], ask: false, finish: false });
  });

  it("is never somebody who works in the unit, whatever roles it holds besides", async () => {
    const account = await app.account(
      "hai.vai",
      ["coordinator", units.province],
      ["unit-officer", units.room],
    );
    const both = await app.signedIn("hai.vai");
    expect((await judge(both, at.own, "2.1.4", 0, { verdict: "agreed" })).status).toBe(403);
    expect((await judge(both, at.other, "2.1.4", 0, { verdict: "agreed" })).status).toBe(200);
    await app.db.deleteFrom("role_grant").where("account_id", "=", account).execute();
  });

  it("ends with the role: a scope alone judges nothing", async () => {
    const id = at.accounts["chuyen.vien"] ?? "";
    await app.db.deleteFrom("role_grant").where("account_id", "=", id).execute();
    expect((await judge(at.specialist, at.own, "2.1.4", 0, { verdict: "agreed" })).status).toBe(404);
    await app.db
      .insertInto("role_grant")
      .values({ account_id: id, unit_id: units.province, role: "appraiser" })
      .execute();
  });

  it("has until the deadline of appraising, or its extension for a unit", async () => {
    const { version } = (await at.coordinator.get(`/campaigns/${at.campaign.id}`)).body;
    const stages = [
      { stage: "declare", opensAt: null, dueAt: "2026-11-30T10:00:00Z" },
      { stage: "appraise", opensAt: null, dueAt: "2026-12-10T10:00:00Z" },
    ];
    await at.coordinator.send(
      "PATCH",
      `/campaigns/${at.campaign.id}`,
      { stages },
      { "if-match": `"${version}"` },
    );
    const before = app.clock.now;
    app.clock.now = new Date("2026-12-10T10:00:01Z");
    const specialist = await app.signedIn("chuyen.vien");
    const coordinator = await app.signedIn("dieu.phoi");
    const late = await judge(specialist, at.own, "2.1.4", 0, { verdict: "agreed" });
    expect(late.body).toMatchObject({ code: "deadline-passed", dueAt: "2026-12-10T10:00:00.000Z" });
    expect((await appraisal(specialist)).may.codes).toEqual([]);
    await coordinator.send("POST", `/campaigns/${at.campaign.id}/extensions`, {
      unitId: units.department,
      stage: "appraise",
      dueAt: "2026-12-20T10:00:00Z",
      reason: "Chờ tài liệu",
    });
    expect((await judge(specialist, at.own, "2.1.4", 0, { verdict: "agreed" })).status).toBe(200);
    expect((await judge(specialist, at.other, "2.1.1", 0, { verdict: "agreed" })).body.code).toBe(
      "deadline-passed",
    );
    app.clock.now = before;
    at = {
      ...at,
      specialist: await app.signedIn("chuyen.vien"),
      coordinator: await app.signedIn("dieu.phoi"),
    };
  });
});

describe("what the unit's own people are told", () => {
  it("is how far it is, and not a word of what was judged", async () => {
    for (const person of [at.head, at.office, at.roomOfficer]) {
      const body = await appraisal(person);
      expect(body.totals).toEqual({ declared: "451.26", appraised: null, final: null, max: "485" });
      expect(body.progress.judged).toBe(3);
      expect(body.may).toMatchObject({ codes: [], finish: false, ask: false });
      for (const one of body.items)
        expect(one).toMatchObject({
          verdict: null,
          version: 0,
          appraisedScore: null,
          by: null,
          reason: null,
        });
      expect(body.pillars.every(({ appraised }: { appraised: null }) => appraised === null)).toBe(true);
      const detail = (await person.get(`/assessments/${at.own}/appraisal/2.1.3`)).body;
      expect(detail).toMatchObject({
        verdict: null,
        group: null,
        similar: [],
        history: [],
        appraisedScore: null,
      });
      expect(detail.trace.appraised).toBeNull();
      expect(JSON.stringify(detail)).not.toContain("Đủ tài liệu");
    }
    // Nor does the audit log, which a head reads of its unit, tell it.
    const log = JSON.stringify((await at.head.get("/audit")).body);
    expect(log).not.toContain("appraisal.judge");
    expect(log).not.toContain("Đủ tài liệu");
    expect((await at.otherHead.get(`/assessments/${at.own}/appraisal`)).status).toBe(404);
    expect((await at.otherHead.get(`/assessments/${at.own}/appraisal/2.1.3`)).status).toBe(404);
  });
});

describe("all beside one indicator", () => {
  it("shows declared values, traces, checks, evidence, the group and who judged alike otherwise", async () => {
    await judge(at.otherSpecialist, at.other, "2.1.3", 0, { verdict: "agreed" });
    const { body } = await at.specialist.get(`/assessments/${at.own}/appraisal/2.1.3`);
    expect(body).toMatchObject({ code: "2.1.3", max: "10", declaredScore: "9.56", appraisedScore: "10" });
    expect(body.declared).toMatchObject([
      { input: "a", value: "22", by: { displayName: "thu.truong" } },
      { input: "b", value: "23" },
    ]);
    expect(body.trace.declared.why.vi).toContain("22/23");
    expect(body.trace.appraised).toMatchObject({ score: "10", status: "scored" });
    expect(body.checks).toMatchObject([{ severity: "warning" }]);
    expect(body.group).toMatchObject({ count: 2, median: "9.56", best: "9.56", lowest: "9.56" });
    expect(body.group.bins).toHaveLength(10);
    expect(body.group.bins[9]).toEqual({ from: "9", to: "10", count: 2 });
    expect(body.group.values).toMatchObject([{ input: "a", median: "22", own: "22" }, { input: "b" }]);
    expect(body.similar).toMatchObject([{ unit: { name: "Sở Hai" }, verdict: "agreed", points: "9.56" }]);
    expect(body.previous).toBeNull();
    const { body: list } = await at.coordinator.get(`/campaigns/${at.campaign.id}/consistency`);
    expect(list.items).toMatchObject([
      {
        code: "2.1.3",
        values: [{ declared: "22" }, { declared: "23" }],
        units: [
          { unit: { name: "Sở Hai" }, verdict: "agreed", appraised: "9.56" },
          { unit: { name: "Sở Một" }, verdict: "adjusted", appraised: "10", reason: "Đủ tài liệu" },
        ],
      },
    ]);
    expect((await at.head.get(`/campaigns/${at.campaign.id}/consistency`)).status).toBe(403);
  });
});

describe("the way to the end", () => {
  it("goes back to the unit, and what it declares otherwise then is to be judged again", async () => {
    const reason = "Kê khai lại 2.1.3";
    expect((await acting(at.coordinator, at.own, "return", { reason })).status).toBe(204);
    expect(await state()).toBe("declaring");
    expect((await judge(at.specialist, at.own, "2.1.3", 2, { verdict: "agreed" })).body).toMatchObject({
      code: "state-refused",
      state: "declaring",
    });
    const saved = await at.head.send(
      "PUT",
      `/assessments/${at.own}/answers/2.1.3/a`,
      { value: "21" },
      { "if-match": '"1"' },
    );
    expect(saved.status).toBe(200);
    expect((await acting(at.head, at.own, "submit")).status).toBe(200);
    const body = await appraisal();
    expect(item(body, "2.1.3")).toMatchObject({ verdict: "adjusted", stale: true, declaredScore: "9.13" });
    expect(item(body, "2.1.1")).toMatchObject({ verdict: "agreed", stale: false });
    expect(body.progress.judged).toBe(2);
    // Judged anew on what is declared now, it is stale no more; the same judgement on other data is another one.
    const again = { verdict: "adjusted", points: "10", reason: "Đủ tài liệu" };
    expect((await judge(at.specialist, at.own, "2.1.3", 1, again)).status).toBe(412);
    expect((await judge(at.specialist, at.own, "2.1.3", 2, again)).body).toMatchObject({
      version: 3,
      stale: false,
    });
  });

  it("ends when everything is judged and every question closed, or with a reason", async () => {
    minutes(1);
    const asked = await at.specialist.send("POST", `/assessments/${at.own}/queries`, {
      code: "2.1.4",
      body: "Bao nhiêu bài?",
      dueAt: "2026-11-29T10:00:00Z",
    });
    expect(asked.status).toBe(201);
    expect(await state()).toBe("explaining");
    const early = await acting(at.coordinator, at.own, "finish", { force: true, reason: "Hết hạn" });
    expect(early.body).toMatchObject({ code: "state-refused", openQueries: 1 });
    await inQuery(at.specialist, "POST", asked.body.id, "/close", { outcome: "withdrawn" });
    expect(await state()).toBe("appraising");
    // The question is closed, so its indicator's verdict is the unit's to see; the others' are not.
    const told = await appraisal(at.head);
    expect(item(told, "2.1.4")).toMatchObject({ verdict: "agreed", appraisedScore: "10" });
    expect(item(told, "2.1.3")).toMatchObject({ verdict: null, appraisedScore: null });
    const unforced = await acting(at.coordinator, at.own, "finish", {});
    expect(unforced.body).toMatchObject({ code: "state-refused", unjudged: expect.any(Number) });
    expect((await acting(at.specialist, at.own, "finish", {})).status).toBe(403);
    expect((await acting(at.coordinator, at.own, "finish", { force: true })).body.code).toBe(
      "content-refused",
    );
    const stale = await at.coordinator.send(
      "POST",
      `/assessments/${at.own}/finish`,
      { force: true, reason: "Hết hạn" },
      { "if-match": '"1"' },
    );
    expect(stale.status).toBe(412);
    expect((await acting(at.coordinator, at.own, "finish", { force: true, reason: "Hết hạn" })).status).toBe(
      204,
    );
    expect(await state()).toBe("appraised");
    expect((await judge(at.specialist, at.own, "2.1.1", 1, { verdict: null })).body.code).toBe(
      "state-refused",
    );
  });

  it("then tells the unit everything", async () => {
    const body = await appraisal(at.head);
    expect(body.totals).toEqual({ declared: "450.83", appraised: "451.7", final: null, max: "485" });
    expect(item(body, "2.1.3")).toMatchObject({ verdict: "adjusted", points: "10", reason: "Đủ tài liệu" });
    const detail = (await at.head.get(`/assessments/${at.own}/appraisal/2.1.3`)).body;
    expect(detail.trace.appraised).toMatchObject({ score: "10" });
    // Of other units it is told nothing, now as before.
    expect(detail).toMatchObject({ group: null, similar: [] });
  });

  it("is opened again with a reason, by the coordinator alone", async () => {
    expect((await acting(at.specialist, at.own, "reopen", { reason: "Sai" })).status).toBe(403);
    expect((await acting(at.coordinator, at.own, "reopen", { reason: "Xem lại 2.2" })).status).toBe(204);
    expect(await state()).toBe("appraising");
    expect((await appraisal(at.head)).totals.appraised).toBeNull();
    const steps = await app.db
      .selectFrom("assessment_step")
      .where("assessment_id", "=", at.own)
      .select(["to_state", "reason"])
      .orderBy("id")
      .execute();
    expect(steps.map(({ to_state }) => to_state)).toEqual([
      "submitted",
      "appraising",
      "declaring",
      "submitted",
      "appraising",
      "explaining",
      "appraising",
      "appraised",
      "appraising",
    ]);
    expect(steps.at(-1)?.reason).toBe("Xem lại 2.2");
  });

  it("ends for a whole campaign at once where everything is judged; with a reason, for the rest too", async () => {
    const url = `/campaigns/${at.campaign.id}/finish`;
    expect((await at.specialist.send("POST", url, {})).status).toBe(403);
    const none = (await at.coordinator.send("POST", url, {})).body;
    expect(none).toMatchObject({
      finished: 0,
      left: [{ unit: { name: "Sở Hai" } }, { unit: { name: "Sở Một" } }],
    });
    const all = (await at.coordinator.send("POST", url, { reason: "Hết hạn thẩm định" })).body;
    expect(all).toEqual({ finished: 2, left: [] });
    expect(await state(at.other)).toBe("appraised");
  });

  it("is written down: every judgement once, with before and after", async () => {
    const events = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "appraisal.judge")
      .select(["before", "after", "unit_id"])
      .execute();
    const { count } = await app.db
      .selectFrom("appraisal_history")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .executeTakeFirstOrThrow();
    expect(events).toHaveLength(Number(count));
    expect(events.every(({ unit_id }) => unit_id === null)).toBe(true);
  });
});
