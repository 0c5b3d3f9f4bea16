/** Sessions and what signing in needs of accounts. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
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

export interface SignInAccount {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpLastStep: number | null;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
  readonly lastActiveAt: Date;
  readonly disabledAt: Date | null;
}

/** The session of a token's hash, and its account's roles, in one query: it runs on every request. */
export async function findSession(
  db: Connection | Work,
  tokenHash: Buffer,
): Promise<StoredSession | undefined> {
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

function storedSession(
  row: NonNullable<Awaited<ReturnType<ReturnType<typeof sessions>["executeTakeFirst"]>>>,
): StoredSession {
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

export async function touchSession(db: Connection | Work, id: string, at: Date): Promise<void> {
  await db.updateTable("session").set({ last_seen_at: at }).where("id", "=", id).execute();
}

/** The account of a sign-in name, locked for this transaction: two tries at once count as two. */
export async function findForSignIn(db: Work, login: string): Promise<SignInAccount | undefined> {
  const row = await db
    .selectFrom("account")
    .where(sql<string>`lower(login)`, "=", login.toLowerCase())
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row && signInAccount(row);
}

/** The same by id, for a sign-in that another system vouches for. */
export async function findForSignInById(db: Work, id: string): Promise<SignInAccount | undefined> {
  const row = await db.selectFrom("account").where("id", "=", id).selectAll().forUpdate().executeTakeFirst();
  return row && signInAccount(row);
}

function signInAccount(row: {
  id: string;
  password_hash: string | null;
  totp_secret: string | null;
  totp_enabled_at: Date | null;
  totp_last_step: string | null;
  failed_attempts: number;
  locked_until: Date | null;
  last_signed_in_at: Date | null;
  enabled_at: Date;
  disabled_at: Date | null;
}): SignInAccount {
  const { last_signed_in_at: signedIn, enabled_at: enabled } = row;
  return {
    id: row.id,
    passwordHash: row.password_hash,
    totpSecret: row.totp_enabled_at === null ? null : row.totp_secret,
    totpLastStep: row.totp_last_step === null ? null : Number(row.totp_last_step),
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
    lastActiveAt: signedIn !== null && signedIn > enabled ? signedIn : enabled,
    disabledAt: row.disabled_at,
  };
}

/** Counts a wrong try, locks the account at the last one, or starts counting anew. */
export async function noteAttempts(
  db: Work,
  accountId: string,
  failedAttempts: number,
  lockedUntil: Date | null,
): Promise<void> {
  await db
    .updateTable("account")
    .set({ failed_attempts: failedAttempts, locked_until: lockedUntil })
    .where("id", "=", accountId)
    .execute();
}

export async function noteSignIn(
  db: Work,
  accountId: string,
  at: Date,
  totpStep: number | null,
): Promise<void> {
  await db
    .updateTable("account")
    .set({
      last_signed_in_at: at,
      failed_attempts: 0,
      locked_until: null,
      ...(totpStep === null ? {} : { totp_last_step: totpStep }),
    })
    .where("id", "=", accountId)
    .execute();
}

export async function disableAccount(db: Work, accountId: string, at: Date, reason: string): Promise<void> {
  await db
    .updateTable("account")
    .set({ disabled_at: at, disabled_reason: reason })
    .where("id", "=", accountId)
    .execute();
}

export async function isAdministrator(db: Work, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("role_grant")
    .where("account_id", "=", accountId)
    .where("role", "=", "administrator")
    .select("role")
    .executeTakeFirst();
  return row !== undefined;
}

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

export async function setLanguage(db: Work, accountId: string, language: "vi" | "en"): Promise<void> {
  await db.updateTable("account").set({ language }).where("id", "=", accountId).execute();
}
