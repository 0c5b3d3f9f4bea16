import type { Verdict } from "../../database/appraisal-tables.js";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { DeclaredValue, Named } from "./appraisal.js";

export interface Inconsistency {
  readonly code: string;
  readonly title: string;
  readonly values: readonly DeclaredValue[];
  readonly units: readonly {
    readonly assessmentId: string;
    readonly unit: Named;
    readonly group: string | null;
    readonly verdict: Verdict | null;
    readonly declared: string;
    readonly appraised: string;
    readonly evidence: number;
    readonly reason: string | null;
  }[];
}
export async function listConsistency(_call: Call, _id: string): Promise<Inconsistency[]> {
  throw new Problem("not-ready");
}
