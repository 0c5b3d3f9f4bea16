/** Pictures of every page in e2e/shots, for people to look at: wide and narrow, some of them dark. */
import { fileURLToPath } from "node:url";
import { signedIn, test } from "../journeys/product.js";
import { visitors } from "../pages/every-page.js";

const folder = fileURLToPath(new URL("../../shots", import.meta.url));
const dark = new Set(["sign-in", "home-officer", "declaring-ratio", "campaign"]);

for (const visitor of visitors)
  test(`pictures of what ${visitor.login ?? "nobody"} sees`, async ({ browser, product }) => {
    const { page, person } = await signedIn(browser, product, visitor.login ?? "lanhdaotinh");
    const pages = await visitor.pages(person);
    if (visitor.login === undefined) await page.context().clearCookies();
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const { name, path } of pages) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.screenshot({ path: `${folder}/${name}-${width}.png` });
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      if (!dark.has(name)) continue;
      await page.emulateMedia({ colorScheme: "dark" });
      await page.screenshot({ path: `${folder}/${name}-1440-dark.png` });
      await page.emulateMedia({ colorScheme: "light" });
    }
    await page.context().close();
  });
