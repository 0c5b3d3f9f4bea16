/** Comments: read and written by the people of the unit who work on the assessment. */
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { PROFILE, standing, worksIn } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import type { Comment } from "./repository.js";
import * as repository from "./repository.js";

/** More than any talk needs, and no more than one page shows. */
const MOST_COMMENTS = 200;

export async function listComments(call: Call, assessmentId: string, code?: string): Promise<Comment[]> {
  const here = await standing(call, assessmentId);
  // What a unit's people say to each other while they declare is theirs.
  if (!worksIn(here)) throw new Problem("forbidden");
  return repository.listComments(call.db, assessmentId, code);
}

/** Also after submission: a comment changes no answer. */
export async function addComment(
  call: Call,
  assessmentId: string,
  code: string,
  body: string,
): Promise<Comment> {
  const here = await standing(call, assessmentId);
  if (!worksIn(here)) throw new Problem("forbidden");
  const { set } = await loadSetOf(call, here.assessment.set);
  if (code !== PROFILE && !set.nodeOf.has(code)) throw new Problem("not-found");
  const counts = await repository.countComments(call.db, assessmentId);
  if ((counts[code] ?? 0) >= MOST_COMMENTS)
    throw new Problem("content-refused", {
      vi: `Chỉ số này đã có ${MOST_COMMENTS} ý kiến.`,
      en: `This indicator has ${MOST_COMMENTS} comments already.`,
    });
  const by = call.actor.accountId;
  const id = await repository.insertComment(call.db, { assessmentId, code, body, by, at: call.at });
  await record(call, {
    action: "comment.add",
    subject: { type: "assessment", id: assessmentId },
    unitId: here.assessment.unit.id,
    after: { code, comment: id },
  });
  return { id, code, body, by: { id: by, displayName: call.actor.displayName }, at: call.at };
}
