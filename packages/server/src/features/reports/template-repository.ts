/** A province's own templates as stored: the file, and what was found in it when it came. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { FoundInTemplate } from "./order.js";

export interface TemplateHead {
  readonly id: string;
  readonly name: string;
  readonly findings: readonly FoundInTemplate[];
  readonly createdAt: Date;
}

export interface NewTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly findings: readonly FoundInTemplate[];
  readonly by: string;
  readonly at: Date;
}

const head = ["id", "name", "findings", "created_at"] as const;

export async function listTemplates(db: Work): Promise<TemplateHead[]> {
  const rows = await db
    .selectFrom("report_template")
    .select(head)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(headOf);
}

export async function findTemplate(
  db: Work,
  id: string,
): Promise<(TemplateHead & { readonly bytes: Buffer; readonly hash: string }) | undefined> {
  const row = await db
    .selectFrom("report_template")
    .where("id", "=", id)
    .select([...head, "file", "file_hash"])
    .executeTakeFirst();
  return row && { ...headOf(row), bytes: row.file, hash: row.file_hash };
}

function headOf(row: { id: string; name: string; findings: unknown[]; created_at: Date }): TemplateHead {
  return {
    id: row.id,
    name: row.name,
    findings: row.findings as FoundInTemplate[],
    createdAt: row.created_at,
  };
}

export async function insertTemplate(db: Work, template: NewTemplate): Promise<string> {
  const { id } = await db
    .insertInto("report_template")
    .values({
      name: template.name,
      file: Buffer.from(template.bytes),
      file_hash: template.hash,
      findings: JSON.stringify(template.findings),
      created_by: template.by,
      created_at: template.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function countTemplates(db: Work): Promise<number> {
  const { count } = await db
    .selectFrom("report_template")
    .select(sql<string>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function deleteTemplate(db: Work, id: string): Promise<void> {
  await db.deleteFrom("report_template").where("id", "=", id).execute();
}
