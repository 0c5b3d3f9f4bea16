import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { AppraisalItem } from "./appraisal.js";

/** A judgement as given. */
export type Verdicts =
  | { readonly verdict: "agreed" }
  | {
      readonly verdict: "adjusted";
      readonly inputs: Readonly<Record<string, unknown>> | null;
      readonly points: string | null;
      readonly reason: string;
    }
  | { readonly verdict: null };

export async function judge(
  _call: Call,
  _id: string,
  _code: string,
  _sent: number,
  _given: Verdicts,
): Promise<AppraisalItem> {
  throw new Problem("not-ready");
}
