/** The appraising half of what the server describes; see contract.ts. */
import type { components, paths } from "./schema.gen.js";

type Schemas = components["schemas"];

/** What is answered with 200 to a call that sends something. */
type Answered<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

export type QueueItem = Schemas["QueueItem"];
export type QueueCounts = Schemas["Queue"]["counts"];
export type AppraisalSummary = Schemas["QueueSummary"];
/** Agreed or adjusted. */
export type Verdict = NonNullable<QueueItem["verdict"]>;
/** What a bulk agreement would touch, and what it would leave and why. */
export type AgreePreview = Answered<"/api/v1/campaigns/{id}/appraisals/preview">;

/** Every verdict on one assessment, with its declared and appraised points. */
export type Appraisal = Schemas["AssessmentAppraisal"];
export type AppraisalItem = Schemas["AppraisalItem"];
/** Everything that stands beside one indicator when it is judged. */
export type AppraisalDetail = Schemas["AppraisalDetail"];
export type Explanation = Schemas["Explanation"];
export type GroupStanding = NonNullable<AppraisalDetail["group"]>;
export type GivenVerdict = Schemas["GivenVerdictInput"];

/** Who appraises what in a campaign. */
export type Appraisers = Schemas["Appraisers"];
export type Consistency = Schemas["Consistency"];

/** A question to a unit, or a unit's complaint, without its messages. */
export type QueryHead = Schemas["QueryHead"];
export type AskedQuery = Schemas["Query"];
export type QueryState = QueryHead["state"];
export type QueryOutcome = NonNullable<QueryHead["outcome"]>;
/** What a change that is only tried would move. */
export type WhatIfAnswer = Schemas["WhatIf"];
/** What finishing a whole campaign has ended, and what is left. */
export type FinishedAll = Answered<"/api/v1/campaigns/{id}/finish">;
