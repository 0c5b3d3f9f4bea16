import { describe, expect, test } from "vitest";
import { type ImportedDocument, importFile } from "../../src/index.js";
import type { Indicator } from "./hand-encoded.js";

type Row = readonly string[];

const HEAD = ["TT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"];
const yes = (points: number): string => `Có: ${points} điểm; Không: 0 điểm`;

function table(rows: readonly Row[], head: Row = HEAD): string {
  const line = (cells: Row): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  return `<table>${line(head)}${rows.map(line).join("")}</table>`;
}

function read(html: string): Promise<ImportedDocument> {
  return importFile(Buffer.from(`<html><body>${html}</body></html>`), { name: "van-ban.html" });
}

/** "1.1 Có kế hoạch 10": a row a line, children further in. */
function outline(rows: readonly Indicator[], depth = 0): string[] {
  return rows.flatMap((row) => [
    `${"  ".repeat(depth)}${row.key ?? row.code} ${row.title}${row.max === undefined ? "" : ` ${row.max}`}`,
    ...outline(row.children ?? [], depth + 1),
  ]);
}

async function outlineOf(html: string): Promise<string[]> {
  return outline((await read(html)).sets[0]?.set.indicators ?? []);
}

describe("the tree of a set", () => {
  test("numbers that begin again under I and II carry the numeral", async () => {
    const rows = [
      ["I", "Nhận thức số", "20", ""],
      ["1", "Có kế hoạch", "10", yes(10)],
      ["2", "Có văn bản", "10", yes(10)],
      ["II", "Hạ tầng số", "10", ""],
      ["1", "Máy tính", "10", yes(10)],
    ];
    expect(await outlineOf(table(rows))).toEqual([
      "I Nhận thức số 20",
      "  I.1 Có kế hoạch 10",
      "  I.2 Có văn bản 10",
      "II Hạ tầng số 10",
      "  II.1 Máy tính 10",
    ]);
  });

  test("numbers that run on under I and II stay as printed", async () => {
    const rows = [
      ["I", "Nhận thức số", "20", ""],
      ["1", "Có kế hoạch", "20", yes(20)],
      ["II", "Hạ tầng số", "10", ""],
      ["2", "Máy tính", "10", yes(10)],
    ];
    expect(await outlineOf(table(rows))).toEqual([
      "I Nhận thức số 20",
      "  1 Có kế hoạch 20",
      "II Hạ tầng số 10",
      "  2 Máy tính 10",
    ]);
  });

  test("I and II over pillars whose numbers run on are groups of pillars", async () => {
    const rows = [
      ["I", "Nhóm nền tảng", "30", ""],
      ["1", "Nhận thức số", "20", ""],
      ["1.1", "Kế hoạch", "20", yes(20)],
      ["2", "Thể chế số", "10", ""],
      ["2.1", "Nghị quyết", "10", yes(10)],
      ["II", "Nhóm hoạt động", "10", ""],
      ["3", "Chính quyền số", "10", ""],
      ["3.1", "Dịch vụ công", "10", yes(10)],
    ];
    const { sets } = await read(table(rows));
    expect(sets[0]?.set.groups).toEqual([
      { key: "nhom-nen-tang", code: "I", title: "Nhóm nền tảng", pillars: ["1", "2"] },
      { key: "nhom-hoat-dong", code: "II", title: "Nhóm hoạt động", pillars: ["3"] },
    ]);
    expect(sets[0]?.set.indicators.map(({ code }) => code)).toEqual(["1", "2", "3"]);
  });

  test("pillars without a number are known by the sum of their points", async () => {
    const rows = [
      ["", "Nhận thức số", "20", ""],
      ["1", "Có kế hoạch", "10", yes(10)],
      ["2", "Có văn bản", "10", yes(10)],
      ["", "Hạ tầng số", "5", ""],
      ["3", "Máy tính", "5", yes(5)],
    ];
    expect(await outlineOf(table(rows))).toEqual([
      "1 Nhận thức số 20",
      "  1.1 Có kế hoạch 10",
      "  1.2 Có văn bản 10",
      "2 Hạ tầng số 5",
      "  2.3 Máy tính 5",
    ]);
  });

  test("headings above lists of their own are pillars", async () => {
    const first = table([["1", "Có kế hoạch", "10", yes(10)]]);
    const second = table([
      ["1", "Nghị quyết", "10", yes(10)],
      ["2", "Quy chế", "10", yes(10)],
    ]);
    expect(await outlineOf(`<p>1. Nhận thức số</p>${first}<p>2. Thể chế số</p>${second}`)).toEqual([
      "1 Nhận thức số",
      "  1.1 Có kế hoạch 10",
      "2 Thể chế số",
      "  2.1 Nghị quyết 10",
      "  2.2 Quy chế 10",
    ]);
  });

  test("a lost number is filled and reported, a repeated one kept and told apart", async () => {
    const rows = [
      ["1", "Nhận thức số", "40", ""],
      ["1.1", "Có kế hoạch", "10", yes(10)],
      ["", "Có tổ công tác", "10", yes(10)],
      ["1.3", "Có văn bản", "10", yes(10)],
      ["1.3", "Có chuyên trang", "10", yes(10)],
    ];
    const { sets } = await read(table(rows));
    expect(outline(sets[0]?.set.indicators ?? [])).toEqual([
      "1 Nhận thức số 40",
      "  1.1 Có kế hoạch 10",
      "  1.2 Có tổ công tác 10",
      "  1.3 Có văn bản 10",
      "  1.3-2 Có chuyên trang 10",
    ]);
    const at = (code: string) => sets[0]?.findings.find((finding) => finding.code === code);
    expect(at("code-missing")).toMatchObject({ at: "1.2", place: { table: 1, row: 4 } });
    expect(at("code-duplicate")).toMatchObject({ at: "1.3", severity: "error" });
  });

  test("a, b with points of their own are indicators, and rows that divide points are", async () => {
    const rows = [
      ["1", "Nhận thức số", "30", ""],
      ["1.1", "Kế hoạch", "20", ""],
      ["a", "Ban hành đúng hạn", "12", yes(12)],
      ["b", "Có phân công", "8", yes(8)],
      ["1.2", "Tuyên truyền", "10", ""],
      ["", "- Trên trang thông tin điện tử", "6", ""],
      ["", "- Trên đài truyền thanh", "4", ""],
    ];
    expect(await outlineOf(table(rows))).toEqual([
      "1 Nhận thức số 30",
      "  1.1 Kế hoạch 20",
      "    1.1.a Ban hành đúng hạn 12",
      "    1.1.b Có phân công 8",
      "  1.2 Tuyên truyền 10",
      "    1.2.1 - Trên trang thông tin điện tử 6",
      "    1.2.2 - Trên đài truyền thanh 4",
    ]);
  });

  test("options that are rows of their own are the rule of the row above", async () => {
    const rows = [
      ["1", "Nhận thức số", "10"],
      ["1.1", "Kế hoạch chuyển đổi số", "10"],
      ["", "Ban hành trước 31/01", "10"],
      ["", "Ban hành sau 31/01", "5"],
      ["", "Không ban hành", "0"],
    ];
    const { sets } = await read(table(rows, ["TT", "Chỉ số", "Điểm"]));
    expect(sets[0]?.indicators).toMatchObject([{ code: "1.1", max: "10", status: "certain" }]);
    expect(sets[0]?.set.indicators[0]?.children?.[0]?.rule).toMatchObject({
      choice: { options: [{ label: "Ban hành trước 31/01" }, {}, { label: "Không ban hành" }] },
    });
  });
});

describe("several sets in one document", () => {
  const document =
    "<p>Căn cứ Quyết định số 12/QĐ-UBND ngày 01/02/2025 của UBND tỉnh về việc ban hành Bộ chỉ số chuyển đổi số</p>" +
    `<p>Phụ lục I</p><p>BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CÁC SỞ, BAN, NGÀNH</p>${table([
      ["1", "Nhận thức số", "20", ""],
      ["1.1", "Có kế hoạch", "15", yes(15)],
      ["", "Tổng cộng", "20", ""],
    ])}` +
    `<p>Phụ lục II</p><p>BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ</p>${table([
      ["1", "Nhận thức số", "30", ""],
      ["1.1", "Có kế hoạch của xã", "30", yes(30)],
    ])}`;

  test("each has its own title, kind of unit and totals; the decision is that of both", async () => {
    const { sets } = await read(document);
    expect(sets.map(({ set }) => [set.title, set.applies_to, set.declared?.max])).toEqual([
      ["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CÁC SỞ, BAN, NGÀNH", ["so-nganh"], 20],
      ["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ", ["xa"], undefined],
    ]);
    for (const { set } of sets)
      expect(set.legal_basis).toMatchObject([{ number: "12/QĐ-UBND", date: "2025-02-01" }]);
    expect(sets[0]?.findings).toContainEqual(
      expect.objectContaining({ code: "sum-mismatch", at: "1", expected: "20", found: "15" }),
    );
  });

  test("an id chooses one of them; another id is told which there are", async () => {
    const html = Buffer.from(`<html><body>${document}</body></html>`);
    const one = await importFile(html, { name: "a.html", id: "bo-chi-so-chuyen-doi-so-cap-xa" });
    expect(one.sets.map(({ id }) => id)).toEqual(["bo-chi-so-chuyen-doi-so-cap-xa"]);
    const none = await importFile(html, { name: "a.html", id: "khac" });
    expect(none.sets).toEqual([]);
    expect(none.findings).toMatchObject([{ code: "set-not-in-document" }]);
    expect(none.findings[0]?.message.vi).toContain("bo-chi-so-chuyen-doi-so-cap-xa");
  });
});

test("a plan's scores are those of its latest year, its agencies and days read out of the cells", async () => {
  const head = [
    "TT",
    "Chỉ số",
    "Điểm tối đa",
    "Điểm năm 2022",
    "Điểm năm 2023",
    "Đơn vị chủ trì",
    "Thời hạn",
  ];
  const { sets } = await read(
    `<p>KẾ HOẠCH cải thiện chỉ số chuyển đổi số năm 2024</p>${table(
      [
        ["1", "Nhận thức số", "20", "12,5", "15", "", ""],
        ["1.1", "Kế hoạch", "10", "7,5", "10", "Sở KH&amp;CN", "Tháng 6/2024"],
        [
          "1.2",
          "Văn bản",
          "10",
          "5",
          "5",
          "Sở Nội vụ, Văn phòng UBND tỉnh và UBND các xã, phường",
          "Bao giờ xong thì thôi",
        ],
      ],
      head,
    )}`,
  );
  expect(sets[0]?.cases[0]?.data).toMatchObject({
    year: 2023,
    units: [{ published: { reproduce: false, scores: { "1": { score: 15 }, "1.2": { score: 5 } } } }],
  });
  expect(sets[0]?.plans[0]?.data).toMatchObject({
    organisations: { "so-khoa-hoc-va-cong-nghe": "Sở Khoa học và Công nghệ", "so-noi-vu": "Sở Nội vụ" },
    assignments: [
      { code: "1.1", lead: ["so-khoa-hoc-va-cong-nghe"], deadline: { kind: "by", due: "2024-06-30" } },
      {
        code: "1.2",
        lead: ["so-noi-vu", "van-phong-ubnd-tinh", "ubnd-cac-xa-phuong"],
        printed: { deadline: "Bao giờ xong thì thôi" },
      },
    ],
  });
  expect(sets[0]?.findings).toContainEqual(expect.objectContaining({ code: "deadline-unread", at: "1.2" }));
});

test("a document without a table of indicators says what a table needs", async () => {
  const { sets, findings } = await read(
    "<p>Kính gửi</p><table><tr><td>Nơi nhận</td><td>Người ký</td></tr></table>",
  );
  expect(sets).toEqual([]);
  expect(findings).toMatchObject([{ code: "no-indicator-table", severity: "error" }]);
});
