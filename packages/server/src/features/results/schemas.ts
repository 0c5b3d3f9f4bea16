/** What results look like on the wire. */
import { z } from "zod";
import { runStates } from "../../database/schema.js";

const moment = z.iso.datetime({ offset: true });

/** Points as decimal text. */
const points = z.string();
/** Points by code of the indicator. */
const byCode = z.record(z.string(), points);
const shares = z.number().min(0).max(1).nullable();

const unitRef = z.object({ id: z.uuid(), name: z.string() });
const signed = z.object({ as: z.string().nullable(), at: moment }).nullable();

/** The run that results are read from; null: none, or results of years before OpenDTI. */
const runHead = z
  .object({
    id: z.uuid(),
    number: z.int(),
    state: z.enum(runStates),
    setHash: z.string(),
    resultHash: z.string(),
    reason: z.string().nullable(),
    compiledAt: moment,
    approved: signed,
    published: signed,
    withdrawn: z.object({ at: moment, reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: "ResultRun" });

const campaignHead = z
  .object({
    id: z.uuid(),
    name: z.string(),
    year: z.int(),
    setId: z.string(),
    setVersion: z.int(),
    setTitle: z.string(),
    status: z.enum(["preparing", "open", "closed"]),
  })
  .meta({ id: "ResultCampaign" });

/** Code null: the units that stand in no group; they are ranked together. */
const resultGroup = z
  .object({
    code: z.string().nullable(),
    name: z.string(),
    units: z.int(),
    best: points.nullable(),
    median: points.nullable(),
  })
  .meta({ id: "ResultGroup" });

const indicatorHead = z.object({ code: z.string(), title: z.string(), max: points });

/** The newest published result of an earlier year: the unit's own, or that of the one unit that it continues. */
const before = z
  .object({
    campaignId: z.uuid(),
    year: z.int(),
    total: points,
    max: points,
    rank: z.int().nullable(),
    /** Units in its ranking group then. */
    of: z.int(),
    unitName: z.string(),
  })
  .nullable();

export const publicItem = z
  .object({
    unit: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
    group: z.string().nullable(),
    /** Null: not ranked, because a condition of the set is not met. */
    rank: z.int().nullable(),
    /** Units in its ranking group. */
    of: z.int(),
    total: points,
    max: points,
    level: z.string().nullable(),
    /** False: it never submitted, so nothing of it counts. */
    submitted: z.boolean(),
    /** Points of the pillars, by code. */
    pillars: byCode,
    before,
  })
  .meta({ id: "PublicResultItem" });

export const resultItem = publicItem
  .extend({ declaredTotal: points.nullable(), declaredRank: z.int().nullable() })
  .meta({ id: "ResultItem" });

export const ranking = z
  .object({
    run: runHead.nullable(),
    /** Results entered from years before OpenDTI: no run made them. */
    imported: z.boolean(),
    campaign: campaignHead,
    groups: z.array(resultGroup),
    pillars: z.array(indicatorHead),
    items: z.array(resultItem),
  })
  .meta({ id: "Ranking" });

const statuses = ["scored", "missing", "undefined", "not_applicable", "pending"] as const;

export const lossCauses = [
  "missing",
  "undefined",
  "not-applicable",
  "relative",
  "adjusted",
  "no-evidence",
  "value",
] as const;

const publicIndicator = z
  .object({
    code: z.string(),
    /** As the document prints it. */
    printed: z.string(),
    title: z.string(),
    parent: z.string().nullable(),
    depth: z.int(),
    leaf: z.boolean(),
    bonus: z.boolean(),
    max: points,
    score: points,
    status: z.enum(statuses).nullable(),
    groupBest: points.nullable(),
    groupMedian: points.nullable(),
  })
  .meta({ id: "PublicResultIndicator" });

const indicator = publicIndicator
  .extend({
    declared: points.nullable(),
    /** Points short of the maximum; "0" for parents and bonuses. */
    lost: points,
    lostBecause: z.enum(lossCauses).nullable(),
    /** How the points came about, in one line; null where what was declared is not stored. */
    why: z.string().nullable(),
  })
  .meta({ id: "ResultIndicator" });

/** Shares of the maximum, 0 to 1; null where the maximum is 0. */
const radar = z.array(
  z.object({ code: z.string(), title: z.string(), own: shares, best: shares, median: shares }),
);

/** One published result of the unit's line: its own, or of a unit that went into it. */
const seriesPoint = z
  .object({
    campaignId: z.uuid(),
    campaignName: z.string(),
    year: z.int(),
    setId: z.string(),
    total: points,
    max: points,
    rank: z.int().nullable(),
    of: z.int(),
    unitId: z.uuid(),
    /** As the unit was called then. */
    unitName: z.string(),
    /** How this unit became the one that is looked at. */
    relation: z.enum(["same", "merged", "split", "replaced"]),
  })
  .meta({ id: "ResultSeriesPoint" });

const parts = { own: points, rules: points, others: points };

export const bridgeGaps = [
  "several-predecessors",
  "inputs-not-stored",
  "not-submitted",
  "stored-otherwise",
] as const;

/** Why the total changed: own + rules + others = to - from, exactly. */
const bridge = z
  .object({
    from: z.object({ campaignId: z.uuid(), year: z.int(), total: points, max: points }),
    to: z.object({ campaignId: z.uuid(), year: z.int(), total: points, max: points }),
    change: points,
    own: points.nullable(),
    rules: points.nullable(),
    others: points.nullable(),
    /** Indicator by indicator; with rest, they add up to the three parts. */
    rows: z.array(z.object({ code: z.string(), title: z.string(), ...parts })),
    /** What rounding and rescaling of sums add to the rows. */
    rest: z.object(parts).nullable(),
    /** Whether the parts are known; then they add up exactly. */
    exact: z.boolean(),
    gap: z.enum(bridgeGaps).nullable(),
    /** The gap in a sentence. */
    why: z.string().nullable(),
  })
  .meta({ id: "ResultBridge" });

export const publicUnitResult = publicItem
  .extend({
    campaign: z.object({ id: z.uuid(), name: z.string(), year: z.int(), setTitle: z.string() }),
    publishedAt: moment.nullable(),
    groupName: z.string(),
    pillarHeads: z.array(indicatorHead),
    indicators: z.array(publicIndicator),
    radar,
    series: z.array(seriesPoint),
  })
  .meta({ id: "PublicUnitResult" });

export const unitResult = resultItem
  .extend({
    run: runHead.nullable(),
    imported: z.boolean(),
    campaign: campaignHead,
    groupName: z.string(),
    pillarHeads: z.array(indicatorHead),
    indicators: z.array(indicator),
    radar,
    /** Codes where the unit is at its group's best and above the middle, most points above first. */
    strengths: z.array(z.string()),
    /** Points short of the maximum by cause, most first. */
    lost: z.array(z.object({ cause: z.enum(lossCauses), points, codes: z.array(z.string()) })),
    series: z.array(seriesPoint),
    /** Null: there is no earlier result to compare with. */
    bridge: bridge.nullable(),
  })
  .meta({ id: "UnitResult" });

export const heatMap = z
  .object({
    run: runHead.nullable(),
    indicators: z.array(indicatorHead.extend({ pillar: z.string() })),
    units: z.array(
      unitRef.extend({
        group: z.string().nullable(),
        rank: z.int().nullable(),
        total: points,
        /** In the order of indicators: shares of the maximum; null: not applicable, or nothing to gain. */
        shares: z.array(shares),
      }),
    ),
  })
  .meta({ id: "HeatMap" });

export const comparison = z
  .object({
    run: runHead.nullable(),
    units: z.array(
      unitRef.extend({
        group: z.string().nullable(),
        rank: z.int().nullable(),
        of: z.int(),
        total: points,
        max: points,
      }),
    ),
    indicators: z.array(
      indicatorHead.extend({
        parent: z.string().nullable(),
        depth: z.int(),
        leaf: z.boolean(),
        /** By unit id. */
        scores: z.record(z.string(), points),
      }),
    ),
  })
  .meta({ id: "ResultComparison" });

export const variedBy = ["indicators", "pillars"] as const;

export const robustness = z
  .object({
    run: runHead.nullable(),
    seed: z.int(),
    draws: z.int(),
    /** How far each weight was varied, as a share of itself. */
    weights: z.number(),
    vary: z.enum(variedBy),
    items: z.array(
      z.object({
        unit: unitRef,
        group: z.string().nullable(),
        rank: z.int(),
        of: z.int(),
        /** Best and worst rank over all draws, and those that 5 and 95 of 100 draws do not exceed. */
        low: z.int(),
        high: z.int(),
        p05: z.int(),
        p95: z.int(),
        /** Indicators not judged yet, and the best and worst rank that their judgements can still bring. */
        pending: z.int(),
        pendingLow: z.int(),
        pendingHigh: z.int(),
      }),
    ),
  })
  .meta({ id: "RankRobustness" });

export const publicCampaign = z
  .object({
    id: z.uuid(),
    name: z.string(),
    year: z.int(),
    setTitle: z.string(),
    /** Null: results of years before OpenDTI. */
    publishedAt: moment.nullable(),
    units: z.int(),
  })
  .meta({ id: "PublicCampaign" });

export const publicRanking = z
  .object({
    campaign: publicCampaign,
    groups: z.array(resultGroup),
    pillars: z.array(indicatorHead),
    items: z.array(publicItem),
  })
  .meta({ id: "PublicRanking" });
