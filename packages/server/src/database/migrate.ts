/** Brings a database to the newest schema. Only forward; several processes may start at once (the migrator locks). */
import { type Kysely, Migrator } from "kysely";
import { migrations } from "./migrations/all.js";
import type { Database } from "./schema.js";

/** A database that this version cannot use: its schema is newer, or a migration failed. */
export class MigrationError extends Error {}

/**
 * Applies the migrations that the database lacks.
 * @param last the last one to apply, where older data are to be filled in before the others; all of them unless said.
 * @returns the names of those applied now.
 * @throws {MigrationError} leaving the database as it was before the failing migration.
 */
export async function migrate(db: Kysely<Database>, last?: string): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: "schema_migration",
    migrationLockTableName: "schema_migration_lock",
  });
  const { error, results = [] } = await (last === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(last));
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === "Error")?.migrationName;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      `Không nâng cấp được cơ sở dữ liệu${failed === undefined ? "" : ` (bước ${failed})`} / migration failed: ${reason}`,
      { cause: error },
    );
  }
  return results.map(({ migrationName }) => migrationName);
}
