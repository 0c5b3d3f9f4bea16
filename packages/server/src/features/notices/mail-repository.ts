/** Notices that are to be mailed. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { MailChoice } from "../../database/notice-tables.js";
import type { Notice } from "./repository.js";

export interface MailOrder {
  readonly address: string;
  readonly displayName: string;
  readonly language: "vi" | "en";
  readonly unsubscribeToken: string;
  readonly notices: readonly Notice[];
}

/** Accounts with an address and fresh notices that wait for a mail. */
export async function listDueAccounts(db: Connection, choice: MailChoice, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from notice n join account a on a.id = n.account_id
    left join notice_settings s on s.account_id = a.id
    where n.mailed_at is null and n.read_at is null and n.at >= ${since}
      and a.email is not null and a.disabled_at is null and coalesce(s.mail, 'digest') = ${choice}
      and not coalesce(s.quiet, '[]') ? n.kind`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Marks the waiting notices of an account as mailed, for the transaction in which the mail goes out. What was read in
 * the meantime, or is of a kind that is not mailed, is left out.
 */
export async function takeUnmailed(
  db: Work,
  accountId: string,
  since: Date,
  at: Date,
): Promise<MailOrder | undefined> {
  await sql`insert into notice_settings (account_id, mail) values (${accountId}, 'digest') on conflict do nothing`.execute(
    db,
  );
  const { rows } = await sql<{
    id: string;
    kind: Notice["kind"];
    data: Notice["data"];
    link: string;
    at: Date;
  }>`
    with taken as (
      select n.id from notice n join notice_settings s on s.account_id = n.account_id
      where n.account_id = ${accountId} and n.mailed_at is null and n.read_at is null and n.at >= ${since}
        and s.mail <> 'none' and not s.quiet ? n.kind
      order by n.at limit 100 for update of n skip locked
    )
    update notice n set mailed_at = ${at} from taken where taken.id = n.id
    returning n.id, n.kind, n.data, n.link, n.at`.execute(db);
  const person = await db
    .selectFrom("account as a")
    .innerJoin("notice_settings as s", "s.account_id", "a.id")
    .where("a.id", "=", accountId)
    .where("a.disabled_at", "is", null)
    .select(["a.email", "a.display_name", "a.language", "s.unsubscribe_token"])
    .executeTakeFirst();
  if (person === undefined || person.email === null) return undefined;
  return {
    address: person.email,
    displayName: person.display_name,
    language: person.language,
    unsubscribeToken: person.unsubscribe_token,
    notices: rows
      .map((row) => ({ ...row, readAt: null }))
      .sort((one, other) => one.at.getTime() - other.at.getTime()),
  };
}
