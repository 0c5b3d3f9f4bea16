/** What the process holds: nothing that matters, only handles to what does, and caches of what never changes. */
import type pg from "pg";
import type { Config } from "./config.js";
import type { Connection } from "./database/connection.js";
import type { SecretBox } from "./features/sessions/secret-box.js";
import type { SetShelf } from "./features/sets/shelf.js";
import type { FileStore } from "./files/store.js";

export interface Platform {
  readonly config: Config;
  readonly db: Connection;
  /** The pool under it: for prepared statements, a connection of one's own (what streams; release it), and its figures. */
  readonly pool: pg.Pool;
  readonly files: FileStore;
  /** Published and draft sets, compiled; by content hash, so never stale. */
  readonly sets: SetShelf;
  /** Seals and opens the secrets of one-time codes. */
  readonly secrets: SecretBox;
  /** The present; tests set it. */
  readonly now: () => Date;
}
