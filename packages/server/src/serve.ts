/** The whole process: database, schema, jobs, HTTP; started in that order and stopped in the other. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { buildApp } from "./app.js";
import type { Config } from "./config.js";
import { connect, type OpenDatabase } from "./database/connection.js";
import { type EmbeddedDatabase, startEmbedded } from "./database/embedded/index.js";
import { keepRunning } from "./database/embedded/keep-running.js";
import { migrate } from "./database/migrate.js";
import { openSecretBox } from "./features/sessions/secret-box.js";
import { requireSecretKey } from "./features/sessions/secret-check.js";
import { SetShelf } from "./features/sets/shelf.js";
import { openFileStore } from "./files/store.js";
import { giveBackAfterRush } from "./give-back.js";
import { startJobs } from "./jobs/start.js";
import type { Platform } from "./platform.js";

export interface ServeOptions {
  readonly config: Config;
  /** Seed an empty database with the demo. */
  readonly demo: boolean;
  /** Takes a line for whoever started the process. */
  readonly say: (line: string) => void;
  /** Ends the process: there is nothing left to serve from. */
  readonly fail: (error: Error) => void;
}

export interface Running {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** The password of the demo accounts, when the database holds the demo. */
  readonly demoPassword: string | undefined;
  /** Finishes the requests in work, then the jobs, then the database. */
  stop(): Promise<void>;
}

/** The built browser application, beside this package in the checkout. */
const site = fileURLToPath(new URL("../../web/dist/site", import.meta.url));

/** By how much the heap may grow before its garbage is collected: else a busy process takes twice what it needs. */
const HEAP_GROWTH = "--heap-growing-percent=30";

/**
 * Starts everything, or nothing: what was started is stopped again when a later part cannot be.
 * @throws {EmbeddedDatabaseError} {@link MigrationError} and whatever keeps the port from being listened to.
 */
export async function serve(options: ServeOptions): Promise<Running> {
  setFlagsFromString(HEAP_GROWTH);
  const { config, say } = options;
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const { db, pool, url } = await openDatabase(options, started);
    const platform: Platform = {
      config,
      db,
      pool,
      files: openFileStore(join(config.data, "files"), config.filesUrl),
      sets: new SetShelf(),
      secrets: await openSecretBox(config),
      now: () => new Date(),
    };
    const applied = await migrate(db);
    if (applied.length > 0) say(`Cơ sở dữ liệu đã sẵn sàng (${applied.join(", ")})`);
    await requireSecretKey(platform);
    const demoPassword = options.demo ? await demoIn(platform, say) : undefined;
    const { server } = await buildApp(platform, existsSync(join(site, "index.html")) ? site : undefined);
    const jobs = await startJobs(platform, url, server.log);
    started.push(
      () => jobs.stop(),
      async () => {
        jobs.ending();
        await server.close();
      },
    );
    const address = await server.listen({ host: config.host, port: config.port });
    const endLooks = giveBackAfterRush();
    started.push(() => Promise.resolve(endLooks()));
    return { address, demoPassword, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns the password of the demo's accounts. */
async function demoIn({ db, sets, now }: Platform, say: ServeOptions["say"]): Promise<string> {
  const { DEMO_PASSWORD, seedDemo } = await import("./demo/seed.js");
  if (await seedDemo(db, sets, now())) say("Đã nạp dữ liệu minh họa / demo data loaded");
  return DEMO_PASSWORD;
}

async function openDatabase(
  { config, say, fail }: ServeOptions,
  started: (() => Promise<void>)[],
): Promise<OpenDatabase & { readonly url: string }> {
  let url = config.databaseUrl;
  if (url === undefined) {
    const embedded: EmbeddedDatabase = await startEmbedded({ data: join(config.data, "database"), log: say });
    started.push(() => embedded.stop());
    keepRunning(embedded, say).catch(fail);
    url = embedded.url;
  }
  const opened = connect({
    url,
    connections: config.databaseConnections,
    // Told by the requests that meet it, and by /api/health/ready; the pool replaces it.
    onLost: () => undefined,
  });
  started.push(() => opened.close());
  return { ...opened, url };
}
