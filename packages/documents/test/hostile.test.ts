/** Files that are broken, foreign or meant to harm: refused with a reason, soon, and without eating the machine. */

import { deflateRawSync } from "node:zlib";
import { readDocument } from "@opendti/documents";
import { describe, expect, it } from "vitest";
import { zipOf } from "./making/archive.js";
import { deflatedMegabytes, forgedZip } from "./making/forged.js";
import { refusalOf } from "./making/reading.js";
import { paragraph, row, table, wordFile, wordParts } from "./making/word.js";
import { rawWorkbook } from "./making/workbook.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OPENING = `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>`;

/** The same Word document with its main part replaced. */
async function withMain(content: string): Promise<Buffer> {
  return wordFile("", [{ name: "word/document.xml", content }]);
}

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);

describe("a refusal says what is wrong and what to do, in both languages", () => {
  const zeros = () => deflatedMegabytes(500, OPENING, "0");
  const files: readonly (readonly [string, string, string, () => Buffer | Promise<Buffer>])[] = [
    ["an empty file", "a.docx", "empty", () => Buffer.alloc(0)],
    ["a document without a word", "a.docx", "empty", () => wordFile(paragraph(""))],
    [
      "500 MB of nothing, honestly stated",
      "a.docx",
      "inflates-too-much",
      () => forgedZip([{ name: "word/document.xml", packed: zeros(), size: 500_000_000 }]),
    ],
    [
      "500 MB of nothing that claims to be small",
      "a.docx",
      "damaged",
      () => forgedZip([{ name: "word/document.xml", packed: zeros(), size: 60_000 }]),
    ],
    [
      "40 MB that pack a thousand to one",
      "a.docx",
      "inflates-too-much",
      () =>
        forgedZip([
          { name: "word/document.xml", packed: deflatedMegabytes(40, OPENING, "0"), size: 40_000_000 },
        ]),
    ],
    [
      "an archive of six thousand parts",
      "a.docx",
      "too-many-parts",
      () =>
        forgedZip(
          Array.from({ length: 6000 }, (_, at) => ({ name: `word/${at}`, packed: Buffer.alloc(0), size: 0 })),
        ),
    ],
    [
      "a bomb of entities",
      "a.docx",
      "doctype",
      () =>
        withMain(
          `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="${WORD}">&b;</w:document>`,
        ),
    ],
    [
      "an entity that reads a file",
      "a.docx",
      "doctype",
      () =>
        withMain(
          `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="${WORD}">&a;</w:document>`,
        ),
    ],
    [
      "an entity that nobody declared",
      "a.docx",
      "damaged",
      () => withMain(`${OPENING}&b;</w:t></w:r></w:p></w:body></w:document>`),
    ],
    [
      "elements nested without end",
      "a.docx",
      "too-deep",
      () => withMain(`<w:document xmlns:w="${WORD}">${"<w:p>".repeat(100_000)}`),
    ],
    [
      "tables nested without end",
      "a.docx",
      "too-deep",
      () => wordFile(`${"<w:tbl><w:tr><w:tc>".repeat(5000)}`),
    ],
    [
      "a document with macros",
      "a.docm",
      "macros",
      async () => zipOf([...wordParts(paragraph("a")), { name: "word/vbaProject.bin", content: "x" }]),
    ],
    ["a locked document", "a.docx", "encrypted", () => ole("EncryptedPackage")],
    [
      "a locked part",
      "a.docx",
      "encrypted",
      () => forgedZip([{ name: "word/document.xml", packed: deflateRawSync("x"), size: 1, flags: 1 }]),
    ],
    ["an old .doc", "a.doc", "old-format", () => ole("WordDocument")],
    ["an old .xls under a new name", "a.xlsx", "old-format", () => ole("Workbook")],
    ["RTF", "a.rtf", "old-format", () => Buffer.from("{\\rtf1 a}")],
    [
      "a file of LibreOffice",
      "a.odt",
      "old-format",
      () =>
        zipOf([
          { name: "mimetype", content: "x" },
          { name: "content.xml", content: "x" },
        ]),
    ],
    ["a PDF", "a.pdf", "not-a-document", () => Buffer.from("%PDF-1.7\n")],
    [
      "a picture",
      "a.docx",
      "not-a-document",
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    ],
    [
      "an archive of something else",
      "a.docx",
      "not-a-document",
      () => zipOf([{ name: "a.txt", content: "x" }]),
    ],
    [
      "a document cut in the middle",
      "a.docx",
      "damaged",
      async () => (await wordFile(paragraph("a"))).subarray(0, 400),
    ],
    [
      "a document without its main part",
      "a.docx",
      "damaged",
      async () =>
        zipOf(
          wordParts("")
            .filter(({ name }) => name !== "word/document.xml")
            .concat({ name: "word/x.xml", content: "" }),
        ),
    ],
    [
      "a workbook with a row beyond the last",
      "a.xlsx",
      "damaged",
      () => rawWorkbook('<row r="9999999"><c t="str"><v>a</v></c></row>'),
    ],
    [
      "text in no known encoding",
      "a.txt",
      "encoding-unknown",
      () => Buffer.from([0x41, 0xa7, 0xd3, 0xe8, 0x0a]),
    ],
  ];
  it.each(files)("%s", async (_, name, code, make) => {
    const bytes = await make();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const refusal = await refusalOf(bytes, name);
    expect(refusal.code).toBe(code);
    expect(refusal.text.vi).toMatch(/\p{L}.{12,}\.$/u);
    expect(refusal.text.en).toMatch(/[a-z].{12,}\.$/);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });

  it("a file beyond the limit is not even looked at", async () => {
    await expect(readDocument(Buffer.alloc(2000, "a"), "a.txt", { bytes: 1000 })).rejects.toMatchObject({
      code: "too-large",
    });
  });
});

describe("limits", () => {
  it("count the cells, spans included", async () => {
    const wide = table(
      row(...Array.from({ length: 3 }, () => '<w:tc><w:tcPr><w:gridSpan w:val="500"/></w:tcPr></w:tc>')),
    );
    await expect(readDocument(await wordFile(wide), "a.docx", { cells: 1000 })).rejects.toMatchObject({
      code: "too-large",
    });
    const html = `<table>${"<tr><td colspan=1000>a".repeat(100)}`;
    await expect(readDocument(Buffer.from(html), "a.html", { cells: 1000 })).rejects.toMatchObject({
      code: "too-large",
    });
    await expect(
      readDocument(Buffer.from("a\tb\tc\n".repeat(1000)), "a.txt", { cells: 1000 }),
    ).rejects.toMatchObject({ code: "too-large" });
    await expect(
      readDocument(Buffer.from("a,b\n".repeat(1000)), "a.csv", { cells: 1000 }),
    ).rejects.toMatchObject({ code: "too-large" });
  });

  it("hold what is merged to what is there", async () => {
    const bytes = await rawWorkbook(
      '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>',
      {
        after: `<mergeCells>${'<mergeCell ref="C1:XFD1048576"/>'.repeat(200)}</mergeCells>`,
      },
    );
    const started = performance.now();
    await readDocument(bytes, "a.xlsx").catch(() => undefined);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it("end a reading that takes too long", async () => {
    const bytes = Buffer.from("<p>a</p>".repeat(60_000));
    await expect(readDocument(bytes, "a.html", { time: -1 })).rejects.toMatchObject({
      code: "took-too-long",
    });
  });

  it.each([
    ["tags that never close", `<html>${"<b>".repeat(60_000)}`],
    ["tags that never open", `<html>${"</b>".repeat(50_000)}`],
    ["open brackets", "<p".repeat(100_000)],
    ["bars", "|\n".repeat(50_000)],
    ["bars under a heading", `STT\n|\nChỉ số\n|\n${"1\n|\n".repeat(10_000)}`],
    ["tabs", `${"\t".repeat(30_000)}\n`.repeat(2)],
    ["quotes", '"\t'.repeat(30_000)],
    ["stars", "*a".repeat(50_000)],
    ["open tags in text", "<p ".repeat(50_000)],
    ["brackets", `${"(*".repeat(50_000)}\n`],
    ["spaces", " ".repeat(300_000)],
    ["spaces inside numbers", `STT\n|\nChỉ số\n|\n${`1${" ".repeat(50_000)}x\n|\n`.repeat(8)}`],
    ["numbers", `${"1.".repeat(100_000)}\n`],
  ])("a file full of %s takes no more than seconds", async (_, text) => {
    const started = performance.now();
    for (const name of ["a.txt", "a.csv", "a.html"])
      await readDocument(Buffer.from(text), name, { time: 6000 }).catch((error: unknown) => {
        expect(error).toMatchObject({ name: "DocumentRefused" });
      });
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
