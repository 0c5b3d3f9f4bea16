/** Shapes of tables that decisions of provinces have, beyond the five at hand. */
import { describe, expect, it } from "vitest";
import { roles, shown, tablesOf, textTables } from "./making/reading.js";

const html = (rows: string) => tablesOf(Buffer.from(`<table>${rows}</table>`), "a.html");
const rowOf = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

describe("groups", () => {
  it("a number and a criterion that reach over several rows head them", async () => {
    const [found] = await html(
      [
        rowOf("TT", "Tiêu chí", "Nội dung đánh giá", "Điểm chuẩn", "Cách chấm điểm"),
        "<tr><td colspan=5>I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH (20 điểm)</td></tr>",
        "<tr><td rowspan=2>1<td rowspan=2>Ban hành văn bản<td>Kế hoạch năm<td>5<td>Có: 5 điểm; không: 0 điểm",
        "<tr><td>Báo cáo quý<td>5<td>Mỗi báo cáo 1,25 điểm",
        rowOf("2", "Tổ công nghệ số", "Có hoạt động", "10", "Có: 10 điểm"),
        "<tr><td colspan=3>Tổng cộng<td>20<td>",
      ].join(""),
    );
    expect(roles(found)).toEqual(["number", "group", "title", "max", "rule"]);
    expect(found?.rows.map(shown)).toEqual([
      "group | I |  |  | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH (20 điểm) |  | ",
      "group | 1 | 1 |  | Ban hành văn bản |  | ",
      "indicator |  |  | Ban hành văn bản | Kế hoạch năm | 5 | Có: 5 điểm; không: 0 điểm",
      "indicator |  |  | Ban hành văn bản | Báo cáo quý | 5 | Mỗi báo cáo 1,25 điểm",
      "group | 2 | 2 |  | Tổ công nghệ số |  | ",
      "indicator |  |  | Tổ công nghệ số | Có hoạt động | 10 | Có: 10 điểm",
      "total |  |  |  | Tổng cộng | 20 | ",
    ]);
  });

  it("letters over Roman over Arabic numbers, and a total at the top", async () => {
    const [found] = await textTables(
      [
        "STT\tChỉ số\tĐiểm tối đa\tCách tính điểm",
        "\tTỔNG ĐIỂM\t30\t",
        "A\tNỀN TẢNG CHUNG\t20\t",
        "I\tNhận thức số\t20\t",
        "1\tKế hoạch\t10\tCó: 10 điểm",
        "2\tBáo cáo\t10\tCó: 10 điểm",
        "B\tHOẠT ĐỘNG\t10\t",
        "I\tChính quyền số\t10\t",
        "1\tMáy tính\t10\t",
        "a\tCó máy tính\t5\tCó: 5 điểm",
        "b\tCó máy in\t5\tCó: 5 điểm",
      ].join("\n"),
    );
    expect(found?.rows.map((row) => `${row.kind} ${row.code}`)).toEqual([
      "total ",
      "group A",
      "group I",
      "indicator 1",
      "indicator 2",
      "group B",
      "group I",
      "indicator 1",
      "indicator a",
      "indicator b",
    ]);
  });

  it("the number may stand in the cell of the title", async () => {
    const [found] = await textTables(
      [
        "Tiêu chí\tĐiểm tối đa\tCách tính",
        "I. Nhận thức số\t20\t",
        "1. Kế hoạch 5 năm\t10\tCó: 10 điểm; không: 0 điểm",
        "2. Báo cáo\t10\tMỗi báo cáo 2,5 điểm",
        "II. Thể chế số\t10\t",
        "3. Quy chế\t10\tCó: 10 điểm; không: 0 điểm",
      ].join("\n"),
    );
    expect(found?.rows.map(shown)).toEqual([
      "group | I | Nhận thức số | 20 | ",
      "indicator | 1 | Kế hoạch 5 năm | 10 | Có: 10 điểm; không: 0 điểm",
      "indicator | 2 | Báo cáo | 10 | Mỗi báo cáo 2,5 điểm",
      "group | II | Thể chế số | 10 | ",
      "indicator | 3 | Quy chế | 10 | Có: 10 điểm; không: 0 điểm",
    ]);
  });

  it("the name of a group in capitals needs no number, and codes may have letters", async () => {
    const [found] = await textTables(
      [
        "STT\tChỉ số\tĐiểm tối đa\tCách xác định",
        "\tNHÓM CHỈ SỐ NỀN TẢNG\t100\t",
        "TC1\tNgười đứng đầu\t50\tCó: 50 điểm",
        "TC2\tChuyên mục\t50\tCó: 50 điểm",
      ].join("\n"),
    );
    expect(found?.rows.map((row) => `${row.kind} ${row.code}`)).toEqual([
      "group ",
      "indicator TC1",
      "indicator TC2",
    ]);
  });

  it("rows that nothing numbers are indicators", async () => {
    const [found] = await textTables(
      "Lĩnh vực\tChỉ số\tĐiểm tối đa\tPhương pháp đánh giá\nNhận thức\tKế hoạch\t10\tCó: 10 điểm\n\tBáo cáo\t10\tCó: 10 điểm\n",
    );
    expect(roles(found)).toEqual(["group", "title", "max", "rule"]);
    expect(found?.rows.map((row) => row.kind)).toEqual(["indicator", "indicator"]);
  });
});

describe("columns", () => {
  it("of two that name offices, the one that leads is the lead", async () => {
    const [found] = await textTables(
      "TT\tTên chỉ tiêu\tCơ quan theo dõi, đánh giá\tCơ quan chủ trì thực hiện\n1\tHồ sơ\tVăn phòng\tSở Nội vụ\n",
    );
    expect(roles(found)).toEqual(["number", "title", "unknown", "lead"]);
  });

  it("a note that says how to score is the rule", async () => {
    const [found] = await textTables(
      [
        "TT\tTiêu chí\tĐiểm\tGhi chú",
        ...[1, 2, 3].map(
          (at) => `${at}\tTiêu chí thứ ${at}\t10\tĐã ban hành văn bản: 10 điểm; chưa ban hành: 0 điểm`,
        ),
      ].join("\n"),
    );
    expect(roles(found)).toEqual(["number", "title", "max", "rule"]);
  });

  it("a unit of measure is no office, an office is no unit of measure", async () => {
    const table = (unit: string) => textTables(`TT\tNội dung\tĐơn vị\tSố liệu\n1\tTổng chi\t${unit}\t20\n`);
    expect(roles((await table("triệu đồng"))[0])).toEqual(["number", "title", "unit", "declared"]);
    expect(roles((await table("Sở Tài chính"))[0])).toEqual(["number", "title", "lead", "declared"]);
  });

  it("a header in the middle ends the list above it", async () => {
    const tables = await textTables(
      "I\tThông tin chung\t\n1\tTên cơ quan\t\n2\tSố công chức\t\nII\tChỉ số đánh giá\tĐiểm tối đa\n1\tNhận thức\t10\n1.1\tKế hoạch\t10\n",
    );
    expect(tables.map(roles)).toEqual([
      ["number", "title", "declared"],
      ["number", "title", "max"],
    ]);
  });

  it("a letterhead is no table", async () => {
    expect(
      await html(
        `${rowOf("UBND TỈNH QUẢNG NGÃI<br>BAN DÂN TỘC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")}${rowOf("Số: 12/BC", "Quảng Ngãi, ngày 1")}`,
      ),
    ).toEqual([]);
  });
});
