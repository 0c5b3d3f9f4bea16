/** A document's bytes in, what the pages show and keep of it out. Runs in a thread of its own; pure. */
import type { SetImportHead } from "../../database/set-import-tables.js";
import type { Words } from "../../http/problem.js";
import type { SetCase } from "../sets/repository.js";

/** What becomes of a document: its reading, or why there is none. */
export type Reading =
  | {
      readonly ok: true;
      readonly format: string;
      readonly heads: readonly SetImportHead[];
      /** {@link ImportContent} as JSON text. */
      readonly content: string;
    }
  | {
      readonly ok: false;
      readonly code: "upload-refused" | "content-refused";
      readonly why: Words;
    };

/** One row of the document's table that became an indicator. */
interface ContentRow {
  /** The key or the code of the indicator in the set. */
  readonly name: string;
  readonly status: "certain" | "doubtful" | "unread";
  readonly place: Words | null;
  readonly text: string;
  readonly cells: readonly { readonly heading: string; readonly text: string }[];
  readonly pieces: readonly {
    readonly start: number;
    readonly end: number;
    readonly role: string;
    readonly target: string | null;
  }[];
  readonly questions: readonly unknown[];
  readonly wording: string;
}

interface ContentFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly at: string;
  readonly message: Words;
  readonly place: Words | null;
}

/** A whole reading, as it is kept. */
export interface ImportContent {
  readonly sets: readonly {
    readonly set: unknown;
    readonly rows: readonly ContentRow[];
    readonly findings: readonly ContentFinding[];
    readonly cases: readonly SetCase[];
  }[];
  readonly findings: readonly ContentFinding[];
}

/** Reads a document into sets. */
export async function readSets(bytes: Uint8Array, name: string): Promise<Reading> {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith("{"))
    return {
      ok: false,
      code: "upload-refused",
      why: { vi: `Chưa đọc được ${name}.`, en: `${name} is unread.` },
    };
  const content = JSON.parse(text) as ImportContent;
  const heads = content.sets.map(({ set, rows }): SetImportHead => {
    const count = (wanted: string): number => rows.filter(({ status }) => status === wanted).length;
    const { id, title } = set as { id: string; title: string };
    return {
      id,
      title,
      indicators: rows.length,
      certain: count("certain"),
      doubtful: count("doubtful"),
      unread: count("unread"),
    };
  });
  return { ok: true, format: "text", heads, content: JSON.stringify(content) };
}
