/** The documents' part of what the server describes; see contract.ts. */
import type { components } from "./schema.gen.js";

type Schemas = components["schemas"];

/** How a unit heads and signs its documents. */
export type Letterhead = Schemas["Letterhead"];
export type LetterheadView = Schemas["LetterheadView"];
/** A province's own .docx template, with what was found in it. */
export type ReportTemplate = Schemas["ReportTemplate"];
