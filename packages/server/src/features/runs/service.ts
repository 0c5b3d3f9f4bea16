/** Runs: everyone's final scores previewed, compiled, compared and repeated. */
import { leavesFirst } from "@opendti/engine";
import { requireRole, seeingAll } from "../../access/actor.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { listConsistency } from "../appraisals/consistency.js";
import { requireUnpublishedSight } from "../appraisals/sight.js";
import { loadSetOf } from "../assessments/load-set.js";
import { record } from "../audit/record.js";
import { findSet } from "../sets/repository.js";
import { setHash } from "../sets/shelf.js";
import { scoreCampaign, scoreForRecord, scoreInput } from "./compiling.js";
import { type Difference, declaredStanding, differencesOf } from "./differences.js";
import {
  type CampaignGround,
  findGround,
  listReadiness,
  lockAssessments,
  standsOn,
} from "./ground-repository.js";
import { readInput } from "./input.js";
import { type HeldBack, heldBackBy } from "./readiness.js";
import { firstDifference, type Repeated } from "./repeating.js";
import { findInput, findRun, insertRun, type Run, type RunView } from "./repository.js";
import {
  insertResults,
  listReasons,
  listResultHeads,
  listResults,
  type ResultHead,
} from "./results-repository.js";
import { resultHash, type UnitResult } from "./scoring.js";
import { type RunsStanding, runsStanding, viewOf } from "./standing.js";
import { inTurn } from "./turns.js";

export interface Preview {
  readonly ready: boolean;
  readonly settled: boolean;
  readonly blockers: readonly HeldBack[];
  readonly warnings: readonly HeldBack[];
  readonly inconsistent: number;
  readonly units: number;
  readonly against: { readonly id: string; readonly number: number } | null;
  readonly differences: readonly Difference[];
}

/** The campaign's runs, newest first. */
export async function listRuns(call: Call, campaignId: string): Promise<RunView[]> {
  requireRole(call.actor, ...seeingAll);
  found(await findGround(call.db, campaignId));
  const here = await runsStanding(call, campaignId);
  return here.runs.map((run) => viewOf(call, here, run));
}

/** A run with everyone's total and rank. */
export async function getRun(
  call: Call,
  id: string,
): Promise<{ readonly run: RunView; readonly results: readonly ResultHead[] }> {
  requireRole(call.actor, ...seeingAll);
  const run = await view(call, id);
  if (run.state !== "published") await requireUnpublishedSight(call, run.campaignId);
  return { run, results: await listResultHeads(call.db, id) };
}

/**
 * What a run compiled now would change: against the run in force, else the newest one, else what was declared.
 * @param isGone whether whoever asked has left: then it is not made at all.
 * @throws {Problem} `forbidden`; `not-found`; `not-ready` while too many wait for the same.
 */
export async function previewRun(
  call: LongCall,
  campaignId: string,
  isGone: () => boolean,
): Promise<Preview> {
  await requireUnpublishedSight(call, campaignId);
  const make = () => inTransaction(call, (within) => previewOf(within, campaignId));
  return inTurn(call.platform, campaignId, isGone, make);
}

async function previewOf(call: Call, campaignId: string): Promise<Preview> {
  const ground = found(await findGround(call.db, campaignId));
  const here = await runsStanding(call, campaignId);
  const held = heldBackBy(await listReadiness(call.db, campaignId), call.at);
  const { set, results } = await scoreCampaign(call, ground);
  const against = here.inForce ?? here.runs.find(({ state }) => state === "compiled") ?? null;
  const before = against === null ? declaredStanding : await standingIn(call, against);
  return {
    ready: isOpen(ground, here) && held.blockers.length === 0,
    settled: here.settled,
    ...held,
    inconsistent: (await listConsistency(call, campaignId)).length,
    units: results.length,
    against: against && { id: against.id, number: against.number },
    differences: differencesOf(set, before, results, await listReasons(call.db, campaignId, call.at)),
  };
}

/**
 * Compiles a run: everyone's scores of appraised facts, ranked in their groups, frozen with the document they follow from.
 * @throws {Problem} `state-refused` while something stands before it, naming it, or when a run stands approved.
 */
export async function compileRun(call: Call, campaignId: string, reason: string | null): Promise<RunView> {
  requireRole(call.actor, "coordinator");
  const ground = found(await findGround(call.db, campaignId, true));
  await lockAssessments(call.db, campaignId);
  const here = await runsStanding(call, campaignId);
  requireOpenToCompiling(ground, here);
  const { blockers } = heldBackBy(await listReadiness(call.db, campaignId), call.at);
  if (blockers.length > 0) throw notReady(blockers);
  const { results, input, inputHash } = await scoreForRecord(call, ground);
  const id = await insertRun(call.db, {
    campaignId,
    setHash: ground.set.hash,
    input,
    inputHash,
    resultHash: resultHash(results),
    standsOn: await standsOn(call.db, campaignId),
    units: results.length,
    revises: here.inForce?.id ?? null,
    reason: reason ?? here.revision?.reason ?? null,
    by: call.actor.accountId,
    at: call.at,
  });
  await insertResults(call.db, id, results);
  const run = await view(call, id);
  await record(call, {
    action: "run.compile",
    subject: { type: "run", id },
    after: {
      campaign: campaignId,
      number: run.number,
      inputHash,
      resultHash: run.resultHash,
      ...(run.reason === null ? {} : { reason: run.reason }),
    },
  });
  return run;
}

/** @param against another run of the campaign, or what was declared. */
export async function listDifferences(call: Call, id: string, against: string): Promise<Difference[]> {
  requireRole(call.actor, ...seeingAll);
  const run = found(await findRun(call.db, id));
  await requireUnpublishedSight(call, run.campaignId);
  const other = against === "declared" ? undefined : found(await findRun(call.db, against));
  if (other !== undefined && other.campaignId !== run.campaignId) throw new Problem("not-found");
  const { set } = await loadSetOf(call, found(await findGround(call.db, run.campaignId)).set);
  const before = other === undefined ? declaredStanding : await standingIn(call, other);
  const reasons = await listReasons(call.db, run.campaignId, run.compiled.at);
  return differencesOf(set, before, await listResults(call.db, id), reasons);
}

/**
 * Scores a run's stored input once more. Same input, same set, same results: else the first thing that differs is named,
 * whoever changed it and wherever.
 * @param isGone whether whoever asked has left: then it is not done at all.
 * @throws {Problem} `forbidden`; `not-found`; `not-ready` while too many wait for the same.
 */
export async function repeatRun(call: LongCall, id: string, isGone: () => boolean): Promise<Repeated> {
  requireRole(call.actor, ...seeingAll);
  const { campaignId, state } = found(await findRun(call.db, id));
  if (state !== "published") await requireUnpublishedSight(call, campaignId);
  const again = async (within: Call): Promise<Repeated> => {
    const repeated = await repeat(within, found(await findRun(within.db, id)));
    await record(within, {
      action: "run.repeat",
      subject: { type: "run", id },
      after: { same: repeated.same, resultHash: repeated.resultHash },
    });
    return repeated;
  };
  return inTurn(call.platform, campaignId, isGone, () => inTransaction(call, again));
}

async function repeat(call: Call, run: Run): Promise<Repeated> {
  const differs = (first: Repeated["first"], hash = ""): Repeated => ({
    same: false,
    resultHash: hash,
    first,
  });
  const nothing = { unit: null, code: null, stored: null, found: null };
  const read = await readInput(found(await findInput(call.db, run.id)));
  if (read === undefined) return differs({ ...nothing, what: "input", stored: run.inputHash });
  const { input } = read;
  const stored = await findSet(call.db, input.set.id, input.set.version);
  const textHash = stored && setHash(stored.source);
  if (stored === undefined || textHash !== run.setHash)
    return differs({ ...nothing, what: "set", stored: run.setHash, found: textHash ?? null });
  const { set } = call.platform.sets.load(stored.source, textHash);
  const results = await scoreInput(set, input);
  const hash = resultHash(results);
  const first = firstDifference(leavesFirst(set), await listResults(call.db, run.id), results);
  if (read.hash !== run.inputHash)
    return differs(
      first === undefined
        ? { ...nothing, what: "input", stored: run.inputHash, found: read.hash }
        : { ...first, what: "input" },
      hash,
    );
  if (first !== undefined) return differs(first, hash);
  if (hash !== run.resultHash)
    return differs({ ...nothing, what: "result-hash", stored: run.resultHash, found: hash }, hash);
  return { same: true, resultHash: hash, first: null };
}

/** A run with what the actor may do with it. @throws {Problem} `not-found` */
export async function view(call: Call, id: string): Promise<RunView> {
  const run = found(await findRun(call.db, id));
  return viewOf(call, await runsStanding(call, run.campaignId), run);
}

async function standingIn(call: Call, run: Run): Promise<(of: UnitResult) => UnitResult | undefined> {
  const stood = new Map((await listResults(call.db, run.id)).map((result) => [result.unit.id, result]));
  return ({ unit }) => stood.get(unit.id);
}

const isOpen = (ground: CampaignGround, here: RunsStanding): boolean =>
  ground.status === "open" && !here.settled;

function requireOpenToCompiling(ground: CampaignGround, here: RunsStanding): void {
  if (here.settled)
    throw new Problem(
      "state-refused",
      {
        vi: "Kết quả đã được phê duyệt. Muốn sửa, hãy mở đợt điều chỉnh và ghi lý do.",
        en: "The results are approved. To correct them, open a revision with its reason.",
      },
      { run: here.inForce?.id },
    );
  if (ground.status !== "open")
    throw new Problem(
      "state-refused",
      { vi: "Đợt đánh giá không mở.", en: "The campaign is not open." },
      { status: ground.status },
    );
}

export function notReady(blockers: readonly HeldBack[]): Problem {
  const units = new Set(blockers.map(({ unit }) => unit.id)).size;
  return new Problem(
    "state-refused",
    {
      vi: `Còn ${units} đơn vị chưa thẩm định xong hoặc còn thời gian nộp.`,
      en: `${units} units are not appraised yet, or may still submit.`,
    },
    { blockers: blockers.slice(0, 200) },
  );
}
