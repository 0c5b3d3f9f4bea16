import { beforeEach, describe, expect, it } from "vitest";
import type { Answered } from "../running/app.js";
import { must, step } from "../running/ranked-campaign.js";
import { type RunDesk, startDesk } from "../running/run-desk.js";

let desk: RunDesk;

beforeEach(async () => {
  desk = await startDesk();
  return () => desk.app.close();
}, 60_000);

describe("approving", () => {
  it("signs by the name of the role", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    const { body: approved } = await must(desk.decide(run.id, "approve"));
    expect(approved).toMatchObject({
      state: "approved",
      approved: { as: "Lãnh đạo phê duyệt", by: { displayName: "phe.duyet.xh" } },
      may: { approve: false, publish: true },
    });
    expect(await desk.statesNow()).toEqual(Array(4).fill("approved"));
  });

  it("shuts every way by which what scores are made of could change", async () => {
    const unit = desk.unitAt(0);
    const at = `/assessments/${unit.assessment}`;
    await desk.submit(4);
    // A question that was left open until the stage was over.
    const { body: query } = await must(
      desk.campaign.coordinator.send("POST", `${at}/queries`, {
        code: "1.1",
        body: "Vì sao?",
        dueAt: "2026-12-05T10:00:00Z",
      }),
    );
    await desk.finish(4, 1);
    desk.app.clock.now = new Date("2026-12-21T00:00:00Z");
    await desk.signInAgain();
    const { coordinator } = desk.campaign;
    const head = await desk.app.signedIn("don.vi.0");
    const { body: run } = await must(desk.compile());
    await must(desk.decide(run.id, "approve"));
    const { version, revision } = (await head.get(at)).body;
    const link = { kind: "link", url: "https://tinh.example" };
    const asking = [
      [coordinator, "PUT", `${at}/appraisal/1.1`, { verdict: "agreed" }, 0],
      [coordinator, "POST", `${at}/queries`, { code: "1.1", body: "Còn?", dueAt: "2026-12-05T10:00:00Z" }],
      [coordinator, "POST", `${at}/reopen`, { reason: "thử" }, version],
      [coordinator, "POST", `${at}/return`, { reason: "thử" }, version],
      [coordinator, "POST", `${at}/finish`, {}, version],
      [head, "POST", `${at}/submit`, { revision }, version],
      [head, "POST", `${at}/compile`, { revision }, version],
      [head, "PUT", `${at}/answers/1.1/a`, { value: "9" }, 1],
      [head, "PUT", `${at}/not-applicable/1.1`, { reason: "thử" }, 0],
      [head, "POST", `${at}/evidence`, { code: "1.1", item: link }],
      [head, "POST", `/queries/${query.id}/messages`, { body: "Vì thế", done: true }, query.version],
      [head, "POST", `/queries/${query.id}/evidence`, { item: link }],
      [coordinator, "POST", `/queries/${query.id}/messages`, { body: "Vì sao?" }, query.version],
      [coordinator, "PATCH", `/queries/${query.id}`, { dueAt: "2026-12-06T10:00:00Z" }, query.version],
      [coordinator, "POST", `/queries/${query.id}/close`, { outcome: "rejected" }, query.version],
      [coordinator, "POST", `/campaigns/${desk.campaign.id}/runs`, {}],
    ] as const;
    const answers: string[] = [];
    for (const [person, method, path, body, seen] of asking) {
      const headers: Record<string, string> = seen === undefined ? {} : { "if-match": `"${seen}"` };
      const answer = await person.send(method, path, body, headers);
      answers.push(
        `${method} ${path.split("/").slice(3).join("/")} ${answer.status} ${answer.body.code ?? "done"}`,
      );
    }
    expect(answers.filter((one) => !/ 409 (state-refused|assessment-sealed)$/.test(one))).toEqual([]);
    const agreed = await coordinator.send("POST", `/campaigns/${desk.campaign.id}/appraisals/agree`, {
      items: [{ assessmentId: unit.assessment, code: "1.1", version: 0 }],
    });
    expect(agreed.body).toMatchObject({ agreed: 0 });
    const finished = await coordinator.send("POST", `/campaigns/${desk.campaign.id}/finish`, {
      reason: "Hết hạn",
    });
    expect(finished.body).toMatchObject({ finished: 0 });
    expect(await desk.statesNow()).toEqual(Array(4).fill("approved"));
    expect((await coordinator.send("POST", `/runs/${run.id}/repeat`)).body.same).toBe(true);
  });

  it("is refused when anything has changed since the compilation", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    await must(
      desk.campaign.coordinator.send(
        "POST",
        `/assessments/${desk.unitAt(0).assessment}/reopen`,
        { reason: "Xem lại" },
        {
          "if-match": `"${(await desk.campaign.coordinator.get(`/assessments/${desk.unitAt(0).assessment}`)).body.version}"`,
        },
      ),
    );
    expect((await desk.decide(run.id, "approve")).body.blockers[0]).toMatchObject({ kind: "unfinished" });
    await desk.judge(desk.unitAt(0), "1.1", { points: "4", reason: "Một văn bản không có chữ ký" });
    await desk.finish(1);
    const refused = await desk.decide(run.id, "approve");
    expect([refused.body.code, refused.body.blockers]).toEqual(["state-refused", undefined]);
    const { body: again } = await must(desk.compile());
    await must(desk.decide(again.id, "approve"));
  });

  it("asks for the version that was seen, and for the role", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    const stale = await desk.campaign.approver.send("POST", `/runs/${run.id}/approve`, undefined, {
      "if-match": '"9"',
    });
    expect([stale.status, stale.body.code]).toEqual([412, "changed-meanwhile"]);
    for (const person of [
      desk.campaign.coordinator,
      desk.campaign.appraiser,
      desk.campaign.observer,
      desk.unitAt(0).people,
    ]) {
      const answer = await person.send("POST", `/runs/${run.id}/approve`, undefined, { "if-match": '"1"' });
      expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
    }
  });
});

describe("publishing", () => {
  it("makes results public, closes the campaign, and leaves a line of it for every unit", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    expect((await desk.decide(run.id, "publish")).body.code).toBe("state-refused");
    await must(desk.decide(run.id, "approve"));
    const { body: published } = await must(desk.decide(run.id, "publish"));
    expect(published).toMatchObject({ state: "published", published: { as: "Lãnh đạo phê duyệt" } });
    expect(await desk.statesNow()).toEqual(Array(4).fill("published"));
    expect((await desk.campaign.coordinator.get(`/campaigns/${desk.campaign.id}`)).body.status).toBe(
      "closed",
    );
    const results = await desk.app.db
      .selectFrom("published_result")
      .where("campaign_id", "=", desk.campaign.id)
      .selectAll()
      .execute();
    expect(results).toHaveLength(4);
    const told = await desk.app.db
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
    const notices = await desk.app.db
      .selectFrom("notice as n")
      .innerJoin("account as a", "a.id", "n.account_id")
      .where("n.kind", "=", "published")
      .select(["a.login", "n.data", "n.link"])
      .orderBy("a.login")
      .execute();
    expect(notices.map(({ login }) => login)).toEqual([
      "dieu.phoi.xh",
      ...desk.campaign.units.map((_, place) => `don.vi.${place}`),
      "quan.sat.xh",
      "tham.dinh.xh",
    ]);
    expect(notices[1]).toMatchObject({
      data: { unit: desk.unitAt(0).name, rank: 2 },
      link: `/campaigns/${desk.campaign.id}/results/${desk.unitAt(0).id}`,
    });
    const steps = await desk.app.db
      .selectFrom("assessment_step")
      .where("assessment_id", "=", desk.unitAt(0).assessment)
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
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    await must(desk.decide(run.id, "approve"));
    await must(desk.decide(run.id, "publish"));
    const { body } = await must(desk.decide(run.id, "withdraw", { reason: "Công bố nhầm ngày" }));
    expect(body).toMatchObject({ state: "withdrawn", withdrawn: { reason: "Công bố nhầm ngày" } });
    expect(await desk.statesNow()).toEqual(Array(4).fill("appraised"));
    const rows = await desk.app.db
      .selectFrom("published_result")
      .where("campaign_id", "=", desk.campaign.id)
      .selectAll()
      .execute();
    expect(rows).toEqual([]);
    expect((await desk.decide(run.id, "withdraw", { reason: "lần nữa" })).body.code).toBe("state-refused");
    const told = await desk.app.db
      .selectFrom("notice as n")
      .innerJoin("account as a", "a.id", "n.account_id")
      .where("n.kind", "=", "withdrawn")
      .select(["a.login", "n.data", "n.link"])
      .orderBy("a.login")
      .execute();
    expect(told.map(({ login }) => login)).toEqual([
      "dieu.phoi.xh",
      ...desk.campaign.units.map((_, place) => `don.vi.${place}`),
      "quan.sat.xh",
      "tham.dinh.xh",
    ]);
    expect(told[1]).toMatchObject({
      data: { unit: desk.unitAt(0).name, reason: "Công bố nhầm ngày" },
      link: `/assessments/${desk.unitAt(0).assessment}/review`,
    });
    await must(desk.compile());
  });
});

describe("a revision", () => {
  const revise = (body: object): Promise<Answered> =>
    desk.campaign.coordinator.send("POST", `/campaigns/${desk.campaign.id}/revisions`, body);

  it("opens what was approved, with a reason; the next run corrects the approved one and says how", async () => {
    await desk.appraised();
    expect((await revise({ reason: "Sớm quá" })).body.code).toBe("state-refused");
    const { body: first } = await must(desk.compile());
    await must(desk.decide(first.id, "approve"));
    await must(desk.decide(first.id, "publish"));
    const { body: revision } = await must(
      revise({ reason: "Kiến nghị của Đơn vị 3", unitIds: [desk.unitAt(2).id] }),
    );
    expect(revision).toMatchObject({ run: { id: first.id, number: 1 }, reopened: 1 });
    expect(await desk.statesNow()).toEqual(["published", "published", "appraising", "published"]);
    // What is public stays so until the next run is.
    expect((await desk.campaign.observer.get(`/runs/${first.id}`)).body.state).toBe("published");
    await desk.judge(desk.unitAt(2), "2.1", { points: "7.5", reason: "Đã bổ sung chứng từ" });
    await step(desk.campaign.coordinator, desk.unitAt(2).assessment, "finish", {
      force: true,
      reason: "Xong",
    });
    const { body: second } = await must(desk.compile());
    expect(second).toMatchObject({
      number: 2,
      revises: { id: first.id, number: 1 },
      reason: "Kiến nghị của Đơn vị 3",
    });
    const { items } = (await desk.campaign.observer.get(`/runs/${second.id}/differences?against=${first.id}`))
      .body;
    expect(items).toEqual([
      {
        unit: { id: desk.unitAt(2).id, name: desk.unitAt(2).name },
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
    await must(desk.decide(second.id, "approve"));
    expect((await desk.campaign.observer.get(`/runs/${first.id}`)).body.state).toBe("published");
    await must(desk.decide(second.id, "publish"));
    expect((await desk.campaign.observer.get(`/runs/${first.id}`)).body.state).toBe("superseded");
    expect(await desk.statesNow()).toEqual(Array(4).fill("published"));
  });

  it("gives time to appraise when the stage is over, and holds an approved run back from being published", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    await must(desk.decide(run.id, "approve"));
    await must(revise({ reason: "Sai số liệu", dueAt: "2027-01-15T10:00:00Z" }));
    expect(await desk.statesNow()).toEqual(Array(4).fill("appraising"));
    expect((await desk.decide(run.id, "publish")).body.code).toBe("state-refused");
    const { items } = (await desk.campaign.coordinator.get(`/campaigns/${desk.campaign.id}/extensions`)).body;
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ stage: "appraise", dueAt: "2027-01-15T10:00:00.000Z" });
    expect((await revise({ reason: "Lần nữa" })).body.code).toBe("state-refused");
  });
});
