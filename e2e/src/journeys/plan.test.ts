/** A quarter of a plan: an officer reports line by line and sends, the coordinator downloads what was reported. */
import { readFile } from "node:fs/promises";
import { readDocument } from "@opendti/documents";
import { expect, type Page } from "@playwright/test";
import { signIn } from "../person.js";
import { signedIn, test } from "./product.js";

const DONE = "Đã mở 04 lớp kỹ năng số cho 180 người lao động <ở các xã>";
const PROPOSAL = "Bố trí kinh phí mở thêm 06 lớp trong quý tới";

interface Board {
  readonly period: { readonly year: number; readonly quarter: number };
  readonly leads: readonly { readonly organisation: string }[];
}

async function wordOf(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tải Word" }).click(),
  ]);
  const { blocks } = await readDocument(await readFile(await download.path()), download.suggestedFilename());
  return JSON.stringify(blocks);
}

test("an officer reports on what its unit leads and sends it; the coordinator downloads it", async ({
  browser,
  product,
}) => {
  const { page, person } = await signedIn(browser, product, "canbo.noivu");
  await page.goto("/");
  const due = page.locator("section", { hasText: "Báo cáo tiến độ đến hạn" });
  await due.getByRole("link", { name: "Báo cáo", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tiến độ quý");
  const address = new URL(page.url()).pathname;

  const line = page.locator('[data-code="4.10"]');
  await line.getByRole("button", { name: "Báo cáo" }).click();
  // What was reported a quarter ago stands beside the form.
  await expect(line.getByText("240 người lao động")).toBeVisible();
  await line.getByLabel("Kết quả thực hiện").fill(DONE);

  // Meanwhile the head of the unit has written something else: it is shown, and what was typed is not lost.
  const head = await signIn(product.address, "giamdoc.noivu");
  const { body } = await head.get<Board>(address);
  const { year, quarter } = body.period;
  const organisation = body.leads[0]?.organisation ?? "";
  await head.send(
    "PUT",
    `${address}/${organisation}/${year}/${quarter}/4.10`,
    {
      finished: false,
      done: "Lãnh đạo ghi",
      difficulties: "",
      proposal: "",
    },
    0,
  );
  await line.getByRole("button", { name: "Lưu", exact: true }).click();
  const conflict = line.getByRole("alert");
  await expect(conflict).toContainText("Lãnh đạo ghi");
  await expect(line.getByLabel("Kết quả thực hiện")).toHaveValue(DONE);
  await conflict.getByRole("button", { name: "Lưu nội dung của tôi" }).click();
  await expect(line.getByRole("status")).toContainText("Đã lưu");

  // Saved by leaving the line, and kept in the browser before that.
  await line.getByLabel("Đề xuất, kiến nghị").fill(PROPOSAL);
  await page.reload();
  await expect(line.getByLabel("Đề xuất, kiến nghị")).toHaveValue(PROPOSAL);
  await line.getByLabel("Đề xuất, kiến nghị").focus();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(line.getByRole("status")).toContainText("Đã lưu");

  await page.getByRole("button", { name: "Gửi báo cáo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Gửi báo cáo" }).click();
  await expect(page.getByText(/^Đã gửi \d/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Gửi báo cáo" })).toBeHidden();
  await expect(line.getByText(DONE)).toBeVisible();
  expect((await person.get<{ items: { due: unknown }[] }>("/plans")).body.items[0]?.due).toBeNull();
  await page.context().close();

  const coordinator = (await signedIn(browser, product, "dieuphoi")).page;
  await coordinator.goto(`${address}?year=${year}&quarter=${quarter}`);
  const row = coordinator.getByRole("row", { name: /^Sở Lao động/ }).first();
  await expect(row).toContainText("Đã gửi");
  const words = await wordOf(coordinator);
  expect(words).toContain(DONE);
  expect(words).toContain(PROPOSAL);
  await coordinator.context().close();
});
