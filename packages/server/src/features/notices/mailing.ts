/**
 * Mails of notices: one a person, however many there are. Notices of one person are taken by one process and stand as
 * mailed only when the mail server took them; a failure leaves them for the next time.
 */
import { sql } from "kysely";
import type { Transporter } from "nodemailer";
import type { Connection } from "../../database/connection.js";
import type { MailChoice } from "../../database/notice-tables.js";
import type { Platform } from "../../platform.js";
import { composeMail } from "./mail.js";
import * as repository from "./mail-repository.js";

export type Mailed = Readonly<Record<"mails" | "notices" | "failed", number>>;

const NONE: Mailed = { mails: 0, notices: 0, failed: 0 };
/** Older ones are no news: a mail server that was set up late does not flood anybody. */
const FRESH_MILLISECONDS = 2 * 86_400_000;
const PATIENCE = 30_000;

/** @param choice whose notices: of those who want each, or of those who want a digest. */
export async function mailNotices(platform: Platform, choice: Exclude<MailChoice, "none">): Promise<Mailed> {
  const { config, db, now } = platform;
  if (config.smtpUrl === undefined) return NONE;
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(patient(config.smtpUrl), {
    // What a notice repeats is people's text: nothing in it is a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const since = new Date(now().getTime() - FRESH_MILLISECONDS);
  let [mails, notices, failed] = [0, 0, 0];
  try {
    for (const accountId of await repository.listDueAccounts(db, choice, since)) {
      const sent = await mailOne(platform, transport, accountId, since).catch(() => undefined);
      if (sent === undefined) failed += 1;
      else if (sent > 0) {
        mails += 1;
        notices += sent;
      }
      // A mail server that takes nothing is asked again at the next turn.
      if (failed >= 3 && mails === 0) break;
    }
  } finally {
    transport.close();
  }
  return { mails, notices, failed };
}

/** A mail server that does not answer holds nobody up for long. */
function patient(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const wait of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
    url.searchParams.set(wait, String(PATIENCE));
  return url.href;
}

/** @returns how many notices went into the mail; 0 when another process has taken them. */
function mailOne(
  { config, db, now }: { config: Platform["config"]; db: Connection; now: Platform["now"] },
  transport: Transporter,
  accountId: string,
  since: Date,
): Promise<number> {
  return db.transaction().execute(async (work) => {
    // A mail server that takes its time at each step is no reason to forget that it took the mail, and send it again.
    await sql`set local idle_in_transaction_session_timeout = '15min'`.execute(work);
    const order = await repository.takeUnmailed(work, accountId, since, now());
    if (order === undefined || order.notices.length === 0) return 0;
    await transport.sendMail(composeMail(order, config));
    return order.notices.length;
  });
}
