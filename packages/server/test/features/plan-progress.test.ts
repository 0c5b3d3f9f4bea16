/** Reporting on a plan: who stands for whom, a unit's quarter line by line, the coordinator's view of all, the document. */
import { type Block, readDocument } from "@opendti/documents";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { remind } from "../../src/features/notices/reminding.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const SET = "/sets/quang-ngai-so-nganh-2022/versions/1/plans";
const plan = (key: string): string => `
plan: ${key}
set: quang-ngai-so-nganh-2022
title: Kế hoạch nâng cao chỉ số
issuer: Ủy ban nhân dân tỉnh Minh Họa
years: { from: 2026 }
reporting: quarterly
organisations: { so-mot: Sở Một, so-hai: "Sở Hai", dn: Các doanh nghiệp viễn thông }
assignments:
  - { code: "2.1.1", lead: [so-mot], coordinating: [so-hai], deadline: { text: Quý II năm 2026, kind: by, due: "2026-06-30" } }
  - { code: "2.1.3", lead: [so-mot, so-hai], deadline: { text: Ngày 15/12/2026, kind: by, due: "2026-12-15" } }
  - { code: "2.1.3", input: b, lead: [so-mot], deadline: { text: Thường xuyên, kind: continuous } }
  - { code: "2.1.4", lead: [so-hai], deadline: { text: Quý IV hằng năm, kind: every_year } }
  - { code: "2.2.1", lead: [dn] }
`;
const told = (done: string, more: object = {}) => ({
  finished: false,
  done,
  difficulties: "",
  proposal: "",
  ...more,
});
const at = (version: number) => ({ "if-match": `"${version}"` });

let app: RunningApp;
let units: SmallProvince;
let coordinator: Person;
let officer: Person;
let head: Person;
let other: Person;
let observer: Person;
let planId: string;
let count = 0;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  coordinator = (await openCampaign(app, units)).coordinator;
  await app.account("can.bo", ["unit-officer", units.department]);
  await app.account("giam.doc", ["unit-head", units.department]);
  await app.account("so.hai", ["unit-officer", units.other]);
  await app.account("lanh.dao", ["observer", units.province]);
  officer = await app.signedIn("can.bo");
  head = await app.signedIn("giam.doc");
  other = await app.signedIn("so.hai");
  observer = await app.signedIn("lanh.dao");
}, 60_000);
afterAll(() => app.close());

/** A plan whose two departments report, since the second quarter. */
beforeEach(async () => {
  count += 1;
  planId = (await coordinator.send("POST", SET, { source: plan(`ke-hoach-${count}`) })).body.id;
  const items = [
    { key: "so-mot", unitId: units.department },
    { key: "so-hai", unitId: units.other },
  ];
  const mapped = await coordinator.send("PUT", `/plans/${planId}/organisations`, { items }, at(1));
  expect(mapped.status).toBe(200);
  await app.db.updateTable("plan_organisation").set({ since: "2026-05-01T00:00:00Z" }).execute();
});

const line = (organisation: string, code: string, quarter = 3): string =>
  `/plans/${planId}/progress/${organisation}/2026/${quarter}/${code}`;
const save = (person: Person, body: object, version = 0, path = line("so-mot", "2.1.1")) =>
  person.send("PUT", path, body, at(version));
const board = async (person: Person, period = "?year=2026&quarter=3") =>
  (await person.get(`/plans/${planId}/progress${period}`)).body;
const lead = async (person: Person, organisation = "so-mot") =>
  (await board(person)).leads.find((one: { organisation: string }) => one.organisation === organisation);
const send = async (person: Person, version: number, organisation = "so-mot") =>
  person.send("POST", `/plans/${planId}/progress/${organisation}/2026/3/send`, undefined, at(version));

async function wordsOf(person: Person, query: string): Promise<string> {
  const answer = await app.server.inject({
    method: "GET",
    url: `/api/v1/plans/${planId}/reports/progress?${query}`,
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

describe("the organisations of a plan", () => {
  it("are suggested by code, name and what a closed unit went into; some stay without a unit", async () => {
    const closed = await app.db
      .insertInto("unit")
      .values({
        code: "so-cu",
        kind: "so-nganh",
        name: "Sở Cũ",
        short_name: "Sở Cũ",
        parent_id: units.province,
        valid_from: "2008-01-01",
        valid_to: "2025-06-30",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await app.db
      .insertInto("unit_succession")
      .values({
        predecessor_id: closed.id,
        successor_id: units.other,
        kind: "merged",
        on_date: "2025-07-01",
        legal_basis: "",
      })
      .execute();
    const source = plan("goi-y").replace(
      'so-mot: Sở Một, so-hai: "Sở Hai"',
      "so-mot: Cơ quan khác tên, so-hai: Sở Cũ, ngoai: Phòng A",
    );
    const { id } = (await coordinator.send("POST", SET, { source })).body;
    const { body } = await coordinator.get(`/plans/${id}/organisations`);
    expect(body.items).toMatchObject([
      { key: "so-mot", leads: 3, unit: null, suggested: { name: "Sở Một" } },
      { key: "so-hai", leads: 2, suggested: { name: "Sở Hai" } },
      { key: "dn", leads: 1, suggested: null },
      { key: "ngoai", leads: 0, suggested: { name: "Phòng A" } },
    ]);
    // Who may take no suggestion is given none.
    const seen = (await officer.get(`/plans/${id}/organisations`)).body;
    expect(seen.items[0]).toMatchObject({ unit: null, suggested: null });
  });

  it("are given their units on the version that was seen, from the plan and the register alone", async () => {
    const url = `/plans/${planId}/organisations`;
    const change = (items: object[], version = 2) => coordinator.send("PUT", url, { items }, at(version));
    const taken = { key: "so-hai", unitId: null };
    expect((await change([taken], 1)).body.code).toBe("changed-meanwhile");
    expect((await change([{ key: "khong-co", unitId: null }])).body.code).toBe("content-refused");
    expect((await change([{ key: "dn", unitId: planId }])).body.code).toBe("content-refused");
    expect((await change([taken, taken])).body.code).toBe("content-refused");
    expect((await change([taken])).body).toMatchObject({ version: 3 });
    // What is so already changes nothing.
    expect((await change([taken], 3)).body).toMatchObject({ version: 3 });
    expect((await other.get("/plans")).body.items.map(({ id }: { id: string }) => id)).not.toContain(planId);
  });
});

describe("a unit", () => {
  it("sees what it leads, with the light of each deadline, and nothing of others", async () => {
    const own = await board(officer);
    expect(own).toMatchObject({
      period: { year: 2026, quarter: 3 },
      on: "2026-09-30",
      leads: [{ organisation: "so-mot", expected: true, late: true, may: { write: true, giveBack: false } }],
      lines: [
        { code: "2.1.1", state: "overdue", max: "10", coordinating: ["Sở Hai"], entry: null },
        { code: "2.1.3", input: "", state: "in-time", others: ["Sở Hai"] },
        { code: "2.1.3", input: "b", state: "continuous", max: null },
      ],
    });
    // The newest quarter looks at the deadlines of today; a quarter that has not begun is nothing to write in.
    expect(await board(officer, "?year=2026&quarter=4")).toMatchObject({ on: "2026-11-22" });
    const ahead = await save(officer, told("Sớm"), 0, `/plans/${planId}/progress/so-mot/2027/1/2.1.1`);
    expect(ahead.body.code).toBe("not-yet-open");
    await app.account("ai.do");
    expect(await board(await app.signedIn("ai.do"))).toMatchObject({ leads: [], lines: [] });
  });

  it("saves each assignment for itself, on the version that was seen, and the same again changes nothing", async () => {
    const first = await save(officer, told("Đã trình kế hoạch", { finished: true }));
    expect(first).toMatchObject({ status: 200, body: { entry: { version: 1 }, report: { version: 1 } } });
    const again = await save(officer, told("Đã trình kế hoạch", { finished: true }));
    expect(again.body).toMatchObject({ entry: { version: 1 }, report: { version: 1 } });
    const stale = await save(head, told("Việc khác"));
    expect(stale).toMatchObject({
      status: 412,
      body: { code: "changed-meanwhile", current: { done: "Đã trình kế hoạch", version: 1 } },
    });
    expect((await save(head, told("Việc khác"), 1)).body.entry.version).toBe(2);
    const datum = await save(officer, told("Số liệu"), 0, `${line("so-mot", "2.1.3")}?input=b`);
    expect(datum.status).toBe(200);
    expect((await board(officer)).lines).toMatchObject([
      { entry: { done: "Việc khác", by: { displayName: expect.any(String) } } },
      { entry: null },
      { input: "b", entry: { done: "Số liệu" } },
    ]);
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "=", planId)
      .where("action", "=", "plan.report")
      .select(["before", "after", "unit_id"])
      .orderBy("id")
      .execute();
    expect(events).toHaveLength(3);
    expect(events[1]).toMatchObject({
      unit_id: units.department,
      before: { code: "2.1.1", done: "Đã trình kế hoạch" },
      after: { code: "2.1.1", done: "Việc khác", quarter: 3 },
    });
  });

  it("writes nowhere else: not for others, not what it does not lead, not as an observer", async () => {
    expect((await save(other, told("Lạ"))).status).toBe(403);
    expect((await save(observer, told("Lạ"))).status).toBe(403);
    expect((await save(coordinator, told("Lạ"))).status).toBe(403);
    expect((await save(officer, told("Lạ"), 0, line("so-mot", "2.2.1"))).status).toBe(404);
    expect((await save(officer, told("Lạ"), 0, line("dn", "2.2.1"))).status).toBe(403);
    expect((await send(other, 0)).status).toBe(403);
  });

  it("sends a quarter on what it saw of it, and changes it again only when it is given back with a reason", async () => {
    await save(officer, told("Xong bước một"));
    expect((await send(head, 0)).body.code).toBe("changed-meanwhile");
    expect((await send(head, 1)).status).toBe(204);
    expect(await lead(officer)).toMatchObject({
      report: { state: "sent" },
      late: false,
      may: { write: false },
    });
    expect((await save(officer, told("Sửa"), 1)).body.code).toBe("state-refused");
    expect((await send(head, 2)).body.code).toBe("state-refused");
    const back = (person: Person, version: number) =>
      person.send(
        "POST",
        `/plans/${planId}/progress/so-mot/2026/3/return`,
        { reason: "Thiếu số liệu" },
        at(version),
      );
    expect((await back(officer, 2)).status).toBe(403);
    expect((await back(coordinator, 1)).body.code).toBe("changed-meanwhile");
    expect((await back(coordinator, 2)).status).toBe(204);
    expect((await back(coordinator, 3)).body.code).toBe("state-refused");
    expect(await lead(officer)).toMatchObject({
      report: { state: "open", reason: "Thiếu số liệu" },
      may: { write: true },
    });
    const { items } = (await officer.get("/notices")).body;
    expect(items[0]).toMatchObject({
      title: "Báo cáo tiến độ được trả lại",
      body: expect.stringContaining("Thiếu số liệu"),
      link: `/plans/${planId}/progress?year=2026&quarter=3`,
    });
    expect((await save(officer, told("Sửa"), 1)).status).toBe(200);
    expect((await send(officer, 4)).status).toBe(204);
    expect((await lead(officer)).report.reason).toBeNull();
  });

  it("is reminded before the quarter ends, as long as it has not sent", async () => {
    const now = app.clock.now;
    app.clock.now = new Date("2026-12-29T02:00:00Z");
    const sender = await app.signedIn("so.hai");
    await sender.send("POST", `/plans/${planId}/progress/so-hai/2026/4/send`, undefined, at(0));
    await remind(app.platform);
    const reminded = async (person: Person) =>
      (await person.get("/notices")).body.items.filter(({ link }: { link: string }) => link.includes(planId));
    const again = await app.signedIn("can.bo");
    expect(await reminded(again)).toMatchObject([
      {
        title: "Sắp đến hạn báo cáo tiến độ",
        body: expect.stringMatching(/Sở Một.*31\/12\/2026/),
        link: `/plans/${planId}/progress?year=2026&quarter=4`,
      },
    ]);
    expect(await reminded(sender)).toEqual([]);
    app.clock.now = now;
  });

  it("finds what it said before beside this quarter, and what was done stays done", async () => {
    await save(officer, told("Quý trước", { finished: true }), 0, line("so-mot", "2.1.1", 2));
    const [first] = (await board(officer)).lines;
    expect(first).toMatchObject({
      state: "finished",
      entry: null,
      before: [{ year: 2026, quarter: 2, done: "Quý trước", finished: true }],
    });
    await save(officer, told("Làm lại"));
    expect((await board(officer)).lines[0]).toMatchObject({ state: "overdue", entry: { done: "Làm lại" } });
  });

  it("has to do anew in another year what is due every year", async () => {
    const path = (year: number) => `/plans/${planId}/progress/so-hai/${year}/4/2.1.4`;
    const lightOf = async (year: number) =>
      (await board(other, `?year=${year}&quarter=4`)).lines.find(
        ({ code }: { code: string }) => code === "2.1.4",
      );
    await save(other, told("Năm trước đã làm", { finished: true }), 0, path(2025));
    expect(await lightOf(2025)).toMatchObject({ state: "finished" });
    expect(await lightOf(2026)).toMatchObject({ state: "in-time", before: [{ finished: true }] });
  });

  it("keeps the plan on which it has reported", async () => {
    await save(officer, told("Có báo cáo"));
    const gone = await coordinator.send("DELETE", `/plans/${planId}`, undefined, at(2));
    expect(gone.body.code).toBe("state-refused");
  });
});

describe("whoever sees every unit", () => {
  it("reads what was sent, and of what was not sent only that it was not", async () => {
    await save(officer, told("Bản nháp", { finished: true }));
    expect((await board(observer)).lines[0]).toMatchObject({
      organisation: "so-mot",
      entry: null,
      state: "overdue",
    });
    expect((await board(observer)).leads).toMatchObject([
      {
        organisation: "so-mot",
        unit: { name: "Sở Một" },
        late: true,
        may: { write: false, giveBack: false },
      },
      { organisation: "so-hai", late: true },
      { organisation: "dn", unit: null, expected: false, late: false },
    ]);
    await send(head, 1);
    expect((await board(observer)).lines[0]).toMatchObject({
      entry: { done: "Bản nháp" },
      state: "finished",
    });
    expect(
      (await board(other)).lines.map(({ organisation }: { organisation: string }) => organisation),
    ).toEqual(["so-hai", "so-hai"]);
    expect(await lead(coordinator)).toMatchObject({ may: { giveBack: true } });
  });

  it("is told of the report that is due, until everybody has sent it", async () => {
    const due = async (person: Person) =>
      (await person.get("/plans")).body.items.find(({ id }: { id: string }) => id === planId)?.due;
    const missing = { year: 2026, quarter: 3, dueOn: "2026-09-30", late: true };
    expect(await due(coordinator)).toEqual({ ...missing, expected: 2, sent: 0 });
    expect(await due(officer)).toEqual({ ...missing, expected: 1, sent: 0 });
    await send(officer, 0);
    expect(await due(officer)).toBeNull();
    expect(await due(coordinator)).toEqual({ ...missing, expected: 2, sent: 1 });
    await send(other, 0, "so-hai");
    expect(await due(coordinator)).toBeNull();
    // Ten days before its end the next one is asked for; of the quarter now over nothing is missing.
    const now = app.clock.now;
    app.clock.now = new Date("2026-12-21T02:00:00Z");
    const later = await app.signedIn("can.bo");
    const items = (await later.get("/plans")).body.items as { id: string; due: unknown }[];
    app.clock.now = now;
    expect(items.find(({ id }) => id === planId)?.due).toMatchObject({ quarter: 4, late: false });
  });
});

describe("the progress report", () => {
  it("prints what is stored: the sender its own, whoever sees all what was sent, others blanks", async () => {
    await save(
      officer,
      told("Ban hành <b>Kế hoạch</b> & quy chế", {
        finished: true,
        difficulties: "Thiếu kinh phí",
        proposal: "Bố trí kinh phí",
      }),
    );
    await save(officer, told("Sở Một đã rà soát"), 0, line("so-mot", "2.1.3"));
    const own = await wordsOf(officer, "quarter=3&year=2026&lead=so-mot");
    for (const part of [
      "Ban hành <b>Kế hoạch</b> & quy chế",
      "Thiếu kinh phí",
      "Bố trí kinh phí",
      "30/9/2026",
    ])
      expect(own).toContain(part);
    expect(await wordsOf(coordinator, "quarter=3&year=2026")).not.toContain("Ban hành");
    await send(officer, 2);
    await save(other, told("Sở Hai góp ý"), 0, line("so-hai", "2.1.3"));
    await send(other, 1, "so-hai");
    const all = await wordsOf(coordinator, "quarter=3&year=2026");
    expect(all).toContain("Sở Một: Sở Một đã rà soát");
    expect(all).toContain("Sở Hai: Sở Hai góp ý");
    expect(all).toMatch(/Hoàn thành/);
    expect(await wordsOf(coordinator, "quarter=3&year=2026&lead=so-hai")).not.toContain("Ban hành");
    expect(await wordsOf(other, "quarter=3&year=2026")).not.toContain("Ban hành");
    const year = await wordsOf(coordinator, "year=2026");
    expect(year).toContain("Quý III: Ban hành");
    expect(year).toContain("Sở Một, quý III: Sở Một đã rà soát");
  });
});
