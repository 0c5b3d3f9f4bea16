/**
 * Accounts from the command line: the first administrator of a new installation, and the way back in when nobody can
 * sign in. Whoever runs the command owns the machine, so no role is asked for; the audit log says where it came from.
 */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { Role } from "../../database/schema.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { hashPassword } from "../sessions/password.js";
import { addGrants, enable, findByLogins, insertAccount, setTemporaryPassword } from "./repository.js";
import { newTemporaryPassword } from "./temporary-password.js";

const ADDRESS = "command line";

export interface AccountOrder {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  /** Code of the unit; absent: the top of the tree, which is made when there is no unit yet. */
  readonly unit: string | undefined;
  /** Name of the top unit, when it has to be made. */
  readonly topName: string;
  readonly at: Date;
}

/** The kinds of unit that a two-tier province has; an administrator may add others. */
const FIRST_KINDS = [
  { kind: "tinh", name: "Tỉnh, thành phố", level: 1 },
  { kind: "so-nganh", name: "Sở, ban, ngành", level: 2 },
  { kind: "xa", name: "Xã", level: 2 },
  { kind: "phuong", name: "Phường", level: 2 },
  { kind: "dac-khu", name: "Đặc khu", level: 2 },
  { kind: "phong", name: "Phòng, đơn vị trực thuộc", level: 3 },
];

/**
 * Creates an account and returns its temporary password, to be changed at the first sign-in.
 * @throws {Problem} `already-exists`; `not-found` when the unit is not there.
 */
export async function createByCommand(db: Work, order: AccountOrder): Promise<string> {
  if ((await findByLogins(db, [order.login])).length > 0)
    throw new Problem("already-exists", {
      vi: `Đã có tài khoản "${order.login}". Đặt lại mật khẩu: opendti account reset-password ${order.login}`,
      en: `There is an account "${order.login}". Reset its password: opendti account reset-password ${order.login}`,
    });
  const unitId = order.unit === undefined ? await topUnit(db, order) : await unitByCode(db, order.unit);
  const password = newTemporaryPassword();
  const id = await insertAccount(db, {
    login: order.login,
    displayName: order.displayName,
    email: null,
    passwordHash: await hashPassword(password),
    at: order.at,
  });
  await addGrants(db, id, [{ role: order.role, unitId }], order.at);
  await record(
    { db, at: order.at, address: ADDRESS },
    {
      action: "account.create",
      subject: { type: "account", id },
      unitId,
      after: { login: order.login, role: order.role },
    },
  );
  return password;
}

/**
 * Gives an account a temporary password, and enables it again.
 * @throws {Problem} `not-found`
 */
export async function resetByCommand(db: Work, login: string, at: Date): Promise<string> {
  const [account] = await findByLogins(db, [login]);
  if (account === undefined)
    throw new Problem("not-found", {
      vi: `Không có tài khoản "${login}".`,
      en: `There is no account "${login}".`,
    });
  const password = newTemporaryPassword();
  await setTemporaryPassword(db, account.id, await hashPassword(password));
  await enable(db, account.id, at);
  await record(
    { db, at, address: ADDRESS },
    { action: "account.reset-password", subject: { type: "account", id: account.id } },
  );
  return password;
}

async function unitByCode(db: Work, code: string): Promise<string> {
  const row = await db.selectFrom("unit").where("code", "=", code).select("id").executeTakeFirst();
  if (row === undefined)
    throw new Problem("not-found", { vi: `Không có đơn vị "${code}".`, en: `There is no unit "${code}".` });
  return row.id;
}

async function topUnit(db: Work, { topName, at }: AccountOrder): Promise<string> {
  const top = await db
    .selectFrom("unit")
    .where("parent_id", "is", null)
    .where("valid_to", "is", null)
    .select("id")
    .orderBy(sql`created_at`)
    .executeTakeFirst();
  if (top !== undefined) return top.id;
  await db
    .insertInto("unit_kind")
    .values(FIRST_KINDS)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const day = at.toISOString().slice(0, 10);
  const name = { name: topName, short_name: topName, valid_from: day };
  const { id } = await db
    .insertInto("unit")
    .values({ code: "tinh", kind: "tinh", ...name })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("unit_name")
    .values({ unit_id: id, ...name })
    .execute();
  return id;
}
