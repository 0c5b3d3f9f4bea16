/**
 * The jobs of this process: pg-boss on the same database, in a schema of its own. Any number of processes may run
 * them; each due job is taken by one. What a crash cut off is done again.
 */
import { sql } from "kysely";
import PgBoss from "pg-boss";
import { alignAuditClock } from "../features/audit/sealing.js";
import { isAway } from "../http/errors.js";
import type { Platform } from "../platform.js";
import { allJobs } from "./all.js";
import type { Job, JobFigures } from "./job.js";
import { onWake } from "./wake.js";

/** Where jobs tell of themselves; the HTTP server's log fits. */
export interface JobLog {
  info(figures: JobFigures, message: string): void;
  warn(message: string): void;
  error(what: { readonly err: unknown; readonly job?: string }, message: string): void;
}

export interface Jobs {
  /** Does a job soon, besides its times. */
  send(name: string): Promise<void>;
  /** The process is about to stop: connections that close from now on are no news. */
  ending(): void;
  /** Takes no further job, waits for those at work (up to half a minute), closes the pool. */
  stop(): Promise<void>;
}

/** Connections beside the requests' pool: few and short queries. */
const CONNECTIONS = 3;
const ZONE = "Asia/Ho_Chi_Minh";

/**
 * Starts working on every job at its times. Call it when the schema is migrated and before requests are taken.
 * @param url of the platform's own database.
 */
export async function startJobs(
  platform: Platform,
  url: string,
  log: JobLog,
  jobs: readonly Job[] = allJobs,
): Promise<Jobs> {
  await alignAuditClock(platform.db);
  const boss = new PgBoss({
    connectionString: url,
    schema: "pgboss",
    application_name: "opendti-jobs",
    max: CONNECTIONS,
    retryLimit: 2,
    retryBackoff: true,
    expireInMinutes: 10,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 2,
  });
  const stopping = new AbortController();
  boss.on("error", (err) => {
    // A lost connection is told of in a line, if nobody closed it; pg-boss asks again at its next turn.
    if (!isAway(err)) log.error({ err }, "jobs");
    else if (!stopping.signal.aborted) log.warn(`jobs wait for the database: ${err.message}`);
  });
  try {
    await oneByOne(platform, () => boss.start());
    await oneByOne(platform, async () => {
      // At most one waits and one runs: a stopped night does not come back as sixty sealings. What is called for runs
      // in every process.
      for (const { name, called } of jobs)
        await boss.createQueue(name, { name, policy: called ? "short" : "stately" });
    });
    await employAll(boss, jobs, { platform, log, stopping: stopping.signal });
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  return {
    async send(name) {
      await boss.send(name, {});
    },
    ending() {
      stopping.abort();
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, wait: true });
    },
  };
}

/** Of no meaning but to be the same in every process. */
const TURN = 4_017_023;

/** pg-boss 10 makes its queues' tables without a lock: two processes that start at once would deadlock. */
function oneByOne(platform: Platform, work: () => Promise<unknown>): Promise<void> {
  return platform.db.transaction().execute(async (turn) => {
    await sql`select pg_advisory_xact_lock(${TURN})`.execute(turn);
    await work();
  });
}

interface Workplace {
  readonly platform: Platform;
  readonly log: JobLog;
  readonly stopping: AbortSignal;
}

async function employAll(boss: PgBoss, jobs: readonly Job[], place: Workplace): Promise<void> {
  const { platform, log, stopping } = place;
  const workers = new Map<string, string>();
  for (const job of jobs) workers.set(job.name, await employ(boss, job, place));
  // What was asked for while nobody was alive does not wait for the clock.
  for (const { name, called } of jobs) if (called) await boss.send(name, {});
  onWake(platform, (name) => {
    const worker = workers.get(name);
    if (worker === undefined || stopping.aborted) return;
    boss.send(name, {}).then(
      () => boss.notifyWorker(worker),
      (err: unknown) => log.warn(`${name} waits for its time: ${String(err)}`),
    );
  });
}

/** @returns by which the worker is called. */
async function employ(boss: PgBoss, job: Job, { platform, log, stopping }: Workplace): Promise<string> {
  const { name, cron, minutes, called } = job;
  const expiry = minutes === undefined ? {} : { expireInMinutes: minutes };
  await boss.schedule(name, cron, {}, { tz: ZONE, ...expiry });
  return boss.work(name, { pollingIntervalSeconds: called ? 2 : 10 }, async () => {
    try {
      log.info({ job: name, ...(await job.run(platform, stopping)) }, "job done");
    } catch (err) {
      log.error({ err, job: name }, "job failed");
      throw err;
    }
  });
}
