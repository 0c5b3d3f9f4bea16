/** Results' part of what the server describes; see contract.ts. */
import type { components } from "./schema.gen.js";

type Schemas = components["schemas"];

/** The results of a campaign, ranked in groups. */
export type Ranking = Schemas["Ranking"];
export type ResultItem = Schemas["ResultItem"];
/** The run that results are read from. */
export type ResultRun = Schemas["ResultRun"];
export type RunState = ResultRun["state"];
export type UnitResult = Schemas["UnitResult"];
export type ResultIndicator = Schemas["ResultIndicator"];
export type LossCause = UnitResult["lost"][number]["cause"];
export type Bridge = Schemas["ResultBridge"];
export type SeriesPoint = Schemas["ResultSeriesPoint"];
export type HeatMap = Schemas["HeatMap"];
export type Comparison = Schemas["ResultComparison"];
export type Robustness = Schemas["RankRobustness"];
export type RobustRank = Robustness["items"][number];
export type PublishedCampaign = Schemas["PublicCampaign"];
/** Everyone's totals and ranks as they stand now, before any run. */
export type LiveRanking = Schemas["LiveRanking"];
export type LiveItem = LiveRanking["items"][number];
/** A compilation of a campaign, and what became of it. */
export type Run = Schemas["Run"];
export type RunDetail = Schemas["RunDetail"];
export type RunPreview = Schemas["RunPreview"];
export type RunDifference = Schemas["RunDifference"];
export type RunRepeat = Schemas["RunRepeat"];
