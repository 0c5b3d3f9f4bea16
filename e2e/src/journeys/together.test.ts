/** Two people on one field, one person in two windows, and nobody on the line. */
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { allSaved, openIndicator, openOwnAssessment, signInAs, test } from "./product.js";

const field = (page: Page, letter: "a" | "b") =>
  page.getByRole("textbox", { name: new RegExp(`^${letter} `) });

/** Another window of the same browser, on the same indicator. */
async function secondWindow(context: BrowserContext, page: Page): Promise<Page> {
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator("#indicator-title")).toBeVisible();
  return other;
}

test("the second of two people on one field is shown the difference, and chooses", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, "canbo.vhttdl");
  await openOwnAssessment(page);
  await openIndicator(page, "2.1.3");
  const head = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await signInAs(head, "giamdoc.vhttdl");
  await openOwnAssessment(head);
  await openIndicator(head, "2.1.3");

  await field(page, "a").fill("31");
  await field(page, "a").blur();
  await allSaved(page);
  await field(head, "a").fill("41");
  await field(head, "a").blur();
  const dialog = head.getByRole("dialog", { name: "Hai người cùng khai một mục" });
  await expect(dialog).toContainText("Cán bộ kê khai, Sở Văn hóa, Thể thao và Du lịch");
  await expect(dialog).toContainText("31");
  await expect(dialog).toContainText("41");
  await dialog.getByRole("button", { name: "Lấy giá trị đã lưu" }).click();
  await expect(field(head, "a")).toHaveValue("31");
  await allSaved(head);

  await field(page, "a").fill("32");
  await field(page, "a").blur();
  await allSaved(page);
  await field(head, "a").fill("42");
  await field(head, "a").blur();
  await dialog.getByRole("button", { name: "Giữ giá trị của tôi" }).click();
  await allSaved(head);
  await page.reload();
  await expect(field(page, "a")).toHaveValue("42");
  await head.context().close();
});

test("one person in two windows is nobody else: no question is asked", async ({ page, context }) => {
  await signInAs(page, "canbo.vhttdl");
  await openOwnAssessment(page);
  await openIndicator(page, "2.2.4");
  const other = await secondWindow(context, page);
  for (const [window, value] of [
    [page, "11"],
    [other, "12"],
    [page, "13"],
  ] as const) {
    await window.bringToFront();
    await field(window, "a").fill(value);
    await field(window, "a").blur();
    await allSaved(window);
  }
  await expect(field(other, "a")).toHaveValue("13");
  for (const window of [page, other])
    await expect(window.getByRole("dialog", { name: "Hai người cùng khai một mục" })).toHaveCount(0);
});

test("what is typed without a line survives a reload and is sent when the line is back", async ({
  page,
  context,
}) => {
  await signInAs(page, "canbo.vhttdl");
  await openOwnAssessment(page);
  await openIndicator(page, "2.2.5");
  await context.setOffline(true);
  await field(page, "a").fill("17");
  await field(page, "b").fill("19");
  await field(page, "b").blur();
  await expect(page.locator("[data-saved]")).toContainText("Mất kết nối · 2 thay đổi đang giữ trên máy này");
  await expect(page.getByText("Những gì bạn nhập vẫn được giữ trên máy này.")).toBeVisible();
  // The page itself comes from the server: without a line the browser has nothing to show, and loses nothing.
  await page.reload().catch(() => undefined);
  await context.setOffline(false);
  await page.reload();
  await expect(field(page, "a")).toHaveValue("17");
  await expect(field(page, "b")).toHaveValue("19");
  await allSaved(page);
  const other = await secondWindow(await freshWindowOf(page), page);
  await expect(field(other, "a")).toHaveValue("17");
  await other.context().close();
});

test("what waits on the screen is sent by itself when the line is back", async ({ page, context }) => {
  await signInAs(page, "canbo.vhttdl");
  await openOwnAssessment(page);
  await openIndicator(page, "2.3.3");
  await context.setOffline(true);
  await field(page, "a").fill("57");
  await field(page, "a").blur();
  await expect(page.locator("[data-saved]")).toContainText("1 thay đổi đang giữ trên máy này");
  await context.setOffline(false);
  await allSaved(page);
  await page.reload();
  await expect(field(page, "a")).toHaveValue("57");
});

/** Another browser with the same session: what it shows, the server has. */
async function freshWindowOf(page: Page): Promise<BrowserContext> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("no browser");
  return browser.newContext({ storageState: await page.context().storageState() });
}
