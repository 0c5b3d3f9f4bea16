import { buffer } from "node:stream/consumers";
import { verifyBundle } from "@opendti/documents";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD, seedDemo } from "../../src/demo/seed.js";
import { makeNext } from "../../src/features/exports/desk.js";
import { openExportStore } from "../../src/features/exports/store.js";
import { ask, type RunningApp, startApp } from "../running/app.js";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ ADMINISTRATOR_TOTP: "false" });
  await seedDemo(app.db, app.platform.sets, app.clock.now);
});
afterAll(() => app.close());

type Send = (method: "POST" | "PUT", path: string, body?: object, version?: number) => Promise<never>;

/** Somebody of the demo who changes things; what is refused fails the test. */
async function working(login: string): Promise<Send> {
  const answer = await ask(app, {
    method: "POST",
    url: "/api/v1/session",
    payload: { login, password: DEMO_PASSWORD },
  });
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  const headers = { cookie, "x-csrf-token": String(answer.body.csrfToken) };
  return async (method, path, body, version) => {
    const done = await ask(app, {
      method,
      url: `/api/v1${path}`,
      headers: { ...headers, ...(version === undefined ? {} : { "if-match": `"${version}"` }) },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (done.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(done.body)}`);
    return done.body as never;
  };
}

async function signedIn(login: string): Promise<(path: string) => Promise<{ status: number; body: never }>> {
  const answer = await ask(app, {
    method: "POST",
    url: "/api/v1/session",
    payload: { login, password: DEMO_PASSWORD },
  });
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  return (path) => ask(app, { method: "GET", url: `/api/v1${path}`, headers: { cookie } }) as never;
}

describe("the demo", () => {
  it("is loaded once: an installation with units is never touched", async () => {
    expect(await seedDemo(app.db, app.platform.sets, app.clock.now)).toBe(false);
  });

  it("has a province, 12 departments and 30 communes in force, and every shipped set published", async () => {
    const counts = await app.db
      .selectFrom("unit")
      .where("valid_to", "is", null)
      .select(["kind", app.db.fn.countAll<string>().as("count")])
      .groupBy("kind")
      .execute();
    const of = Object.fromEntries(counts.map(({ kind, count }) => [kind, Number(count)]));
    expect(of).toMatchObject({ tinh: 1, "so-nganh": 12 });
    expect((of.xa ?? 0) + (of.phuong ?? 0) + (of["dac-khu"] ?? 0)).toBe(30);
    const sets = await app.db.selectFrom("indicator_set").select(["id", "status"]).execute();
    expect(sets).toHaveLength(7);
    expect(new Set(sets.map(({ status }) => status))).toEqual(new Set(["published"]));
  });

  it("holds the real answers of Quảng Ngãi: 451,26 of 485, every indicator with a room", async () => {
    const get = await signedIn("vanphong");
    const home = (await get("/home")).body as {
      items: { assessmentId: string; score: string; max: string }[];
    };
    expect(home.items).toMatchObject([{ score: "451.26", max: "485", answered: 47, total: 47 }]);
    const view = (await get(`/assessments/${home.items[0]?.assessmentId}`)).body as {
      assignments: unknown[];
      previous: { year: number; scores: Record<string, string> };
      medians: { scores: Record<string, string>; answers: Record<string, Record<string, string>> };
    };
    expect(view.assignments).toHaveLength(47);
    expect(view.previous.year).toBe(2025);
    expect(Object.keys(view.previous.scores)).toContain("2.1.3");
    expect(Object.keys(view.medians.scores)).toContain("2.1.3");
    expect(view.medians.answers["2.1.3"]?.b).toMatch(/^\d+$/);
    // A name is no number: it has no middle.
    expect(view.medians.answers.profile?.name).toBeUndefined();
  });

  it("ranks last year's units in their groups, and leaves out who missed a condition", async () => {
    const ranks = await app.db
      .selectFrom("published_result as r")
      .innerJoin("campaign as c", "c.id", "r.campaign_id")
      .innerJoin("unit as u", "u.id", "r.unit_id")
      .select(["c.set_id", "r.group_code", "r.rank", "u.code"])
      .execute();
    const departments = ranks.filter(({ set_id }) => set_id === "quang-ngai-so-nganh-2022");
    expect(departments).toHaveLength(12);
    expect(Math.min(...departments.map(({ rank }) => rank ?? 99))).toBe(1);
    expect(ranks.filter(({ rank }) => rank === null).map(({ code }) => code)).toEqual(["xa-hung-thinh"]);
  });

  it("has last year's results compiled, approved and published, and their bundles are verified without it", async () => {
    const runs = await app.db
      .selectFrom("run as r")
      .innerJoin("campaign as c", "c.id", "r.campaign_id")
      .select(["r.state", "r.campaign_id", "r.result_hash", "c.year"])
      .execute();
    expect(runs.map(({ state, year }) => [state, year])).toEqual([
      ["published", 2025],
      ["published", 2025],
    ]);
    const coordinator = await working("dieuphoi");
    for (const { campaign_id: campaign, result_hash: resultHash } of runs) {
      const { id } = (await coordinator("POST", `/campaigns/${campaign}/exports`, {
        kind: "result-bundle",
      })) as { id: string };
      await makeNext(app.platform, new AbortController().signal);
      const { file_hash: hash } = await app.db
        .selectFrom("export_job")
        .where("id", "=", id)
        .select("file_hash")
        .executeTakeFirstOrThrow();
      const bytes = await buffer(await openExportStore(app.platform.config).read(hash ?? ""));
      const { differences, manifest, verified } = await verifyBundle(bytes);
      expect([differences, verified, manifest?.run.resultHash]).toEqual([[], true, resultHash]);
    }
  });

  it("has a campaign being appraised: who appraises what, judgements, a question open and one answered", async () => {
    const get = await signedIn("thamdinh2");
    const campaign = await app.db
      .selectFrom("campaign")
      .where("name", "like", "Đánh giá giữa năm%")
      .select("id")
      .executeTakeFirstOrThrow();
    const summary = (await get(`/campaigns/${campaign.id}/queue/summary`)).body as {
      units: { state: string; judged: number; total: number; openQueries: number }[];
    };
    expect(summary.units.map(({ state }) => state).sort()).toEqual([
      "appraised",
      "appraised",
      "appraised",
      "appraising",
      "appraising",
      "explaining",
      "submitted",
    ]);
    const queries = (await get("/queries")).body as { items: { state: string; overdue: boolean }[] };
    expect(queries.items.map(({ state }) => state).sort()).toEqual(["answered", "closed", "open"]);
    const coordinator = await signedIn("dieuphoi");
    const differing = (await coordinator(`/campaigns/${campaign.id}/consistency`)).body as {
      items: { code: string }[];
    };
    expect(differing.items.map(({ code }) => code)).toContain("2.1.4");
  });

  it("lets each account in, but the one that is disabled", async () => {
    const logins = await app.db.selectFrom("account").select(["login", "disabled_at"]).execute();
    for (const { login, disabled_at } of logins) {
      const get = await signedIn(login);
      expect((await get("/session")).status, login).toBe(disabled_at === null ? 200 : 401);
    }
  });
});

describe("from the demo", () => {
  it("a unit is appraised, asked and answered, and its rank stands on the public page", async () => {
    const campaign = await app.db
      .selectFrom("campaign")
      .where("name", "like", "Đánh giá giữa năm%")
      .select("id")
      .executeTakeFirstOrThrow();
    const appraiser = await working("thamdinh2");
    const coordinator = await working("dieuphoi");
    const approver = await working("pheduyet");
    const office = await working("giamdoc.noivu");
    const assessment = await app.db
      .selectFrom("assessment as a")
      .innerJoin("unit as u", "u.id", "a.unit_id")
      .where("a.campaign_id", "=", campaign.id)
      .where("u.code", "=", "so-noi-vu")
      .select(["a.id", "a.unit_id"])
      .executeTakeFirstOrThrow();
    // Disagree, ask, answer, close.
    const item = { verdict: "adjusted", inputs: { a: "100" }, points: null, reason: "Mười máy chưa cài đặt" };
    await appraiser("PUT", `/assessments/${assessment.id}/appraisal/2.5.6`, { verdict: "agreed" }, 0);
    await appraiser("PUT", `/assessments/${assessment.id}/appraisal/2.5.4`, item, 1);
    const queries = await app.db
      .selectFrom("query")
      .where("assessment_id", "=", assessment.id)
      .selectAll()
      .execute();
    for (const query of queries) {
      let { version } = query;
      if (query.state === "open")
        ({ version } = await office(
          "POST",
          `/queries/${query.id}/messages`,
          { body: "Xin gửi danh sách đủ 67 người.", done: true },
          version,
        ));
      await appraiser("POST", `/queries/${query.id}/close`, { outcome: "accepted" }, version);
    }
    // Everything is in: compile, approve, publish.
    const { left } = await coordinator("POST", `/campaigns/${campaign.id}/finish`, {
      reason: "Hết hạn thẩm định",
    });
    expect(left).toEqual([]);
    const run: { id: string } = await coordinator("POST", `/campaigns/${campaign.id}/runs`, {});
    await approver("POST", `/runs/${run.id}/approve`, undefined, 1);
    await approver("POST", `/runs/${run.id}/publish`, undefined, 2);
    const page = await ask(app, { method: "GET", url: `/cong-bo/${campaign.id}` });
    expect(page.status).toBe(200);
    expect(page.body).toContain("Sở Nội vụ");
    const unit = await ask(app, {
      method: "GET",
      url: `/api/v1/public/campaigns/${campaign.id}/units/${assessment.unit_id}`,
    });
    expect(unit.status).toBe(200);
  });
});
