/** Every migration in its order. A name, once released, never changes; a migration, once released, is never edited. */
import type { Migration } from "kysely";
import * as foundation from "./0001-foundation.js";

export const migrations: Readonly<Record<string, Migration>> = {
  "0001-foundation": foundation,
};
