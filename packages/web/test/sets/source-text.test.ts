import { describe, expect, it } from "vitest";
import { Problem } from "../../src/api/problem.js";
import { keptEdit } from "../../src/features/sets/kept-edit.js";
import { inOrder, notesOfRefusal, type SourceNote } from "../../src/features/sets/source-notes.js";
import {
  differenceOf,
  endOfLine,
  lineCount,
  offsetOf,
  placeOf,
  withVersion,
} from "../../src/features/sets/source-text.js";

const text = "id: a\nversion: 1\n\nindicators:\n  - code: '1'";

describe("a place in a set's text", () => {
  it.each([
    [1, 1],
    [2, 10],
    [3, 1],
    [5, 5],
  ])("line %i, column %i is found and named the same again", (line, column) => {
    expect(placeOf(text, offsetOf(text, line, column))).toEqual({ line, column });
  });

  it("beyond a line or the text is the nearest there is", () => {
    expect(offsetOf(text, 2, 99)).toBe(endOfLine(text, offsetOf(text, 2)));
    expect(placeOf(text, offsetOf(text, 99)).line).toBe(5);
  });

  it("counts an empty text as one line, and a last line break as one more", () => {
    expect([lineCount(""), lineCount("a"), lineCount("a\n"), lineCount(text)]).toEqual([1, 1, 2, 5]);
  });
});

describe("the next version of a set", () => {
  it("changes its own number and nothing else, not even a version further in", () => {
    const whole = "opendti: 1\nversion:  3\nabout:\n  version: 3\n";
    expect(withVersion(whole, 4)).toBe("opendti: 1\nversion:  4\nabout:\n  version: 3\n");
  });
});

describe("two texts of one draft", () => {
  it("differ in the lines between what begins and what ends both", () => {
    expect(differenceOf("a\nb\nc\nd", "a\nx\ny\nd")).toEqual({
      line: 2,
      mine: ["b", "c"],
      theirs: ["x", "y"],
    });
    expect(differenceOf("a\nd", "a\nb\nd")).toEqual({ line: 2, mine: [], theirs: ["b"] });
    expect(differenceOf("a\na", "a\na\na")).toEqual({ line: 3, mine: [], theirs: ["a"] });
    expect(differenceOf(text, text)).toBeNull();
  });
});

describe("a text that cannot be read", () => {
  const entry = (line: number) => ({
    message: { vi: "sai", en: "wrong" },
    line,
    column: 3,
    at: "indicators[0]",
  });

  it("is refused with the places, each with line and column", () => {
    const refused = new Problem("set-has-errors", 422, "sai", "", {
      problems: [entry(7), { line: 1 }, "khác"],
    });
    expect(notesOfRefusal(refused)).toEqual([
      {
        severity: "error",
        message: { vi: "sai", en: "wrong" },
        line: 7,
        column: 3,
        at: "indicators[0]",
        expected: null,
        found: null,
      },
    ]);
  });

  it("is no other refusal", () => {
    expect(notesOfRefusal(new Problem("forbidden", 403, "không"))).toBeNull();
    expect(notesOfRefusal(new Error("x"))).toBeNull();
  });

  it("shows errors before warnings, from the top down", () => {
    const note = (severity: SourceNote["severity"], line: number): SourceNote => ({
      severity,
      line,
      column: 1,
      at: "",
      message: { vi: "", en: "" },
      expected: null,
      found: null,
    });
    const order = inOrder([note("warning", 1), note("error", 9), note("error", 2)]);
    expect(order.map(({ line }) => line)).toEqual([2, 9, 1]);
  });
});

describe("an edit that is not saved", () => {
  it("is kept with the version it stands on, and forgotten once it is saved", () => {
    const place = {
      text: "",
      keep(kept: string): void {
        place.text = kept;
      },
    };
    keptEdit(place).keep({ base: 4, text });
    expect(keptEdit(place).read()).toEqual({ base: 4, text });
    keptEdit(place).keep(null);
    expect(keptEdit(place).read()).toBeNull();
  });
});
