/** The table of documents that were read into sets, as Kysely sees it. */
import type { Generated, JSONColumnType } from "kysely";
import type { Timestamp } from "./columns.js";

/** One set of a document, as lists tell of it. */
export interface SetImportHead {
  readonly id: string;
  readonly title: string;
  readonly indicators: number;
  readonly certain: number;
  readonly doubtful: number;
  readonly unread: number;
}

/** A draft that was made of one set of the document. */
export interface SetImportDraft {
  /** Which set of the document, from 0. */
  readonly set: number;
  readonly id: string;
  readonly version: number;
}

export interface SetImportTables {
  set_import: {
    id: Generated<string>;
    name: string;
    format: string;
    file_hash: string;
    heads: JSONColumnType<SetImportHead[], string, never>;
    content: string;
    decisions: Generated<string>;
    drafts: JSONColumnType<SetImportDraft[], string | undefined, string>;
    lock_version: Generated<number>;
    created_by: string | null;
    created_at: Timestamp;
    changed_at: Timestamp;
  };
}
