/** What every service action is given: who asks, the transaction it works in, and when and from where. */
import type { Actor } from "../access/actor.js";
import type { Connection, Work } from "../database/connection.js";
import type { Platform } from "../platform.js";

/** A request of somebody who need not be signed in. */
export interface OpenCall {
  readonly platform: Platform;
  /** The request's one transaction; committed before the answer goes out. */
  readonly db: Work;
  /** The moment of the request. */
  readonly at: Date;
  /** The network address it came from. */
  readonly address: string;
  readonly userAgent: string;
}

/** A request of somebody signed in. */
export interface Call extends OpenCall {
  readonly actor: Actor;
}

/** A request that makes its own transactions, because a slow upload or download must not hold one. */
export type LongCall = Omit<Call, "db"> & { readonly db: Connection };

/**
 * A request by a session that was seen before and was not looked up again: what it changes has to ask for the session in
 * the same statement, and it is told nothing before.
 */
export type QuickCall = LongCall & Seen;

/** Who sent a request, as far as is remembered. */
export interface Seen {
  readonly actor: Actor;
  /** That the session is used has to be noted again. */
  readonly touch: boolean;
}

/** The same of somebody who need not be signed in. */
export type OpenLongCall = Omit<OpenCall, "db"> & { readonly db: Connection };

/** Runs part of a long request in a transaction of its own. */
export function inTransaction<T>(call: LongCall, work: (call: Call) => Promise<T>): Promise<T> {
  return call.db.transaction().execute((db) => work({ ...call, db }));
}
