import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../running/app.js";
import { must } from "../running/ranked-campaign.js";
import { type RunDesk, startDesk } from "../running/run-desk.js";

let desk: RunDesk;
let run: string;

beforeAll(async () => {
  desk = await startDesk();
  await desk.appraised();
  run = (await must(desk.compile())).body.id;
}, 60_000);
afterAll(() => desk.app.close());

const appraisal = async (person: Person, code = "") =>
  (await person.get(`/assessments/${desk.unitAt(1).assessment}/appraisal${code}`)).body;
const finals = async (person: Person) => {
  const { totals, pillars } = await appraisal(person);
  const { finalScore } = await appraisal(person, "/1.2");
  return [totals.final, pillars[0].final, finalScore];
};
const kinds = async (person: Person): Promise<string[]> =>
  (await person.get("/notices")).body.items.map(({ kind }: { kind: string }) => kind);

describe("the end of appraising", () => {
  it("is told to the unit, with the way to what was judged", async () => {
    const { items } = (await desk.unitAt(1).people.get("/notices")).body;
    expect(items).toMatchObject([
      {
        kind: "appraised",
        title: "Phiếu đã thẩm định xong",
        body: "Đơn vị 2 · Đợt có chỉ số tương đối",
        link: `/assessments/${desk.unitAt(1).assessment}/review`,
      },
    ]);
    expect(await kinds(desk.campaign.observer)).toEqual([]);
  });
});

describe("final points", () => {
  it("are none until a run is approved", async () => {
    expect(await finals(desk.campaign.coordinator)).toEqual([null, null, null]);
  });

  it("are those of the run, where the group's best counts, and not those of the assessment by itself", async () => {
    await must(desk.decide(run, "approve"));
    // By itself 1.2 is provisionally 0.4 x 20; in its group 20 x 0.4/0.5.
    expect((await appraisal(desk.campaign.coordinator, "/1.2")).appraisedScore).toBe("8");
    expect(await finals(desk.campaign.coordinator)).toEqual(["37.5", "25", "16"]);
  });

  it("are told to the unit when they are published, and stay while a correction is worked on", async () => {
    const { people } = desk.unitAt(1);
    expect(await finals(people)).toEqual([null, null, null]);
    await must(desk.decide(run, "publish"));
    expect(await finals(people)).toEqual(["37.5", "25", "16"]);
    await must(
      desk.campaign.coordinator.send("POST", `/campaigns/${desk.campaign.id}/revisions`, {
        reason: "Kiến nghị của Đơn vị 2",
        unitIds: [desk.unitAt(1).id],
      }),
    );
    expect(await finals(people)).toEqual(["37.5", "25", "16"]);
    expect(await appraisal(people)).toMatchObject({ state: "appraising", totals: { appraised: null } });
  });
});

describe("a correction", () => {
  it("is told to the units that are opened, with its reason, and to no other", async () => {
    // The clock of the test stands, so which of two notices is the newer is not told.
    expect((await desk.unitAt(1).people.get("/notices")).body.items).toContainEqual(
      expect.objectContaining({
        kind: "revised",
        title: "Mở điều chỉnh kết quả",
        body: "Đơn vị 2 · Đợt có chỉ số tương đối: “Kiến nghị của Đơn vị 2”",
      }),
    );
    expect(await kinds(desk.unitAt(0).people)).not.toContain("revised");
  });

  it("stands on the run that it corrects until another takes its place", async () => {
    const { body } = await desk.campaign.observer.get(`/runs/${run}`);
    expect(body.revision).toMatchObject({
      reason: "Kiến nghị của Đơn vị 2",
      by: { displayName: "dieu.phoi.xh" },
    });
  });
});
