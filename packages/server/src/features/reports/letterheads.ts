/** Letterheads: kept for each unit by its own people, the usual one until then. */
import { type Letterhead, usualLetterhead } from "@opendti/documents/pure";
import { type Actor, holds, holdsIn, requireRole, seeingAll } from "../../access/actor.js";
import type { Call, LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { withDescendants } from "../units/repository.js";
import * as repository from "./letterhead-repository.js";

type Asking = Pick<Call | LongCall, "db" | "actor">;

/** A letterhead as the page edits it. */
export interface LetterheadView {
  readonly letterhead: Letterhead;
  /** 0: nobody has kept one, and it is what a unit of this name usually has. */
  readonly version: number;
  readonly mayChange: boolean;
}

/** A letterhead, for a document that the caller may make: who may see it was asked before. */
export async function letterheadOf(
  { db }: Pick<Asking, "db">,
  unitId: string,
): Promise<{ readonly letterhead: Letterhead; readonly version: number }> {
  const stored = await repository.findLetterhead(db, unitId);
  if (stored !== undefined) return { letterhead: stored.content, version: stored.version };
  return { letterhead: await usualOf(db, unitId), version: 0 };
}

/** What a unit's letterhead is until somebody keeps one. @throws {Problem} `not-found`. */
export async function usualOf(db: Asking["db"], unitId: string): Promise<Letterhead> {
  return usualIn(found(await repository.findUnitPlace(db, unitId)), unitId);
}

/**
 * The letterhead of whoever issues a document about a unit.
 * @param chosen a unit whose letterhead the actor may see; absent: whoever coordinates, or the top of the unit's tree.
 * @throws {Problem} `forbidden`, `not-found`: of the chosen one.
 */
export async function issuingLetterhead(
  call: Asking,
  chosen: string | undefined,
  unitId: string,
  usual: "coordinator" | "top",
): Promise<Letterhead> {
  if (chosen !== undefined) return (await getLetterhead(call, chosen)).letterhead;
  const place = found(await repository.findUnitPlace(call.db, unitId));
  const issuer = usual === "coordinator" ? (place.coordinator ?? place.top) : place.top;
  return (await letterheadOf(call, issuer.id)).letterhead;
}

/** The unit's people, those of its rooms, and whoever sees everything. @throws {Problem} `forbidden`, `not-found`. */
export async function getLetterhead(call: Asking, unitId: string): Promise<LetterheadView> {
  await requireReader(call, unitId);
  return { ...(await letterheadOf(call, unitId)), mayChange: mayChange(call.actor, unitId) };
}

/**
 * Keeps a letterhead. Whom it names as signing is told to nobody beside it: the audit log is not told the name.
 * @throws {Problem} `forbidden`, `not-found`, `changed-meanwhile`.
 */
export async function keepLetterhead(
  call: Call,
  unitId: string,
  sent: number,
  letterhead: Letterhead,
): Promise<LetterheadView> {
  if (!mayChange(call.actor, unitId)) throw new Problem("forbidden");
  found(await repository.findUnitPlace(call.db, unitId));
  const before = await repository.findLetterhead(call.db, unitId, true);
  requireVersion(sent, before ?? { version: 0 });
  const by = call.actor.accountId;
  if (!(await repository.writeLetterhead(call.db, unitId, letterhead, { version: sent, by, at: call.at })))
    throw new Problem("changed-meanwhile");
  await record(call, {
    action: "letterhead.change",
    subject: { type: "letterhead", id: unitId },
    unitId,
    ...(before === undefined ? {} : { before: unnamed(before.content) }),
    after: unnamed(letterhead),
  });
  return getLetterhead(call, unitId);
}

const mayChange = (actor: Actor, unitId: string): boolean =>
  holdsIn(actor, unitId, "unit-officer") ||
  holdsIn(actor, unitId, "unit-head") ||
  holds(actor, "coordinator", "administrator");

async function requireReader({ db, actor }: Asking, unitId: string): Promise<void> {
  if (mayChange(actor, unitId)) return;
  const below = await withDescendants(db, [unitId]);
  if (actor.grants.some(({ unitId: own, role }) => role.startsWith("unit-") && below.has(own))) return;
  requireRole(actor, ...seeingAll);
}

/** Signed letters name people; the log of who changed what does not. */
function unnamed({ signer: { name: _, ...signer }, ...letterhead }: Letterhead): unknown {
  return { letterhead: { ...letterhead, signer } };
}

function usualIn(place: repository.UnitPlace, unitId: string): Letterhead {
  const { name, parent, top } = place;
  const province = /((?:tỉnh|thành phố)\s+\p{Lu}.*)$/u.exec(lowered(top.name))?.[1];
  return usualLetterhead({
    name,
    ...(parent === null ? {} : { parent }),
    ...(province === undefined ? {} : { province }),
    to: addresseeOf(place, unitId),
  });
}

/** Whoever coordinates; of whoever does that, the province. */
function addresseeOf({ coordinator, top }: repository.UnitPlace, unitId: string): string[] {
  const to = coordinator?.id === unitId ? top : coordinator;
  return to === null || to.id === unitId ? [] : [to.name];
}

/** `Tỉnh Minh Họa` within a sentence. */
const lowered = (name: string): string => name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);
