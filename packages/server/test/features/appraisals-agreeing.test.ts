import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type Appraising, appraising, judge } from "../running/appraising.js";
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

interface Choice {
  readonly assessmentId: string;
  readonly code: string;
  readonly version?: number;
}

const send = async (person: Person, part: "preview" | "agree", items: readonly Choice[]) =>
  person.send("POST", `/campaigns/${at.campaign.id}/appraisals/${part}`, { items });
const reasons = (body: { skipped: { code: string; reason: string }[] }) =>
  body.skipped.map(({ code, reason }) => `${code} ${reason}`);

describe("agreeing in bulk", () => {
  it("is shown first, with what it leaves out and why", async () => {
    await judge(at.specialist, at.own, "2.1.1", 0, { verdict: "agreed" });
    await judge(at.specialist, at.own, "2.1.2", 0, { verdict: "adjusted", points: "5", reason: "Một nửa" });
    await at.specialist.send("POST", `/assessments/${at.own}/queries`, {
      code: "2.1.3",
      body: "?",
      dueAt: "2026-11-29T10:00:00Z",
    });
    const stranger = randomUUID();
    const items = [
      ...["2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.2.1", "2.1", "9.9"].map((code) => ({
        assessmentId: at.own,
        code,
      })),
      { assessmentId: at.other, code: "2.1.4" },
      { assessmentId: at.other, code: "2.1.4" },
      { assessmentId: stranger, code: "2.1.4" },
    ];
    const { body } = await send(at.specialist, "preview", items);
    expect(body.agree).toEqual([
      {
        assessmentId: at.own,
        unit: { id: units.department, name: "Sở Một" },
        code: "2.1.4",
        declared: "10",
        version: 0,
      },
      {
        assessmentId: at.other,
        unit: { id: units.other, name: "Sở Hai" },
        code: "2.1.4",
        declared: "10",
        version: 0,
      },
    ]);
    expect(reasons(body)).toEqual([
      "2.1.1 agreed",
      "2.1.2 adjusted",
      "2.1.3 query",
      "2.2.1 not-yours",
      "2.1 unknown",
      "9.9 unknown",
      "2.1.4 unknown",
    ]);
    expect(body.skipped.at(-1)).toMatchObject({ assessmentId: stranger, unit: null });
    // It was only shown.
    const { items: after } = (await at.coordinator.get(`/assessments/${at.other}/appraisal`)).body;
    expect(after.every(({ version }: { version: number }) => version === 0)).toBe(true);
  });

  it("is nobody's who does not appraise", async () => {
    for (const person of [at.observer, at.head, at.office])
      for (const part of ["preview", "agree"] as const)
        expect((await send(person, part, [{ assessmentId: at.own, code: "2.1.4", version: 0 }])).status).toBe(
          403,
        );
  });

  it("agrees with what may be agreed with, each judgement and each event by itself", async () => {
    const items = ["2.2.1", "2.2.2", "2.2.3"].flatMap((code) => [
      { assessmentId: at.own, code, version: 0 },
      { assessmentId: at.other, code, version: 0 },
    ]);
    await judge(at.coordinator, at.own, "2.2.2", 0, { verdict: "agreed" });
    await judge(at.coordinator, at.own, "2.2.2", 1, { verdict: null });
    const { body } = await send(at.coordinator, "agree", items);
    expect(body).toMatchObject({ agreed: 5, skipped: [{ code: "2.2.2", reason: "changed" }] });
    const own = (await at.coordinator.get(`/assessments/${at.other}/appraisal`)).body;
    expect(own).toMatchObject({
      state: "appraising",
      progress: { judged: 3 },
      totals: { appraised: "451.26" },
    });
    const history = await app.db
      .selectFrom("appraisal_history")
      .where("assessment_id", "=", at.other)
      .selectAll()
      .execute();
    expect(history).toHaveLength(3);
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "=", at.other)
      .where("action", "=", "appraisal.judge")
      .select("after")
      .execute();
    expect(events).toHaveLength(3);
    const again = (await send(at.coordinator, "agree", items)).body;
    expect(again.agreed).toBe(0);
  });

  it("of two at once agrees once", async () => {
    const items = ["2.3.1", "2.3.2", "2.3.3"].map((code) => ({ assessmentId: at.own, code, version: 0 }));
    const backwards = [...items].reverse().map((item) => ({ ...item, assessmentId: at.other }));
    const answers = await Promise.all(
      [0, 1, 2, 3].map((index) => {
        const both = index % 2 === 0 ? [...items, ...backwards] : [...backwards, ...items];
        return send(at.coordinator, "agree", both);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.agreed, 0)).toBe(6);
  });

  it("leaves out what is not being appraised", async () => {
    const { version } = (await at.coordinator.get(`/assessments/${at.own}`)).body;
    const back = await at.coordinator.send(
      "POST",
      `/assessments/${at.own}/return`,
      { reason: "Kê khai lại" },
      { "if-match": `"${version}"` },
    );
    expect(back.status).toBe(204);
    const { body } = await send(at.coordinator, "agree", [
      { assessmentId: at.own, code: "2.1.4", version: 0 },
      { assessmentId: at.other, code: "2.1.4", version: 0 },
    ]);
    expect(body).toMatchObject({ agreed: 1, skipped: [{ code: "2.1.4", reason: "state" }] });
  });
});
