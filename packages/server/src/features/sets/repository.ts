/** Indicator sets as stored: their text, its hash, and what the checks said of it. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";
import type { Words } from "../../http/problem.js";

export interface SetFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: string;
  readonly message: Words;
  readonly expected: string | null;
  readonly found: string | null;
  readonly line: number | null;
  /** Absent in what was stored before columns were told. */
  readonly column?: number | null;
}

/** A case file: published numbers that the set must reproduce. */
export interface SetCase {
  readonly file: string;
  readonly text: string;
}

export interface SetHead {
  readonly id: string;
  readonly setVersion: number;
  readonly title: string;
  readonly status: "draft" | "published";
  readonly hash: string;
  readonly max: string;
  readonly indicatorCount: number;
  readonly findings: readonly SetFinding[];
  readonly publishedAt: Date | null;
  /** Counts changes of the draft; what If-Match names. */
  readonly version: number;
}

export interface StoredSet extends SetHead {
  readonly source: string;
  readonly cases: readonly SetCase[];
}

const headColumns = [
  "id",
  "version",
  "title",
  "status",
  "hash",
  "max",
  "indicator_count",
  "findings",
  "published_at",
  "lock_version",
] as const;

/** Every set, newest version first within a set. */
export async function listSets(db: Work): Promise<SetHead[]> {
  const rows = await db
    .selectFrom("indicator_set")
    .select(headColumns)
    .orderBy(sql`title collate "vi-x-icu"`)
    .orderBy("id")
    .orderBy("version", "desc")
    .execute();
  return rows.map(head);
}

export async function findSet(
  db: Work | Connection,
  id: string,
  version: number,
  lock = false,
): Promise<StoredSet | undefined> {
  const row = await db
    .selectFrom("indicator_set")
    .where("id", "=", id)
    .where("version", "=", version)
    .select([...headColumns, "source", "cases"])
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { ...head(row), source: row.source, cases: row.cases as SetCase[] };
}

function head(row: {
  id: string;
  version: number;
  title: string;
  status: "draft" | "published";
  hash: string;
  max: string;
  indicator_count: number;
  findings: unknown;
  published_at: Date | null;
  lock_version: number;
}): SetHead {
  return {
    id: row.id,
    setVersion: row.version,
    title: row.title,
    status: row.status,
    hash: row.hash,
    max: row.max,
    indicatorCount: row.indicator_count,
    findings: row.findings as SetFinding[],
    publishedAt: row.published_at,
    version: row.lock_version,
  };
}

/** What a set's text says, read and checked. */
export interface SetContent {
  readonly id: string;
  readonly setVersion: number;
  readonly title: string;
  readonly source: string;
  readonly hash: string;
  readonly max: string;
  readonly indicatorCount: number;
  readonly findings: readonly SetFinding[];
  readonly cases: readonly SetCase[];
}

/** @returns false when that version of the set exists already. */
export async function insertDraft(db: Work, content: SetContent, by: string | null): Promise<boolean> {
  const result = await db
    .insertInto("indicator_set")
    .values({
      id: content.id,
      version: content.setVersion,
      status: "draft",
      created_by: by,
      ...columns(content),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateDraft(db: Work, content: SetContent): Promise<void> {
  await db
    .updateTable("indicator_set")
    .set((eb) => ({ ...columns(content), lock_version: eb("lock_version", "+", 1) }))
    .where("id", "=", content.id)
    .where("version", "=", content.setVersion)
    .execute();
}

export async function publishSet(
  db: Work,
  id: string,
  version: number,
  at: Date,
  by: string | null,
): Promise<void> {
  await db
    .updateTable("indicator_set")
    .set((eb) => ({
      status: "published" as const,
      published_at: at,
      published_by: by,
      lock_version: eb("lock_version", "+", 1),
    }))
    .where("id", "=", id)
    .where("version", "=", version)
    .execute();
}

export async function deleteDraft(db: Work, id: string, version: number): Promise<void> {
  await db
    .deleteFrom("indicator_set")
    .where("id", "=", id)
    .where("version", "=", version)
    .where("status", "=", "draft")
    .execute();
}

export async function isUsed(db: Work, id: string, version: number): Promise<boolean> {
  const row = await db
    .selectFrom("campaign")
    .where("set_id", "=", id)
    .where("set_version", "=", version)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

function columns(content: SetContent) {
  return {
    title: content.title,
    source: content.source,
    hash: content.hash,
    max: content.max,
    indicator_count: content.indicatorCount,
    findings: JSON.stringify(content.findings),
    cases: JSON.stringify(content.cases),
  };
}
