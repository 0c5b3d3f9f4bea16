import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../src/api/contract.js";
import { linesOf } from "../../src/features/audit/answer-saves.js";

const save = (id: string, by: string, input: string, before: string | null, after: string): AuditEntry => ({
  id,
  at: "2026-11-22T02:00:00Z",
  account: { id: by, displayName: by },
  address: "127.0.0.1",
  action: "answer.save",
  subject: { type: "assessment", id: "phieu", name: null },
  unit: null,
  before: { code: "2.4.1", input, value: before },
  after: { code: "2.4.1", input, value: after },
  cut: false,
  fieldLabel: null,
});
const told = (entries: AuditEntry[]) =>
  linesOf(entries).map(({ entry, count }) => ({ id: entry.id, count, before: entry.before }));

describe("the log of saves", () => {
  it("tells saves of one field that follow each other once: from the first value to the last", () => {
    expect(told([save("3", "a", "b", "1", "7"), save("2", "a", "b", "0", "1")])).toEqual([
      { id: "3", count: 2, before: { code: "2.4.1", input: "b", value: "0" } },
    ]);
  });

  it("keeps apart what another person, or another field, came between", () => {
    const entries = [
      save("4", "a", "b", "2", "7"),
      save("3", "c", "b", "1", "2"),
      save("2", "c", "a", null, "1"),
    ];
    expect(told(entries).map(({ count }) => count)).toEqual([1, 1, 1]);
  });
});
