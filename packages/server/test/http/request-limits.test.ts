/** A whole office, or a province, behind one address on deadline day. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, buildApp } from "../../src/app.js";
import { ask, type RunningApp, startApp } from "../running/app.js";

let app: RunningApp;
let site: App;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "opendti-site-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>OpenDTI</title>");
  await writeFile(join(folder, "assets/page.js"), "export {};");
  app = await startApp({ REQUESTS_PER_MINUTE: "10" });
  site = await buildApp(app.platform, folder);
});

afterAll(async () => {
  await site.server.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const statuses = async (url: string, times: number): Promise<Set<number>> => {
  const seen = new Set<number>();
  for (let n = 0; n < times; n += 1) seen.add((await ask(site, { method: "GET", url })).status);
  return seen;
};

describe("behind one address", () => {
  it("any number of people open the application: its page and files are not counted", async () => {
    expect(await statuses("/assets/page.js", 30)).toEqual(new Set([200]));
    expect(await statuses("/", 30)).toEqual(new Set([200]));
    expect(await statuses("/campaigns/1/results", 30)).toEqual(new Set([200]));
  });

  it("an office reads the public pages, twenty times as often as the interface, and not without end", async () => {
    expect(await statuses("/cong-bo", 150)).toEqual(new Set([200]));
    expect(await statuses("/cong-bo?lang=en", 60)).toEqual(new Set([200, 429]));
  });

  it("the interface is counted as ever, by itself", async () => {
    expect(await statuses("/api/v1/session", 11)).toEqual(new Set([401, 429]));
  });

  it.each([
    "/%61pi/v1/session",
    "http://localhost/api/v1/session",
    "/api/v1/session?x=1",
    "/api/v1/session;x",
  ])("no other way of writing the address reaches the interface uncounted: %s", async (url) => {
    expect(await statuses(url, 11)).not.toEqual(new Set([401]));
  });
});
