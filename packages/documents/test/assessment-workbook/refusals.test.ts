/** Files that are not the workbook that was asked for: refused with what to do, never read halfway. */
import { Workbook } from "@cj-tech-master/excelts";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type AssessmentForm,
  DocumentRefused,
  readAssessmentWorkbook,
  readCampaignWorkbook,
  writeAssessmentWorkbook,
} from "../../src/index.js";
import { type Part, zipOf } from "../making/archive.js";
import { deflatedMegabytes, forgedZip } from "../making/forged.js";
import { Filled } from "./filling.js";
import { formOf, setOf, shippedSet } from "./shipped.js";

const form = formOf(shippedSet("dti-so-nganh-1000"));
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await writeAssessmentWorkbook(form);
});

async function refusal(file: Uint8Array, as: AssessmentForm = form): Promise<DocumentRefused> {
  try {
    await readAssessmentWorkbook(file, as);
  } catch (error) {
    if (error instanceof DocumentRefused) return error;
    throw error;
  }
  throw new Error("it was read");
}

const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);

async function strange(): Promise<Uint8Array> {
  const book = new Workbook();
  book.addWorksheet("Sheet1").addRow(["a", 22]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("a file that is no workbook of ours is refused, with what to do", () => {
  const files: readonly (readonly [string, string, RegExp, () => Uint8Array | Promise<Uint8Array>])[] = [
    ["an empty file", "empty", /trống/, () => new Uint8Array()],
    [
      "an old .xls",
      "old-format",
      /^Tệp \.xls .*lưu lại thành \.xlsx không đặt mật khẩu/,
      () => ole("Workbook"),
    ],
    [
      "one with a password",
      "encrypted",
      /lưu lại thành \.xlsx không đặt mật khẩu/,
      () => ole("EncryptedPackage"),
    ],
    [
      "an .ods",
      "old-format",
      /LibreOffice.*lưu lại thành \.xlsx/,
      () =>
        zipOf([
          { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
          { name: "content.xml", content: "<a/>" },
        ]),
    ],
    [
      "a Word document",
      "not-a-document",
      /^Tệp Word không phải bảng tính/,
      () => zipOf([{ name: "word/document.xml", content: "<a/>" }]),
    ],
    [
      "an old .doc",
      "not-a-document",
      /^Tệp Word đời cũ \(\.doc\) không phải bảng tính/,
      () => ole("WordDocument"),
    ],
    [
      "a text",
      "not-a-document",
      /^Tệp không phải bảng tính \.xlsx.*ô nền vàng/,
      () => Buffer.from("mã;số liệu\n2.1.3;22"),
    ],
    ["a web page", "not-a-document", /^Tệp HTML, XML/, () => Buffer.from("<html><table></table></html>")],
    ["a picture", "not-a-document", /^Tệp không phải/, () => Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ["an archive of something", "not-a-document", /^Tệp ZIP/, () => zipOf([{ name: "a.txt", content: "a" }])],
    ["an .xlsb", "old-format", /^Tệp \.xlsb/, () => zipOf([{ name: "xl/workbook.bin", content: "x" }])],
    ["a PDF", "not-a-document", /^Tệp PDF không phải bảng tính/, () => Buffer.from("%PDF-1.7")],
    ["a workbook of somebody else", "foreign-workbook", /ô nền vàng/, strange],
    [
      "one with macros",
      "macros",
      /macro/,
      () =>
        zipOf([
          { name: "xl/workbook.xml", content: "<a/>" },
          { name: "xl/vbaProject.bin", content: "x" },
        ]),
    ],
    [
      "500 MB of nothing",
      "inflates-too-much",
      /bung ra/,
      () =>
        forgedZip([
          { name: "xl/workbook.xml", packed: deflatedMegabytes(500, "<workbook>", "0"), size: 500_000_000 },
        ]),
    ],
  ];
  test.each(files)("%s", async (_, code, words, file) => {
    const { code: found, text } = await refusal(await file());
    expect(found).toBe(code);
    expect(text.vi).toMatch(words);
    expect(text.vi).not.toContain(".docx");
    expect(text.en.length).toBeGreaterThan(10);
  });

  test("one cut short at any place", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999])
      expect((await refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).code).toBe("damaged");
  });

  test("one whose hidden sheet is gone", async () => {
    const filled = await Filled.open(bytes);
    filled.book.removeWorksheet("_meta");
    expect((await refusal(await filled.bytes())).code).toBe("foreign-workbook");
  });
});

describe("a workbook of another", () => {
  const others: readonly (readonly [string, string, RegExp, Partial<AssessmentForm>])[] = [
    ["unit", "other-assessment", /Sở Y tế/, { unit: { id: "so-y-te", name: "Sở Y tế" } }],
    ["assessment", "other-assessment", /khác/, { assessment: { id: "phieu-2", revision: 7 } }],
    [
      "campaign",
      "other-assessment",
      /đợt đánh giá khác/,
      { campaign: { id: "dot-2023", title: "x", year: 2023 } },
    ],
    ["set", "other-set", /dti-so-nganh-1000 bản 1/, { set: shippedSet("binh-phuoc-so-nganh-500") }],
    ["version of the set", "other-set", /bản 9/, { set: setOf(nextVersion()) }],
    ["content of the set", "other-set", /đã đổi/, { hash: "fedcba" }],
  ];
  test.each(others)("%s is refused", async (_, code, words, more) => {
    const { code: found, text } = await refusal(bytes, { ...form, ...more });
    expect(found).toBe(code);
    expect(text.vi).toMatch(words);
  });

  test("kind is refused: a unit's form is no table of a campaign", async () => {
    const reading = readCampaignWorkbook(
      bytes,
      form,
      async () => new Map(),
      () => undefined,
    );
    await expect(reading).rejects.toMatchObject({ code: "foreign-workbook" });
  });
});

function nextVersion(): string {
  const { source } = form.set;
  return JSON.stringify({ ...source, version: 9 });
}

describe("what other programs write", () => {
  test("is read: names of elements with a prefix, texts within cells, no addresses of rows", async () => {
    const filled = await Filled.open(bytes);
    const { page, address } = filled.find("V|1.1|points");
    const saved = await filled.bytes();
    const index = filled.book.worksheets.indexOf(page) + 1;
    const parts = await partsOf(saved);
    const sheet = parts.find(({ name }) => name === `xl/worksheets/sheet${index}.xml`);
    expect(sheet).toBeDefined();
    const rewritten = parts.map((part): Part => {
      if (part !== sheet) return part;
      const xml = part.content
        .toString()
        .replace(
          new RegExp(`<c r="${address}"[^>]*/>`),
          `<c r="${address}" t="inlineStr"><is><t>2,5</t></is></c>`,
        )
        .replace(/<row r="\d+"/g, "<row")
        .replaceAll(/<(\/?)([a-z])/gi, "<$1x:$2")
        .replace('xmlns="', 'xmlns:x="');
      return { name: part.name, content: xml };
    });
    const read = await readAssessmentWorkbook(await zipOf(rewritten), form);
    expect(read.fields.find(({ code }) => code === "1.1")).toMatchObject({ state: "new", value: "2.5" });
    expect(read.absent).toEqual([]);
  });
});

async function partsOf(file: Uint8Array): Promise<Part[]> {
  const { default: yauzl } = await import("yauzl");
  const zip = await yauzl.fromBufferPromise(Buffer.from(file), { lazyEntries: true, autoClose: false });
  const parts: Part[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.push({ name: entry.fileName, content: Buffer.concat(chunks) });
  }
  return parts;
}

test("the same form gives the same bytes", async () => {
  expect(Buffer.from(await writeAssessmentWorkbook(form)).equals(Buffer.from(bytes))).toBe(true);
});
