/**
 * What an actor is to the appraising of an assessment, and so what it may judge, ask and see. Everything that is allowed
 * is decided here.
 *
 * Judged is by appraisers within what was assigned to them, and by coordinators; nobody judges a unit that it works in.
 * The unit's own people see what is judged only once appraising has ended, or the question on an indicator is closed.
 */
import type { CompiledSet, LoadedSet } from "@opendti/engine";
import { type Actor, holds } from "../../access/actor.js";
import type { AssessmentState } from "../../database/schema.js";
import type { Call, LongCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { addressOf } from "../assessments/scoring.js";
import { PROFILE, type Standing, shownMoment, standing, worksIn } from "../assessments/standing.js";
import { findStageEnd, listScopesOf, type Scope } from "./scope-repository.js";

/** What an actor may judge in a campaign. */
export interface Reach {
  readonly coordinator: boolean;
  readonly scopes: readonly Scope[];
}

export interface Bench extends Standing {
  readonly loaded: LoadedSet;
  readonly reach: Reach;
  /** Codes of leaves (and of the profile) that the actor may judge and ask about here: null for all. */
  readonly codes: readonly string[] | null;
  /** One of the unit's own people, who is not shown yet what is judged. */
  readonly unitSide: boolean;
  /** Until when may be appraised; null: the campaign sets no deadline. */
  readonly appraiseUntil: Date | null;
}

/** The states in which judgements may be made. */
export const judgeable: readonly AssessmentState[] = ["submitted", "appraising", "explaining"];

/**
 * An assessment, and the actor's part in appraising it.
 * @param lock when something will be changed: changes of one assessment follow one another.
 * @throws {Problem} `not-found` when there is none, or the actor may not know of it.
 */
export async function bench(call: Call, id: string, lock: "lock" | "read" = "read"): Promise<Bench> {
  const here = await standing(call, id, lock);
  const { campaign, unit, set } = here.assessment;
  const loaded = await loadSetOf(call, set);
  const reach = await reachIn(call, campaign.id);
  const within = worksIn(here);
  return {
    ...here,
    loaded,
    reach,
    codes: within ? [] : coveredCodes(loaded.set, reach, unit.id),
    unitSide: within && !holds(call.actor, "coordinator", "approver", "observer"),
    appraiseUntil: await findStageEnd(call.db, campaign.id, unit.id, "appraise"),
  };
}

/** What the actor may judge in a campaign. */
export async function reachIn(
  { db, actor }: Pick<Call | LongCall, "db" | "actor">,
  campaignId: string,
): Promise<Reach> {
  const scopes = holds(actor, "appraiser") ? await listScopesOf(db, campaignId, actor.accountId) : [];
  return reachOf(actor, scopes);
}

/** A role that was taken away takes its scopes along. */
export const reachOf = (actor: Actor, scopes: readonly Scope[]): Reach => ({
  coordinator: holds(actor, "coordinator"),
  scopes: holds(actor, "appraiser") ? scopes : [],
});

/** The codes that may be judged of a unit by whoever has this reach: null for all. */
export function coveredCodes(set: CompiledSet, reach: Reach, unitId: string): readonly string[] | null {
  if (reach.coordinator) return null;
  const scopes = reach.scopes.filter((scope) => scope.unitId === null || scope.unitId === unitId);
  if (scopes.some(({ code }) => code === null)) return null;
  return [...new Set(scopes.flatMap(({ code }) => (code === null ? [] : codesBelow(set, code))))];
}

/** The address of a node and of all below it; of a pillar, all of the pillar. Empty for what the set has not. */
export function codesBelow(set: CompiledSet, code: string): string[] {
  if (code === PROFILE) return [PROFILE];
  const top = set.nodeOf.get(code);
  if (top === undefined) return [];
  const within = (index: number): number[] => [index, ...(set.nodes[index]?.children ?? []).flatMap(within)];
  return within(top).flatMap((index) => {
    const node = set.nodes[index];
    return node === undefined ? [] : [addressOf(set, node)];
  });
}

export const covers = ({ codes }: Pick<Bench, "codes">, code: string): boolean =>
  codes === null || codes.includes(code);

/** @throws {Problem} `forbidden` when this indicator of this unit is not the actor's to judge. */
export function requireCovered(here: Bench, code: string): void {
  if (covers(here, code)) return;
  throw worksIn(here)
    ? new Problem("forbidden", {
        vi: "Không ai thẩm định phiếu của chính đơn vị mình.",
        en: "Nobody appraises the assessment of the own unit.",
      })
    : new Problem("forbidden", {
        vi: `Bạn không được phân công thẩm định chỉ số ${code} của đơn vị này.`,
        en: `Indicator ${code} of this unit is not assigned to you for appraising.`,
      });
}

/** Why nothing may be judged here now; undefined when it may. */
export function whyNotNow(
  {
    assessment,
    appraiseUntil,
  }: Pick<Bench, "appraiseUntil"> & {
    readonly assessment: {
      readonly state: AssessmentState;
      readonly campaign: { readonly status: "preparing" | "open" | "closed" };
    };
  },
  at: Date,
): "state-refused" | "deadline-passed" | undefined {
  if (!judgeable.includes(assessment.state) || assessment.campaign.status !== "open") return "state-refused";
  return appraiseUntil !== null && at > appraiseUntil ? "deadline-passed" : undefined;
}

/** @throws {Problem} `state-refused`, `deadline-passed`: nothing may be judged now. */
export function requireJudgeable(here: Bench, at: Date): void {
  const why = whyNotNow(here, at);
  if (why === "state-refused") throw notNow(here.assessment.state);
  if (why === "deadline-passed" && here.appraiseUntil !== null)
    throw new Problem(
      "deadline-passed",
      {
        vi: `Hạn thẩm định là ${shownMoment(here.appraiseUntil)}. Cơ quan đầu mối có thể gia hạn cho đơn vị này.`,
        en: `Appraising was due ${shownMoment(here.appraiseUntil)}. The coordinating department may extend it for this unit.`,
      },
      { dueAt: here.appraiseUntil.toISOString() },
    );
}

function notNow(state: AssessmentState): Problem {
  const words =
    state === "declaring" || state === "compiled"
      ? { vi: "Phiếu chưa nộp, chưa thẩm định được.", en: "The assessment is not submitted yet." }
      : state === "appraised"
        ? {
            vi: "Phiếu đã thẩm định xong; cơ quan đầu mối mở lại thì mới sửa được.",
            en: "Appraising has ended here; the coordinating department has to reopen it first.",
          }
        : {
            vi: "Kết quả đã phê duyệt; chỉ sửa được khi mở một lần điều chỉnh có ghi lại.",
            en: "The result is approved; only a recorded revision opens it again.",
          };
  return new Problem("state-refused", words, { state });
}

/** Whether the unit's own people are told what was judged: all of it once appraising has ended. */
export const isToldToUnit = (state: AssessmentState): boolean =>
  state === "appraised" || state === "approved" || state === "published";
