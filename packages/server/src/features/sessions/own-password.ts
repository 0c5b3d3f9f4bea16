/** Changing one's own password. */
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { findForSignInById, setOwnPassword } from "./credentials-repository.js";
import { countWrongTry, lockedProblem, lockOf } from "./lockout.js";
import { hashPassword, isPassword, needsTotp, requireStrong } from "./password.js";
import { endSessions } from "./repository.js";
import { forgetAllTries } from "./tries-repository.js";

/**
 * Gives the actor's account the password `next`, and ends its other sessions.
 * @returns a refusal instead of throwing it when `current` is wrong: the try is counted as one at sign-in is, so that
 *   nobody guesses at a screen left open.
 * @throws {Problem} `password-too-weak`; `state-refused` for an account that has no password here.
 */
export async function changePassword(
  call: Call,
  current: string,
  next: string,
): Promise<Problem | undefined> {
  // Everybody may change their own, and nobody another's: the account is the actor's.
  const account = found(await findForSignInById(call.db, call.actor.accountId));
  const shut = await lockOf(call, account);
  if (shut !== undefined) return lockedProblem(shut.until);
  if (account.passwordHash === null)
    throw new Problem("state-refused", {
      vi: "Tài khoản này đăng nhập qua hệ thống chung và không có mật khẩu ở đây.",
      en: "This account signs in through the identity provider and has no password here.",
    });
  if (!(await isPassword(account.passwordHash, current))) {
    const made = await countWrongTry(call, account);
    return made === undefined ? new Problem("password-wrong") : lockedProblem(made.until);
  }
  requireStrong(next, account.login, account.totpSecret !== null);
  if (await isPassword(account.passwordHash, next))
    throw new Problem("password-too-weak", {
      vi: "Mật khẩu mới phải khác mật khẩu hiện tại.",
      en: "The new password has to differ from the present one.",
    });
  await setOwnPassword(call.db, account.id, await hashPassword(next), needsTotp(next));
  await forgetAllTries(call.db, account.id);
  await endSessions(call.db, account.id, call.at, call.actor.sessionId);
  await record(call, { action: "account.password", subject: { type: "account", id: account.id } });
  return undefined;
}
