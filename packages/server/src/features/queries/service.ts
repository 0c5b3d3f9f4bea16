import type { QueryKind, QueryOutcome, QueryState } from "../../database/appraisal-tables.js";
import type { Call } from "../../http/call.js";
import type { Page } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import type { GivenItem } from "../evidence/schemas.js";
import type { QueryHeadView, QueryView } from "./query.js";

export interface QueryWish {
  readonly campaign?: string | undefined;
  readonly unit?: string | undefined;
  readonly assessment?: string | undefined;
  readonly state?: QueryState | undefined;
  readonly kind?: QueryKind | undefined;
  readonly overdue: boolean;
  readonly mine: boolean;
}
export interface QueryCounts {
  readonly open: number;
  readonly answered: number;
  readonly closed: number;
  readonly overdue: number;
}
export async function listQueries(
  _call: Call,
  _wish: QueryWish,
  _cursor: string | undefined,
  _limit: number,
): Promise<Page<QueryHeadView> & { readonly counts: QueryCounts }> {
  throw new Problem("not-ready");
}
export async function getQuery(_call: Call, _id: string): Promise<QueryView> {
  throw new Problem("not-ready");
}
export async function ask(
  _call: Call,
  _assessmentId: string,
  _given: { readonly code: string; readonly body: string; readonly dueAt: Date },
): Promise<QueryView> {
  throw new Problem("not-ready");
}
export async function complain(
  _call: Call,
  _assessmentId: string,
  _given: { readonly code: string; readonly body: string },
): Promise<QueryView> {
  throw new Problem("not-ready");
}
export async function write(
  _call: Call,
  _id: string,
  _sent: number,
  _given: { readonly body: string; readonly done: boolean },
): Promise<QueryView> {
  throw new Problem("not-ready");
}
export async function addEvidence(_call: Call, _id: string, _item: GivenItem): Promise<QueryView> {
  throw new Problem("not-ready");
}
export async function removeEvidence(_call: Call, _id: string, _evidenceId: string): Promise<QueryView> {
  throw new Problem("not-ready");
}
export async function change(
  _call: Call,
  _id: string,
  _sent: number,
  _given: { readonly dueAt?: Date; readonly ownerId?: string },
): Promise<QueryView> {
  throw new Problem("not-ready");
}
export async function close(
  _call: Call,
  _id: string,
  _sent: number,
  _given: { readonly outcome: QueryOutcome; readonly note: string | null },
): Promise<QueryView> {
  throw new Problem("not-ready");
}
