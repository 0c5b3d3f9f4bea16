/** Signing in and out, and who a request comes from. */
import type { Actor } from "../../access/actor.js";
import type { Call, OpenCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { networkOf } from "../../http/network.js";
import { Problem } from "../../http/problem.js";
import { newToken, tokenHash } from "../../http/session-cookie.js";
import type { Platform } from "../../platform.js";
import { record } from "../audit/record.js";
import * as credentials from "./credentials-repository.js";
import { countWrongTry, lockedProblem, lockOf } from "./lockout.js";
import { isPassword } from "./password.js";
import * as repository from "./repository.js";
import { totpStepOf } from "./totp.js";
import { forgetTriesFrom } from "./tries-repository.js";

/** last_seen_at is written at most so often: a save should not write two rows. Idle time is counted in minutes. */
const TOUCH_SECONDS = 30;

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface Session extends repository.StoredSession {
  readonly actor: Actor;
  /** An administrator without one-time codes: may set them up and nothing else. */
  readonly totpDue: boolean;
}

/**
 * The session of a cookie's token.
 * @param byHand somebody asked, so that the idle time starts anew; else a page did by itself.
 * @returns undefined when there is none, or it was idle too long, or its account is disabled.
 */
export async function findSession(
  platform: Platform,
  token: string,
  byHand: boolean,
): Promise<Session | undefined> {
  const stored = await repository.findSessionOfRequest(platform.pool, tokenHash(token));
  if (stored === undefined || stored.account.disabled) return undefined;
  const at = platform.now();
  const use = useOf(stored, at);
  if (use === "ended") return undefined;
  if (!byHand || use === "fresh") return present(platform, stored);
  await repository.touchSession(platform.pool, stored.id, at);
  return present(platform, { ...stored, lastSeenAt: at });
}

/** What using a session at a moment means: it has ended by itself, its use has to be noted, or was just noted. */
export function useOf(
  { lastSeenAt, idleMinutes, expiresAt }: Pick<Session, "lastSeenAt" | "idleMinutes" | "expiresAt">,
  at: Date,
): "ended" | "to-note" | "fresh" {
  const idle = at.getTime() - lastSeenAt.getTime();
  if (idle > idleMinutes * MINUTE || at >= expiresAt) return "ended";
  return idle > TOUCH_SECONDS * 1000 ? "to-note" : "fresh";
}

function present({ config }: Platform, stored: repository.StoredSession): Session {
  const { account, grants } = stored;
  const byPassword = stored.method === "password";
  return {
    ...stored,
    // Whoever comes through the identity provider may never have used the password that is due.
    account: { ...account, mustChangePassword: byPassword && account.mustChangePassword },
    actor: {
      accountId: account.id,
      sessionId: stored.id,
      displayName: account.displayName,
      language: account.language,
      grants: grants.map(({ role, unit }) => ({ role, unitId: unit.id })),
    },
    // A sign-in that the province's own system vouches for has its own second factor.
    totpDue:
      config.administratorTotp &&
      byPassword &&
      !account.totpEnabled &&
      grants.some(({ role }) => role === "administrator"),
  };
}

export interface SignedIn {
  readonly token: string;
  readonly session: Session;
}

export type SignInOutcome = { readonly signedIn: SignedIn } | { readonly refused: Problem };

/**
 * Signs in with a password, and a one-time code where the account has them.
 * @returns what to refuse with instead of throwing it: the count of wrong tries must be kept, so must the transaction.
 */
export async function signIn(
  call: OpenCall,
  login: string,
  password: string,
  code: string | undefined,
): Promise<SignInOutcome> {
  const account = await credentials.findForSignIn(call.db, login);
  // An unknown name costs the same time: its password is compared with nobody's.
  const right = await isPassword(account?.passwordHash, password);
  if (account === undefined) return { refused: new Problem("sign-in-failed") };
  if (!right) {
    // Locked or not, it is answered as an unknown name is.
    await countWrongTry(call, account);
    return { refused: new Problem("sign-in-failed") };
  }
  const lock = await lockOf(call, account);
  if (lock !== undefined)
    return { refused: lock.told ? lockedProblem(lock.until) : new Problem("sign-in-failed") };
  const disabled = await disabledBy(call, account);
  if (disabled !== undefined) return { refused: disabled };
  let step: number | null = null;
  if (account.totpSecret !== null) {
    if (code === undefined || code === "") return { refused: new Problem("totp-required") };
    step = await freshStep(call, account, code);
    if (step === null) {
      const made = await countWrongTry(call, account);
      return { refused: made === undefined ? new Problem("totp-wrong") : lockedProblem(made.until) };
    }
  }
  await forgetTriesFrom(call.db, account.id, networkOf(call.address));
  return { signedIn: await open(call, account.id, "password", step) };
}

/**
 * Signs in an account that the identity provider vouched for.
 * @returns a refusal when the account is disabled.
 */
export async function signInVouched(call: OpenCall, accountId: string): Promise<SignInOutcome> {
  const account = await credentials.findForSignInById(call.db, accountId);
  if (account === undefined) return { refused: new Problem("sign-in-failed") };
  const disabled = await disabledBy(call, account);
  return disabled === undefined
    ? { signedIn: await open(call, account.id, "oidc", null) }
    : { refused: disabled };
}

/** The step of a code that is right and was not used before; null for any other. */
export async function freshStep(
  call: OpenCall,
  account: credentials.SignInAccount,
  code: string,
): Promise<number | null> {
  if (account.totpSecret === null) return null;
  const step = await totpStepOf(call.platform.secrets.open(account.totpSecret, account.id), code, call.at);
  return step !== null && (account.totpLastStep === null || step > account.totpLastStep) ? step : null;
}

/** Refuses disabled accounts, and disables one that nobody used for long. */
async function disabledBy(call: OpenCall, account: credentials.SignInAccount): Promise<Problem | undefined> {
  if (account.disabledAt !== null) return new Problem("account-disabled");
  const days = call.platform.config.accountIdleDays;
  if (call.at.getTime() - account.lastActiveAt.getTime() <= days * DAY) return undefined;
  await credentials.disableAccount(call.db, account.id, call.at, "idle");
  await record(call, {
    action: "account.disable",
    subject: { type: "account", id: account.id },
    after: { reason: "idle", days },
  });
  return new Problem("account-disabled", {
    vi: `Tài khoản không dùng quá ${days} ngày nên đã bị khóa. Nhờ quản trị viên mở lại.`,
    en: `Nobody used the account for more than ${days} days, so it was disabled. Ask an administrator to enable it.`,
  });
}

async function open(
  call: OpenCall,
  accountId: string,
  method: "password" | "oidc",
  totpStep: number | null,
): Promise<SignedIn> {
  const { session: limits } = call.platform.config;
  const administrator = await credentials.isAdministrator(call.db, accountId);
  const token = newToken();
  await credentials.noteSignIn(call.db, accountId, call.at, totpStep);
  const id = await repository.insertSession(call.db, {
    tokenHash: tokenHash(token),
    accountId,
    csrfToken: newToken(),
    method,
    at: call.at,
    idleMinutes: administrator ? limits.idleMinutesAdministrator : limits.idleMinutes,
    expiresAt: new Date(call.at.getTime() + limits.hours * 60 * MINUTE),
    address: call.address,
    userAgent: call.userAgent,
  });
  await record(call, {
    action: "session.start",
    subject: { type: "session", id },
    accountId,
    after: { method },
  });
  const stored = await repository.findSession(call.db, tokenHash(token));
  if (stored === undefined) throw new Error("the session just made is not there");
  return { token, session: present(call.platform, stored) };
}

/** The actor's own session, as it stands after this request's changes. */
export async function current(call: Call): Promise<Session> {
  return present(call.platform, found(await repository.findSessionById(call.db, call.actor.sessionId)));
}

/** Ends the session that a sign-in in the same browser replaces: no two of them lie about, none outlives its cookie. */
export async function endReplaced(call: OpenCall, token: string | undefined): Promise<void> {
  const replaced = token === undefined ? undefined : await repository.findSession(call.db, tokenHash(token));
  if (replaced === undefined) return;
  await repository.endSession(call.db, replaced.id, call.at);
  await record(call, {
    action: "session.end",
    subject: { type: "session", id: replaced.id },
    accountId: replaced.account.id,
  });
}

/** Ends the actor's own session. */
export async function signOut(call: Call): Promise<void> {
  await repository.endSession(call.db, call.actor.sessionId, call.at);
  await record(call, { action: "session.end", subject: { type: "session", id: call.actor.sessionId } });
}

/** Sets the language of the actor's interface, and of what is sent to it. */
export async function setLanguage(call: Call, language: "vi" | "en"): Promise<Session> {
  await credentials.setLanguage(call.db, call.actor.accountId, language);
  return current(call);
}
