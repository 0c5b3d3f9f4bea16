/** Queries as their people see them. */
import { holds, seeingAll } from "../../access/actor.js";
import type { QueryKind, QueryState } from "../../database/appraisal-tables.js";
import type { Call } from "../../http/call.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import type { QueryHead, QueryHeadView, QueryView } from "./query.js";
import * as repository from "./repository.js";
import { askerOf, maySee, viewOf } from "./standing.js";

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

/** Everybody may ask: a unit's people see what concerns their unit, those who oversee see all. */
export async function listQueries(
  call: Call,
  { mine, overdue, state, ...wish }: QueryWish,
  cursor: string | undefined,
  limit: number,
): Promise<Page<QueryHeadView> & { readonly counts: QueryCounts }> {
  const asker = await askerOf(call);
  const units = [...asker.units];
  const filter = {
    ...wish,
    units: holds(call.actor, ...seeingAll) ? null : units,
    mine: mine ? { accountId: call.actor.accountId, units } : undefined,
  };
  const after = readCursor(cursor, 3);
  const rows = await repository.listQueries(call.db, { ...filter, state, overdue }, call.at, {
    after,
    limit: limit + 1,
  });
  const { items, next } = page(rows, limit, ({ key }) => key);
  const views: QueryHeadView[] = [];
  for (const { key: _, ...query } of items) views.push(await viewOf(call, asker, query as QueryHead));
  return { items: views, next, counts: await repository.countQueries(call.db, filter, call.at) };
}

/** @throws {Problem} `not-found` when there is none, or the actor may not know of it. */
export async function getQuery(call: Call, id: string): Promise<QueryView> {
  const asker = await askerOf(call);
  const query = await repository.findQuery(call.db, id, call.at);
  if (query === undefined || !maySee(asker, query)) throw new Problem("not-found");
  return viewOf(call, asker, query);
}

/** The queries on one indicator, for whoever sees its assessment: the caller has checked that. */
export async function queriesOf(call: Call, assessmentId: string, code: string): Promise<QueryView[]> {
  const asker = await askerOf(call);
  const queries = await repository.listOfAssessment(call.db, assessmentId, code, call.at);
  const views: QueryView[] = [];
  for (const query of queries) if (maySee(asker, query)) views.push(await viewOf(call, asker, query));
  return views;
}
