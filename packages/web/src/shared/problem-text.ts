import { isProblem } from "../api/problem.js";
import { formatDateTime } from "./format.js";
import type { Say } from "./text.js";

/** What went wrong and what to do, in the reader's language. */
export interface ProblemText {
  title: string;
  detail: string;
}

/**
 * The words for any error. Known problems have their own sentence; the others say what the server says, and an error
 * that is no problem at all is called unexpected.
 */
export function problemText(error: unknown, say: Say): ProblemText {
  if (!isProblem(error))
    return { title: say("shared.problem.unexpected"), detail: say("shared.problem.unexpectedDetail") };
  switch (error.code) {
    case "unreachable":
      return { title: say("shared.problem.offline"), detail: say("shared.problem.offlineDetail") };
    case "changed-meanwhile":
      return { title: say("shared.problem.changed"), detail: say("shared.problem.changedDetail") };
    case "account-locked": {
      const { until } = error.extensions;
      return {
        title: say("shared.problem.locked"),
        detail:
          typeof until === "string"
            ? say("shared.problem.lockedUntil", { until: formatDateTime(until) })
            : error.detail,
      };
    }
    case "unexpected-answer":
      return {
        title: say("shared.problem.unexpected"),
        detail: say("shared.problem.unexpectedStatus", { status: error.status }),
      };
    default:
      return { title: error.message, detail: error.detail };
  }
}
