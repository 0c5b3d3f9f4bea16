/** The tables of the database as its own catalogue tells them, so that a table added later is never forgotten. */
import type { ClientBase } from "pg";
import { BackupError } from "./error.js";

export interface Table {
  readonly name: string;
  /** The stored columns, in their order. */
  readonly columns: readonly string[];
}

/** Which migrations were applied is told by the manifest; the lock is the migrator's own. */
const BOOKKEEPING = ["schema_migration", "schema_migration_lock"];

/** Every table that holds data, each after those that it refers to. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(distinct f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as refers
    from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> all($1) order by c.relname`,
    [BOOKKEEPING],
  );
  const placed = new Map<string, Table>();
  let left = rows;
  while (left.length > 0) {
    const ready = left.filter(({ refers }) => refers.every((one) => placed.has(one)));
    if (ready.length === 0)
      throw new BackupError(
        `Các bảng tham chiếu vòng: ${left.map(({ name }) => name).join(", ")}`,
        `Tables refer to each other in a circle: ${left.map(({ name }) => name).join(", ")}`,
      );
    for (const { name, columns } of ready) placed.set(name, { name, columns });
    left = left.filter(({ name }) => !placed.has(name));
  }
  return [...placed.values()];
}

/** The migrations that were applied, in their order; none when the database is new. */
export async function listMigrations(client: ClientBase): Promise<string[]> {
  const { rows: there } = await client.query<{ there: boolean }>(
    "select to_regclass('schema_migration') is not null as there",
  );
  if (there[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string }>("select name from schema_migration order by name");
  return rows.map(({ name }) => name);
}

/** Table and columns as SQL writes them. */
export const target = ({ name, columns }: Table): string =>
  `${quoted(name)} (${columns.map(quoted).join(", ")})`;

export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
