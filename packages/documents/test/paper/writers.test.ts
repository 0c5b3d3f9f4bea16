import {
  type Paper,
  type PaperBlock,
  PdfUnavailable,
  readDocument,
  writeDocx,
  writePdf,
} from "@opendti/documents";
import { describe, expect, test } from "vitest";
import { breakable } from "../../src/paper/typst/long-words.js";
import { typesetter } from "../../src/paper/typst/typesetter.js";
import { partsOf } from "../making/parts.js";
import { bare, pdfPages } from "../making/pdf.js";

const sentence = "Nội dung báo cáo theo quy định của Nghị định số 30/2020/NĐ-CP về công tác văn thư. ";

const paperOf = (...blocks: PaperBlock[]): Paper => ({
  title: "Thử",
  sections: [{ orientation: "portrait", blocks }],
});

const row = (at: number): PaperBlock & { kind: "table" } => ({
  kind: "table",
  columns: [{ width: 20 }, { width: 145 }],
  rows: [
    { kind: "header", cells: ["STT", "Đầu bảng"] },
    ...Array.from({ length: at }, (_, place) => ({
      kind: "body" as const,
      cells: [String(place + 1), sentence.repeat(2)],
    })),
  ],
});

/** Rows of one line with a note below them. */
const noted = (length: number): PaperBlock => ({
  kind: "table",
  columns: [{ width: 165 }],
  rows: Array.from({ length }, (_, at) => ({ kind: "body", cells: [`Dòng ${at + 1} của ${length}.`] })),
  note: `Ghi chú của ${length}.`,
});

const letter: Paper = {
  title: "Công văn & <phụ lục>",
  sections: [
    {
      orientation: "portrait",
      blocks: [
        {
          kind: "masthead",
          superior: "UBND tỉnh Quảng Ngãi",
          body: "Ban Dân tộc",
          number: { symbol: "BDT-VP" },
          subject: "báo cáo kết quả",
          issued: { place: "Quảng Ngãi", date: { day: 5, month: 1, year: 2026 } },
        },
        { kind: "addressees", to: ["Sở Khoa học và Công nghệ", "Văn phòng UBND tỉnh"] },
        { kind: "heading", level: 1, text: "I. Kết quả" },
        ...Array.from({ length: 30 }, (): PaperBlock => ({ kind: "paragraph", text: sentence.repeat(2) })),
        { kind: "list", marker: "number", items: ["Một", "Hai"] },
        {
          kind: "signing",
          recipients: ["Như trên;", "Lưu: VT"],
          signatures: [{ lines: ["Trưởng Ban"], name: "Người Ký" }],
        },
      ],
    },
    {
      orientation: "landscape",
      blocks: [
        { kind: "appendix", label: "Phụ lục I", title: "Bảng điểm", reference: "(Kèm theo Công văn)" },
        row(40),
      ],
    },
  ],
};

describe("a Word file", () => {
  test("has A4 pages with the decree's margins, the appendix across, numbers at the top and none on first pages", async () => {
    const parts = await partsOf(await writeDocx(letter));
    const sections = (parts.get("word/document.xml") ?? "").match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      expect(section).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
      expect(section).toContain("<w:titlePg/>");
      expect(section).toContain('<w:pgNumType w:start="1"/>');
    }
    expect(sections[0]).toContain('w:w="11906" w:h="16838"');
    expect(sections[1]).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(headers.filter((xml) => xml.includes("PAGE"))).toHaveLength(2);
    expect(headers.filter((xml) => !xml.includes("PAGE"))).toHaveLength(2);
  });

  test("has styles of its own, the language of the text, header rows that repeat and short rows in one piece", async () => {
    const parts = await partsOf(await writeDocx(letter));
    const styles = parts.get("word/styles.xml") ?? "";
    for (const name of ["Normal", "heading 1", "Văn bản", "Chữ trong bảng", "Nơi nhận", "Tên phụ lục"])
      expect(styles.toLowerCase()).toContain(`<w:name w:val="${name.toLowerCase()}"/>`);
    expect(styles).toContain('w:lang w:val="vi-VN"');
    expect(styles).toContain('w:ascii="Times New Roman"');
    const document = parts.get("word/document.xml") ?? "";
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(40);
  });

  test("holds a note to the table's last rows, without lines of its own", async () => {
    const xml = (await partsOf(await writeDocx(paperOf(noted(5))))).get("word/document.xml") ?? "";
    const rows = xml.split("<w:tr>").slice(1);
    expect(rows.map((one) => one.includes("<w:keepNext/>"))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(rows[5]).toMatch(/<w:tcBorders><w:left w:val="none"/);
  });

  test("makes no empty page where a foot fills its own to the end: sections end in a line without height", async () => {
    const document = (await partsOf(await writeDocx(letter))).get("word/document.xml") ?? "";
    expect(document.match(/<w:pPr><w:pStyle w:val="NetKe"\/><w:sectPr>/g)).toHaveLength(1);
    expect(document).not.toContain("<w:pPr><w:sectPr>");
  });

  test("is read back in its order: head, addressees, heading, list, signature, appendix, table", async () => {
    const { blocks } = await readDocument(await writeDocx(letter), "a.docx");
    const words = blocks.flatMap((block) =>
      block.kind === "paragraph"
        ? block.text
        : block.table.rows.map((cells) => cells.map(({ text }) => text).join(" | ")),
    );
    const text = words.join("\n");
    const order = [
      "UBND TỈNH QUẢNG NGÃI\nBAN DÂN TỘC",
      "V/v báo cáo kết quả",
      "ngày 05 tháng 01 năm 2026",
      "- Sở Khoa học và Công nghệ;\n- Văn phòng UBND tỉnh.",
      "I. Kết quả",
      "Một\n",
      "- Như trên;\n- Lưu: VT.",
      "TRƯỞNG BAN",
      "Phụ lục I\nBẢNG ĐIỂM",
      "40 | ",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places, text).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(blocks.find((block) => block.kind === "paragraph" && block.text === "I. Kết quả")).toMatchObject({
      level: 1,
    });
  });
});

describe("a PDF", () => {
  test("numbers its pages, the appendix anew, and neither first page", async () => {
    const pages = pdfPages(await writePdf(letter));
    const appendix = pages.findIndex((page) => page.includes(bare("Phụ lục I")));
    expect(appendix).toBeGreaterThan(1);
    expect(pages[0]?.startsWith("UBND")).toBe(true);
    for (const [at, page] of pages.entries()) {
      const number = at < appendix ? at + 1 : at - appendix + 1;
      if (number > 1)
        expect(page.startsWith(String(number)) || page.endsWith(String(number)), page.slice(0, 40)).toBe(
          true,
        );
    }
  });

  test("has a language, bookmarks, a title, its own letters and no others", async () => {
    const text = Buffer.from(await writePdf(letter)).toString("latin1");
    expect(text).toMatch(/\/Lang \(vi/);
    expect(text).toContain("/Outlines");
    expect(
      new Set([...text.matchAll(/\/FontName \/[A-Z]{6}\+([A-Za-z]+)/g)].map(([, name]) => name)),
    ).toEqual(new Set(["Tinos"]));
    expect(text).toContain("/MediaBox [0 0 841.8898 595.2756]");
  });

  test("repeats the header of a table on each of its pages", async () => {
    const pages = pdfPages(await writePdf(paperOf(row(60))));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain(bare("Đầu bảng"));
  });

  test("never parts a note from the table's last rows, wherever the page ends", async () => {
    const lengths = Array.from({ length: 16 }, (_, at) => 34 + at);
    const pages = pdfPages(
      await writePdf({
        title: "Thử",
        sections: lengths.map((length) => ({ orientation: "portrait", blocks: [noted(length)] })),
      }),
    );
    // Some tables fit their page with the note, some do not.
    expect(pages.length).toBeGreaterThan(lengths.length);
    expect(pages.length).toBeLessThan(2 * lengths.length);
    for (const length of lengths) {
      const last = pages.find((page) => page.includes(bare(`Ghi chú của ${length}.`)));
      for (const at of [length - 1, length]) expect(last).toContain(bare(`Dòng ${at} của ${length}.`));
    }
  });

  test("says that it cannot be made where there is no typesetter for the machine", async () => {
    const missing = typesetter(() => Promise.reject(new Error("Cannot find native binding")));
    await expect(missing).rejects.toThrow(PdfUnavailable);
    await expect(missing).rejects.toMatchObject({ text: { vi: expect.stringContaining("tải tệp Word") } });
  });
});

describe("what a person wrote", () => {
  const hostile = [
    '#read("/etc/passwd")',
    '#{ sys.inputs } #eval("1+1") $x^2$ *đậm* _nghiêng_ `mã` @nguon <nhan> // chú thích',
    "= Tiêu đề giả\n- mục giả\n\\u{1F600} ]]> &amp; <w:p/> <script>",
  ];
  const paper = paperOf(
    ...hostile.map((text): PaperBlock => ({ kind: "paragraph", text })),
    { kind: "table", columns: [{ width: 100 }], rows: [{ kind: "body", cells: [hostile.join("\n")] }] },
    { kind: "heading", level: 1, text: hostile[0] ?? "" },
  );

  test("is never read as Typst: it is printed as it stands", async () => {
    const page = pdfPages(await writePdf(paper)).join("");
    for (const text of hostile) expect(page).toContain(bare(text));
    expect(page).not.toContain("root:");
  });

  test("never breaks the Word file, whatever its characters", async () => {
    const odd = "a\u0000b\u0008c\uD800d\uFFFEe\u202Ef ☑";
    const { blocks } = await readDocument(
      await writeDocx(paperOf({ kind: "paragraph", text: odd }, ...(paper.sections[0]?.blocks ?? []))),
      "a.docx",
    );
    const text = blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("\n");
    expect(text).toContain("abc\uFFFDdef ☑");
    for (const each of hostile) expect(text).toContain(each);
  });

  test("is broken where it must be: a word wider than its column, an address at its seams first", async () => {
    const word = "x".repeat(400);
    const pages = pdfPages(
      await writePdf(
        paperOf({ kind: "table", columns: [{ width: 30 }], rows: [{ kind: "body", cells: [word] }] }),
      ),
    );
    expect(pages.join("")).toContain(word);
    expect(breakable("ngắn gọn", 30, 11)).toBe("ngắn gọn");
    expect(breakable("https://bandantoc.quangngai.gov.vn/web", 30, 11).split("\u200B")).toEqual([
      "https://",
      "bandantoc.",
      "quangngai.",
      "gov.",
      "vn/",
      "web",
    ]);
    expect(breakable(word, 30, 11)).toContain("x\u200Bx");
  });
});

test("the same paper gives the same bytes, in both forms", async () => {
  expect(Buffer.compare(await writeDocx(letter), await writeDocx(letter))).toBe(0);
  expect(Buffer.compare(await writePdf(letter), await writePdf(letter))).toBe(0);
});

test("a table whose rows do not fit its columns is refused", async () => {
  const short: PaperBlock = {
    kind: "table",
    columns: [{ width: 20 }, { width: 20 }],
    rows: [{ kind: "body", cells: ["1"] }],
  };
  await expect(writeDocx(paperOf(short))).rejects.toThrow(RangeError);
  await expect(writePdf(paperOf(short))).rejects.toThrow(RangeError);
  const deep: PaperBlock = {
    kind: "table",
    columns: [{ width: 20 }],
    rows: [{ kind: "body", cells: [{ text: "1", rows: 2 }] }],
  };
  await expect(writeDocx(paperOf(deep))).rejects.toThrow(RangeError);
});
