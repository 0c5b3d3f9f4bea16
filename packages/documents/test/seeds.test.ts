import { describe, expect, it } from "vitest";
import { byCode, cellOf, roles, shown, tablesOf } from "./making/reading.js";
import { type Seed, seedBytes } from "./making/seeds.js";

const tables = (seed: Seed) => tablesOf(seedBytes(seed), "a.txt");

describe("the five documents as text", () => {
  it("Quảng Ngãi: profile, then one table out of forty pieces", async () => {
    const [profile, set, ...rest] = await tables("quangNgai");
    expect(rest).toEqual([]);
    expect(roles(profile)).toEqual(["number", "title", "declared", "unit"]);
    expect(profile?.rows.map((row) => row.code)).toEqual(
      Array.from({ length: 11 }, (_, at) => `1.${at + 1}`),
    );
    expect(roles(set)).toEqual(["number", "title", "max", "declared", "rule", "evidence", "self_score"]);
    expect(set?.rows.filter((row) => row.kind === "indicator")).toHaveLength(47);
    expect(set?.rows.filter((row) => row.kind === "group").map((row) => cellOf(set, row, "title"))).toEqual([
      "Nhận thức số",
      "Thẻ chế số",
      "Hạ tầng số",
      "Nhân lực số",
      "An toàn thông tin mạng",
      "Hoạt động chính quyền số",
    ]);
    expect(set?.rows.filter((row) => row.kind === "part")).toHaveLength(68);
    expect(set?.rows.filter((row) => row.kind === "option" || row.kind === "total")).toEqual([]);
  });

  it("Quảng Ngãi: a cell that the page cuts is joined, a row that lost its first cell is put back", async () => {
    const [, set] = await tables("quangNgai");
    expect(cellOf(set, byCode(set, "2.1.2"), "rule")).toMatch(/các cuộc họp về CDS của Sở, ngành: 0 điểm$/);
    const shifted = set?.rows.find((row) => row.place.line === 60);
    expect(cellOf(set, shifted, "title")).toBe(
      "Thủ trưởng cơ quan, đơn vị chủ trì các cuộc họp về CDS của Sở, ngành",
    );
    expect(cellOf(set, shifted, "max")).toBe("5");
    expect(cellOf(set, shifted, "self_score")).toBe("5");
    expect(cellOf(set, shifted, "evidence")).toMatch(/^Trưởng Ban có chủ trì/);
    const cut = set?.rows.find((row) => row.place.line === 118);
    expect(cellOf(set, cut, "title")).toBe("Số lượng công chức chuyên trách về ATTT");
  });

  it("Quảng Ngãi: remains of HTML are gone, what is multiplied stays", async () => {
    const [, set] = await tables("quangNgai");
    expect(cellOf(set, byCode(set, "2.1.4"), "rule")).toBe(
      "- Đã có chuyên mục và số lượng tin, bài về Chuyển đổi số trong năm đạt: + Từ 20 trở lên: điểm tối đa; + Từ 10 đến 19: 1/2 *Điểm tối đa; + Dưới 10: 1/4* Điểm tối đa; - Chưa có chuyên mục: 0 điểm",
    );
    expect(cellOf(set, byCode(set, "2.5.11"), "rule")).toContain("Mức 4 <3% (0 điểm)");
  });

  it("the set of a thousand points: its outline, the profile above the header, six pillars of 41 indicators", async () => {
    const [outline, profile, set] = await tables("thousand");
    expect(roles(outline)).toEqual(["number", "title", "count", "max"]);
    expect(outline?.rows.map((row) => row.code)).toEqual(["I", "1", "2", "3", "4", "5", "II", "6"]);
    expect(roles(profile)).toEqual(["number", "title", "declared"]);
    expect(profile?.rows.map((row) => row.code)).toEqual(["I", "1", "2", "3", "4", "5", "6"]);
    expect(roles(set)).toEqual(["number", "title", "max"]);
    expect(set?.rows.filter((row) => row.kind === "group").map((row) => row.code)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
    ]);
    expect(set?.rows.filter((row) => row.kind === "indicator")).toHaveLength(41);
    expect(cellOf(set, byCode(set, "6.5"), "title")).toBe(
      "Triển khai nền tảng họp trực tuyến tại cơ quan, đơn vị trực thuộc sở, ban, ngành và đến từng thiết bị cá nhân",
    );
    expect(cellOf(set, byCode(set, "2"), "title")).toBe("Thể chế số");
  });

  it("Bình Phước: two sets in one plan, pages that lost a column go on", async () => {
    const found = await tables("binhPhuoc");
    expect(found.map((table) => table.rows.filter((row) => row.kind === "indicator").length)).toEqual([
      42, 43,
    ]);
    expect(found.map((table) => table.rows.filter((row) => row.kind === "group").length)).toEqual([7, 10]);
    for (const table of found)
      expect(roles(table)).toEqual(["number", "title", "max", "lead", "coordinating", "note"]);
    expect(found.map((table) => table.place.line)).toEqual([25, 83]);
    const [set, website] = found;
    expect(cellOf(set, byCode(set, "7.1"), "lead")).toBe("Công chức cơ quan");
    expect(cellOf(website, byCode(website, "2.2"), "title")).toBe(
      "Đăng tải DVCTT toàn trình hoặc có liên kết sang Cổng dịch vụ công tỉnh (Thông tin về DVCTT phải được cập nhật, bổ sung, chỉnh sửa kịp thời ngay sau khi có sự thay đổi)",
    );
  });

  it("Gia Lai: 98 indicators out of one cell a line, with leads, coordinators and deadlines", async () => {
    const [plan, ...rest] = await tables("giaLai");
    expect(rest).toEqual([]);
    expect(roles(plan)).toEqual([
      "number",
      "title",
      "max",
      "score",
      "rule",
      "lead",
      "coordinating",
      "deadline",
    ]);
    expect(plan?.columns[3]?.year).toBe(2022);
    const codes = plan?.rows.filter((row) => row.kind === "indicator").map((row) => row.code) ?? [];
    expect(codes.filter((code) => /^\d+\.\d+$/.test(code))).toHaveLength(98);
    expect(plan?.rows.filter((row) => row.kind === "group").map((row) => row.code)).toEqual(
      Array.from({ length: 9 }, (_, at) => String(at + 1)),
    );
    expect(plan?.rows.filter((row) => row.kind === "part").map((row) => row.code)).toEqual([
      "a",
      "b",
      "a",
      "b",
      "c",
    ]);
    const row = byCode(plan, "5.1");
    expect(plan && row && shown(row)).toBe(
      [
        "indicator | 5.1 | 5.1 | Số lượng hệ thống thông tin đã được phê duyệt hồ sơ đề xuất cấp độ | 10 | 2",
        "Tính điểm theo phương pháp Min-Max dựa vào đơn vị nào nhiều hệ thống thông tin đã được phê duyệt hồ sơ đề xuất cấp độ nhất thì điểm tối đa và giảm dần",
        "Sở Thông tin và Truyền thông | Các sở, ban, ngành; UBND cấp huyện | Trong vòng 02 tháng kể từ ngày hoàn thành xây dựng hệ thống",
      ].join(" | "),
    );
    expect(plan?.rows.find((one) => one.code === "a" && one.place.line === 1475)?.cells[5]?.text).toBe(
      "Sở Thông tin và Truyền thông",
    );
    expect(cellOf(plan, byCode(plan, "8.8.3.4"), "rule")).toMatch(/Điểm = Tỷ lệ\*Điểm tối đa$/);
  });

  it("Cao Bằng: boxes ticked and not, sections, a cell that the page cuts, two lists of their own", async () => {
    const [form, list, services] = await tables("caoBang");
    expect(roles(form)).toEqual(["number", "title", "declared"]);
    expect(form?.rows.filter((row) => row.kind === "indicator")).toHaveLength(71);
    expect(
      form?.rows
        .filter((row) => row.kind === "group")
        .map((row) => row.code)
        .filter(Boolean),
    ).toEqual([...["I", "II", "II.1", "II.2", "II.3", "II.4", "II.6", "III", "IV", "V", "VI"]]);
    const camera = form?.rows.find((row) => row.place.line === 25);
    expect(cellOf(form, camera, "declared")).toBe("Có ☐ Không ☑");
    const orders = form?.rows.find((row) => row.place.line === 77);
    expect(cellOf(form, orders, "declared")).toMatch(
      /^☑ Đầy đủ, kịp thời 12 tháng ☐ 5 – 11 tháng ☐ Dưới 5 tháng/,
    );
    expect(list?.columns.map((column) => column.heading).slice(3, 5)).toEqual([
      "Cơ quan xây dựng ứng dụng Đánh dấu [x] vào ô phù hợp · Ứng dụng do Bộ chuyên ngành xây dựng",
      "Cơ quan xây dựng ứng dụng Đánh dấu [x] vào ô phù hợp · Ứng dụng do tỉnh xây dựng",
    ]);
    expect(services?.rows).toEqual([]);
    expect(services?.columns).toHaveLength(13);
  });
});
