import {
  type Paper,
  readDocument,
  type SelfAssessmentReport,
  selfAssessmentPaper,
  writeDocx,
  writePdf,
} from "@opendti/documents";
import { formatNumber, outlineOf, readUnit } from "@opendti/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { banDanToc, reportOf, setOf, shippedSet } from "../making/assessments.js";
import { bare, onPages, pdfPages } from "../making/pdf.js";

/** Cells and paragraphs of a Word file, read back by the package's own reader. */
async function wordsOf(bytes: Uint8Array): Promise<string[]> {
  const { blocks } = await readDocument(bytes, "bao-cao.docx");
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : block.table.rows.flatMap((row) => row.map(({ text }) => text)),
  );
}

/** Rows of every table, cells joined by "|". */
async function rowsOf(bytes: Uint8Array): Promise<string[]> {
  const { blocks } = await readDocument(bytes, "bao-cao.docx");
  return blocks.flatMap((block) =>
    block.kind === "table"
      ? block.table.rows.map((row) => row.map(({ text }) => text.replace(/\s+/g, " ")).join(" | "))
      : [],
  );
}

describe("the self-assessment of Ban Dân tộc tỉnh Quảng Ngãi, 2022", () => {
  let report: SelfAssessmentReport;
  let paper: Paper;
  let docx: Uint8Array;

  beforeAll(async () => {
    report = banDanToc();
    paper = selfAssessmentPaper(report);
    docx = await writeDocx(paper);
  });

  test("the Word file holds every answer and every piece of evidence", async () => {
    const words = await wordsOf(docx);
    const all = bare(words.join("\n"));
    for (const row of outlineOf(report.set))
      for (const { fact } of row.inputs) {
        const value = report.facts.values[fact.slot];
        if (value === undefined || fact.defaultValue !== undefined) continue;
        if (fact.kind === "choice") expect(all).toContain(bare(fact.options[Number(value.n) - 1] ?? "?"));
        else expect(words, fact.label).toContain(fact.label);
      }
    for (const piece of report.evidence)
      expect(all, piece.code).toContain(
        bare(piece.kind === "document" ? piece.text : piece.kind === "link" ? piece.url : piece.name),
      );
  });

  test("every declared number stands in the row of its own label", async () => {
    const rows = await rowsOf(docx);
    for (const { node, inputs } of outlineOf(report.set))
      for (const { fact } of inputs) {
        const value = report.facts.values[fact.slot];
        if (value === undefined || fact.kind === "choice" || fact.defaultValue !== undefined) continue;
        const shown = fact.kind === "yes_no" ? (value.n === 0n ? "Không" : "Có") : formatNumber(value, "vi");
        const from = rows.findIndex((row) => row.startsWith(`${node.code} | `));
        const own = rows
          .slice(from + 1)
          .find((row) => row.includes(` | ${fact.label.replace(/\s+/g, " ")} | `));
        expect(own, `${node.code} ${fact.id}`).toContain(` | ${shown}`);
      }
  });

  test("the PDF holds every answer and every piece of evidence too", async () => {
    const pages = pdfPages(await writePdf(paper));
    const whole = (text: string): boolean => onPages(pages, bare(text));
    for (const { fact } of outlineOf(report.set).flatMap(({ inputs }) => inputs)) {
      const value = report.facts.values[fact.slot];
      if (value === undefined || fact.defaultValue !== undefined) continue;
      const text = fact.kind === "choice" ? (fact.options[Number(value.n) - 1] ?? "?") : fact.label;
      expect(whole(text), text).toBe(true);
    }
    for (const piece of report.evidence) {
      const text = piece.kind === "document" ? piece.text : piece.kind === "link" ? piece.url : piece.name;
      expect(whole(text), text).toBe(true);
    }
  });

  test("prints the published scores, the sum of each pillar and the total", async () => {
    const rows = await rowsOf(docx);
    expect(rows).toContain("Cộng điểm Nhận thức số | 40 |  | 39,56");
    expect(rows).toContain("Tổng cộng | 485 | 451,26");
    const of = (code: string): string | undefined => rows.find((row) => row.startsWith(`${code} | `));
    expect(of("2.1.3")).toMatch(/ \| 10 \| 95,65% \| .* \| 9,56$/);
    expect(of("2.4.1")).toMatch(/ \| 17,65% \| .* \| 1,76$/);
    expect(of("2.6.17")).toMatch(/ \| 0,7% \| .* \| 7$/);
    expect(of("1.10")).toContain("51.125.000 | đồng");
  });

  test("is a letter without number and day yet, to the department, signed by the head", async () => {
    const words = await wordsOf(docx);
    const text = words.join("\n");
    expect(text).toMatch(
      /Số:\s+\/BDT-VP\nV\/v chấm điểm đánh giá chuyển đổi số năm 2022 tại Ban Dân tộc tỉnh/,
    );
    expect(text).toMatch(/Quảng Ngãi, ngày\s+tháng 7 năm 2023/);
    expect(text).toContain("Kính gửi: Sở Thông tin và Truyền thông.");
    expect(text).toContain("xem xét, thẩm định./.");
    expect(text).toContain("- Lưu: VT, VP.");
    expect(text).toContain("TRƯỞNG BAN");
  });
});

const SMALL = setOf(`
opendti: 1
id: nho
version: 1
status: draft
kind: scored
title: Bộ chỉ số nhỏ
legal_basis: [{ issuer: UBND tỉnh, title: Công văn }]
years: { from: 2025 }
applies_to: [xa]
indicators:
  - code: "1"
    title: Nhóm
    children:
      - { code: "1.1", title: Tỷ lệ, max: 10, not_applicable: full, inputs: [{ id: a, label: Số a, kind: count }, { id: b, label: Số b, kind: count }], rule: { proportional: { of: a/b } } }
      - { code: "1.2", title: Chọn, max: 10, rule: { choice: { options: [{ label: Đã có, share: 1 }, { label: Chưa có, share: 0 }] } } }
      - { code: "1.3", title: Bảng, scored: false, inputs: [{ id: rows, label: Danh sách, kind: table, columns: [{ id: ten, label: Tên, kind: text }, { id: nam, label: Năm, kind: count }] }, { id: ghi_chu, label: Ghi chú, kind: text }, { id: ngay, label: Ngày, kind: date }] }
`);

const SMALL_TWICE = `
opendti: 1
id: hai
version: 1
status: draft
kind: form
title: Phiếu
legal_basis: [{ issuer: UBND tỉnh, title: Công văn }]
years: { from: 2025 }
applies_to: [xa]
indicators:
  - code: "1"
    title: Nhóm
    children:
      - { code: "1.1", key: mot, title: Thứ nhất, inputs: [{ id: ghi_chu, label: Ghi chú, kind: text }] }
      - { code: "1.1", key: hai, title: Thứ hai, inputs: [{ id: ghi_chu, label: Ghi chú, kind: text }] }
`;

const rowsFor = async (unit: Parameters<typeof reportOf>[1]): Promise<string[]> =>
  rowsOf(await writeDocx(selfAssessmentPaper(reportOf(SMALL, unit))));

test("what is not declared is said in words, and so is what does not apply, with its reason", async () => {
  const empty = await rowsFor({ unit: "xa", answers: {} });
  expect(empty).toContain("1.1 | Tỷ lệ | 10 | Chưa kê khai |  |  | 0");
  expect(empty).toContain("a | Số a |  | Chưa kê khai |  |  | ");
  expect(empty).toContain("1.2 | Chọn | 10 | Chưa kê khai |  |  | 0");
  const begun = await rowsFor({ unit: "xa", answers: { "1.1": { a: 3 } } });
  expect(begun).toContain("1.1 | Tỷ lệ | 10 | Chưa kê khai đủ |  |  | 0");
  expect(begun).toContain("a | Số a |  | 3 |  |  | ");
  const out = await rowsFor({ unit: "xa", answers: { "1.1": { not_applicable: "xã không có đơn vị nào" } } });
  expect(out).toContain("1.1 | Tỷ lệ | 10 | Không áp dụng: xã không có đơn vị nào |  |  | 10");
  const undefinedRatio = await rowsFor({ unit: "xa", answers: { "1.1": { a: 0, b: 0 } } });
  expect(undefinedRatio.join("\n")).toContain("Không xác định (chia cho 0)");
});

test("a set without a profile has one appendix; one that only collects data has no points and no sums", async () => {
  const small = selfAssessmentPaper(reportOf(SMALL, { unit: "xa", answers: {} }));
  expect(small.sections).toHaveLength(2);
  expect((await wordsOf(await writeDocx(small))).join("\n")).toContain("tại Phụ lục kèm theo.");
  const form = reportOf(shippedSet("cao-bang-ung-dung-cntt-2020"), { unit: "so", answers: {} });
  const text = (await wordsOf(await writeDocx(selfAssessmentPaper(form)))).join("\n");
  expect(text).toContain("V/v cung cấp số liệu chuyển đổi số năm 2022");
  expect(text).not.toMatch(/Tổng điểm|Cộng điểm|Tổng cộng/);
});

test("an indicator whose code is printed twice keeps its own evidence and texts, by its key or its code", async () => {
  const twice = setOf(SMALL_TWICE);
  const [first, second] = twice.nodes.filter(({ code }) => code === "1.1");
  const evidence = [
    { code: "1.1", kind: "file", name: "thu-nhat.pdf" },
    { code: second?.key ?? "", kind: "file", name: "thu-hai.pdf" },
  ] as const;
  const answers = [
    { code: first?.key ?? "", input: "ghi_chu", value: "một" },
    { code: second?.key ?? "", input: "ghi_chu", value: "hai" },
  ];
  const unit = {
    unit: "xa",
    answers: { "1.1": { ghi_chu: "một" }, [second?.key ?? ""]: { ghi_chu: "hai" } },
  };
  const rows = await rowsOf(
    await writeDocx(selfAssessmentPaper(reportOf(twice, unit, { evidence, answers }))),
  );
  const own = rows.filter((row) => row.startsWith("1.1"));
  expect(own[0]).toContain("một |  | Tệp thu-nhat.pdf");
  expect(own[1]).toContain("hai |  | Tệp thu-hai.pdf");
});

test("rows of a table, texts and days are printed as they were given", async () => {
  const unit = {
    unit: "xa",
    answers: {
      "1.3": {
        rows: [{ ten: "Hệ thống <A> & B", nam: "2020" }, { ten: "C" }],
        ghi_chu: "dòng một\ndòng hai",
        ngay: "2025-02-07",
      },
    },
  };
  expect(readUnit(SMALL, unit, "stored").problems).toEqual([]);
  const text = (await rowsFor(unit)).join("\n");
  expect(text).toContain("1) Tên: Hệ thống <A> & B; Năm: 2020 2) Tên: C");
  expect(text).toContain("dòng một dòng hai");
  expect(text).toContain("07/02/2025");
});

test("evidence is cited in the person's words, with what else is known of it and not said there", async () => {
  const unit = { unit: "xa", title: "UBND xã A", answers: { "1.2": { choice: 1 } } };
  const report = reportOf(SMALL, unit, {
    evidence: [
      {
        code: "1.2",
        kind: "document",
        text: "QĐ 12/QĐ-UBND",
        symbol: "12/QĐ-UBND",
        date: "2025-03-05",
        issuer: "UBND tỉnh",
        page: "2",
      },
      {
        code: "1.2",
        kind: "document",
        text: "Quyết định số 13/QĐ-UBND ngày 5/3/2025",
        symbol: "13/QĐ-UBND",
        date: "2025-03-05",
        issuer: "UBND xã A",
      },
      {
        code: "1.2",
        kind: "document",
        text: "Văn bản 5/BDT-VP ngày 5/3/2025 của Ban Dân tộc tỉnh",
        symbol: "5/BDT-VP",
        date: "2025-03-05",
        issuer: "Ban Dân tộc tỉnh Quảng Ngãi",
      },
      { code: "1.2", kind: "link", url: "https://xa.gov.vn/", title: "Trang của xã" },
      { code: "1.2", kind: "file", name: "bien-ban.pdf", section: "mục 3" },
    ],
  });
  const rows = await rowsOf(await writeDocx(selfAssessmentPaper(report)));
  expect(rows.find((row) => row.startsWith("1.2"))).toContain(
    "QĐ 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh (trang 2); Quyết định số 13/QĐ-UBND ngày 5/3/2025; Văn bản 5/BDT-VP ngày 5/3/2025 của Ban Dân tộc tỉnh; Trang của xã: https://xa.gov.vn/; Tệp bien-ban.pdf (mục 3)",
  );
});
