import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let officer: Person;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  await app.account("can.bo", ["unit-officer", units.other]);
  officer = await app.signedIn("can.bo");
});
afterAll(() => app.close());

const namesOf = (answer: { body: { items: { name: string }[] } }) =>
  answer.body.items.map(({ name }) => name);

describe("looking at units", () => {
  it("is for everybody signed in, in the order Vietnamese sorts", async () => {
    const answer = await officer.get("/units");
    expect(answer.status).toBe(200);
    expect(namesOf(answer)).toEqual(["Phòng A", "Phòng B", "Sở Hai", "Sở Một", "Tỉnh Minh Họa", "Xã Một"]);
    expect(answer.body.items[3]).toEqual({
      id: units.department,
      code: "so-mot",
      kind: "so-nganh",
      kindName: "Sở, ban, ngành",
      parentId: units.province,
      name: "Sở Một",
      shortName: "Sở Một",
      rankingGroup: null,
      validFrom: "2025-07-01",
      validTo: null,
      version: 1,
      childCount: 2,
    });
  });

  it("goes on where the page ended", async () => {
    const first = await officer.get("/units?limit=4");
    expect(first.body.items).toHaveLength(4);
    const second = await officer.get(`/units?limit=4&cursor=${first.body.next}`);
    expect(namesOf(second)).toEqual(["Tỉnh Minh Họa", "Xã Một"]);
    expect(second.body.next).toBeNull();
  });

  it("finds names typed without marks, and takes a percent sign for itself", async () => {
    expect(namesOf(await officer.get("/units?q=xa%20mot"))).toEqual(["Xã Một"]);
    expect(namesOf(await officer.get("/units?q=%25"))).toEqual([]);
  });

  it("walks the tree from its top", async () => {
    expect(namesOf(await officer.get("/units?parent=none"))).toEqual(["Tỉnh Minh Họa"]);
    expect(namesOf(await officer.get(`/units?parent=${units.department}`))).toEqual(["Phòng A", "Phòng B"]);
  });

  it("shows nothing on a day before anything was there", async () => {
    expect(namesOf(await officer.get("/units?at=2025-06-30"))).toEqual([]);
    expect(namesOf(await officer.get("/units?at=2025-06-30&all=true"))).toHaveLength(6);
  });

  it("names the kinds from the province down", async () => {
    expect((await officer.get("/unit-kinds")).body.items[0]).toEqual({
      kind: "tinh",
      name: "Tỉnh",
      level: 1,
    });
  });

  it("answers not-found for a unit that never was", async () => {
    expect((await officer.get("/units/00000000-0000-4000-8000-000000000000")).body.code).toBe("not-found");
  });
});
