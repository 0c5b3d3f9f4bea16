/** What an actor is to an assessment, and so what it may do in it. Everything that is allowed is decided here. */
import { type Actor, holds, holdsIn, seeingAll } from "../../access/actor.js";
import type { Call, LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { type Assignment, listAssignments, listParts, type Part } from "../assignments/repository.js";
import { type AssessmentRow, findAssessment } from "./repository.js";

export { PROFILE } from "@opendti/engine";

/** What an actor is in a unit that is assessed. */
export interface Place {
  /** Officer of the assessed unit itself (the Office): declares all, assigns, compiles. */
  readonly office: boolean;
  readonly head: boolean;
  /** Rooms of the unit in which the actor declares. */
  readonly rooms: readonly string[];
}

export interface Standing extends Place {
  readonly assessment: AssessmentRow;
  readonly assignments: readonly Assignment[];
  readonly parts: readonly Part[];
  readonly coordinator: boolean;
}

/** As much of a standing as decides what may be declared: of one indicator alone its assignment, and its room's part. */
export interface Declaring extends Place {
  readonly assignments: readonly {
    readonly code: string;
    readonly unit: { readonly id: string } | null;
    readonly account: { readonly id: string } | null;
  }[];
  readonly parts: readonly { readonly unit: { readonly id: string }; readonly state: Part["state"] }[];
}

/** As much of an assessment as decides whether anything may be declared now. */
type Timed = Pick<AssessmentRow, "opensAt" | "dueAt">;
export type Openable = Timed &
  Pick<AssessmentRow, "state"> & { readonly campaign: Pick<AssessmentRow["campaign"], "status"> };

/**
 * The assessment and the actor's part in it.
 * @param lock when something will be changed: changes of one assessment follow one another.
 * @throws {Problem} `not-found` when there is none, or the actor may not know of it.
 */
export async function standing(
  call: Call | LongCall,
  id: string,
  lock: "lock" | "read" = "read",
): Promise<Standing> {
  const assessment = found(await findAssessment(call.db, id, lock === "lock"));
  const rooms = assessment.rooms.map(({ id: room }) => room);
  const place = placeOf(call.actor, assessment.unit.id, rooms);
  const assignments = await listAssignments(call.db, id);
  const parts = await listParts(call.db, id);
  return { assessment, assignments, parts, ...place, coordinator: holds(call.actor, "coordinator") };
}

/**
 * What the actor is in the assessed unit.
 * @param below the units below it.
 * @throws {Problem} `not-found` when the actor may not know of its assessment.
 */
export function placeOf(actor: Actor, unitId: string, below: readonly string[]): Place {
  const office = holdsIn(actor, unitId, "unit-officer");
  const head = holdsIn(actor, unitId, "unit-head");
  const rooms = below.filter(
    (room) => holdsIn(actor, room, "unit-officer") || holdsIn(actor, room, "unit-head"),
  );
  if (!office && !head && rooms.length === 0 && !holds(actor, ...seeingAll)) throw new Problem("not-found");
  return { office, head, rooms };
}

/** The codes that the actor may declare: null for all, empty for none. */
export function declarable(standing: Declaring, actor: Actor): readonly string[] | null {
  if (standing.office || standing.head) return null;
  return standing.assignments.filter((one) => isAssignedTo(standing, actor, one)).map(({ code }) => code);
}

function isAssignedTo(
  { rooms, parts }: Declaring,
  actor: Actor,
  one: Declaring["assignments"][number],
): boolean {
  // A person is asked for the room too: whoever has left it, or the unit, declares nothing there any more.
  const inRoom = one.unit !== null && rooms.includes(one.unit.id);
  if (!inRoom || (one.account !== null && one.account.id !== actor.accountId)) return false;
  const part = parts.find(({ unit }) => unit.id === one.unit?.id);
  return part?.state !== "handed-over";
}

/** @throws {Problem} `forbidden` when this indicator is not the actor's to declare. */
export function requireDeclarable(standing: Declaring, actor: Actor, code: string): void {
  const codes = declarable(standing, actor);
  if (codes === null || codes.includes(code)) return;
  throw new Problem("forbidden", {
    vi: `Chỉ số ${code} không được giao cho bạn, hoặc phòng đã hoàn thành phần của mình.`,
    en: `Indicator ${code} is not assigned to you, or your room has handed over its part.`,
  });
}

/** @throws {Problem} `assessment-sealed`, `not-yet-open`, `deadline-passed`: nothing may be declared now. */
export function requireOpen({ assessment }: { readonly assessment: Openable }, at: Date): void {
  if (assessment.state !== "declaring")
    throw new Problem("assessment-sealed", undefined, { state: assessment.state });
  if (assessment.campaign.status === "closed")
    throw new Problem("assessment-sealed", undefined, { state: "closed" });
  requireInTime({ assessment }, at);
}

/** @throws {Problem} `not-yet-open`, `deadline-passed` */
export function requireInTime({ assessment }: { readonly assessment: Timed }, at: Date): void {
  if (assessment.opensAt !== null && at < assessment.opensAt)
    throw new Problem("not-yet-open", undefined, { opensAt: assessment.opensAt.toISOString() });
  if (at > assessment.dueAt)
    throw new Problem(
      "deadline-passed",
      {
        vi: `Hạn kê khai là ${shownMoment(assessment.dueAt)}. Số liệu đã lưu trước đó vẫn còn; xin gia hạn ở cơ quan đầu mối.`,
        en: `Declaring was due ${shownMoment(assessment.dueAt)}. What was saved before is kept; ask the coordinating department for an extension.`,
      },
      { dueAt: assessment.dueAt.toISOString() },
    );
}

const shown = new Intl.DateTimeFormat("en-GB", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Asia/Ho_Chi_Minh",
});

/** A moment as the pages show it, in both languages: `30/11/2026 17:00`. */
export function shownMoment(at: Date): string {
  const part = Object.fromEntries(shown.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
}

/** Whether the actor is one of the unit's own people here. */
export const worksIn = ({ office, head, rooms }: Place): boolean => office || head || rooms.length > 0;
