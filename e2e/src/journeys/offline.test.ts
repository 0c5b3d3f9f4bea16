/** Without a connection: the declaring screen opens again, with what was read and what was typed; nobody else's ever. */
import { expect, type Page } from "@playwright/test";
import { allSaved, openIndicator, openOwnAssessment, signedIn, signInAs, test } from "./product.js";

/** Waits until the service worker of this build answers for the page. */
async function workerReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
      );
  });
}

test("the declaring screen opens again without a connection, and what was typed goes out later", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "canbo.vhttdl");
  await page.goto("/");
  await openOwnAssessment(page);
  await workerReady(page);
  await openIndicator(page, "2.1.3");
  await page.locator('[data-field="b"]').fill("9");
  await allSaved(page);
  await page.context().setOffline(true);
  await page.locator('[data-field="a"]').fill("7");
  const banner = page.getByRole("status").filter({ hasText: "Mất kết nối với máy chủ" });
  await expect(banner).toBeVisible();
  await page.reload();
  await expect(page.locator("#indicator-title")).toContainText("2.1.3");
  await expect(page.locator('[data-field="a"]')).toHaveValue("7");
  await expect(page.locator('[data-field="b"]')).toHaveValue("9");
  await expect(banner).toBeVisible();
  await page.context().setOffline(false);
  await allSaved(page);
  await page.reload();
  await expect(page.locator('[data-field="a"]')).toHaveValue("7");
  await page.context().close();
});

test("after signing out nothing opens without a connection but a page that says so", async ({ page }) => {
  await signInAs(page, "canbo.vhttdl");
  await openOwnAssessment(page);
  await workerReady(page);
  const address = page.url();
  await page.getByRole("button", { name: /^Tài khoản/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
  await page.context().setOffline(true);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Mất kết nối" })).toBeVisible();
  await expect(page.getByText("Những gì đã nhập vẫn còn trên máy này")).toBeVisible();
  await expect(page.locator("[data-saved]")).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
});

test("the worker keeps the files of the build and no answer of the interface", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "canbo.vhttdl");
  await page.goto("/");
  await openOwnAssessment(page);
  await workerReady(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname) };
  });
  expect(kept.names).toEqual([expect.stringMatching(/^opendti-build-[0-9a-f]{16}$/)]);
  expect(kept.paths).toContain("/");
  expect(kept.paths.filter((path) => !/^\/(assets\/.+|mark\.svg)?$/.test(path))).toEqual([]);
  const answer = await page.request.get("/sw.js");
  expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
  expect(answer.headers()["cache-control"]).toBe("no-cache");
  await page.context().close();
});
