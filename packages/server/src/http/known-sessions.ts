/**
 * Sessions that this process has seen to be real: they are counted one by one, whatever else comes from their address,
 * and who they were is remembered. By now they may have ended: whoever goes by what is remembered has to ask again.
 */
import type { FastifyRequest } from "fastify";
import { type Session, useOf } from "../features/sessions/service.js";
import { bearsCsrfToken } from "./authenticate.js";
import type { Seen } from "./call.js";
import { networkOf } from "./network.js";
import { SESSION_COOKIE, tokenHash } from "./session-cookie.js";

/** More than are at work at once; the oldest goes first, and is known again at its next request. */
const MOST = 20_000;

/** As much of a session as tells who uses it, and until when. */
type Remembered = Pick<Session, "actor" | "csrfToken" | "lastSeenAt" | "idleMinutes" | "expiresAt">;

export class KnownSessions {
  /** Of those with something due, no more than that they are real. */
  private readonly byKey = new Map<string, Remembered | undefined>();
  private readonly keys = new WeakMap<FastifyRequest, string>();

  /** Call it when a request's token was found to open a session. */
  add(request: FastifyRequest, session: Session): void {
    const key = this.keyOf(request);
    if (key === undefined) return;
    const { actor, csrfToken, lastSeenAt, idleMinutes, expiresAt } = session;
    const due = session.totpDue || session.account.mustChangePassword;
    this.put(key, due ? undefined : { actor, csrfToken, lastSeenAt, idleMinutes, expiresAt });
  }

  /** What to count a request by: its session, or its network when its token is none that we know. */
  countedBy(request: FastifyRequest): string {
    const key = this.keyOf(request);
    // A token is only a claim: counted by it alone, whoever makes up a new one each time is never counted.
    return key !== undefined && this.byKey.has(key) ? key : networkOf(request.ip);
  }

  /** Who sent a change, if their session is remembered, has nothing due, and had not ended by itself. */
  seen(request: FastifyRequest, at: Date): Seen | undefined {
    const session = this.byKey.get(this.keyOf(request) ?? "");
    if (session === undefined || !bearsCsrfToken(request, session)) return undefined;
    const use = useOf(session, at);
    return use === "ended" ? undefined : { actor: session.actor, touch: use === "to-note" };
  }

  /** Call it when it was noted that the request's session is used. */
  touched(request: FastifyRequest, at: Date): void {
    const key = this.keyOf(request) ?? "";
    const session = this.byKey.get(key);
    if (session !== undefined) this.put(key, { ...session, lastSeenAt: at });
  }

  private put(key: string, session: Remembered | undefined): void {
    this.byKey.delete(key);
    this.byKey.set(key, session);
    const [oldest] = this.byKey.keys();
    if (this.byKey.size > MOST && oldest !== undefined) this.byKey.delete(oldest);
  }

  private keyOf(request: FastifyRequest): string | undefined {
    const token = request.cookies[SESSION_COOKIE];
    if (token === undefined) return undefined;
    const known = this.keys.get(request);
    if (known !== undefined) return known;
    const key = tokenHash(token).toString("base64");
    this.keys.set(request, key);
    return key;
  }
}
