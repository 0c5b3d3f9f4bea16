/** Who may read the audit log, and how much of it. */
import { holds } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import { type AuditFilter, type AuditLine, listEvents } from "./repository.js";

/**
 * A page of the log, newest first. Administrators and observers see all of it; a unit's head what concerns its unit
 * and the rooms below. What concerns no unit (sign-ins, accounts) is for the former alone.
 * @throws {Problem} `forbidden` to everybody else.
 */
export async function list(
  call: Call,
  filter: Omit<AuditFilter, "within" | "after"> & { readonly cursor?: string | undefined },
): Promise<Page<AuditLine>> {
  const within = visibleUnits(call);
  const { cursor, ...rest } = filter;
  const [after] = readCursor(cursor, 1) ?? [];
  const rows = await listEvents(call.db, { ...rest, within, after });
  return page(rows, filter.limit, ({ id }) => [id]);
}

function visibleUnits({ actor }: Call): readonly string[] | undefined {
  if (holds(actor, "administrator", "observer")) return undefined;
  const headed = actor.grants.filter(({ role }) => role === "unit-head").map(({ unitId }) => unitId);
  if (headed.length === 0) throw new Problem("forbidden");
  return headed;
}
