/** Everyone's points as they stand now, and what a change would do to them. */
import { requireRole, seeingAll } from "../../access/actor.js";
import type { AssessmentState } from "../../database/schema.js";
import type { LongCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { standing } from "../assessments/standing.js";

export type Basis = "declared" | "appraised";
interface Named {
  readonly id: string;
  readonly name: string;
}
interface Extreme {
  readonly unit: Named;
  readonly value: string;
}

export interface LiveRanking {
  readonly basis: Basis;
  readonly provisional: boolean;
  readonly items: readonly {
    readonly assessmentId: string;
    readonly unit: Named;
    readonly group: string | null;
    readonly total: string;
    readonly max: string;
    readonly rank: number | null;
    readonly state: AssessmentState;
  }[];
  readonly relatives: readonly {
    readonly code: string;
    readonly title: string;
    readonly group: string | null;
    readonly best: Extreme | null;
    readonly worst: Extreme | null;
    readonly pending: number;
  }[];
}

interface Move {
  readonly totalBefore: string;
  readonly totalAfter: string;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
}

export interface WhatIf {
  readonly basis: Basis;
  readonly own: Move & { readonly code: string; readonly before: string; readonly after: string };
  readonly group: readonly {
    readonly code: string;
    readonly title: string;
    readonly bestBefore: string | null;
    readonly bestAfter: string | null;
  }[];
  readonly movers: readonly (Move & { readonly unit: Named })[];
  readonly moversCount: number;
}

export interface Trial {
  readonly code: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly points: string | null;
  readonly basis: Basis | undefined;
}

export async function getLive(call: LongCall, _campaignId: string, _basis: Basis): Promise<LiveRanking> {
  requireRole(call.actor, ...seeingAll);
  throw new Problem("not-ready");
}

export async function tryOut(call: LongCall, assessmentId: string, _trial: Trial): Promise<WhatIf> {
  await standing(call, assessmentId);
  throw new Problem("not-ready");
}
