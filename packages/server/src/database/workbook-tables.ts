/** The table of workbooks that were filled in and sent back, as Kysely sees it. */
import type { Generated } from "kysely";
import type { Timestamp } from "./columns.js";

export interface WorkbookTables {
  workbook_reading: {
    id: Generated<string>;
    kind: "assessment" | "campaign" | "appraisal";
    campaign_id: string;
    assessment_id: string | null;
    name: string;
    file_hash: string;
    content: string;
    created_by: string;
    created_at: Timestamp;
  };
}
