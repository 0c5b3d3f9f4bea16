/** From a request to its actor: the cookie's session, the CSRF token on changes, and nothing left due. */
import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { findSession, type Session } from "../features/sessions/service.js";
import type { Platform } from "../platform.js";
import type { Access } from "./endpoint.js";
import { Problem } from "./problem.js";
import { CSRF_HEADER, SESSION_COOKIE } from "./session-cookie.js";

/** A page that is open says with it that nobody asked: it looks again by itself. */
const BACKGROUND_HEADER = "x-opendti-background";

/**
 * Whose request it is. What a page asks by itself needs a session and does not keep it awake: a screen left open has to
 * sign itself out.
 * @param polled the route is one that pages ask again and again.
 * @throws {Problem} `not-signed-in`, `csrf-refused`, `password-change-due` or `totp-setup-due`.
 */
export async function authenticate(
  platform: Platform,
  request: FastifyRequest,
  access: Access,
  polled: boolean,
): Promise<Session> {
  const token = request.cookies[SESSION_COOKIE];
  const session =
    token === undefined ? undefined : await findSession(platform, token, !isBackground(request, polled));
  if (session === undefined) throw new Problem("not-signed-in");
  if (request.method !== "GET" && !bearsCsrfToken(request, session)) throw new Problem("csrf-refused");
  if (access === "account") {
    if (session.account.mustChangePassword) throw new Problem("password-change-due");
    if (session.totpDue) throw new Problem("totp-setup-due");
  }
  return session;
}

/** Whether a change comes from our own pages: they alone know the session's CSRF token. */
export const bearsCsrfToken = (
  { headers }: FastifyRequest,
  { csrfToken }: Pick<Session, "csrfToken">,
): boolean => sameText(headers[CSRF_HEADER], csrfToken);

/** Only reading: whoever changes something is at work, whatever the request says of itself. */
function isBackground({ method, headers }: FastifyRequest, polled: boolean): boolean {
  if (method !== "GET") return false;
  return headers[BACKGROUND_HEADER] === "1" || (polled && headers["if-none-match"] !== undefined);
}

/**
 * Refuses a change without a session that another site's page sent: browsers say where it came from.
 * @throws {Problem} `csrf-refused`
 */
export function requireSameOrigin(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw new Problem("csrf-refused");
  const { origin } = request.headers;
  // "null" is a page without an origin of its own, a sandboxed frame for one: not ours.
  if (site === undefined && origin !== undefined && !isHost(origin, request.host))
    throw new Problem("csrf-refused");
}

const isHost = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;

function sameText(given: string | string[] | undefined, right: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
