/** Importing accounts from a workbook: tried first, then applied whole or not at all. It takes nothing away. */
import { requireRole } from "../../access/actor.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import type { ImportReport } from "../../workbook/report.js";
import { openSheets } from "../../workbook/sheets.js";
import { type CellFault, problemsIn, readTable } from "../../workbook/table.js";
import { hashPassword } from "../sessions/password.js";
import { dayOf } from "../units/day.js";
import { everyUnit } from "../units/repository.js";
import { type Plan, type PlannedAccount, planAccounts } from "./import-plan.js";
import * as repository from "./repository.js";
import { insert, recordAccount } from "./service.js";
import {
  ACCOUNT_COLUMNS,
  ACCOUNT_SHEET,
  type AccountRow,
  accountTemplate,
  MOST_ACCOUNT_ROWS,
  readAccountRow,
} from "./sheet.js";
import { newTemporaryPassword } from "./temporary-password.js";

/** A password told this once. */
export interface ToldPassword {
  readonly login: string;
  readonly displayName: string;
  readonly temporaryPassword: string;
}

export interface AccountImportReport extends ImportReport {
  /** Of the accounts just created; empty on a trial. */
  readonly passwords: readonly ToldPassword[];
}

/** The workbook to fill in. */
export async function template(call: Call): Promise<Buffer> {
  requireRole(call.actor, "administrator");
  return accountTemplate();
}

/**
 * Reads a workbook of accounts and says what it would change and what is wrong with it, all at once.
 * @param receive the upload, asked for only when the actor may import.
 * @param apply stores the changes when nothing is wrong.
 */
export async function importAccounts(
  call: LongCall,
  receive: () => Promise<Buffer>,
  apply: boolean,
): Promise<AccountImportReport> {
  requireRole(call.actor, "administrator");
  const sheets = await openSheets(await receive());
  const table = readTable(sheets, ACCOUNT_SHEET, ACCOUNT_COLUMNS, MOST_ACCOUNT_ROWS);
  const rows: AccountRow[] = [];
  const faults = [...table.faults];
  for (const row of table.rows) {
    const read = readAccountRow(row);
    if ("login" in read) rows.push(read);
    else faults.push(...read);
  }
  const plan = await inTransaction(call, (within) => planOf(within, rows));
  const problems = problemsIn(call.actor.language, [...faults, ...plan.faults]);
  const { changes } = plan;
  if (!apply || problems.length > 0) return { applied: false, changes, problems, passwords: [] };
  // Hashing takes its time: not while other changes of accounts wait.
  const secrets = await secretsFor(plan.creates);
  await inTransaction(call, async (within) => {
    await repository.lockAccounts(within.db);
    const now = await planOf(within, rows);
    requireSame(plan, now);
    await carryOut(within, now, secrets);
  });
  return { applied: true, changes, problems, passwords: [...secrets.values()].map(({ told }) => told) };
}

async function planOf(call: Call, rows: readonly AccountRow[]): Promise<Plan> {
  const today = dayOf(call.at);
  return planAccounts(rows, {
    accounts: await repository.findByLogins(
      call.db,
      rows.map(({ login }) => login),
    ),
    holders: await repository.findByEmails(
      call.db,
      rows.flatMap(({ email }) => email ?? []),
    ),
    units: await everyUnit(call.db, today),
    today,
    language: call.actor.language,
  });
}

interface Secret {
  readonly told: ToldPassword;
  readonly hash: string;
}

/** How many passwords are hashed at once: each takes 19 MiB. */
const AT_ONCE = 4;

async function secretsFor(accounts: readonly PlannedAccount[]): Promise<Map<string, Secret>> {
  const secrets = new Map<string, Secret>();
  for (let from = 0; from < accounts.length; from += AT_ONCE) {
    const some = accounts.slice(from, from + AT_ONCE).map(async ({ login, displayName }) => {
      const temporaryPassword = newTemporaryPassword();
      const hash = await hashPassword(temporaryPassword);
      return { told: { login, displayName, temporaryPassword }, hash };
    });
    // In the order of the file, whichever was hashed first.
    for (const secret of await Promise.all(some)) secrets.set(secret.told.login, secret);
  }
  return secrets;
}

/** @throws {Problem} `changed-meanwhile` when accounts or units were changed while passwords were hashed. */
function requireSame(seen: Plan, now: Plan): void {
  const faults: readonly CellFault[] = now.faults;
  if (faults.length > 0 || JSON.stringify(seen.changes) !== JSON.stringify(now.changes))
    throw new Problem("changed-meanwhile", {
      vi: "Danh sách tài khoản vừa thay đổi trong lúc nhập. Hãy chạy thử lại.",
      en: "Accounts changed during the import. Try it again.",
    });
}

async function carryOut(call: Call, plan: Plan, secrets: ReadonlyMap<string, Secret>): Promise<void> {
  for (const { login, displayName, email, grants } of plan.creates)
    await insert(call, { login, displayName, email, grants }, found(secrets.get(login)).hash);
  for (const { before, displayName, email, grants } of plan.updates) {
    if (before === undefined) continue;
    await repository.updateAccount(call.db, before.id, { displayName, email });
    await repository.addGrants(call.db, before.id, grants, call.at);
    const after = found(await repository.findAccount(call.db, before.id));
    await recordAccount(call, "account.change", before, after);
  }
}
