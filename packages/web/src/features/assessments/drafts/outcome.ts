/** What the server's answers mean for an edit. */
import type { Answer, NotApplicable } from "../../../api/assessment-contract.js";
import type { Problem } from "../../../api/problem.js";
import { NOT_APPLICABLE, type Stored } from "./edit.js";
import type { Outcome } from "./surroundings.js";

/** An answer as the draft store knows it. */
export function storedAnswer({ value, version, by, at }: Answer): Stored {
  return { value, version, by, at };
}

/** A mark "not applicable" as the draft store knows it: its reason is the value. */
export function storedMark({ reason, version, by, at }: NotApplicable): Stored {
  return { value: reason, version, by, at };
}

/** What a refusal of the server means for the edit that was sent. */
export function outcomeOf(problem: Problem, input: string): Outcome {
  const refused = (
    reason: "deadline-passed" | "sealed" | "not-allowed" | "unreadable" | "gone",
  ): Outcome => ({
    kind: "refused",
    refusal: { reason, detail: problem.detail || problem.message },
  });
  switch (problem.code) {
    case "changed-meanwhile": {
      const current: unknown = problem.extensions["current"];
      if (typeof current !== "object" || current === null) return { kind: "unanswered" };
      return {
        kind: "stale",
        stored:
          input === NOT_APPLICABLE ? storedMark(current as NotApplicable) : storedAnswer(current as Answer),
      };
    }
    case "deadline-passed":
      return refused("deadline-passed");
    case "assessment-sealed":
      return refused("sealed");
    case "value-unreadable":
      return refused("unreadable");
    default:
      return byStatus(problem, refused);
  }
}

function byStatus(
  problem: Problem,
  refused: (reason: "not-allowed" | "unreadable" | "gone") => Outcome,
): Outcome {
  const { status } = problem;
  if (status === 401) return { kind: "signed-out" };
  if (status === 429 || status === 0 || status >= 500 || status === 408) {
    const seconds = Number(problem.extensions["retryAfter"]);
    return { kind: "unanswered", retryAfterMs: seconds > 0 ? seconds * 1000 : undefined };
  }
  if (status === 403) return refused("not-allowed");
  if (status === 404 || status === 410) return refused("gone");
  return refused("unreadable");
}
