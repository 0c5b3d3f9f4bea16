import { describe, expect, test } from "vitest";
import { Problem } from "../../src/api/problem.js";
import { NOT_APPLICABLE } from "../../src/features/assessments/drafts/edit.js";
import { outcomeOf } from "../../src/features/assessments/drafts/outcome.js";

const by = { id: "other", displayName: "Cán bộ phòng khác" };
const at = "2022-07-01T03:00:00Z";

function outcome(code: string, status: number, more: Record<string, unknown> = {}, input = "a"): unknown {
  return outcomeOf(new Problem(code, status, "tiêu đề", "chi tiết", more), input);
}

describe("what the server answers to a value", () => {
  test("a newer version is a value to choose from", () => {
    const current = { code: "2.1.3", input: "a", value: "30", version: 4, by, at };
    expect(outcome("changed-meanwhile", 412, { current })).toEqual({
      kind: "stale",
      stored: { value: "30", version: 4, by, at },
    });
  });

  test("a newer mark of not applicable has its reason as its value", () => {
    const current = { code: "2.5.3", reason: "Không có máy chủ", version: 2, by, at };
    expect(outcome("changed-meanwhile", 412, { current }, NOT_APPLICABLE)).toEqual({
      kind: "stale",
      stored: { value: "Không có máy chủ", version: 2, by, at },
    });
  });

  test("a deadline and a seal refuse it with the server's own sentence", () => {
    expect(outcome("deadline-passed", 409)).toEqual({
      kind: "refused",
      refusal: { reason: "deadline-passed", detail: "chi tiết" },
    });
    expect(outcome("assessment-sealed", 409)).toMatchObject({ refusal: { reason: "sealed" } });
    expect(outcome("value-unreadable", 422)).toMatchObject({ refusal: { reason: "unreadable" } });
    expect(outcome("forbidden", 403)).toMatchObject({ refusal: { reason: "not-allowed" } });
    expect(outcome("not-found", 404)).toMatchObject({ refusal: { reason: "gone" } });
  });

  test("an ended session waits for signing in", () => {
    expect(outcome("not-signed-in", 401)).toEqual({ kind: "signed-out" });
  });

  test("no answer, a failing server and one that asks for patience are tried again", () => {
    expect(outcome("unreachable", 0)).toMatchObject({ kind: "unanswered" });
    expect(outcome("internal", 503)).toMatchObject({ kind: "unanswered" });
    // On deadline day: five hundred wait already.
    expect(outcome("not-ready", 503, { retryAfter: 4 })).toEqual({ kind: "unanswered", retryAfterMs: 4_000 });
    expect(outcome("too-many-requests", 429, { retryAfter: 12 })).toEqual({
      kind: "unanswered",
      retryAfterMs: 12_000,
    });
  });

  test("a 412 that does not say what stands there is never taken for a licence to overwrite", () => {
    expect(outcome("changed-meanwhile", 412)).toMatchObject({ kind: "unanswered" });
  });
});
