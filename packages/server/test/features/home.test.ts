import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { declareRealUnit, type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let department: Person;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("so.hai", ["unit-officer", units.other], ["unit-head", units.other]);
  department = await app.signedIn("so.hai");
});
afterAll(() => app.close());

describe("what there is to do", () => {
  it("says of an assessment that came back why and since when, until it is submitted again", async () => {
    const mine = campaign.assessments[units.other] ?? "";
    const onHome = async () => (await department.get("/home")).body.items[0];
    const act = async (person: Person, action: string, body?: unknown) => {
      const { version, revision } = (await person.get(`/assessments/${mine}`)).body;
      const match = { "if-match": `"${version}"` };
      return person.send("POST", `/assessments/${mine}/${action}`, body ?? { revision }, match);
    };
    await declareRealUnit(department, mine);
    expect((await onHome()).returned).toBeNull();
    await act(department, "submit");
    const reason = "Chỉ số 2.1.3: kê khai lại tổng số văn bản";
    expect((await act(campaign.coordinator, "return", { reason })).status).toBe(204);
    expect(await onHome()).toMatchObject({
      state: "declaring",
      returned: { reason, at: app.clock.now.toISOString() },
    });
    await act(department, "submit");
    expect(await onHome()).toMatchObject({ state: "submitted", returned: null });
  });
});
