/** /session: sign in, who am I, sign out. */
import { z } from "zod";
import type { Config } from "../../config.js";
import { roles } from "../../database/schema.js";
import type { Endpoints, Wire } from "../../http/endpoint.js";
import { SESSION_COOKIE } from "../../http/session-cookie.js";
import * as service from "./service.js";

const language = z.enum(["vi", "en"]);

const grantSchema = z.object({
  role: z.enum(roles),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }),
});

const sessionSchema = z
  .object({
    account: z.object({
      id: z.uuid(),
      login: z.string(),
      displayName: z.string(),
      language,
      totpEnabled: z.boolean(),
      mustChangePassword: z.boolean(),
    }),
    grants: z.array(grantSchema),
    csrfToken: z.string(),
    idleMinutes: z.int(),
    totpDue: z.boolean(),
  })
  .meta({ id: "Session" });

export function sessionRoutes(endpoints: Endpoints): void {
  endpoints.public(
    {
      method: "POST",
      url: "/session",
      summary: "Sign in",
      body: z.object({
        login: z.string().min(1).max(200),
        password: z.string().min(1).max(1000),
        code: z.string().max(20).optional(),
      }),
      answer: sessionSchema,
      limitPerMinute: 30,
    },
    async (call, { body }, wire) => {
      const outcome = await service.signIn(call, body.login, body.password, body.code);
      if ("refused" in outcome) return outcome.refused;
      setSessionCookie(wire, call.platform.config, outcome.signedIn.token);
      return outcome.signedIn.session;
    },
  );
  endpoints.account(
    { method: "GET", url: "/session", summary: "Who is signed in", answer: sessionSchema },
    async (call) => service.current(call),
    "any-account",
  );
  endpoints.account(
    { method: "DELETE", url: "/session", summary: "Sign out" },
    async (call, _, { reply }) => {
      await service.signOut(call);
      reply.clearCookie(SESSION_COOKIE, { path: "/" });
      return undefined;
    },
    "any-account",
  );
  endpoints.account(
    {
      method: "PATCH",
      url: "/session",
      summary: "Choose the language",
      body: z.object({ language }),
      answer: sessionSchema,
    },
    async (call, { body }) => service.setLanguage(call, body.language),
    "any-account",
  );
}

/** Gives the browser its session: not readable by scripts, not sent from other sites. */
export function setSessionCookie({ request, reply }: Wire, config: Config, token: string): void {
  const secure = (config.publicUrl ?? `${request.protocol}:`).startsWith("https:");
  reply.setCookie(SESSION_COOKIE, token, { path: "/", httpOnly: true, sameSite: "lax", secure });
}
