import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { type Answered, type Person, type RunningApp, startApp } from "../running/app.js";
import {
  declarations,
  declare,
  must,
  type RankedCampaign,
  type RankedUnit,
  rankedCampaign,
  step,
} from "../running/ranked-campaign.js";
import { smallProvince } from "../running/units.js";

let app: RunningApp;
let campaign: RankedCampaign;

const unitAt = (place: number): RankedUnit => campaign.units[place] as RankedUnit;

beforeEach(async () => {
  app = await startApp();
  const province = await smallProvince(app.db);
  campaign = await rankedCampaign(app, province);
  for (const [place, unit] of campaign.units.entries()) await declare(unit, declarations[place] ?? {});
  return () => app.close();
}, 60_000);

/** Submits the first so many units; the others never do. */
async function submit(count: number): Promise<void> {
  for (const unit of campaign.units.slice(0, count)) await step(unit.people, unit.assessment, "submit");
}

/** An appraiser's judgement as it is stored. */
async function judge(
  unit: RankedUnit,
  code: string,
  judgement: { readonly inputs?: object; readonly points?: string; readonly reason: string },
): Promise<void> {
  const version = (await app.db
    .selectFrom("appraisal")
    .where("assessment_id", "=", unit.assessment)
    .where("code", "=", code)
    .select("version")
    .executeTakeFirst()) ?? { version: 0 };
  const sent = { verdict: "adjusted", ...judgement };
  await must(
    campaign.coordinator.send("PUT", `/assessments/${unit.assessment}/appraisal/${code}`, sent, {
      "if-match": `"${version.version}"`,
    }),
  );
}

/** Ends appraising: what nobody judged stands as it was declared. */
async function finish(count: number): Promise<void> {
  for (const unit of campaign.units.slice(0, count))
    await step(campaign.coordinator, unit.assessment, "finish", { force: true, reason: "Hết thời gian" });
}

/** All units appraised, the third one's files cut down, and its expenses given points. */
async function appraised(): Promise<void> {
  await submit(4);
  await judge(unitAt(0), "1.2", { inputs: { a: "5" }, reason: "Ba hồ sơ ngoài kỳ" });
  await judge(unitAt(2), "2.1", { points: "6.5", reason: "Thiếu chứng từ" });
  await finish(4);
}

const compile = (): Promise<Answered> =>
  campaign.coordinator.send("POST", `/campaigns/${campaign.id}/runs`, {});
const preview = (person: Person = campaign.coordinator): Promise<Answered> =>
  person.get(`/campaigns/${campaign.id}/compile`);
const decide = async (
  id: string,
  what: "approve" | "publish" | "withdraw",
  body?: object,
): Promise<Answered> => {
  const { version } = (await campaign.approver.get(`/runs/${id}`)).body;
  return campaign.approver.send("POST", `/runs/${id}/${what}`, body, { "if-match": `"${version}"` });
};
const statesNow = async (): Promise<string[]> => {
  const rows = await app.db
    .selectFrom("assessment as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .where("a.campaign_id", "=", campaign.id)
    .select("a.state")
    .orderBy("u.code")
    .execute();
  return rows.map(({ state }) => state);
};

describe("before a run", () => {
  it("everybody who may still submit or be appraised stands in its way, by name", async () => {
    await submit(3);
    const { body } = await preview();
    expect(body.ready).toBe(false);
    expect(body.blockers).toContainEqual({
      kind: "unjudged",
      unit: { id: unitAt(0).id, name: unitAt(0).name },
      count: 4,
    });
    expect(body.blockers.map((one: { kind: string }) => one.kind).sort()).toEqual(
      ["not-submitted", ...Array(3).fill("unfinished"), ...Array(3).fill("unjudged")].sort(),
    );
    const refused = await compile();
    expect([refused.status, refused.body.code]).toEqual([409, "state-refused"]);
    expect(refused.body.blockers).toHaveLength(7);
  });

  it("an open question does, until it is closed", async () => {
    await submit(4);
    const asked = await must(
      campaign.coordinator.send("POST", `/assessments/${unitAt(1).assessment}/queries`, {
        code: "1.1",
        body: "Chín văn bản nào?",
        dueAt: "2026-12-05T10:00:00Z",
      }),
    );
    const blocking = async () =>
      (await preview()).body.blockers.filter((one: { kind: string }) => one.kind === "open-query");
    expect(await blocking()).toEqual([
      { kind: "open-query", unit: { id: unitAt(1).id, name: unitAt(1).name }, count: 1 },
    ]);
    await must(
      campaign.coordinator.send(
        "POST",
        `/queries/${asked.body.id}/close`,
        { outcome: "withdrawn" },
        { "if-match": `"${asked.body.version}"` },
      ),
    );
    expect(await blocking()).toEqual([]);
  });

  it("the preview names what changes against the declaration, and why", async () => {
    await appraised();
    const { body } = await preview(campaign.approver);
    expect(body).toMatchObject({ ready: true, settled: false, against: null, units: 4 });
    const first = body.differences.find((one: { unit: { id: string } }) => one.unit.id === unitAt(0).id);
    // Declared alone 1.2 is provisionally 0.8 x 20; now 0.5 is the best of the group.
    expect(first.codes).toContainEqual({
      code: "1.2",
      title: "Hồ sơ trực tuyến so với đơn vị cao nhất",
      before: "16",
      after: "20",
      cause: "appraised",
      reason: "Ba hồ sơ ngoài kỳ",
    });
    const second = body.differences.find((one: { unit: { id: string } }) => one.unit.id === unitAt(1).id);
    expect(second.codes).toContainEqual(
      expect.objectContaining({ code: "1.2", before: "8", after: "16", cause: "relative", reason: null }),
    );
  });
});

describe("a run", () => {
  it("ranks everybody on appraised data, within the groups, and freezes it", async () => {
    await appraised();
    const { body: run } = await must(compile());
    expect(run).toMatchObject({ number: 1, state: "compiled", units: 4, revises: null });
    const { results } = (await campaign.observer.get(`/runs/${run.id}`)).body;
    const of = (place: number) =>
      results.find((one: { unit: { id: string } }) => one.unit.id === unitAt(place).id);
    // 9 + 20 x 0.4/0.5 + 15 x 30/60 + 5; the points given to the third leave the range of the group as it is.
    expect(of(1)).toMatchObject({ total: "37.5", rank: 1, group: "lon", submitted: true, max: "50" });
    expect(of(0)).toMatchObject({ total: "30", rank: 2, declaredTotal: "27.5" });
    expect(of(2)).toMatchObject({ total: "25.17", rank: 3 });
    expect(of(3)).toMatchObject({ rank: 1, group: "nho" });
    // 6.67 + 12 + 6.5 in the stored points.
    const stored = await app.db
      .selectFrom("run_result")
      .where("unit_id", "=", unitAt(2).id)
      .select(["scores", "statuses"])
      .executeTakeFirstOrThrow();
    expect(stored.scores).toMatchObject({ "1": "18.67", "1.2": "12", "2.1": "6.5" });
    expect(stored.statuses).toMatchObject({ "1.1": "scored", "2.1": "scored" });
    await expect(app.db.updateTable("run_result").set({ total: "50" }).execute()).rejects.toThrow(
      "append-only",
    );
  });

  it("has who never submitted in it with nothing that counts, behind everybody, once the deadline is over", async () => {
    await submit(2);
    await finish(2);
    expect((await compile()).body.code).toBe("state-refused");
    app.clock.now = new Date("2026-12-01T00:00:00Z");
    campaign = {
      ...campaign,
      coordinator: await app.signedIn("dieu.phoi.xh"),
      approver: await app.signedIn("phe.duyet.xh"),
    };
    const { warnings } = (await preview()).body;
    expect(warnings.map((one: { kind: string }) => one.kind).sort()).toEqual([
      "not-submitted",
      "not-submitted",
      "unjudged",
      "unjudged",
    ]);
    const { body: run } = await must(compile());
    const { results } = (await campaign.coordinator.get(`/runs/${run.id}`)).body;
    const silent = results.find((one: { unit: { id: string } }) => one.unit.id === unitAt(2).id);
    expect(silent).toMatchObject({ submitted: false, total: "0", rank: 3, declaredTotal: "0" });
    await must(decide(run.id, "approve"));
    expect(await statesNow()).toEqual(Array(4).fill("approved"));
  });

  it("gives the same again from what is stored, whatever has become of the data since", async () => {
    await appraised();
    const { body: run } = await must(compile());
    await sql`update answer set value = '"1"' where input = 'a'`.execute(app.db);
    const { body } = await campaign.observer.send("POST", `/runs/${run.id}/repeat`);
    expect(body).toEqual({ same: true, resultHash: run.resultHash, first: null });
  });

  it("names the first thing that somebody has changed in the database", async () => {
    await appraised();
    const { body: run } = await must(compile());
    const repeat = async () => (await campaign.observer.send("POST", `/runs/${run.id}/repeat`)).body;
    const unit = { id: unitAt(2).id, name: unitAt(2).name };
    const untriggered = async (statement: ReturnType<typeof sql>) => {
      await sql`alter table run_result disable trigger append_only`.execute(app.db);
      await statement.execute(app.db);
      await sql`alter table run_result enable trigger append_only`.execute(app.db);
    };
    await untriggered(
      sql`update run_result set scores = scores || '{"2.1": "15"}' where unit_id = ${unit.id}::uuid`,
    );
    expect(await repeat()).toMatchObject({
      same: false,
      first: { what: "result", unit, code: "2.1", stored: "15", found: "6.5" },
    });
    await untriggered(
      sql`update run_result set scores = scores || '{"2.1": "6.5"}', rank = 1 where unit_id = ${unit.id}::uuid`,
    );
    expect((await repeat()).first).toEqual({ what: "result", unit, code: "rank", stored: "1", found: "3" });
    await untriggered(sql`update run_result set rank = 3 where unit_id = ${unit.id}::uuid`);
    expect((await repeat()).same).toBe(true);
    await untriggered(sql`delete from run_result where unit_id = ${unit.id}::uuid`);
    expect((await repeat()).first).toMatchObject({ what: "units", unit, stored: null });
  });

  it("tells a changed input by its hash, and what it does to the points", async () => {
    await appraised();
    const { body: run } = await must(compile());
    const { gunzipSync, gzipSync } = await import("node:zlib");
    const { input } = await app.db
      .selectFrom("run")
      .where("id", "=", run.id)
      .select("input")
      .executeTakeFirstOrThrow();
    const put = (text: string) =>
      app.db
        .updateTable("run")
        .set({ input: gzipSync(text) })
        .where("id", "=", run.id)
        .execute();
    const repeat = async () => (await campaign.observer.send("POST", `/runs/${run.id}/repeat`)).body;
    const text = gunzipSync(input).toString();
    expect(text).toContain('["1.2","a","4"]');
    await put(text.replace('["1.2","a","4"]', '["1.2","a","3"]'));
    expect((await repeat()).first).toEqual({
      what: "input",
      unit: { id: unitAt(1).id, name: unitAt(1).name },
      code: "1.2",
      stored: "16",
      found: "12",
    });
    await put(`${text} `);
    expect((await repeat()).first).toMatchObject({ what: "input", unit: null, stored: run.inputHash });
    await put("không phải một bản ghi");
    expect((await repeat()).first).toMatchObject({ what: "input", unit: null, found: null });
    await put(text);
    await sql`update indicator_set set source = source || ' '`.execute(app.db);
    expect((await repeat()).first).toMatchObject({ what: "set", stored: run.setHash });
  });

  it("of the same data has the same hashes, and takes the place of the one before", async () => {
    await appraised();
    const { body: first } = await must(compile());
    const { body: second } = await must(compile());
    expect([second.number, second.inputHash, second.resultHash]).toEqual([
      2,
      first.inputHash,
      first.resultHash,
    ]);
    const { items } = (await campaign.observer.get(`/campaigns/${campaign.id}/runs`)).body;
    expect(items.map((one: { state: string }) => one.state)).toEqual(["compiled", "superseded"]);
    expect((await decide(first.id, "approve")).body.code).toBe("state-refused");
    expect(
      (await campaign.observer.get(`/runs/${second.id}/differences?against=${first.id}`)).body.items,
    ).toEqual([]);
  });
});

describe("approving", () => {
  it("signs by the name of the role, and shuts everything that scores are made of", async () => {
    await appraised();
    const { body: run } = await must(compile());
    const { body: approved } = await must(decide(run.id, "approve"));
    expect(approved).toMatchObject({
      state: "approved",
      approved: { as: "Lãnh đạo phê duyệt", by: { displayName: "phe.duyet.xh" } },
      may: { approve: false, publish: true },
    });
    expect(await statesNow()).toEqual(Array(4).fill("approved"));
    const unit = unitAt(0);
    const { version } = (await unit.people.get(`/assessments/${unit.assessment}`)).body;
    const at = { "if-match": `"${version}"` };
    const refusals = [
      await campaign.coordinator.send(
        "PUT",
        `/assessments/${unit.assessment}/appraisal/1.1`,
        { verdict: "agreed" },
        { "if-match": '"1"' },
      ),
      await campaign.coordinator.send("POST", `/assessments/${unit.assessment}/queries`, {
        code: "1.1",
        body: "Còn gì nữa?",
        dueAt: "2026-12-05T10:00:00Z",
      }),
      await campaign.coordinator.send(
        "POST",
        `/assessments/${unit.assessment}/reopen`,
        { reason: "thử" },
        at,
      ),
      await campaign.coordinator.send(
        "POST",
        `/assessments/${unit.assessment}/return`,
        { reason: "thử" },
        at,
      ),
      await campaign.coordinator.send("POST", `/assessments/${unit.assessment}/finish`, {}, at),
      await unit.people.send("POST", `/assessments/${unit.assessment}/submit`, undefined, at),
      await unit.people.send("POST", `/assessments/${unit.assessment}/compile`, undefined, at),
      await compile(),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(
      refusals.map(() => [409, "state-refused"]),
    );
    const sealed = [
      await unit.people.send(
        "PUT",
        `/assessments/${unit.assessment}/answers/1.1/a`,
        { value: "9" },
        { "if-match": '"1"' },
      ),
      await unit.people.send(
        "PUT",
        `/assessments/${unit.assessment}/not-applicable/1.1`,
        { reason: "thử" },
        { "if-match": '"0"' },
      ),
      await unit.people.send("POST", `/assessments/${unit.assessment}/evidence`, {
        code: "1.1",
        item: { kind: "link", url: "https://tinh.example" },
      }),
    ];
    expect(sealed.map(({ body }) => body.code)).toEqual(sealed.map(() => "assessment-sealed"));
  });

  it("is refused when anything has changed since the compilation", async () => {
    await appraised();
    const { body: run } = await must(compile());
    await must(
      campaign.coordinator.send(
        "POST",
        `/assessments/${unitAt(0).assessment}/reopen`,
        { reason: "Xem lại" },
        {
          "if-match": `"${(await campaign.coordinator.get(`/assessments/${unitAt(0).assessment}`)).body.version}"`,
        },
      ),
    );
    expect((await decide(run.id, "approve")).body.blockers[0]).toMatchObject({ kind: "unfinished" });
    await judge(unitAt(0), "1.1", { points: "4", reason: "Một văn bản không có chữ ký" });
    await finish(1);
    const refused = await decide(run.id, "approve");
    expect([refused.body.code, refused.body.blockers]).toEqual(["state-refused", undefined]);
    const { body: again } = await must(compile());
    await must(decide(again.id, "approve"));
  });

  it("asks for the version that was seen, and for the role", async () => {
    await appraised();
    const { body: run } = await must(compile());
    const stale = await campaign.approver.send("POST", `/runs/${run.id}/approve`, undefined, {
      "if-match": '"9"',
    });
    expect([stale.status, stale.body.code]).toEqual([412, "changed-meanwhile"]);
    for (const person of [campaign.coordinator, campaign.appraiser, campaign.observer, unitAt(0).people]) {
      const answer = await person.send("POST", `/runs/${run.id}/approve`, undefined, { "if-match": '"1"' });
      expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
    }
  });
});

describe("publishing", () => {
  it("makes results public, closes the campaign, and leaves a line of it for every unit", async () => {
    await appraised();
    const { body: run } = await must(compile());
    expect((await decide(run.id, "publish")).body.code).toBe("state-refused");
    await must(decide(run.id, "approve"));
    const { body: published } = await must(decide(run.id, "publish"));
    expect(published).toMatchObject({ state: "published", published: { as: "Lãnh đạo phê duyệt" } });
    expect(await statesNow()).toEqual(Array(4).fill("published"));
    expect((await campaign.coordinator.get(`/campaigns/${campaign.id}`)).body.status).toBe("closed");
    const results = await app.db
      .selectFrom("published_result")
      .where("campaign_id", "=", campaign.id)
      .selectAll()
      .execute();
    expect(results).toHaveLength(4);
    const told = await app.db
      .selectFrom("audit_event")
      .where("action", "in", [
        "run.compile",
        "run.approve",
        "run.publish",
        "assessment.approve",
        "assessment.publish",
      ])
      .select(["action", (eb) => eb.fn.countAll<string>().as("count")])
      .groupBy("action")
      .execute();
    expect(Object.fromEntries(told.map(({ action, count }) => [action, Number(count)]))).toEqual({
      "run.compile": 1,
      "run.approve": 1,
      "run.publish": 1,
      "assessment.approve": 4,
      "assessment.publish": 4,
    });
    // Everybody with a part in it but who published; each unit's people of their own rank.
    const notices = await app.db
      .selectFrom("notice as n")
      .innerJoin("account as a", "a.id", "n.account_id")
      .where("n.kind", "=", "published")
      .select(["a.login", "n.data", "n.link"])
      .orderBy("a.login")
      .execute();
    expect(notices.map(({ login }) => login)).toEqual([
      "dieu.phoi.xh",
      ...campaign.units.map((_, place) => `don.vi.${place}`),
      "quan.sat.xh",
      "tham.dinh.xh",
    ]);
    expect(notices[1]).toMatchObject({
      data: { unit: unitAt(0).name, rank: 2 },
      link: `/campaigns/${campaign.id}/results/${unitAt(0).id}`,
    });
    const steps = await app.db
      .selectFrom("assessment_step")
      .where("assessment_id", "=", unitAt(0).assessment)
      .select(["from_state", "to_state"])
      .orderBy("id", "desc")
      .limit(2)
      .execute();
    expect(steps).toEqual([
      { from_state: "approved", to_state: "published" },
      { from_state: "appraised", to_state: "approved" },
    ]);
  });

  it("is taken back with a reason, and what was approved may be appraised again", async () => {
    await appraised();
    const { body: run } = await must(compile());
    await must(decide(run.id, "approve"));
    await must(decide(run.id, "publish"));
    const { body } = await must(decide(run.id, "withdraw", { reason: "Công bố nhầm ngày" }));
    expect(body).toMatchObject({ state: "withdrawn", withdrawn: { reason: "Công bố nhầm ngày" } });
    expect(await statesNow()).toEqual(Array(4).fill("appraised"));
    const rows = await app.db
      .selectFrom("published_result")
      .where("campaign_id", "=", campaign.id)
      .selectAll()
      .execute();
    expect(rows).toEqual([]);
    expect((await decide(run.id, "withdraw", { reason: "lần nữa" })).body.code).toBe("state-refused");
    await must(compile());
  });
});

describe("a revision", () => {
  const revise = (body: object): Promise<Answered> =>
    campaign.coordinator.send("POST", `/campaigns/${campaign.id}/revisions`, body);

  it("opens what was approved, with a reason; the next run corrects the approved one and says how", async () => {
    await appraised();
    expect((await revise({ reason: "Sớm quá" })).body.code).toBe("state-refused");
    const { body: first } = await must(compile());
    await must(decide(first.id, "approve"));
    await must(decide(first.id, "publish"));
    const { body: revision } = await must(
      revise({ reason: "Kiến nghị của Đơn vị 3", unitIds: [unitAt(2).id] }),
    );
    expect(revision).toMatchObject({ run: { id: first.id, number: 1 }, reopened: 1 });
    expect(await statesNow()).toEqual(["published", "published", "appraising", "published"]);
    // What is public stays so until the next run is.
    expect((await campaign.observer.get(`/runs/${first.id}`)).body.state).toBe("published");
    await judge(unitAt(2), "2.1", { points: "7.5", reason: "Đã bổ sung chứng từ" });
    await step(campaign.coordinator, unitAt(2).assessment, "finish", { force: true, reason: "Xong" });
    const { body: second } = await must(compile());
    expect(second).toMatchObject({
      number: 2,
      revises: { id: first.id, number: 1 },
      reason: "Kiến nghị của Đơn vị 3",
    });
    const { items } = (await campaign.observer.get(`/runs/${second.id}/differences?against=${first.id}`))
      .body;
    expect(items).toEqual([
      {
        unit: { id: unitAt(2).id, name: unitAt(2).name },
        group: "lon",
        totalBefore: "25.17",
        totalAfter: "26.17",
        rankBefore: 3,
        rankAfter: 3,
        codes: [
          {
            code: "2.1",
            title: "Chi cho chuyển đổi số",
            before: "6.5",
            after: "7.5",
            cause: "appraised",
            reason: "Đã bổ sung chứng từ",
          },
        ],
      },
    ]);
    await must(decide(second.id, "approve"));
    expect((await campaign.observer.get(`/runs/${first.id}`)).body.state).toBe("published");
    await must(decide(second.id, "publish"));
    expect((await campaign.observer.get(`/runs/${first.id}`)).body.state).toBe("superseded");
    expect(await statesNow()).toEqual(Array(4).fill("published"));
  });

  it("gives time to appraise when the stage is over, and holds an approved run back from being published", async () => {
    await appraised();
    const { body: run } = await must(compile());
    await must(decide(run.id, "approve"));
    await must(revise({ reason: "Sai số liệu", dueAt: "2027-01-15T10:00:00Z" }));
    expect(await statesNow()).toEqual(Array(4).fill("appraising"));
    expect((await decide(run.id, "publish")).body.code).toBe("state-refused");
    const { items } = (await campaign.coordinator.get(`/campaigns/${campaign.id}/extensions`)).body;
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ stage: "appraise", dueAt: "2027-01-15T10:00:00.000Z" });
    expect((await revise({ reason: "Lần nữa" })).body.code).toBe("state-refused");
  });
});

describe("a tested campaign", () => {
  it("is not shown to a unit's own people, and nobody meets a run that is not there", async () => {
    await appraised();
    const { body: run } = await must(compile());
    for (const path of [
      `/campaigns/${campaign.id}/runs`,
      `/campaigns/${campaign.id}/compile`,
      `/runs/${run.id}`,
    ])
      expect([path, (await unitAt(0).people.get(path)).body.code]).toEqual([path, "forbidden"]);
    const nowhere = "00000000-0000-4000-8000-000000000000";
    for (const path of [
      `/runs/${nowhere}`,
      `/campaigns/${nowhere}/runs`,
      `/runs/${run.id}/differences?against=${nowhere}`,
    ])
      expect([path, (await campaign.observer.get(path)).body.code]).toEqual([path, "not-found"]);
  });
});
