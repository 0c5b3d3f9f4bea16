import { exact, loadSet, readUnit, type UnitFacts } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { CampaignNow } from "../../src/features/live/campaign-now.js";
import type { UnitVersion } from "../../src/features/live/versions-repository.js";
import { rankedSet } from "../running/ranked-campaign.js";

const loaded = loadSet(rankedSet);
if (!loaded.ok) throw new Error("the set of the test cannot be read");
const { set } = loaded.value;

const versions: UnitVersion[] = ["một", "hai", "ba"].map((name, place) => ({
  assessmentId: `phieu-${place}`,
  unit: { id: `don-vi-${place}`, name },
  group: "nhom",
  state: "declaring",
  word: "1",
}));

const factsOf = (place: number, files: number): UnitFacts =>
  readUnit(set, {
    unit: `don-vi-${place}`,
    group: "nhom",
    profile: { people: 10 },
    answers: { "1.1": { a: 5, b: 10 }, "1.2": { a: files }, "2.1": { value: 10 * files } },
  }).facts;

async function campaign(): Promise<CampaignNow> {
  async function* facts() {
    yield [factsOf(0, 2)];
    yield [factsOf(1, 4), factsOf(2, 8)];
  }
  return CampaignNow.build(set, "bam", versions, facts());
}

const placesOf = (now: CampaignNow) => versions.map((_, row) => now.place(row));
const node = set.nodeOf.get("1.1") ?? -1;

describe("a trial", () => {
  it("that fails half-way leaves nothing of itself", async () => {
    const now = await campaign();
    const before = { places: placesOf(now), relatives: now.relatives() };
    // The values are taken and move everybody; then come points that no indicator takes.
    const broken = { ...factsOf(0, 40), given: new Map([[node, exact.rational(11)]]) };
    expect(() => now.tryOut(0, node, broken)).toThrow(RangeError);
    expect({ places: placesOf(now), relatives: now.relatives() }).toEqual(before);
  });

  it("tells who would move and by how much, and puts all of it back", async () => {
    const now = await campaign();
    const before = placesOf(now);
    const { after, bests } = now.tryOut(0, set.nodeOf.get("1.2"), factsOf(0, 16));
    expect(after.get(0)).toEqual({ total: "40", rank: 1 });
    expect(after.get(2)).not.toEqual(before[2]);
    expect(bests).toEqual([
      expect.objectContaining({ code: "1.2", before: "0.8", after: "1.6" }),
      expect.objectContaining({ code: "2.1", before: "80", after: "160" }),
    ]);
    expect(placesOf(now)).toEqual(before);
  });
});

describe("what has changed", () => {
  it("is what has another word; nothing can be followed when units or groups are others", async () => {
    const now = await campaign();
    const [first, ...rest] = versions as [UnitVersion, ...UnitVersion[]];
    expect(now.changedSince("bam", versions)).toEqual([]);
    expect(now.changedSince("bam", [{ ...first, word: "2" }, ...rest])).toEqual([{ ...first, word: "2" }]);
    expect(now.changedSince("bam khác", versions)).toBeUndefined();
    expect(now.changedSince("bam", rest)).toBeUndefined();
    expect(now.changedSince("bam", [{ ...first, group: null }, ...rest])).toBeUndefined();
    expect(now.changedSince("bam", [...rest, first])).toBeUndefined();
  });

  it("moves everybody, and is no longer changed once it is taken in", async () => {
    const now = await campaign();
    const again = versions.map((one, row) => ({ ...one, word: row === 0 ? "2" : "1" }));
    now.bringUp(again, new Map([["phieu-0", factsOf(0, 16)]]));
    expect(now.changedSince("bam", again)).toEqual([]);
    expect(now.place(0)).toEqual({ total: "40", rank: 1 });
    expect(now.relatives()[0]).toMatchObject({ code: "1.2", best: { row: 0, value: "1.6" }, pending: 0 });
  });
});
