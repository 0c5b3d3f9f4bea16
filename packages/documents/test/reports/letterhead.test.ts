/** The letterhead that a unit of a name usually has. */
import { describe, expect, it } from "vitest";
import { headUnder, usualLetterhead } from "../../src/index.js";

describe("the usual letterhead", () => {
  it.each([
    ["Sở Khoa học và Công nghệ", "SKHCN", "Giám đốc", "UBND tỉnh Minh Họa", "Minh Họa"],
    ["Ban Dân tộc", "BDT", "Trưởng Ban", "UBND tỉnh Minh Họa", "Minh Họa"],
    ["Văn phòng UBND tỉnh", "VP", "Chánh Văn phòng", "UBND tỉnh Minh Họa", "Minh Họa"],
    ["Quỹ Phát triển", "QPT", "Thủ trưởng", "UBND tỉnh Minh Họa", "Minh Họa"],
  ])("of %s has the symbol %s and is signed by its %s", (name, symbol, head, superior, place) => {
    const made = usualLetterhead({ name, parent: "Tỉnh Minh Họa", province: "tỉnh Minh Họa" });
    expect(made).toMatchObject({ body: name, symbol, superior, place, signer: { head, name: "" } });
  });

  it.each([
    ["UBND xã Bình Minh", "Ủy ban nhân dân xã Bình Minh", "Bình Minh"],
    ["Phường Trung Tâm", "Ủy ban nhân dân phường Trung Tâm", "Trung Tâm"],
    ["Tỉnh Minh Họa", "Ủy ban nhân dân tỉnh Minh Họa", "Minh Họa"],
  ])("of %s is its committee's, with nobody above it", (name, body, place) => {
    const made = usualLetterhead({ name, parent: "UBND tỉnh Minh Họa", province: "tỉnh Minh Họa" });
    expect(made).toMatchObject({ body, place, superior: "", symbol: "UBND" });
    expect(made.signer).toMatchObject({ collective: "Ủy ban nhân dân", head: "Chủ tịch" });
  });

  it("takes the province out of a name that says it", () => {
    const made = usualLetterhead({ name: "Ban Dân tộc tỉnh Bình Phước" });
    expect(made).toMatchObject({
      fullName: "Ban Dân tộc tỉnh Bình Phước",
      body: "Ban Dân tộc",
      superior: "UBND tỉnh Bình Phước",
      place: "Bình Phước",
    });
  });

  it("heads a letter with the room that wrote it, and other documents without", () => {
    const own = usualLetterhead({ name: "Ban Dân tộc tỉnh Quảng Ngãi" });
    const date = { month: 7, year: 2023 };
    expect(headUnder(own, { date, letter: true }).symbol).toBe("BDT-VP");
    expect(headUnder(own, { date, letter: false }).symbol).toBe("BDT");
  });
});
