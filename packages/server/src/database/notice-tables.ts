/** The tables of notices, as Kysely sees them. */
import type { Generated, JSONColumnType } from "kysely";
import type { QueryOutcome } from "./appraisal-tables.js";
import type { OptionalTimestamp, Timestamp } from "./columns.js";

export const noticeKinds = [
  "assigned",
  "due",
  "extended",
  "returned",
  "asked",
  "answered",
  "closed",
  "published",
  "withdrawn",
  "appraised",
  "handed",
  "revised",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const mailChoices = ["none", "digest", "each"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** What a notice's sentence is made of; names as they were then. */
export interface NoticeData {
  readonly campaign?: string;
  readonly unit?: string;
  /** `2.1.3 Title of the indicator`, shortened. */
  readonly indicator?: string;
  readonly indicators?: number;
  readonly reason?: string;
  /** ISO 8601 UTC. */
  readonly dueAt?: string;
  readonly rank?: number;
  readonly by?: string;
  /** It is of a complaint about a published result, not of a question to the unit. */
  readonly complaint?: boolean;
  /** It is of a progress report on a plan, not of an assessment. */
  readonly progress?: boolean;
  /** How a query ended. */
  readonly outcome?: QueryOutcome;
}

export interface NoticeTables {
  notice: {
    id: Generated<string>;
    account_id: string;
    kind: NoticeKind;
    data: JSONColumnType<NoticeData, string, never>;
    link: string;
    once: string | null;
    at: Timestamp;
    read_at: OptionalTimestamp;
    mailed_at: OptionalTimestamp;
  };
  notice_settings: {
    account_id: string;
    mail: MailChoice;
    /** Kinds that are not mailed. */
    quiet: JSONColumnType<NoticeKind[], string, string>;
    unsubscribe_token: Generated<string>;
    calendar_token_hash: Buffer | null;
  };
}
