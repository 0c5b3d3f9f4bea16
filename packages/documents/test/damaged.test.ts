/** Whatever is done to a file, reading it ends, and ends in tables or in a refusal. */
import { DocumentRefused, readDocument, recogniseTables } from "@opendti/documents";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { runs } from "./making/runs.js";
import { seedBytes } from "./making/seeds.js";
import { cell, paragraph, part, row, table, wordFile, wordParts } from "./making/word.js";
import { rawWorkbook, workbook } from "./making/workbook.js";

const ROWS = Array.from({ length: 12 }, (_, at) => [
  `1.${at + 1}`,
  `Chỉ số thứ ${at + 1}`,
  "10",
  "- Có: 10 điểm;\n- Không: 0 điểm",
]);
const HEADER = ["STT", "Chỉ số", "Điểm tối đa", "Cách tính điểm"];

const BODY =
  paragraph("Phụ lục", '<w:pStyle w:val="A"/>') +
  table(
    row(...HEADER),
    ...ROWS.map((cells) => row(...cells)),
    row(
      cell("x", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'),
      cell(table(row("a", "b")) + paragraph("")),
    ),
  );
const PARTS = [
  part("styles", '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>'),
  part("numbering", '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'),
];

const files = new Map<string, Buffer>();

beforeAll(async () => {
  files.set("a.docx", await wordFile(BODY, PARTS));
  files.set(
    "a.xlsx",
    await workbook((book) => {
      const sheet = book.addWorksheet("A");
      for (const cells of [HEADER, ...ROWS]) sheet.addRow(cells);
      sheet.mergeCells("A2:B3");
    }),
  );
  files.set(
    "a.csv",
    Buffer.from([HEADER, ...ROWS].map((cells) => cells.map((text) => `"${text}"`).join(";")).join("\r\n")),
  );
  files.set(
    "a.html",
    Buffer.from(
      `<table>${[HEADER, ...ROWS].map((cells) => `<tr><td rowspan=2>${cells.join("</td><td>")}</td></tr>`).join("")}</table>`,
    ),
  );
  files.set("tabs.txt", seedBytes("quangNgai").subarray(0, 9000));
  files.set("bars.txt", Buffer.concat([seedBytes("giaLai").subarray(19_000, 26_000)]));
});

/** Reads to the end, tables included; a refusal is a good end. */
async function readSafely(bytes: Uint8Array, name: string): Promise<void> {
  try {
    recogniseTables(await readDocument(bytes, name, { time: 8000 }));
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    expect(error.text.vi).not.toBe("");
  }
}

type Damage = {
  readonly at: number;
  readonly how: "cut" | "flip" | "drop" | "repeat" | "fill";
  readonly byte: number;
  readonly length: number;
};

const damages = fc.array(
  fc.record<Damage>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom("cut", "flip", "flip", "flip", "drop", "repeat", "fill"),
    byte: fc.integer({ min: 0, max: 255 }),
    length: fc.integer({ min: 1, max: 200 }),
  }),
  { minLength: 1, maxLength: 6 },
);

function damage(bytes: Buffer, list: readonly Damage[]): Buffer {
  let damaged = Buffer.from(bytes);
  for (const { at, how, byte, length } of list) {
    const from = Math.floor(at * damaged.length);
    const piece = damaged.subarray(from, from + length);
    if (how === "cut") damaged = damaged.subarray(0, Math.max(1, from));
    else if (how === "drop")
      damaged = Buffer.concat([damaged.subarray(0, from), damaged.subarray(from + length)]);
    else if (how === "repeat")
      damaged = Buffer.concat([damaged.subarray(0, from), piece, damaged.subarray(from)]);
    else if (how === "fill")
      damaged = Buffer.concat([
        damaged.subarray(0, from),
        Buffer.alloc(piece.length, byte),
        damaged.subarray(from + piece.length),
      ]);
    else if (damaged.length > 0) damaged[from] = byte;
  }
  return damaged;
}

describe("damaged files", () => {
  it.each(["a.docx", "a.xlsx", "a.csv", "a.html", "tabs.txt", "bars.txt"])(
    "%s, cut or changed anywhere",
    async (name) => {
      const bytes = files.get(name) ?? Buffer.alloc(0);
      await fc.assert(
        fc.asyncProperty(damages, async (list) => readSafely(damage(bytes, list), name)),
        runs(60),
      );
    },
  );

  it("a.docx, its XML changed inside a sound archive", async () => {
    const [main] = wordParts(BODY).filter(({ name }) => name === "word/document.xml");
    const xml = Buffer.from(main?.content ?? "");
    await fc.assert(
      fc.asyncProperty(damages, async (list) =>
        readSafely(
          await wordFile("", [...PARTS, { name: "word/document.xml", content: damage(xml, list) }]),
          "a.docx",
        ),
      ),
      runs(60),
    );
  });

  it("a.xlsx, its XML changed inside a sound archive", async () => {
    const cells = ROWS.map(
      (texts, at) =>
        `<row r="${at + 1}" hidden="0">${texts.map((text, column) => `<c r="${"ABCD"[column]}${at + 1}" s="1" t="${column === 2 ? "n" : "str"}"><f>A1</f><v>${text}</v></c>`).join("")}</row>`,
    );
    const xml = Buffer.from(cells.join(""));
    const formats =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
    await fc.assert(
      fc.asyncProperty(damages, async (list) =>
        readSafely(
          await rawWorkbook(damage(xml, list).toString("utf8"), {
            formats,
            after: '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>',
          }),
          "a.xlsx",
        ),
      ),
      runs(60),
    );
  });

  it("text of any signs", async () => {
    const words = fc.constantFrom(
      "STT",
      "Chỉ số",
      "Điểm tối đa",
      "1",
      "1.1",
      "I",
      "|",
      "\t",
      "\n",
      "-",
      "10",
      "điểm",
      '"',
      "<p>",
      "*",
      "Tổng cộng",
      "Cách tính điểm",
      "",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 120 }), async (pieces) =>
        readSafely(Buffer.from(`x${pieces.join("")}`), "a.txt"),
      ),
      runs(150),
    );
  });
});
