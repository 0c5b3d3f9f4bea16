/** A set's text in, a compiled set out, or every problem with its line and column. */

import { compileSet } from "../plan/compile.js";
import type { CompiledSet } from "../plan/compiled.js";
import { SourceDocument } from "../source/document.js";
import { explainIssues } from "../source/issues.js";
import type { Loaded } from "../source/problem.js";
import { type SetSource, setSchema } from "./schema.js";

/** A set with the means to say where in its file something stands. */
export interface LoadedSet {
  readonly set: CompiledSet;
  readonly source: SetSource;
  readonly document: SourceDocument;
}

/**
 * Reads a set from YAML or JSON text.
 * @param file named in problems; nothing is read from disk.
 */
export function loadSet(text: string, file?: string): Loaded<LoadedSet> {
  const document = SourceDocument.parse(text, file);
  if (Array.isArray(document)) return { ok: false, problems: document };
  const content = document.content();
  const parsed = setSchema.safeParse(content);
  if (!parsed.success)
    return {
      ok: false,
      problems: explainIssues(parsed.error.issues, content).map((issue) =>
        document.problem(issue.text, issue.path),
      ),
    };
  const compiled = compileSet(parsed.data);
  if ("errors" in compiled)
    return {
      ok: false,
      problems: compiled.errors.map((error) => document.problem(error.text, [...error.path])),
    };
  return { ok: true, value: { set: compiled.set, source: parsed.data, document } };
}
