/** The demo's unit tree, with its history, and its accounts. */
import type { Work } from "../database/connection.js";
import { hashPassword } from "../features/sessions/password.js";
import type { DemoAccounts, DemoUnits } from "./files.js";

/** Ids by the names that the files use. */
export type Ids = ReadonlyMap<string, string>;

/** The id of something the files name. @throws when a file names what no file defines. */
export function idOf(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo's files name "${name}", which none of them defines`);
  return id;
}

export async function seedUnits(db: Work, file: DemoUnits): Promise<Ids> {
  await db.insertInto("unit_kind").values(file.kinds).execute();
  const ids = new Map<string, string>();
  for (const unit of file.units) {
    const { id } = await db
      .insertInto("unit")
      .values({
        code: unit.code,
        kind: unit.kind,
        parent_id: unit.parent === undefined ? null : idOf(ids, unit.parent),
        name: unit.name,
        short_name: unit.short,
        ranking_group: unit.group ?? null,
        valid_from: unit.from,
        valid_to: unit.to ?? null,
        closed_reason: unit.closed ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.set(unit.code, id);
    const names = unit.names ?? [{ name: unit.name, short: unit.short, from: unit.from, basis: "" }];
    await db
      .insertInto("unit_name")
      .values(
        names.map(({ name, short, from, basis }) => ({
          unit_id: id,
          name,
          short_name: short,
          valid_from: from,
          legal_basis: basis,
        })),
      )
      .execute();
  }
  for (const { from, into, kind, on, basis } of file.succession)
    await db
      .insertInto("unit_succession")
      .values(
        from.map((code) => ({
          predecessor_id: idOf(ids, code),
          successor_id: idOf(ids, into),
          kind,
          on_date: on,
          legal_basis: basis,
        })),
      )
      .execute();
  return ids;
}

/** @param password every demo account's. */
export async function seedAccounts(
  db: Work,
  file: DemoAccounts,
  units: Ids,
  password: string,
  at: Date,
): Promise<Ids> {
  const hash = await hashPassword(password);
  const ids = new Map<string, string>();
  for (const account of file.accounts) {
    const { id } = await db
      .insertInto("account")
      .values({
        login: account.login,
        display_name: account.name,
        language: account.language,
        password_hash: hash,
        enabled_at: at,
        disabled_at: account.disabled === undefined ? null : at,
        disabled_reason: account.disabled ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.set(account.login, id);
    await db
      .insertInto("role_grant")
      .values(account.grants.map(({ role, unit }) => ({ account_id: id, unit_id: idOf(units, unit), role })))
      .execute();
  }
  return ids;
}
