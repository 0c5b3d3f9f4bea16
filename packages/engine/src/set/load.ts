/** A set's text in, a compiled set out, or every problem with its line and column. */

import { type Message, message } from "../message.js";
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
  const content = contentOf(document);
  if ("vi" in content) return { ok: false, problems: [document.problem(content, [])] };
  const parsed = setSchema.safeParse(content.value);
  if (!parsed.success)
    return {
      ok: false,
      problems: document.problems(explainIssues(parsed.error.issues, content.value)),
    };
  const compiled = compileSet(parsed.data);
  if ("errors" in compiled)
    return {
      ok: false,
      problems: document.problems(compiled.errors.map(({ text, path }) => ({ text, path: [...path] }))),
    };
  return { ok: true, value: { set: compiled.set, source: parsed.data, document } };
}

/** The content, or that it cannot be unfolded: an alias may stand for what is not there, or for far too much. */
function contentOf(document: SourceDocument): { value: unknown } | Message {
  try {
    return { value: document.content() };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return message(
      "Tệp dùng tham chiếu (*) đến tên không có, hoặc lồng quá nhiều; hãy ghi thẳng nội dung",
      "The file uses an alias (*) of a name that is not there, or unfolds too many; write the content out",
    );
  }
}
