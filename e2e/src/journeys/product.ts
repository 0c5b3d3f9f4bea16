/** One running product for all journeys of a worker, and pages that people sign in to. */
import { type Browser, test as base, expect, type Locator, type Page } from "@playwright/test";
import { DEMO_PASSWORD, type Person, signIn } from "../person.js";
import { type Running, removeFolder, start } from "../running.js";

/**
 * Journeys share the demo: each works in units of its own, so that none finds what another has changed.
 * `product` is the running command; pages open at its address.
 */
export const test = base.extend<object, { product: Running }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are used here
    async ({}, use) => {
      const product = await start();
      await use(product);
      await product.stop();
      await removeFolder(product.data);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ product }, use) => use(product.address),
});

/** Fills in the sign-in page as a person does, and waits for the home page. */
export async function signInAs(page: Page, login: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Xin chào");
}

/** From the home page to the one assessment that waits there. */
export async function openOwnAssessment(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^(Bắt đầu kê khai|Kê khai tiếp|Xem và nộp|Xem phiếu)/ })
    .first()
    .click();
  await expect(page.locator("[data-saved]")).toBeVisible();
}

/** Opens an indicator by its code, from the list at the side. */
export async function openIndicator(page: Page, code: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Các chỉ số" })
    .getByRole("button", { name: new RegExp(`${code.replaceAll(".", "\\.")} `) })
    .first()
    .click();
  await expect(page.locator("#indicator-title")).toContainText(code);
}

/** Waits until everything typed is stored on the server. */
export async function allSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-saved]")).toHaveText(/^(Mọi thay đổi đã lưu|đã lưu )/);
}

/** Points and maximum at the head of the screen, scored as one types. */
export async function expectTotal(page: Page, points: string, max: string): Promise<void> {
  await expect(page.locator("[data-total]")).toHaveText(
    new RegExp(`^\\D*${points.replace(",", "\\,")}\\s*/\\s*${max}`),
  );
}

/** Ticks a box or chooses an option as people do: by its words. */
export async function choose(within: Page | Locator, words: string | RegExp): Promise<void> {
  await within.locator("label", { hasText: words }).first().click();
}

/** A page of somebody who has signed in already, where signing in is not what it is about. */
export async function signedIn(
  browser: Browser,
  product: Running,
  login: string,
): Promise<{ page: Page; person: Person }> {
  const person = await signIn(product.address, login);
  const context = await browser.newContext({
    baseURL: product.address,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1440, height: 900 },
  });
  await context.addCookies([{ ...person.cookie, url: product.address }]);
  return { page: await context.newPage(), person };
}
