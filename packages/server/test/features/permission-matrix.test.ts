/** Every route × every role × things of the own and of another unit. A route that is not in the table fails. */
import { Readable } from "node:stream";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readPlanContent } from "../../src/features/plans/content.js";
import { insertPlan } from "../../src/features/plans/repository.js";
import { administrator } from "../running/administrator.js";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { openQuestion } from "../running/appraising.js";
import { openCampaign, setSource } from "../running/campaign.js";
import { approvedRun } from "../running/results.js";
import { type SmallProvince, smallProvince } from "../running/units.js";
import { requests, type Target } from "./permission-matrix-requests.js";

// Who may have a document is asked here, not what it looks like: two hundred of them would take a minute.
vi.mock("../../src/features/reports/making-thread.js", () => ({
  makeDocument: async () => Buffer.from("PK"),
  makeExample: async () => Buffer.from("PK"),
  checkTemplate: async () => [],
}));

const actors = [
  "administrator",
  "coordinator",
  "appraiser",
  "approver",
  "observer",
  "officer",
  "head",
  "room officer",
  "nobody's",
] as const;
type ActorName = (typeof actors)[number];

/**
 * Y may · - is refused (forbidden) · . must not know of it (not-found).
 * The letters stand for the actors in the order above: A administrator, C coordinator, P appraiser (of 2.2 in the own
 * unit), V approver, O observer, U officer of the unit, H its head, R officer of one of its rooms (who has 2.1.3 assigned), N an account
 * without any role. Left: things of their own unit. Right: the same things of another unit.
 */
const TABLE = `
  route                                             ACPVOUHRN ACPVOUHRN
  POST /session                                     YYYYYYYYY YYYYYYYYY
  GET /sign-in-methods                              YYYYYYYYY YYYYYYYYY
  GET /oidc/start                                   ......... .........
  GET /oidc/callback                                ......... .........
  GET /session                                      YYYYYYYYY YYYYYYYYY
  DELETE /session                                   YYYYYYYYY YYYYYYYYY
  PATCH /session                                    YYYYYYYYY YYYYYYYYY
  POST /session/password                            YYYYYYYYY YYYYYYYYY
  POST /session/totp                                YYYYYYYYY YYYYYYYYY
  PUT /session/totp                                 YYYYYYYYY YYYYYYYYY
  DELETE /session/totp                              -YYYYYYYY -YYYYYYYY
  GET /session/all                                  YYYYYYYYY YYYYYYYYY
  DELETE /session/all/:id                           YYYYYYYYY .........
  GET /home                                         YYYYYYYYY YYYYYYYYY
  GET /notices                                      YYYYYYYYY YYYYYYYYY
  POST /notices/read                                YYYYYYYYY YYYYYYYYY
  GET /session/notice-settings                      YYYYYYYYY YYYYYYYYY
  PATCH /session/notice-settings                    YYYYYYYYY YYYYYYYYY
  POST /session/calendar                            YYYYYYYYY YYYYYYYYY
  DELETE /session/calendar                          YYYYYYYYY YYYYYYYYY
  GET /calendar/:file                               ......... .........
  GET /unsubscribe/:token                           YYYYYYYYY YYYYYYYYY
  POST /unsubscribe/:token                          ......... .........

  GET /unit-kinds                                   YYYYYYYYY YYYYYYYYY
  GET /units                                        YYYYYYYYY YYYYYYYYY
  GET /units/:id                                    YYYYYYYYY YYYYYYYYY
  POST /units                                       Y-------- Y--------
  PATCH /units/:id                                  Y-------- Y--------
  POST /units/:id/rename                            Y-------- Y--------
  POST /units/:id/close                             Y-------- Y--------
  POST /units/merge                                 Y-------- Y--------
  GET /units/import/template                        Y-------- Y--------
  POST /units/import                                Y-------- Y--------

  GET /accounts                                     Y-----Y-- Y-----Y--
  POST /accounts                                    Y-----Y-- Y--------
  GET /accounts/:id                                 Y-----Y-- Y-----.--
  PATCH /accounts/:id                               Y-----Y-- Y-----.--
  POST /accounts/:id/password                       Y-------- Y--------
  DELETE /accounts/:id/sessions                     Y-------- Y--------
  DELETE /accounts/:id/totp                         Y-------- Y--------
  GET /accounts/import/template                     Y-------- Y--------
  POST /accounts/import                             Y-------- Y--------

  GET /sets                                         YYYYYYYYY YYYYYYYYY
  POST /sets/check                                  -Y------- -Y-------
  POST /sets                                        -Y------- -Y-------
  GET /sets/:id/versions/:version                   YYYYYYYYY YYYYYYYYY
  GET /sets/:id/versions/:version/source            YYYYYYYYY YYYYYYYYY
  GET /sets/:id/versions/:version/content           YYYYYYYYY YYYYYYYYY
  GET /sets/:id/versions/:version/workbook          YYYYYYYYY YYYYYYYYY
  PUT /sets/:id/versions/:version                   -Y------- -Y-------
  POST /sets/:id/versions/:version/publish          -Y------- -Y-------
  DELETE /sets/:id/versions/:version                -Y------- -Y-------
  GET /sets/:id/versions/:version/plans             YYYYYYYYY YYYYYYYYY
  POST /sets/:id/versions/:version/plans            -Y------- -Y-------
  GET /sets/:id/versions/:version/reports/data-form YYYYYYYYY YYYYYYYYY
  GET /plans                                        YYYYYYYYY YYYYYYYYY
  GET /plans/:id                                    YYYYYYYYY YYYYYYYYY
  GET /plans/:id/source                             YYYYYYYYY YYYYYYYYY
  DELETE /plans/:id                                 -Y------- -Y-------
  GET /plans/:id/organisations                      YYYYYYYYY YYYYYYYYY
  PUT /plans/:id/organisations                      -Y------- -Y-------
  GET /plans/:id/progress                           YYYYYYYYY YYYYYYYYY
  PUT /plans/:id/progress/:organisation/:year/:quarter/:code -----YY-- ---------
  POST /plans/:id/progress/:organisation/:year/:quarter/send -----YY-- ---------
  POST /plans/:id/progress/:organisation/:year/:quarter/return -Y------- -Y-------
  GET /plans/:id/reports/assignment                 YYYYYYYYY YYYYYYYYY
  GET /plans/:id/reports/progress                   YYYYYYYYY YYYYYYYYY

  GET /set-imports                                  -Y------- -Y-------
  POST /set-imports                                 -Y------- -Y-------
  GET /set-imports/:id                              -Y------- -Y-------
  GET /set-imports/:id/content                      -Y------- -Y-------
  PUT /set-imports/:id/decisions                    -Y------- -Y-------
  POST /set-imports/:id/drafts                      -Y------- -Y-------
  DELETE /set-imports/:id                           -Y------- -Y-------

  GET /campaigns                                    YYYYYYYYY YYYYYYYYY
  POST /campaigns                                   -Y------- -Y-------
  GET /campaigns/:id                                YYYYYYYYY YYYYYYYYY
  PATCH /campaigns/:id                              -Y------- -Y-------
  POST /campaigns/:id/open                          -Y------- -Y-------
  GET /campaigns/:id/progress                       -YYYY---- -YYYY----
  GET /campaigns/:id/extensions                     -YYYY---- -YYYY----
  POST /campaigns/:id/extensions                    -Y------- -Y-------

  GET /assessments                                  YYYYYYYYY YYYYYYYYY
  GET /assessments/:id                              .YYYYYYY. .YYYY....
  GET /assessments/:id/check                        .YYYYYYY. .YYYY....
  POST /assessments/:id/compile                     .----YY-. .----....
  POST /assessments/:id/submit                      .-----Y-. .----....
  POST /assessments/:id/return                      .Y----Y-. .Y---....
  PUT /assessments/:id/answers/:code/:input         .----YYY. .----....
  PUT /assessments/:id/not-applicable/:code         .----YYY. .----....
  GET /assessments/:id/history                      .YYYYYYY. .YYYY....
  PUT /assessments/:id/assignments                  .----YY-. .----....
  POST /assessments/:id/parts/:unitId/hand-over     .----Y-Y. .----....
  POST /assessments/:id/parts/:unitId/return        .----YY-. .----....
  GET /assessments/:id/comments                     .----YYY. .----....
  POST /assessments/:id/comments                    .----YYY. .----....
  POST /assessments/:id/evidence                    .----YYY. .----....
  PUT /assessments/:id/evidence/:evidenceId         .----YYY. .----....
  DELETE /assessments/:id/evidence/:evidenceId      .----YYY. .----....
  POST /assessments/:id/files                       .----YYY. .----....
  GET /assessments/:id/files                        .----YYY. .----....
  GET /assessments/:id/files/:hash                  .YYYYYYY. .YYYY....

  GET /assessments/:id/reports/self-assessment      .YYYYYYY. .YYYY....
  GET /assessments/:id/reports/data-form            .YYYYYYY. .YYYY....
  GET /assessments/:id/reports/appraisal-minutes    .YYYYYYY. .YYYY....
  GET /assessments/:id/reports/explanation          .YYYYYYY. .YYYY....
  GET /runs/:id/reports/result-decision             -YYYY---- -YYYY----
  GET /runs/:id/reports/result-report               -YYYY---- -YYYY----
  GET /runs/:id/reports/result-proposal             -YYYY---- -YYYY----
  GET /units/:id/letterhead                         YYYYYYYY- YYYYY----
  GET /report-templates                             YYYYYYYYY YYYYYYYYY
  POST /report-templates                            YY------- YY-------
  GET /report-templates/example                     YY------- YY-------
  GET /report-templates/:id/file                    YY------- YY-------
  DELETE /report-templates/:id                      YY------- YY-------
  PUT /units/:id/letterhead                         YY---YY-- YY-------
  GET /assessments/:id/workbook                     .YYYYYYY. .YYYY....
  POST /assessments/:id/workbook                    .----YYY. .----....
  GET /assessments/:id/workbook/:reading            ......... .........
  POST /assessments/:id/workbook/:reading/take      .----.... .----....
  GET /campaigns/:id/workbook                       -YYYY---- -YYYY----
  POST /campaigns/:id/workbook                      -Y------- -Y-------
  GET /campaigns/:id/workbook/:reading              -.------- -.-------
  POST /campaigns/:id/workbook/:reading/take        -.------- -.-------
  GET /campaigns/:id/appraisal-workbook             -YY------ -YY------
  POST /campaigns/:id/appraisal-workbook            -YY------ -YY------
  GET /campaigns/:id/appraisal-workbook/:reading    -..------ -..------
  POST /campaigns/:id/appraisal-workbook/:reading/take -..------ -..------

  GET /campaigns/:id/appraisers                     -YYYY---- -YYYY----
  PUT /campaigns/:id/appraisers                     -Y------- -Y-------
  GET /campaigns/:id/queue                          -YYYY---- -YYYY----
  GET /campaigns/:id/queue/summary                  -YYYY---- -YYYY----
  GET /campaigns/:id/consistency                    -YYYY---- -YYYY----
  POST /campaigns/:id/appraisals/preview            -YY------ -YY------
  POST /campaigns/:id/appraisals/agree              -YY------ -YY------
  POST /campaigns/:id/finish                        -Y------- -Y-------
  GET /assessments/:id/appraisal                    .YYYYYYY. .YYYY....
  GET /assessments/:id/appraisal/:code              .YYYYYYY. .YYYY....
  PUT /assessments/:id/appraisal/:code              .YY-----. .Y---....
  POST /assessments/:id/look                        .YYYY---. .YYYY....
  POST /assessments/:id/finish                      .Y------. .Y---....
  POST /assessments/:id/reopen                      .Y------. .Y---....
  POST /assessments/:id/queries                     .YY-----. .Y---....
  POST /assessments/:id/complaints                  .-----Y-. .----....
  GET /queries                                      YYYYYYYYY YYYYYYYYY
  GET /queries/:id                                  .YYYYYYY. .YYYY....
  POST /queries/:id/messages                        .YY--YYY. .Y---....
  POST /queries/:id/evidence                        .----YYY. .----....
  DELETE /queries/:id/evidence/:evidenceId          .----YYY. .----....
  GET /queries/:id/owners                           .YY-----. .Y---....
  PATCH /queries/:id                                .YY-----. .Y---....
  POST /queries/:id/close                           .YY-----. .Y---....

  GET /campaigns/:id/results                        YYYYYYYYY YYYYYYYYY
  GET /campaigns/:id/results/:unitId                .YYYY.... .YYYY....
  GET /campaigns/:id/heat-map                       YYYYYYYYY YYYYYYYYY
  GET /campaigns/:id/compare                        .YYYY.... .YYYY....
  GET /campaigns/:id/robustness                     -YYYY---- -YYYY----
  GET /campaigns/:id/results.csv                    .YYYY.... .YYYY....
  GET /campaigns/:id/results.json                   .YYYY.... .YYYY....
  GET /campaigns/:id/results.xlsx                   .YYYY.... .YYYY....
  GET /campaigns/:id/exports                        YYYYYYYYY YYYYYYYYY
  POST /campaigns/:id/exports                       .YYYY.... .YYYY....
  GET /exports/:id                                  .YYYY.... .YYYY....
  POST /exports/:id/cancel                          .Y---.... .Y---....
  GET /exports/:id/file                             .YYYY.... .YYYY....
  GET /public/campaigns                             YYYYYYYYY YYYYYYYYY
  GET /public/campaigns/:id                         ......... .........
  GET /public/campaigns/:id/units/:unitId           ......... .........
  GET /public/campaigns/:id/results.csv             ......... .........
  GET /public/campaigns/:id/results.json            ......... .........
  GET /public/campaigns/:id/results.xlsx            ......... .........
  GET /public/campaigns/:id/open-data.zip           ......... .........
  GET /public/campaigns/:id/sdmx.zip                ......... .........
  GET /public/campaigns/:id/coinr.zip               ......... .........

  GET /campaigns/:id/live                           -YYYY---- -YYYY----
  POST /assessments/:id/what-if                     .Y---YYY. .Y---....
  GET /campaigns/:id/compile                        -YYYY---- -YYYY----
  GET /campaigns/:id/runs                           -YYYY---- -YYYY----
  POST /campaigns/:id/runs                          -Y------- -Y-------
  POST /campaigns/:id/revisions                     -Y------- -Y-------
  GET /runs/:id                                     -YYYY---- -YYYY----
  GET /runs/:id/differences                         -YYYY---- -YYYY----
  POST /runs/:id/repeat                             -YYYY---- -YYYY----
  POST /runs/:id/approve                            ---Y----- ---Y-----
  POST /runs/:id/publish                            ---Y----- ---Y-----
  POST /runs/:id/withdraw                           ---Y----- ---Y-----

  GET /audit                                        Y---Y-Y-- Y---Y-Y--
  GET /audit/:id                                    Y---Y-Y-- Y---Y-.--
`;

const table = TABLE.trim()
  .split("\n")
  .filter((line) => line.trim() !== "")
  .slice(1)
  .map((line) => {
    const [, route = "", own = "", other = ""] = /^\s*(\S+ \S+)\s+(\S+)\s+(\S+)$/.exec(line) ?? [];
    return { route, own, other };
  });

let app: RunningApp;
let units: SmallProvince;
let own: Target;
let other: Target;
const people = new Map<ActorName, Person>();

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  const campaign = await openCampaign(app, units);
  const otherRoom = await app.db
    .insertInto("unit")
    .values({
      code: "so-hai-phong",
      kind: "phong",
      name: "Phòng",
      short_name: "Phòng",
      parent_id: units.other,
      valid_from: "2025-07-01",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  people.set("administrator", await administrator(app, "quan.tri", units.province));
  people.set("coordinator", campaign.coordinator);
  for (const [name, login, ...grant] of [
    ["appraiser", "tham.dinh", "appraiser", units.province],
    ["approver", "phe.duyet", "approver", units.province],
    ["observer", "quan.sat", "observer", units.province],
    ["officer", "can.bo", "unit-officer", units.department],
    ["head", "thu.truong", "unit-head", units.department],
    ["room officer", "phong.a", "unit-officer", units.room],
  ] as const) {
    await app.account(login, grant);
    people.set(name, await app.signedIn(login));
  }
  await app.account("khong.vai.tro");
  people.set("nobody's", await app.signedIn("khong.vai.tro"));
  const target = (unit: string, room: string, login: string, pdf: string) =>
    thingsOf(unit, room, campaign.id, campaign.assessments[unit] ?? "", login, pdf);
  await approvedRun(app, campaign.id, campaign.assessments);
  own = await target(units.department, units.room, "can.bo.cua.so-mot", "%PDF-1.4 một");
  other = await target(units.other, otherRoom.id, "can.bo.cua.so-hai", "%PDF-1.4 hai");
  const appraiser = (await personOf("appraiser").get("/session")).body.account.id;
  await app.db
    .insertInto("appraiser_scope")
    .values({
      campaign_id: campaign.id,
      account_id: appraiser,
      code: "2.2",
      unit_id: units.department,
      assigned_at: app.clock.now,
    })
    .execute();
}, 60_000);
afterAll(() => app.close());

async function thingsOf(
  unit: string,
  room: string,
  campaign: string,
  assessment: string,
  login: string,
  bytes: string,
): Promise<Target> {
  const account = await app.account(login, ["unit-officer", unit]);
  const at = app.clock.now;
  const file = await app.platform.files.receive(Readable.from([Buffer.from(bytes)]));
  await app.platform.files.keep(file);
  const { hash, size } = file;
  await app.db.insertInto("file").values({ hash, size, media_type: "application/pdf" }).execute();
  await app.db
    .insertInto("unit_file")
    .values({ unit_id: unit, hash, name: "a.pdf", by_id: account, at })
    .execute();
  await app.db
    .insertInto("assignment")
    .values({
      assessment_id: assessment,
      code: "2.1.3",
      unit_id: room,
      account_id: null,
      assigned_by: account,
    })
    .execute();
  await app.db
    .insertInto("answer")
    .values({
      assessment_id: assessment,
      code: "2.1.3",
      input: "a",
      value: JSON.stringify("1"),
      version: 1,
      by_id: account,
      at,
    })
    .execute();
  // Cited, so that whoever may read the assessment may read the file.
  const cited = await app.db
    .insertInto("evidence")
    .values({
      assessment_id: assessment,
      code: "2.1.3",
      kind: "file",
      item: JSON.stringify({
        kind: "file",
        hash,
        name: "a.pdf",
        mediaType: "application/pdf",
        size,
        page: null,
        section: null,
      }),
      file_hash: hash,
      place: 1,
      by_id: account,
      at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ id: string }>`
    insert into audit_event (at, address, action, subject_type, subject_id, unit_id)
    values (${at}, '', 'thing.change', 'unit', ${unit}, ${unit}) returning id`.execute(app.db);
  const run = await app.db
    .selectFrom("run")
    .where("campaign_id", "=", campaign)
    .select("id")
    .executeTakeFirstOrThrow();
  const read = await app.db
    .insertInto("set_import")
    .values({
      name: "a.docx",
      format: "docx",
      file_hash: "",
      heads: "[]",
      content: "{}",
      created_at: at,
      changed_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return {
    units,
    unit,
    room,
    setImport: read.id,
    plan: await planOf(unit),
    template: await spareTemplate(),
    campaign,
    run: run.id,
    export: await failedExport(campaign, run.id),
    assessment,
    ...(await openQuestion(app, assessment, "2.2.1")),
    evidence: cited.id,
    fileHash: hash,
    event: rows[0]?.id ?? "",
    account,
    session: "",
  };
}

/** An export that nobody in particular asked for and that failed: looked at, not changed. */
async function failedExport(campaign: string, run: string): Promise<string> {
  const { id } = await app.db
    .insertInto("export_job")
    .values({
      campaign_id: campaign,
      kind: "campaign-book",
      run_id: run,
      run_state: "approved",
      sight: "whole",
      language: "vi",
      file_name: "thu.xlsx",
      state: "failed",
      fault: "failed",
      asked_at: app.clock.now,
      ended_at: app.clock.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A plan on the set, of no unit; the unit reports on it. */
async function planOf(unit: string): Promise<string> {
  const set = { id: "quang-ngai-so-nganh-2022", version: 1 };
  const source = `{ plan: "${unit}", set: ${set.id}, title: Kế hoạch, issuer: Sở Một, organisations: { a: Phòng A }, assignments: [{ code: "2.1.1", lead: [a] }] }`;
  const content = readPlanContent(app.platform.sets.load(setSource), source);
  const id = (await insertPlan(app.db as never, set, content, null, app.clock.now)) ?? "";
  await app.db
    .insertInto("plan_organisation")
    .values({ plan_id: id, key: "a", unit_id: unit, leads: 1, since: app.clock.now })
    .execute();
  return id;
}

async function spareTemplate(): Promise<string> {
  const row = await app.db
    .insertInto("report_template")
    .values({
      name: "a.docx",
      file: Buffer.alloc(0),
      file_hash: "",
      findings: "[]",
      created_at: app.clock.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A session besides the one asked with. */
async function spareSession(accountId: string): Promise<string> {
  const row = await app.db
    .insertInto("session")
    .values({
      token_hash: Buffer.from(`${accountId} ${Math.random()}`),
      account_id: accountId,
      csrf_token: "",
      method: "password",
      created_at: app.clock.now,
      last_seen_at: app.clock.now,
      idle_minutes: 15,
      expires_at: new Date("2026-12-01T00:00:00Z"),
      address: "",
      user_agent: "",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

const personOf = (name: ActorName): Person => {
  const person = people.get(name);
  if (person === undefined) throw new Error(name);
  return person;
};

/** Refusals that come after the permission check: the asking one may, but not this. */
const LATER = new Set([
  "changed-meanwhile",
  "already-exists",
  "content-refused",
  "value-unreadable",
  "state-refused",
  "set-frozen",
  "set-has-errors",
  "upload-refused",
  "password-wrong",
  "totp-wrong",
  "sign-in-failed",
]);

async function outcome(name: ActorName, route: string, aim: Target): Promise<string> {
  const person = personOf(name);
  const request = requests[route];
  if (request === undefined) return "no request is written for this route";
  const mine = aim === own ? (await person.get("/session")).body.account.id : aim.account;
  const session = route.startsWith("DELETE /session/all") ? await spareSession(mine) : "";
  const template = route.startsWith("DELETE /report-templates") ? await spareTemplate() : aim.template;
  const { path, body, headers = {} } = request({ ...aim, session, template });
  const [method = ""] = route.split(" ");
  const answer = await ask(app, {
    method: method as "GET",
    url: `/api/v1${path}`,
    headers: { cookie: person.cookie, "x-csrf-token": person.csrfToken, ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  if (route === "DELETE /session") await revive();
  if (route.endsWith("/hand-over"))
    await app.db.updateTable("assessment_part").set({ state: "declaring" }).execute();
  const { status } = answer;
  const code = status < 400 ? "" : String(answer.body.code);
  if (status < 300 || LATER.has(code)) return "Y";
  if (code === "forbidden") return "-";
  if (code === "not-found") return ".";
  return `${status} ${JSON.stringify(answer.body)}`;
}

const revive = () => app.db.updateTable("session").set({ ended_at: null }).execute();
const keyOf = ({ method, url }: { method: string; url: string }): string => `${method} ${url}`;

describe("the table", () => {
  it("names every route, once, and no other", () => {
    expect(table.map(({ route }) => route).sort()).toEqual(app.routes.map(keyOf).sort());
    expect(Object.keys(requests).sort()).toEqual(app.routes.map(keyOf).sort());
    for (const { route, own: left, other: right } of table)
      expect([route, left.length, right.length]).toEqual([route, actors.length, actors.length]);
  });
});

describe("who may", () => {
  it.each(table)("$route", async ({ route, own: left, other: right }) => {
    const found = [];
    for (const aim of [own, other]) {
      const outcomes: string[] = [];
      for (const name of actors) outcomes.push(await outcome(name, route, aim));
      const odd = outcomes.find((one) => one.length > 1);
      expect(odd).toBeUndefined();
      found.push(outcomes.join(""));
    }
    expect(found).toEqual([left, right]);
  });
});

describe("without a session", () => {
  it("every route but the public ones answers not-signed-in, before it reads anything", async () => {
    for (const entry of app.routes.filter(({ access }) => access !== "public")) {
      const answer = await ask(app, {
        method: entry.method as "GET",
        url: `/api/v1${requests[keyOf(entry)]?.(own).path}`,
        headers: { cookie: "opendti_session=gia-mao", "x-csrf-token": "gia-mao" },
      });
      expect([keyOf(entry), answer.status, answer.body.code]).toEqual([keyOf(entry), 401, "not-signed-in"]);
    }
  });

  it("the public ones are these and no more", () => {
    const open = app.routes.filter(({ access }) => access === "public").map(keyOf);
    expect(open.sort()).toEqual([
      "GET /calendar/:file",
      "GET /oidc/callback",
      "GET /oidc/start",
      "GET /public/campaigns",
      "GET /public/campaigns/:id",
      "GET /public/campaigns/:id/coinr.zip",
      "GET /public/campaigns/:id/open-data.zip",
      "GET /public/campaigns/:id/results.csv",
      "GET /public/campaigns/:id/results.json",
      "GET /public/campaigns/:id/results.xlsx",
      "GET /public/campaigns/:id/sdmx.zip",
      "GET /public/campaigns/:id/units/:unitId",
      "GET /sign-in-methods",
      "GET /unsubscribe/:token",
      "POST /session",
      "POST /unsubscribe/:token",
    ]);
  });
});

describe("without the page's token", () => {
  it("no change is taken, from whoever it is", async () => {
    for (const entry of app.routes.filter(({ method, access }) => method !== "GET" && access !== "public"))
      for (const token of [undefined, "", personOf("head").csrfToken]) {
        const answer = await ask(app, {
          method: entry.method as "POST",
          url: `/api/v1${requests[keyOf(entry)]?.(own).path}`,
          headers: {
            cookie: personOf("coordinator").cookie,
            ...(token === undefined ? {} : { "x-csrf-token": token }),
          },
        });
        expect([keyOf(entry), answer.status, answer.body.code]).toEqual([keyOf(entry), 403, "csrf-refused"]);
      }
  });
});

describe("while something is due", () => {
  it("an account may only look at itself and do what is due", async () => {
    await app.account("chua.doi", ["coordinator", units.province], ["observer", units.province]);
    await app.db
      .updateTable("account")
      .set({ must_change_password: true })
      .where("login", "=", "chua.doi")
      .execute();
    const person = await app.signedIn("chua.doi");
    for (const entry of app.routes.filter(({ access }) => access === "account")) {
      const answer = await ask(app, {
        method: entry.method as "GET",
        url: `/api/v1${requests[keyOf(entry)]?.(own).path}`,
        headers: { cookie: person.cookie, "x-csrf-token": person.csrfToken },
      });
      expect([keyOf(entry), answer.body.code]).toEqual([keyOf(entry), "password-change-due"]);
    }
  });
});
