/** Filled in offline: the assessment goes out as a workbook, and comes back with the score that the screen shows. */
import { readFile } from "node:fs/promises";
import { type Cell, type CellValue, Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { expect, type Page } from "@playwright/test";
import { allSaved, openIndicator, signedIn, test } from "./product.js";

function columnOf(sheet: Worksheet, mark: string): number | undefined {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (sheet.getCell(1, column).value === mark) return column;
  return undefined;
}

/** The cell of a field, found as a program finds it again: by the hidden marks. */
function cellOf(workbook: Workbook, field: string): Cell {
  for (const sheet of workbook.worksheets) {
    const [keys, values] = [columnOf(sheet, "#opendti:key"), columnOf(sheet, "#value")];
    if (keys === undefined || values === undefined) continue;
    for (let row = 2; row <= sheet.rowCount; row += 1)
      if (sheet.getCell(row, keys).value === `V|${field}`) return sheet.getCell(row, values);
  }
  throw new Error(`the workbook has no cell of ${field}`);
}

/** What somebody does in Excel meanwhile. */
async function filled(path: string, fields: Readonly<Record<string, CellValue>>): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await readFile(path));
  for (const [field, value] of Object.entries(fields)) cellOf(workbook, field).value = value;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function send(page: Page, buffer: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({
    name: "phieu-da-dien.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer,
  });
}

test("an officer fills in a workbook, sees what it would change, takes it, and finds the same total on the screen", async ({
  browser,
  product,
}) => {
  const { page, person } = await signedIn(browser, product, "kiemnhiem");
  const { body } = await person.get<{ items: { id: string; unit: { name: string }; state: string }[] }>(
    "/assessments",
  );
  const own = body.items.find(({ unit, state }) => unit.name.includes("Tân Lập") && state === "declaring");
  await page.goto(`/assessments/${own?.id}`);
  await page.getByRole("link", { name: "Điền bằng Excel" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Điền bằng Excel");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng tính" }).click();
  const path = await (await download).path();

  // One cell is wrong: it is named, and nothing is chosen for the person.
  await send(page, await filled(path, { "4.5|a": "bốn nghìn", "4.5|b": 4078 }));
  await expect(page.getByRole("heading", { name: "Chưa đọc được (1)" })).toBeVisible();
  await expect(page.getByText(/^Sheet “.+”, ô [A-Z]+\d+$/)).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Nhận ô đã chọn" })).toBeDisabled();

  await send(page, await filled(path, { "4.5|a": 4035, "4.5|b": 4078, "2.1|a": 7, "4.4|b": null }));
  await expect(page.getByRole("heading", { name: "Điền mới (2)" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Thay đổi (1)" })).toBeVisible();
  // What was emptied is chosen by the person alone.
  await expect(page.getByRole("heading", { name: "Bỏ trống ô đã khai (1)" })).toBeVisible();
  const total = page.locator("[data-workbook-total]");
  const told = /^Tổng điểm ([\d,.]+) → ([\d,.]+)$/.exec((await total.textContent()) ?? "");
  const [, before = "", after = ""] = told ?? [];
  expect(after).not.toBe(before);
  await page.getByRole("button", { name: "Nhận 3 ô đã chọn" }).click();
  await expect(page.getByText("Đã nhận 3 mục.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Đã nhận (3)" })).toBeVisible();

  await page.getByRole("link", { name: "Về phiếu kê khai" }).click();
  await expect(page.locator("[data-total]")).toContainText(after);
  await openIndicator(page, "2.1");
  await expect(page.getByRole("textbox", { name: /^a / })).toHaveValue("7");

  // The same file once more says nothing new, and turns nothing back that is changed here meanwhile.
  await page.getByRole("textbox", { name: /^a / }).fill("8");
  await allSaved(page);
  await page.getByRole("link", { name: "Điền bằng Excel" }).first().click();
  await send(page, await filled(path, { "4.5|a": 4035, "4.5|b": 4078 }));
  await expect(page.getByText("Tệp không có gì khác với hệ thống")).toBeVisible();
  await expect(page.getByText(/giữ giá trị mới hơn/)).toBeVisible();
  await page.context().close();
});

test("a coordinator's and an appraiser's workbook come and go through the running product, and differ in nothing", async ({
  browser,
  product,
}) => {
  for (const [login, kind, name] of [
    ["dieuphoi", "workbook", "Đánh giá chuyển đổi số cấp xã năm 2026"],
    ["thamdinh1", "appraisal-workbook", "Đánh giá giữa năm 2026"],
  ] as const) {
    const { page, person } = await signedIn(browser, product, login);
    const { body } = await person.get<{ items: { id: string; name: string }[] }>("/campaigns");
    const campaign = body.items.find((one) => one.name.startsWith(name));
    await page.goto(`/campaigns/${campaign?.id}/${kind}`);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tải bảng tính" }).click();
    await send(page, await readFile(await (await download).path()));
    await expect(page.getByText("Tệp không có gì khác với hệ thống")).toBeVisible();
    await expect(page.getByText(/^[\d.]+ ô như đã lưu$/)).toBeVisible();
    await page.context().close();
  }
});
