/**
 * What one person last read, kept in the browser so that their screen opens again without a connection: who they are,
 * the assessment and its set. Of one person only, and only as long as their session would have lasted on the server;
 * signing out, somebody else signing in, or too long a silence throws all of it away.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Session } from "./contract.js";

interface KeptSession {
  readonly session: Session;
  /** When somebody was last at work, in milliseconds. */
  readonly seenAt: number;
}

/** What kind of thing was read; the newest of each kind is kept. */
type ReadKind = "assessment" | "set";

interface KeptRead {
  readonly account: string;
  readonly id: string;
  readonly body: unknown;
}

interface Kept extends DBSchema {
  session: { key: "session"; value: KeptSession };
  read: { key: ReadKind; value: KeptRead };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

function database(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>("opendti-kept", 1, {
    upgrade(db) {
      db.createObjectStore("session");
      db.createObjectStore("read");
    },
  });
  return opened;
}

/** A browser that keeps nothing (a private window, no room) loses the convenience, nothing else. */
async function orElse<Value>(value: Value, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch {
    return value;
  }
}

/** Keeps who is signed in; what somebody else read before is thrown away. The token of their changes is not kept. */
export function keepSession(session: Session, at: number): Promise<void> {
  return orElse(undefined, async () => {
    const work = (await database()).transaction(["session", "read"], "readwrite");
    const before = await work.objectStore("session").get("session");
    if (before?.session.account.id !== session.account.id) await work.objectStore("read").clear();
    await work.objectStore("session").put({ session: { ...session, csrfToken: "" }, seenAt: at }, "session");
    await work.done;
  });
}

/** Somebody is still at work. */
export function noteSeen(at: number): Promise<void> {
  return orElse(undefined, async () => {
    const work = (await database()).transaction("session", "readwrite");
    const before = await work.store.get("session");
    if (before !== undefined) await work.store.put({ ...before, seenAt: at }, "session");
    await work.done;
  });
}

/** Who was last at work here; null when nobody was, or so long ago that the server would have ended the session. */
export function keptSession(now: number): Promise<Session | null> {
  return orElse(null, async () => {
    const kept = await (await database()).get("session", "session");
    if (kept === undefined) return null;
    if (now - kept.seenAt <= kept.session.idleMinutes * 60_000) return kept.session;
    await forgetKept();
    return null;
  });
}

/** Keeps what this account has just read, in place of what it read of that kind before. */
export function keepRead(account: string, kind: ReadKind, id: string, body: unknown): Promise<void> {
  return orElse(undefined, async () => {
    const work = (await database()).transaction(["session", "read"], "readwrite");
    const person = await work.objectStore("session").get("session");
    // Whoever has signed out, or gave way to somebody else, leaves nothing behind.
    if (person?.session.account.id === account)
      await work.objectStore("read").put({ account, id, body }, kind);
    await work.done;
  });
}

/** What this account last read of that kind, when it is the thing asked for; undefined otherwise. */
export function keptRead(account: string, kind: ReadKind, id: string): Promise<unknown> {
  return orElse(undefined, async () => {
    const kept = await (await database()).get("read", kind);
    return kept?.account === account && kept.id === id ? kept.body : undefined;
  });
}

/** Throws away everything that is kept here. */
export function forgetKept(): Promise<void> {
  return orElse(undefined, async () => {
    const work = (await database()).transaction(["session", "read"], "readwrite");
    await Promise.all([work.objectStore("session").clear(), work.objectStore("read").clear()]);
    await work.done;
  });
}
