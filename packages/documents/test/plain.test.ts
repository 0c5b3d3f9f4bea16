import { readDocument } from "@opendti/documents";
import { describe, expect, it } from "vitest";
import { roles, shown, tablesOf, textTables } from "./making/reading.js";

const HEADER = ["STT", "Chỉ số", "Điểm tối đa", "Cách xác định và tính điểm"];
const ROWS = [
  ["1", "Nhận thức số", "15", ""],
  ["1.1", "Kế hoạch, chương trình", "10", "- Đã ban hành: 10 điểm;\n- Chưa ban hành: 0 điểm"],
  ["1.2", 'Chuyên mục "số"', "5", "Có: 5 điểm; không: 0 điểm"],
];
const SHOWN = [
  "group | 1 | 1 | Nhận thức số | 15 | ",
  "indicator | 1.1 | 1.1 | Kế hoạch, chương trình | 10 | - Đã ban hành: 10 điểm; - Chưa ban hành: 0 điểm",
  'indicator | 1.2 | 1.2 | Chuyên mục "số" | 5 | Có: 5 điểm; không: 0 điểm',
];

function csv(separator: string): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [HEADER, ...ROWS].map((row) => row.map(quoted).join(separator)).join("\r\n");
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe("CSV", () => {
  it.each([",", ";", "\t", "|"])(
    "finds the separator %j and reads cells of several lines",
    async (separator) => {
      const [found] = await tablesOf(Buffer.from(csv(separator)), "a.csv");
      expect(found?.rows.map(shown)).toEqual(SHOWN);
      expect(found?.rows.map((row) => row.place.line)).toEqual([2, 3, 5]);
    },
  );

  it("believes what sep= says", async () => {
    const [found] = await tablesOf(Buffer.from(`sep=;\r\n${csv(";")}`), "a.csv");
    expect(found?.rows.map(shown)).toEqual(SHOWN);
    expect(found?.rows[0]?.place.line).toBe(3);
  });

  it("takes a stray quote for what it is", async () => {
    const [found] = await tablesOf(
      Buffer.from(`STT,Chỉ số,Điểm tối đa\n1,"Kênh số,5\n2,Trang tin,4\n`),
      "a.csv",
    );
    expect(found?.rows.map(shown)).toEqual([
      'indicator | 1 | 1 | "Kênh số | 5',
      "indicator | 2 | 2 | Trang tin | 4",
    ]);
  });
});

describe("encodings", () => {
  const text = csv(";");
  const files = [
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), false],
    ["UTF-16 of Windows", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(text)]), false],
    ["UTF-16 the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(utf16(text))]), false],
    ["UTF-16 without a mark", utf16(text), true],
  ] as const;
  it.each(files)("%s", async (_, bytes, guessed) => {
    const { notes } = await readDocument(bytes, "a.csv");
    const [found] = await tablesOf(bytes, "a.csv");
    expect(found?.rows.map(shown)).toEqual(SHOWN);
    expect(notes.map((note) => note.code)).toEqual(guessed ? ["encoding-guessed"] : []);
  });

  it("reads Windows-1258 and composes its tones", async () => {
    // "Điểm tối đa" as Windows-1258 keeps it: the tone behind the vowel.
    const word = [0xd0, 0x69, 0xea, 0xd2, 0x6d, 0x20, 0x74, 0xf4, 0xec, 0x69, 0x20, 0xf0, 0x61];
    const bytes = Buffer.concat([
      Buffer.from("STT;"),
      Buffer.from(word),
      Buffer.from("\n1;"),
      Buffer.from(word),
      Buffer.from("\n"),
    ]);
    const { blocks, notes } = await readDocument(bytes, "a.csv");
    const cells = blocks.flatMap((block) => (block.kind === "table" ? block.table.rows.flat() : []));
    expect(cells.map((cell) => cell.text)).toEqual(["STT", "Điểm tối đa", "1", "Điểm tối đa"]);
    expect(notes.map((note) => note.code)).toEqual(["encoding-guessed"]);
  });

  it("believes a page that states a Western encoding", async () => {
    const page = "<html><meta charset=windows-1252><p>\x93Ch&#7881; s&#7889;\x94</p></html>";
    const { blocks } = await readDocument(Buffer.from(page, "latin1"), "a.html");
    expect(blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual(["“Chỉ số”"]);
  });

  it("refuses the older Vietnamese encodings with the way out", async () => {
    // "Điểm tối đa" in TCVN3.
    const tcvn3 = Buffer.from([0xa7, 0x69, 0xd3, 0x6d, 0x20, 0x74, 0xe8, 0x69, 0x20, 0xae, 0x61, 0x0a]);
    await expect(readDocument(tcvn3, "a.txt")).rejects.toMatchObject({ code: "encoding-unknown" });
  });
});

describe("tables in text", () => {
  it("rebuilds tabbed rows whose cells run over several lines", async () => {
    const [found] = await textTables(
      [
        "STT\tChỉ số\tĐiểm tối đa\tCách tính điểm\tĐơn vị chủ trì",
        "1.1\tKế hoạch hành động",
        "hằng năm của tỉnh\t10\t- Đã ban hành: 10 điểm;",
        "- Chưa ban hành: 0 điểm\tVăn phòng",
        "1.2\tChuyên mục\t5\tCó: 5 điểm",
        "Không: 0 điểm\tBáo tỉnh",
      ].join("\n"),
    );
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1.1 | 1.1 | Kế hoạch hành động hằng năm của tỉnh | 10 | - Đã ban hành: 10 điểm; - Chưa ban hành: 0 điểm | Văn phòng",
      "indicator | 1.2 | 1.2 | Chuyên mục | 5 | Có: 5 điểm Không: 0 điểm | Báo tỉnh",
    ]);
  });

  it("takes the quotes off that a spreadsheet puts around cells of several lines", async () => {
    const [found] = await textTables('STT\tChỉ số\tĐiểm tối đa\n1\t"Kênh\nsố"\t5\n2\tTrang tin\t4');
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1 | 1 | Kênh số | 5",
      "indicator | 2 | 2 | Trang tin | 4",
    ]);
  });

  it("reads tables drawn with bars", async () => {
    const [found] = await textTables(
      "| STT | Chỉ số | Điểm tối đa |\n|---|---|---|\n| 1 | Kênh số | 5 |\n| 2 | Trang tin<br>điện tử | 4 |\n",
    );
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1 | 1 | Kênh số | 5",
      "indicator | 2 | 2 | Trang tin điện tử | 4",
    ]);
  });

  it("cuts one cell a line into rows, also rows that lost a cell and rows of one cell", async () => {
    const cells = [
      ...["STT", "Chỉ số", "Điểm tối đa", "Cách tính điểm", "Cơ quan chủ trì", "Thời hạn"],
      "I. NHÓM CHỈ SỐ NỀN TẢNG",
      ...["1", "Nhận thức số", "20", "", "", ""],
      ...[
        "1.1",
        "Kế hoạch\nhành động",
        "10",
        "- Đã ban hành: 10 điểm;\n- Chưa: 0 điểm",
        "Văn phòng",
        "Quý I",
      ],
      ...["1.2", "Chuyên mục", "10", "Có: 10 điểm; không: 0 điểm", "Báo tỉnh", ""],
      ...["2", "Thể chế số", "5", "", ""],
      ...["2.1", "Nghị quyết", "5", "Đã ban hành: 5 điểm", "Sở Nội vụ", "31/12/2025"],
    ];
    const [found] = await textTables(
      `Phần mở đầu\n${cells.map((cell) => `${cell === "" ? "" : `${cell}\n`}|`).join("\n")}\nPhần kết`,
    );
    expect(roles(found)).toEqual(["number", "title", "max", "rule", "lead", "deadline"]);
    expect(found?.rows.map(shown)).toEqual([
      "group | I |  | NHÓM CHỈ SỐ NỀN TẢNG |  |  |  | ",
      "group | 1 | 1 | Nhận thức số | 20 |  |  | ",
      "indicator | 1.1 | 1.1 | Kế hoạch hành động | 10 | - Đã ban hành: 10 điểm; - Chưa: 0 điểm | Văn phòng | Quý I",
      "indicator | 1.2 | 1.2 | Chuyên mục | 10 | Có: 10 điểm; không: 0 điểm | Báo tỉnh | ",
      "group | 2 | 2 | Thể chế số | 5 |  |  | ",
      "indicator | 2.1 | 2.1 | Nghị quyết | 5 | Đã ban hành: 5 điểm | Sở Nội vụ | 31/12/2025",
    ]);
  });

  it("reads one cell a line with the bar right behind it", async () => {
    const cells = [
      "STT",
      "Chỉ số",
      "Điểm tối đa",
      "Cách tính",
      "1",
      "Kênh\nsố",
      "5",
      "Có: 5 điểm",
      "2",
      "Trang tin",
      "4",
      "",
    ];
    const [found] = await textTables(cells.map((cell) => (cell === "" ? "|" : `${cell}|`)).join("\n"));
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1 | 1 | Kênh số | 5 | Có: 5 điểm",
      "indicator | 2 | 2 | Trang tin | 4 | ",
    ]);
  });

  it("rebuilds rows of one line a cell with nothing between them, and says that it did", async () => {
    const text = [
      ...["STT", "Chỉ số", "Điểm tối", "đa", "Cách tính điểm", "Cơ quan chủ trì", "Thời gian hoàn thành"],
      ...["I", "NHÓM NỀN TẢNG", "1", "Nhận thức số", "20"],
      ...[
        "1.1",
        "Có kế hoạch hành động",
        "chuyển đổi số",
        "10",
        "- Đã ban hành: 10 điểm;",
        "- Chưa ban hành: 0 điểm",
      ],
      ...["Sở Thông tin và Truyền thông", "Đã hoàn thành"],
      ...["1.2", "Chuyên trang", "2", "Đã có: Điểm tối đa", "Báo Gia Lai", "Quý II năm 2024"],
      "Nơi nhận: như trên",
    ].join("\n\n");
    const { blocks, notes } = await readDocument(Buffer.from(text), "a.txt");
    const [found] = await textTables(text);
    expect(found?.rows.map(shown)).toEqual([
      "group | I | I | NHÓM NỀN TẢNG |  |  |  | ",
      "group | 1 | 1 | Nhận thức số | 20 |  |  | ",
      "indicator | 1.1 | 1.1 | Có kế hoạch hành động chuyển đổi số | 10 | - Đã ban hành: 10 điểm; - Chưa ban hành: 0 điểm | Sở Thông tin và Truyền thông | Đã hoàn thành",
      "indicator | 1.2 | 1.2 | Chuyên trang | 2 | Đã có: Điểm tối đa | Báo Gia Lai | Quý II năm 2024",
    ]);
    expect(blocks.at(-1)).toMatchObject({ kind: "paragraph", text: "Nơi nhận: như trên" });
    expect(notes.map((note) => [note.code, note.place])).toEqual([["table-rebuilt", { line: 1 }]]);
  });

  it("reads columns that only spaces keep apart", async () => {
    const [found] = await textTables(
      [
        "STT   Chỉ số                      Điểm tối đa   Cách tính điểm",
        "1     Nhận thức số                20",
        "1.1   Có kế hoạch hành động       10            Có: 10 điểm;",
        "      chuyển đổi số                             không: 0 điểm",
        "",
        "1.2   Có báo cáo                  10            Có: 10 điểm",
        "Ghi chú: làm tròn hai chữ số",
      ].join("\n"),
    );
    expect(found?.rows.map(shown)).toEqual([
      "group | 1 | 1 | Nhận thức số | 20 | ",
      "indicator | 1.1 | 1.1 | Có kế hoạch hành động chuyển đổi số | 10 | Có: 10 điểm; không: 0 điểm",
      "indicator | 1.2 | 1.2 | Có báo cáo | 10 | Có: 10 điểm",
    ]);
  });

  it("leaves a list with a tab behind its numbers a list", async () => {
    const { blocks } = await readDocument(Buffer.from("1.\tMục đích\n2.\tYêu cầu\n"), "a.txt");
    expect(blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual([
      "1. Mục đích",
      "2. Yêu cầu",
    ]);
  });

  it("keeps a sentence that the edge of the page breaks one paragraph", async () => {
    const text =
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung\nmột số điều của Luật Tổ chức Chính phủ;\nCăn cứ Quyết định số 922/QĐ-BTTTT;\n";
    const { blocks } = await readDocument(Buffer.from(text), "a.txt");
    expect(blocks.map((block) => block.kind === "paragraph" && block.place.line)).toEqual([1, 3]);
  });
});

describe("HTML", () => {
  const html = (body: string) =>
    tablesOf(Buffer.from(`<html><head><title>x</title></head><body>${body}</body></html>`), "a.html");

  it("reads spans, lists, boxes and tables without closing tags", async () => {
    const [found] = await html(
      [
        "<table><tr><th rowspan=2>TT<th rowspan=2>Tiêu chí<th colspan=2>Điểm<tr><th>Tối đa<th>Tự đánh giá",
        "<tr><td>1<td><ul><li>Có kế hoạch<li><p>Có báo cáo</p></ul><td>5<td>4",
        '<tr><td>2<td><ol type=a><li>một<li>hai</ol><td>5<td><input type=checkbox checked> Có <input type="checkbox"> Không</table>',
      ].join(""),
    );
    expect(roles(found)).toEqual(["number", "title", "max", "self_score"]);
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1 | 1 | - Có kế hoạch - Có báo cáo | 5 | 4",
      "indicator | 2 | 2 | a. một b. hai | 5 | ☑ Có ☐ Không",
    ]);
  });

  it("runs no script and shows no style", async () => {
    const bytes = Buffer.from(
      "<html><body><script>throw 1</script><style>p{}</style><p>chữ &amp; số</p></body></html>",
    );
    const { blocks } = await readDocument(bytes, "a.html");
    expect(blocks).toEqual([{ kind: "paragraph", text: "chữ & số", level: null, place: {} }]);
  });

  it("is told by its content: portals give HTML the name .xls", async () => {
    const bytes = Buffer.from("<table><tr><td>STT<td>Chỉ số<td>Điểm tối đa<tr><td>1<td>Một<td>5</table>");
    const { format, notes } = await readDocument(bytes, "bao-cao.xls");
    expect(format).toBe("html");
    expect(notes.map((note) => note.code)).toEqual(["extension-differs"]);
  });
});
