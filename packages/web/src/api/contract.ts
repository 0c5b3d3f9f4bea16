/**
 * The names that the pages give to what the server and the browser say to each other. All of them are taken from the
 * server's own description (schema.gen.ts), so that a change of the server that a page does not follow breaks the build.
 *
 * Times are ISO 8601 UTC, days are YYYY-MM-DD, points and amounts are decimal strings, ids are uuids.
 */
import type { components, paths } from "./schema.gen.js";

type Schemas = components["schemas"];

/** The JSON body that a route takes. */
type Taken<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

/** The JSON body that a route answers with. */
type Answered<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: { 200: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

export type Session = Schemas["Session"];
export type Grant = Session["grants"][number];
/** What an account may do, always in one unit. */
export type Role = Grant["role"];
/** The language of the interface, kept with the account. */
export type Language = Session["account"]["language"];
export type OpenSession = Answered<"/api/v1/session/all", "get">["items"][number];

/** An assessment as it stands in a list. */
export type AssessmentHead = Schemas["AssessmentHead"];
export type HomeItem = Schemas["HomeItem"];
/** How far an assessment has come. */
export type AssessmentState = HomeItem["state"];
/** A unit by its name alone, as lists and choices of units need it. */
export type UnitName = HomeItem["unit"];

export type Unit = Schemas["Unit"];
/** A page of a list of units; `next` is the cursor of the following page. */
export type UnitPage = Answered<"/api/v1/units", "get">;
export type UnitDetail = Schemas["UnitPage"];
/** Units that become one. */
export type Merger = Taken<"/api/v1/units/merge", "post">;
export type UnitLink = UnitDetail["successors"][number];
/** What an Excel import would do, or has done; a problem names its sheet and cell. */
export type AccountImportOutcome = Answered<"/api/v1/accounts/import", "post">;
export type ImportOutcome = Answered<"/api/v1/units/import", "post">;

export type Account = Schemas["Account"];
export type NewAccount = Taken<"/api/v1/accounts", "post">;
export type AccountChange = Taken<"/api/v1/accounts/{id}", "patch">;

export type SetFinding = Schemas["SetFinding"];
export type SetHead = Schemas["SetHead"];
export type IndicatorSet = Schemas["IndicatorSet"];

/** A document that was read into sets, with what was decided on it. */
export type SetImport = Schemas["SetImport"];
export type SetImportHead = Schemas["SetImportHead"];

export type Campaign = Schemas["Campaign"];
/** A campaign as it stands in a list. */
export type CampaignHead = Answered<"/api/v1/campaigns", "get">["items"][number];
export type CampaignStatus = Campaign["status"];
export type NewCampaign = Taken<"/api/v1/campaigns", "post">;
export type Stage = Campaign["stages"][number]["stage"];
export type UnitProgress = Schemas["Progress"];
export type NewExtension = Taken<"/api/v1/campaigns/{id}/extensions", "post">;

export type Notice = Schemas["Notice"];
export type NoticeSettings = Schemas["NoticeSettings"];

export type AuditEntry = Schemas["AuditEntry"];
/** Somebody, as the records name them. */
export type Person = NonNullable<AuditEntry["account"]>;
