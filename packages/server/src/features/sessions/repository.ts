/** Sessions: found on every request, opened, listed, ended. What an account signs in with: credentials-repository.ts. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import { Prepared, type Runner, unconnected } from "../../database/prepared.js";
import type { Role } from "../../database/schema.js";

export interface GrantedUnit {
  readonly role: Role;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string; readonly kind: string };
}

/** A session that has not been ended, with its account as it is now. */
export interface StoredSession {
  readonly id: string;
  readonly csrfToken: string;
  readonly method: "password" | "oidc";
  readonly lastSeenAt: Date;
  readonly idleMinutes: number;
  readonly expiresAt: Date;
  readonly account: {
    readonly id: string;
    readonly login: string;
    readonly displayName: string;
    readonly language: "vi" | "en";
    readonly mustChangePassword: boolean;
    readonly totpEnabled: boolean;
    readonly disabled: boolean;
  };
  readonly grants: readonly GrantedUnit[];
}

/** The session of a token's hash, and its account's roles, in one prepared statement: it runs on every request. */
export async function findSessionOfRequest(
  on: Runner,
  tokenHash: Buffer,
): Promise<StoredSession | undefined> {
  const row = await byToken.first(on, [tokenHash]);
  return row && storedSession(row);
}

const byToken = new Prepared<SessionRow, [tokenHash: Buffer]>(
  "session-by-token",
  () => sessions(unconnected).where("s.token_hash", "=", Buffer.alloc(0)).compile().sql,
);

/** The same inside a transaction, with what it has changed. */
export async function findSession(db: Work, tokenHash: Buffer): Promise<StoredSession | undefined> {
  const row = await sessions(db).where("s.token_hash", "=", tokenHash).executeTakeFirst();
  return row && storedSession(row);
}

export async function findSessionById(db: Work, id: string): Promise<StoredSession | undefined> {
  const row = await sessions(db).where("s.id", "=", id).executeTakeFirst();
  return row && storedSession(row);
}

function sessions(db: Connection | Work) {
  return db
    .selectFrom("session as s")
    .innerJoin("account as a", "a.id", "s.account_id")
    .where("s.ended_at", "is", null)
    .select([
      "s.id",
      "s.csrf_token",
      "s.method",
      "s.last_seen_at",
      "s.idle_minutes",
      "s.expires_at",
      "a.id as account_id",
      "a.login",
      "a.display_name",
      "a.language",
      "a.must_change_password",
      "a.totp_enabled_at",
      "a.disabled_at",
    ])
    .select(
      sql<GrantedUnit[]>`coalesce((
        select json_agg(json_build_object('role', g.role, 'unit',
          json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind)) order by g.role, u.code)
        from role_grant g join unit u on u.id = g.unit_id where g.account_id = a.id), '[]'::json)`.as(
        "grants",
      ),
    );
}

type SessionRow = NonNullable<Awaited<ReturnType<ReturnType<typeof sessions>["executeTakeFirst"]>>>;

function storedSession(row: SessionRow): StoredSession {
  return {
    id: row.id,
    csrfToken: row.csrf_token,
    method: row.method,
    lastSeenAt: row.last_seen_at,
    idleMinutes: row.idle_minutes,
    expiresAt: row.expires_at,
    account: {
      id: row.account_id,
      login: row.login,
      displayName: row.display_name,
      language: row.language,
      mustChangePassword: row.must_change_password,
      totpEnabled: row.totp_enabled_at !== null,
      disabled: row.disabled_at !== null,
    },
    grants: row.grants,
  };
}

export async function touchSession(on: Runner, id: string, at: Date): Promise<void> {
  await touch.rows(on, [at, id]);
}

const touch = new Prepared<object, [at: Date, id: string]>(
  "session-touch",
  () => "update session set last_seen_at = $1 where id = $2",
);

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly method: "password" | "oidc";
  readonly at: Date;
  readonly idleMinutes: number;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

export async function insertSession(db: Work, session: NewSession): Promise<string> {
  const { id } = await db
    .insertInto("session")
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      csrf_token: session.csrfToken,
      method: session.method,
      created_at: session.at,
      last_seen_at: session.at,
      idle_minutes: session.idleMinutes,
      expires_at: session.expiresAt,
      address: session.address,
      user_agent: session.userAgent,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function endSession(db: Work, id: string, at: Date): Promise<void> {
  await db.updateTable("session").set({ ended_at: at }).where("id", "=", id).execute();
}

/** Ends every session of an account, but perhaps one. */
export async function endSessions(db: Work, accountId: string, at: Date, but?: string): Promise<number> {
  const result = await db
    .updateTable("session")
    .set({ ended_at: at })
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .$if(but !== undefined, (query) => query.where("id", "<>", but ?? ""))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export interface OpenSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

/** Sessions of an account that were neither ended nor idle too long at that moment. */
export async function listOpenSessions(db: Work, accountId: string, at: Date): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom("session")
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", at)
    .where(sql<boolean>`last_seen_at + make_interval(mins => idle_minutes) >= ${at}`)
    .select(["id", "created_at", "last_seen_at", "address", "user_agent"])
    .orderBy("last_seen_at", "desc")
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    address: row.address,
    userAgent: row.user_agent,
  }));
}

export async function findOwnSession(
  db: Work,
  accountId: string,
  id: string,
): Promise<{ readonly ended: boolean } | undefined> {
  const row = await db
    .selectFrom("session")
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .select("ended_at")
    .executeTakeFirst();
  return row && { ended: row.ended_at !== null };
}

/** @returns how many. Sessions that nobody ended count from when they would have. */
export async function deleteSessionsEndedBefore(db: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("session")
    .where(sql<boolean>`least(ended_at, expires_at) < ${moment}`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
