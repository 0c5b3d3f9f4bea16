/** Notices as stored, and whom they go to. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { MailChoice, NoticeData, NoticeKind } from "../../database/notice-tables.js";
import type { Role } from "../../database/schema.js";

export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly data: NoticeData;
  readonly link: string;
  readonly at: Date;
  readonly readAt: Date | null;
}

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly data: NoticeData;
  readonly link: string;
  /** Told once only: whoever has a notice of this name gets no other. */
  readonly once: string | null;
  readonly at: Date;
}

/** Who is told: accounts by id, and everybody with one of these roles in a unit (or, of the province's roles, anywhere). */
export interface Audience {
  readonly accounts: readonly string[];
  readonly grants: readonly { readonly role: Role; readonly unitId: string | null }[];
  /** Whoever did it knows it already. */
  readonly except: string | null;
}

/** Writes the notice for everybody of the audience that is enabled, once each. */
export async function insertNotices(db: Work, notice: NewNotice, audience: Audience): Promise<void> {
  const grants = JSON.stringify(audience.grants);
  await sql`insert into notice (account_id, kind, data, link, once, at)
    select a.id, ${notice.kind}, ${JSON.stringify(notice.data)}::jsonb, ${notice.link}, ${notice.once}, ${notice.at}
    from account a
    where a.disabled_at is null and a.id is distinct from ${audience.except}::uuid
      and (a.id = any(${[...audience.accounts]}::uuid[]) or exists (
        select from role_grant g
        join jsonb_to_recordset(${grants}::jsonb) as w(role text, "unitId" uuid) on w.role = g.role
        where g.account_id = a.id and (w."unitId" is null or w."unitId" = g.unit_id)))
    on conflict (account_id, once) do nothing`.execute(db);
}

/** The newest first; those before a place in that order, if one is given. */
export async function listNotices(
  db: Work,
  accountId: string,
  {
    unread,
    before,
    limit,
  }: { unread: boolean; before: readonly [at: string, id: string] | undefined; limit: number },
): Promise<Notice[]> {
  const rows = await db
    .selectFrom("notice")
    .where("account_id", "=", accountId)
    .$if(unread, (query) => query.where("read_at", "is", null))
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`),
    )
    .select(["id", "kind", "data", "link", "at", "read_at"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ read_at: readAt, ...row }) => ({ ...row, readAt }));
}

export async function countUnread(db: Work, accountId: string): Promise<number> {
  const { n } = await db
    .selectFrom("notice")
    .where("account_id", "=", accountId)
    .where("read_at", "is", null)
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** @param ids null: all of them. */
export async function markRead(
  db: Work,
  accountId: string,
  ids: readonly string[] | null,
  at: Date,
): Promise<void> {
  await db
    .updateTable("notice")
    .set({ read_at: at })
    .where("account_id", "=", accountId)
    .where("read_at", "is", null)
    .$if(ids !== null, (query) =>
      query.where("id", "in", ids === null || ids.length === 0 ? [NOBODY] : [...ids]),
    )
    .execute();
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

export interface Settings {
  readonly mail: MailChoice;
  readonly quiet: readonly NoticeKind[];
  readonly calendar: boolean;
}

export async function findSettings(db: Work, accountId: string): Promise<Settings> {
  const row = await db
    .selectFrom("notice_settings")
    .where("account_id", "=", accountId)
    .select(["mail", "quiet", "calendar_token_hash"])
    .executeTakeFirst();
  return {
    mail: row?.mail ?? "digest",
    quiet: row?.quiet ?? [],
    calendar: row?.calendar_token_hash != null,
  };
}

export async function saveSettings(
  db: Work,
  accountId: string,
  change: { mail?: MailChoice | undefined; quiet?: readonly NoticeKind[] | undefined },
): Promise<void> {
  await ensureSettings(db, accountId);
  if (change.mail === undefined && change.quiet === undefined) return;
  await db
    .updateTable("notice_settings")
    .set({
      ...(change.mail === undefined ? {} : { mail: change.mail }),
      ...(change.quiet === undefined ? {} : { quiet: JSON.stringify(change.quiet) }),
    })
    .where("account_id", "=", accountId)
    .execute();
}

async function ensureSettings(db: Work | Connection, accountId: string): Promise<void> {
  await sql`insert into notice_settings (account_id, mail) values (${accountId}, 'digest') on conflict do nothing`.execute(
    db,
  );
}

/** @param hash of the token in the calendar's address; null takes the calendar away. */
export async function setCalendar(db: Work, accountId: string, hash: Buffer | null): Promise<void> {
  await ensureSettings(db, accountId);
  await db
    .updateTable("notice_settings")
    .set({ calendar_token_hash: hash })
    .where("account_id", "=", accountId)
    .execute();
}

/** Whose calendar it is; undefined for a token that is nobody's, or of somebody who is disabled. */
export async function findCalendarOwner(
  db: Work,
  hash: Buffer,
): Promise<{ accountId: string; language: "vi" | "en" } | undefined> {
  const row = await db
    .selectFrom("notice_settings as s")
    .innerJoin("account as a", "a.id", "s.account_id")
    .where("s.calendar_token_hash", "=", hash)
    .where("a.disabled_at", "is", null)
    .select(["a.id", "a.language"])
    .executeTakeFirst();
  return row && { accountId: row.id, language: row.language };
}

/** Takes somebody off the mails by the token of a mail. @returns false when the token is nobody's. */
export async function unsubscribe(db: Work, token: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("notice_settings")
    .set({ mail: "none" })
    .where("unsubscribe_token", "=", token)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
