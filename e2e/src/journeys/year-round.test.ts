/** A whole year's round, from the wizard of a campaign to its ranking on the public page, a complaint and its correction. */
import { type Browser, expect, type Page } from "@playwright/test";
import { signIn } from "../person.js";
import type { Running } from "../running.js";
import { decide, onPhone } from "./deciding.js";
import { allSaved, choose, openIndicator, signedIn, test } from "./product.js";

const NAME = "Đánh giá chuyển đổi số cả năm";
const OWN = "Sở Dân tộc và Tôn giáo";
const OTHER = "Sở Văn hóa, Thể thao và Du lịch";
const DAY = 86_400_000;

/** What the round is known by once the wizard has made it. */
const round = { campaign: "" };

/** A day from today as people in Vietnam write it. */
function dayFrom(days: number): string {
  const [year = "", month = "", day = ""] = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" })
    .format(new Date(Date.now() + days * DAY))
    .split("-");
  return `${day}/${month}/${year}`;
}

/** Somebody at work; their page closes when they are done. */
async function as<T>(
  browser: Browser,
  product: Running,
  login: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const { page } = await signedIn(browser, product, login);
  await page.goto("/");
  const done = await work(page);
  await page.context().close();
  return done;
}

/** The other unit declares and submits beside the journey: it is there to be ranked against. */
async function otherSubmits(product: Running): Promise<void> {
  const officer = await signIn(product.address, "canbo.vhttdl");
  const { body } = await officer.get<{ items: { id: string }[] }>(`/assessments?campaign=${round.campaign}`);
  const at = `/assessments/${body.items[0]?.id ?? ""}`;
  for (const [input, value] of [
    ["a", "20"],
    ["b", "23"],
  ] as const)
    expect((await officer.send("PUT", `${at}/answers/2.1.3/${input}`, { value }, 0)).status).toBe(200);
  const head = await signIn(product.address, "giamdoc.vhttdl");
  for (const [person, step] of [
    [officer, "compile"],
    [head, "submit"],
  ] as const) {
    const { version, revision } = (await person.get<{ version: number; revision: string }>(at)).body;
    expect((await person.send("POST", `${at}/${step}`, { revision }, version)).status).toBeLessThan(300);
  }
}

/** From home to the judging of one indicator of the own unit. */
async function judging(page: Page, code: string): Promise<void> {
  await page.getByRole("link", { name: "Thẩm định", exact: true }).first().click();
  await page.getByRole("article", { name: NAME }).getByRole("link", { name: "Thẩm định" }).click();
  await page.getByRole("button", { name: /^Tất cả \d/ }).click();
  await page.getByRole("searchbox", { name: "Tìm đơn vị, mã, tên chỉ số" }).fill(`${code} dan toc`);
  await page
    .getByRole("table", { name: "Các mục cần thẩm định" })
    .getByRole("link", { name: new RegExp(`^${code.replaceAll(".", "\\.")} `) })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(code);
  await mayJudge(page);
}

/** The judging screen is there, and its keys are heard. */
const mayJudge = (page: Page): Promise<void> =>
  expect(page.getByRole("button", { name: /^Yêu cầu giải trình/ })).toBeEnabled();

/** Puts another number in place of the declared one, with a reason. */
async function adjust(page: Page, value: string, reason: string): Promise<void> {
  await page.keyboard.press("s");
  const form = page.getByRole("form", { name: "Điều chỉnh" });
  await form.getByRole("textbox", { name: /^a\. / }).fill(value);
  await expect(form.getByRole("status")).toContainText("Điểm chỉ số");
  await form.getByLabel("Lý do điều chỉnh").fill(reason);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`Đã điều chỉnh 2.1.3, ${OWN}.`)).toBeVisible();
}

/** The coordinator ends what is left of appraising. */
async function endAppraising(page: Page): Promise<void> {
  await page.goto(`/campaigns/${round.campaign}/appraisal`);
  await page.getByRole("button", { name: "Kết thúc thẩm định", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Kết thúc thẩm định" });
  await choose(dialog, /chưa kết luận/);
  await dialog.getByLabel("Lý do").fill("Hết thời hạn thẩm định");
  await dialog.getByRole("button", { name: "Kết thúc thẩm định" }).click();
  await expect(dialog).toContainText(/Đã kết thúc \d+ đơn vị/);
  await dialog.getByRole("button", { name: "Đóng", exact: true }).last().click();
}

/** From home to the published result of the own unit. */
const ownResult = (page: Page): Promise<void> =>
  page
    .getByRole("listitem")
    .filter({ hasText: NAME })
    .getByRole("link", { name: "Kết quả của đơn vị" })
    .click();
const toRuns = async (page: Page): Promise<void> => {
  await page.goto(`/campaigns/${round.campaign}`);
  await page.getByRole("link", { name: "Tổng hợp, phê duyệt, công bố" }).click();
};
const runCard = (page: Page, number: number) =>
  page.getByRole("article", { name: `Bản tổng hợp số ${number}` });

test.describe.configure({ mode: "serial" });

test("the coordinator makes a campaign of two units from a shipped set, opens it, and says who appraises", async ({
  browser,
  product,
}) => {
  await as(browser, product, "dieuphoi", async (page) => {
    await page.getByRole("link", { name: "Đợt đánh giá" }).first().click();
    await page.getByRole("link", { name: "Tạo đợt đánh giá" }).click();
    await page.getByRole("combobox", { name: "Bộ chỉ số" }).click();
    await page.getByRole("option", { name: /Quảng Ngãi/ }).click();
    await page.getByLabel("Tên đợt").fill(NAME);
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    for (const unit of [OWN, OTHER]) await choose(page, unit);
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    for (const stage of ["Kê khai", "Thẩm định", "Giải trình", "Phê duyệt"]) {
      await page.getByLabel(`${stage}: từ ngày`, { exact: true }).fill(dayFrom(0));
      await page.getByLabel(`${stage}: đến hết ngày`, { exact: true }).fill(dayFrom(30));
    }
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await page.getByRole("button", { name: "Lưu đợt đánh giá" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(NAME);
    await page.getByRole("button", { name: "Mở đợt" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Mở đợt" }).click();
    await expect(page.getByText("Đã mở đợt đánh giá.")).toBeVisible();
    round.campaign = new URL(page.url()).pathname.split("/")[2] ?? "";
    await page.getByRole("main").getByRole("link", { name: "Thẩm định", exact: true }).click();
    await page.getByRole("link", { name: "Phân công" }).click();
    await page.getByRole("button", { name: "Cả bộ chỉ số: Thẩm định viên 1" }).click();
    await page.getByRole("button", { name: "Lưu" }).click();
    await expect(page.getByText("Đã lưu phân công thẩm định.")).toBeVisible();
  });
});

test("an officer declares, the Office hands it to the head, the head submits it sealed", async ({
  browser,
  product,
}) => {
  await as(browser, product, "vanphong", async (page) => {
    await page
      .getByRole("article", { name: `${OWN}, ${NAME}` })
      .getByRole("link", { name: "Bắt đầu kê khai" })
      .click();
    await openIndicator(page, "2.1.1");
    await choose(page, /Thủ trưởng cơ quan, đơn vị là Trưởng ban/);
    await openIndicator(page, "2.1.3");
    await page.getByRole("textbox", { name: /^a Số lượng văn bản/ }).fill("22");
    await page.getByRole("textbox", { name: /^b Tổng số lượng/ }).fill("23");
    await allSaved(page);
    await page.getByRole("link", { name: "Trình lãnh đạo" }).click();
    await page.getByRole("button", { name: "Trình lãnh đạo" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Trình lãnh đạo" }).click();
    await expect(page.getByText("Đã trình lãnh đạo.")).toBeVisible();
  });
  await as(browser, product, "thutruong", async (page) => {
    await page
      .getByRole("article", { name: `${OWN}, ${NAME}` })
      .getByRole("link", { name: "Xem và nộp" })
      .click();
    await expect(page.locator("[data-saved]")).toBeVisible();
    await page.getByRole("link", { name: "Xem và nộp" }).click();
    await page.getByRole("button", { name: "Nộp và niêm phong" }).click();
    const dialog = page.getByRole("dialog", { name: "Nộp phiếu đánh giá" });
    await expect(dialog).toContainText("19,56/485 điểm");
    await choose(dialog, "Tôi đã xem lại số liệu và minh chứng.");
    await dialog.getByRole("button", { name: "Nộp và niêm phong" }).click();
    await expect(page.getByRole("region", { name: "Đã nộp và niêm phong" })).toBeVisible();
  });
  await otherSubmits(product);
});

test("the appraiser adjusts one indicator, asks about one, and agrees with the others in bulk", async ({
  browser,
  product,
}) => {
  await as(browser, product, "thamdinh1", async (page) => {
    await judging(page, "2.1.3");
    await adjust(page, "20", "Hai văn bản không thuộc lĩnh vực");
    await page.goto("/");
    await judging(page, "2.1.1");
    await page.keyboard.press("h");
    await page.getByRole("button", { name: "Thiếu minh chứng" }).click();
    await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
    await expect(page.getByText(`Đã gửi yêu cầu giải trình 2.1.1 đến ${OWN}.`)).toBeVisible();
    await page.goto(`/campaigns/${round.campaign}/appraise`);
    const queue = page.getByRole("table", { name: "Các mục cần thẩm định" });
    await queue.getByRole("checkbox", { name: "Chọn tất cả các mục đang lọc" }).check();
    await page.getByRole("button", { name: "Đồng ý hàng loạt" }).click();
    const dialog = page.getByRole("dialog", { name: "Đồng ý hàng loạt" });
    await expect(dialog).toContainText(/Sẽ đồng ý \d+ mục của 2 đơn vị/);
    await dialog.getByRole("button", { name: /^Đồng ý \d+ mục/ }).click();
    await expect(page.getByText(/^Đã đồng ý \d+ mục\./)).toBeVisible();
  });
});

test("the unit answers, the appraiser accepts and agrees, the coordinator ends the appraising", async ({
  browser,
  product,
}) => {
  await as(browser, product, "thutruong", async (page) => {
    const asked = page.getByRole("listitem").filter({ hasText: "2.1.1" }).filter({ hasText: "minh chứng" });
    await asked.getByRole("link", { name: "Trả lời" }).click();
    await page.getByLabel("Trả lời").fill("Quyết định kiện toàn Ban chỉ đạo đã ban hành trong tháng 3.");
    await page.getByRole("button", { name: "Gửi trả lời" }).click();
    await expect(page.getByText("Đã gửi trả lời.")).toBeVisible();
  });
  await as(browser, product, "thamdinh1", async (page) => {
    await page.getByRole("link", { name: /^Thông báo/ }).click();
    await page
      .getByRole("link", { name: /Đã có giải trình/ })
      .first()
      .click();
    await expect(page.getByText("Quyết định kiện toàn")).toBeVisible();
    await page.getByRole("button", { name: "Đóng yêu cầu" }).click();
    const dialog = page.getByRole("dialog", { name: "Đóng yêu cầu" });
    await choose(dialog, "Chấp nhận");
    await dialog.getByRole("button", { name: "Đóng yêu cầu" }).click();
    await expect(page.getByRole("region", { name: "Kết quả xem xét" })).toContainText("Chấp nhận");
    await page.getByRole("link", { name: "Thẩm định chỉ số" }).click();
    await mayJudge(page);
    await page.keyboard.press("d");
    await expect(page.getByText(`Đã đồng ý 2.1.1, ${OWN}.`)).toBeVisible();
  });
  await as(browser, product, "dieuphoi", endAppraising);
  await as(browser, product, "thutruong", async (page) => {
    await page.getByRole("link", { name: /^Thông báo/ }).click();
    await page
      .getByRole("link", { name: /Phiếu đã thẩm định xong/ })
      .first()
      .click();
    await expect(page.getByText("Hai văn bản không thuộc lĩnh vực")).toBeVisible();
  });
});

test("the coordinator previews and compiles; the approver approves and publishes; the observer reads the ranks", async ({
  browser,
  product,
}) => {
  await as(browser, product, "dieuphoi", async (page) => {
    await toRuns(page);
    await expect(page.getByText("Có thể tổng hợp: cả 2 đơn vị đã sẵn sàng.")).toBeVisible();
    await page.getByText(OWN).first().click();
    await expect(page.getByText("Thẩm định: Hai văn bản không thuộc lĩnh vực")).toBeVisible();
    await decide(page, "Tổng hợp kết quả");
    await expect(runCard(page, 1)).toContainText("Đã tổng hợp, chưa phê duyệt");
  });
  await as(browser, product, "pheduyet", async (page) => {
    await page.getByRole("article", { name: NAME }).getByRole("link", { name: "Xem và quyết định" }).click();
    await decide(page, "Phê duyệt");
    await decide(page, "Công bố");
    await expect(runCard(page, 1)).toContainText("Đã công bố");
  });
  await as(browser, product, "lanhdaotinh", async (page) => {
    await page.goto(`/campaigns/${round.campaign}/results`);
    await expect(page.getByRole("row", { name: new RegExp(OWN) })).toContainText("18,7");
  });
});

test("anybody reads the rank on a phone, without signing in", async ({ browser, product }) => {
  const page = await onPhone(browser, product, "/cong-bo");
  await page.getByRole("link", { name: NAME }).first().click();
  await expect(page.getByRole("row").filter({ hasText: OWN })).toContainText(/^\s*1\D.*18,7/s);
  await expect(page.getByRole("row").filter({ hasText: OTHER })).toContainText(/^\s*2\D.*8,7/s);
  await page.context().close();
});

test("the unit complains about its published result, and reads what was decided", async ({
  browser,
  product,
}) => {
  await as(browser, product, "thutruong", async (page) => {
    await ownResult(page);
    const complaints = page.locator("section", {
      has: page.getByRole("heading", { name: "Kiến nghị về kết quả" }),
    });
    await complaints.getByRole("button", { name: "Gửi kiến nghị" }).click();
    const dialog = page.getByRole("dialog", { name: "Gửi kiến nghị" });
    await dialog.getByRole("combobox", { name: "Chỉ số" }).fill("2.1.3");
    await page.getByRole("option", { name: /^2\.1\.3 / }).click();
    await dialog
      .getByLabel("Nội dung và căn cứ")
      .fill("Hai văn bản đều về chuyển đổi số, gửi kèm trích yếu.");
    await dialog.getByRole("button", { name: "Gửi kiến nghị" }).click();
    await expect(page.getByText("Đã gửi kiến nghị.")).toBeVisible();
    await expect(complaints.getByRole("row", { name: /2\.1\.3/ })).toContainText("Chờ trả lời");
  });
  await as(browser, product, "dieuphoi", async (page) => {
    await page.getByRole("link", { name: /^Thông báo/ }).click();
    await page
      .getByRole("link", { name: /Kiến nghị về kết quả đã công bố/ })
      .first()
      .click();
    await expect(page.getByText("Hai văn bản đều về chuyển đổi số")).toBeVisible();
    await page.getByRole("button", { name: "Đóng yêu cầu" }).click();
    const dialog = page.getByRole("dialog", { name: "Đóng yêu cầu" });
    await choose(dialog, "Chấp nhận");
    await dialog.getByLabel("Ghi chú gửi đơn vị").fill("Đúng phạm vi; sẽ điều chỉnh kết quả.");
    await dialog.getByRole("button", { name: "Đóng yêu cầu" }).click();
    await expect(page.getByRole("region", { name: "Kết quả xem xét" })).toContainText("Chấp nhận");
  });
  await as(browser, product, "thutruong", async (page) => {
    await ownResult(page);
    const row = page.getByRole("row", { name: /2\.1\.3.*Kiến nghị/ });
    await expect(row).toContainText("Chấp nhận");
    await row.getByRole("link", { name: /2\.1\.3/ }).click();
    await expect(page.getByText("Đúng phạm vi; sẽ điều chỉnh kết quả.")).toBeVisible();
  });
});

test("a correction of that unit is opened, changed, approved and published with its difference", async ({
  browser,
  product,
}) => {
  await as(browser, product, "dieuphoi", async (page) => {
    await toRuns(page);
    await runCard(page, 1).getByRole("button", { name: "Mở điều chỉnh" }).click();
    const dialog = page.getByRole("dialog", { name: "Mở điều chỉnh" });
    await dialog.getByLabel("Lý do").fill("Kiến nghị về 2.1.3");
    await choose(dialog, "Chỉ những đơn vị được chọn");
    await dialog.getByRole("combobox", { name: "Chọn đơn vị" }).fill("dan toc");
    await page.getByRole("option", { name: OWN }).click();
    await page.keyboard.press("Escape");
    await dialog.getByLabel("Thẩm định lại đến hết ngày", { exact: true }).fill(dayFrom(10));
    await dialog.getByRole("button", { name: "Mở điều chỉnh" }).click();
    await expect(page.getByText(/Đã mở điều chỉnh bản tổng hợp số 1: 1 phiếu/)).toBeVisible();
    await expect(runCard(page, 1)).toContainText("Kiến nghị về 2.1.3");
  });
  await as(browser, product, "thamdinh1", async (page) => {
    await judging(page, "2.1.3");
    // The published points stand beside what is judged now.
    await expect(page.getByRole("main")).toContainText(/Điểm công nhận\s*8,7/);
    await page.keyboard.press("d");
    await expect(page.getByText(`Đã đồng ý 2.1.3, ${OWN}.`)).toBeVisible();
  });
  await as(browser, product, "dieuphoi", async (page) => {
    await endAppraising(page);
    await toRuns(page);
    await decide(page, "Tổng hợp kết quả");
    await expect(runCard(page, 2)).toContainText("điều chỉnh bản số 1");
  });
  const stillPublic = await onPhone(browser, product, `/cong-bo/${round.campaign}`);
  await expect(stillPublic.getByRole("row").filter({ hasText: OWN })).toContainText("18,7");
  await stillPublic.context().close();
  await as(browser, product, "pheduyet", async (page) => {
    await toRuns(page);
    await runCard(page, 2).getByRole("link", { name: "Xem khác biệt" }).click();
    const difference = page.getByRole("group").filter({ hasText: OWN });
    await difference.getByText(OWN).click();
    await expect(difference.getByRole("listitem").filter({ hasText: "2.1.3" })).toContainText("Thẩm định");
    await decide(page, "Phê duyệt");
    await decide(page, "Công bố");
    await expect(page.getByText("Đã công bố bản tổng hợp số 2.")).toBeVisible();
  });
  const phone = await onPhone(browser, product, `/cong-bo/${round.campaign}`);
  await expect(phone.getByRole("row").filter({ hasText: OWN })).toContainText("19,56");
  await expect(phone.getByText(/Kết quả đã được điều chỉnh so với lần công bố/)).toBeVisible();
  await phone.context().close();
});

test("what is withdrawn, with a reason, is public no more", async ({ browser, product }) => {
  await as(browser, product, "pheduyet", async (page) => {
    await toRuns(page);
    await runCard(page, 2).getByRole("button", { name: "Thu hồi" }).click();
    const dialog = page.getByRole("dialog", { name: "Thu hồi" });
    await dialog.getByLabel("Lý do").fill("Chờ kết luận thanh tra");
    await dialog.getByRole("button", { name: "Thu hồi" }).click();
    await expect(runCard(page, 2)).toContainText("Chờ kết luận thanh tra");
  });
  const phone = await onPhone(browser, product, "/cong-bo");
  await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(phone.getByText(NAME)).toHaveCount(0);
  await phone.context().close();
});
