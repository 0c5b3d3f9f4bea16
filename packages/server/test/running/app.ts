/** The whole application over a database of its own, asked through HTTP by people with roles. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { type App, buildApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Connection } from "../../src/database/connection.js";
import type { Role } from "../../src/database/schema.js";
import { hashPassword } from "../../src/features/sessions/password.js";
import { openSecretBox } from "../../src/features/sessions/secret-box.js";
import { SetShelf } from "../../src/features/sets/shelf.js";
import { FileStore } from "../../src/files/store.js";
import type { Platform } from "../../src/platform.js";
import { freshDatabase } from "./database.js";

export const PASSWORD = "một câu đủ dài để nhớ";

export interface RunningApp extends App {
  readonly db: Connection;
  readonly platform: Platform;
  /** The moment that the application takes for now; tests move it. */
  readonly clock: { now: Date };
  /** Makes an account with these roles; each call another account. */
  account(name: string, ...grants: readonly [Role, unitId: string][]): Promise<string>;
  /** Signs an account in and asks as it. */
  signedIn(login: string): Promise<Person>;
  close(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test states by its assertions what it expects of an answer
  readonly body: any;
  readonly headers: LightMyRequestResponse["headers"];
}

/** Somebody signed in. Paths are under /api/v1. */
export interface Person {
  readonly csrfToken: string;
  readonly cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  send(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered>;
}

/** @param variables of the environment, over the defaults. */
export async function startApp(variables: Record<string, string> = {}): Promise<RunningApp> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "opendti-app-"));
  const clock = { now: new Date("2026-11-22T02:00:00Z") };
  const config = readConfig({
    LOG_LEVEL: "silent",
    OPENDTI_DATA: folder,
    REQUESTS_PER_MINUTE: "100000",
    SIGN_INS_PER_MINUTE: "100000",
    ...variables,
  });
  const platform: Platform = {
    config,
    db: database.db,
    pool: database.pool,
    files: new FileStore(join(folder, "files")),
    sets: new SetShelf(),
    secrets: await openSecretBox(config),
    now: () => clock.now,
  };
  const app = await buildApp(platform);
  const hash = await hashPassword(PASSWORD);
  return {
    ...app,
    db: database.db,
    platform,
    clock,
    async account(name, ...grants) {
      const { id } = await database.db
        .insertInto("account")
        .values({ login: name, display_name: name, password_hash: hash, enabled_at: clock.now })
        .returning("id")
        .executeTakeFirstOrThrow();
      for (const [role, unit] of grants)
        await database.db.insertInto("role_grant").values({ account_id: id, unit_id: unit, role }).execute();
      return id;
    },
    signedIn: (login) => signIn(app, login),
    async close() {
      await app.server.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks without a session. */
export async function ask(app: App, options: InjectOptions): Promise<Answered> {
  const answer = await app.server.inject({
    ...options,
    headers: { host: "localhost", ...options.headers },
  });
  // "Not modified" bears the type of what the asker holds, and nothing else.
  const json = /json/.test(String(answer.headers["content-type"])) && answer.statusCode !== 304;
  return { status: answer.statusCode, body: json ? answer.json() : answer.payload, headers: answer.headers };
}

async function signIn(app: App, login: string): Promise<Person> {
  const answer = await app.server.inject({
    method: "POST",
    url: "/api/v1/session",
    payload: { login, password: PASSWORD },
  });
  if (answer.statusCode !== 200) throw new Error(`${login} cannot sign in: ${answer.payload}`);
  const { csrfToken } = answer.json<{ csrfToken: string }>();
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  return {
    csrfToken,
    cookie,
    get: (path, headers = {}) =>
      ask(app, { method: "GET", url: `/api/v1${path}`, headers: { cookie, ...headers } }),
    send: (method, path, body, headers = {}) =>
      ask(app, {
        method,
        url: `/api/v1${path}`,
        headers: { cookie, "x-csrf-token": csrfToken, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  };
}
