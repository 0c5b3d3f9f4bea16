/** Documents read into sets, as stored. */
import type { Work } from "../../database/connection.js";
import type { SetImportDraft, SetImportHead } from "../../database/set-import-tables.js";
import type { SetDecisions } from "./decisions.js";

export interface StoredImport {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly sets: readonly SetImportHead[];
  readonly drafts: readonly SetImportDraft[];
  /** Who brought it; null when the account is gone. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Counts decisions; what If-Match names. */
  readonly version: number;
}

export interface ImportWithWork extends StoredImport {
  /** By the place of the set in the document. */
  readonly decisions: readonly SetDecisions[];
}

export interface NewImport {
  readonly name: string;
  readonly format: string;
  readonly fileHash: string;
  readonly heads: readonly SetImportHead[];
  /** The whole reading as JSON text. */
  readonly content: string;
  readonly by: string;
  readonly at: Date;
}

const headColumns = [
  "set_import.id",
  "set_import.name",
  "set_import.format",
  "set_import.heads",
  "set_import.drafts",
  "set_import.lock_version",
  "set_import.created_at",
  "set_import.changed_at",
  "account.id as by_id",
  "account.display_name as by_name",
] as const;

/** Every import, the one that was worked on last first. */
export async function listImports(db: Work): Promise<StoredImport[]> {
  const rows = await db
    .selectFrom("set_import")
    .leftJoin("account", "account.id", "set_import.created_by")
    .select(headColumns)
    .orderBy("set_import.changed_at", "desc")
    .orderBy("set_import.id")
    .limit(200)
    .execute();
  return rows.map(importOf);
}

export async function findImport(db: Work, id: string, lock = false): Promise<ImportWithWork | undefined> {
  const row = await db
    .selectFrom("set_import")
    .leftJoin("account", "account.id", "set_import.created_by")
    .where("set_import.id", "=", id)
    .select([...headColumns, "set_import.decisions"])
    .$if(lock, (query) => query.forUpdate("set_import"))
    .executeTakeFirst();
  return row && { ...importOf(row), decisions: JSON.parse(row.decisions) as SetDecisions[] };
}

/** The whole reading, as JSON text. */
export async function contentOf(db: Work, id: string): Promise<string | undefined> {
  const row = await db.selectFrom("set_import").where("id", "=", id).select("content").executeTakeFirst();
  return row?.content;
}

function importOf(row: {
  id: string;
  name: string;
  format: string;
  heads: SetImportHead[];
  drafts: SetImportDraft[];
  lock_version: number;
  created_at: Date;
  changed_at: Date;
  by_id: string | null;
  by_name: string | null;
}): StoredImport {
  return {
    id: row.id,
    name: row.name,
    format: row.format,
    sets: row.heads,
    drafts: row.drafts,
    by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? "" },
    createdAt: row.created_at,
    changedAt: row.changed_at,
    version: row.lock_version,
  };
}

export async function insertImport(db: Work, made: NewImport): Promise<string> {
  const row = await db
    .insertInto("set_import")
    .values({
      name: made.name,
      format: made.format,
      file_hash: made.fileHash,
      heads: JSON.stringify(made.heads),
      content: made.content,
      created_by: made.by,
      created_at: made.at,
      changed_at: made.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Keeps what was decided; the version counts on. */
export async function updateWork(
  db: Work,
  id: string,
  work: { readonly decisions?: readonly SetDecisions[]; readonly drafts?: readonly SetImportDraft[] },
  at: Date,
): Promise<void> {
  const { decisions, drafts } = work;
  await db
    .updateTable("set_import")
    .set((eb) => ({
      ...(decisions === undefined ? {} : { decisions: JSON.stringify(decisions) }),
      ...(drafts === undefined ? {} : { drafts: JSON.stringify(drafts) }),
      changed_at: at,
      lock_version: eb("lock_version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

export async function deleteImport(db: Work, id: string): Promise<void> {
  await db.deleteFrom("set_import").where("id", "=", id).execute();
}
