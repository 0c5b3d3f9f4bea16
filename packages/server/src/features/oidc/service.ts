/** Signing in through the identity provider: which attempts are good, and which account a person there has here. */
import type { OidcConfig } from "../../config.js";
import type { OpenCall, OpenLongCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { endReplaced, type SignInOutcome, signInVouched } from "../sessions/service.js";
import type { Vouched } from "./provider.js";
import * as repository from "./repository.js";

/** Loaded by the first who signs in so: most systems have no provider. */
const provider = () => import("./provider.js");

const ATTEMPT_MINUTES = 10;
const CALLBACK = "/api/v1/oidc/callback";

export interface Begun {
  /** Kept by the browser: only the one that began may finish. */
  readonly state: string;
  /** At the provider. */
  readonly location: string;
}

/**
 * Begins a sign-in.
 * @param returnTo where to go afterwards; anything but a path of our own pages is taken for the first page.
 * @throws {Problem} `not-found` where no provider is set; `sign-in-provider-failed`.
 */
export async function begin(call: OpenLongCall, returnTo: string | undefined): Promise<Begun> {
  const { oidc, publicUrl } = settings(call);
  const { newProof, signInAddress } = await provider();
  const proof = newProof();
  const location = await signInAddress(oidc, proof, new URL(CALLBACK, publicUrl));
  await repository.insertAttempt(call.db, { ...proof, returnTo: localPath(returnTo), createdAt: call.at });
  return { state: proof.state, location };
}

export interface Finished {
  readonly outcome: SignInOutcome;
  readonly returnTo: string;
}

/**
 * Finishes a sign-in. The attempt is used up whatever comes of it.
 * @param query what the provider sent the browser back with.
 * @param state what this browser began with.
 * @param replaced the session token that the browser had.
 * @throws {Problem} `sign-in-expired` for an attempt that is unknown, used, older than ten minutes or another
 *   browser's; `sign-in-provider-failed`.
 */
export async function finish(
  call: OpenLongCall,
  query: Readonly<Record<string, string>>,
  state: string | undefined,
  replaced: string | undefined,
): Promise<Finished> {
  const { oidc, publicUrl } = settings(call);
  if (state === undefined || state !== query["state"]) throw new Problem("sign-in-expired");
  const attempt = await repository.takeAttempt(call.db, state);
  const oldest = call.at.getTime() - ATTEMPT_MINUTES * 60_000;
  if (attempt === undefined || attempt.createdAt.getTime() < oldest) throw new Problem("sign-in-expired");
  const came = new URL(CALLBACK, publicUrl);
  came.search = new URLSearchParams(query).toString();
  const { whoCame } = await provider();
  const vouched = await whoCame(oidc, attempt, came);
  const outcome = await call.db.transaction().execute((db) => enter({ ...call, db }, vouched, replaced));
  return { outcome, returnTo: attempt.returnTo };
}

async function enter(call: OpenCall, vouched: Vouched, replaced: string | undefined): Promise<SignInOutcome> {
  const accountId =
    (await repository.findLinked(call.db, vouched.issuer, vouched.subject)) ??
    (await linkOnce(call, vouched));
  if (accountId === undefined) return { refused: new Problem("account-unknown") };
  const outcome = await signInVouched(call, accountId);
  if ("signedIn" in outcome) await endReplaced(call, replaced);
  return outcome;
}

/** Links the one account with the e-mail address that the provider verified. None is ever made by itself. */
async function linkOnce(call: OpenCall, { issuer, subject, email }: Vouched): Promise<string | undefined> {
  if (email === undefined) return undefined;
  const [accountId, another] = await repository.findUnlinkedByEmail(call.db, email);
  if (accountId === undefined || another !== undefined) return undefined;
  await repository.link(call.db, accountId, issuer, subject);
  await record(call, {
    action: "account.link",
    subject: { type: "account", id: accountId },
    accountId,
    after: { issuer },
  });
  return accountId;
}

function settings({ platform: { config } }: OpenLongCall): {
  readonly oidc: OidcConfig;
  readonly publicUrl: string;
} {
  const { oidc, publicUrl } = config;
  // readConfig takes a provider only together with PUBLIC_URL: our own address never comes from a request.
  if (oidc === undefined || publicUrl === undefined) throw new Problem("not-found");
  return { oidc, publicUrl };
}

const OURS = "http://opendti.invalid";

/** A path of our own pages, with its query; `/` for everything else: other sites, the interface, odd spellings. */
export function localPath(wanted: string | undefined): string {
  // Browsers read "\" as "/" and leave out control characters; no page of ours has either.
  if (wanted === undefined || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return "/";
  const address = new URL(wanted, OURS);
  if (address.origin !== OURS || address.pathname.startsWith("//") || address.pathname.startsWith("/api/"))
    return "/";
  return address.pathname + address.search;
}
