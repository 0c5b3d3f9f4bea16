/** Comments: read and written by whoever works on the assessment, or sees all. */
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { loadSetOf } from "../assessments/load-set.js";
import { PROFILE, standing } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import type { Comment } from "./repository.js";
import * as repository from "./repository.js";

export async function listComments(call: Call, assessmentId: string, code?: string): Promise<Comment[]> {
  await standing(call, assessmentId);
  return repository.listComments(call.db, assessmentId, code);
}

/** Also after submission: a comment changes no answer. An observer only reads. */
export async function addComment(
  call: Call,
  assessmentId: string,
  code: string,
  body: string,
): Promise<Comment> {
  const here = await standing(call, assessmentId);
  const works = here.office || here.head || here.rooms.length > 0 || here.coordinator;
  if (!works) throw new Problem("forbidden");
  const { set } = await loadSetOf(call, here.assessment.set);
  if (code !== PROFILE && !set.nodeOf.has(code)) throw new Problem("not-found");
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
