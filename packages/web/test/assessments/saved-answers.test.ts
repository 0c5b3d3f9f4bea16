import { describe, expect, test } from "vitest";
import { notingSaved, withSaved } from "../../src/features/assessments/data/saved-answers.js";
import { NOT_APPLICABLE, type Stored } from "../../src/features/assessments/drafts/edit.js";

const at = "2026-03-01T02:00:00Z";
const held = {
  answers: [
    { code: "2.1.3", input: "a", value: "22", version: 3, by: null, at },
    { code: "2.1.3", input: "b", value: "23", version: 1, by: null, at },
  ],
  notApplicable: [],
};
const saved = (value: string, version: number): Stored => ({ value, version, by: null, at });

describe("the assessment already read", () => {
  test("holds what the server has just taken", () => {
    const { answers } = withSaved(held, "2.1.3", "a", saved("20", 4));
    expect(answers).toHaveLength(2);
    expect(answers).toContainEqual({ code: "2.1.3", input: "a", value: "20", version: 4, by: null, at });
  });

  test("keeps a later version that it has read meanwhile", () => {
    expect(withSaved(held, "2.1.3", "a", saved("20", 2))).toBe(held);
  });

  test("holds a mark “not applicable” with its reason", () => {
    const { notApplicable } = withSaved(held, "2.5.5", NOT_APPLICABLE, saved("Không có máy chủ", 1));
    expect(notApplicable).toEqual([{ code: "2.5.5", reason: "Không có máy chủ", version: 1, by: null, at }]);
  });

  test("hears only of what was taken", async () => {
    const heard: string[] = [];
    const note = (code: string): void => void heard.push(code);
    const taken = { kind: "saved", stored: saved("1", 1) } as const;
    await notingSaved({ send: async () => taken }, note).send("2.1.1", "a", "1", 0);
    await notingSaved({ send: async () => ({ kind: "unanswered" }) }, note).send("2.1.2", "a", "1", 0);
    expect(heard).toEqual(["2.1.1"]);
  });
});
