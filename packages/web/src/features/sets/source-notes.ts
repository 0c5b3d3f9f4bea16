/** What reading and checking a set's text has to say, as one list: what cannot be read, and what the checks found. */
import type { SetFinding } from "../../api/contract.js";
import { isProblem } from "../../api/problem.js";

/** A thing said about one place of a text. */
export type SourceNote = Omit<SetFinding, "code">;

function textOr(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function countOr(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** Reads one entry of a refusal; what is not told with words in both languages is left out. */
function noteOf(entry: unknown): SourceNote[] {
  if (typeof entry !== "object" || entry === null) return [];
  const { message, line, column, at, expected, found } = entry as Record<string, unknown>;
  const { vi, en } = (message ?? {}) as Record<string, unknown>;
  if (typeof vi !== "string" || typeof en !== "string") return [];
  return [
    {
      severity: "error",
      message: { vi, en },
      line: countOr(line),
      column: countOr(column),
      at: textOr(at) ?? "",
      expected: textOr(expected),
      found: textOr(found),
    },
  ];
}

/** The places that a refusal `set-has-errors` names; null for any other error. */
export function notesOfRefusal(error: unknown): SourceNote[] | null {
  if (!isProblem(error, "set-has-errors")) return null;
  const { problems, findings } = error.extensions;
  return [problems, findings].flatMap((list) => (Array.isArray(list) ? list.flatMap(noteOf) : []));
}

/** Errors before warnings, each from the top of the text down. */
export function inOrder(notes: readonly SourceNote[]): SourceNote[] {
  const rank = ({ severity }: SourceNote): number => (severity === "error" ? 0 : 1);
  return notes.toSorted((one, other) => rank(one) - rank(other) || (one.line ?? 0) - (other.line ?? 0));
}
