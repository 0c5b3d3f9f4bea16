/** What an appraiser judges, and the judgement. Types only. */
import type { QueryState, Verdict } from "../../database/appraisal-tables.js";
import type { AssessmentState } from "../../database/schema.js";
import type { StoredValue } from "../answers/repository.js";

export interface Person {
  readonly id: string;
  readonly displayName: string;
}
export interface Named {
  readonly id: string;
  readonly name: string;
}
interface Group {
  readonly code: string;
  readonly name: string;
}

/** Values by input; the input "" is the mark "not applicable" with its reason. Null: taken as not declared. */
export type Inputs = Readonly<Record<string, StoredValue | null>>;

/** What of a judgement moves scores. */
export interface Judgement {
  readonly code: string;
  readonly verdict: Verdict | null;
  readonly inputs: Inputs | null;
  /** Decimal text. */
  readonly points: string | null;
}

/** A judgement as stored. */
export interface Appraisal extends Judgement {
  readonly reason: string | null;
  readonly version: number;
  readonly by: Person | null;
  readonly at: Date;
}

export type Status = "scored" | "missing" | "undefined" | "not_applicable" | "pending";

/** An indicator of one assessment with its judgement; points as decimal text. */
export interface AppraisalItem {
  readonly code: string;
  readonly verdict: Verdict | null;
  readonly inputs: Inputs | null;
  readonly points: string | null;
  readonly reason: string | null;
  /** 0: never judged. */
  readonly version: number;
  readonly by: Person | null;
  readonly at: Date | null;
  /** What was declared has changed since. */
  readonly stale: boolean;
  readonly declaredScore: string;
  /** Null: not shown to the unit yet. */
  readonly appraisedScore: string | null;
  readonly max: string;
  readonly status: Status;
}

/** One indicator of one unit in the queue. */
export interface QueueItem {
  readonly assessmentId: string;
  readonly unit: Named;
  readonly group: Group | null;
  readonly code: string;
  readonly title: string;
  readonly max: string;
  readonly declared: string;
  /** Null: not judged, and so as declared. */
  readonly appraised: string | null;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly version: number;
  readonly stale: boolean;
  readonly stake: string;
  readonly checks: number;
  readonly evidence: number;
  readonly changed: boolean;
  readonly query: {
    readonly id: string;
    readonly state: QueryState;
    readonly dueAt: Date;
    readonly overdue: boolean;
  } | null;
  readonly values: readonly DeclaredValue[];
  readonly at: Date | null;
}

export interface DeclaredValue {
  readonly input: string;
  readonly label: string;
  readonly declared: StoredValue | null;
}

export interface QueueCounts {
  readonly all: number;
  readonly unjudged: number;
  readonly disagreeing: number;
  readonly failedChecks: number;
  readonly changed: number;
  readonly queried: number;
  readonly overdue: number;
  readonly stale: number;
}

export interface UnitProgress {
  readonly assessmentId: string;
  readonly unit: Named;
  readonly state: AssessmentState;
  readonly judged: number;
  readonly total: number;
  readonly openQueries: number;
}
