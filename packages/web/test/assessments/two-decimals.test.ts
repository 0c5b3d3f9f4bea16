import { describe, expect, test } from "vitest";
import { twoDecimals } from "../../src/features/assessments/values/two-decimals.js";

describe("the middle of a group", () => {
  test.each([
    ["9.565217", "9.57"],
    ["0.004", "0"],
    ["0.995", "1"],
    ["10.001", "10"],
    ["-1.005", "-1.01"],
    ["99999999999999999.999", "100000000000000000"],
  ])("%s has at most two decimals: %s", (value, shown) => {
    expect(twoDecimals(value)).toBe(shown);
  });

  test.each(["22", "100", "9.5", "9.50", "https://a.vn", ""])("%s stays as it is", (value) => {
    expect(twoDecimals(value)).toBe(value);
  });
});
