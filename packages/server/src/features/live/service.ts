/** Everyone's points as they stand now, and what a change would do to them. Nothing is stored. */
import { formatExact } from "@opendti/engine";
import { requireRole, seeingAll } from "../../access/actor.js";
import type { Work } from "../../database/connection.js";
import type { AssessmentState } from "../../database/schema.js";
import type { LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { listDeclared, listJudgements } from "../appraisals/fact-repository.js";
import { appraisedFacts } from "../appraisals/facts.js";
import { untoldUnits } from "../appraisals/sight.js";
import { type Bench, bench, covers } from "../appraisals/standing.js";
import { declarable, worksIn } from "../assessments/standing.js";
import { findGround, isSubmitted } from "../runs/ground-repository.js";
import { findRevision, listRuns } from "../runs/repository.js";
import type { CampaignNow, Place, TrialOutcome } from "./campaign-now.js";
import { atCampaign, type Basis } from "./keeping.js";
import { readTrial, type Trial } from "./trial.js";
import type { UnitVersion } from "./versions-repository.js";

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Extreme {
  readonly unit: Named;
  readonly value: string;
}

export interface LiveRanking {
  readonly basis: Basis;
  readonly provisional: boolean;
  /** Own units of whoever asks that are not told yet what was judged of them: ranks are among the others. */
  readonly leftOut: readonly Named[];
  readonly items: readonly (Place & {
    readonly assessmentId: string;
    readonly unit: Named;
    readonly group: string | null;
    readonly max: string;
    readonly state: AssessmentState;
  })[];
  readonly relatives: readonly {
    readonly code: string;
    readonly title: string;
    readonly group: string | null;
    readonly best: Extreme | null;
    readonly worst: Extreme | null;
    readonly pending: number;
  }[];
}

interface Move {
  readonly totalBefore: string;
  readonly totalAfter: string;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
}

export interface WhatIf {
  readonly basis: Basis;
  readonly own: Move & { readonly code: string; readonly before: string; readonly after: string };
  readonly group: readonly {
    readonly code: string;
    readonly title: string;
    readonly bestBefore: string | null;
    readonly bestAfter: string | null;
  }[];
  readonly movers: readonly (Move & { readonly unit: Named })[];
  readonly moversCount: number;
}

const MOVERS_TOLD = 200;

/**
 * Everyone's total and rank as they stand now, and each relative indicator's best and worst. Who appraises and works in an
 * assessed unit sees the others alone as appraised, until that unit is told.
 */
export async function getLive(call: LongCall, campaignId: string, basis: Basis): Promise<LiveRanking> {
  requireRole(call.actor, ...seeingAll);
  // Nothing is held in memory for an id that is no campaign's.
  found(await findGround(call.db, campaignId));
  const hidden = await hiddenFrom(call, campaignId, basis);
  return atCampaign(
    call,
    campaignId,
    basis,
    (db) => isFrozen(db, campaignId),
    (now, frozen) => ({ basis, provisional: !frozen, ...rankingOf(now, hidden) }),
  );
}

/** Units whose appraised figures the actor is not told. What is declared they know: it is their own. */
const hiddenFrom = async (call: LongCall, campaignId: string, basis: Basis): Promise<ReadonlySet<string>> =>
  basis === "declared" ? new Set() : untoldUnits(call, campaignId);

/** Whether a run is approved or published, and nobody has opened a revision of it. */
async function isFrozen(db: Work, campaignId: string): Promise<boolean> {
  const inForce = (await listRuns(db, campaignId)).find(
    ({ state }) => state === "approved" || state === "published",
  );
  return inForce !== undefined && (await findRevision(db, inForce.id)) === undefined;
}

function rankingOf(
  now: CampaignNow,
  hidden: ReadonlySet<string>,
): Pick<LiveRanking, "items" | "relatives" | "leftOut"> {
  const max = formatExact(now.set.max);
  const rows = Array.from({ length: now.length }, (_, row) => row);
  const unitOf = (row: number): Named => (now.version(row) as UnitVersion).unit;
  const isHidden = (row: number): boolean => hidden.has(unitOf(row).id);
  const extreme = (one: { row: number; value: string } | null) =>
    one && !isHidden(one.row) ? { unit: unitOf(one.row), value: one.value } : null;
  const left = rows.filter(isHidden);
  return {
    leftOut: left.map(unitOf),
    items: rows
      .filter((row) => !isHidden(row))
      .map((row) => {
        const { assessmentId, unit, group, state } = now.version(row) as UnitVersion;
        return { assessmentId, unit, group, max, state, ...among(now, row, left) };
      })
      .sort(byPlace),
    relatives: now.relatives().map((one) => ({ ...one, best: extreme(one.best), worst: extreme(one.worst) })),
  };
}

/** A unit's place among those who are shown: a gap in the ranks would tell where the others stand. */
function among(now: CampaignNow, row: number, left: readonly number[]): Place {
  const place = now.place(row);
  const { rank } = place;
  if (rank === null) return place;
  const group = now.version(row)?.group;
  const before = left.filter(
    (other) => now.version(other)?.group === group && (now.place(other).rank ?? last) < rank,
  );
  return { ...place, rank: rank - before.length };
}

const last = Number.POSITIVE_INFINITY;
const byPlace = (a: LiveRanking["items"][number], b: LiveRanking["items"][number]): number =>
  (a.group ?? "").localeCompare(b.group ?? "") ||
  ((a.rank ?? last) === (b.rank ?? last) ? 0 : (a.rank ?? last) - (b.rank ?? last)) ||
  a.unit.name.localeCompare(b.unit.name, "vi");

/**
 * What other values of one indicator would do. Whoever works in the unit is told of itself alone, and whether the best
 * of its group would be another one; whoever appraises it, of everybody who would move.
 * @throws {Problem} `forbidden` when it is neither the actor's to declare nor to appraise; `value-unreadable` naming the input.
 */
export async function tryOut(call: LongCall, assessmentId: string, trial: Trial): Promise<WhatIf> {
  // Whose it is to try is asked first, and before any turn is waited for.
  const { assessment, loaded, ...asked } = await call.db.transaction().execute(async (db) => {
    const here = await bench({ ...call, db }, assessmentId);
    return { ...here, ...asker(here, call, trial) };
  });
  const { set } = loaded;
  const judgement = readTrial(set, trial);
  const hidden = await hiddenFrom(call, assessment.campaign.id, asked.basis);
  const unit = { ...assessment.unit, group: assessment.group?.code ?? null };
  return atCampaign(
    call,
    assessment.campaign.id,
    asked.basis,
    async (db) => {
      const answers = (await listDeclared(db, [assessmentId])).get(assessmentId) ?? [];
      if (asked.basis === "declared") return appraisedFacts(set, unit, answers, [judgement]);
      const judged = (await listJudgements(db, [assessmentId])).get(assessmentId) ?? [];
      return appraisedFacts(set, unit, answers, [
        ...judged.filter(({ code }) => code !== judgement.code),
        judgement,
      ]);
    },
    (now, facts) => {
      const row = found(now.rowOf(assessmentId));
      return told(now, row, trial, { ...asked, hidden }, now.tryOut(row, set.nodeOf.get(trial.code), facts));
    },
  );
}

/** What the actor may try here, on which basis, and whether it is told of everybody. */
function asker(here: Bench, call: LongCall, trial: Trial): { basis: Basis; tellsAll: boolean } {
  const declares = worksIn(here) ? declarable(here, call.actor) : [];
  const appraises = covers(here, trial.code);
  if (!appraises && declares !== null && !declares.includes(trial.code)) throw new Problem("forbidden");
  if (trial.points !== null && !appraises) throw new Problem("forbidden");
  // What appraisers think of a unit is not told to its own people by the back door.
  if (here.unitSide) return { basis: "declared", tellsAll: false };
  const submitted = isSubmitted(here.assessment.state);
  return { basis: trial.basis ?? (submitted ? "appraised" : "declared"), tellsAll: true };
}

function told(
  now: CampaignNow,
  row: number,
  { code }: Trial,
  {
    basis,
    tellsAll,
    hidden,
  }: { readonly basis: Basis; readonly tellsAll: boolean; readonly hidden: ReadonlySet<string> },
  outcome: TrialOutcome,
): WhatIf {
  const moved = moversOf(now, row, outcome).filter(({ unit }) => !hidden.has(unit.id));
  const own = moveOf(outcome, row);
  const unranked = { rankBefore: null, rankAfter: null };
  return {
    basis,
    own: { code, ...outcome.points, ...own, ...(tellsAll ? {} : unranked) },
    group: outcome.bests.map(({ before, after, ...named }) => ({
      ...named,
      bestBefore: tellsAll ? before : null,
      bestAfter: tellsAll ? after : null,
    })),
    movers: tellsAll ? moved.slice(0, MOVERS_TOLD) : [],
    moversCount: tellsAll ? moved.length : 0,
  };
}

function moveOf({ before, after }: TrialOutcome, row: number): Move {
  const [then, now] = [before.get(row), after.get(row)];
  return {
    totalBefore: then?.total ?? "0",
    totalAfter: now?.total ?? "0",
    rankBefore: then?.rank ?? null,
    rankAfter: now?.rank ?? null,
  };
}

/** The other units of the group whose total or rank moves: the largest change of a total first. */
function moversOf(now: CampaignNow, own: number, outcome: TrialOutcome): WhatIf["movers"] {
  return [...outcome.before.keys()]
    .filter((row) => row !== own)
    .map((row) => ({ unit: (now.version(row) as UnitVersion).unit, ...moveOf(outcome, row) }))
    .filter((one) => one.totalBefore !== one.totalAfter || one.rankBefore !== one.rankAfter)
    .map((one) => ({ one, size: Math.abs(Number(one.totalAfter) - Number(one.totalBefore)) }))
    .sort((a, b) => b.size - a.size)
    .map(({ one }) => one);
}
