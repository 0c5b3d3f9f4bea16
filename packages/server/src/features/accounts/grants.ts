/** Roles in units: which may be given, and the administrator that has to remain. */
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { endSessions } from "../sessions/repository.js";
import { dayOf, printedDay } from "../units/day.js";
import { findUnitsById } from "../units/repository.js";
import type { Account, GrantDraft } from "./account.js";
import * as repository from "./repository.js";
import { draftsOf } from "./scope.js";

const DAY = 86_400_000;
const keyOf = ({ role, unitId }: GrantDraft): string => `${role} ${unitId}`;

/**
 * Grants without repetition, in units that are there.
 * @param held those the account has: they may stay in a unit that has ended.
 * @throws {Problem} `content-refused`
 */
export async function checkedGrants(
  call: Call,
  grants: readonly GrantDraft[],
  held: readonly GrantDraft[],
): Promise<GrantDraft[]> {
  const distinct = [...new Map(grants.map((grant) => [keyOf(grant), grant])).values()];
  const kept = new Set(held.map(keyOf));
  const today = dayOf(call.at);
  const ids = [...new Set(distinct.map(({ unitId }) => unitId))];
  const units = new Map((await findUnitsById(call.db, ids, today)).map((unit) => [unit.id, unit]));
  for (const grant of distinct) {
    const unit = units.get(grant.unitId);
    if (unit === undefined)
      throw refuse({ vi: "Có đơn vị được chọn không tồn tại.", en: "A chosen unit does not exist." });
    if (unit.validTo !== null && unit.validTo < today && !kept.has(keyOf(grant)))
      throw refuse({
        vi: `"${unit.name}" đã kết thúc ngày ${printedDay(unit.validTo)}, không cấp vai trò mới được.`,
        en: `"${unit.name}" ended on ${printedDay(unit.validTo)}; no new role can be given in it.`,
      });
  }
  return distinct;
}

const refuse = (words: { readonly vi: string; readonly en: string }): Problem =>
  new Problem("content-refused", words, { field: "grants" });

/** Makes these the account's roles: takes away what is not among them, adds what is new. */
export async function changeGrants(
  call: Call,
  account: Account,
  grants: readonly GrantDraft[],
): Promise<void> {
  const held = draftsOf(account);
  const heldKeys = new Set(held.map(keyOf));
  const wanted = new Set(grants.map(keyOf));
  const added = grants.filter((grant) => !heldKeys.has(keyOf(grant)));
  await repository.removeGrants(
    call.db,
    account.id,
    held.filter((grant) => !wanted.has(keyOf(grant))),
  );
  await repository.addGrants(call.db, account.id, added, call.at);
  // Sessions opened before have an officer's idle limit and perhaps no second factor.
  if (added.some(({ role }) => role === "administrator")) await endSessions(call.db, account.id, call.at);
}

/**
 * After a change: somebody has to be left who can administer.
 * @param before the changed account as it was; one that was no administrator cannot have been the last.
 * @throws {Problem} `last-administrator`, which undoes the change.
 */
export async function requireAnAdministratorLeft(call: Call, before: Account): Promise<void> {
  if (before.disabled || !before.grants.some(({ role }) => role === "administrator")) return;
  const idle = call.platform.config.accountIdleDays * DAY;
  const left = await repository.activeAdministrators(call.db, new Date(call.at.getTime() - idle));
  if (left.length === 0)
    throw new Problem("last-administrator", {
      vi: "Đây là quản trị viên cuối cùng còn hoạt động. Hãy cấp quyền quản trị cho một tài khoản khác trước.",
      en: "This is the last active administrator. Make another account an administrator first.",
    });
}
