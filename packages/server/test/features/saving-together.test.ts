/** Many people save in one assessment at once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessment as assessmentSchema } from "../../src/features/assessments/routes.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { declareRealUnit, type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let office: Person;
let head: Person;
let roomOfficer: Person;
let other: Person;
let assessment: string;
let otherAssessment: string;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("van.phong", ["unit-officer", units.department]);
  await app.account("thu.truong", ["unit-head", units.department]);
  await app.account("phong.a", ["unit-officer", units.room]);
  await app.account("so.hai", ["unit-officer", units.other], ["unit-head", units.other]);
  office = await app.signedIn("van.phong");
  head = await app.signedIn("thu.truong");
  roomOfficer = await app.signedIn("phong.a");
  other = await app.signedIn("so.hai");
  assessment = campaign.assessments[units.department] ?? "";
  otherAssessment = campaign.assessments[units.other] ?? "";
  await declareRealUnit(other, otherAssessment);
});
afterAll(() => app.close());

const put = (person: Person, field: string, value: unknown, version: number, of = assessment) =>
  person.send("PUT", `/assessments/${of}/answers/${field}`, { value }, { "if-match": `"${version}"` });

/** What is declared in the other unit, as a form would send it. */
async function realFields(): Promise<{ field: string; value: unknown }[]> {
  const { body } = await other.get(`/assessments/${otherAssessment}`);
  return (body.answers as { code: string; input: string; value: unknown }[]).map(
    ({ code, input, value }) => ({ field: `${code}/${input}`, value }),
  );
}

async function counts(of: string) {
  const one = async (table: "answer" | "answer_history") =>
    (await app.db.selectFrom(table).where("assessment_id", "=", of).select("version").execute()).length;
  const audited = await app.db
    .selectFrom("audit_event")
    .where("subject_id", "=", of)
    .where("action", "=", "answer.save")
    .select("after")
    .execute();
  return { answers: await one("answer"), history: await one("answer_history"), audited: audited.length };
}

const noted = (of: string) =>
  app.db
    .selectFrom("assessment")
    .where("id", "=", of)
    .select(["answered", "score", "max", "revision"])
    .executeTakeFirstOrThrow();

describe("many savers of one assessment", () => {
  it("on different fields all get through, and leave every answer and the score of all of them", async () => {
    const fields = await realFields();
    expect(fields.length).toBeGreaterThan(60);
    const people = [office, head];
    const saved = await Promise.all(
      fields.map(({ field, value }, index) => put(people[index % 2] as Person, field, value, 0)),
    );
    expect(saved.map(({ status }) => status)).toEqual(fields.map(() => 200));
    expect(await counts(assessment)).toEqual({
      answers: fields.length,
      history: fields.length,
      audited: fields.length,
    });
    const { answered, score, max } = await noted(assessment);
    expect({ answered, score, max }).toEqual(
      await noted(otherAssessment).then((one) => ({
        answered: one.answered,
        score: one.score,
        max: one.max,
      })),
    );
    expect({ score, max }).toEqual({ score: "451.26", max: "485" });
  });

  it("on one field let one through a version, and tell the others what stands there", async () => {
    const before = await counts(assessment);
    for (const version of [1, 2, 3]) {
      const tries = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          put(index % 2 ? office : head, "2.3.3/a", String(100 * version + index), version),
        ),
      );
      const through = tries.filter(({ status }) => status === 200);
      expect(through).toHaveLength(1);
      for (const { status, body } of tries)
        if (status !== 200)
          expect({ status, body }).toMatchObject({
            status: 412,
            body: {
              code: "changed-meanwhile",
              current: { value: through[0]?.body.value, version: version + 1 },
            },
          });
    }
    const after = await counts(assessment);
    expect(after.history - before.history).toBe(3);
    expect(after.audited - before.audited).toBe(3);
  });

  it("change nothing, and are not audited, when the value stands there already", async () => {
    const before = { ...(await counts(assessment)), ...(await noted(assessment)) };
    const again = await put(office, "2.1.3/a", "22", 0);
    expect(again.body).toMatchObject({ value: "22", version: 1 });
    expect({ ...(await counts(assessment)), ...(await noted(assessment)) }).toEqual(before);
  });

  it("save nothing more once their room has handed over, however close it was", async () => {
    const items = [{ code: "2.1.4", unitId: units.room, accountId: null }];
    await office.send("PUT", `/assessments/${assessment}/assignments`, { items });
    const part = `/assessments/${assessment}/parts/${units.room}`;
    const known = (await office.get(`/assessments/${assessment}`)).body.answers as {
      code: string;
      version: number;
    }[];
    let version = known.find(({ code }) => code === "2.1.4")?.version ?? 0;
    for (let round = 0; round < 8; round += 1) {
      const [saved, handed] = await Promise.all([
        put(roomOfficer, "2.1.4/choice", (round % 2) + 2, version),
        roomOfficer.send("POST", `${part}/hand-over`),
      ]);
      expect(handed.status).toBe(204);
      const events = await app.db
        .selectFrom("audit_event")
        .where("subject_id", "=", assessment)
        .where("action", "in", ["answer.save", "assessment.hand-over"])
        .select(["action", "after"])
        .orderBy("xact")
        .orderBy("id")
        .execute();
      // Refused, or counted before the hand-over; a save behind it would stand last.
      expect([200, 403]).toContain(saved.status);
      expect(events.at(-1)?.action).toBe("assessment.hand-over");
      if (saved.status === 200) version = saved.body.version;
      await office.send("POST", `${part}/return`, { reason: "Thử lại" });
    }
  });

  it("save nothing more once the head has submitted, and nothing that is not in the seal", async () => {
    const fields = (await realFields()).slice(0, 30);
    const { body } = await head.get(`/assessments/${assessment}`);
    const answers = body.answers as { code: string; input: string; version: number; value: unknown }[];
    const versionOf = (field: string) =>
      answers.find(({ code, input }) => `${code}/${input}` === field)?.version ?? 0;
    await office.send("POST", `/assessments/${assessment}/parts/${units.room}/hand-over`);
    // A save that comes before is one that the head has not seen: the head looks again, and submits that.
    const submit = async (tries: number): ReturnType<typeof head.send> => {
      const { version, revision } = (await head.get(`/assessments/${assessment}`)).body;
      const match = { "if-match": `"${version}"` };
      const answer = await head.send("POST", `/assessments/${assessment}/submit`, { revision }, match);
      return answer.status === 412 && tries > 1 ? submit(tries - 1) : answer;
    };
    const [submitted, ...saves] = await Promise.all([
      submit(fields.length + 1),
      ...fields.map(({ field }) => put(office, field, null, versionOf(field))),
    ]);
    for (const { status } of saves) expect([200, 409]).toContain(status);
    if (submitted.status === 200) {
      const seal = await app.db
        .selectFrom("seal")
        .where("assessment_id", "=", assessment)
        .select(["content", "total"])
        .executeTakeFirstOrThrow();
      const sealed = JSON.parse(seal.content).answers as { code: string; input: string; value: unknown }[];
      const stored = (await head.get(`/assessments/${assessment}`)).body.answers as typeof sealed;
      const told = (list: typeof sealed) =>
        list.filter(({ value }) => value !== null).map(({ code, input, value }) => [code, input, value]);
      expect(told(sealed).sort()).toEqual(told(stored).sort());
      expect((await noted(assessment)).score).toBe(seal.total);
      expect((await put(office, "2.1.3/b", "99", 1)).body.code).toBe("assessment-sealed");
    } else expect(submitted.body.code).toBe("checks-block");
  });
});

describe("an assessment that PostgreSQL writes as JSON", () => {
  it("is what the interface says it is, member by member", async () => {
    const item = { kind: "document", text: "Quyết định số 12/QĐ-STP ngày 03/02/2026" };
    expect(
      (await other.send("POST", `/assessments/${otherAssessment}/evidence`, { code: "2.1.3", item })).status,
    ).toBe(201);
    const url = { kind: "link", url: "https://example.vn/van-ban", title: 'Trang "chuyển đổi số"' };
    await other.send("POST", `/assessments/${otherAssessment}/evidence`, { code: "2.1.4", item: url });
    await other.send("POST", `/assessments/${otherAssessment}/comments`, { code: "2.1.3", body: "Xem lại" });
    const { body, headers } = await other.get(`/assessments/${otherAssessment}`);
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    const read = assessmentSchema.strict().safeParse(body);
    expect(read.error?.issues ?? []).toEqual([]);
    expect(body.evidence).toHaveLength(2);
    expect(body.evidence[1]).toMatchObject({
      ...url,
      code: "2.1.4",
      version: 1,
      by: { displayName: "so.hai" },
    });
    expect(body.answers[0].at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(body.comments).toEqual({ "2.1.3": 1 });
    const unread = assessmentSchema.strict().safeParse((await office.get(`/assessments/${assessment}`)).body);
    expect(unread.error?.issues ?? []).toEqual([]);
  });
});
