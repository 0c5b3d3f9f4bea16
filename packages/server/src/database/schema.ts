/** The tables as Kysely sees them. Columns are named as in the database; repositories turn rows into domain types. */
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { AppraisalTables } from "./appraisal-tables.js";
import type { Day, GeneratedTimestamp, Json, OptionalTimestamp, Timestamp } from "./columns.js";
import type { ExportTables } from "./export-tables.js";
import type { NoticeTables } from "./notice-tables.js";
import type { PlanTables } from "./plan-tables.js";
import type { ReportTables } from "./report-tables.js";
import type { SetImportTables } from "./set-import-tables.js";
import type { WorkbookTables } from "./workbook-tables.js";

export { type RunState, runStates } from "./appraisal-tables.js";

export const roles = [
  "administrator",
  "coordinator",
  "appraiser",
  "approver",
  "unit-officer",
  "unit-head",
  "observer",
] as const;
export type Role = (typeof roles)[number];

export const stages = ["declare", "appraise", "explain", "approve"] as const;
export type Stage = (typeof stages)[number];

export const assessmentStates = [
  "declaring",
  "compiled",
  "submitted",
  "appraising",
  "explaining",
  "appraised",
  "approved",
  "published",
] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export interface Database
  extends AppraisalTables,
    ExportTables,
    NoticeTables,
    PlanTables,
    ReportTables,
    SetImportTables,
    WorkbookTables {
  unit_kind: { kind: string; name: string; level: number };
  unit: {
    id: Generated<string>;
    code: string;
    kind: string;
    parent_id: string | null;
    name: string;
    short_name: string;
    ranking_group: string | null;
    valid_from: Day;
    valid_to: Day | null;
    closed_reason: string | null;
    version: Generated<number>;
    created_at: GeneratedTimestamp;
  };
  unit_name: {
    unit_id: string;
    name: string;
    short_name: string;
    valid_from: Day;
    legal_basis: Generated<string>;
  };
  unit_succession: {
    predecessor_id: string;
    successor_id: string;
    kind: "merged" | "split" | "replaced";
    on_date: Day;
    legal_basis: Generated<string>;
  };
  unit_past_parent: { unit_id: string; parent_id: string | null; until: Day };
  account: {
    id: Generated<string>;
    login: string;
    display_name: string;
    email: string | null;
    language: Generated<"vi" | "en">;
    password_hash: string | null;
    must_change_password: Generated<boolean>;
    /** Sealed by the secret box, bound to the account's id. */
    totp_secret: string | null;
    /** The same, until its first right code. */
    totp_pending: string | null;
    password_needs_totp: Generated<boolean>;
    totp_enabled_at: OptionalTimestamp;
    totp_last_step: ColumnType<string | null, number | null | undefined, number | null>;
    locked_until: OptionalTimestamp;
    last_signed_in_at: OptionalTimestamp;
    enabled_at: GeneratedTimestamp;
    disabled_at: OptionalTimestamp;
    disabled_reason: string | null;
    oidc_issuer: string | null;
    oidc_subject: string | null;
    version: Generated<number>;
    created_at: GeneratedTimestamp;
  };
  wrong_try: {
    account_id: string;
    network: string;
    failed: number;
    last_at: Timestamp;
    locked_until: OptionalTimestamp;
  };
  role_grant: { account_id: string; unit_id: string; role: Role; granted_at: GeneratedTimestamp };
  session: {
    id: Generated<string>;
    token_hash: Buffer;
    account_id: string;
    csrf_token: string;
    method: "password" | "oidc";
    created_at: Timestamp;
    last_seen_at: Timestamp;
    idle_minutes: number;
    expires_at: Timestamp;
    address: string;
    user_agent: string;
    ended_at: OptionalTimestamp;
  };
  oidc_attempt: {
    state: string;
    nonce: string;
    code_verifier: string;
    return_to: string;
    created_at: Timestamp;
  };
  indicator_set: {
    id: string;
    version: number;
    status: "draft" | "published";
    title: string;
    source: string;
    hash: string;
    max: string;
    indicator_count: number;
    findings: Json;
    /** The case files that the set must reproduce: `[{file, text}]`. */
    cases: Json;
    lock_version: Generated<number>;
    created_at: GeneratedTimestamp;
    created_by: string | null;
    published_at: OptionalTimestamp;
    published_by: string | null;
  };
  campaign: {
    id: Generated<string>;
    name: string;
    year: number;
    set_id: string;
    set_version: number;
    status: Generated<"preparing" | "open" | "closed">;
    opened_at: OptionalTimestamp;
    version: Generated<number>;
    created_at: GeneratedTimestamp;
  };
  campaign_stage: { campaign_id: string; stage: Stage; opens_at: OptionalTimestamp; due_at: Timestamp };
  campaign_group: { campaign_id: string; code: string; name: string; place: number };
  campaign_unit: { campaign_id: string; unit_id: string; group_code: string | null };
  extension: {
    id: Generated<string>;
    campaign_id: string;
    unit_id: string;
    stage: Stage;
    due_at: Timestamp;
    reason: string;
    granted_by: string;
    granted_at: GeneratedTimestamp;
  };
  assessment: {
    id: Generated<string>;
    campaign_id: string;
    unit_id: string;
    state: Generated<AssessmentState>;
    version: Generated<number>;
    answered: Generated<number>;
    score: Generated<string>;
    max: Generated<string>;
    submitted_at: OptionalTimestamp;
    created_at: GeneratedTimestamp;
    updated_at: GeneratedTimestamp;
    /** Counts every change of it and of what is declared, assigned and handed over in it. */
    revision: ColumnType<string, never, string>;
  };
  assessment_step: {
    id: Generated<string>;
    assessment_id: string;
    from_state: AssessmentState;
    to_state: AssessmentState;
    reason: string | null;
    by_id: string | null;
    at: Timestamp;
  };
  assignment: {
    assessment_id: string;
    code: string;
    unit_id: string | null;
    account_id: string | null;
    assigned_by: string | null;
    assigned_at: GeneratedTimestamp;
  };
  assessment_part: {
    assessment_id: string;
    unit_id: string;
    state: "declaring" | "handed-over";
    reason: string | null;
    by_id: string | null;
    at: Timestamp;
  };
  answer: {
    assessment_id: string;
    code: string;
    /** Empty: the whole indicator is marked not applicable, and the value is the reason. */
    input: string;
    value: Json;
    version: number;
    by_id: string | null;
    at: Timestamp;
  };
  answer_history: Database["answer"];
  file: {
    hash: string;
    size: ColumnType<string, number, never>;
    media_type: string;
    created_at: GeneratedTimestamp;
  };
  unit_file: { unit_id: string; hash: string; name: string; by_id: string | null; at: Timestamp };
  evidence: {
    id: Generated<string>;
    assessment_id: string;
    code: string;
    kind: "document" | "link" | "file";
    item: Json;
    file_hash: string | null;
    place: number;
    version: Generated<number>;
    by_id: string | null;
    at: Timestamp;
    removed_at: OptionalTimestamp;
    /** The question that it answers; null: declared. */
    query_id: string | null;
  };
  evidence_history: { evidence_id: string; version: number; item: Json; by_id: string | null; at: Timestamp };
  comment: {
    id: Generated<string>;
    assessment_id: string;
    code: string;
    body: string;
    by_id: string | null;
    at: Timestamp;
  };
  seal: {
    id: Generated<string>;
    assessment_id: string;
    hash: string;
    set_hash: string;
    content: string;
    total: string;
    max: string;
    by_id: string | null;
    at: Timestamp;
  };
  result: {
    campaign_id: string;
    unit_id: string;
    group_code: string | null;
    total: string;
    max: string;
    rank: number | null;
    scores: JSONColumnType<Record<string, string>, string, never>;
  };
  audit_event: {
    id: Generated<string>;
    xact: Generated<string>;
    at: Timestamp;
    account_id: string | null;
    address: string;
    action: string;
    subject_type: string;
    subject_id: string;
    unit_id: string | null;
    before: Json;
    after: Json;
  };
  audit_clock: { one: Generated<boolean>; shift: Generated<string> };
  audit_batch: {
    number: ColumnType<string, number | string, never>;
    from_xact: string;
    to_xact: string;
    events: ColumnType<string, number, never>;
    previous_hash: string;
    hash: string;
    sealed_at: Timestamp;
  };
}
