/** Workbooks that came back, as they were read: each for whoever sent it alone. */
import type { Connection, Work } from "../../database/connection.js";
import type { KeptContent } from "./kept.js";

export interface Place {
  readonly kind: "assessment" | "campaign" | "appraisal";
  readonly campaignId: string;
  /** Null: of a whole campaign. */
  readonly assessmentId: string | null;
}

export interface StoredReading<K extends keyof KeptContent> {
  readonly id: string;
  readonly name: string;
  readonly fileHash: string;
  readonly at: Date;
  readonly content: KeptContent[K];
}

export interface NewReading<K extends keyof KeptContent> {
  readonly name: string;
  readonly fileHash: string;
  readonly content: KeptContent[K];
  readonly by: string;
  readonly at: Date;
}

/** Keeps a reading; the one of the same place that this account sent before makes room for it. */
export async function insertReading<K extends Place["kind"]>(
  db: Work,
  { kind, campaignId, assessmentId }: Place & { readonly kind: K },
  made: NewReading<K>,
): Promise<string> {
  await db
    .deleteFrom("workbook_reading")
    .where("kind", "=", kind)
    .where("campaign_id", "=", campaignId)
    .where("assessment_id", "is not distinct from", assessmentId)
    .where("created_by", "=", made.by)
    .execute();
  const row = await db
    .insertInto("workbook_reading")
    .values({
      kind,
      campaign_id: campaignId,
      assessment_id: assessmentId,
      name: made.name,
      file_hash: made.fileHash,
      content: JSON.stringify(made.content),
      created_by: made.by,
      created_at: made.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A reading of this very place that this account sent. */
export async function findReading<K extends Place["kind"]>(
  db: Work | Connection,
  id: string,
  { kind, campaignId, assessmentId }: Place & { readonly kind: K },
  by: string,
): Promise<StoredReading<K> | undefined> {
  const row = await db
    .selectFrom("workbook_reading")
    .where("id", "=", id)
    .where("kind", "=", kind)
    .where("campaign_id", "=", campaignId)
    .where("assessment_id", "is not distinct from", assessmentId)
    .where("created_by", "=", by)
    .select(["id", "name", "file_hash", "content", "created_at"])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      name: row.name,
      fileHash: row.file_hash,
      at: row.created_at,
      content: JSON.parse(row.content) as KeptContent[K],
    }
  );
}

/** @returns how many were forgotten. */
export async function deleteReadingsBefore(db: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("workbook_reading")
    .where("created_at", "<", moment)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
