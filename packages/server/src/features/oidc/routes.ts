/** /oidc: to the identity provider and back. People see these addresses, so what goes wrong leads to the sign-in page. */
import { z } from "zod";
import { type Endpoints, Redirect, type Wire } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { SESSION_COOKIE } from "../../http/session-cookie.js";
import { setSessionCookie } from "../sessions/routes.js";
import * as service from "./service.js";

/** Holds the state while the browser is at the provider: nobody is signed in by a link that somebody else began. */
const STATE_COOKIE = "opendti_oidc";
const STATE_PATH = "/api/v1/oidc";
const STATE_SECONDS = 600;

/** One part of what the provider sends back. */
const part = z.string().max(5000);

export function oidcRoutes(endpoints: Endpoints): void {
  endpoints.publicLong(
    {
      method: "GET",
      url: "/oidc/start",
      summary: "Sign in at the identity provider",
      query: z.object({ return_to: z.string().max(1000).optional() }),
      redirects: true,
      tries: true,
    },
    async (call, { query }, wire) =>
      orToSignIn(wire, async () => {
        const { state, location } = await service.begin(call, query.return_to);
        wire.reply.setCookie(STATE_COOKIE, state, {
          path: STATE_PATH,
          httpOnly: true,
          sameSite: "lax",
          secure: call.platform.config.publicUrl?.startsWith("https:") === true,
          maxAge: STATE_SECONDS,
        });
        return new Redirect(location);
      }),
  );
  endpoints.publicLong(
    {
      method: "GET",
      url: "/oidc/callback",
      summary: "Back from the identity provider",
      query: z
        .object({ state: part.optional(), code: part.optional(), error: part.optional() })
        .catchall(part),
      redirects: true,
      tries: true,
    },
    async (call, { query }, wire) =>
      orToSignIn(wire, async () => {
        const { cookies } = wire.request;
        wire.reply.clearCookie(STATE_COOKIE, { path: STATE_PATH });
        const { outcome, returnTo } = await service.finish(
          call,
          query,
          cookies[STATE_COOKIE],
          cookies[SESSION_COOKIE],
        );
        if ("refused" in outcome) throw outcome.refused;
        setSessionCookie(wire, call.platform.config, outcome.signedIn.token);
        return new Redirect(returnTo);
      }),
  );
}

async function orToSignIn({ request }: Wire, work: () => Promise<Redirect>): Promise<Redirect> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    // Why, in the library's own word; never what the provider said of a person.
    const { cause } = error;
    if (cause instanceof Error)
      request.log.warn({ problem: error.code, name: cause.name, why: codeOf(cause) }, "identity provider");
    return new Redirect(`/sign-in?problem=${error.code}`);
  }
}

const codeOf = (cause: Error): unknown => ("code" in cause ? cause.code : undefined);
