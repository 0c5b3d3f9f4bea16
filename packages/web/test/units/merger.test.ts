import { describe, expect, it } from "vitest";
import { emptyMerger, mergerOf } from "../../src/features/units/merger.js";

const province = { id: "tinh", name: "Tỉnh" };
const begun = {
  ...emptyMerger({ kind: "so-nganh" }, province, "2026-07-01"),
  legalBasis: " Nghị quyết 12/NQ-HĐND ",
};
const other = { id: "so-hai", name: "Sở Hai" };

describe("a merger", () => {
  it("makes a new unit of the same kind at the same place, out of all that end", () => {
    const made = { ...begun.made, name: " Sở Mới ", code: "so-moi" };
    expect(mergerOf("so-mot", { ...begun, target: "new", made, others: [other] })).toEqual({
      predecessors: ["so-mot", "so-hai"],
      into: { name: "Sở Mới", code: "so-moi", kind: "so-nganh", parentId: "tinh" },
      on: "2026-07-01",
      legalBasis: "Nghị quyết 12/NQ-HĐND",
    });
  });

  it("goes into a unit that is there, which is none of those that end", () => {
    const into = { id: "so-ba", name: "Sở Ba" };
    expect(mergerOf("so-mot", { ...begun, into })?.into).toEqual({ id: "so-ba" });
    expect(mergerOf("so-mot", { ...begun, into: other, others: [other] })).toBeNull();
  });

  it("is not sent without its successor, its day or its legal basis", () => {
    const into = { id: "so-ba", name: "Sở Ba" };
    expect(mergerOf("so-mot", begun)).toBeNull();
    expect(mergerOf("so-mot", { ...begun, target: "new", made: { ...begun.made, name: "Sở" } })).toBeNull();
    expect(mergerOf("so-mot", { ...begun, into, on: "" })).toBeNull();
    expect(mergerOf("so-mot", { ...begun, into, legalBasis: " " })).toBeNull();
  });
});
