/** Files as the database knows them: what they are, which units brought them, where they are cited. */
import { sql } from "kysely";
import type { Connection, Work } from "../../database/connection.js";

export interface StoredFile {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

export interface LibraryFile extends StoredFile {
  readonly at: Date;
  /** The unit's own assessments that cite it now. */
  readonly usedIn: readonly { readonly year: number; readonly code: string }[];
}

/** Far more than a unit sends in ten years. */
const LIBRARY_FILES = 2000;

/** Notes a file, and that a unit has it. Both may be known already: the first name that the unit gave it stays. */
export async function insertUnitFile(
  db: Work,
  file: StoredFile,
  { unitId, by, at }: { unitId: string; by: string; at: Date },
): Promise<void> {
  await db
    .insertInto("file")
    .values({ hash: file.hash, size: file.size, media_type: file.mediaType, created_at: at })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
  await db
    .insertInto("unit_file")
    .values({ unit_id: unitId, hash: file.hash, name: file.name, by_id: by, at })
    .onConflict((conflict) => conflict.columns(["unit_id", "hash"]).doNothing())
    .execute();
}

/** How many bytes all files of a unit take up. */
export async function bytesOfUnit(db: Work | Connection, unitId: string): Promise<number> {
  const row = await db
    .selectFrom("unit_file as u")
    .innerJoin("file as f", "f.hash", "u.hash")
    .where("u.unit_id", "=", unitId)
    .select((eb) => eb.fn.coalesce(eb.fn.sum<string>("f.size"), eb.lit(0)).as("bytes"))
    .executeTakeFirstOrThrow();
  return Number(row.bytes);
}

/** Lets one upload of a unit at a time be counted, until the transaction ends. */
export async function lockUnitFiles(db: Work, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`files ${unitId}`}, 0))`.execute(db);
}

/** A file that the unit has. */
export async function findUnitFile(
  db: Work | Connection,
  unitId: string,
  hash: string,
): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom("unit_file as u")
    .innerJoin("file as f", "f.hash", "u.hash")
    .where("u.unit_id", "=", unitId)
    .where("u.hash", "=", hash)
    .select(["f.hash", "u.name", "f.size", "f.media_type"])
    .executeTakeFirst();
  return row && fileOf(row);
}

/** A file that is cited in this assessment now. */
export async function findCitedFile(
  db: Work | Connection,
  assessmentId: string,
  hash: string,
): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom("evidence as e")
    .innerJoin("file as f", "f.hash", "e.file_hash")
    .where("e.assessment_id", "=", assessmentId)
    .where("e.file_hash", "=", hash)
    .where("e.removed_at", "is", null)
    .select(["f.hash", "f.size", "f.media_type"])
    .select(sql<string>`e.item->>'name'`.as("name"))
    .orderBy("e.at")
    .limit(1)
    .executeTakeFirst();
  return row && fileOf(row);
}

/**
 * An assessment that cites a file now. One statement, however many cite it: a decision of the province is everybody's.
 * @param units whose assessments are looked at; null: anybody's.
 */
export async function findCiting(
  db: Work,
  hash: string,
  units: readonly string[] | null,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("evidence as e")
    .innerJoin("assessment as a", "a.id", "e.assessment_id")
    .where("e.file_hash", "=", hash)
    .where("e.removed_at", "is", null)
    .$if(units !== null, (query) =>
      query.where("a.unit_id", "=", sql<string>`any(${[...(units ?? [])]}::uuid[])`),
    )
    .select("e.assessment_id")
    .orderBy("e.assessment_id")
    .limit(1)
    .executeTakeFirst();
  return row?.assessment_id;
}

/** The unit's files, the newest first. */
export async function listUnitFiles(db: Work, unitId: string): Promise<LibraryFile[]> {
  const rows = await db
    .selectFrom("unit_file as u")
    .innerJoin("file as f", "f.hash", "u.hash")
    .where("u.unit_id", "=", unitId)
    .select(["f.hash", "u.name", "f.size", "f.media_type", "u.at"])
    .select(
      sql<{ year: number; code: string }[]>`coalesce((
        select json_agg(json_build_object('year', w.year, 'code', w.code) order by w.year desc, w.code) from (
          select distinct c.year, e.code from evidence e
          join assessment a on a.id = e.assessment_id join campaign c on c.id = a.campaign_id
          where e.file_hash = u.hash and a.unit_id = u.unit_id and e.removed_at is null
        ) w), '[]'::json)`.as("used_in"),
    )
    .orderBy("u.at", "desc")
    .orderBy("u.hash")
    .limit(LIBRARY_FILES)
    .execute();
  return rows.map((row) => ({ ...fileOf(row), at: row.at, usedIn: row.used_in }));
}

function fileOf(row: { hash: string; name: string; size: string; media_type: string }): StoredFile {
  return { hash: row.hash, name: row.name, size: Number(row.size), mediaType: row.media_type };
}
