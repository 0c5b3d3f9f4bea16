/** The actions that the log names, in the words of the catalogue. */
import type { Say } from "../../shared/text.js";

/** Every action of the catalogue, by the code the server gives it. */
export const actions = [
  "session.start",
  "session.end",
  "session.refuse",
  "account.create",
  "account.change",
  "account.disable",
  "account.enable",
  "account.lock",
  "account.password",
  "account.reset-password",
  "account.end-sessions",
  "account.link",
  "account.totp-on",
  "account.totp-off",
  "unit.create",
  "unit.change",
  "unit.move",
  "unit.rename",
  "unit.merge",
  "unit.close",
  "set.create",
  "set.change",
  "set.publish",
  "set.delete",
  "set-import.create",
  "set-import.delete",
  "export.create",
  "export.cancel",
  "export.fetch",
  "plan.create",
  "plan.delete",
  "plan.organisations",
  "plan.report",
  "plan.send",
  "plan.give-back",
  "letterhead.change",
  "report-template.create",
  "report-template.delete",
  "campaign.create",
  "campaign.change",
  "campaign.open",
  "campaign.extend",
  "answer.save",
  "assessment.assign",
  "assessment.hand-over",
  "assessment.return-part",
  "assessment.compile",
  "assessment.submit",
  "assessment.return",
  "evidence.add",
  "evidence.change",
  "evidence.remove",
  "file.upload",
  "workbook.take",
  "comment.add",
  "campaign.appraisers",
  "assessment.appraise",
  "assessment.explain",
  "assessment.finish",
  "assessment.reopen",
  "appraisal.judge",
  "query.open",
  "query.complain",
  "query.write",
  "query.answer",
  "query.reopen",
  "query.evidence",
  "query.change",
  "query.close",
] as const;

const known: ReadonlySet<string> = new Set(actions);

function isKnown(action: string): action is (typeof actions)[number] {
  return known.has(action);
}

/** The action in words; its code where the server knows one that this page does not. */
export function sayAction(say: Say, action: string): string {
  return isKnown(action) ? say(`audit.action.${action}`) : action;
}
