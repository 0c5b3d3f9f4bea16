import { describe, expect, it } from "vitest";
import {
  allOf,
  type Choosable,
  firstChoice,
  isTakeable,
  keptChoice,
  type RowState,
} from "../../src/features/workbooks/choice.js";

const rowsOf = (...states: RowState[]): Choosable[] =>
  states.map((state, row) => ({ row, state, version: 1 }));

describe("the cells of a workbook that are chosen", () => {
  it("before anybody chose are those that overwrite nobody's newer value and delete nothing", () => {
    const rows = rowsOf("new", "changed", "clears", "conflict", "closed", "same");
    expect([...firstChoice(rows)]).toEqual([0, 1]);
    expect([...allOf(rows)]).toEqual([0, 1]);
  });

  it("of a file with a fault are none, until a person chooses", () => {
    const rows = rowsOf("new", "fault", "changed");
    expect([...firstChoice(rows)]).toEqual([]);
    expect([...allOf(rows)]).toEqual([0, 2]);
  });

  it("are never unreadable, closed or stored already", () => {
    const states = rowsOf("new", "changed", "clears", "conflict", "fault", "closed", "same");
    expect(states.filter(isTakeable).map(({ state }) => state)).toEqual([
      "new",
      "changed",
      "clears",
      "conflict",
    ]);
  });

  it("stay chosen only as they were seen", () => {
    const before = rowsOf("new", "changed", "changed");
    const now: Choosable[] = [
      { row: 0, state: "new", version: 1 },
      { row: 1, state: "conflict", version: 2 },
      { row: 2, state: "changed", version: 2 },
    ];
    expect([...keptChoice(new Set([0, 1, 2]), before, now)]).toEqual([0]);
  });
});
