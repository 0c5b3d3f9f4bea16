/** One assessment as its appraisers see it, and as much of it as its own people are shown. */
import { exact, formatExact } from "@opendti/engine";
import { holds, seeingAll } from "../../access/actor.js";
import type { AssessmentState } from "../../database/schema.js";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { addressOf } from "../assessments/scoring.js";
import { worksIn } from "../assessments/standing.js";
import { listExplanations } from "../queries/repository.js";
import type { AppraisalItem, Named } from "./appraisal.js";
import { listDeclared } from "./fact-repository.js";
import { type Final, findFinal } from "./final-repository.js";
import { itemsOf } from "./items.js";
import { noteLook } from "./repository.js";
import { scoredLeaves } from "./scores.js";
import { type Bench, bench, isToldToUnit, judgeable, whyNotNow } from "./standing.js";

export interface AppraisalView {
  readonly assessmentId: string;
  readonly state: AssessmentState;
  /** Of the assessment. */
  readonly version: number;
  readonly unit: Named;
  readonly campaign: { readonly id: string; readonly name: string; readonly year: number };
  readonly dueAt: Date | null;
  readonly items: readonly AppraisalItem[];
  readonly progress: { readonly judged: number; readonly total: number; readonly unclosedQueries: number };
  readonly totals: {
    readonly declared: string;
    readonly appraised: string | null;
    readonly final: string | null;
    readonly max: string;
  };
  readonly pillars: readonly {
    readonly code: string;
    readonly title: string;
    readonly declared: string;
    readonly appraised: string | null;
    readonly final: string | null;
    readonly max: string;
  }[];
  readonly may: {
    readonly codes: readonly string[] | null;
    readonly finish: boolean;
    readonly reopen: boolean;
    readonly ask: boolean;
    readonly return: boolean;
  };
}

/** @throws {Problem} `not-found` when there is none, or the actor may not know of it. */
export async function getAppraisal(call: Call, id: string): Promise<AppraisalView> {
  const here = await bench(call, id);
  const { assessment, loaded } = here;
  const { set } = loaded;
  const answers = (await listDeclared(call.db, [id])).get(id) ?? [];
  const items = await itemsOf(call, here, answers);
  const shown = await shownCodes(call, here);
  const leaves = scoredLeaves(set).map((node) => addressOf(set, node));
  // What else was judged (the profile, a sum marked as not applicable) stands after the indicators.
  const others = [...items.stored.keys()].filter((code) => !leaves.includes(code));
  const all = [...leaves, ...others].map((code) => items.item(code));
  const told = shown === null;
  const final = await finalOf(call, here);
  const { declared, appraised } = items;
  return {
    assessmentId: id,
    state: assessment.state,
    version: assessment.version,
    unit: { id: assessment.unit.id, name: assessment.unit.name },
    campaign: { id: assessment.campaign.id, name: assessment.campaign.name, year: assessment.campaign.year },
    dueAt: here.appraiseUntil,
    items: all
      .filter(({ code }) => told || leaves.includes(code))
      .map((item) => (shown === null || shown.has(item.code) ? item : items.untold(item.code))),
    progress: await progressOf(call, here, all.slice(0, leaves.length)),
    totals: {
      declared: formatExact(declared.score.total),
      appraised: told ? formatExact(appraised.score.total) : null,
      final: final?.total ?? null,
      max: formatExact(set.max),
    },
    pillars: set.pillars.flatMap((pillar) => {
      const node = set.nodes[pillar];
      if (node === undefined || !node.scored) return [];
      return [
        {
          code: addressOf(set, node),
          title: node.title,
          declared: formatExact(declared.score.nodes[pillar]?.score ?? exact.ZERO),
          appraised: told ? formatExact(appraised.score.nodes[pillar]?.score ?? exact.ZERO) : null,
          final: final?.scores[addressOf(set, node)] ?? null,
          max: formatExact(node.max),
        },
      ];
    }),
    may: mayDo(call, here),
  };
}

/**
 * The final points: those of the run that is approved, and they stay so while a revision is worked on. The unit's own
 * people are told them when they are published.
 */
export function finalOf({ db }: Call, { assessment, unitSide }: Bench): Promise<Final | undefined> {
  return findFinal(db, assessment, unitSide ? ["published"] : ["approved", "published"]);
}

/** Notes that the actor has seen the assessment as it is now. */
export async function look(call: Call, id: string): Promise<void> {
  await bench(call, id);
  if (!holds(call.actor, ...seeingAll)) throw new Problem("forbidden");
  await noteLook(call.db, call.actor.accountId, id, call.at);
}

/**
 * The codes whose judgement the actor is shown: null for all. The unit's own people are shown those whose questions are
 * closed, and all of them once appraising has ended.
 */
export async function shownCodes(call: Call, here: Bench): Promise<ReadonlySet<string> | null> {
  if (!here.unitSide || isToldToUnit(here.assessment.state)) return null;
  const queries = await listExplanations(call.db, here.assessment.id);
  const unclosed = new Set(queries.filter(({ state }) => state !== "closed").map(({ code }) => code));
  return new Set(queries.map(({ code }) => code).filter((code) => !unclosed.has(code)));
}

async function progressOf(call: Call, { assessment }: Bench, leaves: readonly AppraisalItem[]) {
  const queries = await listExplanations(call.db, assessment.id);
  return {
    judged: leaves.filter(({ verdict, stale }) => verdict !== null && !stale).length,
    total: leaves.length,
    unclosedQueries: queries.filter(({ state }) => state !== "closed").length,
  };
}

function mayDo(call: Call, here: Bench): AppraisalView["may"] {
  const { state, campaign } = here.assessment;
  const codes = whyNotNow(here, call.at) === undefined ? here.codes : [];
  const judges = codes === null || codes.length > 0;
  const open = campaign.status === "open";
  return {
    codes,
    finish: here.coordinator && open && judgeable.includes(state),
    reopen: here.coordinator && open && state === "appraised",
    ask: judges && !worksIn(here),
    return: here.coordinator && open && judgeable.includes(state),
  };
}
