import { type Block, readDocument } from "@opendti/documents";
import { describe, expect, it } from "vitest";
import type { Part } from "./making/archive.js";
import { cellOf, cellTexts, roles, shown, tablesOf } from "./making/reading.js";
import { cell, externalParts, paragraph, part, row, run, table, wordFile } from "./making/word.js";

async function read(body: string, extra: readonly Part[] = []) {
  return readDocument(await wordFile(body, extra), "a.docx");
}

const paragraphs = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));

const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbered = (list: number, at = 0) =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`;

const NUMBERING = part(
  "numbering",
  [
    `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2.")}${level(2, "lowerLetter", "%3)")}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, "bullet", "\uF0B7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')}${level(1, "bullet", "+")}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2">${level(0, "upperRoman", "%1", '<w:pStyle w:val="Chuong"/>')}</w:abstractNum>`,
    `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    `<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
    `<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>`,
    `<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`,
  ].join(""),
);

describe("automatic numbering", () => {
  it("is resolved to its text: 1. 1.1. a) - +, starting over below a higher level", async () => {
    const { blocks } = await read(
      [
        paragraph("Nhận thức", numbered(1)),
        paragraph("Chỉ số", numbered(1, 1)),
        paragraph("Chỉ số", numbered(1, 1)),
        paragraph("ý", numbered(1, 2)),
        paragraph("Thể chế", numbered(1)),
        paragraph("Chỉ số", numbered(1, 1)),
        paragraph("dấu chấm tròn", numbered(2)),
        paragraph("dấu cộng", numbered(2, 1)),
        paragraph("bắt đầu lại", numbered(4)),
        paragraph("không đánh số", numbered(0)),
      ].join(""),
      [NUMBERING],
    );
    expect(paragraphs(blocks)).toEqual([
      "1. Nhận thức",
      "1.1. Chỉ số",
      "1.2. Chỉ số",
      "a) ý",
      "2. Thể chế",
      "2.1. Chỉ số",
      "- dấu chấm tròn",
      "+ dấu cộng",
      "7. bắt đầu lại",
      "không đánh số",
    ]);
  });

  it("stands in the number column although its paragraphs are empty", async () => {
    const body = table(
      row("STT", "Chỉ số", "Điểm tối đa"),
      ...["Người đứng đầu", "Văn bản", "Trang tin"].map((title) =>
        row(cell(paragraph("", numbered(1))), title, "10"),
      ),
    );
    const [found] = await tablesOf(await wordFile(body, [NUMBERING]), "a.docx");
    expect(found?.rows.map((one) => one.code)).toEqual(["1", "2", "3"]);
  });

  it("may come with a style, and so may the rank of a heading", async () => {
    const styles = part(
      "styles",
      `<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Chuong"><w:basedOn w:val="Goc"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`,
    );
    const { blocks } = await read(paragraph("Hạ tầng số", '<w:pStyle w:val="Chuong"/>'), [NUMBERING, styles]);
    expect(blocks).toEqual([{ kind: "paragraph", text: "I Hạ tầng số", level: 1, place: {} }]);
  });
});

describe("tables of Word", () => {
  it("merges cells both ways", async () => {
    const { blocks } = await read(
      table(
        row(cell("a", '<w:gridSpan w:val="2"/>'), "b"),
        row(cell("c", '<w:vMerge w:val="restart"/>'), "d", "e"),
        row(cell("", "<w:vMerge/>"), "f", "g"),
      ),
    );
    const [found] = tables(blocks);
    expect(found?.rows.map((cells) => cells.map(({ text, columns, rows }) => [text, columns, rows]))).toEqual(
      [
        [
          ["a", 2, 1],
          ["b", 1, 1],
        ],
        [
          ["c", 1, 2],
          ["d", 1, 1],
          ["e", 1, 1],
        ],
        [
          ["f", 1, 1],
          ["g", 1, 1],
        ],
      ],
    );
    expect(found?.rows[2]?.[0]?.place).toEqual({ table: 1, row: 3 });
  });

  it("keeps lists and small tables in a cell as its lines; a large one is a table of its own", async () => {
    const small = table(row("Tỷ lệ", "Điểm"), row("≥ 80%", "10"));
    const large = table(...Array.from({ length: 5 }, (_, at) => row(`${at}`, "x", "y")));
    const { blocks } = await read(
      table(row("trước", cell(paragraph("- một") + paragraph("- hai") + small + paragraph("")))) +
        table(row(cell(large + paragraph("")))),
    );
    const [outer, own, ...rest] = tables(blocks);
    expect(cellTexts(outer?.rows ?? [])).toEqual([["trước", "- một\n- hai\nTỷ lệ Điểm\n≥ 80%: 10"]]);
    expect(own?.rows).toHaveLength(5);
    expect(rest).toEqual([]);
  });

  it("reads a header of two rows: Điểm over Tối đa and Tự đánh giá", async () => {
    const down = '<w:vMerge w:val="restart"/>';
    const on = cell("", "<w:vMerge/>");
    const body = table(
      row(
        cell("TT", down),
        cell("Tiêu chí", down),
        cell("Điểm", '<w:gridSpan w:val="3"/>'),
        cell("Cơ quan thực hiện", '<w:gridSpan w:val="2"/>'),
      ),
      row(on, on, "Tối đa", "Tự đánh giá", "Năm 2024", "Chủ trì", "Phối hợp"),
      row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
      row("1", "Ban hành kế hoạch", "5", "4,5", "3", "Văn phòng", "Các phòng"),
    );
    const [found] = await tablesOf(await wordFile(body), "a.docx");
    expect(roles(found)).toEqual(["number", "title", "max", "self_score", "score", "lead", "coordinating"]);
    expect(found?.columns[4]).toEqual({ role: "score", heading: "Điểm · Năm 2024", year: 2024 });
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1 | 1 | Ban hành kế hoạch | 5 | 4,5 | 3 | Văn phòng | Các phòng",
    ]);
  });

  it("takes the header away that a converter repeats on every page, and joins the row that the page cuts", async () => {
    const header = row("STT", "Chỉ số", "Điểm tối đa", "Cách tính điểm");
    const body =
      table(
        header,
        row("1", "Nhận thức số", "20", ""),
        row("1.1", "Kế hoạch hành động", "10", "- Đã ban hành: 10 điểm;"),
      ) +
      table(
        header,
        row("", "hằng năm của tỉnh", "", "- Chưa ban hành: 0 điểm."),
        row("1.2", "Chuyên trang", "10", "Có: 10 điểm"),
      );
    const [found, ...rest] = await tablesOf(await wordFile(body), "a.docx");
    expect(rest).toEqual([]);
    expect(found?.rows.map(shown)).toEqual([
      "group | 1 | 1 | Nhận thức số | 20 | ",
      "indicator | 1.1 | 1.1 | Kế hoạch hành động hằng năm của tỉnh | 10 | - Đã ban hành: 10 điểm; - Chưa ban hành: 0 điểm.",
      "indicator | 1.2 | 1.2 | Chuyên trang | 10 | Có: 10 điểm",
    ]);
  });

  it("joins a rule that is split over physical rows under one number", async () => {
    const on = cell("", "<w:vMerge/>");
    const down = '<w:vMerge w:val="restart"/>';
    const body = table(
      row("STT", "Chỉ số", "Điểm tối đa", "Cách tính điểm"),
      row(cell("1", down), cell("Tỷ lệ hồ sơ", down), cell("10", down), "a = Số hồ sơ trực tuyến;"),
      row(on, on, on, "b = Tổng số hồ sơ;"),
      row(on, on, on, "Điểm = a/b*Điểm tối đa"),
      row("2", "Kênh số", "5", "Có: 5 điểm; không: 0 điểm"),
    );
    const [found] = await tablesOf(await wordFile(body), "a.docx");
    expect(found?.rows.map(shown)).toEqual([
      "indicator | 1 | 1 | Tỷ lệ hồ sơ | 10 | a = Số hồ sơ trực tuyến; b = Tổng số hồ sơ; Điểm = a/b*Điểm tối đa",
      "indicator | 2 | 2 | Kênh số | 5 | Có: 5 điểm; không: 0 điểm",
    ]);
  });

  it("tells options as rows of their own from parts that add up, and totals from both", async () => {
    const body = table(
      row("STT", "Tiêu chí", "Điểm"),
      row("1", "Ban hành kế hoạch", "10"),
      row("", "- Ban hành trước 31/01", "10"),
      row("", "- Ban hành sau 31/01", "5"),
      row("", "- Không ban hành", "0"),
      row("2", "Trang thông tin", "10"),
      row("", "Có chuyên mục", "6"),
      row("", "Có IPv6", "4"),
      row("", "Tổng cộng", "20"),
    );
    const [found] = await tablesOf(await wordFile(body), "a.docx");
    expect(found?.rows.map((one) => one.kind)).toEqual([
      ...["indicator", "option", "option", "option", "indicator", "part", "part", "total"],
    ]);
  });

  it("gives every indicator the office that one merged cell names for all of them", async () => {
    const body = table(
      row("TT", "Chỉ số", "Điểm tối đa", "Đơn vị chủ trì"),
      row("1", "Một", "5", cell("Văn phòng", '<w:vMerge w:val="restart"/>')),
      row("2", "Hai", "5", cell("", "<w:vMerge/>")),
    );
    const [found] = await tablesOf(await wordFile(body), "a.docx");
    expect(found?.rows.map((one) => cellOf(found, one, "lead"))).toEqual(["Văn phòng", "Văn phòng"]);
  });
});

describe("what Word shows and does not show", () => {
  it("accepts tracked changes, in words, paragraphs, rows and cells, and says so", async () => {
    const { blocks, notes } = await read(
      [
        `<w:p>${run("điểm ")}<w:del w:id="1"><w:r><w:delText>5</w:delText></w:r></w:del><w:ins w:id="2">${run("10")}</w:ins></w:p>`,
        `<w:p><w:moveFrom w:id="3">${run("đã chuyển đi")}</w:moveFrom><w:moveTo w:id="4">${run("chuyển đến")}</w:moveTo></w:p>`,
        `<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>${run("nối ")}</w:p>${paragraph("liền")}`,
        table(
          `<w:tr><w:trPr><w:del w:id="6"/></w:trPr>${cell("bỏ")}${cell("bỏ")}</w:tr>`,
          row("giữ", cell("xóa", '<w:cellDel w:id="7"/>'), "còn"),
        ),
      ].join(""),
    );
    expect(paragraphs(blocks)).toEqual(["điểm 10", "chuyển đến", "nối liền"]);
    expect(cellTexts(tables(blocks)[0]?.rows ?? [])).toEqual([["giữ", "còn"]]);
    expect(notes.map((note) => note.code)).toContain("tracked-changes-accepted");
  });

  it("shows boxes, ticked or not, whatever they are made of", async () => {
    const control = (checked: number, content: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const symbol = (code: string) => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`;
    const form = (inside: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>`;
    const { blocks } = await read(
      [
        `<w:p>${control(1, run("☒"))}${run(" Có ")}${control(0, run("☐"))}${run(" Không")}</w:p>`,
        `<w:p>${symbol("F0FE")}${run(" Có ")}${symbol("F0A8")}${run(" Không")}</w:p>`,
        `<w:p>${form('<w:default w:val="0"/><w:checked/>')}${run(" Có ")}${form('<w:default w:val="0"/>')}${run(" Không")}</w:p>`,
        `<w:p>${run("\uF0FE Có \uF06F Không")}</w:p>`,
        control(1, `<w:p>${run("☒")}${run(" Có")}</w:p>`),
      ].join(""),
    );
    expect(paragraphs(blocks)).toEqual(["☑ Có ☐ Không", "☑ Có ☐ Không", "☑ Có ☐ Không", "☑ Có ☐ Không", "☑"]);
  });

  it("reads a footnote that bears on points with the cell that refers to it, and leaves a raised mark out of numbers", async () => {
    const refer = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const raised = `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>`;
    const footnote = (id: number, text: string): string =>
      `<w:footnote w:id="${id}"><w:p>${run(text)}</w:p></w:footnote>`;
    const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const file = await wordFile(
      table(
        row(
          cell(`<w:p>${run("Có: 10 điểm")}${refer(2)}</w:p>`),
          cell(`<w:p>${run("Không: 0")}${raised}${run(" điểm")}</w:p>`),
          cell(`<w:p>${run("Công khai")}${refer(3)}</w:p>`),
        ),
      ),
      [
        {
          name: "word/_rels/document.xml.rels",
          content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`,
        },
        {
          name: "word/footnotes.xml",
          content: `<w:footnotes ${space}>${footnote(2, "Ban hành chậm thì trừ 50% số điểm.")}${footnote(3, "Theo Nghị định số 42/2022/NĐ-CP.")}</w:footnotes>`,
        },
      ],
    );
    const { blocks, notes } = await readDocument(file, "a.docx");
    const [block] = blocks;
    const texts = block?.kind === "table" ? block.table.rows[0]?.map((one) => one.text) : [];
    expect(texts).toEqual([
      "Có: 10 điểm\nGhi chú: Ban hành chậm thì trừ 50% số điểm.",
      "Không: 0[2] điểm",
      "Công khai",
    ]);
    expect(notes.map(({ code }) => code)).toEqual(["footnotes-left-out"]);
  });

  it("leaves out hidden words, instructions of fields, empty controls and footnotes, and notes the footnotes", async () => {
    const { blocks, notes } = await read(
      `<w:p>${run("Tỷ lệ")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Bấm để nhập")}</w:sdtContent></w:sdt></w:p>`,
    );
    expect(paragraphs(blocks)).toEqual(["Tỷ lệ"]);
    expect(notes.map((note) => note.code)).toEqual(["footnotes-left-out"]);
  });

  it("reads a text box once, after the paragraph it hangs on", async () => {
    const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
    const { blocks } = await read(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(paragraph("trong khung"))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(paragraph("trong khung"))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("ngoài khung")}</w:p>`,
    );
    expect(paragraphs(blocks)).toEqual(["ngoài khung", "trong khung"]);
  });

  it("writes fractions of formulas on one line", async () => {
    const text = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`;
    const { blocks } = await read(
      `<w:p>${run("Tỷ lệ = ")}<m:oMath><m:f><m:num>${text("a+b")}</m:num><m:den>${text("c")}</m:den></m:f></m:oMath></w:p>`,
    );
    expect(paragraphs(blocks)).toEqual(["Tỷ lệ = (a+b)/c"]);
  });

  it("knows the page where Word has marked it", async () => {
    const { blocks } = await read(
      `${paragraph("một")}<w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>${table(row("a", "b"))}`,
    );
    expect(blocks.map((block) => (block.kind === "table" ? block.table.place : block.place))).toEqual([
      {},
      { page: 2 },
      { page: 2, table: 1 },
    ]);
  });

  it("fetches nothing that the document points to, and says that it does", async () => {
    const { notes } = await read(paragraph("chữ"), [externalParts("attachedTemplate", "image", "hyperlink")]);
    expect(notes.map((note) => note.code)).toEqual(["external-parts-left-out"]);
    expect(notes[0]?.message.vi).toContain("2 thành phần");
  });

  it("reads documents whatever prefix they use, and the strict form of the standard", async () => {
    const strict =
      '<?xml version="1.0"?><ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:t>chữ</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';
    const { blocks } = await read("", [{ name: "word/document.xml", content: strict }]);
    expect(paragraphs(blocks)).toEqual(["chữ"]);
  });
});
