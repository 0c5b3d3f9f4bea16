/** Files of a whole campaign: asked for where results are read, watched while they are made, fetched. */
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { signedIn, test } from "./product.js";

/** From the published results to the page of files. */
async function openExports(page: Page): Promise<void> {
  await page.goto("/results");
  await page
    .getByRole("table")
    .getByRole("link", { name: /Đánh giá/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Tải xuống" }).click();
  await page.getByRole("link", { name: "Tệp lớn: sổ tổng hợp, dữ liệu mở…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Xuất dữ liệu" })).toBeVisible();
}

test("the campaign book is three clicks from the results, and comes whole", async ({ browser, product }) => {
  const { page } = await signedIn(browser, product, "dieuphoi");
  await openExports(page);
  await page.getByRole("button", { name: "Tạo tệp Sổ tổng hợp (Excel)" }).click();
  const fetching = page.getByRole("link", { name: /^Tải về Sổ tổng hợp/ });
  await expect(fetching).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), fetching.click()]);
  expect(download.suggestedFilename()).toMatch(/^opendti-\d{4}-[0-9a-f]{8}-campaign-book\.xlsx$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  expect(bytes.length).toBeGreaterThan(10_000);
  // The same file is not made twice.
  await page.getByRole("button", { name: "Tạo tệp Sổ tổng hợp (Excel)" }).click();
  await expect(page.getByText("Tệp này đã có sẵn")).toBeVisible();
  await expect(fetching).toHaveCount(1);
  await page.context().close();
});

test("a unit's head gets what is published on a phone, and sees nothing of the others' files", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "giamdoc.khcn");
  await page.setViewportSize({ width: 390, height: 844 });
  await openExports(page);
  await expect(page.getByText("không có số liệu tự đánh giá")).toBeVisible();
  await expect(page.getByText("Chưa có tệp nào")).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  await page.context().close();
});
