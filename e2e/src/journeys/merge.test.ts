/** Two communes become a new one, in the dialog; both keep their past and lead to it. */
import { expect } from "@playwright/test";
import { choose, signedIn, test } from "./product.js";

interface Units {
  readonly items: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}

test("two units are merged into a new one, which takes their place", async ({ browser, product }) => {
  const { page, person } = await signedIn(browser, product, "quantri");
  const { body } = await person.get<Units>("/units?limit=200");
  const [first, second] = body.items.filter(({ code }) => code.startsWith("xa-")).slice(-2);
  if (first === undefined || second === undefined) throw new Error("the demo has no two communes");
  await page.goto(`/units/${first.id}`);
  await page.getByRole("button", { name: "Sáp nhập" }).click();
  const dialog = page.getByRole("dialog", { name: "Sáp nhập" });
  await choose(dialog, "Đơn vị mới");
  await dialog.getByRole("combobox", { name: "Cùng với đơn vị" }).fill(second.name);
  await page.getByRole("option", { name: second.name, exact: true }).click();
  await expect(
    dialog.getByRole("button", { name: `Bỏ ${second.name} khỏi danh sách sáp nhập` }),
  ).toBeVisible();
  await dialog.getByLabel("Tên đơn vị mới").fill("UBND xã Hợp Nhất");
  await dialog.getByLabel("Mã").fill("xa-hop-nhat");
  await dialog.getByLabel("Căn cứ").fill("Nghị quyết 12/NQ-HĐND");
  await dialog.getByRole("button", { name: "Sáp nhập", exact: true }).click();
  await expect(page.getByText("Đã sáp nhập 2 đơn vị vào UBND xã Hợp Nhất.")).toBeVisible();
  const successors = page.getByRole("table", { name: "Đã sáp nhập vào" });
  await successors.getByRole("link", { name: "UBND xã Hợp Nhất" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("UBND xã Hợp Nhất");
  const predecessors = page.getByRole("table", { name: "Tiếp nhận từ" });
  await expect(predecessors).toContainText(first.name);
  await expect(predecessors).toContainText(second.name);
  await page.context().close();
});
