/** Exports' part of what the server describes; see contract.ts. */
import type { components } from "./schema.gen.js";

type Schemas = components["schemas"];

/** What may be asked for of a campaign, and what was. */
export type Exports = Schemas["Exports"];
/** A file that takes long to make. */
export type Export = Schemas["Export"];
export type ExportState = Export["state"];
