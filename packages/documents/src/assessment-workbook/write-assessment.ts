/** One unit's assessment as a workbook to fill in offline. */
import type { Workbook, Worksheet } from "@cj-tech-master/excelts";
import { exact, formatNumber } from "@opendti/engine";
import { digestOf } from "./digest.js";
import { writeFormSheet, writeTableSheet } from "./form-sheets.js";
import { columnLetters } from "./keys.js";
import { CALCULATION_SHEET, LISTS_SHEET, META_SHEET, NOT_APPLICABLE_INPUT } from "./layout.js";
import { type FieldEntry, metaRows } from "./meta.js";
import { type PlacedForm, placeForm } from "./placed-form.js";
import { remarkFormula, scoreFormula } from "./score-columns.js";
import { dress, heightOf, lock, printSetup } from "./style.js";
import type { AssessmentForm } from "./types.js";

/**
 * The workbook: a guide, the profile, a sheet for each pillar, tables; everything locked (without a password) but what is to be filled
 * in; formulas that show the provisional score wherever a spreadsheet computes it exactly. {@link readAssessmentWorkbook} reads it
 * back. The same form gives the same bytes.
 */
export async function writeAssessmentWorkbook(form: AssessmentForm): Promise<Uint8Array> {
  const placed = placeForm(form);
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  // A fixed day: the file tells nothing about when it was made.
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.calcProperties.fullCalcOnLoad = true;
  await writeGuide(workbook, placed);
  if (placed.layout.summary !== undefined) await writeSummary(workbook, placed, placed.layout.summary);
  for (const sheet of placed.sheets) await writeFormSheet(workbook, placed, sheet);
  for (const table of placed.tables) await writeTableSheet(workbook, placed, table);
  writeLists(workbook, placed);
  if (placed.scores) writeCalculation(workbook, placed);
  writeMeta(workbook, placed);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const GUIDE: readonly string[] = [
  "1. Chỉ điền vào các ô nền vàng; các ô khác được khóa để giữ đúng biểu mẫu. Ô nền xám không thuộc phần việc được giao.",
  "2. Số thập phân và phần nghìn gõ theo cách của máy đang dùng; tỷ lệ gõ cả dấu % (80%). Không gõ đơn vị vào ô số liệu.",
  "3. Không có số liệu thì để trống; bằng không thì gõ 0. Xóa một ô đã có số liệu nghĩa là đề nghị xóa số liệu đó, và phải được chọn khi nạp lên.",
  "4. Cột bổ sung tài liệu kiểm chứng: mỗi dòng một tài liệu (số, ký hiệu, ngày, cơ quan, trích yếu, trang) hoặc một liên kết. Chỉ thêm, không xóa tài liệu đã có.",
  "5. Điểm tạm tính do bảng tính tự cộng theo quy tắc của bộ chỉ số; điểm chính thức do hệ thống tính khi nạp lên.",
  "6. Không xóa các sheet ẩn. Lưu tệp dạng .xlsx rồi nạp lên hệ thống; hệ thống cho xem trước mọi thay đổi, chưa nhận gì khi chưa chọn.",
];

async function writeGuide(workbook: Workbook, { form, layout }: PlacedForm): Promise<void> {
  const page = workbook.addWorksheet(layout.guide, {
    views: [{ showGridLines: false }],
    pageSetup: { ...printSetup(1), orientation: "portrait" },
  });
  page.getColumn(1).width = 24;
  page.getColumn(2).width = 80;
  const title = page.getCell("A1");
  title.value = "Phiếu tự đánh giá để điền ngoài mạng";
  dress(title, "title");
  const facts: readonly (readonly [string, string])[] = [
    ["Đơn vị", form.unit.name],
    ["Đợt đánh giá", form.campaign.title],
    ["Bộ chỉ số", `${form.set.source.title} (${form.set.id}, bản ${form.set.version})`],
  ];
  for (const [index, [label, value]] of facts.entries()) {
    const row = index + 3;
    page.getCell(row, 1).value = label;
    page.getCell(row, 2).value = value;
    dress(page.getCell(row, 1), "group");
    dress(page.getCell(row, 2), "plain");
  }
  for (const [index, line] of GUIDE.entries()) {
    const row = facts.length + 4 + index;
    page.mergeCells(row, 1, row, 2);
    const cell = page.getCell(row, 1);
    cell.value = line;
    cell.font = { name: "Times New Roman", size: 12 };
    cell.alignment = { wrapText: true, vertical: "top" };
    page.getRow(row).height = heightOf([{ text: line, width: 104 }]);
  }
  await lock(page);
}

async function writeSummary(workbook: Workbook, placed: PlacedForm, name: string): Promise<void> {
  const { form, scores, calculation } = placed;
  if (!scores) return;
  const page = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: { ...printSetup(3), orientation: "portrait" },
  });
  for (const [index, width] of [8, 54, 12, 14, 40].entries()) page.getColumn(index + 1).width = width;
  const title = page.getCell("A1");
  title.value = "Tổng hợp điểm tạm tính";
  dress(title, "title");
  for (const [index, heading] of ["Mã", "Nội dung", "Điểm tối đa", "Điểm tạm tính", "Diễn giải"].entries()) {
    const cell = page.getCell(3, index + 1);
    cell.value = heading;
    dress(cell, "header");
  }
  const { digits } = form.set.scoreRounding;
  const rows = [
    ...form.set.pillars.flatMap((pillar) => {
      const node = form.set.nodes[pillar];
      const cells = scores.nodes[pillar];
      const lacking = scores.lacking[pillar];
      return node?.scored && cells
        ? [{ code: node.code, title: node.title, max: node.max, cells, lacking }]
        : [];
    }),
    { code: "", title: "Tổng điểm", max: form.set.max, cells: scores.total, lacking: scores.lacking.at(-1) },
  ];
  for (const [index, { code, title: text, max, cells, lacking }] of rows.entries()) {
    const row = index + 4;
    const values = [
      code,
      text,
      exact.toNumber(max),
      scoreFormula(calculation, cells, digits),
      remarkFormula(calculation, cells, lacking),
    ];
    for (const [at, value] of values.entries()) {
      const cell = page.getCell(row, at + 1);
      cell.value = value;
      dress(cell, code === "" ? "group" : "plain", at === 2 || at === 3 ? "right" : "left");
      if (at === 3) cell.numFmt = digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
    }
  }
  const note = page.getCell(rows.length + 5, 1);
  note.value = `Tổng điểm tối đa ${formatNumber(form.set.max, "vi")}. Chỉ số chưa đủ số liệu được tính 0 điểm.`;
  note.font = { name: "Times New Roman", size: 11, italic: true };
  await lock(page);
}

function writeLists(workbook: Workbook, { lists }: PlacedForm): void {
  const page = workbook.addWorksheet(LISTS_SHEET, { state: "veryHidden" });
  for (const { column, texts } of lists.values())
    for (const [index, text] of texts.entries()) page.getCell(`${column}${index + 1}`).value = text;
}

function writeCalculation(workbook: Workbook, { calculation }: PlacedForm): void {
  const page = workbook.addWorksheet(CALCULATION_SHEET, { state: "hidden" });
  for (const [index, { label, cells }] of calculation.rows.entries()) {
    const row = index + 1;
    page.getCell(row, 1).value = label;
    for (const [at, { formula, value }] of cells.entries())
      page.getCell(row, at + 2).value = { formula, result: settled(value) };
  }
}

const settled = (value: string | number | boolean | null): string | number | boolean =>
  typeof value === "number" && !Number.isFinite(value) ? 0 : (value ?? "");

function writeMeta(workbook: Workbook, placed: PlacedForm): void {
  const page: Worksheet = workbook.addWorksheet(META_SHEET, { state: "veryHidden" });
  for (const row of metaRows("assessment", placed.form, fieldEntries(placed))) page.addRow([...row]);
}

/** Every field with its cell, and what it was when the workbook was made. */
function fieldEntries(placed: PlacedForm): FieldEntry[] {
  const entry = (code: string, input: string, sheet: string, cell: string): FieldEntry => {
    const stored = placed.stored(code, input);
    return {
      code,
      input,
      sheet,
      cell,
      version: stored?.version ?? 0,
      digest: digestOf(stored?.value ?? null),
    };
  };
  const inForms = placed.sheets.flatMap(({ name, columns, placed: rows }) =>
    rows.flatMap(({ number, row }) => {
      const cell = columns.address("value", number);
      if (row.kind === "field") return [entry(row.code, row.fact.id, name, cell)];
      if (row.kind === "options")
        return [entry(row.code, row.fact.id, name, columns.address("value", number + 1))];
      if (row.kind === "mark") return [entry(row.code, NOT_APPLICABLE_INPUT, name, cell)];
      return [];
    }),
  );
  const inTables = placed.tables.map(({ code, fact, name, first }) =>
    entry(code, fact.id, name, `${columnLetters(3)}${first}`),
  );
  return [...inForms, ...inTables];
}
