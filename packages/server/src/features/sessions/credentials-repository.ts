/** What an account signs in with, and how its tries went: the columns of `account` that only signing in touches. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";

export interface SignInAccount {
  readonly id: string;
  readonly login: string;
  readonly passwordHash: string | null;
  /** Sealed; null while one-time codes are off. */
  readonly totpSecret: string | null;
  readonly totpLastStep: number | null;
  readonly lockedUntil: Date | null;
  readonly lastActiveAt: Date;
  readonly disabledAt: Date | null;
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

/** The same by id: for a sign-in that another system vouches for, and for a change by the account itself. */
export async function findForSignInById(db: Work, id: string): Promise<SignInAccount | undefined> {
  const row = await db.selectFrom("account").where("id", "=", id).selectAll().forUpdate().executeTakeFirst();
  return row && signInAccount(row);
}

function signInAccount(row: {
  id: string;
  login: string;
  password_hash: string | null;
  totp_secret: string | null;
  totp_enabled_at: Date | null;
  totp_last_step: string | null;
  locked_until: Date | null;
  last_signed_in_at: Date | null;
  enabled_at: Date;
  disabled_at: Date | null;
}): SignInAccount {
  const { last_signed_in_at: signedIn, enabled_at: enabled } = row;
  return {
    id: row.id,
    login: row.login,
    passwordHash: row.password_hash,
    totpSecret: row.totp_enabled_at === null ? null : row.totp_secret,
    totpLastStep: row.totp_last_step === null ? null : Number(row.totp_last_step),
    lockedUntil: row.locked_until,
    lastActiveAt: signedIn !== null && signedIn > enabled ? signedIn : enabled,
    disabledAt: row.disabled_at,
  };
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

/** @param shortOne acceptable only beside one-time codes. */
export async function setOwnPassword(
  db: Work,
  accountId: string,
  passwordHash: string,
  shortOne: boolean,
): Promise<void> {
  await db
    .updateTable("account")
    .set({
      password_hash: passwordHash,
      must_change_password: false,
      password_needs_totp: shortOne,
    })
    .where("id", "=", accountId)
    .execute();
}

/** @param sealed the secret, sealed for this account. */
export async function putPendingTotp(db: Work, accountId: string, sealed: string): Promise<void> {
  await db.updateTable("account").set({ totp_pending: sealed }).where("id", "=", accountId).execute();
}

export async function findPendingTotp(db: Work, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("account")
    .where("id", "=", accountId)
    .where("totp_enabled_at", "is", null)
    .select("totp_pending")
    .forUpdate()
    .executeTakeFirst();
  return row?.totp_pending ?? undefined;
}

/** The waiting secret becomes the account's; the code that showed it is used up. */
export async function enableTotp(db: Work, accountId: string, at: Date, step: number): Promise<void> {
  await db
    .updateTable("account")
    .set((is) => ({
      totp_secret: is.ref("totp_pending"),
      totp_pending: null,
      totp_enabled_at: at,
      totp_last_step: step,
    }))
    .where("id", "=", accountId)
    .execute();
}

/** Turns one-time codes off, by the account itself or by an administrator. A password too short alone becomes due. */
export async function removeTotp(db: Work, accountId: string): Promise<void> {
  await db
    .updateTable("account")
    .set((is) => ({
      totp_secret: null,
      totp_pending: null,
      totp_enabled_at: null,
      totp_last_step: null,
      must_change_password: sql<boolean>`${is.ref("must_change_password")} or ${is.ref("password_needs_totp")}`,
    }))
    .where("id", "=", accountId)
    .execute();
}

export async function setLanguage(db: Work, accountId: string, language: "vi" | "en"): Promise<void> {
  await db.updateTable("account").set({ language }).where("id", "=", accountId).execute();
}

/** Accounts not disabled that were neither used nor enabled since a moment, locked. */
export async function findIdleAccounts(db: Work, since: Date): Promise<string[]> {
  const rows = await db
    .selectFrom("account")
    .where("disabled_at", "is", null)
    .where(sql<boolean>`greatest(last_signed_in_at, enabled_at) < ${since}`)
    .select("id")
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** The newest account that turned one-time codes on, with its sealed secret. */
export async function findSealedSecret(
  db: Connection,
): Promise<{ readonly accountId: string; readonly sealed: string } | undefined> {
  const row = await db
    .selectFrom("account")
    .where("totp_enabled_at", "is not", null)
    .where("totp_secret", "is not", null)
    .select(["id", "totp_secret"])
    .orderBy("totp_enabled_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.totp_secret == null ? undefined : { accountId: row.id, sealed: row.totp_secret };
}
