/** Sign-ins under way at the identity provider, and the accounts that it vouches for. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";

export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** A path of ours. */
  readonly returnTo: string;
  readonly createdAt: Date;
}

export async function insertAttempt(db: Connection, attempt: Attempt): Promise<void> {
  await db
    .insertInto("oidc_attempt")
    .values({
      state: attempt.state,
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      return_to: attempt.returnTo,
      created_at: attempt.createdAt,
    })
    .execute();
}

/** Takes an attempt away: of two answers with one state, one finds it. */
export async function takeAttempt(db: Connection, state: string): Promise<Attempt | undefined> {
  const row = await db
    .deleteFrom("oidc_attempt")
    .where("state", "=", state)
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      state: row.state,
      nonce: row.nonce,
      codeVerifier: row.code_verifier,
      returnTo: row.return_to,
      createdAt: row.created_at,
    }
  );
}

export async function deleteAttemptsBefore(db: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("oidc_attempt")
    .where("created_at", "<", moment)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The account that was linked to this person of the provider. */
export async function findLinked(db: Work, issuer: string, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("account")
    .where("oidc_issuer", "=", issuer)
    .where("oidc_subject", "=", subject)
    .select("id")
    .executeTakeFirst();
  return row?.id;
}

/** Accounts with this e-mail address, linked to nobody yet and not disabled; locked. More than one: nobody's. */
export async function findUnlinkedByEmail(db: Work, email: string): Promise<string[]> {
  const rows = await db
    .selectFrom("account")
    .where(sql<string>`lower(email)`, "=", email.toLowerCase())
    .where("oidc_subject", "is", null)
    .where("disabled_at", "is", null)
    .select("id")
    .limit(2)
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

export async function link(db: Work, accountId: string, issuer: string, subject: string): Promise<void> {
  await db
    .updateTable("account")
    .set({ oidc_issuer: issuer, oidc_subject: subject })
    .where("id", "=", accountId)
    .execute();
}
