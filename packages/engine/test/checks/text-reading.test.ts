import { formatExact, type Rational } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { pointsIn, ratiosIn, sharesIn, statementFor, thresholdsIn } from "../../src/checks/text-reading.js";

const written = (values: readonly Rational[]): string[] => values.map(formatExact);

describe("shares of the maximum that a text states", () => {
  it.each([
    ["- Trưởng ban là Phó Bí thư/Phó Chủ tịch: 1/2*Điểm tối đa;", ["0.5"]],
    ["+ Từ 10 đến 19: 1/2 *Điểm tối đa;", ["0.5"]],
    ["Mức 2 ≥ 7% (70% điểm)", ["0.7"]],
    ["Mức 1: ≥ 2 tỷ: 100% điểm phần này;", ["1"]],
    ["- Điểm = Tỷ lệ*1/2*Điểm tối đa", ["0.5"]],
    ["- Đang xin ý kiến: 1/2 điểm tối đa", ["0.5"]],
    ["Đạt một phần: một nửa số điểm", ["0.5"]],
    ["điểm = điểm tối đa * 3/4", ["0.75"]],
    ["đạt 50% tổng số điểm", ["0.5"]],
    // The 80% of a threshold is no share.
    ["+ Tỷ lệ<80%: Tỷ lệ/80%*Điểm tối đa", []],
    ["- Tỷ lệ < 80%: Điểm = Tỷ lệ *Điểm tối đa/80%", []],
    ["Tỷ lệ=100%: Điểm tối đa", []],
    ["Mức 1 ≥ 10 % (điểm tối đa)", []],
    ["- Đã triển khai 100% nhiệm vụ được giao: đạt điểm tối đa.", []],
    ["- Điểm=Tỷ lệ*100%", []],
  ])("%s", (text, shares) => {
    expect(written(sharesIn(text))).toEqual(shares);
  });
});

describe("points that a text states", () => {
  it.each([
    ["- Mỗi hoạt động: 1 điểm;", ["1"]],
    ["Tối đa 5 điểm.", ["5"]],
    ["- Điểm tối đa: 10", ["10"]],
    ["Tổng điểm không quá 10", ["10"]],
    ["- Chưa ban hành: 0 điểm", ["0"]],
    ["được 2,5 điểm;", ["2.5"]],
    ["Có 10 điểm cầu truyền hình", []],
    ["tăng 2 điểm phần trăm", []],
    ["Tỷ lệ/80%*Điểm tối đa", []],
    ["Tổng điểm không quá Điểm tối đa.", []],
    // A number that opens the next line is its own.
    ["Điểm = Tỷ lệ*1/2*Điểm tối đa\n2. Mô hình triển khai", []],
  ])("%s", (text, points) => {
    expect(written(pointsIn(text))).toEqual(points);
  });
});

describe("what a text gives for an option", () => {
  const text = `- Có chuyên trang: Điểm tối đa;
- Có chuyên trang nhưng ít cập nhật: 1/2*Điểm tối đa;
+ Đã sử dụng Điểm tối đa;
- Không có: 0 điểm
3. Khác : 2 điểm`;
  it.each([
    ["Có chuyên trang", { share: "1" }],
    ["Có chuyên trang nhưng ít cập nhật", { share: "0.5" }],
    ["Đã sử dụng", { share: "1" }],
    ["Không có", { share: "0" }],
    ["Khác", { points: "2" }],
    // Not the "có" inside "Không có".
    ["Có", undefined],
    ["Chưa có", undefined],
  ])("%s", (label, expected) => {
    const stated = statementFor(label, text);
    const shown =
      stated && Object.fromEntries(Object.entries(stated).map(([key, value]) => [key, formatExact(value)]));
    expect(shown).toEqual(expected);
  });
});

describe("thresholds of a text", () => {
  it.each([
    ["+ Tỷ lệ>=80%: Điểm tối đa;", ["ge 0.8%"]],
    ["Tỷ lệ < 0.25%: điểm = điểm tối đa * tỷ lệ/0.25%", ["lt 0.0025%", "any 0.0025%"]],
    ["Mức 3: ≥ 0,5 tỷ: 30% điểm ;", ["ge 0.5"]],
    ["Mức 4 <3% (0 điểm)", ["lt 0.03%"]],
    ["Đạt từ 50% trở lên: điểm tối đa", ["ge 0.5%"]],
    // Not a line on points.
    ["b = Tổng dân số từ 15 tuổi trở lên, trên 50% là nữ", []],
  ])("%s", (text, thresholds) => {
    const shown = thresholdsIn(text).map(
      ({ comparator, value, percent }) => `${comparator} ${formatExact(value)}${percent ? "%" : ""}`,
    );
    expect(shown).toEqual(thresholds);
  });
});

describe("ratios that a text writes out", () => {
  it.each([
    ["- Tỷ lệ = a/b - Điểm = Tỷ lệ*Điểm tối đa", ["a/b"]],
    ["Tỷ lệ=(a+b+c+d)/(e+f);", ["(a+b+c+d)/(e+f)"]],
    ["Tỷ lệ = a/b.\nĐiểm", ["a/b"]],
    ["- Tỷ lệ =b/a", ["b/a"]],
    ["Tỷ lệ = a/b*100%", ["a/b*100%"]],
    ["Tỷ lệ=100%: Điểm tối đa", []],
    ["Tỷ lệ = số đã làm/tổng số", []],
  ])("%s", (text, ratios) => {
    expect(ratiosIn(text)).toEqual(ratios);
  });
});
