/** Three clicks from home to the report of the self-assessment, in Word and in PDF. */
import { readFile } from "node:fs/promises";
import { readDocument } from "@opendti/documents";
import { type Download, expect, type Page } from "@playwright/test";
import { signedIn, test } from "./product.js";

/** The clicks that are counted: whatever a person presses on the way. */
async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

test("three clicks give the report in Word, and a fourth in PDF, under a letterhead that is kept", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "vanphong");
  await page.goto("/");
  await page
    .getByRole("link", { name: /^(Kê khai tiếp|Xem và nộp|Xem phiếu)/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Xuất văn bản" }).click();
  const word = await taken(page, "Tải Word");
  expect(word.name).toBe("Báo cáo tự đánh giá - Sở Dân tộc và Tôn giáo - 2026.docx");
  const { blocks } = await readDocument(word.bytes, word.name);
  const words = JSON.stringify(blocks);
  for (const part of ["SỞ DÂN TỘC VÀ TÔN GIÁO", "Phụ lục 2", "451,26", "51.125.000", "1133/QĐ-BDT"])
    expect(words).toContain(part);

  const pdf = await taken(page, "Tải PDF");
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(pdf.bytes.subarray(-10).toString("latin1")).toContain("%%EOF");

  // What is missing is told, and stops nobody; what is typed is kept with the document that it is typed for.
  await expect(page.locator("[data-lacking]")).toContainText("họ tên người ký");
  await page.getByLabel("Ký hiệu cơ quan").fill("SDTTG-THU");
  const signed = await taken(page, "Tải Word");
  expect(JSON.stringify((await readDocument(signed.bytes, "a.docx")).blocks)).toContain("SDTTG-THU");
  await page.reload();
  await expect(page.getByLabel("Ký hiệu cơ quan")).toHaveValue("SDTTG-THU");
  await page.context().close();
});
