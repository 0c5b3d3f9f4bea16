/** What becomes of a run: approved, published, withdrawn; and what was approved opened to correction. */
import { holds, requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { notify } from "../notices/notify.js";
import { findGround, listReadiness, lockAssessments, standsOn } from "./ground-repository.js";
import { heldBackBy } from "./readiness.js";
import type { Revision, Run, RunView } from "./repository.js";
import * as repository from "./repository.js";
import { notReady, view } from "./service.js";
import { type RunsStanding, runsStanding } from "./standing.js";
import {
  extendAppraising,
  type Move,
  moveAssessments,
  setCampaignStatus,
  tellRevised,
  tellUnits,
} from "./states-repository.js";

/** The role that signs, as published results name it. */
export const SIGNED_AS = "Lãnh đạo phê duyệt";

/** Who hears of every publication and withdrawal, besides the units. */
const TOLD = ["coordinator", "appraiser", "approver", "observer"] as const;

/**
 * Approves the newest run: its assessments are approved, and nothing of them may be changed without a revision.
 * @throws {Problem} `state-refused` when anything that it was made of has changed since: then it is compiled again.
 */
export async function approveRun(call: Call, id: string, sent: number): Promise<RunView> {
  const { run, here } = await decidable(call, id, sent);
  if (run.state !== "compiled" || here.runs[0]?.id !== run.id)
    throw refused("Chỉ duyệt được bản tổng hợp mới nhất.", "Only the newest compilation can be approved.");
  await lockAssessments(call.db, run.campaignId);
  const { blockers } = heldBackBy(await listReadiness(call.db, run.campaignId), call.at);
  if (blockers.length > 0) throw notReady(blockers);
  if ((await standsOn(call.db, run.campaignId)) !== run.standsOn)
    throw refused(
      "Số liệu hoặc kết quả thẩm định đã thay đổi sau khi tổng hợp. Hãy tổng hợp lại.",
      "Data or appraisals have changed since the compilation. Compile again.",
    );
  await repository.signApproval(call.db, run, { by: call.actor.accountId, as: SIGNED_AS, at: call.at });
  const assessments = await move(call, run, {
    from: ["declaring", "compiled", "submitted", "appraising", "explaining", "appraised"],
    to: "approved",
    unsubmittedTo: "approved",
    action: "assessment.approve",
  });
  return decided(call, run, "run.approve", { as: SIGNED_AS, assessments });
}

/** Publishes an approved run: its results are public, the one before it is superseded, the campaign is closed. */
export async function publishRun(call: Call, id: string, sent: number): Promise<RunView> {
  const { run, here, campaign } = await decidable(call, id, sent);
  if (run.state !== "approved")
    throw refused("Chỉ công bố được kết quả đã phê duyệt.", "Only an approved run can be published.");
  if (here.inForce?.id === run.id && here.revision !== null)
    throw refused(
      "Kết quả này đang được điều chỉnh; hãy tổng hợp và duyệt bản mới.",
      "This run is being revised; compile and approve a new one.",
    );
  await repository.signPublication(call.db, run, { by: call.actor.accountId, as: SIGNED_AS, at: call.at });
  const assessments = await move(call, run, {
    from: ["approved"],
    to: "published",
    unsubmittedTo: "published",
    action: "assessment.publish",
  });
  await setCampaignStatus(call.db, run.campaignId, "closed");
  await tellUnits(call.db, run, { kind: "published" }, { by: call.actor.accountId, at: call.at });
  await notify(call, {
    kind: "published",
    to: { roles: TOLD },
    data: { campaign },
    link: `/campaigns/${run.campaignId}/results`,
  });
  return decided(call, run, "run.publish", { as: SIGNED_AS, assessments });
}

/** Withdraws a run, with a reason. What it approved is appraised again, and may be reopened and compiled anew. */
export async function withdrawRun(call: Call, id: string, sent: number, reason: string): Promise<RunView> {
  const { run, here, campaign } = await decidable(call, id, sent);
  if (run.state !== "compiled" && run.state !== "approved" && run.state !== "published")
    throw refused("Bản này không còn hiệu lực.", "This run is not in force any more.");
  await repository.withdraw(call.db, id, { by: call.actor.accountId, at: call.at, reason });
  const assessments =
    run.state === "compiled" ? 0 : await move(call, run, { ...unsettling(run, here), reason });
  if (run.state !== "compiled") await setCampaignStatus(call.db, run.campaignId, "open");
  if (run.state === "published") {
    await tellUnits(call.db, run, { kind: "withdrawn", reason }, { by: call.actor.accountId, at: call.at });
    await notify(call, {
      kind: "withdrawn",
      to: { roles: TOLD },
      data: { campaign, reason },
      link: `/campaigns/${run.campaignId}/runs`,
    });
  }
  return decided(call, run, "run.withdraw", { reason, assessments });
}

/** What becomes of the assessments when a run that was approved is withdrawn. */
function unsettling(
  run: Run,
  { inForce }: RunsStanding,
): Pick<Move, "from" | "to" | "unsubmittedTo" | "action"> {
  const action = "assessment.withdraw";
  // Another run corrects it and is approved: everything stands as approved there, and is only public no more.
  if (inForce !== null && inForce.id !== run.id)
    return { from: ["published"], to: "approved", unsubmittedTo: "approved", action };
  return {
    // A published run that an approved one was to correct stays public, and its assessments with it.
    from: run.state === "approved" ? ["approved"] : ["approved", "published"],
    to: "appraised",
    unsubmittedTo: "declaring",
    action,
  };
}

export interface RevisionPlan {
  readonly reason: string;
  /** Whose assessments are opened; null: everyone's. */
  readonly unitIds: readonly string[] | null;
  /** Until when they may be appraised; null: as the stage's deadline says. */
  readonly dueAt: Date | null;
}

/** Opens what was approved to correction: its assessments are appraised again. What is public stays so until the next run is. */
export async function openRevision(call: Call, campaignId: string, plan: RevisionPlan): Promise<Revision> {
  requireRole(call.actor, "coordinator");
  found(await findGround(call.db, campaignId, true));
  const { inForce } = await runsStanding(call, campaignId);
  if (inForce === null)
    throw refused("Chưa có kết quả nào được phê duyệt.", "No run of this campaign is approved.");
  const id = await repository.insertRevision(call.db, {
    campaignId,
    runId: inForce.id,
    reason: plan.reason,
    by: call.actor.accountId,
    at: call.at,
  });
  const reopened = await move(call, inForce, {
    unitIds: plan.unitIds,
    from: ["approved", "published"],
    to: "appraising",
    unsubmittedTo: "declaring",
    action: "assessment.revise",
    reason: plan.reason,
  });
  if (reopened === 0)
    throw refused("Không còn phiếu nào để mở lại.", "There is no assessment left to be opened.");
  if (plan.dueAt !== null)
    await extendAppraising(call.db, {
      campaignId,
      unitIds: plan.unitIds,
      dueAt: plan.dueAt,
      reason: plan.reason,
      by: call.actor.accountId,
      at: call.at,
    });
  await setCampaignStatus(call.db, campaignId, "open");
  await tellRevised(call.db, {
    campaignId,
    unitIds: plan.unitIds,
    reason: plan.reason,
    by: call.actor.accountId,
    at: call.at,
  });
  await record(call, {
    action: "run.revise",
    subject: { type: "run", id: inForce.id },
    after: {
      reason: plan.reason,
      reopened,
      ...(plan.unitIds === null ? {} : { units: plan.unitIds }),
      ...(plan.dueAt === null ? {} : { dueAt: plan.dueAt }),
    },
  });
  const { accountId, displayName } = call.actor;
  return {
    id,
    run: { id: inForce.id, number: inForce.number },
    reason: plan.reason,
    by: { id: accountId, displayName },
    at: call.at,
    reopened,
  };
}

/** The run, with its campaign held. @throws {Problem} `forbidden`; `not-found`; `changed-meanwhile`. */
async function decidable(
  call: Call,
  id: string,
  sent: number,
): Promise<{ run: Run; here: RunsStanding; campaign: string }> {
  if (!holds(call.actor, "approver")) throw new Problem("forbidden");
  const { campaignId } = found(await repository.findRun(call.db, id));
  const { name } = found(await findGround(call.db, campaignId, true));
  const here = await runsStanding(call, campaignId);
  const run = found(here.runs.find((one) => one.id === id));
  requireVersion(sent, run);
  return { run, here, campaign: name };
}

function move(
  call: Call,
  run: Run,
  plan: Pick<Move, "from" | "to" | "unsubmittedTo" | "action"> & Partial<Pick<Move, "unitIds" | "reason">>,
): Promise<number> {
  return moveAssessments(call.db, {
    campaignId: run.campaignId,
    unitIds: null,
    reason: null,
    by: call.actor.accountId,
    at: call.at,
    address: call.address,
    ...plan,
  });
}

async function decided(
  call: Call,
  run: Run,
  action: string,
  after: Readonly<Record<string, unknown>>,
): Promise<RunView> {
  const now = await view(call, run.id);
  await record(call, {
    action,
    subject: { type: "run", id: run.id },
    before: { state: run.state },
    after: { state: now.state, campaign: run.campaignId, number: run.number, ...after },
  });
  return now;
}

const refused = (vi: string, en: string) => new Problem("state-refused", { vi, en });
