import { describe, expect, it } from "vitest";
import { rangeOfLabel } from "../../src/checks/option-range.js";
import { inSigns } from "../../src/checks/span-words.js";

const read = (label: string): string | undefined => {
  const range = rangeOfLabel(label);
  return range && `${inSigns(range.edges, false)}${range.unit === "" ? "" : ` ${range.unit}`}`;
};

describe("the range that an option's words name", () => {
  it.each([
    ["Từ 20 trở lên", ">= 20"],
    ["20 tin trở lên", ">= 20 tin"],
    ["Từ 10 đến 19", ">= 10, <= 19"],
    ["Từ 10 tin đến dưới 20 tin", ">= 10, < 20 tin"],
    ["Dưới 10", "< 10"],
    ["5 – 11 tháng", ">= 5, <= 11 tháng"],
    ["≥ 80%", ">= 80 %"],
    ["Đạt từ 50% đến dưới 80%", ">= 50, < 80 %"],
    ["≥ 50% và < 80%", ">= 50, < 80 %"],
    ["≥ 50%, ≤ 80%", ">= 50, <= 80 %"],
    ["> 50% và ≤ 80%", "> 50, <= 80 %"],
    ["Trên 50% đến 80%", "> 50, <= 80 %"],
    ["Không quá 5 ngày", "<= 5 ngày"],
    ["Từ 1.000 trở lên", ">= 1000"],
    ["Từ 0,5 tỷ trở lên", ">= 0.5 tỷ"],
    ["12 tháng", "= 12 tháng"],
    // A frequency: the number is of the period, and two periods are not compared.
    ["Tần suất phát sóng từ 1 tuần/1 lần", ">= 1 tuần/1"],
    ["Tần suất phát sóng dưới 1 tháng/1 lần", "< 1 tháng/1"],
  ])("%s", (label, range) => {
    expect(read(label)).toBe(range);
  });

  it.each([
    "Đã ban hành",
    "Chưa có chuyên mục",
    "Đầy đủ, kịp thời 12 tháng",
    "Tần suất phát sóng từ 1 tháng/1 lần đến dưới 1 lần/1 tuần",
    "Từ 50% số xã đến 80% số xã",
    "Thông tư số 12/2022/TT-BTTTT",
  ])("is none in %s", (label) => {
    expect(read(label)).toBeUndefined();
  });
});
