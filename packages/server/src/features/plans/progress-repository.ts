/** What lead units report on a plan, as stored. */
import { sql } from "kysely";
import type { Work } from "../../database/connection.js";
import type { PlanReportState } from "../../database/plan-tables.js";
import { person } from "../assessments/repository.js";
import type { Period, Quarter } from "./periods.js";

type Person = { readonly id: string; readonly displayName: string } | null;

/** What a lead unit says of one assignment. */
export interface Told {
  readonly finished: boolean;
  readonly done: string;
  readonly difficulties: string;
  readonly proposal: string;
}

export interface Entry extends Told {
  readonly code: string;
  /** Empty: the indicator, not a datum of it. */
  readonly input: string;
  /** What If-Match names. */
  readonly version: number;
  readonly by: Person;
  readonly at: Date;
}

/** The report of an organisation on a quarter. */
export interface Report extends Period {
  readonly id: string;
  readonly organisation: string;
  readonly state: PlanReportState;
  readonly reason: string | null;
  /** What If-Match names; counts the changes of its lines too. */
  readonly version: number;
  readonly by: Person;
  readonly at: Date;
}

const reportColumns = [
  "r.id",
  "r.organisation",
  "r.year",
  "r.quarter",
  "r.state",
  "r.reason",
  "r.version",
  "r.by_id",
  "b.display_name",
  "r.at",
] as const;

/** The reports of these organisations on a plan up to a quarter, the newest first. */
export async function listReports(
  db: Work,
  planId: string,
  organisations: readonly string[],
  upTo: Period,
): Promise<Report[]> {
  if (organisations.length === 0) return [];
  const rows = await db
    .selectFrom("plan_report as r")
    .leftJoin("account as b", "b.id", "r.by_id")
    .where("r.plan_id", "=", planId)
    .where("r.organisation", "in", organisations)
    .where(sql<boolean>`(r.year, r.quarter) <= (${upTo.year}, ${upTo.quarter})`)
    .select(reportColumns)
    .orderBy("r.year", "desc")
    .orderBy("r.quarter", "desc")
    .orderBy("r.organisation")
    .execute();
  return rows.map(reportOf);
}

/** The lines of reports, by report. */
export async function listEntries(db: Work, reportIds: readonly string[]): Promise<Map<string, Entry[]>> {
  const found = new Map<string, Entry[]>();
  if (reportIds.length === 0) return found;
  const rows = await db
    .selectFrom("plan_progress as p")
    .leftJoin("account as b", "b.id", "p.by_id")
    .where("p.report_id", "in", reportIds)
    .selectAll("p")
    .select("b.display_name")
    .execute();
  for (const row of rows) found.set(row.report_id, [...(found.get(row.report_id) ?? []), entryOf(row)]);
  return found;
}

/** The report of a quarter, made where there is none yet; held against every other change until the transaction ends. */
export async function lockReport(
  db: Work,
  place: Period & { readonly planId: string; readonly organisation: string },
  at: Date,
): Promise<Report> {
  const { planId, organisation, year, quarter } = place;
  await db
    .insertInto("plan_report")
    .values({
      plan_id: planId,
      organisation,
      year,
      quarter,
      reason: null,
      unit_id: null,
      by_id: null,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom("plan_report as r")
    .leftJoin("account as b", "b.id", "r.by_id")
    .where("r.plan_id", "=", planId)
    .where("r.organisation", "=", organisation)
    .where("r.year", "=", year)
    .where("r.quarter", "=", quarter)
    .select(reportColumns)
    .forUpdate("r")
    .executeTakeFirstOrThrow();
  return reportOf(row);
}

export async function findEntry(
  db: Work,
  reportId: string,
  code: string,
  input: string,
): Promise<Entry | undefined> {
  return (await listEntries(db, [reportId]))
    .get(reportId)
    ?.find((one) => one.code === code && one.input === input);
}

export async function writeEntry(
  db: Work,
  reportId: string,
  {
    code,
    input,
    by,
    ...entry
  }: Told & {
    readonly code: string;
    readonly input: string;
    readonly version: number;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const { finished, done, difficulties, proposal, version, at } = entry;
  const values = { finished, done, difficulties, proposal, version, by_id: by, at };
  await db
    .insertInto("plan_progress")
    .values({ report_id: reportId, code, input, ...values })
    .onConflict((conflict) => conflict.columns(["report_id", "code", "input"]).doUpdateSet(values))
    .execute();
  await db
    .updateTable("plan_report")
    .set(({ eb }) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", reportId)
    .execute();
}

export async function setReportState(
  db: Work,
  id: string,
  change: {
    readonly state: PlanReportState;
    readonly reason: string | null;
    readonly unitId: string | null;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .updateTable("plan_report")
    .set(({ eb }) => ({
      state: change.state,
      reason: change.reason,
      unit_id: change.unitId,
      by_id: change.by,
      at: change.at,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** Whether anything was ever reported on a plan. */
export async function isReportedOn(db: Work, planId: string): Promise<boolean> {
  const row = await db
    .selectFrom("plan_report")
    .where("plan_id", "=", planId)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function reportOf(row: {
  id: string;
  organisation: string;
  year: number;
  quarter: number;
  state: PlanReportState;
  reason: string | null;
  version: number;
  by_id: string | null;
  display_name: string | null;
  at: Date;
}): Report {
  return {
    id: row.id,
    organisation: row.organisation,
    year: row.year,
    quarter: row.quarter as Quarter,
    state: row.state,
    reason: row.reason,
    version: row.version,
    by: person(row.by_id, row.display_name),
    at: row.at,
  };
}

function entryOf(row: {
  code: string;
  input: string;
  finished: boolean;
  done: string;
  difficulties: string;
  proposal: string;
  version: number;
  by_id: string | null;
  display_name: string | null;
  at: Date;
}): Entry {
  return {
    code: row.code,
    input: row.input,
    finished: row.finished,
    done: row.done,
    difficulties: row.difficulties,
    proposal: row.proposal,
    version: row.version,
    by: person(row.by_id, row.display_name),
    at: row.at,
  };
}
