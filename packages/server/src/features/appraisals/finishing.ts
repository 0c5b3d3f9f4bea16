import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { Named } from "./appraisal.js";

export interface Left {
  readonly assessmentId: string;
  readonly unit: Named;
  readonly unjudged: number;
  readonly openQueries: number;
}
export async function finish(
  _call: Call,
  _id: string,
  _sent: number,
  _how: { readonly force: boolean; readonly reason: string | null },
): Promise<void> {
  throw new Problem("not-ready");
}
export async function finishAll(
  _call: Call,
  _id: string,
  _reason: string | null,
): Promise<{ finished: number; left: readonly Left[] }> {
  throw new Problem("not-ready");
}
export async function reopen(_call: Call, _id: string, _sent: number, _reason: string): Promise<void> {
  throw new Problem("not-ready");
}
