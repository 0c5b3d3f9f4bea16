/** Administering accounts. Who may do what to whom: scope.ts. */
import { requireRole } from "../../access/actor.js";
import type { Role } from "../../database/schema.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { removeTotp } from "../sessions/credentials-repository.js";
import { hashPassword } from "../sessions/password.js";
import { endSessions } from "../sessions/repository.js";
import { withDescendants } from "../units/repository.js";
import type { Account, GrantDraft } from "./account.js";
import { changeGrants, checkedGrants, requireAnAdministratorLeft } from "./grants.js";
import * as repository from "./repository.js";
import { areOfficersOf, draftsOf, type May, mayTo, type Scope, scopeOf, seenIn } from "./scope.js";
import { newTemporaryPassword } from "./temporary-password.js";

export type ShownAccount = Account & { readonly may: May };

function shown(scope: Scope, account: Account | undefined): ShownAccount {
  const seen = found(seenIn(scope, account));
  return { ...seen, may: mayTo(scope, account ?? seen) };
}

export interface AccountFilter {
  readonly q?: string | undefined;
  /** With a role in this unit or below it. */
  readonly unit?: string | undefined;
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The accounts that the actor may see. */
export async function list(call: Call, filter: AccountFilter): Promise<Page<ShownAccount>> {
  const scope = await scopeOf(call);
  const asked = filter.unit === undefined ? undefined : await withDescendants(call.db, [filter.unit]);
  const rows = await repository.listAccounts(call.db, {
    text: filter.q,
    units: unitsIn(scope, asked),
    role: filter.role,
    disabled: filter.disabled,
    after: readCursor(filter.cursor, 2),
    limit: filter.limit,
  });
  const { items, next } = page(rows, filter.limit, ({ displayName, id }) => [displayName, id]);
  return { items: items.map((account) => shown(scope, account)), next };
}

function unitsIn(scope: Scope, asked: ReadonlySet<string> | undefined): string[] | undefined {
  if (scope.kind === "everybody") return asked && [...asked];
  const { unitIds } = scope;
  return asked === undefined ? [...unitIds] : [...asked].filter((id) => unitIds.has(id));
}

/** One account. */
export async function read(call: Call, id: string): Promise<ShownAccount> {
  const scope = await scopeOf(call);
  return shown(scope, await repository.findAccount(call.db, id));
}

export interface AccountDraft {
  readonly login: string;
  readonly displayName: string;
  readonly email?: string | null | undefined;
  readonly grants: readonly GrantDraft[];
}

export interface CreatedAccount {
  readonly account: ShownAccount;
  /** Told this once; only its hash is kept. */
  readonly temporaryPassword: string;
}

/** Creates an account. A unit's head creates officers of its unit and rooms only, without an e-mail address. */
export async function create(call: Call, draft: AccountDraft): Promise<CreatedAccount> {
  const scope = await scopeOf(call);
  if (scope.kind === "units" && !areOfficersOf(scope, draft.grants)) throw onlyOfficers();
  if (scope.kind === "units" && draft.email != null) throw noEmail();
  await repository.lockAccounts(call.db);
  const grants = await checkedGrants(call, draft.grants, []);
  if ((await repository.findByLogins(call.db, [draft.login])).length > 0)
    throw new Problem(
      "already-exists",
      {
        vi: `Đã có tài khoản tên "${draft.login}".`,
        en: `There is an account with the sign-in name "${draft.login}".`,
      },
      { field: "login" },
    );
  await requireFreeEmail(call, draft.email, undefined);
  const temporaryPassword = newTemporaryPassword();
  const passwordHash = await hashPassword(temporaryPassword);
  const account = await insert(call, { ...draft, grants }, passwordHash);
  return { account: shown(scope, account), temporaryPassword };
}

/** Stores a checked account and records it. */
export async function insert(call: Call, draft: AccountDraft, passwordHash: string): Promise<Account> {
  const { login, displayName } = draft;
  const email = draft.email ?? null;
  const id = await repository.insertAccount(call.db, {
    login,
    displayName,
    email,
    passwordHash,
    at: call.at,
  });
  await repository.addGrants(call.db, id, draft.grants, call.at);
  const account = found(await repository.findAccount(call.db, id));
  await recordAccount(call, "account.create", undefined, account);
  return account;
}

export interface AccountChange {
  readonly displayName?: string | undefined;
  readonly email?: string | null | undefined;
  readonly disabled?: boolean | undefined;
  /** All roles from now on. */
  readonly grants?: readonly GrantDraft[] | undefined;
}

/** Changes an account on the version that was seen. A unit's head may only disable an officer. */
export async function change(
  call: Call,
  id: string,
  version: number,
  changes: AccountChange,
): Promise<ShownAccount> {
  const scope = await scopeOf(call);
  await repository.lockAccounts(call.db);
  const before = found(await repository.findAccount(call.db, id));
  const seen = shown(scope, before);
  if (scope.kind === "units" && !(seen.may.disable && disablesAndNothingElse(changes))) throw onlyOfficers();
  requireVersion(version, seen);
  const { displayName, email, disabled, grants } = changes;
  await requireFreeEmail(call, email, id);
  await repository.updateAccount(call.db, id, {
    ...(displayName === undefined ? {} : { displayName }),
    ...(email === undefined ? {} : { email }),
  });
  if (grants !== undefined) {
    const checked = await checkedGrants(call, grants, draftsOf(before));
    await changeGrants(call, before, checked);
  }
  const toggled = disabled !== undefined && disabled !== before.disabled;
  if (toggled && disabled) {
    const reason = scope.kind === "everybody" ? "administrator" : "unit-head";
    await repository.disable(call.db, id, call.at, reason);
    await endSessions(call.db, id, call.at);
  } else if (toggled) await repository.enable(call.db, id, call.at);
  await requireAnAdministratorLeft(call, before);
  const after = found(await repository.findAccount(call.db, id));
  const action = toggled ? (disabled ? "account.disable" : "account.enable") : "account.change";
  await recordAccount(call, action, before, after);
  return shown(scope, after);
}

function disablesAndNothingElse({ displayName, email, disabled, grants }: AccountChange): boolean {
  return disabled === true && displayName === undefined && email === undefined && grants === undefined;
}

const onlyOfficers = (): Problem =>
  new Problem("forbidden", {
    vi: "Lãnh đạo đơn vị chỉ được thêm hoặc khóa tài khoản cán bộ kê khai của đơn vị mình và các phòng trực thuộc.",
    en: "A unit's head may only add or disable accounts of officers of its unit and rooms.",
  });

/** Whoever has the address at the identity provider gets in: administrators say whose it is. */
const noEmail = (): Problem =>
  new Problem("forbidden", {
    vi: "Thư điện tử của tài khoản do quản trị viên ghi. Hãy để trống.",
    en: "Administrators set the e-mail addresses of accounts. Leave it empty.",
  });

/** @throws {Problem} `already-exists` when another account than `own` has the address. */
async function requireFreeEmail(
  call: Call,
  email: string | null | undefined,
  own: string | undefined,
): Promise<void> {
  if (email == null) return;
  const holder = (await repository.findByEmails(call.db, [email])).find(({ id }) => id !== own);
  if (holder !== undefined)
    throw new Problem(
      "already-exists",
      {
        vi: `Thư điện tử "${email}" đã thuộc tài khoản "${holder.login}".`,
        en: `The e-mail address "${email}" is that of the account "${holder.login}".`,
      },
      { field: "email" },
    );
}

/** Gives an account a temporary password, told once, and ends its sessions. */
export async function resetPassword(call: Call, id: string): Promise<string> {
  requireRole(call.actor, "administrator");
  const account = found(await repository.findAccount(call.db, id));
  const temporaryPassword = newTemporaryPassword();
  await repository.setTemporaryPassword(call.db, id, await hashPassword(temporaryPassword));
  await endSessions(call.db, id, call.at);
  await recordAccount(call, "account.reset-password", account, undefined);
  return temporaryPassword;
}

/** Ends all sessions of an account, everywhere. */
export async function endAllSessions(call: Call, id: string): Promise<void> {
  requireRole(call.actor, "administrator");
  const account = found(await repository.findAccount(call.db, id));
  const ended = await endSessions(call.db, id, call.at);
  await record(call, {
    action: "account.end-sessions",
    subject: { type: "account", id },
    unitId: account.grants[0]?.unit.id,
    after: { login: account.login, ended },
  });
}

/**
 * Turns the one-time codes of an account off, for somebody who lost the device, and ends its sessions: the device
 * may be in other hands. An administrator sets codes up anew before doing anything else.
 * @throws {Problem} `forbidden` on one's own account: codes guard administrators from a screen left open.
 */
export async function takeTotpAway(call: Call, id: string): Promise<void> {
  requireRole(call.actor, "administrator");
  if (id === call.actor.accountId)
    throw new Problem("forbidden", {
      vi: "Không thể tự gỡ xác thực hai bước của mình. Nhờ một quản trị viên khác.",
      en: "You cannot take away your own one-time codes. Ask another administrator.",
    });
  const account = found(await repository.findAccount(call.db, id));
  if (!account.totpEnabled) return;
  await removeTotp(call.db, id);
  await endSessions(call.db, id, call.at);
  const after = found(await repository.findAccount(call.db, id));
  await recordAccount(call, "account.totp-off", account, after);
}

/** Records how an account was and has become. */
export async function recordAccount(
  call: Call,
  action: string,
  before: Account | undefined,
  after: Account | undefined,
): Promise<void> {
  const account = found(after ?? before);
  await record(call, {
    action,
    subject: { type: "account", id: account.id },
    // Where it works: who looks at a unit's log finds it there.
    unitId: account.grants[0]?.unit.id ?? before?.grants[0]?.unit.id,
    before: before && audited(before),
    after: after && audited(after),
  });
}

function audited(account: Account): Record<string, unknown> {
  const { login, displayName, email, disabled, disabledReason, totpEnabled, grants } = account;
  return {
    login,
    displayName,
    email,
    disabled,
    disabledReason,
    totpEnabled,
    grants: grants.map(({ role, unit }) => ({ role, unit: unit.code })),
  };
}
