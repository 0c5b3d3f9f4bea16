/**
 * Wrong tries. They are counted by account and network: whoever guesses locks himself out, not the account's owner. Many
 * networks together lock the account for all. Whether a name exists only who knows its password is told.
 */
import type { OpenCall } from "../../http/call.js";
import { networkOf } from "../../http/network.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import type { SignInAccount } from "./credentials-repository.js";
import * as tries from "./tries-repository.js";

/** Wrong tries from one network until it is locked out of the account, and from everywhere until all are. */
const TRIES = 5;
const TRIES_EVERYWHERE = 20;
/** How long a lock lasts, and after how long without a wrong one tries are forgotten. */
const MINUTES = 15;
/** Wrong tries after which a locked network is told nothing more, the password right or wrong: no lock to guess behind. */
const TOLD_TRIES = 10;

const MINUTE = 60_000;

/** A lock that holds now. */
export interface Lock {
  readonly until: Date;
  /** Whether somebody with the right password may know of it. */
  readonly told: boolean;
}

/** The lock on the account for the network of the request, or for all. */
export async function lockOf(call: OpenCall, account: SignInAccount): Promise<Lock | undefined> {
  const here = await tries.findTries(call.db, account.id, networkOf(call.address));
  const until = [here?.lockedUntil, account.lockedUntil]
    .filter((moment) => moment != null && moment > call.at)
    .reduce(
      (latest, moment) => (latest != null && moment != null && latest > moment ? latest : moment),
      undefined,
    );
  return until == null ? undefined : { until, told: (here?.failed ?? 0) < TOLD_TRIES };
}

/** What tells of a lock. */
export const lockedProblem = (until: Date): Problem =>
  new Problem("account-locked", undefined, { until: until.toISOString() });

/**
 * Counts a wrong password or code; the fifth locks the network out. Answer with a problem that is returned, not thrown:
 * the count must be kept, so must the transaction.
 * @returns the lock that this try made.
 */
export async function countWrongTry(call: OpenCall, account: SignInAccount): Promise<Lock | undefined> {
  const network = networkOf(call.address);
  const locked = await lockOf(call, account);
  await tries.forgetTriesBefore(call.db, account.id, new Date(call.at.getTime() - MINUTES * MINUTE), call.at);
  const failed = await tries.addTry(call.db, account.id, network, call.at);
  // Behind a lock only the silence is counted for: who is locked out cannot lock out the others.
  if (locked !== undefined) return locked;
  const until = new Date(call.at.getTime() + MINUTES * MINUTE);
  const everywhere = (await tries.countTries(call.db, account.id, TRIES)) >= TRIES_EVERYWHERE;
  const here = failed >= TRIES;
  if (here) await tries.lockNetwork(call.db, account.id, network, until);
  if (everywhere) await tries.lockAccount(call.db, account.id, until);
  await record(call, {
    action: here || everywhere ? "account.lock" : "session.refuse",
    subject: { type: "account", id: account.id },
    accountId: account.id,
    ...(here || everywhere ? { after: { until: until.toISOString(), everywhere } } : {}),
  });
  return here || everywhere ? { until, told: true } : undefined;
}
