/** Reporting on a quarter: a unit saves line by line and sends the whole; the coordinator gives it back with a reason. */
import { requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { notify } from "../notices/notify.js";
import { dayOf } from "../units/day.js";
import { type Ground, groundOf } from "./ground.js";
import type { NamedUnit } from "./organisation-repository.js";
import { comparePeriods, type Period, periodOf } from "./periods.js";
import type { Entry, Report, Told } from "./progress-repository.js";
import * as repository from "./progress-repository.js";

/** The report of one organisation on one quarter. */
export interface ReportPlace extends Period {
  readonly planId: string;
  readonly organisation: string;
}

export interface Saved {
  /** Version 0: nothing was said, and nothing is. */
  readonly entry: Entry;
  readonly report: Pick<Report, "state" | "version">;
}

const NOTHING: Told = { finished: false, done: "", difficulties: "", proposal: "" };

/**
 * Saves what is said of one assignment. The same again changes nothing and needs no version.
 * @throws {Problem} `not-found`; `forbidden` unless the organisation is a unit of the actor's; `not-yet-open`;
 * `state-refused` once the quarter is sent; `changed-meanwhile` with what is stored.
 */
export async function saveEntry(
  call: Call,
  place: ReportPlace,
  line: { readonly code: string; readonly input: string },
  sent: number,
  told: Told,
): Promise<Saved> {
  const { unit } = await requireOwn(call, place, line);
  const report = await repository.lockReport(call.db, place, call.at);
  requireOpen(report);
  const stored = await repository.findEntry(call.db, report.id, line.code, line.input);
  const by = { id: call.actor.accountId, displayName: call.actor.displayName };
  const version = stored?.version ?? 0;
  if (isSame(stored ?? NOTHING, told))
    return { entry: { ...line, ...told, version, by: stored?.by ?? by, at: stored?.at ?? call.at }, report };
  requireVersion(sent, stored ?? { version });
  const entry = { ...line, ...told, version: version + 1, by, at: call.at };
  await repository.writeEntry(call.db, report.id, { ...entry, by: by.id });
  await record(call, {
    action: "plan.report",
    subject: { type: "plan", id: place.planId },
    unitId: unit.id,
    ...(stored === undefined ? {} : { before: { ...about(place), ...line, ...textsOf(stored) } }),
    after: { ...about(place), ...line, ...textsOf(told) },
  });
  return { entry, report: { state: report.state, version: report.version + 1 } };
}

/** Sends a quarter's report: from now on it is read by those who see every unit, and the unit changes nothing in it. */
export async function sendReport(call: Call, place: ReportPlace, sent: number): Promise<void> {
  const { unit } = await requireOwn(call, place);
  const report = await repository.lockReport(call.db, place, call.at);
  requireOpen(report);
  requireVersion(sent, report);
  const by = call.actor.accountId;
  await repository.setReportState(call.db, report.id, {
    state: "sent",
    reason: null,
    unitId: unit.id,
    by,
    at: call.at,
  });
  await record(call, {
    action: "plan.send",
    subject: { type: "plan", id: place.planId },
    unitId: unit.id,
    after: about(place),
  });
}

/** Gives a quarter's report back to the unit, which is told why. @throws {Problem} as {@link sendReport}. */
export async function giveBack(call: Call, place: ReportPlace, sent: number, reason: string): Promise<void> {
  requireRole(call.actor, "coordinator");
  const ground = await groundOf(call, place.planId);
  requireLead(ground, place);
  const report = await repository.lockReport(call.db, place, call.at);
  if (report.state !== "sent")
    throw new Problem("state-refused", {
      vi: "Báo cáo quý này chưa gửi.",
      en: "The report of this quarter was not sent.",
    });
  requireVersion(sent, report);
  const unit = ground.standings.get(place.organisation)?.unit;
  await repository.setReportState(call.db, report.id, {
    state: "open",
    reason,
    unitId: unit?.id ?? null,
    by: call.actor.accountId,
    at: call.at,
  });
  await record(call, {
    action: "plan.give-back",
    subject: { type: "plan", id: place.planId },
    unitId: unit?.id,
    after: { ...about(place), reason },
  });
  if (unit === undefined) return;
  const { year, quarter, planId } = place;
  await notify(call, {
    kind: "returned",
    to: { unit: unit.id },
    data: { campaign: ground.plan.title, unit: unit.name, reason, progress: true },
    link: `/plans/${planId}/progress?year=${year}&quarter=${quarter}`,
  });
}

async function requireOwn(
  call: Call,
  place: ReportPlace,
  line?: { readonly code: string; readonly input: string },
): Promise<{ readonly unit: NamedUnit }> {
  const ground = await groundOf(call, place.planId);
  const unit = ground.standings.get(place.organisation)?.unit;
  if (unit === undefined || !ground.own.has(place.organisation)) throw new Problem("forbidden");
  requireLead(ground, place, line);
  // What the plan hands out may still change with a draft of its set.
  if (ground.plan.setStatus === "draft") throw new Problem("state-refused");
  if (comparePeriods(place, periodOf(dayOf(call.at))) > 0)
    throw new Problem("not-yet-open", {
      vi: `Quý ${place.quarter} năm ${place.year} chưa bắt đầu.`,
      en: `Quarter ${place.quarter} of ${place.year} has not begun.`,
    });
  return { unit };
}

/** @throws {Problem} `not-found` unless the organisation leads the line, or anything. */
function requireLead(
  { data }: Ground,
  { organisation }: ReportPlace,
  line?: { readonly code: string; readonly input: string },
): void {
  const leads = data.assignments.some(
    ({ lead, code, input = "" }) =>
      lead.includes(organisation) && (line === undefined || (code === line.code && input === line.input)),
  );
  if (!leads) throw new Problem("not-found");
}

function requireOpen({ state }: Report): void {
  if (state === "sent")
    throw new Problem("state-refused", {
      vi: "Báo cáo quý này đã gửi. Muốn sửa, đề nghị cơ quan đầu mối trả lại.",
      en: "The report of this quarter was sent. To change it, ask the coordinator to give it back.",
    });
}

const isSame = (one: Told, other: Told): boolean =>
  one.finished === other.finished &&
  one.done === other.done &&
  one.difficulties === other.difficulties &&
  one.proposal === other.proposal;

const textsOf = ({ finished, done, difficulties, proposal }: Told): Told => ({
  finished,
  done,
  difficulties,
  proposal,
});

const about = ({ organisation, year, quarter }: ReportPlace) => ({ organisation, year, quarter });
