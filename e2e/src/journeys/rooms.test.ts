/** A department with rooms: the real answers of a real department, 451,26 of 485 points. */
import { type Browser, expect, type Page } from "@playwright/test";
import {
  allSaved,
  choose,
  expectTotal,
  openIndicator,
  openOwnAssessment,
  signInAs,
  test,
} from "./product.js";

async function opened(browser: Browser, baseURL: string | undefined, login: string): Promise<Page> {
  const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await signInAs(page, login);
  await openOwnAssessment(page);
  return page;
}

/** A room hands over its part, from the review page. */
async function handOver(page: Page, room: RegExp): Promise<void> {
  await page.getByRole("link", { name: "Bàn giao" }).click();
  const part = page.getByRole("listitem").filter({ hasText: room });
  await part.getByRole("button", { name: "Bàn giao" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bàn giao" }).click();
  await expect(part).toContainText("Đã bàn giao");
}

test("the Office assigns, rooms declare and hand over, the head returns with a reason, then submits 451,26 of 485", async ({
  browser,
  baseURL,
}) => {
  const office = await opened(browser, baseURL, "vanphong");
  await expectTotal(office, "451,26", "485");
  await office.getByRole("button", { name: "Phân công", exact: true }).click();
  const assigning = office.getByRole("dialog", { name: "Phân công kê khai" });
  await choose(assigning, /^2\.6\.15 /);
  await assigning.getByLabel("Giao cho").selectOption({ label: "Phòng Chính sách" });
  await assigning.getByRole("button", { name: "Giao 1 chỉ số" }).click();
  await expect(office.getByText("Đã phân công 1 chỉ số.")).toBeVisible();

  const policy = await opened(browser, baseURL, "canbo.chinhsach");
  await openIndicator(policy, "2.6.15");
  await expect(policy.getByRole("radio").first()).toBeEnabled();
  await openIndicator(policy, "2.2.4");
  const own = policy.getByRole("textbox", { name: /^a / });
  const declared = await own.inputValue();
  await own.fill("1");
  await own.fill(declared);
  await allSaved(policy);
  await policy.getByRole("button", { name: /^Tất cả/ }).click();
  await openIndicator(policy, "2.1.3");
  await expect(policy.getByRole("textbox", { name: /^a / })).not.toBeEditable();
  await handOver(policy, /Phòng Chính sách/);
  for (const [login, room] of [
    ["canbo.vanphong", /Văn phòng/],
    ["canbo.tuyentruyen", /Phòng Tuyên truyền/],
  ] as const) {
    const page = await opened(browser, baseURL, login);
    await handOver(page, room);
    await page.context().close();
  }

  await compile(office);
  const head = await opened(browser, baseURL, "thutruong");
  await head.getByRole("link", { name: "Xem và nộp" }).click();
  await head.getByRole("button", { name: "Trả lại để sửa" }).click();
  const returning = head.getByRole("dialog", { name: "Trả lại để sửa" });
  await returning.getByLabel("Lý do trả lại").fill("Thống nhất số máy chủ ở 2.5.3 với mục 1.7");
  await returning.getByRole("button", { name: "Trả lại để sửa" }).click();
  await expect(head.getByRole("heading", { name: "Phiếu được trả lại để sửa" })).toBeVisible();

  await office.reload();
  await expect(office.getByText("Thống nhất số máy chủ ở 2.5.3 với mục 1.7")).toBeVisible();
  await office.getByRole("button", { name: "Trình lãnh đạo" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "Trình lãnh đạo" }).click();
  await expect(office.getByText("Đã trình lãnh đạo.")).toBeVisible();

  await head.reload();
  await head.getByRole("button", { name: "Nộp và niêm phong" }).click();
  const submitting = head.getByRole("dialog", { name: "Nộp phiếu đánh giá" });
  await expect(submitting).toContainText("Sở Dân tộc và Tôn giáo: 451,26/485 điểm");
  await choose(submitting, "Tôi đã xem lại số liệu và minh chứng.");
  await submitting.getByRole("button", { name: "Nộp và niêm phong" }).click();
  const seal = head.getByRole("region", { name: "Đã nộp và niêm phong" });
  await expect(seal.locator("code")).toHaveText(/^[0-9a-f]{64}$/);
  for (const page of [office, policy, head]) await page.context().close();
});

async function compile(office: Page): Promise<void> {
  await office.keyboard.press("Escape");
  await office.getByRole("link", { name: "Trình lãnh đạo" }).click();
  await office.reload();
  await office.getByRole("button", { name: "Trình lãnh đạo" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "Trình lãnh đạo" }).click();
  await expect(office.getByText("Đã trình lãnh đạo.")).toBeVisible();
}
