/** A question on one indicator: of an appraiser to the unit, or of the unit about its published result. */
import type { QueryKind, QueryOutcome, QueryState } from "../../database/appraisal-tables.js";
import type { Evidence } from "../evidence/repository.js";

export interface Person {
  readonly id: string;
  readonly displayName: string;
}

export interface QueryHead {
  readonly id: string;
  readonly assessmentId: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly campaign: { readonly id: string; readonly name: string; readonly year: number };
  readonly set: { readonly id: string; readonly version: number; readonly hash: string };
  readonly code: string;
  readonly kind: QueryKind;
  readonly state: QueryState;
  /** Who follows it to its end; null: whoever coordinates. */
  readonly owner: Person | null;
  readonly dueAt: Date;
  /** Open, and its time is over. */
  readonly overdue: boolean;
  readonly outcome: QueryOutcome | null;
  readonly outcomeNote: string | null;
  readonly openedBy: Person | null;
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
  readonly closedBy: Person | null;
  readonly closedAt: Date | null;
  readonly version: number;
  /** The first message. */
  readonly question: string;
}

export interface QueryMessage {
  readonly id: string;
  readonly side: "appraiser" | "unit";
  readonly body: string;
  readonly by: Person | null;
  readonly at: Date;
}

export interface Query extends QueryHead {
  readonly messages: readonly QueryMessage[];
  readonly evidence: readonly Evidence[];
}

/** What the asker may do with it now. */
export interface QueryMay {
  /** Add a message. */
  readonly write: boolean;
  /** Give the message that answers. */
  readonly answer: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
  /** Give it another deadline or owner. */
  readonly extend: boolean;
}

export interface QueryHeadView {
  readonly query: QueryHead;
  /** Of the indicator. */
  readonly title: string;
  readonly may: QueryMay;
}

export interface QueryView extends QueryHeadView {
  readonly query: Query;
}
