/** The end of a session for idleness: told ahead, put off by whoever is there, and after it the work goes on in place. */
import { expect } from "@playwright/test";
import { DEMO_PASSWORD } from "../person.js";
import { allSaved, openIndicator, openOwnAssessment, signedIn, test } from "./product.js";

test("two minutes before the end a warning stands on the page; one click goes on", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "canbo.vhttdl");
  await page.clock.install();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Xin chào");
  // An answer that is still on its way would come from somebody at work.
  await page.waitForLoadState("networkidle");
  await page.clock.fastForward("12:00");
  const warning = page.getByRole("alert").filter({ hasText: "Phiên làm việc sắp hết" });
  await expect(warning).toHaveCount(0);
  // From the last answer on, which may have come a moment after the page was at rest.
  await expect(async () => {
    await page.clock.fastForward("00:20");
    await expect(warning).toContainText("còn 2 phút", { timeout: 1000 });
  }).toPass();
  const asked = page.waitForRequest((request) => request.url().endsWith("/api/v1/session"));
  await warning.getByRole("button", { name: "Tiếp tục" }).click();
  expect((await asked).headers()["x-opendti-background"]).toBeUndefined();
  await expect(warning).toHaveCount(0);
  await page.context().close();
});

test("whoever reads on without saving stays signed in, and a page that only looks again does not", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "canbo.vhttdl");
  await page.clock.install();
  await page.goto("/");
  await openOwnAssessment(page);
  await page.waitForLoadState("networkidle");
  const touches: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/") && request.headers()["x-opendti-background"] === undefined)
      touches.push(request.url());
  });
  await page.clock.fastForward("00:30");
  await page.clock.fastForward("00:31");
  expect(touches).toEqual([]);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => touches.filter((url) => url.endsWith("/session")).length).toBe(1);
  await page.context().close();
});

test("after signing in again over the page the focus is where it was, and what was typed is stored", async ({
  browser,
  product,
}) => {
  const { page, person } = await signedIn(browser, product, "canbo.vhttdl");
  await page.goto("/");
  await openOwnAssessment(page);
  await openIndicator(page, "2.1.3");
  const field = page.locator('[data-field="a"]');
  await field.fill("3");
  await allSaved(page);
  const { body } = await person.get<{ items: { id: string; current: boolean }[] }>("/session/all");
  for (const { id } of body.items.filter(({ current }) => current))
    await person.send("DELETE", `/session/all/${id}`);
  await field.fill("4");
  const dialog = page.getByRole("dialog", { name: "Phiên làm việc đã hết" });
  await dialog.getByLabel("Mật khẩu", { exact: true }).fill(DEMO_PASSWORD);
  await dialog.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(field).toBeFocused();
  await allSaved(page);
  await expect(field).toHaveValue("4");
  await page.context().close();
});
