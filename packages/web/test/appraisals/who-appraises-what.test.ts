import { describe, expect, it } from "vitest";
import {
  cellOf,
  rowsOf,
  type Scope,
  sameScopes,
  toggled,
  uncovered,
} from "../../src/features/appraisals/scopes/scopes.js";
import { outline } from "../assessments/ban-dan-toc.js";

const rows = rowsOf(outline(), "the whole set");
const row = (code: string | null) => {
  const found = rows.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no row ${code}`);
  return found;
};
const scope = (accountId: string, code: string | null, unitId: string | null = null): Scope => ({
  accountId,
  code,
  unitId,
});

describe("the grid of who appraises what", () => {
  it("has the whole set first, then the set's own order", () => {
    expect(rows[0]).toMatchObject({ code: null, judged: false });
    expect(row("2.1.3").above).toEqual(["2.1", null]);
    expect(row("2.1.3").judged).toBe(true);
    expect(row("2.1").judged).toBe(false);
  });

  it("covers what stands under an assigned pillar", () => {
    const scopes = [scope("an", "2.1")];
    expect(cellOf(scopes, row("2.1"), "an", null)).toBe("own");
    expect(cellOf(scopes, row("2.1.3"), "an", null)).toBe("covered");
    expect(cellOf(scopes, row("2.2.1"), "an", null)).toBe("none");
    expect(cellOf(scopes, row("2.1.3"), "binh", null)).toBe("none");
  });

  it("covers one unit by what is assigned for all units, but not all by what is assigned for one", () => {
    expect(cellOf([scope("an", "2.1")], row("2.1.3"), "an", "u1")).toBe("covered");
    expect(cellOf([scope("an", "2.1", "u1")], row("2.1.3"), "an", "u1")).toBe("covered");
    expect(cellOf([scope("an", "2.1", "u1")], row("2.1.3"), "an", null)).toBe("none");
  });

  it("puts a pillar in the place of what was assigned below it, of the same person and units alone", () => {
    const before = [
      scope("an", "2.1.3"),
      scope("an", "2.1.3", "u1"),
      scope("binh", "2.1.3"),
      scope("an", "2.2.1"),
    ];
    const after = toggled(before, rows, row("2.1"), "an", null);
    expect(
      sameScopes(after, [
        scope("an", "2.1.3", "u1"),
        scope("binh", "2.1.3"),
        scope("an", "2.2.1"),
        scope("an", "2.1"),
      ]),
    ).toBe(true);
    expect(toggled(after, rows, row("2.1"), "an", null)).not.toContainEqual(scope("an", "2.1"));
  });

  it("tells which indicators nobody would judge", () => {
    const open = uncovered([scope("an", "2.1"), scope("binh", "2.2.1")], rows, ["an", "binh"], null);
    expect(open.has("2.1.3")).toBe(false);
    expect(open.has("2.2.1")).toBe(false);
    expect(open.has("2.2.2")).toBe(true);
    expect(uncovered([scope("an", null)], rows, ["an", "binh"], null).size).toBe(0);
  });
});
