import { describe, expect, it } from "vitest";
import { destinationOf } from "../src/app/navigation.js";

describe("the entry of the navigation that a page belongs to", () => {
  it.each([
    ["/", "/"],
    ["/assessments/a/review", "/assessments"],
    ["/assessments/a/appraise", "/appraisals"],
    ["/campaigns/c", "/campaigns"],
    ["/campaigns/c/runs/r", "/campaigns"],
    ["/campaigns/c/appraise", "/appraisals"],
    ["/campaigns/c/appraisal", "/appraisals"],
    ["/campaigns/c/appraisers", "/appraisals"],
    ["/campaigns/c/consistency", "/appraisals"],
    ["/campaigns/c/live", "/results"],
    ["/campaigns/c/exports", "/results"],
    ["/campaigns/c/results/u", "/results"],
    ["/queries/q", "/queries"],
    ["/sets/s/1", "/sets"],
    ["/account", "/account"],
    ["/accounts/a", "/accounts"],
  ])("of %s is %s", (page, entry) => {
    expect(destinationOf(page)).toBe(entry);
  });
});
