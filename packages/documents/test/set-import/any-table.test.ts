import { loadSet } from "@opendti/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DocumentRefused, importFile, importSets, readDocument, recogniseTables } from "../../src/index.js";

const code = fc.oneof(
  fc.constantFrom(
    "",
    "1",
    "2",
    "1.1",
    "1.2",
    "2.1",
    "1.1.1",
    "I",
    "II",
    "A",
    "B",
    "a",
    "b",
    "I.1",
    "-",
    "1.",
    "1,1",
    "*",
    "10",
    "1.10",
  ),
  fc.string({ maxLength: 4 }),
);
const title = fc.oneof(
  fc.constantFrom(
    "Nhận thức số",
    "Thông tin chung",
    "Tổng cộng",
    "Số lượng a/ Tổng số b",
    "",
    "Có ☐ Không ☒",
    "☑ Đầy đủ",
  ),
  fc.string({ maxLength: 30 }),
);
const max = fc.oneof(
  fc.constantFrom("", "10", "20", "1.000", "9,5", "–", "mười", "10 điểm", "-5", "1e9", "99999999999"),
  fc.string({ maxLength: 5 }),
);
const rule = fc.oneof(
  fc.constantFrom(
    "",
    "Có: 5 điểm; Không: 0 điểm",
    "a = Số A\nb = Số B\n- Tỷ lệ = a/b\n- Điểm = Tỷ lệ*Điểm tối đa",
    "Mỗi văn bản 1 điểm",
  ),
  fc.string({ maxLength: 40 }),
);
const cell = fc.oneof(
  fc.constantFrom("", "Sở Nội vụ; Sở Y tế", "Quý IV năm 2025", "12", "22/23", "https://a.vn"),
  fc.string({ maxLength: 20 }),
);
const heads = fc.subarray([
  "Cách tính điểm",
  "Số liệu kê khai",
  "Điểm năm 2023",
  "Đơn vị chủ trì",
  "Thời hạn",
  "Ghi chú",
]);

test("any table under known headings gives sets that load, the same each time, or says why not", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      heads,
      fc.array(fc.tuple(code, title, max, rule, cell, cell), { minLength: 1, maxLength: 14 }),
      async (more, rows) => {
        const columns = ["TT", "Tiêu chí", "Điểm tối đa", ...more];
        const escaped = (text: string): string =>
          text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
        const lines = rows.map(([number, name, points, words, one, other]) => [
          number,
          name,
          points,
          ...more.map((head, at) => (head === "Cách tính điểm" ? words : at % 2 === 0 ? one : other)),
        ]);
        const html = [columns, ...lines]
          .map((line) => `<tr>${line.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`)
          .join("");
        const bytes = Buffer.from(`<html><body><p>BỘ CHỈ SỐ</p><table>${html}</table></body></html>`);
        const read = async () => {
          const document = await readDocument(bytes, "a.html");
          return importSets(document, recogniseTables(document), { name: "a.html" });
        };
        const [first, again] = [await read(), await read()];
        expect(again).toEqual(first);
        if (first.sets.length === 0) expect(first.findings.length).toBeGreaterThan(0);
        for (const set of first.sets) {
          expect(loadSet(set.yaml)).toMatchObject({ ok: true });
          const codes = set.indicators.map((one) => one.code);
          expect(new Set(codes).size).toBe(codes.length);
        }
      },
    ),
    { numRuns: Number(process.env["OPENDTI_PROPERTY_RUNS"] ?? 0) || 60, seed: 970 },
  );
});

test("bytes that are no document are refused with a reason, and with nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const read = importFile(bytes, { name: "a.docx" }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(DocumentRefused);
        return undefined;
      });
      const imported = await read;
      if (imported) expect(imported.sets.length + imported.findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 60, seed: 970 },
  );
});
