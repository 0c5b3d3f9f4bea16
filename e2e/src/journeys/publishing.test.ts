/** From an appraised campaign to its published ranking, as the public reads it on a phone; and back. */
import { expect, type Page } from "@playwright/test";
import { decide, onPhone } from "./deciding.js";
import { signedIn } from "./product.js";
import { test } from "./publishing-world.js";

async function fitsWidth(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
}

test.describe.configure({ mode: "serial" });

test("the coordinator sees what compiling would give, compiles, and has it calculated again", async ({
  browser,
  product,
  campaign,
}) => {
  const { page } = await signedIn(browser, product, "dieuphoi");
  await page.goto(`/campaigns/${campaign.id}`);
  await page.getByRole("link", { name: "Tổng hợp, phê duyệt, công bố" }).click();
  await expect(page.getByText("Có thể tổng hợp: cả 3 đơn vị đã sẵn sàng.")).toBeVisible();
  await expect(page.getByText("3 phiếu còn chỉ số chưa chấm")).toBeVisible();
  await decide(page, "Tổng hợp kết quả");
  const run = page.getByRole("article", { name: "Bản tổng hợp số 1" });
  await expect(run).toContainText("Đã tổng hợp, chưa phê duyệt");
  await expect(run.getByRole("button", { name: "Phê duyệt" })).toHaveCount(0);
  await run.getByRole("button", { name: "Tính lại để kiểm chứng" }).click();
  await expect(page.getByRole("dialog")).toContainText("Kết quả trùng khớp hoàn toàn");
  await page.context().close();
});

test("nothing is public, nor the units', before the approver publishes", async ({
  browser,
  product,
  campaign,
}) => {
  const list = await onPhone(browser, product, "/cong-bo");
  await expect(list.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(list.getByText(campaign.name)).toHaveCount(0);
  await list.context().close();
  const { page } = await signedIn(browser, product, "giamdoc.khcn");
  await page.goto(`/campaigns/${campaign.id}/results`);
  await expect(page.getByText("Chưa có kết quả")).toBeVisible();
  await page.context().close();
});

test("the approver finds it at home, approves it and publishes it", async ({
  browser,
  product,
  campaign,
}) => {
  const { page } = await signedIn(browser, product, "pheduyet");
  await page.goto("/");
  const card = page.getByRole("article", { name: campaign.name });
  await expect(card).toContainText("Bản tổng hợp số 1 chờ phê duyệt");
  await card.getByRole("link", { name: "Xem và quyết định" }).click();
  await decide(page, "Phê duyệt");
  const run = page.getByRole("article", { name: "Bản tổng hợp số 1" });
  await expect(run).toContainText("Đã phê duyệt, chưa công bố");
  await decide(page, "Công bố");
  await expect(run).toContainText("Đã công bố");
  await expect(run).toContainText("(Lãnh đạo phê duyệt)");
  await page.context().close();
});

test("anybody reads the ranks on a phone, without signing in and without JavaScript; who ties shares a rank", async ({
  browser,
  product,
  campaign,
}) => {
  const page = await onPhone(browser, product, "/cong-bo");
  await page.getByRole("link", { name: campaign.name }).first().click();
  const rows = page.getByRole("row");
  await expect(rows.filter({ hasText: "Sở Khoa học và Công nghệ" })).toContainText(/^\s*1\D/);
  await expect(rows.filter({ hasText: "Sở Nội vụ" })).toContainText(/^\s*2\D/);
  await expect(rows.filter({ hasText: "Sở Tư pháp" })).toContainText(/^\s*2\D/);
  await page.screenshot({ path: test.info().outputPath("public-phone.png") });
  await page.context().close();
});

test("a head comes from home to the unit's result: its rank, and every picture as a table", async ({
  browser,
  product,
  campaign,
}) => {
  const { page } = await signedIn(browser, product, "giamdoc.khcn");
  await page.goto("/");
  const published = page.getByRole("listitem").filter({ hasText: campaign.name });
  await published.getByRole("link", { name: "Kết quả của đơn vị" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sở Khoa học và Công nghệ");
  await expect(page.getByText("/ 3 đơn vị")).toBeVisible();
  const radar = page.locator("section", {
    has: page.getByRole("heading", { name: "So với khối xếp hạng" }),
  });
  await expect(radar.locator("svg").first()).toBeVisible();
  // Screen readers have the table while the picture is shown.
  await expect(radar.getByRole("table", { name: "So với khối xếp hạng" })).toContainText("Nhận thức số");
  await radar.getByText("Bảng", { exact: true }).click();
  await expect(radar.locator("svg")).toHaveCount(0);
  await expect(radar.getByRole("row", { name: /Nhận thức số/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await fitsWidth(page);
  await page.goto(`/campaigns/${campaign.id}/results`);
  await expect(page.getByRole("row", { name: /Sở Nội vụ/ })).toContainText("8,7");
  await fitsWidth(page);
  await page.context().close();
});

test("the observer looks at the map, compares units and asks how firm the ranks are, also on a phone", async ({
  browser,
  product,
  campaign,
}) => {
  const { page } = await signedIn(browser, product, "lanhdaotinh");
  await page.goto(`/campaigns/${campaign.id}/results?view=heat-map`);
  await expect(page.getByRole("cell", { name: "87" }).first()).toBeVisible();
  await page.getByRole("link", { name: "So sánh đơn vị" }).click();
  await page.getByRole("button", { name: "So sánh ba đơn vị đầu bảng" }).click();
  await expect(page.getByRole("table", { name: "So sánh theo từng chỉ số" })).toContainText("(cao nhất)");
  await page.getByRole("link", { name: "Độ vững của thứ hạng" }).click();
  await page.getByLabel("Số khởi tạo").fill("7");
  await page.getByRole("button", { name: "Tính", exact: true }).click();
  await expect(page.getByText("1.000 lần thử, trọng số dao động ±10%, số khởi tạo 7.")).toBeVisible();
  await expect(
    page.getByRole("table", { name: "Khoảng thứ hạng" }).getByRole("row", { name: /Sở Nội vụ/ }),
  ).toContainText(/2/);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const view of ["heat-map", "compare", "robustness"]) {
    await page.goto(`/campaigns/${campaign.id}/results?view=${view}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await fitsWidth(page);
  }
  await page.context().close();
});

test("what is withdrawn, with a reason, leaves the public page and the units at once", async ({
  browser,
  product,
  campaign,
}) => {
  const { page } = await signedIn(browser, product, "pheduyet");
  await page.goto(`/campaigns/${campaign.id}/runs`);
  await decide(page, "Thu hồi", "Phát hiện sai sót số liệu");
  const run = page.getByRole("article", { name: "Bản tổng hợp số 1" });
  await expect(run).toContainText("Đã thu hồi");
  await expect(run).toContainText("Phát hiện sai sót số liệu");
  await page.context().close();
  const phone = await onPhone(browser, product, "/cong-bo");
  await expect(phone.getByText(campaign.name)).toHaveCount(0);
  const answer = await phone.goto(`/cong-bo/${campaign.id}`);
  expect(answer?.status()).toBe(404);
  await phone.context().close();
});
