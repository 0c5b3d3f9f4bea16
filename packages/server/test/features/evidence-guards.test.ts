import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type FakeClamd, fakeClamd, MALICIOUS } from "../files/fake-clamd.js";
import { pdfOf, upload } from "../files/form.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type OpenCampaign, openCampaign } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: OpenCampaign;
let office: Person;
let neighbour: Person;
let clamd: FakeClamd;

const KILOBYTE = 1024;

beforeAll(async () => {
  clamd = await fakeClamd();
  app = await startApp({ CLAMD_URL: String(clamd.url), UNIT_FILES_MEGABYTES: "1" });
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("van.phong", ["unit-officer", units.department]);
  await app.account("so.hai", ["unit-officer", units.other]);
  office = await app.signedIn("van.phong");
  neighbour = await app.signedIn("so.hai");
});
afterEach(() => {
  clamd.mode = "scans";
});
afterAll(async () => {
  await app.close();
  await clamd.close();
});

const send = (person: Person, unit: string, bytes: Buffer) =>
  upload(app, person, campaign.assessments[unit] ?? "", "a.pdf", bytes);
/** A document of so many bytes that is like no other. */
const document = (name: string, kilobytes: number) => pdfOf(name.padEnd(kilobytes * KILOBYTE, "x"));
const incoming = () => readdir(join(app.platform.config.data, "files", "incoming"));

describe("a file that the scanner looks at", () => {
  it("is taken when it is clean", async () => {
    expect((await send(neighbour, units.other, document("sach", 1))).status).toBe(201);
  });

  it("is refused by the name of what is in it, and leaves nothing behind", async () => {
    const bad = document(`xau ${MALICIOUS}`, 1);
    const refused = await send(neighbour, units.other, bad);
    expect(refused.body).toMatchObject({ code: "upload-refused", status: 415 });
    expect(refused.body.detail).toContain("Ma.Doc.Thu-1");
    expect(await incoming()).toEqual([]);
  });

  it("is refused with the reason while the scanner is down, and taken once it is back", async () => {
    const bytes = document("cho", 1);
    clamd.mode = "mute";
    const refused = await send(neighbour, units.other, bytes);
    expect(refused.body).toMatchObject({ code: "scan-unavailable", status: 503 });
    expect(await incoming()).toEqual([]);
    clamd.mode = "scans";
    expect((await send(neighbour, units.other, bytes)).status).toBe(201);
  });
});

describe("the files of one unit", () => {
  it("are taken until its room is used up; the same file again takes none, and others have their own", async () => {
    const first = document("mot", 600);
    expect((await send(office, units.department, first)).status).toBe(201);
    const refused = await send(office, units.department, document("hai", 600));
    expect(refused.body).toMatchObject({ code: "storage-full", status: 409 });
    expect(refused.body.detail).toContain("1 MB");
    expect(await incoming()).toEqual([]);
    expect((await send(office, units.department, first)).status).toBe(201);
    expect((await send(office, units.department, document("ba", 300))).status).toBe(201);
    expect((await send(neighbour, units.other, document("bon", 600))).status).toBe(201);
  });

  it("never take more than that, however many come at once", async () => {
    await Promise.all(
      ["nam", "sau", "bay"].map((name) => send(office, units.department, document(name, 90))),
    );
    const { items } = (await office.get(`/assessments/${campaign.assessments[units.department]}/files`)).body;
    const bytes = items.reduce((sum: number, { size }: { size: number }) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(1024 * KILOBYTE);
  });
});
