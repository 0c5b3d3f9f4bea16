/** What holds on every page: WCAG by axe in both schemes and two widths, no sideways scroll, one language. */
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";
import { signedIn, test } from "../journeys/product.js";
import type { Running } from "../running.js";
import { ENGLISH, foreignTexts, type Language, readTexts } from "./catalogue-texts.js";
import { type PageOf, type Visitor, visitors } from "./every-page.js";

const foreignTo = { vi: foreignTexts("vi"), en: foreignTexts("en") };

/** Milliseconds for one page, on a machine that has other work: a heat map takes axe some seconds. */
const LONGEST_LOOK = 30_000;

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 360, height: 740 };

/** Opens the pages of a visitor one after the other, each once everything on it has come. */
async function visit(
  browser: Browser,
  product: Running,
  visitor: Visitor,
  language: Language,
  look: (page: Page, of: PageOf) => Promise<void>,
): Promise<void> {
  const { page, person } = await signedIn(browser, product, visitor.login ?? "lanhdaotinh");
  const pages = await visitor.pages(person);
  test.setTimeout(60_000 + pages.length * LONGEST_LOOK);
  if (visitor.login === undefined) await page.context().clearCookies();
  // As the browser keeps the choice once somebody has made it.
  await page.addInitScript((chosen) => localStorage.setItem("opendti.language", chosen), language);
  for (const of of pages) {
    // From the start: a colour that still fades in is neither the one before nor the one after.
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize(WIDE);
    await page.goto(of.path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForLoadState("networkidle");
    await look(page, of);
  }
  await page.context().close();
}

/** Every rule of axe; in the dark the colours alone, for nothing else differs. */
async function violations(page: Page, where: string, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const runOnly = { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] };
  // No frames on any page, so no blank page is needed to put their results together.
  const { violations: found, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], ...(colorScheme === "dark" ? { runOnly } : {}) })
    .analyze();
  expect(passes.length, `rules that axe could try on ${where}`).toBeGreaterThan(0);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${where} ${colorScheme}: ${id} at ${target.join(" ")}: ${failureSummary}`,
    ),
  );
}

/** What reaches out of the page to the right, for the message, once charts have been drawn for the new width. */
async function overflowing(page: Page): Promise<string[]> {
  let wider: string[] = [];
  const look = async (): Promise<number> => {
    wider = await reachingOut(page);
    return wider.length;
  };
  await expect
    .poll(look, { timeout: 3000 })
    .toBe(0)
    .catch(() => undefined);
  return wider;
}

function reachingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.className} ${element.getBoundingClientRect().right}`);
  });
}

/** Texts that belong to the other language. */
async function misspoken(page: Page, language: Language): Promise<string[]> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  const foreign = foreignTo[language];
  const said = await readTexts(page);
  expect(foreign.size, "texts of the other language").toBeGreaterThan(200);
  expect(said.length, "texts of the page").toBeGreaterThan(2);
  return said.filter(
    (text) => foreign.has(text) || (language === "vi" && ENGLISH.test(text) && !/https?:/.test(text)),
  );
}

/** Each size and each scheme once; with OPENDTI_EVERY_LOOK every size in every scheme. */
const LOOKS = [
  [WIDE, "light"],
  [PHONE, "dark"],
  ...(process.env["OPENDTI_EVERY_LOOK"]
    ? ([
        [WIDE, "dark"],
        [PHONE, "light"],
      ] as const)
    : []),
] as const;

/** People read Vietnamese first; with OPENDTI_EVERY_LOOK every page in both languages. */
const LANGUAGES: readonly Language[] = process.env["OPENDTI_EVERY_LOOK"] ? ["vi", "en"] : ["vi"];

for (const visitor of visitors) {
  const who = visitor.login ?? "nobody";
  for (const language of LANGUAGES)
    test(`the pages of ${who} speak ${language} alone, fit a telephone of 360 px, and axe finds nothing on them`, async ({
      browser,
      product,
    }) => {
      const found: string[] = [];
      const look = async (page: Page, { name }: PageOf) => {
        found.push(...(await misspoken(page, language)).map((text) => `${name} says: ${text}`));
        for (const [viewport, colorScheme] of language === "vi" ? LOOKS : []) {
          await page.setViewportSize(viewport);
          found.push(...(await violations(page, `${name} ${viewport.width}`, colorScheme)));
        }
        await page.setViewportSize(NARROWEST);
        found.push(...(await overflowing(page)).map((element) => `${name} is wider: ${element}`));
      };
      await visit(browser, product, visitor, language, look);
      expect(found).toEqual([]);
    });
}
