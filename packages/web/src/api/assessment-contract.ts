/** The assessment's part of what the server describes; see contract.ts. */
import type { components } from "./schema.gen.js";

type Schemas = components["schemas"];

/** A declared value: a decimal string, a yes or no, a 1-based place, places, a text, a day, or rows of a table. */
export type AnswerValue = Schemas["AnswerValue"];
export type Answer = Schemas["Answer"];
export type NotApplicable = Schemas["NotApplicable"];
export type Evidence = Schemas["Evidence"];
type Kept = "id" | "code" | "version" | "by" | "at";
type Without<Whole, Fields extends PropertyKey> = Whole extends unknown ? Omit<Whole, Fields> : never;
/** A piece of evidence as it is given: a document, a link or a file of the unit's library. */
export type EvidenceItem = Without<Evidence, Kept>;
export type StoredFile = Schemas["StoredFile"];
export type LibraryFile = Schemas["LibraryFile"];
export type Assessment = Schemas["Assessment"];
export type Assignment = Assessment["assignments"][number];
export type AssessmentPart = Assessment["parts"][number];
