/** A workbook that comes back: what was filled in, in whatever way spreadsheets and people write it. */
import type { CellValue } from "@cj-tech-master/excelts";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type AssessmentForm,
  cellWords,
  type FieldValue,
  type ReadAssessmentWorkbook,
  type ReadField,
  readAssessmentWorkbook,
  writeAssessmentWorkbook,
} from "../../src/index.js";
import { Filled } from "./filling.js";
import { drawnFields, formOf, SHIPPED, setOf, shippedSet } from "./shipped.js";

describe.each(SHIPPED)("%s", (id) => {
  test("comes back as it went out: every field, nothing to take", async () => {
    const set = shippedSet(id);
    const form = formOf(set, { fields: drawnFields(set, 5) });
    const read = await readAssessmentWorkbook(await writeAssessmentWorkbook(form), form);
    expect(read.fields.filter(({ state }) => state !== "same")).toEqual([]);
    expect({ absent: read.absent, notes: read.notes, evidence: read.evidence }).toEqual({
      absent: [],
      notes: [],
      evidence: [],
    });
    const stored = form.fields.map(({ code, input, value }) => ({ code, input, value }));
    const found = read.fields.filter(({ value }) => value !== null);
    expect(new Set(found.map(({ code, input, value }) => JSON.stringify({ code, input, value })))).toEqual(
      new Set(stored.map((one) => JSON.stringify(one))),
    );
  });
});

const small = setOf(
  JSON.stringify({
    opendti: 1,
    id: "nho",
    version: 3,
    status: "draft",
    kind: "scored",
    title: "Bộ chỉ số nhỏ",
    legal_basis: [{ issuer: "Ủy ban", title: "Quyết định" }],
    years: { from: 2022 },
    applies_to: ["so-nganh"],
    rounding: {
      ratio: { digits: 4, mode: "half-even" },
      score: { digits: 2, mode: "half-even" },
      sum: "rounded",
    },
    profile: [
      { id: "staff", label: "Số công chức", kind: "count" },
      { id: "phone", label: "Điện thoại", kind: "text" },
    ],
    indicators: [
      {
        code: "1",
        title: "Nhân lực số",
        children: [
          {
            code: "1.1",
            title: "Tỷ lệ",
            max: 10,
            inputs: [
              { id: "a", label: "Số văn bản", kind: "count" },
              { id: "b", label: "Tổng số", kind: "count" },
            ],
            rule: { proportional: { of: "a/b" } },
            not_applicable: "full",
          },
          {
            code: "1.2",
            title: "Kinh phí",
            max: 10,
            inputs: [
              { id: "a", label: "Chi", kind: "money", unit: "đồng" },
              { id: "b", label: "Tỷ lệ giải ngân", kind: "percent" },
            ],
            rule: { proportional: { of: "b" } },
          },
          {
            code: "1.3",
            title: "Kế hoạch",
            max: 10,
            inputs: [
              { id: "issued", label: "Ngày ban hành", kind: "date" },
              { id: "p1", label: "Đã ban hành", kind: "yes_no" },
              { id: "link", label: "Liên kết", kind: "link" },
              {
                id: "s",
                label: "Hệ thống",
                kind: "choices",
                options: [{ label: "Văn bản" }, { label: "Một cửa" }, { label: "Họp" }],
              },
            ],
            rule: { choice: { of: "p1" } },
          },
          {
            code: "1.4",
            title: "Mức độ",
            max: 10,
            rule: {
              choice: {
                options: [
                  { label: "Từ 20 trở lên", share: 1 },
                  { label: "Từ 10 đến 19", share: "1/2" },
                  { label: "Chưa có", share: 0 },
                ],
              },
            },
          },
        ],
      },
    ],
  }),
);

let empty: Uint8Array;
beforeAll(async () => {
  empty = await writeAssessmentWorkbook(formOf(small));
});

async function readBack(
  edit: (filled: Filled) => unknown,
  form: AssessmentForm = formOf(small),
  from: Uint8Array = empty,
): Promise<ReadAssessmentWorkbook> {
  const filled = await Filled.open(from);
  edit(filled);
  return readAssessmentWorkbook(await filled.bytes(), form);
}

function fieldOf(read: ReadAssessmentWorkbook, code: string, input: string): ReadField {
  const found = read.fields.find((field) => field.code === code && field.input === input);
  if (!found) throw new Error(`no field ${code} ${input}`);
  return found;
}

test.each(["=1+1", "dòng 1\n\ndòng 3", "<&>\"'", "_x0041_", "0905", "01/02/2022", "có\u0001dấu"])(
  "a text %j comes back as it is",
  async (value) => {
    const form = formOf(small, { fields: [{ code: "profile", input: "phone", value, version: 1 }] });
    const read = await readAssessmentWorkbook(await writeAssessmentWorkbook(form), form);
    expect(fieldOf(read, "profile", "phone").state).toBe("same");
  },
);

describe("a number", () => {
  const written: readonly (readonly [string, string, string, CellValue, string | undefined, FieldValue])[] = [
    ["typed", "1.1", "a", 22, undefined, "22"],
    ["typed as text", "1.1", "a", "22", "@", "22"],
    ["typed as text with a blank behind", "1.1", "a", " 22\u00a0", "@", "22"],
    ["in groups of dots", "1.2", "a", "51.125.000", "@", "51125000"],
    ["in groups of commas", "1.2", "a", "51,125,000", "@", "51125000"],
    ["in groups of commas with a decimal dot", "1.2", "a", "1,250.5", "@", "1250.5"],
    ["in groups of blanks", "1.2", "a", "51 125 000", "@", "51125000"],
    ["with a decimal comma", "1.2", "a", "9,56", "@", "9.56"],
    ["a percent that shows 80%", "1.2", "b", 0.8, "0%", "0.8"],
    ["a percent as text", "1.2", "b", "95,65%", "@", "0.9565"],
    [
      "computed by a formula",
      "1.2",
      "a",
      { formula: "0.1+0.2", result: 0.30000000000000004 },
      undefined,
      "0.3",
    ],
  ];
  test.each(written)("%s is read", async (_, code, input, value, format, expected) => {
    const read = await readBack((filled) => filled.put(code, input, value, format));
    expect(fieldOf(read, code, input)).toMatchObject({ state: "new", value: expected });
  });

  const refused: readonly (readonly [string, string, string, CellValue, string | undefined, RegExp])[] = [
    ["with a dot that reads two ways", "1.2", "a", "1.250", "@", /hai cách.*1250.*1,25/],
    ["with a comma that reads two ways", "1.2", "a", "1,250", "@", /hai cách.*1250.*1,25/],
    ["that became a day", "1.1", "a", new Date("2022-05-09"), "dd/mm/yyyy", /đang là ngày 09\/05\/2022/],
    ["that shows an error", "1.1", "a", { error: "#DIV/0!" }, undefined, /báo lỗi #DIV\/0!/],
    ["with its unit", "1.1", "a", "22 văn bản", "@", /không phải số/],
    ["that is no whole one", "1.1", "a", 2.5, undefined, /^"2,5" không phải số nguyên/],
    ["below nothing", "1.1", "a", -1, undefined, /số âm/],
    ["of percents without the sign", "1.2", "b", 80, "General", /gõ cả dấu %/],
    ["of percents as text without the sign", "1.2", "b", "80", "@", /gõ cả dấu %/],
    ["that is true", "1.1", "a", true, undefined, /đúng\/sai/],
  ];
  test.each(refused)("%s is refused with its cell", async (_, code, input, value, format, why) => {
    const read = await readBack((filled) => filled.put(code, input, value, format));
    const field = fieldOf(read, code, input);
    expect(field).toMatchObject({ state: "fault", value: null });
    expect(field.message?.vi).toMatch(why);
    expect(field.place.sheet).toBe("Nhân lực số");
    expect(field.message && cellWords(field.place, field.message).vi).toMatch(
      /^Sheet 'Nhân lực số', ô E\d+: /,
    );
  });

  test("in a formula that was never computed is refused", async () => {
    const read = await readBack((filled) => filled.put("1.1", "a", { formula: "1+1" }));
    expect(fieldOf(read, "1.1", "a").message?.vi).toMatch(/chưa có kết quả/);
  });
});

describe("a day", () => {
  const written: readonly (readonly [string, CellValue, string | undefined])[] = [
    ["of a cell of days", new Date("2022-07-15"), "dd/mm/yyyy"],
    ["with its time", new Date("2022-07-15T13:45:00Z"), "dd/mm/yyyy hh:mm"],
    ["whose format is lost", 44757, "General"],
    ["as text", "15/07/2022", "@"],
    ["as text with dots", "15.7.2022", "@"],
    ["as programs write it", "2022-07-15", "@"],
    ["in words", "ngày 15 tháng 7 năm 2022", "@"],
  ];
  test.each(written)("%s is read", async (_, value, format) => {
    const read = await readBack((filled) => filled.put("1.3", "issued", value, format));
    expect(fieldOf(read, "1.3", "issued")).toMatchObject({ state: "new", value: "2022-07-15" });
  });

  test.each([["31/02/2022"], ["07/15/2022"], ["15/07/22"], ["năm 2022"], [2022]])(
    "%s is refused",
    async (value) => {
      const read = await readBack((filled) => filled.put("1.3", "issued", value, "@"));
      expect(fieldOf(read, "1.3", "issued")).toMatchObject({ state: "fault", value: null });
    },
  );

  test("of a workbook that counts from 1904 is the same day", async () => {
    const read = await readBack((filled) => {
      filled.book.properties.date1904 = true;
      filled.put("1.3", "issued", new Date("2022-07-15"), "dd/mm/yyyy");
    });
    expect(fieldOf(read, "1.3", "issued").value).toBe("2022-07-15");
  });
});

describe("an answer in words", () => {
  test.each([
    ["Có", true],
    ["không", false],
    ["KHÔNG", false],
    ["Co\u0301", true],
    ["x", true],
    [1, true],
    [0, false],
    [true, true],
  ])("%s is yes or no", async (value, expected) => {
    const read = await readBack((filled) => filled.put("1.3", "p1", value));
    expect(fieldOf(read, "1.3", "p1")).toMatchObject({ state: "new", value: expected });
  });

  test.each([
    ["2. Từ 10 đến 19", 2],
    ["từ 10 đến 19", 2],
    ["2", 2],
    [2, 2],
    ["3.  Chưa có", 3],
  ])("%s is an option", async (value, expected) => {
    const read = await readBack((filled) => filled.put("1.4", "choice", value));
    expect(fieldOf(read, "1.4", "choice")).toMatchObject({ state: "new", value: expected });
  });

  test.each([["1. Chưa có"], ["4"], [7], ["Có"]])("%s is no option", async (value) => {
    const read = await readBack((filled) => filled.put("1.4", "choice", value));
    expect(fieldOf(read, "1.4", "choice").state).toBe("fault");
  });

  test("several options are those that are ticked", async () => {
    const read = await readBack((filled) => filled.tick("1.3", "s", 3, "Có").tick("1.3", "s", 1, "x"));
    expect(fieldOf(read, "1.3", "s")).toMatchObject({ state: "new", value: [1, 3] });
  });

  test("a link gets its scheme, and words are none", async () => {
    const good = await readBack((filled) => filled.put("1.3", "link", "quangngai.gov.vn/cds"));
    expect(fieldOf(good, "1.3", "link").value).toBe("https://quangngai.gov.vn/cds");
    const bad = await readBack((filled) => filled.put("1.3", "link", "Trang chủ"));
    expect(fieldOf(bad, "1.3", "link").state).toBe("fault");
  });

  test("the reason for not applicable is a text", async () => {
    const read = await readBack((filled) => filled.put("1.1", "", "Không thuộc chức năng"));
    expect(fieldOf(read, "1.1", "")).toMatchObject({ state: "new", value: "Không thuộc chức năng" });
  });
});

describe("what is stored meanwhile", () => {
  const before = formOf(small, {
    fields: [
      { code: "1.1", input: "a", value: "22", version: 2 },
      { code: "1.1", input: "b", value: "23", version: 1 },
    ],
  });
  const later = (value: string): AssessmentForm => ({
    ...before,
    assessment: { id: "phieu-1", revision: 8 },
    fields: [
      { code: "1.1", input: "a", value, version: 3 },
      { code: "1.1", input: "b", value: "23", version: 1 },
    ],
  });
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await writeAssessmentWorkbook(before);
  });

  test("a cell that nobody touched takes nothing back", async () => {
    const read = await readBack(() => undefined, later("20"), bytes);
    expect(fieldOf(read, "1.1", "a")).toMatchObject({ state: "untouched", stored: "20" });
    expect(read.notes.map(({ code }) => code)).toEqual(["older-revision"]);
  });

  test("a cell that was edited is a conflict; one edited to what is stored is the same", async () => {
    const edit = (filled: Filled) => filled.put("1.1", "a", 21);
    expect(fieldOf(await readBack(edit, later("20"), bytes), "1.1", "a")).toMatchObject({
      state: "conflict",
      value: "21",
      version: 3,
      seen: 2,
    });
    expect(fieldOf(await readBack(edit, later("21"), bytes), "1.1", "a").state).toBe("same");
  });

  test("an emptied cell clears what is stored, and only that", async () => {
    const read = await readBack((filled) => filled.put("1.1", "a", null), before, bytes);
    expect(fieldOf(read, "1.1", "a")).toMatchObject({ state: "clears", value: null, stored: "22" });
    expect(fieldOf(read, "1.2", "a").state).toBe("same");
  });

  test("a cell of what is not open is said, not taken", async () => {
    const form = { ...before, open: new Set(["1.2"]) };
    const read = await readBack((filled) => filled.put("1.1", "a", 21).put("1.2", "a", 5), form, bytes);
    expect(fieldOf(read, "1.1", "a").state).toBe("closed");
    expect(fieldOf(read, "1.2", "a").state).toBe("new");
  });
});

describe("sheets and rows that moved", () => {
  test("are found by their keys: inserted and deleted rows, inserted columns, renamed sheets", async () => {
    const read = await readBack((filled) => {
      filled.put("1.1", "a", 22).put("1.4", "choice", 2);
      const { page } = filled.find("V|1.1|a");
      page.spliceRows(5, 0, [], ["", "", "Ghi chú thêm"]);
      page.spliceColumns(3, 0, []);
      page.name = "Trang của tôi";
    });
    expect(fieldOf(read, "1.1", "a")).toMatchObject({ state: "new", value: "22" });
    expect(fieldOf(read, "1.1", "a").place.sheet).toBe("Trang của tôi");
    expect(fieldOf(read, "1.4", "choice").value).toBe(2);
    expect(read.absent).toEqual([]);
  });

  test("a deleted row leaves its field as it is, and is said", async () => {
    const read = await readBack((filled) => {
      const { page, row } = filled.find("V|1.1|a");
      page.spliceRows(row, 1);
    });
    expect(read.absent).toEqual([{ code: "1.1", input: "a" }]);
    expect(read.notes.map(({ code }) => code)).toEqual(["rows-missing"]);
  });

  test("a copied row is read once, a row of one's own not at all, and a strange sheet is passed over", async () => {
    const read = await readBack((filled) => {
      const { page, row, column } = filled.find("V|1.1|a");
      page.getCell(row, column).value = 5;
      page.getCell(page.rowCount + 2, 1).value = "V|1.1|a";
      page.getCell(page.rowCount, column).value = 9;
      page.getCell(page.rowCount + 2, column).value = "tổng: 14";
      filled.book.addWorksheet("Nháp").getCell("B2").value = 1;
    });
    expect(fieldOf(read, "1.1", "a").value).toBe("5");
    expect(new Set(read.notes.map(({ code }) => code))).toEqual(
      new Set(["row-twice", "row-without-key", "foreign-sheet"]),
    );
  });

  test("an edited title, code or maximum is said once, with its place, and not taken", async () => {
    const read = await readBack((filled) => {
      const { page, row } = filled.find("N|1.1");
      page.getCell(row, 2).value = "1.9";
      page.getCell(row, 3).value = "Tên do tôi đặt";
      page.getCell(row, 4).value = null;
    });
    expect(read.notes.map(({ code }) => code)).toEqual(["labels-edited"]);
    expect(read.notes[0]?.message.vi).toMatch(
      /^3 ô ngoài phần điền khác với hệ thống.*'Nhân lực số', ô B\d+ \("1\.9"\); .*ô C\d+ \("Tên do tôi đặt"\); .*ô D\d+ \(bị xóa\)\./,
    );
    expect(read.fields.filter(({ state }) => state !== "same")).toEqual([]);
  });

  test("a cell merged over others leaves the others unread", async () => {
    const read = await readBack((filled) => {
      const { page, row, column } = filled.find("V|1.1|a");
      page.getCell(row, column).value = 5;
      page.mergeCells(row, column, row + 1, column);
    });
    expect(fieldOf(read, "1.1", "a").value).toBe("5");
    expect(fieldOf(read, "1.1", "b")).toMatchObject({ state: "fault" });
    expect(fieldOf(read, "1.1", "b").message?.vi).toMatch(/bị trộn/);
  });
});

describe("evidence", () => {
  const stored = formOf(small, {
    evidence: [
      {
        code: "1.1",
        item: {
          kind: "document",
          text: "Quyết định số 1133/QĐ-BDT ngày 31/12/2022",
          number: "1133",
          symbol: "1133/QĐ-BDT",
          date: "2022-12-31",
        },
      },
    ],
  });

  test("of each line is added, what is stored already is known, links are links", async () => {
    const lines = [
      "Kế hoạch số 12/KH-BDT ngày 05/01/2022 của Ban Dân tộc, trang 2",
      "QĐ 1133/QĐ-BDT ngày 31/12/2022",
      "- https://bandantoc.quangngai.gov.vn/chuyen-doi-so",
      "Ảnh chụp màn hình hệ thống",
    ];
    const read = await readBack((filled) => filled.evidence("1.1", lines.join("\n")), stored);
    expect(read.evidence.map(({ state, item }) => [state, item.kind])).toEqual([
      ["new", "document"],
      ["known", "document"],
      ["new", "link"],
      ["new", "document"],
    ]);
    expect(read.evidence[0]?.item).toMatchObject({ symbol: "12/KH-BDT", date: "2022-01-05", page: "2" });
    expect(read.evidence[3]?.item).toMatchObject({ text: "Ảnh chụp màn hình hệ thống", symbol: null });
  });
});
