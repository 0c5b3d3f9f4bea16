/** Who may read the audit log, and how much of it. */
import { holds } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import { fieldLabels } from "./field-labels.js";
import { type AuditFilter, type AuditLine, codesWithin, listEvents } from "./repository.js";

/** An event with the name that its set gives to the field that was saved, where it is such an event. */
export type ToldEvent = AuditLine & { readonly fieldLabel: string | null };

/** Bytes of `before` and of `after` in a list: a published set has hundreds of thousands. */
const MOST_IN_LIST = 4096;
/** More than any column holds. */
const WHOLE = Number.MAX_SAFE_INTEGER;

/**
 * A page of the log, newest first. Administrators and observers see all of it; a unit's head what concerns its unit
 * and the rooms below, without the roles that accounts hold elsewhere. What concerns no unit (sign-ins, accounts) is for
 * the former alone. What was long before or after is cut: `read` tells it.
 * @throws {Problem} `forbidden` to everybody else.
 */
export async function list(
  call: Call,
  filter: Omit<AuditFilter, "id" | "within" | "after"> & { readonly cursor?: string | undefined },
): Promise<Page<ToldEvent>> {
  const within = visibleUnits(call);
  const { cursor, ...rest } = filter;
  const [after] = readCursor(cursor, 1) ?? [];
  const rows = await listEvents(call.db, { ...rest, within, after }, MOST_IN_LIST);
  const { items, next } = page(await seenFrom(call, within, rows), filter.limit, ({ id }) => [id]);
  return { items: await withLabels(call, items), next };
}

/**
 * One event, whole.
 * @throws {Problem} `forbidden` to who may read no log; `not-found` for an event outside what the actor sees of it.
 */
export async function read(call: Call, id: string): Promise<ToldEvent> {
  const within = visibleUnits(call);
  const rows = await listEvents(call.db, { id, within, limit: 1 }, WHOLE);
  const [event] = await withLabels(call, await seenFrom(call, within, rows));
  return found(event);
}

async function withLabels(call: Call, events: readonly AuditLine[]): Promise<ToldEvent[]> {
  const labels = await fieldLabels(call, events);
  return events.map((event) => ({ ...event, fieldLabel: labels.get(event.id) ?? null }));
}

function visibleUnits({ actor }: Call): readonly string[] | undefined {
  if (holds(actor, "administrator", "observer")) return undefined;
  const headed = actor.grants.filter(({ role }) => role === "unit-head").map(({ unitId }) => unitId);
  if (headed.length === 0) throw new Problem("forbidden");
  return headed;
}

/** Events of accounts tell a head of the roles in its units alone, as /accounts does. */
async function seenFrom(
  call: Call,
  within: readonly string[] | undefined,
  rows: readonly AuditLine[],
): Promise<readonly AuditLine[]> {
  if (within === undefined || !rows.some(({ subject }) => subject.type === "account")) return rows;
  const codes = await codesWithin(call.db, within);
  return rows.map((row) =>
    row.subject.type === "account"
      ? { ...row, before: withGrantsIn(codes, row.before), after: withGrantsIn(codes, row.after) }
      : row,
  );
}

function withGrantsIn(codes: ReadonlySet<string>, state: unknown): unknown {
  if (typeof state !== "object" || state === null || !("grants" in state)) return state;
  const grants: unknown[] = Array.isArray(state.grants) ? state.grants : [];
  return { ...state, grants: grants.filter((grant) => codes.has(unitOf(grant))) };
}

const unitOf = (grant: unknown): string =>
  typeof grant === "object" && grant !== null && "unit" in grant ? String(grant.unit) : "";
