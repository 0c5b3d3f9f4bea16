/** A set from a file that has errors to a campaign that uses it; two people at one draft. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { signedIn, test } from "./product.js";

const shipped = fileURLToPath(new URL("../../../sets/binh-phuoc-website-100/set.yaml", import.meta.url));

/** The text of a set that ships, under a name of its own. */
async function sourceOf(id: string): Promise<string> {
  const text = await readFile(shipped, "utf8");
  return text.replace(/^id: .*$/m, `id: ${id}`).replace(/^title: .*$/m, `title: "Bộ tiêu chí thử ${id}"`);
}

const editor = (page: Page) => page.getByRole("textbox", { name: "Nội dung YAML của bộ chỉ số" });

test("a set is uploaded, mended where the check says, published, and a campaign can use it", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "dieuphoi");
  const good = await sourceOf("trang-tin-thu");
  const lines = good.split("\n");
  const broken = lines.findIndex((line) => line.startsWith("kind:"));
  await page.goto("/sets");
  await page.getByRole("link", { name: "Bộ chỉ số mới" }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "bo.yaml",
    mimeType: "application/yaml",
    buffer: Buffer.from(good.replace(/^kind: .*$/m, "kind: tinhdiem")),
  });
  await expect(editor(page)).toHaveValue(/kind: tinhdiem/);
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  const found = page.getByRole("button", { name: new RegExp(`dòng ${broken + 1}, cột`) });
  await expect(found).toContainText("Lỗi");
  // A text that cannot be read is not kept as a draft either.
  await page.getByRole("button", { name: "Lưu bản nháp" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bộ chỉ số mới");
  await found.click();
  await expect(editor(page)).toBeFocused();
  const marked = await editor(page).evaluate((box: HTMLTextAreaElement) =>
    box.value.slice(box.selectionStart, box.selectionEnd),
  );
  expect(marked).toContain("tinhdiem");
  await page.keyboard.insertText(marked.replace("tinhdiem", "scored"));
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await expect(found).toHaveCount(0);
  // What is typed and not saved survives a reload.
  await page.reload();
  await expect(editor(page)).toHaveValue(/kind: scored/);
  await page.getByRole("button", { name: "Lưu bản nháp" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sửa bản nháp");
  await page.getByText("Xem trước").click();
  await expect(page.getByText("Thông tin cung cấp trên môi trường mạng").first()).toBeVisible();
  await page.getByRole("button", { name: "Ban hành" }).click();
  const dialog = page.getByRole("dialog", { name: /^Ban hành trang-tin-thu/ });
  await expect(dialog).toContainText("giữ nguyên vĩnh viễn");
  await dialog.getByRole("button", { name: "Ban hành" }).click();
  await expect(page.getByText("Đã ban hành trang-tin-thu phiên bản 1.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Tải YAML" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sửa bản nháp" })).toHaveCount(0);
  await page.goto("/campaigns/new");
  await page.getByRole("combobox", { name: "Bộ chỉ số" }).click();
  await expect(page.getByRole("option", { name: /Bộ tiêu chí thử trang-tin-thu/ })).toBeVisible();
  await page.context().close();
});

test("a new version begins with the text of the published one, and a draft is thrown away", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "dieuphoi");
  await page.goto("/sets/binh-phuoc-so-nganh-500/1");
  await page.getByRole("link", { name: "Tạo phiên bản mới" }).click();
  await expect(editor(page)).toHaveValue(/^version: 2$/m);
  await page.getByRole("button", { name: "Lưu bản nháp" }).click();
  await expect(page.getByText("binh-phuoc-so-nganh-500 · phiên bản 2")).toBeVisible();
  await page.goto("/sets/binh-phuoc-so-nganh-500/2");
  await page.getByRole("button", { name: "Xóa bản nháp" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xóa bản nháp" }).click();
  await expect(page.getByText("Đã xóa bản nháp binh-phuoc-so-nganh-500 phiên bản 2.")).toBeVisible();
  await expect(page.getByText("binh-phuoc-so-nganh-500 · phiên bản 2")).toHaveCount(0);
  await page.context().close();
});

test("two people at one draft are shown where their texts differ; nothing is overwritten unseen", async ({
  browser,
  product,
}) => {
  const { page, person } = await signedIn(browser, product, "dieuphoi");
  const source = await sourceOf("trang-tin-hai-nguoi");
  expect((await person.send("POST", "/sets", { source })).status).toBe(201);
  const place = "/sets/trang-tin-hai-nguoi/versions/1";
  await page.goto("/sets/trang-tin-hai-nguoi/1/edit");
  await editor(page).fill(`${source}# của tôi\n`);
  expect((await person.send("PUT", place, { source: `${source}# của người khác\n` }, 1)).status).toBe(200);
  await page.getByRole("button", { name: "Lưu bản nháp" }).click();
  const conflict = page.getByRole("dialog", { name: "Bản nháp vừa được người khác lưu" });
  await expect(conflict).toContainText("# của tôi");
  await expect(conflict).toContainText("# của người khác");
  await conflict.getByRole("button", { name: "Ghi đè bằng bản của tôi" }).click();
  await expect(page.getByText("Đã lưu bản nháp.")).toBeVisible();
  expect((await person.get<{ lockVersion: number }>(place)).body.lockVersion).toBe(3);
  await person.send("DELETE", place, undefined, 3);
  await page.context().close();
});
