/** Sends one field to the server, and reads what its answer means for the edit. */
import { api, ifMatch, take } from "../../../api/client.js";
import { isProblem } from "../../../api/problem.js";
import { NOT_APPLICABLE } from "./edit.js";
import { outcomeOf, storedAnswer, storedMark } from "./outcome.js";
import type { Transport } from "./surroundings.js";

/** The answers of one assessment over HTTP. */
export function httpTransport(id: string): Transport {
  return {
    async send(code, input, value, base) {
      const header = ifMatch(base);
      try {
        if (input === NOT_APPLICABLE) {
          const mark = await take(
            api.PUT("/assessments/{id}/not-applicable/{code}", {
              params: { path: { id, code } },
              headers: header,
              body: { reason: typeof value === "string" ? value : null },
            }),
          );
          return { kind: "saved", stored: storedMark(mark) };
        }
        const answer = await take(
          api.PUT("/assessments/{id}/answers/{code}/{input}", {
            params: { path: { id, code, input } },
            headers: header,
            body: { value },
          }),
        );
        return { kind: "saved", stored: storedAnswer(answer) };
      } catch (error) {
        return isProblem(error) ? outcomeOf(error, input) : { kind: "unanswered" };
      }
    },
  };
}
