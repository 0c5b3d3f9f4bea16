import { readReferences } from "@opendti/prose";
import { describe, expect, it } from "vitest";
import { readShort, type Short, theDocument } from "./short.js";

const decision12: Short = { kind: "Quyết định", number: "12", symbol: "12/QĐ-UBND", issuer: "~UBND" };

describe("the number and symbol", () => {
  it.each([
    ["Quyết định số 12/QĐ-UBND"],
    ["quyết định số: 12/QĐ-UBND"],
    ["QUYẾT ĐỊNH SỐ 12/QĐ-UBND"],
    ["Quyết định 12/QĐ-UBND"],
    ["Quyết định số 12 /QĐ- UBND"],
    ["Quyết định số 12/ QĐ - UBND"],
    ["Quyết định số 12/QĐ–UBND"],
    ["Quyết định số 12/qđ-ubnd"],
    ["Quyết định số 12/QD-UBND"],
    ["Quyết định số 12/QÐ-UBND"],
    ["Quyết định số 12/QĐ-UBND".normalize("NFD")],
    ["Quyết ðịnh số 12/QÐ-UBND"],
    ["Quyếtđịnh số 12/QĐ-UBND"],
    ["Quyếtđịnhsố12/QĐ-UBND"],
    ["QUYÉT ĐỊNH SÓ 12/QĐ-UBND"],
    ["Quyet dinh so 12/QD-UBND"],
    ["Quyết  định\u00a0số\n12/QĐ-UBND"],
    ["QĐ số 12/QĐ-UBND"],
    ["qđ 12/qđ-ubnd"],
    ["12/QĐ-UBND"],
    ["Số: 12/QĐ-UBND"],
  ])("is the same in %j", (text) => {
    expect(readShort(text)).toEqual([decision12]);
  });

  it.each([
    ["Bản thỏa thuận số 1/BTT-BDT", "Bản thỏa thuận"],
    ["Bản thoả thuận số 1/BTT-BDT", "Bản thỏa thuận"],
    ["Giấy ủy quyền số 1/GUQ-BDT", "Giấy ủy quyền"],
    ["Giấy uỷ quyền số 1/GUQ-BDT", "Giấy ủy quyền"],
  ])("does not mind where the tone mark of %j stands", (text, kind) => {
    expect(readShort(text)).toEqual([expect.objectContaining({ kind })]);
  });

  it.each([
    ["Công văn 233 /BDT-VP", { kind: "Công văn", number: "233", symbol: "233/BDT-VP", issuer: "~BDT" }],
    ["Nghị định 45/2019/NĐ-CP", { kind: "Nghị định", number: "45", symbol: "45/2019/NĐ-CP", issuer: "~CP" }],
    ["Nghị quyết số 52-NQ/TW", { kind: "Nghị quyết", number: "52", symbol: "52-NQ/TW", issuer: "~TW" }],
    ["Luật số 24/2018/QH14", { kind: "Luật", number: "24", symbol: "24/2018/QH14", issuer: "~QH" }],
    ["Tờ trình số 07/ttr-bdt", { kind: "Tờ trình", number: "07", symbol: "07/TTr-BDT", issuer: "~BDT" }],
    ["Quyết định số 749/qđ-ttg", { kind: "Quyết định", number: "749", symbol: "749/QĐ-TTg", issuer: "~TTg" }],
    ["Kế hoạch số 12a/KH-UBND", { kind: "Kế hoạch", number: "12a", symbol: "12a/KH-UBND", issuer: "~UBND" }],
    ["Công văn số 12/CT-TTHT", { kind: "Công văn", number: "12", symbol: "12/CT-TTHT", issuer: "~CT" }],
    ["Hợp đồng số 5/HĐ-BDT", { kind: "Hợp đồng", number: "5", symbol: "5/HĐ-BDT", issuer: "~BDT" }],
    ["Hướng dẫn số 5/HD-BDT", { kind: "Hướng dẫn", number: "5", symbol: "5/HD-BDT", issuer: "~BDT" }],
    ["Giấy mời số 05/GM-BDT", { kind: "Giấy mời", number: "05", symbol: "05/GM-BDT", issuer: "~BDT" }],
    ["02/VBHN-BTTTT", { kind: "Văn bản hợp nhất", number: "02", symbol: "02/VBHN-BTTTT", issuer: "~BTTTT" }],
    ["Số 45/BDT-VP", { number: "45", symbol: "45/BDT-VP", issuer: "~BDT" }],
    ["Quyết định số 1133", { kind: "Quyết định", number: "1133" }],
    ["Công văn 233 ngày 5/6/2022", { kind: "Công văn", number: "233", date: "2022-06-05" }],
    [
      "1133/QĐ-BDTngày31/12/2022của Ban Dân tộc",
      {
        kind: "Quyết định",
        number: "1133",
        symbol: "1133/QĐ-BDT",
        date: "2022-12-31",
        issuer: "Ban Dân tộc",
      },
    ],
  ])("of %j is read", (text, expected: Short) => {
    expect(readShort(text)).toEqual([expected]);
  });

  it.each([
    "22/23",
    "24/7",
    "Kế hoạch Sở 2",
    "Báo cáo so 2 kỳ",
    "100 km/h",
    "07/07 nền tảng",
    "3/17 CBCC",
    "Kế hoạch 5 năm 2021-2025",
    "mức độ 3/4",
  ])("is not seen in %j", (text) => {
    expect(readShort(text)).toEqual([]);
  });

  it("that belongs to another kind than the words is doubted, in both languages", () => {
    const { doubts } = theDocument("Kế hoạch số 12/BC-UBND");
    expect(doubts.map(({ code, message }) => ({ code, message }))).toEqual([
      {
        code: "kind-disagrees",
        message: {
          vi: "Ghi là Kế hoạch nhưng ký hiệu BC là của Báo cáo.",
          en: "Called Kế hoạch, but BC is the symbol of Báo cáo.",
        },
      },
    ]);
  });

  it("with another year than the date is doubted", () => {
    expect(readShort("Nghị định số 45/2019/NĐ-CP ngày 1/1/2020")[0]?.doubts).toEqual(["year-disagrees"]);
  });
});

describe("the date", () => {
  it.each([
    ["ngày 31/12/2022", "2022-12-31"],
    ["ngày 31-12-2022", "2022-12-31"],
    ["ngày 31.12.2022", "2022-12-31"],
    ["ngày 1/2/2022", "2022-02-01"],
    ["ngày 31 / 12 / 2022", "2022-12-31"],
    [", ngày 31/12/2022", "2022-12-31"],
    ["(ngày 31/12/2022)", "2022-12-31"],
    ["31/12/2022", "2022-12-31"],
    ["(31/12/2022)", "2022-12-31"],
    ["ban hành ngày 31/12/2022", "2022-12-31"],
    ["ngày 31 tháng 12 năm 2022", "2022-12-31"],
    ["ngày 31 tháng 12 năm 2022".normalize("NFD"), "2022-12-31"],
    ["NGÀY 31 THÁNG 12 NĂM 2022", "2022-12-31"],
    ["ngày 5/6 năm 2022", "2022-06-05"],
    ["ngày 29/02/2024", "2024-02-29"],
    ["tháng 12/2022", "2022-12"],
    ["tháng 12 năm 2022", "2022-12"],
    ["năm 2022", "2022"],
    ["", undefined],
  ])("of %j is %j", (written, date) => {
    expect(readShort(`Quyết định số 12/QĐ-UBND ${written}`)).toEqual([
      date === undefined ? decision12 : { ...decision12, date },
    ]);
  });

  it.each([
    ["31/02/2022", "date-impossible", "Ngày 31/02/2022 không có thật: tháng 2 năm 2022 có 28 ngày."],
    ["29/2/2023", "date-impossible", "Ngày 29/2/2023 không có thật: tháng 2 năm 2023 có 28 ngày."],
    ["31/4/2022", "date-impossible", "Ngày 31/4/2022 không có thật: tháng 4 năm 2022 có 30 ngày."],
    ["0/4/2022", "date-impossible", "Ngày 0/4/2022 không có thật: tháng 4 năm 2022 có 30 ngày."],
    ["12/13/2022", "date-impossible", "Ngày 12/13/2022 không có thật: không có tháng 13."],
    [
      "12/10/20222",
      "date-impossible",
      "Ngày 12/10/20222 không có thật: năm 20222 nằm ngoài khoảng 1945–2100.",
    ],
    ["5/6/22", "date-year-short", "Năm trong 5/6/22 chỉ ghi hai chữ số: ghi đủ bốn chữ số."],
    ["5/6", "date-incomplete", "Ngày 5/6 không ghi năm: ghi đủ ngày, tháng, năm."],
  ])("%j is reported and not guessed", (written, code, vi) => {
    const { date, doubts } = theDocument(`Quyết định số 12/QĐ-UBND ngày ${written}`);
    expect(date?.value).toEqual({ precision: "unreadable", written });
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toMatchObject({ code, message: { vi } });
    expect(doubts[0]?.message.en).toContain(written);
  });
});

describe("several references in one field", () => {
  const plan: Short = {
    kind: "Kế hoạch",
    number: "12",
    symbol: "12/KH-BDT",
    date: "2022-02-02",
    issuer: "~BDT",
  };
  const letter: Short = {
    kind: "Công văn",
    number: "45",
    symbol: "45/BDT-VP",
    date: "2022-03-03",
    issuer: "~BDT",
  };

  it.each([
    ", ",
    "; ",
    " và ",
    "\n",
    "\n- ",
    " - ",
    ";\n+ ",
    ", và ",
    ". ",
    "\n\n",
    "; xem ",
    "\n2. ",
    ";\nb) ",
  ])("are told apart by %j", (separator) => {
    const text = `Kế hoạch số 12/KH-BDT ngày 02/02/2022${separator}Công văn số 45/BDT-VP ngày 3/3/2022`;
    expect(readShort(text)).toEqual([plan, letter]);
    expect(readReferences(text).rest).toMatchObject([{ joining: true }]);
  });

  it("share the kind that only the first names", () => {
    expect(
      readShort(
        "Kế hoạch số 12/KH-BDT ngày 02/02/2022, Công văn số 45/BDT-VP ngày 3/3/2022 và số 50/BDT-VP ngày 5-4-2022",
      ),
    ).toEqual([
      plan,
      letter,
      { ...letter, number: "50", symbol: "50/BDT-VP", date: "2022-04-05", shared: ["kind"] },
    ]);
  });

  it("are no list without a separator, and a number alone is none of a list without a kind", () => {
    expect(readShort("2/BDT-VP, số 13")).toEqual([{ number: "2", symbol: "2/BDT-VP", issuer: "~BDT" }]);
    expect(readShort("Công văn số 12 số 13")).toEqual([{ kind: "Công văn", number: "12" }]);
  });

  it("share the kind only when the symbols agree", () => {
    expect(readShort("Quyết định số 12/QĐ-UBND, số 45/BDT-VP")).toEqual([
      decision12,
      { number: "45", symbol: "45/BDT-VP", issuer: "~BDT" },
    ]);
  });

  it("share date and agency after the last of them when the words say they are several", () => {
    expect(readShort("Các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 01/02/2022 của UBND tỉnh")).toEqual([
      { ...decision12, date: "2022-02-01", issuer: "UBND tỉnh", shared: ["date", "issuer"] },
      {
        ...decision12,
        number: "13",
        symbol: "13/QĐ-UBND",
        date: "2022-02-01",
        issuer: "UBND tỉnh",
        shared: ["kind"],
      },
    ]);
  });

  it("share the date with a doubt when the words do not say so", () => {
    expect(readShort("Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 01/02/2022")[0]).toEqual({
      ...decision12,
      date: "2022-02-01",
      shared: ["date"],
      doubts: ["date-shared"],
    });
  });

  it("share one symbol written once", () => {
    const read = readShort("Quyết định số 12, 13 và 14/QĐ-UBND ngày 31.12.2022");
    expect(read.map(({ symbol, date }) => [symbol, date])).toEqual([
      ["12/QĐ-UBND", "2022-12-31"],
      ["13/QĐ-UBND", "2022-12-31"],
      ["14/QĐ-UBND", "2022-12-31"],
    ]);
  });
});

describe("agency, title, place and links", () => {
  it.each([
    ["của Ban Dân tộc", "Ban Dân tộc"],
    ["của Ủy ban nhân dân tỉnh Quảng Ngãi", "Ủy ban nhân dân tỉnh Quảng Ngãi"],
    ["của Uỷ ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh"],
    ["UBND tỉnh Quảng Ngãi", "UBND tỉnh Quảng Ngãi"],
    ["do Sở Nội vụ ban hành", "Sở Nội vụ"],
    ["của Sở Văn hóa, Thể thao và Du lịch, trang 2", "Sở Văn hóa, Thể thao và Du lịch"],
    ["của Sở Lao động - Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"],
    ["của Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"],
    ["của Ban Tổ chức Tỉnh ủy về việc tuyển dụng", "Ban Tổ chức Tỉnh ủy"],
    ["của Ban Chỉ đạo Chuyển đổi số tỉnh", "Ban Chỉ đạo Chuyển đổi số tỉnh"],
    ["của UBND TP. Hồ Chí Minh", "UBND TP. Hồ Chí Minh"],
    ["của Bộ Thông tin và Truyền thông và Kế hoạch số 13/KH-UBND", "Bộ Thông tin và Truyền thông"],
    ["của Ban Dân tộc phê duyệt danh mục", "Ban Dân tộc"],
  ])("%j names %j", (written, issuer) => {
    expect(readShort(`Quyết định số 12/QĐ-UBND ngày 1/2/2022 ${written}`)[0]?.issuer).toBe(issuer);
  });

  it.each([
    ["về việc thành lập Tổ công nghệ số cộng đồng", "thành lập Tổ công nghệ số cộng đồng"],
    ["V/v cử cán bộ tham gia tập huấn.", "cử cán bộ tham gia tập huấn"],
    ["(v/v cử cán bộ tham gia tập huấn)", "cử cán bộ tham gia tập huấn"],
    ["“Chuyển đổi số; đô thị thông minh năm 2022”", "Chuyển đổi số; đô thị thông minh năm 2022"],
    ['về việc "Chuyển đổi số"', "Chuyển đổi số"],
    ["phê duyệt Đề án “A; B” của tỉnh", "phê duyệt Đề án “A; B” của tỉnh"],
    ["về chuyển đổi số (giai đoạn 2), trang 5", "chuyển đổi số (giai đoạn 2)"],
    ["về chuyển đổi số (có phụ lục)", "chuyển đổi số"],
    ["về chuyển đổi số và Công văn số 13/BDT-VP", "chuyển đổi số"],
    ["về chuyển đổi số, Công văn số 13/BDT-VP", "chuyển đổi số"],
    ["về chuyển đổi số\nĐã triển khai", "chuyển đổi số"],
    ["về chuyển đổi\nsố của tỉnh", "chuyển đổi số của tỉnh"],
    ["về hỗ trợ TP. Hồ Chí Minh. Đã làm", "hỗ trợ TP. Hồ Chí Minh"],
  ])("%j has the title %j", (written, title) => {
    expect(readShort(`Quyết định số 12/QĐ-UBND ngày 1/2/2022 ${written}`)[0]?.title).toBe(title);
  });

  it.each([
    ["trang 2", "2", undefined],
    ["(tr. 2)", "2", undefined],
    ["tại tr.2", "2", undefined],
    ["trang 2-3", "2-3", undefined],
    ["các trang 2, 4 và 5", "2, 4, 5", undefined],
    ["mục II.3", undefined, "mục II.3"],
    ["phần 2, mục I, trang 1", "1", "phần 2, mục I"],
    ["(trang 2, mục 1.2.3)", "2", "mục 1.2.3"],
    ["tại điểm a khoản 2 Điều 5", undefined, "điểm a khoản 2 Điều 5"],
    [", Phụ lục 1", undefined, "Phụ lục 1"],
    [", Phụ lục số 02", undefined, "Phụ lục số 02"],
    [", Phụ lục, trang 2", "2", "Phụ lục"],
    [", phụ lục của đơn vị", undefined, undefined],
    ["đạt mức 2, điểm 10, phần mềm, điều hành", undefined, undefined],
  ])("%j is on page %j, in section %j", (written, page, section) => {
    const [read] = readShort(`Quyết định số 12/QĐ-UBND ${written}`);
    expect([read?.page, read?.section]).toEqual([page, section]);
  });

  it("belong to the document that follows them when they stand before it", () => {
    expect(readShort("khoản 2 Điều 5 của Quyết định số 12/QĐ-UBND")).toEqual([
      { ...decision12, section: "khoản 2 Điều 5" },
    ]);
    expect(readShort("Phụ lục I ban hành kèm theo Quyết định số 12/QĐ-UBND")).toEqual([
      { ...decision12, section: "Phụ lục I" },
    ]);
  });

  it.each([
    ["(https://a.gov.vn/12).", "https://a.gov.vn/12"],
    [": https://a.gov.vn/x_(2)", "https://a.gov.vn/x_(2)"],
    ["tại www.a.gov.vn, đã đăng", "www.a.gov.vn"],
    ["<http://a.gov.vn/?a=1&b=2>", "http://a.gov.vn/?a=1&b=2"],
  ])("%j is linked", (written, link) => {
    expect(readShort(`Quyết định số 12/QĐ-UBND ${written}`)).toEqual([{ ...decision12, links: [link] }]);
  });

  it("leave a link on a line of its own to itself", () => {
    expect(readShort("Quyết định số 12/QĐ-UBND\nhttps://a.gov.vn;https://b.gov.vn")).toEqual([
      decision12,
      { url: "https://a.gov.vn" },
      { url: "https://b.gov.vn" },
    ]);
  });

  it("tell where in the text they stand, decomposed letters or not", () => {
    const text = "xem 😀 Quyết định số 12/QĐ-UBND ngày 1/2/2022 của UBND tỉnh về việc họp, trang 2".normalize(
      "NFD",
    );
    const read = theDocument(text);
    const at = (part: { start: number; end: number } | null) =>
      part && text.slice(part.start, part.end).normalize();
    expect(
      [read.kind, read.number, read.symbol, read.date, read.issuer, read.title, read.page].map(at),
    ).toEqual(["Quyết định", "12", "12/QĐ-UBND", "ngày 1/2/2022", "UBND tỉnh", "họp", "trang 2"]);
    expect(text.slice(read.start, read.end)).toBe(read.text);
  });
});

describe("documents without a number", () => {
  it.each([
    ["Luật An ninh mạng năm 2018", { kind: "Luật", title: "An ninh mạng", date: "2018" }],
    ["Luật Giao dịch điện tử 2023", { kind: "Luật", title: "Giao dịch điện tử", date: "2023" }],
    ["Biên bản họp ngày 12/5/2022", { kind: "Biên bản", title: "họp", date: "2022-05-12" }],
    ["Báo cáo của Sở TTTT ngày 5/6/2022", { kind: "Báo cáo", issuer: "Sở TTTT", date: "2022-06-05" }],
    ["Kế hoạch “Chuyển đổi số năm 2022”", { kind: "Kế hoạch", title: "Chuyển đổi số năm 2022" }],
  ])("are read in %j", (text, expected: Short) => {
    expect(readShort(text)).toEqual([expected]);
  });

  it.each(["thông báo cho các phòng ngày 5/6/2022", "Sở Kế hoạch và Đầu tư ngày 5/6/2022 đã họp"])(
    "are not seen in %j",
    (text) => {
      expect(readShort(text)).toEqual([]);
    },
  );
});
