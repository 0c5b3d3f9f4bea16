import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { Named } from "./appraisal.js";

/** Why an indicator is left out when agreeing in bulk. */
export const agreeingRefusals = [
  /** Not in this campaign, or no indicator that is judged. */
  "unknown",
  /** Not the asker's to judge. */
  "not-yours",
  /** Not submitted, or appraised to its end. */
  "state",
  "deadline",
  /** Judged by somebody meanwhile. */
  "changed",
  "agreed",
  "adjusted",
  /** A question on it is not closed. */
  "query",
  /** A check that blocks fails. */
  "check",
] as const;
export type AgreeingRefusal = (typeof agreeingRefusals)[number];

export interface Skipped {
  readonly assessmentId: string;
  readonly unit: Named | null;
  readonly code: string;
  readonly reason: AgreeingRefusal;
}

export interface AgreeingPreview {
  readonly agree: readonly {
    readonly assessmentId: string;
    readonly unit: Named;
    readonly code: string;
    readonly declared: string;
    readonly version: number;
  }[];
  readonly skipped: readonly Skipped[];
}
type Items = readonly { readonly assessmentId: string; readonly code: string; readonly version?: number }[];

export async function previewAgreeing(_call: Call, _id: string, _items: Items): Promise<AgreeingPreview> {
  throw new Problem("not-ready");
}
export async function agree(
  _call: Call,
  _id: string,
  _items: Items,
): Promise<{ agreed: number; skipped: readonly Skipped[] }> {
  throw new Problem("not-ready");
}
