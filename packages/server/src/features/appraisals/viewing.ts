import type { Message } from "@opendti/engine";
import type { Verdict } from "../../database/appraisal-tables.js";
import type { AssessmentState } from "../../database/schema.js";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { StoredValue } from "../answers/repository.js";
import type { Evidence } from "../evidence/repository.js";
import type { QueryView } from "../queries/query.js";
import type { Appraisal, AppraisalItem, Inputs, Named, Person, Status } from "./appraisal.js";

export interface AppraisalView {
  readonly assessmentId: string;
  readonly state: AssessmentState;
  readonly version: number;
  readonly unit: Named;
  readonly campaign: { readonly id: string; readonly name: string; readonly year: number };
  readonly dueAt: Date | null;
  readonly items: readonly AppraisalItem[];
  readonly progress: { readonly judged: number; readonly total: number; readonly unclosedQueries: number };
  readonly totals: { readonly declared: string; readonly appraised: string | null; readonly max: string };
  readonly pillars: readonly {
    readonly code: string;
    readonly title: string;
    readonly declared: string;
    readonly appraised: string | null;
    readonly max: string;
  }[];
  readonly may: {
    readonly codes: readonly string[] | null;
    readonly finish: boolean;
    readonly reopen: boolean;
    readonly ask: boolean;
    readonly return: boolean;
  };
}
export interface Explained {
  readonly code: string;
  readonly title: string;
  readonly max: string;
  readonly status: Status;
  readonly score: string;
  readonly why: Message;
  readonly steps: readonly Message[];
}
export interface IndicatorView extends AppraisalItem {
  readonly assessmentId: string;
  readonly title: string;
  readonly declared: readonly {
    readonly input: string;
    readonly label: string;
    readonly value: StoredValue | null;
    readonly by: Person | null;
    readonly at: Date | null;
  }[];
  readonly trace: { readonly declared: Explained; readonly appraised: Explained | null };
  readonly checks: readonly {
    readonly code: string;
    readonly severity: "warning" | "block";
    readonly message: Message;
    readonly blocks: boolean;
  }[];
  readonly evidence: readonly (Evidence & { readonly queryId: string | null })[];
  readonly previous: {
    readonly year: number;
    readonly score: string | null;
    readonly max: string | null;
    readonly answers: Inputs;
  } | null;
  readonly group: GroupView | null;
  readonly queries: readonly QueryView[];
  readonly history: readonly Appraisal[];
  readonly similar: readonly {
    readonly assessmentId: string;
    readonly unit: Named;
    readonly values: Inputs;
    readonly evidence: number;
    readonly verdict: Verdict | null;
    readonly points: string;
  }[];
}
export interface GroupView {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly median: string;
  readonly best: string;
  readonly lowest: string;
  readonly bins: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly values: readonly {
    readonly input: string;
    readonly label: string;
    readonly median: string | null;
    readonly own: StoredValue | null;
  }[];
}
export async function getAppraisal(_call: Call, _id: string): Promise<AppraisalView> {
  throw new Problem("not-ready");
}
export async function getIndicator(_call: Call, _id: string, _code: string): Promise<IndicatorView> {
  throw new Problem("not-ready");
}
export async function look(_call: Call, _id: string): Promise<void> {
  throw new Problem("not-ready");
}
