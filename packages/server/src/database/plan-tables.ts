/** The tables of what lead units report on plans, as Kysely sees them. */
import type { Generated } from "kysely";
import type { Timestamp } from "./columns.js";

export type PlanReportState = "open" | "sent";

export interface PlanTables {
  plan_organisation: {
    plan_id: string;
    key: string;
    unit_id: string;
    leads: number;
    since: Timestamp;
  };
  plan_report: {
    id: Generated<string>;
    plan_id: string;
    organisation: string;
    year: number;
    quarter: number;
    state: Generated<PlanReportState>;
    reason: string | null;
    version: Generated<number>;
    unit_id: string | null;
    by_id: string | null;
    at: Timestamp;
  };
  plan_progress: {
    report_id: string;
    code: string;
    input: string;
    finished: boolean;
    done: string;
    difficulties: string;
    proposal: string;
    version: number;
    by_id: string | null;
    at: Timestamp;
  };
}
