import type { AssessmentState } from "../../api/contract.js";

/** Final points are the appraised ones once they are approved; until then there are none. */
export function finalOf(state: AssessmentState, appraised: string | null): string | null {
  return state === "approved" || state === "published" ? appraised : null;
}
