/**
 * A backup into an empty system: checked whole first, then the schema as it was, the files, the tables in one
 * transaction, and last the migrations that came since. Whatever fails, no row stays.
 */
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";
import type { Connection } from "../database/connection.js";
import { migrate } from "../database/migrate.js";
import { alignAuditClock } from "../features/audit/sealing.js";
import type { FileStore } from "../files/store.js";
import { BackupError } from "./error.js";
import type { Manifest } from "./manifest.js";
import type { BackupReader } from "./reading.js";
import { listMigrations, listTables, quoted, type Table, target } from "./tables.js";

export interface RestoreTarget {
  readonly db: Connection;
  /** A connection of its own to the same database. After a failure close it: that undoes what it did. */
  readonly client: ClientBase;
  readonly files: FileStore;
}

/** Rows that the migrations themselves write: in a database with nothing else they are no obstacle. */
const SEEDED = new Set(["audit_clock"]);

/**
 * Restores a backup that was checked.
 * @throws {BackupError} when there is anything in the database: a restore overwrites nothing.
 */
export async function restore(backup: BackupReader, { db, client, files }: RestoreTarget): Promise<void> {
  const { manifest } = backup;
  await requireEmpty(client, manifest);
  await migrate(db, manifest.migrations.at(-1));
  for (const { hash } of manifest.files) await restoreFile(backup, files, hash);
  await client.query("begin");
  await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
  await fill(backup, client);
  await client.query("commit");
  await migrate(db);
  await alignAuditClock(db);
}

async function requireEmpty(client: ClientBase, manifest: Manifest): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (SEEDED.has(name)) continue;
    const { rows } = await client.query<{ some: boolean }>(
      `select exists (select from ${quoted(name)}) as some`,
    );
    if (rows[0]?.some === true)
      throw new BackupError(
        `Cơ sở dữ liệu đích đã có dữ liệu (bảng ${name}); phục hồi không ghi đè. Hãy chỉ tới một thư mục dữ liệu mới (--data) hoặc một cơ sở dữ liệu trống (DATABASE_URL).`,
        `There is data in the database already (table ${name}); a restore overwrites nothing. Name a new data folder (--data) or an empty database (DATABASE_URL).`,
      );
  }
  const applied = await listMigrations(client);
  if (applied.length > manifest.migrations.length)
    throw new BackupError(
      "Cơ sở dữ liệu đích đã được nâng cấp quá phiên bản của bản sao lưu. Hãy chỉ tới một cơ sở dữ liệu hoàn toàn trống.",
      "The database is at a newer schema than the backup. Name one that is wholly empty.",
    );
}

async function restoreFile(backup: BackupReader, files: FileStore, hash: string): Promise<void> {
  if (await files.has(hash)) return;
  const received = await files.receive(await backup.file(hash));
  try {
    await files.keep(received);
  } finally {
    await files.drop(received);
  }
}

async function fill(backup: BackupReader, client: ClientBase): Promise<void> {
  const tables = await listTables(client);
  const stated = new Map(backup.manifest.tables.map((table) => [table.name, table]));
  for (const { name } of tables) {
    if (!stated.has(name)) throw otherTables(name);
    if (SEEDED.has(name)) await client.query(`delete from ${quoted(name)}`);
  }
  const here = new Set(tables.map(({ name }) => name));
  for (const { name, columns, rows } of backup.manifest.tables) {
    if (!here.has(name)) throw otherTables(name);
    const table = { name, columns };
    const stored = await backup.table(name);
    const copied = client.query(from(`copy ${target(table)} from stdin`));
    await pipeline(stored, copied);
    if (copied.rowCount !== rows)
      throw new BackupError(
        `Bảng ${name}: nạp ${copied.rowCount} dòng, bản sao lưu có ${rows}.`,
        `Table ${name}: ${copied.rowCount} rows came in, the backup has ${rows}.`,
      );
    await continueNumbers(client, table);
  }
}

/** Columns that number themselves go on after the highest number there is. */
async function continueNumbers(client: ClientBase, { name, columns }: Table): Promise<void> {
  for (const column of columns) {
    const { rows } = await client.query<{ sequence: string | null }>(
      "select pg_get_serial_sequence($1, $2) as sequence",
      [quoted(name), column],
    );
    const sequence = rows[0]?.sequence;
    if (sequence != null)
      await client.query(
        `select setval($1, coalesce((select max(${quoted(column)}) from ${quoted(name)}), 0) + 1, false)`,
        [sequence],
      );
  }
}

function otherTables(name: string): BackupError {
  return new BackupError(
    `Bảng ${name} không có ở cả hai bên: bản sao lưu và phiên bản này không khớp.`,
    `Table ${name} is not on both sides: the backup does not fit this version.`,
  );
}
