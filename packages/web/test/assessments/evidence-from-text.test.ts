import { describe, expect, test } from "vitest";
import { readPieces, wordsOfDocument } from "../../src/features/assessments/evidence/references.js";

describe("evidence typed as free text", () => {
  test("becomes number, symbol, date and issuer", () => {
    const [piece, ...more] = readPieces("Quyết định số 1133/QĐ-BDT ngày 31/12/2022 của Ban Dân tộc", 2022);
    expect(more).toEqual([]);
    expect(piece?.item).toMatchObject({
      kind: "document",
      number: "1133",
      symbol: "1133/QĐ-BDT",
      date: "2022-12-31",
      issuer: "Ban Dân tộc",
    });
    expect(piece).toMatchObject({ year: null, plain: false });
  });

  test("several in one line become several, in their order", () => {
    const pieces = readPieces(
      "Quyết định số 1133/QĐ-BDT ngày 31/12/2022; https://bandantoc.quangngai.gov.vn/tin; Kế hoạch số 12/KH-BDT ngày 15/02/2021, trang 2",
      2022,
    );
    expect(pieces.map(({ item }) => (item.kind === "link" ? item.url : item.symbol))).toEqual([
      "1133/QĐ-BDT",
      "https://bandantoc.quangngai.gov.vn/tin",
      "12/KH-BDT",
    ]);
    expect(pieces[2]?.item).toMatchObject({ page: "2" });
  });

  test("is flagged when it is dated outside the assessed year", () => {
    expect(readPieces("Kế hoạch số 12/KH-BDT ngày 15/02/2021", 2022)[0]?.year).toBe("before");
    expect(readPieces("Kế hoạch số 12/KH-BDT ngày 15/02/2023", 2022)[0]?.year).toBe("after");
  });

  test("in which no document is recognised is kept as it was written", () => {
    const [piece] = readPieces("biên bản họp giao ban", 2022);
    expect(piece).toMatchObject({
      plain: true,
      item: { kind: "document", text: "biên bản họp giao ban", symbol: null },
    });
  });

  test("nothing typed is no evidence", () => {
    expect(readPieces("  \n ", 2022)).toEqual([]);
  });
});

test("the kind of a stored document is read out of its own words", () => {
  expect(wordsOfDocument("Quyết định số 1133/QĐ-BDT ngày 31/12/2022").kind?.vi).toBe("Quyết định");
  expect(wordsOfDocument("Kế hoạch số 12/KH-BDT ngày 15/02/2022").kind?.vi).toBe("Kế hoạch");
  expect(wordsOfDocument("Ảnh chụp màn hình").kind).toBeNull();
});

test("an issuer that stands in the symbol alone is told by its abbreviation, one that is named by its name", () => {
  expect(wordsOfDocument("Quyết định số 1133/QĐ-BDT ngày 31/12/2022").issuerCode).toBe("BDT");
  expect(wordsOfDocument("Quyết định số 12/QĐ-UBND ngày 1/2/2022 của UBND tỉnh").issuerCode).toBeNull();
  expect(wordsOfDocument("Ảnh chụp màn hình").issuerCode).toBeNull();
});
