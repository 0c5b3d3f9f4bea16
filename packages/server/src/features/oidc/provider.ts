/** Talking to the province's identity provider: OpenID Connect, code flow with PKCE (RFC 7636), by openid-client. */
import * as client from "openid-client";
import type { OidcConfig } from "../../config.js";
import { Problem } from "../../http/problem.js";

/** What the provider says of itself is asked for again after so long. */
const KEPT = 3_600_000;
const TIMEOUT_SECONDS = 10;

/** A cache of what the provider publishes; another process has its own. */
const discovered = new WeakMap<
  OidcConfig,
  { readonly at: number; readonly found: Promise<client.Configuration> }
>();

/** What keeps an answer of the provider to the browser and the moment that asked for it. */
export interface Proof {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whom the provider vouches for. */
export interface Vouched {
  readonly issuer: string;
  /** The provider's own name for the person: never given to another. */
  readonly subject: string;
  /** Only one that the provider has verified. */
  readonly email: string | undefined;
}

export const newProof = (): Proof => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  codeVerifier: client.randomPKCECodeVerifier(),
});

/**
 * Where the browser has to go to sign in.
 * @param callback our address that the provider sends it back to.
 * @throws {Problem} `sign-in-provider-failed`
 */
export async function signInAddress(oidc: OidcConfig, proof: Proof, callback: URL): Promise<string> {
  const configuration = await discover(oidc);
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: callback.href,
    scope: "openid email",
    state: proof.state,
    nonce: proof.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(proof.codeVerifier),
    code_challenge_method: "S256",
  });
  return address.href;
}

/**
 * Redeems the code that the browser brought back.
 * @param came our callback's address with the provider's query.
 * @throws {Problem} `sign-in-provider-failed` when anything about the answer does not fit the proof.
 */
export async function whoCame(oidc: OidcConfig, proof: Proof, came: URL): Promise<Vouched> {
  const configuration = await discover(oidc);
  try {
    const tokens = await client.authorizationCodeGrant(configuration, came, {
      expectedState: proof.state,
      expectedNonce: proof.nonce,
      pkceCodeVerifier: proof.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("the provider sent no ID token");
    const { email, email_verified } =
      claims["email"] === undefined
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: email_verified === true && typeof email === "string" ? email : undefined,
    };
  } catch (cause) {
    throw failed(cause);
  }
}

async function discover(oidc: OidcConfig): Promise<client.Configuration> {
  const kept = discovered.get(oidc);
  const at = performance.now();
  if (kept !== undefined && at - kept.at < KEPT) return kept.found;
  const issuer = new URL(oidc.issuer);
  const found = client
    .discovery(issuer, oidc.clientId, oidc.clientSecret, secretOf(oidc), {
      timeout: TIMEOUT_SECONDS,
      // The configuration takes http for this machine alone.
      execute: issuer.protocol === "http:" ? [client.allowInsecureRequests] : [],
    })
    .catch((cause: unknown) => {
      discovered.delete(oidc);
      throw failed(cause);
    });
  discovered.set(oidc, { at, found });
  return found;
}

const secretOf = ({ clientSecret }: OidcConfig): client.ClientAuth =>
  clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);

function failed(cause: unknown): Problem {
  const problem = new Problem("sign-in-provider-failed");
  problem.cause = cause;
  return problem;
}
