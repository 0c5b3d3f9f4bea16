/** A newcomer takes a unit from an empty assessment to a sealed one. */
import { expect, type Page } from "@playwright/test";
import {
  allSaved,
  choose,
  expectTotal,
  openIndicator,
  openOwnAssessment,
  signInAs,
  test,
} from "./product.js";

/** The smallest picture there is, for evidence as a file. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const live = (page: Page) => page.locator("[data-live]");

/** The profile: text, link, count, money in millions. */
async function fillProfile(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /Thông tin chung/ })
    .first()
    .click();
  await page.getByLabel("Tên Sở, ngành").fill("Sở Tư pháp tỉnh Minh Họa");
  await page.getByLabel(/Địa chỉ trang\/cổng/).fill("https://stp.minhhoa.example");
  await page.getByRole("textbox", { name: "Số lượng máy trạm" }).fill("1.250");
  const money = page.locator("[data-kind=money]");
  await money.getByLabel("Đơn vị tiền").selectOption({ label: "triệu đồng" });
  await money.getByRole("textbox").fill("51,125");
  await expect(money).toContainText("51.125.000");
}

/** One of several, yes or no, a ratio, money over money, not applicable: each gives its points at once. */
async function fillIndicators(page: Page): Promise<void> {
  await openIndicator(page, "2.1.1");
  await choose(page, /Thủ trưởng cơ quan, đơn vị là Trưởng ban/);
  await expectTotal(page, "10", "485");

  await openIndicator(page, "2.1.2");
  await choose(page.getByRole("group", { name: /tham gia đầy đủ/ }), "Có");
  await choose(page.getByRole("group", { name: /chủ trì các cuộc họp/ }), "Không");
  await expectTotal(page, "15", "485");

  await openIndicator(page, "2.1.3");
  await page.getByRole("textbox", { name: /^a Số lượng văn bản/ }).fill("22");
  await page.getByRole("textbox", { name: /^b Tổng số lượng/ }).fill("23");
  await expect(live(page)).toContainText("22/23 = 95,65% × 10 = 9,56");
  await expectTotal(page, "24,56", "485");

  await openIndicator(page, "2.5.3");
  await choose(page, "Không áp dụng với đơn vị");
  await page.getByLabel("Lý do không áp dụng").fill("Sở không có máy chủ riêng");
  await expectTotal(page, "34,56", "485");

  await openIndicator(page, "2.5.11");
  await page.getByRole("textbox", { name: /^a Tổng kinh phí/ }).fill("100");
  await page.getByRole("textbox", { name: /^b Tổng số kinh phí/ }).fill("1.000");
  await expectTotal(page, "49,56", "485");
}

/** Evidence of one indicator, in the three ways there are. */
async function attachEvidence(page: Page): Promise<void> {
  await openIndicator(page, "2.1.3");
  const panel = page.getByRole("region", { name: "Minh chứng" });
  await panel.getByRole("button", { name: "Văn bản" }).click();
  await panel
    .getByLabel("Văn bản", { exact: true })
    .fill("Quyết định số 1133/QĐ-STP ngày 31/12/2022 của Sở Tư pháp; Kế hoạch số 12/KH-STP ngày 15/02/2026");
  await expect(panel.getByRole("status")).toContainText("Nhận ra 2 tài liệu");
  await expect(panel.getByRole("status")).toContainText("Ngoài năm đánh giá 2026");
  await panel.getByRole("button", { name: "Thêm 2 tài liệu" }).click();
  await expect(panel).toContainText("2 tài liệu");

  await panel.getByRole("button", { name: "Liên kết" }).click();
  await panel.getByLabel("Địa chỉ trang").fill("https://stp.minhhoa.example/van-ban");
  await panel.getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(panel).toContainText("3 tài liệu");

  await panel.getByRole("button", { name: "Tệp" }).click();
  const chosen = page.waitForEvent("filechooser");
  await panel.getByRole("button", { name: "Chọn tệp" }).click();
  await (await chosen).setFiles({ name: "ảnh chụp.png", mimeType: "image/png", buffer: PICTURE });
  await expect(panel).toContainText("4 tài liệu");
  await expect(panel.getByText("ảnh chụp.png")).toBeVisible();
}

/** What was declared, on a page that has been opened anew. */
async function expectDeclared(page: Page): Promise<void> {
  await expectTotal(page, "49,56", "485");
  await openIndicator(page, "2.1.3");
  await expect(page.getByRole("textbox", { name: /^a Số lượng văn bản/ })).toHaveValue("22");
  const panel = page.getByRole("region", { name: "Minh chứng" });
  for (const shown of ["1133/QĐ-STP", "12/KH-STP", "stp.minhhoa.example/van-ban", "ảnh chụp.png"])
    await expect(panel).toContainText(shown);
  await openIndicator(page, "2.5.3");
  await expect(page.getByLabel("Lý do không áp dụng")).toHaveValue("Sở không có máy chủ riêng");
  await page
    .getByRole("button", { name: /Thông tin chung/ })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: "Số lượng máy trạm" })).toHaveValue("1.250");
}

test("an officer declares with points seen at once; the head submits, and it is sealed", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, "canbo.tuphap");
  await openOwnAssessment(page);
  await fillProfile(page);
  await fillIndicators(page);
  await attachEvidence(page);
  await allSaved(page);
  await page.reload();
  await expectDeclared(page);

  const head = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await signInAs(head, "giamdoc.tuphap");
  await openOwnAssessment(head);
  await expectTotal(head, "49,56", "485");
  await head.getByRole("link", { name: "Xem và nộp" }).click();
  await head.getByRole("button", { name: "Nộp và niêm phong" }).click();
  const dialog = head.getByRole("dialog", { name: "Nộp phiếu đánh giá" });
  await expect(dialog).toContainText("Sở Tư pháp: 49,56/485 điểm");
  await choose(dialog, "Tôi đã xem lại số liệu và minh chứng.");
  await dialog.getByRole("button", { name: "Nộp và niêm phong" }).click();
  const seal = head.getByRole("region", { name: "Đã nộp và niêm phong" });
  await expect(seal.locator("code")).toHaveText(/^[0-9a-f]{64}$/);
  await head.context().close();

  await page.reload();
  await openIndicator(page, "2.1.3");
  await expect(page.getByRole("textbox", { name: /^a Số lượng văn bản/ })).not.toBeEditable();
});

test("a commune's officer fills in what departments are not asked: several of several, a share, a day, rows", async ({
  page,
}) => {
  await signInAs(page, "canbo.binhminh");
  await openOwnAssessment(page);
  await openIndicator(page, "1.5");
  const channels = page.getByRole("group", { name: /Các kênh có hoạt động/ });
  for (const name of ["Trang mạng xã hội chính thức khác", "Nhóm Zalo của thôn", "Pa nô, áp phích"])
    await choose(channels, name);
  await expect(live(page)).toContainText("2 × 1,5");

  await openIndicator(page, "1.2");
  await page.getByRole("textbox", { name: "Ngày ban hành kế hoạch" }).fill("31/1/2026");

  await openIndicator(page, "2.2");
  await page.getByRole("textbox", { name: /Tỷ lệ dân số được phủ sóng 5G/ }).fill("30");
  await expect(live(page)).toContainText("3");

  await openIndicator(page, "5.6");
  const models = page.getByRole("group", { name: "Danh sách mô hình" });
  await models.getByRole("button", { name: "Thêm dòng" }).click();
  const last = models.locator("tbody tr").last();
  await last.getByRole("textbox", { name: /Tên mô hình/ }).fill("Tổ công nghệ số cộng đồng");
  await last.getByRole("combobox", { name: /Lĩnh vực/ }).selectOption({ label: "Xã hội số" });
  await last.getByRole("textbox", { name: /Ngày bắt đầu/ }).fill("01/03/2026");
  await last.getByRole("textbox", { name: /Số người tham gia/ }).fill("1.200");
  await last.getByRole("textbox", { name: /Kinh phí/ }).fill("35,5");
  await allSaved(page);

  await page.reload();
  await openIndicator(page, "5.6");
  const kept = page
    .getByRole("group", { name: "Danh sách mô hình" })
    .locator("tbody tr")
    .filter({ has: page.getByRole("textbox") })
    .last();
  await expect(kept.getByRole("textbox", { name: /Tên mô hình/ })).toHaveValue("Tổ công nghệ số cộng đồng");
  await expect(kept.getByRole("textbox", { name: /Số người tham gia/ })).toHaveValue("1.200");
  await expect(kept.getByRole("textbox", { name: /Kinh phí/ })).toHaveValue("35,5");
  await openIndicator(page, "1.2");
  await expect(page.getByRole("textbox", { name: "Ngày ban hành kế hoạch" })).toHaveValue("31/01/2026");
});
