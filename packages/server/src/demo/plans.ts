/** The demo's plan: which unit stands for which organisation, and what they reported in the last quarters. */
import { readPlan } from "../features/plans/content.js";
import { writeStanding } from "../features/plans/organisation-repository.js";
import { leadsOf } from "../features/plans/organisations.js";
import { lastDayOf, periodBefore, periodOf } from "../features/plans/periods.js";
import { lockReport, setReportState, writeEntry } from "../features/plans/progress-repository.js";
import { dayOf } from "../features/units/day.js";
import { type DemoPlan, readPlans } from "./files.js";
import { closing, days, type Ground } from "./ground.js";
import { idOf } from "./units.js";

/** Gives the organisations of the demo's plans their units, and writes the reports. */
export async function seedPlans(ground: Ground): Promise<void> {
  for (const demo of await readPlans()) {
    const { id, source } = await ground.db
      .selectFrom("plan")
      .where("set_id", "=", demo.set)
      .where("key", "=", demo.plan)
      .select(["id", "source"])
      .executeTakeFirstOrThrow();
    const { data } = readPlan(source);
    for (const [key, unit] of Object.entries(demo.organisations))
      await writeStanding(
        ground.db,
        id,
        { key, unitId: idOf(ground.units, unit), leads: leadsOf(data, key) },
        days(ground.at, demo.since),
      );
    for (const report of demo.reports) await seedReport(ground, id, demo, report);
  }
}

async function seedReport(
  { db, units, accounts, at: today }: Ground,
  planId: string,
  { organisations }: DemoPlan,
  { organisation, ago, by: login, sent, lines }: DemoPlan["reports"][number],
): Promise<void> {
  let period = periodOf(dayOf(today));
  for (let step = 0; step < ago; step += 1) period = periodBefore(period);
  // Written some days before the quarter's end.
  const end = new Date(`${lastDayOf(period)}T00:00:00Z`);
  const by = login === undefined ? null : idOf(accounts, login);
  const report = await lockReport(db, { planId, organisation, ...period }, closing(end, -9));
  for (const { code, input, ...told } of lines)
    await writeEntry(db, report.id, { code, input, ...told, version: 1, by, at: closing(end, -9) });
  if (!sent) return;
  const unit = organisations[organisation];
  await setReportState(db, report.id, {
    state: "sent",
    reason: null,
    unitId: unit === undefined ? null : idOf(units, unit),
    by,
    at: closing(end, -4),
  });
}
