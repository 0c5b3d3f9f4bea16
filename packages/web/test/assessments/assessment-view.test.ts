import { formatExact } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import type { AnswerValue } from "../../src/api/assessment-contract.js";
import { fold } from "../../src/features/assessments/scoring/set-outline.js";
import {
  type AssessmentView,
  biggestAtStake,
  type Declared,
  type IndicatorView,
  passes,
  viewOf,
} from "../../src/features/assessments/scoring/view-model.js";
import { banDanToc, outline } from "./ban-dan-toc.js";

const set = outline();
const real = banDanToc();

function change(code: string, answer: Record<string, AnswerValue>, from: Declared = real): Declared {
  return { ...from, answers: new Map([...from.answers, [code, answer]]) };
}

function indicator(view: AssessmentView, code: string): IndicatorView {
  const found = view.byAddress.get(code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

describe("the real unit of Quảng Ngãi on the screen", () => {
  const view = viewOf(set, real);

  test("has 451,26 of 485 points", () => {
    expect(formatExact(view.score.total)).toBe("451.26");
    expect(formatExact(set.set.max)).toBe("485");
  });

  test("has pillars with their points and how much of them is declared", () => {
    const [awareness] = view.pillars;
    expect(awareness && formatExact(awareness.score.score)).toBe("39.56");
    expect(awareness).toMatchObject({ complete: 4, of: 4, warnings: 0 });
    expect(view.pillars.reduce((sum, pillar) => sum + pillar.of, 0)).toBe(view.indicators.length);
  });

  test("is warned of its servers, its budget and its subordinate units", () => {
    const codes = view.indicators.filter((each) => each.findings.length > 0).map((each) => each.item.address);
    expect(codes).toEqual(expect.arrayContaining(["2.5.3", "2.5.11", "2.6.13"]));
    expect(view.blocks).toBe(0);
  });

  test("is told of evidence dated outside the assessed year, at its place", () => {
    const dated: Declared = {
      ...real,
      evidence: new Map([
        ...real.evidence,
        [
          "2.1.3",
          [
            { kind: "document", date: "2022-05-01" },
            { kind: "document", date: "2023-01-05" },
          ],
        ],
      ]),
    };
    expect(indicator(viewOf(set, dated), "2.1.3").findings).toMatchObject([
      { evidence: 1, severity: "warning" },
    ]);
  });

  test("could gain most where most is missing", () => {
    const most = biggestAtStake(view, 3).map((each) => [each.item.address, formatExact(each.atStake)]);
    expect(most[0]).toEqual(["2.4.2", "8.82"]);
    expect(most).toHaveLength(3);
  });
});

describe("an indicator", () => {
  test("of which nothing is declared is empty, of which a alone is given is partial", () => {
    expect(indicator(viewOf(set, change("2.1.3", {})), "2.1.3").completion).toBe("empty");
    const half = indicator(viewOf(set, change("2.1.3", { a: "22" })), "2.1.3");
    expect(half.completion).toBe("partial");
    expect(half.missing.map(({ id }) => id)).toEqual(["b"]);
  });

  test("whose exception holds waits for nothing more", () => {
    const view = indicator(viewOf(set, change("2.5.3", { e1: true })), "2.5.3");
    expect(view.completion).toBe("complete");
    expect(formatExact(view.score.score)).toBe(formatExact(view.item.node.max));
  });

  test("that does not apply, with its reason, follows the set's policy", () => {
    const marked: Declared = {
      ...change("2.5.3", {}),
      notApplicable: new Map([["2.5.3", "Không có máy chủ"]]),
    };
    const view = indicator(viewOf(set, marked), "2.5.3");
    expect(view).toMatchObject({ notApplicable: true, completion: "complete", withoutEvidence: false });
    expect(formatExact(view.score.score)).toBe(formatExact(view.item.node.max));
  });

  test("with numbers declared and no evidence, where some is required, says so", () => {
    const bare: Declared = { ...real, evidence: new Map() };
    expect(indicator(viewOf(set, bare), "2.1.3").withoutEvidence).toBe(true);
    expect(indicator(viewOf(set, { ...bare, answers: new Map() }), "2.1.3").withoutEvidence).toBe(false);
  });

  test("whose part exceeds its whole is warned in its place", () => {
    const view = indicator(viewOf(set, change("2.2.4", { a: "4", b: "3" })), "2.2.4");
    expect(view.findings.map(({ severity }) => severity)).toContain("block");
  });

  test("with a and b of one kind shows them side by side", () => {
    const inputs = indicator(viewOf(set, real), "2.1.3").item.inputs;
    expect(inputs.map(({ id, pairedWith }) => [id, pairedWith])).toEqual([
      ["a", undefined],
      ["b", "a"],
    ]);
  });
});

describe("a search", () => {
  const view = viewOf(set, real);
  const found = (
    search: string,
    only: "all" | "empty" | "findings" | "no-evidence" | "mine" = "all",
  ): string[] =>
    view.indicators
      .filter((each) =>
        passes(each, { search, only, mine: new Set(["2.1.3"]) }, fold(search).split(/\s+/).filter(Boolean)),
      )
      .map((each) => each.item.address);

  test("finds by code, and by words without accents", () => {
    expect(found("2.1.3")).toContain("2.1.3");
    expect(found("van ban chi dao")).toContain("2.1.3");
    expect(found("Kế hoạch hằng năm")).toEqual(["2.2.3"]);
    expect(found("không có chỉ số nào như vậy")).toEqual([]);
  });

  test("may be kept to what is given to me, or to what is questioned", () => {
    expect(found("", "mine")).toEqual(["2.1.3"]);
    expect(found("", "findings")).toContain("2.5.3");
  });
});

test("every set that ships can be laid out and shown empty", () => {
  for (const id of [
    "quang-ngai-so-nganh-2022",
    "binh-phuoc-so-nganh-500",
    "binh-phuoc-website-100",
    "cao-bang-ung-dung-cntt-2020",
    "dti-so-nganh-1000",
    "qd922-cap-tinh-2022",
  ]) {
    const laidOut = outline(id);
    const view = viewOf(laidOut, {
      profile: {},
      answers: new Map(),
      notApplicable: new Map(),
      evidence: new Map(),
      year: 2022,
    });
    expect(view.indicators.length, id).toBeGreaterThan(10);
    expect(view.complete, id).toBe(0);
    expect(laidOut.byAddress.size, id).toBe(laidOut.items.length);
  }
});

test("a keystroke costs a few milliseconds on the largest set", () => {
  const largest = outline("qd922-cap-tinh-2022");
  const empty: Declared = {
    profile: {},
    answers: new Map(),
    notApplicable: new Map(),
    evidence: new Map(),
    year: 2022,
  };
  for (let i = 0; i < 20; i += 1) viewOf(largest, empty);
  // The quickest of many: what the machine does besides is not counted.
  const times = Array.from({ length: 40 }, () => {
    const began = performance.now();
    viewOf(largest, empty);
    return performance.now() - began;
  });
  expect(Math.min(...times)).toBeLessThan(15);
});
