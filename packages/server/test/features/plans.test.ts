/** Plans beside their sets: brought, checked, taken over from documents, printed. */
import { type Block, readDocument } from "@opendti/documents";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formOf } from "../files/form.js";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const SET = "/sets/quang-ngai-so-nganh-2022/versions/1/plans";
const plan = (key: string, set = "quang-ngai-so-nganh-2022", more = ""): string => `
plan: ${key}
set: ${set}
title: Kế hoạch thử
issuer: Ban Dân tộc tỉnh Bình Phước
years: { from: 2026 }
reporting: quarterly
organisations: { van-phong: Văn phòng, thanh-tra: Thanh tra }
assignments:
  - { code: "2.1", lead: [van-phong], coordinating: [thanh-tra] }
${more}`;

let app: RunningApp;
let units: SmallProvince;
let coordinator: Person;
let officer: Person;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  coordinator = (await openCampaign(app, units)).coordinator;
  await app.account("can.bo", ["unit-officer", units.department]);
  officer = await app.signedIn("can.bo");
}, 60_000);
afterAll(() => app.close());

async function wordsOf(person: Person, path: string): Promise<string> {
  const answer = await app.server.inject({
    method: "GET",
    url: `/api/v1${path}`,
    headers: { host: "localhost", cookie: person.cookie },
  });
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  const { blocks } = await readDocument(answer.rawPayload, "van-ban.docx");
  const textOf = (block: Block): string =>
    block.kind === "table"
      ? block.table.rows.map((row) => row.map(({ text }) => text).join("\t")).join("\n")
      : block.text;
  return blocks.map(textOf).join("\n");
}

describe("a plan", () => {
  it("is kept as it was issued, with what the checks find in it; everybody reads it", async () => {
    const made = await coordinator.send("POST", SET, {
      source: plan("thu", undefined, '  - { code: "9.9", lead: [thanh-tra] }\n'),
    });
    expect(made.status).toBe(201);
    const codes = made.body.findings.map(({ code }: { code: string }) => code);
    expect(codes).toContain("plan-unknown-code");
    expect(codes).toContain("plan-missing-assignment");
    const { body } = await officer.get(`/plans/${made.body.id}`);
    expect(body.lines).toMatchObject([
      { code: "2.1", title: expect.any(String), lead: ["Văn phòng"], coordinating: ["Thanh tra"] },
      { code: "9.9", title: null, lead: ["Thanh tra"] },
    ]);
    expect((await officer.get(SET)).body.items).toMatchObject([{ key: "thu", assignments: 2, year: 2026 }]);
  });

  it.each([
    ["không: phải", /Dòng 1/],
    [plan("thu", "bo-khac"), /bo-khac/],
  ])("that is none, or another set's, is refused with its place", async (source, detail) => {
    const sent = await coordinator.send("POST", SET, { source });
    expect(sent.body).toMatchObject({ code: "content-refused", detail: expect.stringMatching(detail) });
  });

  it("is not kept twice, and thrown away on the version that was seen", async () => {
    expect((await coordinator.send("POST", SET, { source: plan("thu") })).body.code).toBe("already-exists");
    const made = await coordinator.send("POST", SET, { source: plan("hai") });
    const url = `/plans/${made.body.id}`;
    const stale = await coordinator.send("DELETE", url, undefined, { "if-match": '"7"' });
    expect(stale.body.code).toBe("changed-meanwhile");
    const gone = await coordinator.send("DELETE", url, undefined, { "if-match": '"1"' });
    expect(gone.status).toBe(204);
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_type", "=", "plan")
      .where("subject_id", "=", made.body.id)
      .select("action")
      .orderBy("id")
      .execute();
    expect(events.map(({ action }) => action)).toEqual(["plan.create", "plan.delete"]);
  });

  it("is printed under the letterhead of its issuer, and of a quarter for one lead", async () => {
    const { id } = (await coordinator.send("POST", SET, { source: plan("in-ra") })).body;
    const printed = await wordsOf(officer, `/plans/${id}/reports/assignment`);
    for (const part of ["UBND TỈNH BÌNH PHƯỚC", "BAN DÂN TỘC", "KẾ HOẠCH", "Văn phòng", "Thanh tra"])
      expect(printed).toContain(part);
    const progress = await wordsOf(
      officer,
      `/plans/${id}/reports/progress?quarter=3&year=2026&lead=van-phong`,
    );
    expect(progress.toLocaleLowerCase("vi")).toContain("quý iii");
    // With an assessment on the set, its points stand beside the indicators.
    const [assessment] = (await officer.get(`/plans/${id}`)).body.assessments;
    expect(assessment).toMatchObject({ unit: "Sở Một", year: 2026 });
    expect((await officer.get(`/plans/${id}`)).body.assessments).toHaveLength(1);
    expect((await coordinator.get(`/plans/${id}`)).body.assessments).toHaveLength(2);
    const field = `/assessments/${assessment.id}/answers/2.1.1/choice`;
    expect((await officer.send("PUT", field, { value: 1 }, { "if-match": '"0"' })).status).toBe(200);
    const path = `/plans/${id}/reports/progress?assessment=${assessment.id}`;
    const cellsOf = (words: string) => (/^[^\n]*2\.1\t[^\n]*$/m.exec(words)?.[0] ?? "").split("\t");
    expect(cellsOf(await wordsOf(officer, path))).toContain("10");
    expect(cellsOf(await wordsOf(officer, `/plans/${id}/reports/progress`))).not.toContain("10");
    const [strange] = (await officer.get(SET)).body.items.filter(({ key }: { key: string }) => key === "thu");
    const unprintable = await officer.get(`/plans/${strange.id}/reports/assignment`);
    expect(unprintable.body).toMatchObject({
      code: "content-refused",
      detail: expect.stringContaining("9.9"),
    });
    const refused = await officer.get(`/plans/${id}/reports/progress?lead=khong-co`);
    expect(refused.body.code).toBe("content-refused");
  });
});

describe("a document that prints who leads what", () => {
  const table = [
    "TT,Chỉ số,Điểm tối đa,Cách tính điểm,Đơn vị chủ trì,Đơn vị phối hợp",
    "1,Nhận thức số,10,,,",
    "1.1,Có kế hoạch chuyển đổi số,5,Có: điểm tối đa; Không: 0 điểm,Văn phòng,Các phòng thuộc Sở",
    "1.2,Người đứng đầu chủ trì chuyển đổi số,5,Có: điểm tối đa; Không: 0 điểm,Phòng Tổng hợp,Văn phòng",
  ].join("\n");

  it("gives the draft its plan, under the id that the set was given", async () => {
    const form = formOf("ke-hoach.csv", Buffer.from(table));
    const read = await ask(app, {
      method: "POST",
      url: "/api/v1/set-imports",
      headers: { ...form.headers, cookie: coordinator.cookie, "x-csrf-token": coordinator.csrfToken },
      payload: form.payload,
    });
    const { sets } = (await coordinator.get(`/set-imports/${read.body.id}/content`)).body;
    const source = { ...sets[0].set, id: "bo-da-doi-ten" };
    const draft = await coordinator.send(
      "POST",
      `/set-imports/${read.body.id}/drafts`,
      { set: 0, source, cases: false },
      { "if-match": '"1"' },
    );
    const path = `/sets/bo-da-doi-ten/versions/${draft.body.version}/plans`;
    const { items } = (await coordinator.get(path)).body;
    expect(items).toHaveLength(1);
    const { lines } = (await coordinator.get(`/plans/${items[0].id}`)).body;
    expect(lines).toMatchObject([
      { code: "1.1", lead: ["Văn phòng"] },
      { code: "1.2", lead: ["Phòng Tổng hợp"], coordinating: ["Văn phòng"] },
    ]);
    // The plan of a draft is as little anybody's business as the draft.
    expect((await officer.get(`/plans/${items[0].id}`)).status).toBe(404);
  });
});
