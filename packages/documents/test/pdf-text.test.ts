/** Text that programs take out of PDF files: with its columns kept apart by spaces, or copied cell by cell. */
import { importFile, readDocument } from "@opendti/documents";
import { describe, expect, it } from "vitest";
import { roles, shown, textTables } from "./making/reading.js";

const FIRST_PAGE = [
  "                               BỘ CHỈ SỐ NĂM 2026",
  "                                     Điểm",
  "STT              Chỉ số                               Cách xác định và tính điểm",
  "                                     tối đa",
  " 1    Nhận thức số                     16",
  "1.1   Người đứng đầu chủ trì các       6       a = Số cuộc họp do người đứng đầu",
  "      cuộc họp chuyên đề                       chủ trì;",
  "                                               - Mỗi cuộc họp được 1 điểm, không vượt quá",
  "                                               Điểm tối đa.",
  "1.2   Tỷ lệ thôn có Tổ công nghệ số    10      a = Số thôn có Tổ;",
  "      cộng đồng                                b = Tổng số thôn;",
  "",
  "",
  "                                        1",
];
const SECOND_PAGE = [
  "                                  Điểm",
  "STT           Chỉ số                               Cách xác định và tính điểm",
  "                                  tối đa",
  "                                            - Tỷ lệ=a/b",
  "                                            - Điểm=Tỷ lệ*Điểm tối đa",
  " 2    Hạ tầng số                    5",
  "2.1   Có mạng nội bộ                5       - Có: 5 điểm;",
  "                                            - Không: 0 điểm.",
  "Ghi chú: Điểm làm tròn đến hai chữ số.",
  "                                        2",
];
const ROWS = [
  "group | 1 | 1 | Nhận thức số | 16 | ",
  "indicator | 1.1 | 1.1 | Người đứng đầu chủ trì các cuộc họp chuyên đề | 6 | a = Số cuộc họp do người đứng đầu chủ trì; - Mỗi cuộc họp được 1 điểm, không vượt quá Điểm tối đa.",
  "indicator | 1.2 | 1.2 | Tỷ lệ thôn có Tổ công nghệ số cộng đồng | 10 | a = Số thôn có Tổ; b = Tổng số thôn; - Tỷ lệ=a/b - Điểm=Tỷ lệ*Điểm tối đa",
  "group | 2 | 2 | Hạ tầng số | 5 | ",
  "indicator | 2.1 | 2.1 | Có mạng nội bộ | 5 | - Có: 5 điểm; - Không: 0 điểm.",
];
const pages = (...all: readonly (readonly string[])[]) => all.map((lines) => lines.join("\n")).join("\n\f");
const statuses = async (text: string) =>
  (await importFile(Buffer.from(text), { name: "a.txt" })).sets.flatMap(({ indicators }) =>
    indicators.map(({ code, status }) => `${code} ${status}`),
  );
const noteCodes = async (text: string) =>
  (await readDocument(Buffer.from(text), "a.txt")).notes.map(({ code, place }) => [code, place.line]);

describe("columns that spaces keep apart", () => {
  it("have strips of their own on each page; headings on three lines and a row over two pages stay whole", async () => {
    const [found, ...others] = await textTables(pages(FIRST_PAGE, SECOND_PAGE));
    expect(others).toEqual([]);
    expect(roles(found)).toEqual(["number", "title", "max", "rule"]);
    expect(found?.rows.map(shown)).toEqual(ROWS);
    expect(found?.rows.map(({ place }) => place.line)).toEqual([5, 6, 10, 20, 21]);
  });

  it("are found by the header alone where the text has lost its form feeds", async () => {
    const [found] = await textTables([...FIRST_PAGE, ...SECOND_PAGE].join("\n"));
    expect(found?.rows.map(shown)).toEqual(ROWS);
  });

  it("are those of the page before, moved, where a page prints no header", async () => {
    const [found] = await textTables(pages(FIRST_PAGE, SECOND_PAGE.slice(3)));
    expect(found?.rows.map(shown)).toEqual(ROWS);
  });

  it("that run into one another end the reading, and the document says from which line on", async () => {
    const together = SECOND_PAGE.slice(5, 8).map((line) => line.replace(/ {2,}/g, " "));
    const text = pages(FIRST_PAGE, [...together, ...together, ...together]);
    expect(await noteCodes(text)).toEqual([
      ["table-rebuilt", 2],
      ["columns-run-together", 15],
    ]);
    const [found] = await textTables(text);
    expect(found?.rows.map(({ code }) => code)).toEqual(["1", "1.1", "1.2"]);
  });

  it("may have the numbers in the middle of their rows", async () => {
    const [found] = await textTables(
      [
        "TT      Tiêu chí                 Điểm tối đa   Cách tính điểm                Cơ quan chủ trì",
        "1   Thể chế số                       12",
        "                                               - Đã ban hành trước ngày",
        "    Ban hành kế hoạch                          31/01: 6 điểm;",
        "1.1                                   6        - Ban hành sau ngày đó: 3     Sở Nội vụ",
        "    hằng năm                                   điểm;",
        "                                               - Không ban hành: 0 điểm.",
        "                                               a = Số nhiệm vụ hoàn thành;",
        "    Hoàn thành nhiệm vụ                        b = Tổng số nhiệm vụ;",
        "1.2                                   6                                      Văn phòng",
        "    được giao                                  Tỷ lệ = a/b;",
        "                                               Điểm = Tỷ lệ*Điểm tối đa.",
      ].join("\n"),
    );
    expect(found?.rows.map(shown)).toEqual([
      "group | 1 | 1 | Thể chế số | 12 |  | ",
      "indicator | 1.1 | 1.1 | Ban hành kế hoạch hằng năm | 6 | - Đã ban hành trước ngày 31/01: 6 điểm; - Ban hành sau ngày đó: 3 điểm; - Không ban hành: 0 điểm. | Sở Nội vụ",
      "indicator | 1.2 | 1.2 | Hoàn thành nhiệm vụ được giao | 6 | a = Số nhiệm vụ hoàn thành; b = Tổng số nhiệm vụ; Tỷ lệ = a/b; Điểm = Tỷ lệ*Điểm tối đa. | Văn phòng",
    ]);
  });

  it("may stand under one heading, and a heading may reach over them all", async () => {
    const [found] = await textTables(
      [
        "                               Điểm",
        "STT      Tiêu chí                                   Cách tính điểm",
        "                        Tối đa      Tự chấm",
        "A. NHÓM TIÊU CHÍ CHUNG CỦA CÁC ĐƠN VỊ",
        "1     Có kế hoạch         5            4          Có: 5 điểm; không: 0 điểm",
        "2     Có báo cáo          5            5          Có: 5 điểm; không: 0 điểm",
      ].join("\n"),
    );
    expect(roles(found)).toEqual(["number", "title", "max", "self_score", "rule"]);
    expect(found?.rows.map(shown)).toEqual([
      "group | A | A | NHÓM TIÊU CHÍ CHUNG CỦA CÁC ĐƠN VỊ |  |  | ",
      "indicator | 1 | 1 | Có kế hoạch | 5 | 4 | Có: 5 điểm; không: 0 điểm",
      "indicator | 2 | 2 | Có báo cáo | 5 | 5 | Có: 5 điểm; không: 0 điểm",
    ]);
  });
});

describe("a table copied out of a PDF", () => {
  const HEADER = ["TT Tiêu chí", "Điểm", "chuẩn", "Cách chấm điểm"];
  const COPIED = [
    ...HEADER,
    "I Nhận thức số 20",
    ...["1 Lãnh đạo trực tiếp phụ trách và", "chủ trì họp hằng quý", "10"],
    ...["- Có phân công và họp đủ 04", "quý", "10", "- Không có phân công 0"],
    ...["2 Chuyên mục trên trang thông tin", "điện tử của đơn vị"],
    ...["10 - Có và có tin, bài hằng tháng: 10", "điểm;", "- Không có chuyên mục: 0 điểm."],
    "1",
    ...HEADER,
    "II Thể chế số 13",
    ...["1 Tỷ lệ ký số 6 a = Số văn bản được ký số;", "b = Tổng số văn bản;"],
    ...["Tỷ lệ = a/b;", "Điểm = Tỷ lệ*Điểm tối đa."],
    ...["2 Ban hành quy chế", "7 Mỗi quy chế được 3,5 điểm, tối đa 7 điểm."],
    "2",
    "Nơi nhận: như trên",
  ];

  it("has a line of the page a line: points part the title from the rule", async () => {
    const [found] = await textTables(COPIED.join("\n"));
    expect(roles(found)).toEqual(["number", "title", "max", "rule"]);
    expect(found?.rows.map(shown)).toEqual([
      "group | I | I | Nhận thức số | 20 | ",
      "indicator | 1 | 1 | Lãnh đạo trực tiếp phụ trách và chủ trì họp hằng quý | 10 | ",
      "option |  |  | - Có phân công và họp đủ 04 quý | 10 | ",
      "option |  |  | - Không có phân công | 0 | ",
      "indicator | 2 | 2 | Chuyên mục trên trang thông tin điện tử của đơn vị | 10 | - Có và có tin, bài hằng tháng: 10 điểm; - Không có chuyên mục: 0 điểm.",
      "group | II | II | Thể chế số | 13 | ",
      "indicator | 1 | 1 | Tỷ lệ ký số | 6 | a = Số văn bản được ký số; b = Tổng số văn bản; Tỷ lệ = a/b; Điểm = Tỷ lệ*Điểm tối đa.",
      "indicator | 2 | 2 | Ban hành quy chế | 7 | Mỗi quy chế được 3,5 điểm, tối đa 7 điểm.",
    ]);
  });

  it("leaves a row that a page cuts to a person, and no other", async () => {
    const rest = COPIED.slice(COPIED.indexOf("II Thể chế số 13"), -2);
    const cut = [...HEADER, ...rest.slice(0, 3), ...HEADER, ...rest.slice(3), "Nơi nhận: như trên"];
    expect(await statuses(cut.join("\n"))).toEqual(["1 doubtful", "2 certain"]);
    const whole = [...HEADER, ...rest, "Nơi nhận: như trên"];
    expect(await statuses(whole.join("\n"))).toEqual(["1 certain", "2 certain"]);
  });

  it("is not read when the marks were torn off its letters, and the document says what to do", async () => {
    const torn = [
      "TT Tiêu chí",
      "Đi m t i đa",
      "ể ố",
      "Cách tính",
      "1 Nh n th c s",
      "ậ ứ ố",
      "10",
      "Có: 10 đi m",
    ];
    expect(await noteCodes(Array.from({ length: 10 }, () => torn.join("\n")).join("\n"))).toEqual([
      ["letters-torn", undefined],
    ]);
  });

  it("is not read when its cells were scattered, and the document says what to do", async () => {
    const text = [
      ...[
        "TT",
        "Tiêu chí",
        "Điểm tối đa",
        "1",
        "Nhận thức số",
        "30",
        "1.1",
        "Có kế hoạch",
        "1.2",
        "1.3",
        "1.4",
      ],
      ...["Có báo cáo", "Có hội nghị", "Có chuyên mục", "Cách tính điểm", "10", "Có: 10 điểm", "5", "7", "8"],
      ...["2", "Hạ tầng số", "20", "2.1", "Có mạng nội bộ", "2.2", "2.3", "Có máy chủ", "10", "5", "5"],
    ].join("\n\n");
    const { sets, findings } = await importFile(Buffer.from(text), { name: "a.txt" });
    expect(sets).toEqual([]);
    expect(findings.map(({ code, message }) => [code, /pdftotext -layout/.test(message.vi)])).toEqual([
      ["document-note", true],
      ["no-indicator-table", false],
    ]);
  });
});

describe("megabytes of", () => {
  const times = (text: string) => text.repeat(Math.ceil(2_000_000 / text.length));
  it.each([
    ["lines of blanks", times(`${" ".repeat(500)}\n`)],
    ["bars", times("|")],
    ["headers", times("STT      Chỉ số      Điểm tối đa      Cách tính điểm\n")],
    ["headers in one column", times("STT Chỉ số Điểm tối đa\n1 Có kế hoạch\n")],
    ["pages", times("STT   Chỉ số     Điểm tối đa\n1     Có báo cáo     5\n\f")],
    [
      "numbers in the middle of their rows",
      `TT   Tiêu chí   Điểm\n${times("     Có báo\n1             5\n     cáo\n")}`,
    ],
  ])("%s are read or refused within the time that is given", async (_, text) => {
    const started = performance.now();
    await readDocument(Buffer.from(text), "a.txt", { time: 1000 }).catch((error: unknown) => {
      expect(error).toMatchObject({ name: "DocumentRefused" });
    });
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
