/**
 * References alone, `@opendti/prose/references`: a server that reads what evidence is called holds no reader of scoring
 * text in memory.
 */
export { readReferences } from "./references/reading.js";
export type { DocumentReference, LinkReference } from "./references/types.js";
