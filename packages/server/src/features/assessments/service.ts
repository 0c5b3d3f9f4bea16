/** An assessment as its people see it, and its way from declaring to submitted. */
import { holds, ownUnits, seeingAll } from "../../access/actor.js";
import type { Call, LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { listAnswers } from "../answers/repository.js";
import { rescoreAssessment, scorable } from "../appraisals/scores.js";
import { judgeable } from "../appraisals/standing.js";
import { record } from "../audit/record.js";
import { insertExtension } from "../campaigns/repository.js";
import { listEvidence } from "../evidence/repository.js";
import { notify } from "../notices/notify.js";
import { type CheckList, checkList } from "./check-list.js";
import { loadSetOf } from "./load-set.js";
import { type Medians, type Previous, pastOf } from "./past.js";
import type { StoredSeal } from "./repository.js";
import * as repository from "./repository.js";
import { factsOf, summarise } from "./scoring.js";
import { sealOf } from "./seal.js";
import {
  type Declaring,
  declarable,
  type Openable,
  type Place,
  placeOf,
  requireInTime,
  type Standing,
  shownMoment,
  standing,
  worksIn,
} from "./standing.js";
import { findWhole, type WholeRow } from "./whole-repository.js";

export interface AssessmentView extends Place {
  readonly row: WholeRow;
  readonly previous: Previous | null;
  readonly medians: Medians | null;
  readonly may: May;
}

/** What the actor may do now. */
export interface May {
  readonly declare: boolean;
  /** Null: all of them. */
  readonly codes: readonly string[] | null;
  readonly assign: boolean;
  readonly compile: boolean;
  readonly submit: boolean;
  readonly return: boolean;
  /** Rooms whose part the actor may hand over. */
  readonly handOver: readonly string[];
  /** Reads and writes the unit's own comments. */
  readonly comment: boolean;
}

/** Everything the declaring screen shows, in one answer. */
export async function getAssessment(call: LongCall, id: string): Promise<AssessmentView> {
  const { actor } = call;
  const row = found(await findWhole(call.platform.pool, id, actor.accountId));
  const place = placeOf(actor, row.unit_id, row.own_rooms);
  const past =
    row.past === null
      ? { previous: null, medians: null }
      : await pastOf(call, row.past, (await loadSetOf(call, setOf(row))).set);
  const assessment = {
    state: row.state,
    campaign: { status: row.status },
    opensAt: row.opens_at,
    dueAt: row.extended_to ?? row.due_at,
  };
  const { assignments, parts } = row;
  const coordinator = holds(actor, "coordinator");
  return {
    row,
    ...place,
    ...past,
    may: mayDo(call, { ...place, assessment, assignments, parts, coordinator }),
  };
}

const setOf = ({ set_id: id, set_version: version, hash }: WholeRow) => ({ id, version, hash });

function mayDo(
  call: LongCall,
  here: Declaring & { readonly assessment: Openable; readonly coordinator: boolean },
): May {
  const { state, dueAt, opensAt, campaign } = here.assessment;
  const open =
    state === "declaring" &&
    campaign.status === "open" &&
    call.at <= dueAt &&
    (opensAt === null || call.at >= opensAt);
  const codes = declarable(here, call.actor);
  const leads = here.office || here.head;
  return {
    declare: open && (codes === null || codes.length > 0),
    codes,
    assign: open && leads,
    compile: open && leads,
    submit: here.head && (state === "compiled" || state === "declaring") && call.at <= dueAt,
    return: (here.head && state === "compiled") || (here.coordinator && judgeable.includes(state)),
    handOver: open
      ? here.parts
          .filter(
            ({ unit, state: part }) => part === "declaring" && (here.office || here.rooms.includes(unit.id)),
          )
          .map(({ unit }) => unit.id)
      : [],
    comment: worksIn(here),
  };
}

/** What a person looked at when deciding about the whole: its state by the version, its contents by the revision. */
export interface Seen {
  readonly version: number;
  readonly revision: string;
}

/** What stands between the assessment and its submission. */
export async function checkAssessment(call: Call, id: string): Promise<CheckList> {
  return (await weigh(call, await standing(call, id))).list;
}

/**
 * The Office puts the parts together and passes the assessment to the head.
 * @throws {Problem} `parts-open` naming the rooms that have not handed over; `checks-block`; `changed-meanwhile`.
 */
export async function compile(call: Call, id: string, seen: Seen): Promise<void> {
  const here = await standing(call, id, "lock");
  if (!here.office && !here.head) throw new Problem("forbidden");
  requireSeen(seen, here);
  requireState(here, "declaring");
  requireInTime(here, call.at);
  requireReady((await weigh(call, here)).list);
  await step(call, here, "compiled", null);
}

/**
 * The head submits: the score of record is made, and everything is sealed, as the head has seen it.
 * @throws {Problem} `parts-open`; `checks-block`; `deadline-passed`; `changed-meanwhile`.
 */
export async function submit(call: Call, id: string, seen: Seen): Promise<StoredSeal> {
  const here = await standing(call, id, "lock");
  if (!here.head) throw new Problem("forbidden");
  requireSeen(seen, here);
  requireState(here, "compiled", "declaring");
  requireInTime(here, call.at);
  const { list, set, answers, evidence, summary } = await weigh(call, here);
  requireReady(list);
  const seal = sealOf(here.assessment, set, answers, evidence, summary);
  await repository.insertSeal(call.db, id, seal, call.actor.accountId, call.at);
  await repository.noteScore(call.db, id, summary, call.at);
  await step(call, here, "submitted", null, { seal: seal.hash, total: seal.total });
  await rescoreAssessment(call, here.assessment.campaign, set, scorable(here.assessment));
  const { accountId, displayName } = call.actor;
  return { ...seal, by: { id: accountId, displayName }, at: call.at };
}

/**
 * Back to declaring, with a reason: the head before submission, the coordinator after it, while it is appraised too (then
 * with time to correct). What was judged is kept; what is declared otherwise afterwards is to be judged again.
 * @throws {Problem} `state-refused`; `changed-meanwhile`; `content-refused` for a deadline that is over.
 */
export async function sendBack(
  call: Call,
  id: string,
  sent: number,
  { reason, dueAt }: { readonly reason: string; readonly dueAt: Date | null },
): Promise<void> {
  const here = await standing(call, id, "lock");
  const byHead = here.head && here.assessment.state === "compiled";
  const byCoordinator = here.coordinator && judgeable.includes(here.assessment.state);
  if (!here.head && !here.coordinator) throw new Problem("forbidden");
  requireVersion(sent, here.assessment);
  if (!byHead && !byCoordinator) throw new Problem("state-refused");
  if (dueAt !== null && dueAt <= call.at)
    throw new Problem("content-refused", {
      vi: `Hạn sửa ${shownMoment(dueAt)} đã qua; hãy chọn một thời điểm sắp tới, hoặc bỏ trống để giữ hạn đang có.`,
      en: `The deadline ${shownMoment(dueAt)} is over; choose a time to come, or none to keep the present one.`,
    });
  if (byCoordinator && dueAt !== null)
    await insertExtension(call.db, {
      campaignId: here.assessment.campaign.id,
      unitId: here.assessment.unit.id,
      stage: "declare",
      dueAt,
      reason,
      by: call.actor.accountId,
      at: call.at,
    });
  await step(call, here, "declaring", reason, dueAt === null ? {} : { dueAt });
  const { campaign, unit, dueAt: due } = here.assessment;
  await notify(call, {
    kind: "returned",
    to: { unit: unit.id },
    data: { campaign: campaign.name, unit: unit.name, reason, dueAt: (dueAt ?? due).toISOString() },
    link: `/assessments/${id}`,
  });
}

/** The assessments that the actor works on or sees, by campaign. */
export async function listAssessments(
  call: Call,
  filter: { readonly campaign?: string | undefined },
): Promise<repository.AssessmentHead[]> {
  const units = holds(call.actor, ...seeingAll) ? null : ownUnits(call.actor);
  return repository.listAssessments(call.db, { units, campaign: filter.campaign });
}

async function weigh(call: Call, { assessment, parts }: Standing) {
  const { set } = await loadSetOf(call, assessment.set);
  const answers = await listAnswers(call.db, assessment.id);
  const evidence = await listEvidence(call.db, assessment.id);
  const unit = { ...assessment.unit, group: assessment.group?.code ?? null };
  const summary = summarise(set, factsOf(set, unit, answers));
  const list = checkList(set, summary, evidence, parts, assessment.campaign.year);
  return { list, set, answers, evidence, summary };
}

/**
 * Nobody passes on or seals what they have not seen.
 * @throws {Problem} `changed-meanwhile` when the state, an answer or an evidence has changed since.
 */
function requireSeen(seen: Seen, { assessment }: Standing): void {
  requireVersion(seen.version, assessment);
  const { id, version, revision } = assessment;
  if (seen.revision !== revision)
    throw new Problem(
      "changed-meanwhile",
      {
        vi: "Số liệu hoặc minh chứng vừa thay đổi sau lần bạn xem. Xem lại phần thay đổi và tổng điểm mới rồi xác nhận.",
        en: "Data or evidence has changed since you looked. Look at what changed and at the new total, then confirm.",
      },
      { current: { id, version, revision } },
    );
}

function requireState({ assessment }: Standing, ...states: readonly string[]): void {
  if (!states.includes(assessment.state))
    throw new Problem("state-refused", undefined, { state: assessment.state });
}

function requireReady({ openParts, findings }: CheckList): void {
  if (openParts.length > 0)
    throw new Problem(
      "parts-open",
      {
        vi: `Chưa hoàn thành: ${openParts.map(({ name }) => name).join(", ")}.`,
        en: `Not handed over: ${openParts.map(({ name }) => name).join(", ")}.`,
      },
      { openParts },
    );
  const blocking = findings.filter(({ blocks }) => blocks);
  if (blocking.length > 0) throw new Problem("checks-block", undefined, { findings: blocking });
}

async function step(
  call: Call,
  { assessment }: Standing,
  to: "compiled" | "submitted" | "declaring",
  reason: string | null,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { id, state: from, unit } = assessment;
  await repository.takeStep(call.db, id, { from, to, reason, by: call.actor.accountId, at: call.at });
  const action =
    to === "compiled" ? "assessment.compile" : to === "submitted" ? "assessment.submit" : "assessment.return";
  await record(call, {
    action,
    subject: { type: "assessment", id },
    unitId: unit.id,
    before: { state: from },
    after: { state: to, ...(reason === null ? {} : { reason }), ...more },
  });
}
