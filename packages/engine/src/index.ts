/** The engine's public face. The contract, types only, is contract.ts; what is not exported here is not to be used. */
export type { Severity } from "./checks/catalogue/entry.js";
export {
  type CatalogueEntry,
  type FindingCode,
  type FindingTopic,
  findingCatalogue,
} from "./checks/catalogue.js";
export { checkSet } from "./checks/check-set.js";
export type { CaseFile, Finding, PlanFile } from "./checks/finding.js";
export { CampaignRun } from "./columnar/campaign.js";
export { CHUNK_ROWS, FactChunk } from "./columnar/chunk.js";
export { type Change, LiveCampaign } from "./columnar/live.js";
export type { Affected } from "./columnar/live-affected.js";
export { CampaignScores } from "./columnar/scores.js";
export type { CampaignOptions } from "./columnar/state.js";
export {
  type Bridge,
  type BridgeParts,
  type BridgeRow,
  bridgeBetween,
  carriedNodes,
  carryFacts,
  type ScoredUnder,
} from "./compare/bridge.js";
export {
  pendingRanks,
  type RankRange,
  type Standings,
  WeightDraws,
  type WeightOptions,
  type WeightRange,
} from "./compare/robustness.js";
export type { Campaign, Engine } from "./contract.js";
export {
  checkEvidence,
  checkUnit,
  type DataFinding,
  type DatedEvidence,
  type EvidenceFinding,
  eachFaultOnce,
} from "./data/checks.js";
export { plainFact } from "./data/plain-fact.js";
export {
  type Answer,
  broken,
  type DataProblem,
  notApplicableReason,
  readUnit,
  type UnitData,
  UnitReader,
} from "./data/read.js";
export {
  type DataSource,
  dataSchema,
  type EvidenceSource,
  type PlanSource,
  planSchema,
  type UnitSource,
} from "./data/schema.js";
export { readValue, type Writing } from "./data/value.js";
export { type Explanation, explainNode } from "./explain/explain.js";
export { formatNumber, formatPercent } from "./explain/format.js";
export { indicatorSource } from "./explain/indicator-source.js";
export { ExpressionError, parseExpression } from "./expression/parse.js";
export { type Language, type Message, message } from "./message.js";
export { formatExact, formatTicks, parseExact } from "./numbers/decimal.js";
export type { Rational } from "./numbers/rational.js";
export * as exact from "./numbers/rational.js";
export { type Rounding, type RoundingMode, round, roundToTicks } from "./numbers/rounding.js";
export { compileSet } from "./plan/compile.js";
export type { CompiledSet, DataCheck, Fact, Node } from "./plan/compiled.js";
export type { GroupStanding } from "./plan/exact.js";
export { type AdjustedInputs, type Adjustment, adjustedFacts } from "./run/adjusted.js";
export {
  type AnswerValue,
  addressOf,
  factsOf,
  NOT_APPLICABLE,
  PROFILE,
  type StoredValue,
} from "./run/answers.js";
export { canonicalJson, order } from "./run/canonical.js";
export {
  type RunHead,
  type RunInput,
  type RunUnit,
  readRunInput,
  runInputLine,
  runInputText,
} from "./run/input.js";
export {
  leavesFirst,
  type ResultDifference,
  ResultText,
  resultDifference,
  resultLine,
  type UnitResult,
} from "./run/result.js";
export { CampaignScorer } from "./run/scorer.js";
export { levelOf } from "./score/level.js";
export type { TraceStep } from "./score/trace.js";
export {
  type NodeScore,
  nothingSettled,
  type Status,
  scoreUnit,
  type UnitFacts,
  type UnitScore,
} from "./score/unit.js";
export { kindWords } from "./set/kind-words.js";
export { type LoadedSet, loadSet } from "./set/load.js";
export { type OutlineInput, type OutlineRow, outlineOf } from "./set/outline.js";
export {
  type ExceptionSource,
  type InputSource,
  type RuleSource,
  type SetSource,
  setJsonSchema,
  setSchema,
} from "./set/schema.js";
export { SourceDocument } from "./source/document.js";
export { explainIssues } from "./source/issues.js";
export type { Loaded, Problem } from "./source/problem.js";
export { shown } from "./source/shown.js";
