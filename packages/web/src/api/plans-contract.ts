/** The plans' part of what the server describes; see contract.ts. */
import type { components } from "./schema.gen.js";

type Schemas = components["schemas"];

/** A plan made on a set. */
export type Plan = Schemas["Plan"];
/** A plan in which the account's units report, or that it oversees, with the report that is due. */
export type ConcernedPlan = Schemas["ConcernedPlan"];
/** Which unit each organisation of a plan is. */
export type PlanOrganisations = Schemas["PlanOrganisations"];
/** Where the assignments of a plan stand on a quarter. */
export type PlanProgress = Schemas["PlanProgress"];
export type PlanLead = Schemas["PlanLead"];
export type ProgressLine = Schemas["ProgressLine"];
