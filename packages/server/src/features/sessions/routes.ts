/** /session: sign in, who am I, sign out; one's own password, one-time codes and sessions. */
import { z } from "zod";
import type { Config } from "../../config.js";
import { roles } from "../../database/schema.js";
import type { Endpoints, Wire } from "../../http/endpoint.js";
import { SESSION_COOKIE } from "../../http/session-cookie.js";
import { changePassword } from "./own-password.js";
import { endOwn, listOwn } from "./own-sessions.js";
import { confirmTotp, dropTotp, offerTotp } from "./own-totp.js";
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
      tries: true,
    },
    async (call, { body }, wire) => {
      const outcome = await service.signIn(call, body.login, body.password, body.code);
      if ("refused" in outcome) return outcome.refused;
      await service.endReplaced(call, wire.request.cookies[SESSION_COOKIE]);
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
  endpoints.public(
    {
      method: "GET",
      url: "/sign-in-methods",
      summary: "Ways to sign in here",
      answer: z.object({
        local: z.boolean(),
        oidc: z.object({ name: z.string(), start: z.string() }).nullable(),
      }),
    },
    async ({ platform: { config } }) => ({
      local: true,
      oidc: config.oidc === undefined ? null : { name: config.oidc.name, start: "/api/v1/oidc/start" },
    }),
  );
  ownCredentialRoutes(endpoints);
  ownSessionRoutes(endpoints);
}

const code = z.object({ code: z.string().min(1).max(20) });

function ownCredentialRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url: "/session/password",
      summary: "Change one's own password; other sessions end",
      body: z.object({ current: z.string().min(1).max(1000), next: z.string().min(1).max(1000) }),
      tries: true,
    },
    async (call, { body }) => changePassword(call, body.current, body.next),
    "any-account",
  );
  endpoints.account(
    {
      method: "POST",
      url: "/session/totp",
      summary: "Ask for a secret of one-time codes; it counts from its first right code on",
      answer: z.object({ secret: z.string(), uri: z.string() }),
    },
    async (call) => offerTotp(call),
    "any-account",
  );
  endpoints.account(
    {
      method: "PUT",
      url: "/session/totp",
      summary: "Turn one-time codes on, with the first right one",
      body: code,
      tries: true,
    },
    async (call, { body }) => {
      await confirmTotp(call, body.code);
      return undefined;
    },
    "any-account",
  );
  endpoints.account(
    {
      method: "DELETE",
      url: "/session/totp",
      summary: "Turn one-time codes off; not for administrators",
      body: code,
      tries: true,
    },
    async (call, { body }) => dropTotp(call, body.code),
    "any-account",
  );
}

function ownSessionRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/session/all",
      summary: "Where one is signed in",
      answer: z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            createdAt: z.iso.datetime(),
            lastSeenAt: z.iso.datetime(),
            address: z.string(),
            userAgent: z.string(),
            current: z.boolean(),
          }),
        ),
      }),
    },
    async (call) => ({
      items: (await listOwn(call)).map((session) => ({
        ...session,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      })),
    }),
    "any-account",
  );
  endpoints.account(
    {
      method: "DELETE",
      url: "/session/all/:id",
      summary: "Sign out elsewhere",
      params: z.object({ id: z.uuid() }),
    },
    async (call, { params }) => {
      await endOwn(call, params.id);
      return undefined;
    },
    "any-account",
  );
}

/** Gives the browser its session: not readable by scripts, not sent from other sites. */
export function setSessionCookie({ request, reply }: Wire, config: Config, token: string): void {
  const secure = (config.publicUrl ?? `${request.protocol}:`).startsWith("https:");
  reply.setCookie(SESSION_COOKIE, token, { path: "/", httpOnly: true, sameSite: "lax", secure });
}
