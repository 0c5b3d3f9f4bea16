import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { administrator } from "../running/administrator.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let admin: Person;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  admin = await administrator(app, "quan.tri", units.province);
  await openCampaign(app, units);
});
afterAll(() => app.close());

describe("the ranking group of a unit", () => {
  it("is called on its page as the newest campaign with that group calls it", async () => {
    const { body } = await admin.get(`/units/${units.department}`);
    expect(body.rankingGroupName).toBeNull();
    await admin.send(
      "PATCH",
      `/units/${units.department}`,
      { rankingGroup: "so-nganh" },
      {
        "if-match": `"${body.version}"`,
      },
    );
    const grouped = await admin.get(`/units/${units.department}`);
    expect(grouped.body).toMatchObject({ rankingGroup: "so-nganh", rankingGroupName: "Sở, ban, ngành" });
  });
});
