/** What several journeys do with a run, and how anybody reads what comes of it. */
import type { Browser, Page } from "@playwright/test";
import type { Running } from "../running.js";

/** Somebody without an account, with a phone. */
export async function onPhone(browser: Browser, product: Running, path: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: product.address,
    locale: "vi-VN",
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Clicks a button, and the button of the same name in the dialog that asks first. */
export async function decide(page: Page, verb: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name: verb, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: verb });
  if (reason !== undefined) await dialog.getByLabel("Lý do").fill(reason);
  await dialog.getByRole("button", { name: verb, exact: true }).click();
}
