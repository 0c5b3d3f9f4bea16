export { type AllowedYears, type AssessedYearDoubt, assessedYearDoubt } from "./references/assessed-year.js";
export { formatReference } from "./references/format.js";
export type { DocumentKind } from "./references/kinds.js";
export { readReferences } from "./references/reading.js";
export type {
  BilingualText,
  DocumentReference,
  LinkReference,
  ReadPart,
  ReferenceDate,
  ReferenceDoubt,
  ReferenceReading,
  RestPiece,
  SharedPart,
  TextSpan,
} from "./references/types.js";
export { readRuleText } from "./rules/read-rule-text.js";
export type {
  PieceRole,
  RuleAlternative,
  RulePiece,
  RuleQuestion,
  RuleReading,
  RuleTextRequest,
} from "./rules/types.js";
