/** Units and accounts: by hand, and many at once from Excel. */
import { readFile } from "node:fs/promises";
import { Workbook } from "@cj-tech-master/excelts";
import { expect, type Page } from "@playwright/test";
import { signInAs, test } from "./product.js";

type Row = Readonly<Record<string, string>>;

/** Takes the template that the page offers and fills in rows under its header, by column title. */
async function filled(page: Page, rows: readonly Row[]): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải tệp mẫu" }).click();
  const workbook = new Workbook();
  await workbook.xlsx.load(await readFile(await (await download).path()));
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error("the template has no sheet");
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(cell.text.replace(" *", ""), column));
  for (const [index, row] of rows.entries())
    for (const [title, content] of Object.entries(row)) {
      const column = columns.get(title);
      if (column === undefined) throw new Error(`the template has no column ${title}`);
      sheet.getRow(index + 2).getCell(column).value = content;
    }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function choose(page: Page, buffer: Buffer): Promise<void> {
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Chọn tệp Excel" }).click();
  await (await chosen).setFiles({
    name: "don-vi.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer,
  });
}

const commune = (code: string, more: Row = {}): Row => ({
  "Mã đơn vị": code,
  "Tên đơn vị": `UBND xã ${code}`,
  "Loại đơn vị": "Xã",
  "Mã đơn vị cấp trên": "tinh-minh-hoa",
  "Có từ ngày": "01/07/2025",
  ...more,
});

test("a workbook of units is tried first: wrong cells are named, nothing is written; the right one is", async ({
  page,
}) => {
  await signInAs(page, "quantri");
  await page.goto("/units/import");
  const wrong = await filled(page, [
    commune("xa-thu-mot"),
    commune("xa-thu-hai", { "Loại đơn vị": "Làng", "Có từ ngày": "31/02/2026" }),
  ]);
  await choose(page, wrong);
  const problems = page.getByRole("table", { name: /lỗi cần sửa trong tệp/ });
  await expect(problems).toContainText("D3");
  await expect(problems).toContainText("G3");
  await expect(page.getByRole("button", { name: /^Ghi / })).toHaveCount(0);

  await choose(page, await filled(page, [commune("xa-thu-mot"), commune("xa-thu-hai")]));
  await expect(page.getByRole("table", { name: "Thay đổi sẽ thực hiện" })).toContainText(
    "UBND xã xa-thu-hai",
  );
  await page.getByRole("button", { name: "Ghi 2 thay đổi" }).click();
  await expect(page.getByText("Đã ghi 2 thay đổi.")).toBeVisible();

  await page.goto("/units");
  await page.getByLabel("Tìm theo tên hoặc mã").fill("xa-thu");
  const found = page.getByRole("table", { name: "Đơn vị" });
  await expect(found.getByRole("link", { name: "UBND xã xa-thu-mot" })).toBeVisible();
  await found.getByRole("link", { name: "UBND xã xa-thu-mot" }).click();
  await page.getByRole("button", { name: "Đổi tên" }).click();
  const dialog = page.getByRole("dialog", { name: "Đổi tên" });
  await dialog.getByLabel("Tên mới").fill("UBND xã Thử Nghiệm");
  await dialog.getByLabel("Căn cứ").fill("Nghị quyết số 1/NQ-HĐND");
  await dialog.getByRole("button", { name: "Đổi tên" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("UBND xã Thử Nghiệm");
  await expect(page.getByText("UBND xã xa-thu-mot").first()).toBeVisible();
});

test("a new account gets a temporary password that must be changed at the first sign-in", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, "quantri");
  await page.goto("/accounts");
  await page.getByRole("button", { name: "Thêm tài khoản" }).click();
  const dialog = page.getByRole("dialog", { name: "Thêm tài khoản" });
  await dialog.getByLabel("Tên hiển thị").fill("Cán bộ kê khai, Sở Y tế");
  await dialog.getByLabel("Tên đăng nhập").fill("canbo.yte");
  await dialog.getByRole("combobox", { name: "Tại đơn vị" }).fill("Sở Y tế");
  await page.getByRole("option", { name: "Sở Y tế" }).click();
  await dialog.getByRole("button", { name: "Thêm tài khoản" }).click();
  const given = page.getByRole("dialog", { name: "Mật khẩu tạm" });
  const password = (await given.locator("code").textContent()) ?? "";
  await given.getByRole("button", { name: "Đã ghi lại" }).click();

  const newcomer = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await newcomer.goto("/");
  await newcomer.getByLabel("Tên đăng nhập").fill("canbo.yte");
  await newcomer.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await newcomer.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(newcomer.getByText("Hãy đổi mật khẩu tạm trước khi làm việc tiếp.")).toBeVisible();
  await newcomer.getByLabel("Mật khẩu hiện tại").fill(password);
  await newcomer.getByLabel("Mật khẩu mới", { exact: true }).fill("mua xuan tren song Tra 2026");
  await newcomer.getByLabel("Nhập lại mật khẩu mới").fill("mua xuan tren song Tra 2026");
  await newcomer.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(newcomer.getByText("Đã đổi mật khẩu.")).toBeVisible();
  await newcomer.goto("/");
  await expect(
    newcomer.getByRole("article", { name: /^Sở Y tế, Đánh giá chuyển đổi số các sở/ }),
  ).toBeVisible();
  await newcomer.context().close();

  await page.goto("/audit");
  await expect(page.getByRole("listitem").filter({ hasText: "canbo.yte" }).first()).toBeVisible();
});
