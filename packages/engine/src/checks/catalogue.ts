/** The one catalogue of finding codes. A code is for programs: it is used once and never changes its meaning. */
import { caseCodes } from "./catalogue/cases.js";
import type { CatalogueGroup, CatalogueText } from "./catalogue/entry.js";
import { planCodes } from "./catalogue/plans.js";
import { ruleCodes } from "./catalogue/rules.js";
import { structureCodes } from "./catalogue/structure.js";
import { textCodes } from "./catalogue/text.js";

export type FindingCode =
  | keyof typeof structureCodes
  | keyof typeof ruleCodes
  | keyof typeof textCodes
  | keyof typeof caseCodes
  | keyof typeof planCodes;

/** What a finding is about: the frame of the set, its rules, their texts, its cases, its plans. */
export type FindingTopic = "structure" | "rules" | "text" | "cases" | "plans";

export interface CatalogueEntry extends CatalogueText {
  readonly code: FindingCode;
  readonly topic: FindingTopic;
}

function entries<G extends CatalogueGroup>(topic: FindingTopic, group: G): CatalogueEntry[] {
  return Object.entries(group).map(([code, text]) => ({ ...text, code: code as FindingCode, topic }));
}

/** Every code, in the order of docs/findings.md. */
export const findingCatalogue: readonly CatalogueEntry[] = [
  ...entries("structure", structureCodes),
  ...entries("rules", ruleCodes),
  ...entries("text", textCodes),
  ...entries("cases", caseCodes),
  ...entries("plans", planCodes),
];

const byCode = new Map(findingCatalogue.map((entry) => [entry.code, entry]));

/** What the catalogue says of a code. */
export function catalogued(code: FindingCode): CatalogueEntry {
  const entry = byCode.get(code);
  if (!entry) throw new RangeError(`There is no finding code ${code}`);
  return entry;
}
