/** From a decision in Word to a published set: read, the doubt answered, what was not read given a rule, published. */
import { expect, type Page } from "@playwright/test";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { signedIn, test } from "./product.js";

const HEADINGS = ["TT", "Chỉ số", "Điểm tối đa", "Cách xác định và tính điểm", "Cơ quan chủ trì"];

/** Two rows of bands that both take their edge, one that says nothing of its points, and some that are plain. */
const ROWS: readonly (readonly string[])[] = [
  ["1", "Nhận thức số", "35", "", ""],
  [
    "1.1",
    "Văn bản chỉ đạo về chuyển đổi số do người đứng đầu ký",
    "10",
    "a=Số văn bản do người đứng đầu ký;\nb=Tổng số văn bản chỉ đạo;\n- Tỷ lệ=a/b\n- Điểm=Tỷ lệ*Điểm tối đa",
    "Sở Khoa học và Công nghệ",
  ],
  ["1.2", "Chuyên mục chuyển đổi số", "5", "- Có: 5 điểm\n- Không có: 0 điểm", "Văn phòng"],
  [
    "1.3",
    "Số cuộc tập huấn về chuyển đổi số",
    "10",
    "- Từ 20 cuộc trở lên: 10 điểm\n- Từ 10 đến 20 cuộc: 5 điểm\n- Dưới 10 cuộc: 0 điểm",
    "Sở Nội vụ",
  ],
  [
    "1.4",
    "Số cuộc hội nghị về chuyển đổi số",
    "10",
    "- Từ 20 cuộc trở lên: 10 điểm\n- Từ 10 đến 20 cuộc: 5 điểm\n- Dưới 10 cuộc: 0 điểm",
    "Sở Nội vụ",
  ],
  ["2", "Hạ tầng số", "10", "", ""],
  ["2.1", "Máy tính đạt yêu cầu kỹ thuật", "10", "Theo kết quả kiểm tra thực tế", "Sở Khoa học và Công nghệ"],
];

const paragraphs = (text: string): Paragraph[] => text.split("\n").map((line) => new Paragraph(line));

/** The decision as a province sends it. */
async function decision(): Promise<Buffer> {
  const rows = [HEADINGS, ...ROWS].map(
    (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: paragraphs(text) })) }),
  );
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph("ỦY BAN NHÂN DÂN TỈNH MẪU"),
          new Paragraph("Số: 123/QĐ-UBND, ngày 15 tháng 3 năm 2026"),
          new Paragraph("QUYẾT ĐỊNH"),
          new Paragraph("Ban hành Bộ chỉ số đánh giá chuyển đổi số của các sở, ban, ngành tỉnh Mẫu năm 2026"),
          new Paragraph(""),
          new Table({ rows }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const rows = (page: Page) => page.getByRole("navigation", { name: "Các chỉ số trong văn bản" });
const openRow = (page: Page, code: string) =>
  rows(page)
    .getByRole("button", { name: new RegExp(`${code.replace(".", "\\.")} `) })
    .click();

test.setTimeout(240_000);

test("a decision in Word becomes a published set: doubts answered, a rule written in the form", async ({
  browser,
  product,
}) => {
  const { page } = await signedIn(browser, product, "dieuphoi");
  await page.goto("/sets");
  await page.getByRole("link", { name: "Nhập từ văn bản" }).click();
  // A file that cannot be read is refused with what to do.
  await page.locator("input[type=file]").setInputFiles({
    name: "cu.doc",
    mimeType: "application/msword",
    buffer: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
  });
  await expect(page.getByRole("alert", { name: "Loại tệp không được nhận" })).toContainText(".docx");
  await page.locator("input[type=file]").setInputFiles({
    name: "quyet-dinh.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await decision(),
  });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bộ chỉ số", { timeout: 100_000 });
  await expect(rows(page).getByRole("status")).toHaveText(/^Còn \d trong \d chỉ số chờ bạn xem/);

  // Doubts come first: the edge that two bands take. The answer is offered to the row worded alike.
  await expect(page.getByRole("heading", { level: 2, name: /^1\.3 / })).toBeVisible();
  await expect(page.getByRole("region", { name: "Trong văn bản" })).toContainText(
    "Từ 10 đến 20 cuộc: 5 điểm",
  );
  await page
    .getByRole("button", { name: /^Chọn: / })
    .first()
    .click();
  const alike = page.getByRole("dialog", { name: "1 chỉ số khác có cùng cách viết" });
  await expect(alike).toContainText("1.4 Số cuộc hội nghị");
  await alike.getByRole("button", { name: "Áp dụng cho 1 chỉ số" }).click();
  await expect(alike).toHaveCount(0);

  // What was not read is given a rule in the form, and tried before it is kept.
  await expect(page.getByRole("heading", { level: 2, name: /^2\.1 / })).toBeVisible();
  await page.getByRole("button", { name: "Sửa", exact: true }).click();
  await page.getByRole("combobox", { name: "Kiểu quy tắc" }).selectOption("Theo tỷ lệ");
  for (const label of ["Số máy tính đạt yêu cầu", "Tổng số máy tính"]) {
    await page.getByRole("button", { name: "Thêm số liệu" }).click();
    await page.getByRole("textbox", { name: "Nội dung số liệu" }).last().fill(label);
  }
  await page.getByRole("textbox", { name: "Tỷ lệ", exact: true }).fill("A/B");
  await page.getByRole("textbox", { name: "Đạt điểm tối đa từ" }).fill("80%");
  await page.getByRole("textbox", { name: "a · Số máy tính đạt yêu cầu" }).fill("6");
  await page.getByRole("textbox", { name: "b · Tổng số máy tính" }).fill("10");
  await expect(page.getByRole("status").filter({ hasText: "7,5 điểm" })).toBeVisible();
  await page.getByRole("button", { name: "Lưu cách sửa" }).click();
  await expect(rows(page).getByRole("status")).toHaveText("Đã xem hết: 5 chỉ số đều có quy tắc.");

  // Another day goes on from here.
  await page.reload();
  await expect(rows(page).getByRole("status")).toHaveText("Đã xem hết: 5 chỉ số đều có quy tắc.");
  await rows(page)
    .getByRole("button", { name: /^Tất cả/ })
    .click();
  await openRow(page, "2.1");
  await expect(page.getByRole("region", { name: "Đọc thành" })).toContainText(
    "a/b từ 80% trở lên: điểm tối đa",
  );

  // Saved as a draft, published by the pages of sets.
  await page.getByRole("button", { name: "Lưu thành bản nháp" }).click();
  const save = page.getByRole("dialog", { name: "Lưu thành bản nháp bộ chỉ số" });
  await save.getByRole("textbox", { name: "Mã bộ chỉ số" }).fill("so-nganh-tinh-mau");
  await save.getByRole("button", { name: "Lưu bản nháp" }).click();
  await expect(page.getByText("so-nganh-tinh-mau · phiên bản 1")).toBeVisible();
  await page.getByRole("button", { name: "Ban hành" }).click();
  await page
    .getByRole("dialog", { name: /^Ban hành so-nganh-tinh-mau/ })
    .getByRole("button", { name: "Ban hành" })
    .click();
  await expect(page.getByText("Đã ban hành so-nganh-tinh-mau phiên bản 1.")).toBeVisible();
  const workbook = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải Excel" }).click();
  expect((await workbook).suggestedFilename()).toBe("so-nganh-tinh-mau.xlsx");
  await page.context().close();
});
