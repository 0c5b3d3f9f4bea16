/** The set of an assessment, compiled. */
import type { LoadedSet } from "@opendti/engine";
import type { Connection, Work } from "../../database/connection.js";
import { found } from "../../http/endpoint.js";
import type { Platform } from "../../platform.js";
import { findSet } from "../sets/repository.js";

/** Takes it from the shelf by its hash, or reads it from the database once. */
export async function loadSetOf(
  call: { readonly platform: Pick<Platform, "sets">; readonly db: Work | Connection },
  set: { readonly id: string; readonly version: number; readonly hash: string },
): Promise<LoadedSet> {
  const { sets } = call.platform;
  const known = sets.known(set.hash);
  if (known !== undefined) return known;
  const stored = found(await findSet(call.db, set.id, set.version));
  return sets.load(stored.source, stored.hash);
}
