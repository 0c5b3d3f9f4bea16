/** An identity provider on this machine (oidc-provider), at which everybody who comes is signed in at once. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const CLIENT = { id: "opendti", secret: "mot-bi-mat-cua-may-khach-trong-kiem-thu" };

export interface Person {
  readonly subject: string;
  readonly email?: string;
  readonly verified?: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Who sits before the browser. Undefined: somebody who refuses. */
  person: Person | undefined;
  close(): Promise<void>;
}

/** @param redirectUri where it sends people back to; any other is refused. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const here: IdentityProvider = {
    issuer,
    person: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const people = new Map<string, Person>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: ["khoa-cua-kiem-thu"] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: people.get(id)?.email,
        email_verified: people.get(id)?.verified ?? false,
      }),
    }),
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const { person } = here;
    if (person === undefined)
      return provider.interactionFinished(request, response, { error: "access_denied" });
    people.set(person.subject, person);
    const grant = new provider.Grant({ accountId: person.subject, clientId: CLIENT.id });
    grant.addOIDCScope("openid email");
    await provider.interactionFinished(request, response, {
      login: { accountId: person.subject, remember: false },
      consent: { grantId: await grant.save() },
    });
  });
  return here;
}

/** Walks a browser of its own from the provider's address to where it is sent back. */
export async function walk(start: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = new URL(start);
  const { origin } = address;
  while (address.origin === origin) {
    const answer = await fetch(address, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`the provider stopped: ${answer.status} ${await answer.text()}`);
    address = new URL(next, address);
  }
  return address;
}
