/** Turning one's own one-time codes on and off. */
import { holds } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import {
  enableTotp,
  findForSignInById,
  findPendingTotp,
  putPendingTotp,
  removeTotp,
} from "./credentials-repository.js";
import { countWrongTry, lockedProblem, lockOf } from "./lockout.js";
import { freshStep } from "./service.js";
import { newTotpSecret, totpStepOf, totpUri } from "./totp.js";

/** What an authenticator application is told. */
export interface TotpOffer {
  /** Base32. */
  readonly secret: string;
  readonly uri: string;
}

/**
 * Makes a secret that waits for its first right code; one that waited before is forgotten.
 * @throws {Problem} `state-refused` while codes are on: whoever finds a screen open must not replace them.
 */
export async function offerTotp(call: Call): Promise<TotpOffer> {
  const account = found(await findForSignInById(call.db, call.actor.accountId));
  if (account.totpSecret !== null)
    throw new Problem("state-refused", {
      vi: "Xác thực hai bước đang bật. Tắt đi rồi bật lại để dùng điện thoại khác.",
      en: "One-time codes are on. Turn them off and on again to use another device.",
    });
  const secret = await newTotpSecret();
  await putPendingTotp(call.db, account.id, call.platform.secrets.seal(secret, account.id));
  return { secret, uri: await totpUri(secret, account.login) };
}

/**
 * Turns codes on: the code shows that the application has the secret.
 * @throws {Problem} `totp-wrong`; `state-refused` when no secret was offered.
 */
export async function confirmTotp(call: Call, code: string): Promise<void> {
  const { accountId } = call.actor;
  const pending = await findPendingTotp(call.db, accountId);
  if (pending === undefined)
    throw new Problem("state-refused", {
      vi: "Chưa có khóa nào chờ xác nhận. Bấm bật xác thực hai bước trước.",
      en: "No secret waits to be confirmed. Ask for one first.",
    });
  const step = await totpStepOf(call.platform.secrets.open(pending, accountId), code, call.at);
  if (step === null) throw new Problem("totp-wrong");
  await enableTotp(call.db, accountId, call.at, step);
  await record(call, { action: "account.totp-on", subject: { type: "account", id: accountId } });
}

/**
 * Turns codes off. A password that is long enough only beside them has to be changed next.
 * @returns a refusal instead of throwing it when the code is wrong: the try is counted.
 * @throws {Problem} `forbidden` to administrators, where they must have codes; `state-refused` while codes are off.
 */
export async function dropTotp(call: Call, code: string): Promise<Problem | undefined> {
  if (call.platform.config.administratorTotp && holds(call.actor, "administrator"))
    throw new Problem("forbidden", {
      vi: "Tài khoản quản trị phải giữ xác thực hai bước. Đổi điện thoại thì nhờ một quản trị viên khác đặt lại.",
      en: "Administrators keep one-time codes on. To change the device, ask another administrator to reset them.",
    });
  const account = found(await findForSignInById(call.db, call.actor.accountId));
  if (account.totpSecret === null) throw new Problem("state-refused");
  const shut = await lockOf(call, account);
  if (shut !== undefined) return lockedProblem(shut.until);
  if ((await freshStep(call, account, code)) === null) {
    const made = await countWrongTry(call, account);
    return made === undefined ? new Problem("totp-wrong") : lockedProblem(made.until);
  }
  await removeTotp(call.db, account.id);
  await record(call, { action: "account.totp-off", subject: { type: "account", id: account.id } });
  return undefined;
}
