/** Evidence: documents, links and files beside an indicator. Removing one hides it; nothing is deleted. */
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

/** The evidence of an assessment, in the order it was given. */
export async function listEvidence(db: Work, assessmentId: string): Promise<Evidence[]> {
  const rows = await db
    .selectFrom("evidence as e")
    .leftJoin("account as b", "b.id", "e.by_id")
    .where("e.assessment_id", "=", assessmentId)
    .where("e.removed_at", "is", null)
    .select(["e.id", "e.code", "e.version", "e.item", "e.by_id", "b.display_name", "e.at"])
    .orderBy("e.code")
    .orderBy("e.place")
    .orderBy("e.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    version: row.version,
    item: row.item as EvidenceItem,
    by: person(row.by_id, row.display_name),
    at: row.at,
  }));
}
