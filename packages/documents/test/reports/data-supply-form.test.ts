import { outlineOf } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { type DataSupplyForm, dataSupplyForm, readDocument, writeDocx } from "../../src/index.js";
import { answersOf, shippedSet, shippedUnit } from "../making/assessments.js";
import { bodyOf, headsOf, tablesOf, wordsOf } from "../making/paper-words.js";

const set = shippedSet("cao-bang-ung-dung-cntt-2020");
const unit = shippedUnit("cao-bang-ung-dung-cntt-2020", "ban-dan-toc-2020");

const filled: DataSupplyForm = {
  set,
  appendix: "Phụ lục I",
  attachedTo: "(Dành cho các cơ quan chuyên môn thuộc UBND tỉnh)",
  unit: { name: "Ban Dân tộc", superior: "UBND tỉnh Cao Bằng" },
  filled: {
    answers: answersOf(unit),
    signatures: unit.signatures ?? {},
    issued: { place: "Cao Bằng", date: { year: 2020, month: 12 } },
  },
};
const blank: DataSupplyForm = { set };

/** What stands beside a criterion. */
function answerOf(form: DataSupplyForm, title: string): string | undefined {
  const [questions] = tablesOf(dataSupplyForm(form));
  return bodyOf(questions).find(([, asked]) => asked?.startsWith(title))?.[2];
}

describe("the data-supply form of Cao Bằng", () => {
  it("asks everything that the set asks, blank or filled", () => {
    for (const form of [blank, filled]) {
      const words = wordsOf(dataSupplyForm(form));
      for (const { node, heading } of outlineOf(set)) {
        expect(words).toContain(node.title);
        if (heading !== undefined) expect(words).toContain(heading);
      }
      for (const { label } of set.profile) expect(words).toContain(label);
    }
  });

  it("numbers its rows within their heading, twice the same where the document does", () => {
    const rows = bodyOf(tablesOf(dataSupplyForm(blank))[0]);
    const until = rows.findIndex(([code]) => code === "II");
    expect(rows.slice(0, until).map(([code]) => code)).toEqual([
      "I",
      ...["1", "2", "3", "4", "5", "6", "7", "8", "9", "5", "6"],
    ]);
  });

  it("ticks what was chosen and nothing else", () => {
    expect(answerOf(filled, "Hệ thống Camera")).toBe("☐\u00a0Có\u00a0\u00a0\u00a0\u00a0☑\u00a0Không");
    expect(answerOf(filled, "Triển khai sử dụng phần mềm quản lý kế toán")).toBe(
      "☑\u00a0Đã triển khai\n☐\u00a0Chưa triển khai",
    );
    expect(answerOf(filled, "Danh mục dự án chuẩn bị đầu tư")).toMatch(
      /^☐\u00a0Đầy đủ\n☑\u00a0Không đầy đủ\nLink: https/,
    );
  });

  it("ticks nothing on a blank form, and leaves room to write", () => {
    expect(wordsOf(dataSupplyForm(blank))).not.toContain("☑");
    expect(answerOf(blank, "Tổng số máy tính tại cơ quan")).toBe("…………");
    expect(answerOf(blank, "Tổng số văn bản đi được ký số bằng")).toBe("……/……");
    expect(wordsOf(dataSupplyForm(blank))).toMatch(/^- Chức vụ: …+$/m);
  });

  it("prints what was declared: numbers, pairs, remarks, several links", () => {
    expect(answerOf(filled, "Tổng số văn bản đến")).toBe("3.934");
    expect(answerOf(filled, "Tổng số văn bản đi được ký số của Lãnh đạo")).toMatch(
      /^1\.059\/1\.077\n18 văn bản/,
    );
    expect(answerOf(filled, "Băng thông")).toContain("- FTTH: 100 MB");
    expect(answerOf(filled, "Tổng số tin, bài về tuyên truyền")).toMatch(/^Số lượng: 19\nLink: https/);
    expect(answerOf(filled, "Thông tin về cơ cấu tổ chức")?.match(/https:/g)).toHaveLength(4);
  });

  it("tells a zero from what is missing: 0 of nobody knows how many", () => {
    expect(answerOf(filled, "Tổng số DVC TT mức độ 3/")).toBe("0/……");
  });

  it("prints every text that was declared, through Word", async () => {
    const file = await writeDocx(dataSupplyForm(filled));
    const text = JSON.stringify((await readDocument(file, "a.docx")).blocks);
    const texts = answersOf(unit).flatMap(({ value }) =>
      [value].flat().filter((one): one is string => typeof one === "string"),
    );
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((one) => !text.includes(JSON.stringify(one).slice(1, -1)))).toEqual([]);
  });

  it("has its two tables on pages of their own, under their shared headings, marked as the document asks", () => {
    const [, applications, services] = tablesOf(dataSupplyForm(filled));
    expect(headsOf(applications)[0]).toEqual([
      "TT",
      "Tên ứng dụng",
      "Cơ quan chủ trì",
      "Cơ quan xây dựng ứng dụng\nĐánh dấu [x] vào ô phù hợp",
      "Quy mô sử dụng\nĐánh dấu [x] vào ô phù hợp",
      "Kết nối, chia sẻ dữ liệu với các hệ thống thông tin khác\n(Có: 1/ Không: 0)",
    ]);
    expect(bodyOf(applications)).toEqual([
      ["1", "Phần mềm tổng hợp số liệu thực hiện Chương trình 135", "Ủy ban Dân tộc", "x", "", "", "x", "1"],
    ]);
    expect(headsOf(services)[2]).toEqual([
      "(1)",
      "(2)",
      "(3)",
      "",
      "",
      ...["(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
    ]);
    expect(bodyOf(services)).toEqual([["", "Không có."]]);
    expect(bodyOf(tablesOf(dataSupplyForm(blank))[2])).toHaveLength(4);
  });

  it("tells who supplied the data and who signs, by office", () => {
    const words = wordsOf(dataSupplyForm(filled));
    expect(words).toContain("Bộ phận công tác: Văn phòng – Chính sách");
    expect(words).toContain("KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN");
  });

  it("is signed by whoever supplied the data and by the head of the unit where the set does not say", () => {
    const other = shippedSet("quang-ngai-so-nganh-2022");
    const paper = dataSupplyForm({ set: other });
    const signing = paper.sections[0]?.blocks.at(-1);
    expect(signing).toMatchObject({
      kind: "signing",
      signatures: [{ lines: ["NGƯỜI CUNG CẤP SỐ LIỆU"] }, { lines: ["THỦ TRƯỞNG ĐƠN VỊ"] }],
    });
  });

  it("says that something does not apply, with the reason", () => {
    const answers = [{ code: "I.1", input: "", value: "Dùng chung máy với Sở Nội vụ" }];
    const form = { ...filled, filled: { answers, signatures: {} } };
    expect(answerOf(form, "Tổng số máy tính")).toBe("Không áp dụng: Dùng chung máy với Sở Nội vụ");
  });
});
