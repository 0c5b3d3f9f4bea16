import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let coordinator: Person;
let officer: Person;

const source = readFileSync(
  new URL("../../../../sets/binh-phuoc-website-100/set.yaml", import.meta.url),
  "utf8",
);
const address = "/sets/binh-phuoc-website-100/versions/1";
const match = (version: number) => ({ "if-match": `"${version}"` });

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  await app.account("dieu.phoi", ["coordinator", units.province]);
  await app.account("can.bo", ["unit-officer", units.department]);
  coordinator = await app.signedIn("dieu.phoi");
  officer = await app.signedIn("can.bo");
});
afterAll(() => app.close());

describe("a draft", () => {
  it("is told what is wrong with its text, line by line, and is not kept", async () => {
    const broken = await coordinator.send("POST", "/sets", {
      source: source.replace("kind: scored", "kind: x"),
    });
    expect(broken.body).toMatchObject({ code: "set-has-errors" });
    expect(broken.body.problems[0]).toMatchObject({
      line: expect.any(Number),
      column: expect.any(Number),
    });
    expect((await coordinator.get("/sets")).body.items).toEqual([]);
  });

  it("is the coordinator's: others neither make nor see it", async () => {
    expect((await officer.send("POST", "/sets", { source })).status).toBe(403);
    const made = await coordinator.send("POST", "/sets", { source });
    expect(made.body).toMatchObject({ status: "draft", lockVersion: 1, max: "100" });
    expect((await coordinator.get("/sets")).body.items[0].about).toEqual({
      kind: "scored",
      years: { from: 2022, to: null },
      decision: { number: "1787/QĐ-UBND", date: "2022-09-28", issuer: "UBND tỉnh Bình Phước" },
    });
    expect((await officer.get(address)).status).toBe(404);
    expect((await coordinator.send("POST", "/sets", { source })).body.code).toBe("already-exists");
  });

  it("changes on the version that was seen, and keeps its own name", async () => {
    const longer = `${source}\n# ghi chú\n`;
    expect((await coordinator.send("PUT", address, { source: longer }, match(9))).status).toBe(412);
    const changed = await coordinator.send("PUT", address, { source: longer }, match(1));
    expect(changed.body.lockVersion).toBe(2);
    const other = source.replace("id: binh-phuoc-website-100", "id: khac");
    expect((await coordinator.send("PUT", address, { source: other }, match(2))).body.code).toBe(
      "content-refused",
    );
  });
});

describe("a published set", () => {
  it("is frozen under its content hash, for everybody to read", async () => {
    const published = await coordinator.send("POST", `${address}/publish`, undefined, match(2));
    expect(published.body).toMatchObject({
      status: "published",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await coordinator.send("PUT", address, { source }, match(3))).body.code).toBe("set-frozen");
    expect((await coordinator.send("DELETE", address, undefined, match(3))).body.code).toBe("set-frozen");
    const text = await officer.get(`${address}/source`);
    expect(text.body).toContain("id: binh-phuoc-website-100");
    expect(text.headers.etag).toBe(`"${published.body.hash}"`);
    const content = await officer.get(`${address}/content`);
    expect(content.body).toMatchObject({ id: "binh-phuoc-website-100", version: 1 });
    expect(content.headers["cache-control"]).toBe("private, max-age=86400, immutable");
  });
});
