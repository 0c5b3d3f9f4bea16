/** Accounts and their roles as they are stored. */
import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../database/connection.js";
import { anywhere, foldedColumn } from "../../database/folded-text.js";
import type { Role } from "../../database/schema.js";
import { forgetAllTries } from "../sessions/tries-repository.js";
import type { Account, AccountGrant, GrantDraft } from "./account.js";

/** One change of roles at a time: two administrators, each taking the other's role, would leave none. */
export async function lockAccounts(db: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('opendti.accounts'))`.execute(db);
}

export interface AccountQuery {
  /** Part of a sign-in name, name or e-mail address, with or without marks. */
  readonly text?: string | undefined;
  /** With a role in one of these units. */
  readonly units?: readonly string[] | undefined;
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

/** One row more than asked for, when there are more. Sorted as Vietnamese sorts. */
export function listAccounts(db: Work, query: AccountQuery): Promise<Account[]> {
  const { text, units, role, disabled, after } = query;
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (text !== undefined && text.trim() !== "")
    conditions.push(
      sql`${foldedColumn(sql`a.login || ' ' || a.display_name || ' ' || coalesce(a.email, '')`)} like ${anywhere(text)}`,
    );
  if (units !== undefined || role !== undefined) conditions.push(holding(units, role));
  if (disabled !== undefined) conditions.push(sql`(a.disabled_at is not null) = ${disabled}`);
  if (after !== undefined)
    conditions.push(
      sql`(a.display_name collate "vi-x-icu", a.id::text collate "C") > (${after[0]}, ${after[1]})`,
    );
  return findAccounts(db, sql.join(conditions, sql` and `), query.limit + 1);
}

/** One grant has to fit both. */
function holding(units: readonly string[] | undefined, role: Role | undefined): RawBuilder<unknown> {
  return sql`exists (select 1 from role_grant h where h.account_id = a.id
    and (${units === undefined} or h.unit_id = any(${units ?? []}::uuid[]))
    and (${role === undefined} or h.role = ${role ?? ""}))`;
}

export async function findAccount(db: Work, id: string): Promise<Account | undefined> {
  return (await findAccounts(db, sql`a.id = ${id}`))[0];
}

/** Those of the given sign-in names that exist. */
export function findByLogins(db: Work, logins: readonly string[]): Promise<Account[]> {
  const lower = logins.map((login) => login.toLowerCase());
  return findAccounts(db, sql`lower(a.login) = any(${lower}::text[])`);
}

/** Those that hold one of the given e-mail addresses. */
export function findByEmails(db: Work, emails: readonly string[]): Promise<Account[]> {
  const lower = emails.map((email) => email.toLowerCase());
  return findAccounts(db, sql`lower(a.email) = any(${lower}::text[])`);
}

interface AccountRow {
  id: string;
  login: string;
  display_name: string;
  email: string | null;
  language: "vi" | "en";
  disabled_at: Date | null;
  disabled_reason: string | null;
  totp_enabled_at: Date | null;
  must_change_password: boolean;
  oidc_subject: string | null;
  locked_until: Date | null;
  last_signed_in_at: Date | null;
  version: number;
  grants: AccountGrant[];
}

async function findAccounts(db: Work, condition: RawBuilder<unknown>, limit?: number): Promise<Account[]> {
  const { rows } = await sql<AccountRow>`
    select a.id, a.login, a.display_name, a.email, a.language, a.disabled_at, a.disabled_reason,
      a.totp_enabled_at, a.must_change_password, a.oidc_subject, a.last_signed_in_at, a.version,
      greatest(a.locked_until, (select max(w.locked_until) from wrong_try w where w.account_id = a.id)) as locked_until,
      coalesce((select json_agg(json_build_object('role', g.role, 'unit',
          json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind)) order by g.role, u.code)
        from role_grant g join unit u on u.id = g.unit_id where g.account_id = a.id), '[]'::json) as grants
    from account a where ${condition}
    order by a.display_name collate "vi-x-icu", a.id limit ${limit ?? null}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    login: row.login,
    displayName: row.display_name,
    email: row.email,
    language: row.language,
    disabled: row.disabled_at !== null,
    disabledReason: row.disabled_at === null ? null : row.disabled_reason,
    totpEnabled: row.totp_enabled_at !== null,
    mustChangePassword: row.must_change_password,
    vouched: row.oidc_subject !== null,
    lockedUntil: row.locked_until?.toISOString() ?? null,
    lastSignInAt: row.last_signed_in_at?.toISOString() ?? null,
    grants: row.grants,
    version: row.version,
  }));
}

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly passwordHash: string;
  readonly at: Date;
}

/** Inserts an account whose password has to be changed at the first sign-in. */
export async function insertAccount(db: Work, account: NewAccount): Promise<string> {
  const { id } = await db
    .insertInto("account")
    .values({
      login: account.login,
      display_name: account.displayName,
      email: account.email,
      password_hash: account.passwordHash,
      must_change_password: true,
      enabled_at: account.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAccount(
  db: Work,
  id: string,
  columns: { readonly displayName?: string; readonly email?: string | null },
): Promise<void> {
  await db
    .updateTable("account")
    .set({
      ...(columns.displayName === undefined ? {} : { display_name: columns.displayName }),
      ...(columns.email === undefined ? {} : { email: columns.email }),
      version: sql<number>`version + 1`,
    })
    .where("id", "=", id)
    .execute();
}

export async function disable(db: Work, id: string, at: Date, reason: string): Promise<void> {
  await db
    .updateTable("account")
    .set({ disabled_at: at, disabled_reason: reason })
    .where("id", "=", id)
    .execute();
}

/** Opens an account again: the days that nobody uses it are counted from now, its wrong tries are forgotten. */
export async function enable(db: Work, id: string, at: Date): Promise<void> {
  await db
    .updateTable("account")
    .set({
      disabled_at: null,
      disabled_reason: null,
      enabled_at: at,
    })
    .where("id", "=", id)
    .execute();
  await forgetAllTries(db, id);
}

export async function addGrants(
  db: Work,
  accountId: string,
  grants: readonly GrantDraft[],
  at: Date,
): Promise<void> {
  if (grants.length === 0) return;
  await db
    .insertInto("role_grant")
    .values(
      grants.map(({ role, unitId }) => ({ account_id: accountId, unit_id: unitId, role, granted_at: at })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes roles away. Only the audit log remembers them. */
export async function removeGrants(
  db: Work,
  accountId: string,
  grants: readonly GrantDraft[],
): Promise<void> {
  for (const { role, unitId } of grants)
    await db
      .deleteFrom("role_grant")
      .where("account_id", "=", accountId)
      .where("unit_id", "=", unitId)
      .where("role", "=", role)
      .execute();
}

/** A password of somebody else's choosing: to be changed at the next sign-in; wrong tries are forgotten. */
export async function setTemporaryPassword(db: Work, id: string, passwordHash: string): Promise<void> {
  await db
    .updateTable("account")
    .set({
      password_hash: passwordHash,
      must_change_password: true,
      password_needs_totp: false,
    })
    .where("id", "=", id)
    .execute();
  await forgetAllTries(db, id);
}

/** Administrators who can still sign in: not disabled, and used or enabled after a moment. */
export async function activeAdministrators(db: Work, usedAfter: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from account a join role_grant g on g.account_id = a.id
    where g.role = 'administrator' and a.disabled_at is null
      and greatest(a.enabled_at, coalesce(a.last_signed_in_at, a.enabled_at)) >= ${usedAfter}`.execute(db);
  return rows.map(({ id }) => id);
}
