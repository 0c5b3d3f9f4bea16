/** A set of two versions, three departments and two published years: what views of results are tried on. */
import type { Person, RunningApp } from "./app.js";
import { insertCampaign, insertRun, type PlannedUnit, threeDepartments } from "./results.js";
import { type SmallProvince, smallProvince } from "./units.js";

export interface TwoYears {
  readonly units: SmallProvince;
  /** Sở Ba, which takes part in the second year only. */
  readonly third: string;
  /** The campaign of 2025. */
  readonly last: string;
  /** The campaign of 2026 and its published run. */
  readonly campaign: string;
  readonly run: string;
  readonly coordinator: Person;
  /** Of Sở Một. */
  readonly officer: Person;
  /** Of Sở Hai. */
  readonly head: Person;
  readonly in2026: readonly PlannedUnit[];
}

/** In 2025 Sở Hai has the best share of trained people, 10 of 10; in 2026 Sở Một has. */
export async function twoYears(app: RunningApp): Promise<TwoYears> {
  const units = await smallProvince(app.db);
  const { third } = await threeDepartments(app, units);
  const one = { unitId: units.department, name: "Sở Một" };
  const two = { unitId: units.other, name: "Sở Hai" };
  const in2025 = [
    { ...one, declared: { staff: 20, documents: [60, 100], trained: 10, activities: 2 } },
    { ...two, declared: { staff: 10, documents: [50, 100], trained: 10, activities: 5 } },
  ] as const satisfies readonly PlannedUnit[];
  const in2026 = [
    { ...one, declared: { staff: 20, documents: [60, 100], trained: 12, activities: 3, planned: true } },
    {
      ...two,
      declared: { staff: 10, documents: [90, 100], trained: 5, activities: 5, planned: true },
      adjustments: [{ code: "2.1", inputs: { value: "4" }, points: null }],
    },
    {
      unitId: third,
      name: "Sở Ba",
      declared: { staff: 10, documents: null, trained: 3, activities: 4, planned: false },
    },
  ] as const satisfies readonly PlannedUnit[];
  const last = await insertCampaign(app, 2025, 1, in2025);
  await insertRun(app, last, in2025);
  const campaign = await insertCampaign(app, 2026, 2, in2026);
  const run = await insertRun(app, campaign, in2026);
  await app.account("dieu.phoi", ["coordinator", units.province]);
  await app.account("can.bo", ["unit-officer", units.department]);
  await app.account("so.hai", ["unit-head", units.other]);
  return {
    units,
    third,
    last,
    campaign,
    run,
    coordinator: await app.signedIn("dieu.phoi"),
    officer: await app.signedIn("can.bo"),
    head: await app.signedIn("so.hai"),
    in2026,
  };
}
