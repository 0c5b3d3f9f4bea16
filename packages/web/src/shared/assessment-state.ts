import type { AssessmentState } from "../api/contract.js";

/** Whether an assessment has left its unit: submitted, or any state that follows. Its deadline then says nothing more. */
export function isSubmitted(state: AssessmentState): boolean {
  return state !== "declaring" && state !== "compiled";
}
