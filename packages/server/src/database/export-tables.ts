/** The table of exports that were asked for, as Kysely sees it. */
import type { ColumnType, Generated } from "kysely";
import type { OptionalTimestamp, Timestamp } from "./columns.js";

export type ExportState = "waiting" | "working" | "done" | "failed" | "cancelled";
/** Why there is no file; the interface says it in words. */
export type ExportFault = "cut-off" | "too-long" | "too-large" | "failed" | "lost";

export interface ExportTables {
  export_job: {
    id: Generated<string>;
    campaign_id: string;
    kind: string;
    run_id: string | null;
    run_state: string | null;
    sight: "whole" | "public" | "own";
    language: "vi" | "en";
    state: ColumnType<ExportState, ExportState | undefined, ExportState>;
    attempt: Generated<number>;
    done: Generated<number>;
    total: Generated<number>;
    file_hash: string | null;
    file_name: string;
    file_size: ColumnType<string | null, number | null | undefined, number | null>;
    fault: ExportFault | null;
    asked_by: string | null;
    asked_at: Timestamp;
    started_at: OptionalTimestamp;
    seen_at: OptionalTimestamp;
    ended_at: OptionalTimestamp;
  };
}
