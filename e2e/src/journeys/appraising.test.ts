/** Appraising: judged by keyboard, adjusted with a look at what it moves, asked about and answered; in bulk; in conflict; finished. */
import { type Browser, expect, type Page } from "@playwright/test";
import type { Running } from "../running.js";
import { choose, signedIn, signInAs, test } from "./product.js";

const CAMPAIGN = "Đánh giá giữa năm 2026 về chuyển đổi số của khối sở";

/** From the home page to the queue of the campaign, narrowed to one unit. */
async function openQueue(page: Page, unit: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("article", { name: CAMPAIGN }).getByRole("link", { name: "Thẩm định" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thẩm định");
  // The card leads to what is not judged yet.
  await expect(page.getByRole("button", { name: /^Chưa kết luận/ })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("navigation", { name: "Các đơn vị" }).getByRole("button", { name: unit }).click();
  await expect(
    page.getByRole("navigation", { name: "Các đơn vị" }).locator("[aria-current=true]"),
  ).toContainText(unit);
}

/** Opens an item of the queue by its code. */
async function openItem(page: Page, code: string): Promise<void> {
  const queue = page.getByRole("table", { name: "Các mục cần thẩm định" });
  await queue.getByRole("link", { name: new RegExp(`^${code.replaceAll(".", "\\.")} `) }).click();
  await expectOpen(page, code);
}

async function expectOpen(page: Page, code: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toContainText(code);
}

/** What the unit's head finds on the home page, and answers with a document. */
async function answerAsHead(browser: Browser, product: Running): Promise<void> {
  const { page } = await signedIn(browser, product, "giamdoc.noivu");
  await page.goto("/");
  const asked = page.getByRole("listitem").filter({ hasText: "2.3.1" });
  await expect(asked).toContainText("Đề nghị bổ sung minh chứng");
  await asked.getByRole("link", { name: "Trả lời" }).click();
  await expectOpen(page, "2.3.1");
  await page.getByRole("button", { name: "Văn bản" }).click();
  await page
    .getByLabel("Văn bản", { exact: true })
    .fill("Công văn số 77/SNV-VP ngày 12/05/2026 của Sở Nội vụ");
  await page.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(page.getByText("77/SNV-VP").first()).toBeVisible();
  await page.getByLabel("Trả lời").fill("Đã bổ sung công văn xác nhận kết nối.");
  await page.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(page.getByText("Đã gửi trả lời.")).toBeVisible();
  await page.context().close();
}

test("an appraiser judges a unit by keyboard, tries an adjustment out, asks, and closes what was answered", async ({
  page,
  browser,
  product,
}) => {
  await signInAs(page, "thamdinh1");
  await openQueue(page, "Sở Nội vụ");
  await openItem(page, "2.1.4");

  await page.keyboard.press("d");
  await expect(page.getByText("Đã đồng ý 2.1.4, Sở Nội vụ.")).toBeVisible();
  await expectOpen(page, "2.3.1");

  await page.keyboard.press("h");
  await page.getByRole("button", { name: "Thiếu minh chứng" }).click();
  await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
  await expect(page.getByText("Đã gửi yêu cầu giải trình 2.3.1 đến Sở Nội vụ.")).toBeVisible();
  await expectOpen(page, "2.3.2");

  await page.keyboard.press("j");
  await expectOpen(page, "2.3.3");
  await page.keyboard.press("s");
  const form = page.getByRole("form", { name: "Điều chỉnh" });
  await form.getByRole("textbox", { name: /^a\. / }).fill("1");
  const moved = form.getByRole("status");
  await expect(moved).toContainText("Điểm chỉ số");
  await expect(moved).toContainText("Thứ hạng tạm tính");
  await form.getByLabel("Lý do điều chỉnh").fill("Chỉ một hệ thống có biên bản kết nối");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Đã điều chỉnh 2.3.3, Sở Nội vụ.")).toBeVisible();

  await answerAsHead(browser, product);
  await page.goto("/queries?state=answered");
  await page.getByRole("link", { name: /2\.3\.1/ }).click();
  await expect(page.getByText("Đã bổ sung công văn xác nhận kết nối.")).toBeVisible();
  await expect(page.getByText("77/SNV-VP").first()).toBeVisible();
  await page.getByRole("button", { name: "Đóng yêu cầu" }).click();
  const dialog = page.getByRole("dialog", { name: "Đóng yêu cầu" });
  await choose(dialog, "Chấp nhận");
  await dialog.getByRole("button", { name: "Đóng yêu cầu" }).click();
  await expect(page.getByText("Đã đóng yêu cầu.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Kết quả xem xét" })).toContainText("Chấp nhận");
});

test("a specialist takes one indicator across all units, and agrees in bulk with what may be agreed", async ({
  page,
}) => {
  await signInAs(page, "thamdinh1");
  await openQueue(page, "Sở Y tế");
  await page.getByRole("button", { name: /^Tất cả đơn vị/ }).click();
  await page.getByRole("button", { name: /^Tất cả \d/ }).click();
  await choose(page, "Theo chỉ số");
  const places = page.getByRole("navigation", { name: "Các chỉ số" });
  await places.getByRole("searchbox").fill("2.2.1");
  await places.getByRole("button", { name: /^2\.2\.1 / }).click();
  const queue = page.getByRole("table", { name: "Các mục cần thẩm định" });
  await expect(queue.getByRole("link", { name: "Sở Y tế", exact: true })).toBeVisible();
  await queue.getByRole("checkbox", { name: "Chọn tất cả các mục đang lọc" }).check();
  await page.getByRole("button", { name: "Đồng ý hàng loạt" }).click();
  const dialog = page.getByRole("dialog", { name: "Đồng ý hàng loạt" });
  await expect(dialog).toContainText(/Sẽ đồng ý \d+ mục của \d+ đơn vị/);
  await expect(dialog).toContainText("Đã đồng ý từ trước");
  await dialog.getByRole("button", { name: /^Đồng ý \d+ mục/ }).click();
  await expect(page.getByText(/^Đã đồng ý \d+ mục\./)).toBeVisible();
  await expect(queue.getByRole("row").filter({ hasText: "Sở Y tế" })).toContainText("Đồng ý");
});

test("what another has judged meanwhile is shown beside one's own verdict, and nothing is lost", async ({
  page,
  browser,
  product,
}) => {
  await signInAs(page, "thamdinh1");
  await openQueue(page, "Sở Giáo dục và Đào tạo");
  await openItem(page, "2.1.3");
  const assessment = new URL(page.url()).pathname.split("/")[2] ?? "";
  const { person } = await signedIn(browser, product, "dieuphoi");
  const judged = await person.send(
    "PUT",
    `/assessments/${assessment}/appraisal/2.1.3`,
    { verdict: "adjusted", points: "7", reason: "Thiếu một văn bản" },
    0,
  );
  expect(judged.status).toBe(200);
  await page.keyboard.press("d");
  const conflict = page.getByRole("alert").filter({ hasText: "Người khác vừa kết luận chỉ số này" });
  await expect(conflict).toContainText("Điều chỉnh điểm còn 7");
  await expect(conflict).toContainText("Thiếu một văn bản");
  await conflict.getByRole("button", { name: "Thay bằng kết luận của tôi" }).click();
  await expect(page.getByText("Đã đồng ý 2.1.3, Sở Giáo dục và Đào tạo.")).toBeVisible();
});

test("the coordinator sees how far each is, says who appraises what, and ends the appraising of a unit", async ({
  page,
}) => {
  await signInAs(page, "dieuphoi");
  await page.goto("/campaigns");
  await page.getByRole("link", { name: CAMPAIGN }).click();
  await page.getByRole("main").getByRole("link", { name: "Thẩm định", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tiến độ thẩm định");
  await page.getByRole("link", { name: "Phân công" }).click();
  const cell = page.getByRole("button", { name: "2.1.1: Cán bộ kiêm nhiệm" });
  await cell.click();
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByText("Đã lưu phân công thẩm định.")).toBeVisible();

  await page.getByRole("link", { name: "Tiến độ", exact: true }).click();
  await expect(page.getByText("Cán bộ kiêm nhiệm")).toBeVisible();
  await page.getByRole("button", { name: "Kết thúc thẩm định Sở Y tế" }).click();
  const dialog = page.getByRole("dialog", { name: "Kết thúc thẩm định Sở Y tế" });
  await expect(dialog).toContainText(/Còn \d+ chỉ số chưa kết luận/);
  await choose(dialog, /Vẫn kết thúc/);
  await dialog.getByLabel("Lý do").fill("Hết thời hạn thẩm định");
  await dialog.getByRole("button", { name: "Kết thúc" }).click();
  await expect(page.getByText("Đã kết thúc thẩm định Sở Y tế.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Sở Y tế" })).toContainText("Đã thẩm định");
});
