import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boardOf } from "../../src/features/results/edition.js";
import { openTotals } from "../../src/features/results/open-points.js";
import { findEdition } from "../../src/features/results/repository.js";
import type { LongCall } from "../../src/http/call.js";
import { declare, must } from "../running/ranked-campaign.js";
import { type RunDesk, startDesk } from "../running/run-desk.js";

let desk: RunDesk;

/** The appraiser of everything agrees with an indicator. */
async function agree(place: number, code: string): Promise<void> {
  const path = `/assessments/${desk.unitAt(place).assessment}/appraisal/${code}`;
  await must(desk.campaign.coordinator.send("PUT", path, { verdict: "agreed" }, { "if-match": '"0"' }));
}

beforeAll(async () => {
  desk = await startDesk();
  const { people, assessment } = desk.unitAt(0);
  await must(
    people.send(
      "PUT",
      `/assessments/${assessment}/not-applicable/1.1`,
      { reason: "Không ban hành văn bản" },
      { "if-match": '"0"' },
    ),
  );
  await declare(desk.unitAt(1), { "1.2": { a: "9" } });
  await desk.submit(4);
  // Of the first group only 1.2 of the first unit is open; of the second nothing is judged.
  for (const place of [0, 1, 2])
    for (const code of ["1.1", "1.2", "2.1", "2.2"])
      if (place !== 0 || code !== "1.2") await agree(place, code);
  desk.app.clock.now = new Date("2026-12-21T00:00:00Z");
  await desk.signInAgain();
  await must(desk.compile());
}, 60_000);
afterAll(() => desk.app.close());

async function totals(): Promise<Record<string, unknown>> {
  const call = {
    platform: desk.app.platform,
    db: desk.app.db,
    at: desk.app.clock.now,
  } as unknown as LongCall;
  const edition = await findEdition(desk.app.db, desk.campaign.id, "newest");
  const board = edition && (await boardOf(call, edition));
  if (edition === undefined || board === undefined) throw new Error("there is no run");
  const rows = board.units.map((_, row) => row);
  const open = await openTotals(call, { edition, board, rows });
  return Object.fromEntries(
    board.units.map(({ name }, row) => [
      name,
      [(open[row]?.least ?? 0) / 1e6, (open[row]?.most ?? 0) / 1e6, open[row]?.count],
    ]),
  );
}

describe("what a total can still become", () => {
  it("follows the rescaling of what does not apply, and moves with the best of the group while anybody's is open", async () => {
    expect(await totals()).toEqual({
      // Without 1.1 the 20 of 1.2 count for the 30 of their group: 0 + 0 + 5, and 20 x 30/20 + 0 + 5.
      "Đơn vị 1": [5, 35, 1],
      // 9 + 1.2 + 7.5 + 5, where 1.2 is a share of the best, which may be another one: from 0 to 20.
      "Đơn vị 2": [21.5, 41.5, 0],
      // 6.67 + 1.2 + 15 + 0.
      "Đơn vị 3": [21.67, 41.67, 0],
      "Đơn vị 4": [0, 50, 4],
    });
  });

  it("bounds the ranks", async () => {
    const { body } = await desk.campaign.coordinator.get(`/campaigns/${desk.campaign.id}/robustness?draws=1`);
    expect(
      Object.fromEntries(
        body.items.map((one: { unit: { name: string }; pendingLow: number; pendingHigh: number }) => [
          one.unit.name,
          [one.pendingLow, one.pendingHigh],
        ]),
      ),
    ).toEqual({ "Đơn vị 1": [1, 3], "Đơn vị 2": [1, 3], "Đơn vị 3": [1, 3], "Đơn vị 4": [1, 1] });
  });
});
