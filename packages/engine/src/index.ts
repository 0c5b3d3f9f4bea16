/** The engine's public face. The contract, types only, is contract.ts; what is not exported here is not to be used. */
export type { Severity } from "./checks/catalogue/entry.js";
export {
  type CatalogueEntry,
  type FindingCode,
  findingCatalogue,
  type FindingTopic,
} from "./checks/catalogue.js";
export { checkSet } from "./checks/check-set.js";
export type { CaseFile, Finding, PlanFile } from "./checks/finding.js";
export { CHUNK_ROWS, FactChunk } from "./columnar/chunk.js";
export { type CampaignOptions, CampaignRun } from "./columnar/run.js";
export { type Affected, type Change, LiveCampaign } from "./columnar/live.js";
export { CampaignScores } from "./columnar/scores.js";
export type { Campaign, Engine } from "./contract.js";
export {
  checkEvidence,
  checkUnit,
  type DataFinding,
  type DatedEvidence,
  type EvidenceFinding,
} from "./data/checks.js";
export {
  dataSchema,
  type DataSource,
  type EvidenceSource,
  planSchema,
  type PlanSource,
  type UnitSource,
} from "./data/schema.js";
export {
  type Answer,
  type DataProblem,
  notApplicableReason,
  readUnit,
  type UnitData,
  UnitReader,
} from "./data/read.js";
export { readValue } from "./data/value.js";
export { explainNode, type Explanation } from "./explain/explain.js";
export { formatNumber, formatPercent } from "./explain/format.js";
export { ExpressionError, parseExpression } from "./expression/parse.js";
export { type Language, type Message, message } from "./message.js";
export { formatExact, formatTicks, parseExact } from "./numbers/decimal.js";
export * as exact from "./numbers/rational.js";
export type { Rational } from "./numbers/rational.js";
export { round, type Rounding, type RoundingMode, roundToTicks } from "./numbers/rounding.js";
export { compileSet } from "./plan/compile.js";
export type { CompiledSet, DataCheck, Fact, Node } from "./plan/compiled.js";
export type { GroupStanding } from "./plan/exact.js";
export { levelOf } from "./score/level.js";
export type { TraceStep } from "./score/trace.js";
export {
  type NodeScore,
  nothingSettled,
  scoreUnit,
  type Status,
  type UnitFacts,
  type UnitScore,
} from "./score/unit.js";
export { type LoadedSet, loadSet } from "./set/load.js";
export { type SetSource, setJsonSchema, setSchema } from "./set/schema.js";
export { SourceDocument } from "./source/document.js";
export { explainIssues } from "./source/issues.js";
export type { Loaded, Problem } from "./source/problem.js";
