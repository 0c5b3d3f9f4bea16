/** The way of an assessment through appraising: it follows what is judged and asked. */
import type { AssessmentState } from "../../database/schema.js";
import type { Call } from "../../http/call.js";
import { takeStep } from "../assessments/repository.js";
import { record } from "../audit/record.js";
import { listExplanations } from "../queries/repository.js";

/** An assessment that is locked. */
interface Moving {
  readonly id: string;
  readonly state: AssessmentState;
  readonly unit: { readonly id: string };
}

/**
 * After a judgement or a question: from submitted to appraising, and between appraising and explaining as questions are
 * open or not. Whatever else an assessment is, it stays.
 */
export async function followState(call: Call, assessment: Moving): Promise<void> {
  const moving = ["submitted", "appraising", "explaining"].includes(assessment.state);
  if (!moving) return;
  let now = assessment;
  if (now.state === "submitted") now = await move(call, now, "appraising", null);
  const queries = await listExplanations(call.db, now.id);
  const wanted = queries.some(({ state }) => state === "open") ? "explaining" : "appraising";
  if (now.state !== wanted) await move(call, now, wanted, null);
}

/** Takes a step and writes it down. */
export async function move(
  call: Call,
  assessment: Moving,
  to: AssessmentState,
  reason: string | null,
): Promise<Moving> {
  const { id, state: from, unit } = assessment;
  await takeStep(call.db, id, { from, to, reason, by: call.actor.accountId, at: call.at });
  await record(call, {
    action: from === "appraised" ? "assessment.reopen" : (actions[to] ?? "assessment.appraise"),
    subject: { type: "assessment", id },
    unitId: unit.id,
    before: { state: from },
    after: { state: to, ...(reason === null ? {} : { reason }) },
  });
  return { ...assessment, state: to };
}

const actions: Readonly<Partial<Record<AssessmentState, string>>> = {
  appraising: "assessment.appraise",
  explaining: "assessment.explain",
};
