/** The coordinating department: a set is read, a campaign is set up and opened, one unit gets more time. */
import { expect } from "@playwright/test";
import { choose, signInAs, test } from "./product.js";

test("home tells who oversees a campaign how many units have submitted", async ({ page }) => {
  await signInAs(page, "lanhdaotinh");
  const campaign = page.getByRole("article", { name: "Đánh giá chuyển đổi số cấp xã năm 2026" });
  await expect(campaign).toContainText(/\d+\/30 đơn vị đã nộp/);
  await campaign.getByRole("link", { name: "Xem tiến độ" }).click();
  await expect(page.getByRole("table", { name: "Tiến độ của các đơn vị" })).toContainText(
    "UBND xã Bình Minh",
  );
});

test("a campaign is set up in four steps from a published set, and opened", async ({ page }) => {
  await signInAs(page, "dieuphoi");
  await page.goto("/campaigns");
  await page.getByRole("link", { name: "Tạo đợt đánh giá" }).click();
  await page.getByRole("combobox", { name: "Bộ chỉ số" }).click();
  await page.getByRole("option").first().click();
  const name = `Đánh giá thử năm ${new Date().getFullYear() + 1}`;
  await page.getByLabel("Năm đánh giá").fill(String(new Date().getFullYear() + 1));
  await page.getByLabel("Tên đợt").fill(name);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await choose(page, "Sở Tài chính");
  await choose(page, "Sở Xây dựng");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  const next = new Date().getFullYear() + 1;
  for (const [place, stage] of ["Kê khai", "Thẩm định", "Giải trình", "Phê duyệt"].entries()) {
    await page.getByLabel(`${stage}: từ ngày`, { exact: true }).fill(`01/0${place + 1}/${next}`);
    await page.getByLabel(`${stage}: đến hết ngày`, { exact: true }).fill(`20/0${place + 1}/${next}`);
  }
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.getByText("2 đơn vị")).toBeVisible();
  await page.getByRole("button", { name: "Lưu đợt đánh giá" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Đang chuẩn bị")).toBeVisible();
  await page.getByRole("button", { name: "Mở đợt" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mở đợt" }).click();
  await expect(page.getByText("Đã mở đợt đánh giá.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Tiến độ của các đơn vị" })).toContainText("Sở Xây dựng");
});

test("one unit gets more time, with a reason that it sees", async ({ page }) => {
  await signInAs(page, "dieuphoi");
  await page.goto("/campaigns");
  await page.getByRole("link", { name: "Đánh giá chuyển đổi số các sở, ban, ngành năm 2026" }).click();
  await page.getByRole("button", { name: "Gia hạn cho Sở Công thương" }).click();
  const dialog = page.getByRole("dialog", { name: "Gia hạn" });
  const later = new Date(Date.now() + 60 * 86_400_000);
  const day = `${String(later.getDate()).padStart(2, "0")}/${String(later.getMonth() + 1).padStart(2, "0")}/${later.getFullYear()}`;
  await dialog.getByLabel("Hạn mới", { exact: true }).fill(day);
  await dialog.getByLabel("Lý do").fill("Chuyển trụ sở");
  await dialog.getByRole("button", { name: "Gia hạn" }).click();
  await expect(page.getByText("Đã gia hạn cho Sở Công thương.")).toBeVisible();
  const given = page.getByRole("table", { name: "Gia hạn đã cho" });
  await expect(given).toContainText("Chuyển trụ sở");
  await expect(given).toContainText(day);
});

test("a set is read as the decision prints it: pillars, rules, and what is wrong in the document itself", async ({
  page,
}) => {
  await signInAs(page, "dieuphoi");
  await page.goto("/sets");
  await page
    .getByRole("link", { name: /Quảng Ngãi|sở, ban, ngành/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Nhận thức số").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Tải YAML" })).toHaveAttribute("href", /\/source$/);
});
