/** Asking, answering, closing. Nothing is deleted: messages stay, and evidence that is taken back keeps its history. */
import { isDeepStrictEqual } from "node:util";
import type { QueryKind, QueryOutcome, QueryState } from "../../database/appraisal-tables.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem, type Words } from "../../http/problem.js";
import { noteChanged } from "../appraisals/score-repository.js";
import { rescoreAssessment, scorable } from "../appraisals/scores.js";
import { type Bench, bench, requireCovered, requireJudgeable } from "../appraisals/standing.js";
import { followState } from "../appraisals/states.js";
import { addressOf } from "../assessments/scoring.js";
import { PROFILE } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import { removeEvidence as hideEvidence, insertEvidence } from "../evidence/repository.js";
import type { GivenItem } from "../evidence/schemas.js";
import { MOST_PIECES, storedItem, tooMany } from "../evidence/service.js";
import { everyFollower, followersOf } from "./following.js";
import type { Person, Query, QueryHead, QueryView } from "./query.js";
import { getQuery } from "./reading.js";
import * as repository from "./repository.js";
import { queryOf } from "./shapes.js";
import { type Talk, talk, viewOf } from "./standing.js";
import { type News, tell } from "./telling.js";

/** Within how many days a complaint is to be decided, unless the coordinator says otherwise. */
const COMPLAINT_DAYS = 15;
const DAY = 86_400_000;

/**
 * Asks the unit about an indicator. The assessment is then being explained.
 * @throws {Problem} `forbidden`; `state-refused`, `deadline-passed`; `already-exists` while a question on it is unclosed.
 */
export async function ask(
  call: Call,
  assessmentId: string,
  given: { readonly code: string; readonly body: string; readonly dueAt: Date },
): Promise<QueryView> {
  const here = await bench(call, assessmentId, "lock");
  const code = addressIn(here, given.code);
  requireCovered(here, code);
  requireJudgeable(here, call.at);
  requireFuture(call, given.dueAt);
  await requireNone(call, assessmentId, code, "explanation");
  const by = call.actor.accountId;
  const id = await repository.insertQuery(call.db, {
    assessmentId,
    code,
    kind: "explanation",
    ownerId: by,
    dueAt: given.dueAt,
    by,
    at: call.at,
  });
  await repository.insertMessage(call.db, {
    queryId: id,
    side: "appraiser",
    body: given.body,
    by,
    at: call.at,
  });
  await followState(call, here.assessment);
  await noteChanged(call.db, assessmentId, code, { by, at: call.at });
  await note(call, here, "query.open", id, undefined, { code, body: given.body, dueAt: given.dueAt });
  return told(call, id, "asked", given.body);
}

/**
 * The unit's head complains about its published result.
 * @throws {Problem} `forbidden`; `state-refused` unless the result is public now; `already-exists`.
 */
export async function complain(
  call: Call,
  assessmentId: string,
  given: { readonly code: string; readonly body: string },
): Promise<QueryView> {
  const here = await bench(call, assessmentId, "lock");
  if (!here.head) throw new Problem("forbidden");
  const { campaign, unit } = here.assessment;
  if (!(await repository.isPublished(call.db, campaign.id, unit.id)))
    throw new Problem("state-refused", {
      vi: "Kết quả chưa công bố, chưa kiến nghị được.",
      en: "The result is not published; there is nothing to complain about yet.",
    });
  const code = addressIn(here, given.code, "any");
  await requireNone(call, assessmentId, code, "complaint");
  const by = call.actor.accountId;
  const dueAt = new Date(call.at.getTime() + COMPLAINT_DAYS * DAY);
  const id = await repository.insertQuery(call.db, {
    assessmentId,
    code,
    kind: "complaint",
    ownerId: null,
    dueAt,
    by,
    at: call.at,
  });
  await repository.insertMessage(call.db, { queryId: id, side: "unit", body: given.body, by, at: call.at });
  await note(call, here, "query.complain", id, undefined, { code, body: given.body, dueAt });
  return told(call, id, "asked", given.body);
}

/**
 * Writes in a query. With `done` it is the answer; a message of whoever asked, on what is answered, opens it again.
 * @throws {Problem} `forbidden`; `state-refused`; `changed-meanwhile` with the query as it now is.
 */
export async function write(
  call: Call,
  id: string,
  sent: number,
  { body, done }: { readonly body: string; readonly done: boolean },
): Promise<QueryView> {
  const here = await talk(call, id);
  const { query, may, side } = here;
  if (side === undefined) throw new Problem("forbidden");
  await requireSeen(call, here, sent);
  if (!may.write) throw stateRefused(query);
  if (done && !may.answer) throw new Problem("forbidden", onlyLeaders);
  const by = call.actor.accountId;
  await repository.insertMessage(call.db, { queryId: id, side, body, by, at: call.at });
  const reopens = may.reopen;
  const state: QueryState = done ? "answered" : reopens ? "open" : query.state;
  await repository.updateQuery(call.db, id, {
    state,
    ...(done ? { answeredAt: call.at } : reopens ? { answeredAt: null } : {}),
  });
  await settle(call, here);
  const action = done ? "query.answer" : reopens ? "query.reopen" : "query.write";
  await note(call, here.here, action, id, { state: query.state }, { state, body });
  if (!done && !reopens) return getQuery(call, id);
  return told(call, id, done ? "answered" : "asked", body);
}

/**
 * The unit adds evidence to its answer. The same piece again is already done.
 * @throws {Problem} `forbidden`; `state-refused` unless the query is open; as features/evidence for what is given.
 */
export async function addEvidence(call: Call, id: string, given: GivenItem): Promise<QueryView> {
  const here = await talk(call, id);
  const query = requireUnitsTurn(here);
  const item = await storedItem(call, here.here, given);
  if (query.evidence.some((one) => isDeepStrictEqual(one.item, item))) return getQuery(call, id);
  if (query.evidence.length >= MOST_PIECES) throw tooMany();
  const { assessmentId, code } = query;
  const by = call.actor.accountId;
  const evidenceId = await insertEvidence(
    call.db,
    { assessmentId, code, item, queryId: id },
    { by, at: call.at },
  );
  await evidenceChanged(call, here);
  await note(call, here.here, "query.evidence", id, undefined, { code, evidenceId, item });
  return getQuery(call, id);
}

/**
 * The unit takes back what it added. What is taken back already stays so.
 * @throws {Problem} as {@link addEvidence}; `not-found` for what never was part of this answer.
 */
export async function removeEvidence(call: Call, id: string, evidenceId: string): Promise<QueryView> {
  const here = await talk(call, id);
  const query = requireUnitsTurn(here);
  const piece = query.evidence.find((one) => one.id === evidenceId);
  if (piece === undefined) {
    if (await repository.wasBrought(call.db, id, evidenceId)) return getQuery(call, id);
    throw new Problem("not-found");
  }
  await hideEvidence(call.db, evidenceId, piece.version + 1, { by: call.actor.accountId, at: call.at });
  await evidenceChanged(call, here);
  const { code, item } = piece;
  await note(call, here.here, "query.evidence", id, { code, evidenceId, item }, undefined);
  return getQuery(call, id);
}

/**
 * Gives a query another deadline, or hands it to another owner, who is told.
 * @param given an owner of null: whoever coordinates.
 * @throws {Problem} `forbidden`; `state-refused`; `changed-meanwhile`; `content-refused` for an owner who may not judge it.
 */
export async function change(
  call: Call,
  id: string,
  sent: number,
  given: { readonly dueAt?: Date; readonly ownerId?: string | null },
): Promise<QueryView> {
  const here = await talk(call, id);
  const { query, may, side } = here;
  if (side !== "appraiser") throw new Problem("forbidden");
  await requireSeen(call, here, sent);
  if (!may.extend) throw stateRefused(query);
  if (given.dueAt !== undefined) requireFuture(call, given.dueAt);
  const { ownerId } = given;
  if (ownerId !== undefined && ownerId !== null) await requireOwner(call, query, ownerId);
  await repository.updateQuery(call.db, id, given);
  await settle(call, here);
  const before = { dueAt: query.dueAt, ownerId: query.owner?.id ?? null };
  await note(call, here.here, "query.change", id, before, { ...before, ...given });
  if (ownerId !== undefined && ownerId !== before.ownerId) await told(call, id, "handed");
  return given.dueAt === undefined ? getQuery(call, id) : told(call, id, "extended");
}

/**
 * To whom a query may be handed, by name.
 * @throws {Problem} `not-found`; `forbidden` to whoever may not hand it over.
 */
export async function listOwners(call: Call, id: string): Promise<Person[]> {
  const { query, may } = await getQuery(call, id);
  if (!may.extend) throw new Problem("forbidden");
  return everyFollower(await followersOf(call, query));
}

/**
 * Closes a query with its outcome.
 * @throws {Problem} `forbidden`; `state-refused` when it is closed; `changed-meanwhile`.
 */
export async function close(
  call: Call,
  id: string,
  sent: number,
  { outcome, note: said }: { readonly outcome: QueryOutcome; readonly note: string | null },
): Promise<QueryView> {
  const here = await talk(call, id);
  const { query, may, side } = here;
  if (side !== "appraiser") throw new Problem("forbidden");
  await requireSeen(call, here, sent);
  if (!may.close) throw stateRefused(query);
  await repository.updateQuery(call.db, id, {
    state: "closed",
    outcome,
    outcomeNote: said,
    closedBy: call.actor.accountId,
    closedAt: call.at,
  });
  await settle(call, here);
  await note(
    call,
    here.here,
    "query.close",
    id,
    { state: query.state },
    { state: "closed", outcome, note: said },
  );
  return told(call, id, "closed", said ?? undefined);
}

/** The query as it now is, after those whom it concerns are told of it. */
async function told(call: Call, id: string, news: News, words?: string): Promise<QueryView> {
  const view = await getQuery(call, id);
  await tell(call, view, news, words);
  return view;
}

/** After any change: the assessment is being explained or not, and the appraiser is told that something moved. */
async function settle(call: Call, { here, query }: Talk): Promise<void> {
  const { assessment } = here;
  // What is submitted waits for its first judgement, whatever becomes of the questions of before.
  if (query.kind === "explanation" && assessment.state !== "submitted") await followState(call, assessment);
  await noteChanged(call.db, assessment.id, query.code, { by: call.actor.accountId, at: call.at });
}

async function evidenceChanged(call: Call, here: Talk): Promise<void> {
  const { assessment, loaded } = here.here;
  await repository.updateQuery(call.db, here.query.id, {});
  if (assessment.state !== "declaring" && assessment.state !== "compiled")
    await rescoreAssessment(call, assessment.campaign, loaded.set, scorable(assessment));
  await noteChanged(call.db, assessment.id, here.query.code, { by: call.actor.accountId, at: call.at });
}

function requireUnitsTurn({ query, side, may }: Talk): Query {
  if (side !== "unit") throw new Problem("forbidden");
  if (query.state !== "open" || !may.write) throw stateRefused(query);
  return query;
}

async function requireSeen(call: Call, { query, asker }: Talk, sent: number): Promise<void> {
  if (sent === query.version) return;
  const current = queryOf(await viewOf(call, asker, query));
  throw new Problem("changed-meanwhile", undefined, { current });
}

function requireFuture(call: Call, dueAt: Date): void {
  if (dueAt <= call.at)
    throw new Problem("content-refused", {
      vi: "Hạn trả lời phải sau thời điểm này.",
      en: "The deadline has to be later than now.",
    });
}

async function requireNone(call: Call, assessmentId: string, code: string, kind: QueryKind): Promise<void> {
  const queryId = await repository.findUnclosed(call.db, assessmentId, code, kind);
  if (queryId !== undefined)
    throw new Problem(
      "already-exists",
      kind === "explanation"
        ? {
            vi: `Chỉ số ${code} đang có một yêu cầu giải trình chưa đóng; hãy viết tiếp vào đó.`,
            en: `Indicator ${code} has a question that is not closed; go on in that one.`,
          }
        : {
            vi: `Chỉ số ${code} đang có một kiến nghị chưa đóng; hãy viết tiếp vào đó.`,
            en: `Indicator ${code} has a complaint that is not closed; go on in that one.`,
          },
      { queryId },
    );
}

/** Only who may judge it sees it to its end. */
async function requireOwner(call: Call, query: QueryHead, ownerId: string): Promise<void> {
  if (everyFollower(await followersOf(call, query)).some(({ id }) => id === ownerId)) return;
  throw new Problem("content-refused", {
    vi: "Người theo dõi phải là thẩm định viên được phân công chỉ số này của đơn vị, hoặc cán bộ cơ quan đầu mối.",
    en: "The owner has to be an appraiser to whom this indicator of the unit is assigned, or a coordinator.",
  });
}

/**
 * The address of what is asked about: an indicator without others below, or the profile; a complaint may be about any.
 * @throws {Problem} `not-found`
 */
function addressIn({ loaded: { set } }: Bench, code: string, which: "leaf" | "any" = "leaf"): string {
  if (code === PROFILE) return PROFILE;
  const node = found(set.nodes[found(set.nodeOf.get(code))]);
  if (which === "leaf" && node.children.length > 0) throw new Problem("not-found");
  return addressOf(set, node);
}

function stateRefused({ state }: QueryHead): Problem {
  const words: Words =
    state === "closed"
      ? { vi: "Yêu cầu này đã đóng.", en: "This query is closed." }
      : {
          vi: "Yêu cầu này đã trả lời; chờ người hỏi xem xét.",
          en: "This query is answered; whoever asked looks at it now.",
        };
  return new Problem("state-refused", words, { state });
}

const onlyLeaders: Words = {
  vi: "Thủ trưởng hoặc cán bộ đầu mối của đơn vị gửi trả lời chính thức; phòng chỉ viết dự thảo.",
  en: "The head or the unit's own officer gives the answer; rooms draft it.",
};

async function note(
  call: Call,
  { assessment }: Bench,
  action: string,
  queryId: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await record(call, {
    action,
    subject: { type: "query", id: queryId },
    unitId: assessment.unit.id,
    before,
    after: after === undefined ? undefined : { assessmentId: assessment.id, ...(after as object) },
  });
}
