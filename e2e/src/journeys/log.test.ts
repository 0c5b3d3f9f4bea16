/** The log: what one person did, and an event whose before and after are too long for a list. */
import { expect } from "@playwright/test";
import { signIn } from "../person.js";
import { signedIn, test } from "./product.js";

test("the administrator finds what one person did, and reads a deleted draft whole", async ({
  browser,
  product,
}) => {
  const coordinator = await signIn(product.address, "dieuphoi");
  const answer = await fetch(`${product.address}/api/v1/sets/binh-phuoc-so-nganh-500/versions/1/source`, {
    headers: { cookie: `${coordinator.cookie.name}=${coordinator.cookie.value}` },
  });
  const source = (await answer.text()).replace(/^version: 1$/m, "version: 9");
  expect((await coordinator.send("POST", "/sets", { source })).status).toBe(201);
  const draft = "/sets/binh-phuoc-so-nganh-500/versions/9";
  expect((await coordinator.send("DELETE", draft, undefined, 1)).status).toBe(204);

  const { page } = await signedIn(browser, product, "quantri");
  await page.goto("/audit");
  await page.getByRole("combobox", { name: "Người" }).fill("điều phối");
  await page.getByRole("option", { name: /Cán bộ điều phối/ }).click();
  const entries = page.getByRole("main").getByRole("listitem");
  await expect(entries.filter({ hasText: "Quản trị hệ thống" })).toHaveCount(0);
  const entry = entries.filter({ hasText: /Xóa.*bản nháp|Xóa bộ chỉ số/ }).first();
  await entry.locator("summary").click();
  await expect(entry).toContainText('title: "Bộ tiêu chí đánh giá chỉ số chuyển đổi số"');
  await page.context().close();
});
