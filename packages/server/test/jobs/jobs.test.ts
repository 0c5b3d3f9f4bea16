import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { allJobs } from "../../src/jobs/all.js";
import type { Job } from "../../src/jobs/job.js";
import { type JobLog, startJobs } from "../../src/jobs/start.js";
import { type RunningApp, startApp } from "../running/app.js";
import { addressOf } from "../running/database.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const DAY = 86_400_000;

let app: RunningApp;
let units: SmallProvince;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
});
afterAll(() => app.close());

const run = (name: string) => {
  const job = allJobs.find((one) => one.name === name);
  if (job === undefined) throw new Error(`there is no job ${name}`);
  return job.run(app.platform, new AbortController().signal);
};
const before = (days: number) => new Date(app.clock.now.getTime() - days * DAY);

describe("the nightly jobs", () => {
  it("disable accounts unused for more than 45 days, once, and write it down", async () => {
    const used = await app.account("moi.dung");
    const idle = await app.account("bo.lau", ["unit-officer", units.department]);
    const enabled = await app.account("moi.mo.lai");
    const ages = [
      [used, 45, 400],
      [idle, 46, 400],
      [enabled, 400, 1],
    ] as const;
    for (const [id, signedIn, enabledAt] of ages)
      await app.db
        .updateTable("account")
        .set({ last_signed_in_at: before(signedIn), enabled_at: before(enabledAt) })
        .where("id", "=", id)
        .execute();
    expect(await run("disable-idle-accounts")).toEqual({ disabled: 1 });
    expect(await run("disable-idle-accounts")).toEqual({ disabled: 0 });
    const disabled = await app.db
      .selectFrom("account")
      .where("disabled_at", "is not", null)
      .select(["id", "disabled_reason"])
      .execute();
    expect(disabled).toEqual([{ id: idle, disabled_reason: "idle" }]);
    const events = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "account.disable")
      .select(["subject_id", "account_id", "after"])
      .execute();
    expect(events).toEqual([{ subject_id: idle, account_id: null, after: { reason: "idle", days: 45 } }]);
  });

  it("forget sessions thirty days after their end, and no other", async () => {
    await app.account("phien.cu");
    const person = await app.signedIn("phien.cu");
    const [row] = await app.db.selectFrom("session").selectAll().execute();
    const copies = [
      ["ended long ago", before(31), before(40)],
      ["ran out long ago", null, before(31)],
      ["ended lately", before(29), before(40)],
      ["ran out lately", null, before(29)],
    ] as const;
    for (const [name, ended_at, expires_at] of copies)
      await app.db
        .insertInto("session")
        .values({
          account_id: row?.account_id ?? "",
          token_hash: Buffer.from(name),
          user_agent: name,
          csrf_token: "",
          method: "password",
          created_at: before(50),
          last_seen_at: before(50),
          idle_minutes: 15,
          address: "",
          ended_at,
          expires_at: name === "ended lately" ? before(1) : expires_at,
        })
        .execute();
    expect(await run("forget-sessions")).toEqual({ deleted: 2 });
    expect(await run("forget-sessions")).toEqual({ deleted: 0 });
    const left = await app.db.selectFrom("session").select("user_agent").orderBy("user_agent").execute();
    expect(left.map(({ user_agent }) => user_agent)).toEqual(
      expect.arrayContaining(["ended lately", "ran out lately"]),
    );
    expect((await person.get("/session")).status).toBe(200);
  });

  it("forget sign-ins at the provider that never came back", async () => {
    for (const [state, minutes] of [
      ["old", 61],
      ["new", 9],
    ] as const)
      await app.db
        .insertInto("oidc_attempt")
        .values({
          state,
          nonce: "n",
          code_verifier: "v",
          return_to: "/",
          created_at: new Date(app.clock.now.getTime() - minutes * 60_000),
        })
        .execute();
    expect(await run("forget-oidc-attempts")).toEqual({ deleted: 1 });
    expect(await app.db.selectFrom("oidc_attempt").select("state").execute()).toEqual([{ state: "new" }]);
  });

  it("drop what a crash left of an upload, not one under way", async () => {
    const incoming = join(app.platform.config.data, "files", "incoming");
    expect(await run("drop-leftover-uploads")).toEqual({ dropped: 0 });
    await mkdir(incoming, { recursive: true });
    for (const [name, days] of [
      ["left", 2],
      ["under-way", 0.1],
    ] as const) {
      await writeFile(join(incoming, name), "x");
      await utimes(join(incoming, name), before(days), before(days));
    }
    expect(await run("drop-leftover-uploads")).toEqual({ dropped: 1 });
    expect(await readdir(incoming)).toEqual(["under-way"]);
  });
});

describe("jobs in several processes", () => {
  const told: unknown[] = [];
  const log: JobLog = {
    info: (figures) => told.push(figures),
    warn: (line) => told.push(line),
    error: (what) => told.push(what.err),
  };
  const database = async () => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(app.db);
    return addressOf(inject("postgres"), rows[0]?.name ?? "");
  };

  it("start at once on an empty database, do each due job once, and stop when it is done", async () => {
    const url = await database();
    let runs = 0;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const job: Job = {
      name: "count-in-a-test",
      cron: "0 0 1 1 *",
      async run() {
        runs += 1;
        await released;
        return { runs };
      },
    };
    const [first, second] = await Promise.all([1, 2].map(() => startJobs(app.platform, url, log, [job])));
    await first?.send(job.name);
    await vi.waitFor(() => expect(runs).toBe(1), { timeout: 25_000, interval: 50 });
    const stopped = Promise.all([first?.stop(), second?.stop()]);
    release();
    await stopped;
    expect(runs).toBe(1);
    expect(told).toEqual([{ job: "count-in-a-test", runs: 1 }]);
    // A backend goes a moment after its client.
    await vi.waitFor(async () => {
      const { rows } = await sql`select pid from pg_stat_activity
        where application_name = 'opendti-jobs' and datname = current_database()`.execute(app.db);
      expect(rows).toEqual([]);
    });
  });

  it("know every job's times in Vietnam", async () => {
    const jobs = await startJobs(app.platform, await database(), log);
    const { rows } = await sql<{ name: string; timezone: string }>`
      select name, timezone from pgboss.schedule where name <> 'count-in-a-test'`.execute(app.db);
    await jobs.stop();
    expect(rows.map(({ name }) => name).sort()).toEqual(allJobs.map(({ name }) => name).sort());
    expect(new Set(rows.map(({ timezone }) => timezone))).toEqual(new Set(["Asia/Ho_Chi_Minh"]));
  });
});
