/** The notices of the one who is signed in, how they are mailed, and the calendar of the own deadlines. */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { MailChoice, NoticeKind } from "../../database/notice-tables.js";
import type { Call, OpenCall } from "../../http/call.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import { listDeadlines } from "./deadlines.js";
import * as repository from "./repository.js";

export type NoticePage = Page<repository.Notice> & { readonly unread: number };

/** Everybody has notices: only the own are ever read or changed. */
export async function listNotices(
  { db, actor }: Call,
  { unread, cursor, limit }: { unread: boolean; cursor: string | undefined; limit: number },
): Promise<NoticePage> {
  const before = placeOf(cursor);
  const rows = await repository.listNotices(db, actor.accountId, {
    unread,
    before,
    limit: limit + 1,
  });
  return {
    ...page(rows, limit, (notice) => [notice.at.toISOString(), notice.id]),
    unread: await repository.countUnread(db, actor.accountId),
  };
}

/** @param ids null: all. @returns how many are left unread. */
export async function markRead({ db, actor, at }: Call, ids: readonly string[] | null): Promise<number> {
  await repository.markRead(db, actor.accountId, ids, at);
  return repository.countUnread(db, actor.accountId);
}

export function findSettings({ db, actor }: Call): Promise<repository.Settings> {
  return repository.findSettings(db, actor.accountId);
}

export async function changeSettings(
  { db, actor }: Call,
  change: { mail?: MailChoice | undefined; quiet?: readonly NoticeKind[] | undefined },
): Promise<repository.Settings> {
  await repository.saveSettings(db, actor.accountId, change);
  return repository.findSettings(db, actor.accountId);
}

/** Makes the secret address of the own calendar; an older one is no good any more. @returns its token, told only now. */
export async function openCalendar({ db, actor }: Call): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await repository.setCalendar(db, actor.accountId, hashOf(token));
  return token;
}

export async function closeCalendar({ db, actor }: Call): Promise<void> {
  await repository.setCalendar(db, actor.accountId, null);
}

/**
 * The calendar behind a secret address.
 * @throws {Problem} `not-found` for a token that opens none.
 */
export async function readCalendar({ db, at, platform }: OpenCall, token: string): Promise<string> {
  const owner = await repository.findCalendarOwner(db, hashOf(token));
  if (owner === undefined) throw new Problem("not-found");
  const deadlines = await listDeadlines(db, owner.accountId, at);
  const { calendarOf } = await import("./calendar.js");
  return calendarOf(deadlines, owner.language, platform.config.publicUrl);
}

/**
 * Ends the mails to whoever got one with this token.
 * @throws {Problem} `not-found` for a token that is nobody's.
 */
export async function unsubscribe({ db }: OpenCall, token: string): Promise<void> {
  if (!(await repository.unsubscribe(db, token))) throw new Problem("not-found");
}

/** @throws {Problem} `request-invalid` for a cursor that is not of this list. */
function placeOf(cursor: string | undefined): readonly [at: string, id: string] | undefined {
  const key = readCursor(cursor, 2);
  if (key === undefined) return undefined;
  const read = z.tuple([z.iso.datetime(), z.uuid()]).safeParse(key);
  if (read.success) return read.data;
  throw new Problem("request-invalid", { vi: "cursor không đúng", en: "not a cursor of this list" });
}

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
