/** The tables of appraising, asking and recorded runs, as Kysely sees them. */
import type { Generated, JSONColumnType } from "kysely";
import type { Json, OptionalTimestamp, Timestamp } from "./columns.js";

export const verdicts = ["agreed", "adjusted"] as const;
export type Verdict = (typeof verdicts)[number];

export const queryKinds = ["explanation", "complaint"] as const;
export type QueryKind = (typeof queryKinds)[number];
export const queryStates = ["open", "answered", "closed"] as const;
export type QueryState = (typeof queryStates)[number];
export const queryOutcomes = ["accepted", "partly-accepted", "rejected", "withdrawn"] as const;
export type QueryOutcome = (typeof queryOutcomes)[number];

export const runStates = ["compiled", "approved", "published", "withdrawn", "superseded"] as const;
export type RunState = (typeof runStates)[number];

export interface AppraisalTables {
  appraiser_scope: {
    id: Generated<string>;
    campaign_id: string;
    account_id: string;
    code: string | null;
    unit_id: string | null;
    assigned_by: string | null;
    assigned_at: Timestamp;
  };
  appraisal: {
    assessment_id: string;
    code: string;
    verdict: Verdict | null;
    inputs: Json;
    points: string | null;
    reason: string | null;
    version: number;
    by_id: string | null;
    at: Timestamp;
    /** What was declared when it was judged, by input. */
    declared: Json;
  };
  appraisal_history: AppraisalTables["appraisal"];
  /** Made again from answers and appraisals at any time: what the queue lists. */
  indicator_score: {
    assessment_id: string;
    campaign_id: string;
    unit_id: string;
    code: string;
    place: number;
    max: string;
    declared: string;
    declared_status: string;
    appraised: string;
    status: string;
    checks: number;
    blocking: boolean;
    given: JSONColumnType<Record<string, unknown>, string, string>;
    evidence: JSONColumnType<Record<string, number>, string, string>;
    verdict: Verdict | null;
    version: number;
    judged_at: OptionalTimestamp;
    stale: boolean;
    changed_at: Timestamp;
    changed_by: string | null;
  };
  appraisal_look: { account_id: string; assessment_id: string; at: Timestamp };
  query: {
    id: Generated<string>;
    assessment_id: string;
    code: string;
    kind: QueryKind;
    state: Generated<QueryState>;
    owner_id: string | null;
    due_at: Timestamp;
    outcome: QueryOutcome | null;
    outcome_note: string | null;
    opened_by: string | null;
    opened_at: Timestamp;
    answered_at: OptionalTimestamp;
    closed_by: string | null;
    closed_at: OptionalTimestamp;
    version: Generated<number>;
  };
  query_message: {
    id: Generated<string>;
    query_id: string;
    side: "appraiser" | "unit";
    body: string;
    by_id: string | null;
    at: Timestamp;
    place: Generated<string>;
  };
  run: {
    id: Generated<string>;
    campaign_id: string;
    number: number;
    state: Generated<RunState>;
    set_hash: string;
    input: Buffer;
    input_hash: string;
    result_hash: string;
    /** Every version that went in, in a word. */
    stands_on: Generated<string>;
    units: number;
    revises: string | null;
    reason: string | null;
    compiled_by: string | null;
    compiled_at: Timestamp;
    approved_by: string | null;
    approved_as: string | null;
    approved_at: OptionalTimestamp;
    published_by: string | null;
    published_as: string | null;
    published_at: OptionalTimestamp;
    withdrawn_by: string | null;
    withdrawn_at: OptionalTimestamp;
    withdrawn_reason: string | null;
    version: Generated<number>;
  };
  run_result: {
    run_id: string;
    unit_id: string;
    assessment_id: string;
    unit_name: string;
    group_code: string | null;
    total: string;
    max: string;
    declared_total: string;
    declared_rank: number | null;
    rank: number | null;
    level: string | null;
    scores: JSONColumnType<Record<string, string>, string, never>;
    declared_scores: JSONColumnType<Record<string, string>, string, never>;
    statuses: JSONColumnType<Record<string, string>, string, never>;
    /** False: it never submitted, so nothing of it counts. */
    submitted: Generated<boolean>;
  };
  revision: {
    id: Generated<string>;
    campaign_id: string;
    run_id: string;
    reason: string;
    by_id: string | null;
    at: Timestamp;
  };
  /** A view. */
  published_result: {
    campaign_id: string;
    unit_id: string;
    run_id: string | null;
    group_code: string | null;
    total: string;
    max: string;
    rank: number | null;
    scores: JSONColumnType<Record<string, string>, never, never>;
  };
}
