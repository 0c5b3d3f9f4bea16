/** What an import of accounts would do, decided before anything is done. Pure: rows, accounts and units in, plan out. */
import type { Facts, RowChange } from "../../workbook/report.js";
import type { CellFault } from "../../workbook/table.js";
import { printedDay } from "../units/day.js";
import type { Unit } from "../units/unit.js";
import { type Account, type GrantDraft, roleNames } from "./account.js";
import type { AccountRow } from "./sheet.js";

export interface Known {
  /** Those whose sign-in names the file has. */
  readonly accounts: readonly Account[];
  /** Those that have the e-mail addresses of the file. */
  readonly holders: readonly Account[];
  readonly units: readonly Unit[];
  readonly today: string;
  readonly language: "vi" | "en";
}

export interface PlannedAccount {
  /** undefined: to be created. */
  readonly before: Account | undefined;
  readonly login: string;
  readonly displayName: string;
  readonly email: string | null;
  /** To be added. */
  readonly grants: readonly GrantDraft[];
}

export interface Plan {
  readonly faults: readonly CellFault[];
  readonly changes: readonly RowChange[];
  readonly creates: readonly PlannedAccount[];
  readonly updates: readonly PlannedAccount[];
}

interface Granted extends GrantDraft {
  readonly unitCode: string;
}

/** Decides what the rows of each sign-in name do together; every fault of every row at once. */
export function planAccounts(rows: readonly AccountRow[], known: Known): Plan {
  const faults: CellFault[] = [];
  const units = new Map(known.units.map((unit) => [unit.code.toLowerCase(), unit]));
  const stored = new Map(known.accounts.map((account) => [account.login.toLowerCase(), account]));
  const byLogin = new Map<string, [AccountRow, ...AccountRow[]]>();
  for (const row of rows) {
    const same = byLogin.get(row.login.toLowerCase());
    if (same === undefined) byLogin.set(row.login.toLowerCase(), [row]);
    else same.push(row);
  }
  const holders = new Map(known.holders.map(({ email, login }) => [email?.toLowerCase() ?? "", login]));
  const creates: PlannedAccount[] = [];
  const updates: PlannedAccount[] = [];
  const changes: RowChange[] = [];
  for (const [login, together] of byLogin) {
    const before = stored.get(login);
    const displayName = agreed(together, "displayName", faults);
    const email = agreed(together, "email", faults);
    const granted = grantsOf(together, units, known.today, faults);
    checkAccount(together[0], before, displayName, faults);
    checkEmail(together, holders, faults);
    const held = new Set(before?.grants.map(({ role, unit }) => `${role} ${unit.id}`));
    const added = granted.filter(({ role, unitId }) => !held.has(`${role} ${unitId}`));
    const planned: PlannedAccount = {
      before,
      login: before?.login ?? together[0].login,
      displayName: displayName ?? before?.displayName ?? "",
      email: email ?? before?.email ?? null,
      grants: added,
    };
    const change = changeOf(together[0].row, planned, added, known.language);
    changes.push(change);
    if (change.action === "create") creates.push(planned);
    if (change.action === "change") updates.push(planned);
  }
  return { faults, changes, creates, updates };
}

/** What the rows of one person say of a thing: the same wherever they say something. */
function agreed(
  rows: readonly AccountRow[],
  key: "displayName" | "email",
  faults: CellFault[],
): string | undefined {
  const first = rows.find((row) => row[key] !== undefined);
  for (const row of rows)
    if (row[key] !== undefined && row[key] !== first?.[key])
      faults.push(
        row.fault(key, {
          vi: `khác với dòng ${first?.row} của cùng tên đăng nhập "${row.login}"`,
          en: `differs from row ${first?.row} of the same sign-in name "${row.login}"`,
        }),
      );
  return first?.[key];
}

function grantsOf(
  rows: readonly AccountRow[],
  units: ReadonlyMap<string, Unit>,
  today: string,
  faults: CellFault[],
): Granted[] {
  const grants = new Map<string, Granted & { readonly row: number }>();
  for (const { row, grant, fault, login } of rows) {
    const first = grant && grants.get(`${grant.role} ${grant.unitCode.toLowerCase()}`);
    // A row without a role beside others of the same name is a repetition too.
    if (first !== undefined || (grant === undefined && rows.length > 1 && rows[0]?.row !== row)) {
      faults.push(
        fault("login", {
          vi: `tên đăng nhập "${login}" với cùng vai trò và đơn vị đã có ở dòng ${first?.row ?? rows[0]?.row}`,
          en: `the sign-in name "${login}" with the same role and unit stands in row ${first?.row ?? rows[0]?.row} already`,
        }),
      );
      continue;
    }
    if (grant === undefined) continue;
    const unit = units.get(grant.unitCode.toLowerCase());
    if (unit === undefined)
      faults.push(
        fault("unit", {
          vi: `không có đơn vị mã "${grant.unitCode}"`,
          en: `there is no unit with the code "${grant.unitCode}"`,
        }),
      );
    else if (unit.validTo !== null && unit.validTo < today)
      faults.push(
        fault("unit", {
          vi: `"${unit.name}" đã kết thúc ngày ${printedDay(unit.validTo)}`,
          en: `"${unit.name}" ended on ${printedDay(unit.validTo)}`,
        }),
      );
    else
      grants.set(`${grant.role} ${grant.unitCode.toLowerCase()}`, {
        role: grant.role,
        unitId: unit.id,
        unitCode: unit.code,
        row,
      });
  }
  return [...grants.values()];
}

function checkAccount(
  row: AccountRow,
  before: Account | undefined,
  displayName: string | undefined,
  faults: CellFault[],
): void {
  if (before?.disabled)
    faults.push(
      row.fault("login", {
        vi: `tài khoản "${before.login}" đang bị khóa; mở lại ở trang tài khoản trước`,
        en: `the account "${before.login}" is disabled; enable it on its page first`,
      }),
    );
  if (before === undefined && displayName === undefined)
    faults.push(
      row.fault("displayName", {
        vi: "thiếu họ và tên của tài khoản mới",
        en: "the name of the new account is missing",
      }),
    );
}

/** An address is one account's, of those stored and of the rows before. */
function checkEmail(
  rows: readonly [AccountRow, ...AccountRow[]],
  holders: Map<string, string>,
  faults: CellFault[],
): void {
  const row = rows.find(({ email }) => email !== undefined);
  if (row?.email === undefined) return;
  const email = row.email.toLowerCase();
  const holder = holders.get(email) ?? row.login;
  holders.set(email, holder);
  if (holder.toLowerCase() !== row.login.toLowerCase())
    faults.push(
      row.fault("email", {
        vi: `thư điện tử "${row.email}" đã thuộc tài khoản "${holder}"`,
        en: `the e-mail address "${row.email}" is that of the account "${holder}"`,
      }),
    );
}

function changeOf(
  row: number,
  planned: PlannedAccount,
  added: readonly Granted[],
  language: "vi" | "en",
): RowChange {
  const { before, login, displayName, email } = planned;
  const told = { row, code: login, name: displayName };
  const roleIn = (role: GrantDraft["role"], code: string): string => `${roleNames[role][language]} (${code})`;
  const grants = [
    ...(before?.grants.map(({ role, unit }) => roleIn(role, unit.code)) ?? []),
    ...added.map(({ role, unitCode }) => roleIn(role, unitCode)),
  ].join("; ");
  if (before === undefined) return { ...told, action: "create", after: { displayName, email, grants } };
  const was: Facts = {
    displayName: before.displayName,
    email: before.email,
    grants: before.grants.map(({ role, unit }) => roleIn(role, unit.code)).join("; "),
  };
  const is: Facts = { displayName, email, grants };
  const differing = Object.keys(is).filter((key) => is[key] !== was[key]);
  if (differing.length === 0) return { ...told, action: "same" };
  const only = (facts: Facts): Facts => Object.fromEntries(differing.map((key) => [key, facts[key] ?? null]));
  return { ...told, action: "change", before: only(was), after: only(is) };
}
