/** Evidence: documents, links and files beside an indicator. Removing one hides it; nothing is deleted. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import { person } from "../assessments/repository.js";

interface Place {
  readonly page: string | null;
  readonly section: string | null;
}

/** A document named by its number and date (số, ký hiệu, ngày, cơ quan, trích yếu). */
export interface DocumentItem extends Place {
  readonly kind: "document";
  readonly text: string;
  readonly number: string | null;
  readonly symbol: string | null;
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

export interface LinkItem extends Place {
  readonly kind: "link";
  readonly url: string;
  readonly title: string | null;
}

export interface FileItem extends Place {
  readonly kind: "file";
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export type EvidenceItem = DocumentItem | LinkItem | FileItem;

export interface Evidence {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly item: EvidenceItem;
  readonly by: { readonly id: string; readonly displayName: string } | null;
  readonly at: Date;
}

/** The declared evidence of an assessment, in the order it was given. What answers a question is not part of it. */
export async function listEvidence(db: Work, assessmentId: string): Promise<Evidence[]> {
  const rows = await evidence(db)
    .where("e.assessment_id", "=", assessmentId)
    .where("e.query_id", "is", null)
    .where("e.removed_at", "is", null)
    .orderBy("e.code")
    .orderBy("e.place")
    .orderBy("e.id")
    .execute();
  return rows.map(evidenceOf);
}

/** Everything beside one indicator, declared and brought in answers to questions, in the order it was given. */
export async function listAllEvidence(
  db: Work,
  assessmentId: string,
  code: string,
): Promise<(Evidence & { readonly queryId: string | null })[]> {
  const rows = await evidence(db)
    .select("e.query_id")
    .where("e.assessment_id", "=", assessmentId)
    .where("e.code", "=", code)
    .where("e.removed_at", "is", null)
    .orderBy(sql`e.query_id is not null`)
    .orderBy("e.place")
    .orderBy("e.id")
    .execute();
  return rows.map((row) => ({ ...evidenceOf(row), queryId: row.query_id }));
}

/** What was brought in answer to these questions. */
export async function listQueryEvidence(
  db: Work,
  queries: readonly string[],
): Promise<(Evidence & { readonly queryId: string })[]> {
  if (queries.length === 0) return [];
  const rows = await evidence(db)
    .select("e.query_id")
    .where("e.query_id", "in", [...queries])
    .where("e.removed_at", "is", null)
    .orderBy("e.place")
    .orderBy("e.id")
    .execute();
  return rows.map((row) => ({ ...evidenceOf(row), queryId: row.query_id ?? "" }));
}

/** One declared piece, removed or not. */
export async function findEvidence(
  db: Work,
  assessmentId: string,
  id: string,
): Promise<(Evidence & { readonly removed: boolean }) | undefined> {
  const row = await evidence(db)
    .where("e.assessment_id", "=", assessmentId)
    .where("e.query_id", "is", null)
    .where("e.id", "=", id)
    .executeTakeFirst();
  return row && { ...evidenceOf(row), removed: row.removed_at !== null };
}

function evidence(db: Work) {
  return db
    .selectFrom("evidence as e")
    .leftJoin("account as b", "b.id", "e.by_id")
    .select(["e.id", "e.code", "e.version", "e.item", "e.by_id", "b.display_name", "e.at", "e.removed_at"]);
}

function evidenceOf(row: {
  id: string;
  code: string;
  version: number;
  item: unknown;
  by_id: string | null;
  display_name: string | null;
  at: Date;
}): Evidence {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    item: row.item as EvidenceItem,
    by: person(row.by_id, row.display_name),
    at: row.at,
  };
}

interface Change {
  readonly by: string;
  readonly at: Date;
}

/**
 * Adds a piece after the others of its indicator. The assessment is locked, so places follow one another.
 * @param of with `queryId`, the question that it answers; else it is declared.
 */
export async function insertEvidence(
  db: Work,
  {
    assessmentId,
    code,
    item,
    queryId = null,
  }: { assessmentId: string; code: string; item: EvidenceItem; queryId?: string | null },
  { by, at }: Change,
): Promise<string> {
  const { id } = await db
    .insertInto("evidence")
    .values((eb) => ({
      assessment_id: assessmentId,
      code,
      query_id: queryId,
      ...columnsOf(item),
      place: eb
        .selectFrom("evidence as o")
        .where("o.assessment_id", "=", assessmentId)
        .where("o.code", "=", code)
        .select((of) => of(of.fn.coalesce(of.fn.max("o.place"), of.val(0)), "+", 1).as("place")),
      by_id: by,
      at,
    }))
    .returning("id")
    .executeTakeFirstOrThrow();
  await keepHistory(db, id, 1, item, { by, at });
  return id;
}

/** Writes a piece anew, as one version more. */
export async function updateEvidence(
  db: Work,
  id: string,
  version: number,
  item: EvidenceItem,
  { by, at }: Change,
): Promise<void> {
  await db
    .updateTable("evidence")
    .set({ ...columnsOf(item), version, by_id: by, at })
    .where("id", "=", id)
    .execute();
  await keepHistory(db, id, version, item, { by, at });
}

/** Hides a piece; its history ends with a version without content. */
export async function removeEvidence(
  db: Work,
  id: string,
  version: number,
  { by, at }: Change,
): Promise<void> {
  await db.updateTable("evidence").set({ version, removed_at: at }).where("id", "=", id).execute();
  await keepHistory(db, id, version, null, { by, at });
}

function columnsOf(item: EvidenceItem) {
  return {
    kind: item.kind,
    item: JSON.stringify(item),
    file_hash: item.kind === "file" ? item.hash : null,
  };
}

async function keepHistory(
  db: Work,
  id: string,
  version: number,
  item: EvidenceItem | null,
  { by, at }: Change,
): Promise<void> {
  await db
    .insertInto("evidence_history")
    .values({
      evidence_id: id,
      version,
      item: item === null ? null : JSON.stringify(item),
      by_id: by,
      at,
    })
    .execute();
}
