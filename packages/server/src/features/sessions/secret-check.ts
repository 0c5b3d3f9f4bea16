/** At the start: whether this process has the key that the secrets in the database are sealed with. */
import type { Platform } from "../../platform.js";
import { findSealedSecret } from "./credentials-repository.js";

/**
 * Tries one secret, if there is any. Better no process than one at which nobody with one-time codes can sign in.
 * @throws {SecretKeyError} naming the key that is missing.
 */
export async function requireSecretKey({ db, secrets }: Pick<Platform, "db" | "secrets">): Promise<void> {
  const one = await findSealedSecret(db);
  if (one !== undefined) secrets.open(one.sealed, one.accountId);
}
