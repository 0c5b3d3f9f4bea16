import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Debian's own browser where there is one; else the one that `npx playwright install chromium` brought. */
const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

const inChromium = {
  browserName: "chromium" as const,
  locale: "vi-VN",
  timezoneId: "Asia/Ho_Chi_Minh",
  viewport: { width: 1440, height: 900 },
  // What waits for something that comes loses no time by it: a machine may be slow for a while.
  actionTimeout: 30_000,
  screenshot: "only-on-failure" as const,
  launchOptions: {
    ...(installed === undefined ? {} : { executablePath: installed }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  },
};

/**
 * `system`: the processes and their database, without a browser. `journeys`: people at work, in
 * Chromium. `pages`: what holds on every page. `shots`: pictures of the pages, for people to look at.
 * One worker: both are about the product on a small machine, and time enough for each step.
 */
export default defineConfig({
  testDir: "src",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  projects: [
    { name: "system", testMatch: "system/**/*.test.ts" },
    { name: "journeys", testMatch: "journeys/**/*.test.ts", use: inChromium },
    { name: "pages", testMatch: "pages/**/*.test.ts", use: inChromium },
    { name: "shots", testMatch: "shots/**/*.shot.ts", use: inChromium },
  ],
});
