/** A number that the system knows already is taken into a field by one click, and given back by one. */
import { expect } from "@playwright/test";
import { allSaved, openIndicator, openOwnAssessment, signedIn, test } from "./product.js";

test("an officer takes a number from the general facts and gives it back", async ({ browser, product }) => {
  const { page } = await signedIn(browser, product, "canbo.vhttdl");
  await page.goto("/");
  await openOwnAssessment(page);
  await page
    .getByRole("button", { name: /Thông tin chung/ })
    .first()
    .click();
  await page.locator('[data-field="civil_servants"]').fill("43");
  await openIndicator(page, "2.4.1");
  const field = page.locator('[data-field="e"]');
  await field.fill("40");
  await expect(page.getByText("khác số lượng công chức ở mục 1.5").first()).toBeVisible();
  await page.getByRole("button", { name: /^Lấy 43 .*từ Thông tin chung/ }).click();
  await expect(field).toHaveValue("43");
  await expect(page.getByText("khác số lượng công chức ở mục 1.5")).toHaveCount(0);
  await page.getByRole("button", { name: /^Hoàn tác/ }).click();
  await expect(field).toHaveValue("40");
  await allSaved(page);
  await page.context().close();
});

test("the line under a field names what is missing by its label", async ({ browser, product }) => {
  const { page } = await signedIn(browser, product, "canbo.tuphap");
  await page.goto("/");
  await openOwnAssessment(page);
  await openIndicator(page, "2.1.2");
  await expect(page.locator("[data-live]")).not.toContainText(/\b[pe]\d\b/);
  await page.context().close();
});
