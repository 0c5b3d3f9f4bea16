import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../running/app.js";
import { must } from "../running/ranked-campaign.js";
import { type RunDesk, startDesk } from "../running/run-desk.js";

/** Somebody who appraises everything and is an officer of the second unit, the first of its group, too. */
let both: Person;
let desk: RunDesk;

beforeAll(async () => {
  desk = await startDesk();
  await desk.submit(4);
  const province = await desk.app.db
    .selectFrom("unit")
    .where("kind", "=", "tinh")
    .select("id")
    .executeTakeFirstOrThrow();
  const own = desk.unitAt(1).id;
  const id = await desk.app.account("hai.vai", ["appraiser", province.id], ["unit-officer", own]);
  const path = `/campaigns/${desk.campaign.id}/appraisers`;
  const { headers } = await desk.campaign.coordinator.get(path);
  await must(
    desk.campaign.coordinator.send(
      "PUT",
      path,
      { items: [{ accountId: id, code: null, unitId: null }] },
      { "if-match": String(headers.etag) },
    ),
  );
  both = await desk.app.signedIn("hai.vai");
  await desk.judge(desk.unitAt(0), "1.2", { inputs: { a: "5" }, reason: "Ba hồ sơ ngoài kỳ" });
  // The best of its group now.
  await desk.judge(desk.unitAt(1), "1.2", { inputs: { a: "7" }, reason: "Sót ba hồ sơ" });
}, 60_000);
afterAll(() => desk.app.close());

interface Item {
  readonly unit: { readonly id: string };
  readonly rank: number | null;
}
const live = async (person: Person, basis = "appraised") =>
  (await person.get(`/campaigns/${desk.campaign.id}/live?basis=${basis}`)).body;
const ranks = (items: readonly Item[]) =>
  desk.campaign.units.map(({ id }) => items.find(({ unit }) => unit.id === id)?.rank);
const results = (person: Person, part = "results") => person.get(`/campaigns/${desk.campaign.id}/${part}`);

describe("an appraiser who works in an assessed unit, until that unit is told", () => {
  it("sees the others as they stand, and nothing of what its own was judged to come to", async () => {
    const seen = await live(both);
    expect(seen.leftOut).toEqual([{ id: desk.unitAt(1).id, name: desk.unitAt(1).name }]);
    // Without a gap that would say where the own unit stands.
    expect(ranks((await live(desk.campaign.coordinator)).items)).toEqual([3, 1, 2, 1]);
    expect(ranks(seen.items)).toEqual([2, undefined, 1, 1]);
    const told = (body: { relatives: { best: unknown; worst: unknown }[] }) =>
      JSON.stringify(body.relatives.flatMap(({ best, worst }) => [best, worst]));
    expect(told(await live(desk.campaign.coordinator))).toContain(desk.unitAt(1).id);
    expect(told(seen)).not.toContain(desk.unitAt(1).id);
    expect((await live(desk.campaign.coordinator)).leftOut).toEqual([]);
  });

  it("sees what its unit declared, as its unit does", async () => {
    expect(await live(both, "declared")).toMatchObject({ leftOut: [] });
    expect((await live(both, "declared")).items).toHaveLength(4);
  });

  it("is told of others who would move, not of its own", async () => {
    const trial = { code: "1.2", inputs: { a: "40" } };
    const path = `/assessments/${desk.unitAt(2).assessment}/what-if`;
    const moved = async (person: Person) =>
      (await must(person.send("POST", path, trial))).body.movers.map(({ unit }: Item) => unit.id);
    expect(await moved(desk.campaign.coordinator)).toContain(desk.unitAt(1).id);
    expect(await moved(both)).toEqual([desk.unitAt(0).id]);
  });

  it("meets no results that are not published, and no run", async () => {
    desk.app.clock.now = new Date("2026-12-21T00:00:00Z");
    await desk.signInAgain();
    both = await desk.app.signedIn("hai.vai");
    const { body: run } = await must(desk.compile());
    expect((await results(both)).body).toMatchObject({ run: null, items: [] });
    expect((await results(desk.campaign.coordinator)).body.items).toHaveLength(4);
    const other = desk.unitAt(0).id;
    expect((await results(both, `results/${other}?run=${run.id}`)).status).toBe(404);
    expect((await results(both, "results.csv")).status).toBe(404);
    for (const path of [
      `/campaigns/${desk.campaign.id}/compile`,
      `/campaigns/${desk.campaign.id}/robustness`,
      `/runs/${run.id}`,
      `/runs/${run.id}/differences`,
    ])
      expect([path, (await both.get(path)).status]).toEqual([path, 403]);
    expect((await both.send("POST", `/runs/${run.id}/repeat`)).status).toBe(403);
  });
});

describe("once its unit is told", () => {
  it("the same appraiser sees what all appraisers see", async () => {
    await desk.app.db.updateTable("assessment").set({ state: "appraised" }).execute();
    expect((await live(both)).leftOut).toEqual([]);
    expect(ranks((await live(both)).items)).toEqual([3, 1, 2, 1]);
    expect((await results(both)).body.items).toHaveLength(4);
  });
});
