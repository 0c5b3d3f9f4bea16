/** Agreeing with many indicators at once: first shown what it would touch, then done in one transaction. */
import type { CompiledSet } from "@opendti/engine";
import { requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { record } from "../audit/record.js";
import { type Campaign, findCampaign } from "../campaigns/repository.js";
import type { Candidate } from "./agreeing-repository.js";
import * as repository from "./agreeing-repository.js";
import type { Named } from "./appraisal.js";
import { coverageIn } from "./coverage.js";
import { writeAppraisals } from "./repository.js";
import { setOf } from "./scopes.js";
import { scoreTheRest } from "./scores.js";
import { whyNotNow } from "./standing.js";
import { followState } from "./states.js";

/** Why an indicator is left out. */
export const agreeingRefusals = [
  /** Not in this campaign, not submitted ever, or no indicator that is judged. */
  "unknown",
  /** Not the asker's to judge. */
  "not-yours",
  /** Not submitted, or appraised to its end. */
  "state",
  "deadline",
  /** Judged by somebody meanwhile. */
  "changed",
  "agreed",
  "adjusted",
  /** A question on it is not closed. */
  "query",
  /** A check that blocks fails. */
  "check",
] as const;
export type AgreeingRefusal = (typeof agreeingRefusals)[number];

export interface Skipped {
  readonly assessmentId: string;
  /** Null: no such assessment in this campaign. */
  readonly unit: Named | null;
  readonly code: string;
  readonly reason: AgreeingRefusal;
}

export interface AgreeingPreview {
  readonly agree: readonly {
    readonly assessmentId: string;
    readonly unit: Named;
    readonly code: string;
    readonly declared: string;
    /** To be sent along, so that what is judged meanwhile is left out. */
    readonly version: number;
  }[];
  readonly skipped: readonly Skipped[];
}

interface Item {
  readonly assessmentId: string;
  readonly code: string;
  readonly version?: number;
}

/**
 * What agreeing with these would touch, and what it would leave out and why.
 * @throws {Problem} `forbidden` to whoever does not appraise; `not-found`.
 */
export async function previewAgreeing(
  call: Call,
  id: string,
  items: readonly Item[],
): Promise<AgreeingPreview> {
  requireRole(call.actor, "appraiser", "coordinator");
  const { agree, skipped } = await weigh(call, id, items);
  return {
    agree: agree.map(({ assessmentId, unit, code, declared, version }) => ({
      assessmentId,
      unit,
      code,
      declared,
      version,
    })),
    skipped,
  };
}

/**
 * Agrees with all of them that may be agreed with, and tells which were left out.
 * @param items with the version of the judgement that was seen of each.
 * @throws {Problem} as {@link previewAgreeing}
 */
export async function agree(
  call: Call,
  id: string,
  items: readonly Item[],
): Promise<{ agreed: number; skipped: readonly Skipped[] }> {
  requireRole(call.actor, "appraiser", "coordinator");
  const assessments = items.map(({ assessmentId }) => assessmentId);
  await repository.lockAssessments(call.db, id, assessments);
  const { agree: agreed, skipped } = await weigh(call, id, items);
  if (agreed.length === 0) return { agreed: 0, skipped };
  const by = call.actor.accountId;
  const written = agreed.map(({ assessmentId, code, version, given }) => ({
    assessmentId,
    code,
    verdict: "agreed" as const,
    inputs: null,
    points: null,
    reason: null,
    version: version + 1,
    at: call.at,
    declared: given,
  }));
  await writeAppraisals(call.db, written, by);
  await repository.noteAgreed(call.db, written, by, call.at);
  const moved = new Map(agreed.map((one) => [one.assessmentId, one]));
  for (const { assessmentId, state, unit } of moved.values())
    if (state === "submitted") await followState(call, { id: assessmentId, state, unit });
  // Beside no unit, as each judgement by itself is.
  for (const { assessmentId, code, version } of written)
    await record(call, {
      action: "appraisal.judge",
      subject: { type: "assessment", id: assessmentId },
      before: { code, version: version - 1 },
      after: { code, verdict: "agreed", version, atOnce: written.length },
    });
  return { agreed: agreed.length, skipped };
}

async function weigh(
  call: Call,
  id: string,
  items: readonly Item[],
): Promise<{ agree: readonly Candidate[]; skipped: readonly Skipped[] }> {
  const campaign = found(await findCampaign(call.db, id));
  const set = await setOf(call, campaign);
  await scoreTheRest(call, campaign, set);
  const chosen = [...new Map(items.map((item) => [keyOf(item), item])).values()];
  const candidates = new Map(
    (await repository.listCandidates(call.db, id, chosen)).map((one) => [keyOf(one), one]),
  );
  const units = await repository.listUnits(
    call.db,
    id,
    chosen.map(({ assessmentId }) => assessmentId),
  );
  const refuses = await refuser(call, campaign, set);
  const agree: Candidate[] = [];
  const skipped: Skipped[] = [];
  for (const item of chosen) {
    const candidate = candidates.get(keyOf(item));
    const reason = candidate === undefined ? "unknown" : refuses(candidate, item.version);
    if (candidate !== undefined && reason === undefined) agree.push(candidate);
    else
      skipped.push({
        assessmentId: item.assessmentId,
        unit: units.get(item.assessmentId) ?? null,
        code: item.code,
        reason: reason ?? "unknown",
      });
  }
  return { agree, skipped };
}

/** Says why an indicator is not agreed with; undefined when it may be. */
async function refuser(
  call: Call,
  campaign: Campaign,
  set: CompiledSet,
): Promise<(one: Candidate, seen: number | undefined) => AgreeingRefusal | undefined> {
  const coveredIn = await coverageIn(call, campaign.id, set);
  return (one, seen) => {
    const codes = coveredIn(one.unit.id);
    if (codes !== null && !codes.has(one.code)) return "not-yours";
    const why = whyNotNow({ assessment: { state: one.state, campaign }, appraiseUntil: one.dueAt }, call.at);
    if (why !== undefined) return why === "deadline-passed" ? "deadline" : "state";
    if (one.verdict === "agreed" && !one.stale) return "agreed";
    if (seen !== undefined && seen !== one.version) return "changed";
    if (one.verdict === "adjusted") return "adjusted";
    if (one.queried) return "query";
    return one.blocking ? "check" : undefined;
  };
}

const keyOf = ({ assessmentId, code }: { readonly assessmentId: string; readonly code: string }): string =>
  `${assessmentId}\n${code}`;
