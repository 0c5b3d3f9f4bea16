/** Where one is signed in, and signing out from elsewhere. */
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { record } from "../audit/record.js";
import { endSession, findOwnSession, listOpenSessions, type OpenSession } from "./repository.js";

/** The actor's sessions that still open something, the one last used first. */
export async function listOwn(call: Call): Promise<(OpenSession & { readonly current: boolean })[]> {
  const { accountId, sessionId } = call.actor;
  const sessions = await listOpenSessions(call.db, accountId, call.at);
  return sessions.map((session) => ({ ...session, current: session.id === sessionId }));
}

/**
 * Ends one of the actor's sessions; ended already, it stays so.
 * @throws {Problem} `not-found` for one that is not the actor's own.
 */
export async function endOwn(call: Call, id: string): Promise<void> {
  const session = found(await findOwnSession(call.db, call.actor.accountId, id));
  if (session.ended) return;
  await endSession(call.db, id, call.at);
  await record(call, { action: "session.end", subject: { type: "session", id } });
}
