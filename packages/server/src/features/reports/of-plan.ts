/** Documents of a plan: who leads what, and where each assignment stands. */
import type { PointsByLabel } from "@opendti/documents";
import { type Letterhead, usualLetterhead } from "@opendti/documents/pure";
import { scoreUnit } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { listAnswers } from "../answers/repository.js";
import { loadSetOf } from "../assessments/load-set.js";
import { factsOf } from "../assessments/scoring.js";
import { standing } from "../assessments/standing.js";
import { readPlan } from "../plans/content.js";
import { lookedAtOn } from "../plans/progress.js";
import { reportedProgress } from "../plans/reported.js";
import type { StoredPlan } from "../plans/repository.js";
import { setOf, visiblePlan } from "../plans/service.js";
import { dayOf } from "../units/day.js";
import { type Asked, headFor, type Loaded, pointsByLabel } from "./asked.js";
import { getLetterhead } from "./letterheads.js";

export interface AskedPlan extends Asked {
  /** The unit under whose letterhead it is printed; absent: the usual one of the plan's issuer. */
  readonly issuer?: string | undefined;
  /** An assessment with the plan's set, whose points stand beside the indicators. */
  readonly assessment?: string | undefined;
}

export interface AskedProgress extends AskedPlan {
  readonly quarter?: 1 | 2 | 3 | 4 | undefined;
  readonly year?: number | undefined;
  /** Key of the lead organisation; absent: of all. */
  readonly lead?: string | undefined;
}

/** The plan as it is issued. @throws {Problem} `not-found`; `forbidden` for a letterhead; `content-refused`. */
export async function loadAssignmentPlan(call: Call, id: string, asked: AskedPlan): Promise<Loaded> {
  const plan = await printable(call, id);
  const { data } = readPlan(plan.source);
  const { source, set } = await loadSetOf(call, setOf(plan));
  const letterhead = await letterheadFor(call, plan, asked);
  const scored = await pointsIn(call, plan, asked);
  // Plans of one agency hand indicators to its rooms; those with deadlines, a province's to its agencies.
  const dated = data.assignments.some(({ deadline }) => deadline !== undefined);
  return {
    title: `Kế hoạch phân công - ${data.title}`,
    document: {
      kind: "assignment-plan",
      source,
      report: {
        head: headFor(letterhead, asked, call.at),
        title: data.title,
        form: dated ? "agencies" : "rooms",
        grounds: [],
      },
      part: {
        plan: data,
        ...(scored === undefined || !set.scored ? {} : { last: scored }),
      },
    },
  };
}

/** Where the plan's assignments stand today. @throws {Problem} as above; `content-refused` for a lead that it has not. */
export async function loadProgress(call: Call, id: string, asked: AskedProgress): Promise<Loaded> {
  const plan = await printable(call, id);
  const { data } = readPlan(plan.source);
  const { source } = await loadSetOf(call, setOf(plan));
  if (asked.lead !== undefined && !Object.hasOwn(data.organisations, asked.lead))
    throw new Problem("content-refused", {
      vi: "Kế hoạch không có đơn vị chủ trì này.",
      en: "The plan has no such lead organisation.",
    });
  const letterhead = await letterheadFor(call, plan, asked);
  const scored = await pointsIn(call, plan, asked);
  const today = dayOf(call.at);
  const year = asked.year ?? Number(today.slice(0, 4));
  const period = asked.quarter === undefined ? `năm ${year}` : `quý ${asked.quarter} năm ${year}`;
  const whose = asked.lead === undefined ? "" : ` - ${data.organisations[asked.lead]}`;
  return {
    title: `Báo cáo tiến độ ${period}${whose} - ${data.title}`,
    document: {
      kind: "progress",
      source,
      report: {
        head: headFor(letterhead, asked, call.at),
        to: letterhead.to,
        plan: data,
        year,
        ...(asked.quarter === undefined ? {} : { quarter: asked.quarter }),
        on: lookedAtOn({ year, quarter: asked.quarter ?? 4 }, today),
        ...(asked.lead === undefined ? {} : { lead: asked.lead }),
        ...(scored === undefined ? {} : { now: scored.points }),
        reported: await reportedProgress(call, id, { year, quarter: asked.quarter, lead: asked.lead }),
      },
    },
  };
}

/** What makes a plan name rows that its set has not: there is no place for them on paper. */
const UNPRINTABLE = new Set(["plan-unknown-code", "plan-unknown-input"]);

/** A plan that the actor may see, all of whose lines stand in its set. @throws {Problem} `not-found`, `content-refused`. */
async function printable(call: Call, id: string): Promise<StoredPlan> {
  const plan = await visiblePlan(call, id);
  const strange = plan.findings.filter(({ code }) => UNPRINTABLE.has(code));
  if (strange.length === 0) return plan;
  const said = (language: "vi" | "en"): string => strange.map(({ message }) => message[language]).join(" ");
  throw new Problem("content-refused", { vi: said("vi"), en: said("en") }, { findings: strange });
}

async function letterheadFor(call: Call, { issuer }: StoredPlan, asked: AskedPlan): Promise<Letterhead> {
  if (asked.issuer !== undefined) return (await getLetterhead(call, asked.issuer)).letterhead;
  return usualLetterhead({ name: issuer });
}

/** The self-scores of an assessment that the actor sees. @throws {Problem} `content-refused` for one of another set. */
async function pointsIn(
  call: Call,
  { set: { id } }: StoredPlan,
  { assessment: asked }: AskedPlan,
): Promise<{ readonly year: number; readonly points: PointsByLabel } | undefined> {
  if (asked === undefined) return undefined;
  const { assessment } = await standing(call, asked);
  if (assessment.set.id !== id)
    throw new Problem("content-refused", {
      vi: "Phiếu đánh giá này dùng bộ chỉ số khác với kế hoạch.",
      en: "This assessment is made on another set than the plan.",
    });
  const { set } = await loadSetOf(call, assessment.set);
  const group = assessment.group?.code ?? null;
  const answers = await listAnswers(call.db, asked);
  const score = scoreUnit(set, factsOf(set, { ...assessment.unit, group }, answers));
  return { year: assessment.campaign.year, points: pointsByLabel(set, score) };
}
