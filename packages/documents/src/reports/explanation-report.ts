/** Báo cáo giải trình: every question that one unit was asked, with its answers, new evidence, outcome and deadline. */
import type { CompiledSet } from "@opendti/engine";
import type { Day, OfficialHead } from "./official-head.js";

export interface ExplanationReport {
  /** The unit's. */
  readonly head: OfficialHead;
  /** "Kính gửi". */
  readonly to: readonly string[];
  readonly campaign: { readonly name: string; readonly year: number };
  readonly unit: { readonly name: string };
  readonly set: CompiledSet;
  readonly queries: readonly ExplainedQuery[];
}

export interface ExplainedQuery {
  /** Of the indicator. */
  readonly label: string;
  readonly kind: "explanation" | "complaint";
  readonly state: "open" | "answered" | "closed";
  readonly asked: Day;
  readonly due: Day;
  readonly answered?: Day | undefined;
  /** Whether the answer came after its deadline, or is still to come after it. */
  readonly late: boolean;
  readonly outcome?: "accepted" | "partly-accepted" | "rejected" | "withdrawn" | undefined;
  readonly outcomeNote?: string | undefined;
  /** From the question on, in their order. */
  readonly messages: readonly {
    readonly side: "appraiser" | "unit";
    readonly on: Day;
    readonly body: string;
  }[];
  /** What was brought as an answer, each as it is cited: `Quyết định số 1133/QĐ-BDT ngày 31/12/2022`, an address, a file's name. */
  readonly evidence: readonly string[];
  /** Points of the indicator as declared and as they now stand, decimal text; absent where the unit may not know yet. */
  readonly points?: { readonly declared: string; readonly appraised: string; readonly max: string } | undefined;
}
