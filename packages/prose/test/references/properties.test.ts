import { formatReference, readReferences } from "@opendti/prose";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "./runs.js";
import { readShort, type Short, short } from "./short.js";

const known = [
  ["Quyết định", "QĐ"],
  ["Kế hoạch", "KH"],
  ["Báo cáo", "BC"],
  ["Tờ trình", "TTr"],
  ["Nghị quyết", "NQ"],
  ["Hướng dẫn", "HD"],
  ["Hợp đồng", "HĐ"],
  ["Thông tư liên tịch", "TTLT"],
] as const;
const agency = fc.constantFrom("BDT", "UBND", "STTTT", "HĐND", "BTTTT", "SGDĐT");
const room = fc.constantFrom("VP", "BCVT&CNTT", "KGVX", "CATTT");
const numbers = fc.integer({ min: 1, max: 999_999 }).map(String);
const year = fc.integer({ min: 1990, max: 2060 });

const date = fc.oneof(
  fc
    .record({ y: year, m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 28 }) })
    .map(({ y, m, d }) => `${y}-${`${m}`.padStart(2, "0")}-${`${d}`.padStart(2, "0")}`),
  fc
    .record({ y: year, m: fc.integer({ min: 1, max: 12 }) })
    .map(({ y, m }) => `${y}-${`${m}`.padStart(2, "0")}`),
  year.map(String),
);
const issuer = fc.constantFrom(
  "Ban Dân tộc tỉnh",
  "UBND tỉnh Quảng Ngãi",
  "Sở Thông tin và Truyền thông",
  "Sở Văn hóa, Thể thao và Du lịch",
  "Thủ tướng Chính phủ",
  "Ban Chỉ đạo Chuyển đổi số tỉnh",
);
const word = fc.constantFrom(
  ..."chuyển đổi số ban hành kế hoạch Kế triển khai của Ban Sở tỉnh và Công dữ liệu mở; năm 2022, 12 dân tộc (giai đoạn 2) trang. “mới” TP. - quy định mục I".split(
    " ",
  ),
);
const title = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
const page = fc.oneof(
  numbers.filter((one) => one.length < 4),
  fc.constantFrom("2-3", "2, 4"),
);
const section = fc.constantFrom(
  "mục II.3",
  "phần 2, mục I",
  "khoản 2 Điều 5",
  "Phụ lục 1",
  "điểm a khoản 2 Điều 5",
);
const link = fc.webUrl().filter((url) => /[a-z0-9/]$/.test(url) && !/[();,'*]/.test(url));

/** A document as a person would write its parts down. */
const document = fc
  .record(
    {
      kind: fc.constantFrom(...known),
      number: numbers,
      agency,
      ofYear: fc.boolean(),
      date,
      issuer,
      title,
      page,
      section,
      links: fc.array(link, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["kind", "number", "agency", "ofYear"] },
  )
  .map(({ kind: [kind, code], agency: by, ofYear, ...parts }): Short => {
    const inYear = ofYear && parts.date ? `/${parts.date.slice(0, 4)}` : "";
    return {
      ...parts,
      issuer: parts.issuer ?? `~${by}`,
      kind,
      symbol: `${parts.number}${inYear}/${code}-${by}`,
    };
  });

const letter = fc.record({ number: numbers, agency, room, date }).map(
  ({ number, agency: by, room: from, date: on }): Short => ({
    kind: "Công văn",
    number,
    symbol: `${number}/${by}-${from}`,
    date: on,
    issuer: `~${by}`,
  }),
);

/** The line that a person would write for these parts, by way of the printed line of a reference with the same parts. */
function lineOf(wanted: Short): string {
  const [reference] = readReferences("Quyết định số 1/QĐ-BDT ngày 1/2/2022").references;
  if (reference?.type !== "document") throw new Error("no reference to start from");
  const nowhere = { start: 0, end: 0 };
  const named = readReferences(`${wanted.kind} số 1/AB-CD`).references[0];
  const part = (value: string | undefined) => (value === undefined ? null : { ...nowhere, value });
  const { date: iso } = wanted;
  return formatReference({
    ...reference,
    kind: named?.type === "document" ? named.kind : null,
    number: part(wanted.number),
    symbol: part(wanted.symbol),
    date:
      iso === undefined
        ? null
        : {
            ...nowhere,
            value: {
              precision: (["year", "month", "day"] as const)[iso.split("-").length - 1] ?? "day",
              iso,
            },
          },
    issuer: wanted.issuer?.startsWith("~") ? null : { ...nowhere, value: wanted.issuer ?? "", from: "words" },
    title: part(wanted.title),
    page: part(wanted.page),
    section: part(wanted.section),
    links: (wanted.links ?? []).map((value) => ({ ...nowhere, value })),
  });
}

describe("a printed reference", () => {
  it("is read back as what was printed", () => {
    fc.assert(
      fc.property(fc.oneof(document, letter), (wanted) => {
        const [read, ...others] = readShort(lineOf(wanted));
        expect(others).toEqual([]);
        const { cites, ...parts } = read ?? {};
        expect(cites ?? []).toEqual([]);
        expect(parts).toEqual(wanted);
      }),
      runs(500),
    );
  });

  it("is printed the same again, whatever text it was read from", () => {
    fc.assert(
      fc.property(messy, (text) => {
        for (const reference of readReferences(text).references) {
          const line = formatReference(reference);
          const again = readReferences(line).references;
          expect(again.map(formatReference), line).toEqual([line]);
        }
      }),
      runs(300),
    );
  });
});

const fragments = [
  ..."Quyết định số 12/QĐ-UBND|ngày 31/12/2022|của Ban Dân tộc|về việc|V/v|KH|CV 45|/BDT-VP|, |; | và |\n|\n\n| - |.|./.|(|)".split(
    "|",
  ),
  ...'“|”|"|trang 2|mục I|khoản 2 Điều 5|Phụ lục|kèm theo|https://a.gov.vn/x|www.|số|số 13|, 14|Các |31/02/2022|năm|tháng'.split(
    "|",
  ),
  ..."5/2022|ngày|QUYẾT|Quyếtđịnhsố|Ð|\u0301|\u0111|😀|\ud800|12|/|-|&|…|chuyển đổi số|Luật|Biên bản họp|tại|của|do| |\t|\r\n".split(
    "|",
  ),
];
const messy = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...fragments) },
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    {
      maxLength: 40,
    },
  )
  .chain((parts) => fc.constantFrom(parts.join(" "), parts.join(""), parts.join(" ").normalize("NFD")));

describe("any text", () => {
  it("is held by references and rest, every character once and in order", () => {
    fc.assert(
      fc.property(messy, (text) => {
        const { references, rest } = readReferences(text);
        const pieces = [...references, ...rest].sort((one, other) => one.start - other.start);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        let end = 0;
        for (const piece of pieces) {
          expect(piece.start).toBe(end);
          expect(piece.end).toBeGreaterThan(piece.start);
          end = piece.end;
        }
      }),
      runs(500),
    );
  });

  it("has every part that is not shared within its own reference", () => {
    fc.assert(
      fc.property(messy, (text) => {
        for (const reference of readReferences(text).references) {
          if (reference.type === "link") continue;
          const own = (["kind", "number", "date", "issuer", "title", "page", "section"] as const).filter(
            (name) => !reference.shared.some((one) => one === name),
          );
          const parts = [...own.map((name) => reference[name]), ...reference.links].filter(
            (part) => part !== null,
          );
          for (const part of parts) {
            if (reference.shared.includes("symbol") && part === reference.issuer) continue;
            expect(part.start, JSON.stringify(short(reference))).toBeGreaterThanOrEqual(reference.start);
            expect(part.end).toBeLessThanOrEqual(reference.end);
          }
        }
      }),
      runs(300),
    );
  });
});

describe("a hundred thousand hostile characters", () => {
  const size = 100_000;
  it.each([
    "Kế hoạch ",
    "Kế hoạch số ",
    "Quyết định số 1, ",
    "Quyết định số 12, 13 và ",
    "12/QĐ-UBND, ",
    "1/QĐ-UBND về a, ",
    "1/QĐ-UBND về Kế hoạch a và Báo cáo b, ",
    "1/QĐ-UBND về “",
    "1/QĐ-UBND của Ban và ",
    "khoản 2 Điều 5 ",
    "Phụ lục kèm theo ",
    "trang 2, ",
    "ngày ",
    "ngày .",
    "số ......",
    "https://",
    "https://a.vn/((((",
    "(",
    " ",
    "\n",
    "1",
    "1/",
    "/",
    "-",
    "A-",
    "a\u0301\u0323",
    "“",
    '"',
    "1/QĐ-",
    "Các ",
    "; ",
    "Biên bản a b c của Ban d ",
  ])("of %j repeated are read in time", (piece) => {
    const hostile = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    const started = performance.now();
    const { references, rest } = readReferences(hostile);
    // A second or two on a busy machine; what grows with the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect([...references, ...rest].reduce((sum, one) => sum + one.end - one.start, 0)).toBe(hostile.length);
  });
});
