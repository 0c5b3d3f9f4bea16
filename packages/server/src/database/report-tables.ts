/** The tables of letterheads, templates and plans, as Kysely sees them. */
import type { Generated, JSONColumnType } from "kysely";
import type { Json, Timestamp } from "./columns.js";

export interface ReportTables {
  unit_letterhead: {
    unit_id: string;
    content: Json;
    version: Generated<number>;
    changed_by: string | null;
    changed_at: Timestamp;
  };
  report_template: {
    id: Generated<string>;
    name: string;
    file: Buffer;
    file_hash: string;
    findings: JSONColumnType<unknown[], string, never>;
    created_by: string | null;
    created_at: Timestamp;
  };
  plan: {
    id: Generated<string>;
    set_id: string;
    set_version: number;
    key: string;
    title: string;
    issuer: string;
    year: number | null;
    reporting: string | null;
    assignments: number;
    source: string;
    hash: string;
    findings: JSONColumnType<unknown[], string, never>;
    lock_version: Generated<number>;
    created_by: string | null;
    created_at: Timestamp;
  };
}
