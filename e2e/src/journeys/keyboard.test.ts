/** The way from the sign-in to the first saved answer, with no pointer at all. */
import { expect, type Locator, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../person.js";
import { allSaved, test } from "./product.js";

/** More would be no way that somebody walks. */
const MOST_STEPS = 60;

/** Tab until it is reached, and every stop on the way is seen: the focus has a mark. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) {
      expect(await isMarked(page), `${target}: the focus is seen`).toBe(true);
      return;
    }
  }
  throw new Error(`${target} is not reached by ${MOST_STEPS} tabs`);
}

/** Whether the focused element, or what stands around it, draws an outline, a ring or another border. */
function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const focused = getComputedStyle(element).borderColor;
    element.blur();
    const before = getComputedStyle(element).borderColor;
    element.focus();
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" || focused !== before;
  });
}

test("from the sign-in to the assessment by keys alone; a page's navigation can be skipped", async ({
  page,
}) => {
  await page.goto("/");
  const login = page.getByLabel("Tên đăng nhập");
  await expect(login).toBeVisible();
  if (!(await login.evaluate((element) => element === document.activeElement))) await tabTo(page, login);
  await page.keyboard.type("canbo.trungtam");
  await page.keyboard.press("Tab");
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Xin chào");

  await page.reload();
  const assessment = page.getByRole("article").getByRole("link").first();
  await expect(assessment).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Đến nội dung chính" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(assessment).toBeFocused();
});

test("an indicator is found, filled in and saved by keys alone", async ({ page }) => {
  await page.goto("/");
  const login = page.getByLabel("Tên đăng nhập");
  await login.focus();
  await page.keyboard.type("canbo.vhttdl");
  await page.keyboard.press("Tab");
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("article").getByRole("link").first());
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-saved]")).toBeVisible();

  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Tìm chỉ số" })).toBeFocused();
  await page.keyboard.type("2.4.3");
  await tabTo(page, page.getByRole("navigation").getByRole("button", { name: /2\.4\.3 / }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#indicator-title")).toBeFocused();
  await tabTo(page, page.getByRole("textbox", { name: /^a / }));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("9");
  await page.keyboard.press("Tab");
  await allSaved(page);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.locator("#indicator-title")).toContainText("2.5.1");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("textbox", { name: /^a / })).toHaveValue("9");
});
