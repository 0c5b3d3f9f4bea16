import { describe, expect, it } from "vitest";
import {
  composeSet,
  countOf,
  firstFilter,
  openIn,
  rowViews,
} from "../../src/features/set-import/model/compose.js";
import type {
  Decision,
  ImportedRow,
  ImportedSet,
  IndicatorChange,
  SetDecisions,
} from "../../src/features/set-import/model/import-work.js";
import { likewise } from "../../src/features/set-import/model/same-wording.js";
import type { IndicatorSource, RuleSource } from "../../src/features/set-import/model/set-source.js";
import { runnable, tryRule } from "../../src/features/set-import/model/try-rule.js";

const bands = (edge: string, points: number): RuleSource => ({
  bands: {
    of: "value",
    steps: [
      { ge: edge, points },
      { lt: edge, points: 0 },
    ],
  },
});

function indicator(code: string, title: string, rule: RuleSource, max: number): IndicatorSource {
  return { code, title, max, inputs: [{ id: "value", label: title, kind: "count" }], rule };
}

function row(name: string, status: ImportedRow["status"], wording: string): ImportedRow {
  return { name, status, place: null, text: "x", cells: [], pieces: [], questions: [], wording };
}

const question = (rules: readonly RuleSource[]) => ({
  code: "bands-overlap",
  text: { vi: "20 thuộc mức nào?", en: "Which band?" },
  alternatives: rules.map((rule, place) => ({
    label: { vi: `Cách ${place}`, en: `Way ${place}` },
    rule,
    inputs: [{ id: "value", label: "Số của riêng mình", kind: "count" as const }],
    exceptions: [],
  })),
});

/** 1.1, 1.2 and 1.3 are worded alike; 1.2 has another edge, 1.3 another maximum; 1.4 is worded otherwise. */
function imported(): ImportedSet {
  return {
    set: {
      opendti: 1,
      id: "thu",
      version: 1,
      status: "draft",
      kind: "scored",
      title: "Thử",
      language: "vi",
      legal_basis: [{ issuer: "UBND", title: "QĐ" }],
      years: { from: 2026 },
      applies_to: ["so-nganh"],
      indicators: [
        {
          code: "1",
          title: "Nhóm",
          max: 50,
          children: [
            indicator("1.1", "Hội nghị", bands("20", 10), 10),
            indicator("1.2", "Tập huấn", bands("30", 10), 10),
            indicator("1.3", "Diễn tập", bands("20", 20), 20),
            indicator("1.4", "Khác", { manual: {} }, 10),
          ],
        },
      ],
    },
    rows: [
      { ...row("1.1", "doubtful", "mức"), questions: [question([bands("20", 10), bands("21", 10)])] },
      { ...row("1.2", "doubtful", "mức"), questions: [question([bands("30", 10), bands("31", 10)])] },
      row("1.3", "certain", "mức"),
      row("1.4", "unread", ""),
    ],
    findings: [],
    cases: [],
  };
}

const NONE: SetDecisions = { head: null, indicators: {} };
const views = (decisions = NONE) => rowViews(imported(), decisions);
const view = (name: string, decisions = NONE) => {
  const found = views(decisions).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};
const corrected = (change: Partial<IndicatorChange>): Decision => {
  const { read } = view("1.1");
  const before = { title: read.title, max: 10, rule: read.rule ?? null, inputs: read.inputs ?? [] };
  return { verdict: "corrected", change: { ...before, exceptions: [], not_applicable: null, ...change } };
};

describe("the same correction for rows worded alike", () => {
  it("keeps the numbers of each row where the correction did not touch them", () => {
    const rule: RuleSource = {
      bands: {
        of: "value",
        steps: [
          { gt: "20", points: 10 },
          { le: "20", points: 0 },
        ],
      },
    };
    const rows = likewise(views(), view("1.1"), corrected({ rule }), null);
    expect(rows.map(({ view: { name } }) => name)).toEqual(["1.2", "1.3"]);
    // The edge was moved and is another one in 1.2: the correction may not fit, and a person has to look.
    expect(rows[0]).toMatchObject({ look: true });
  });

  it("carries over what is the same in both, and leaves each its own inputs", () => {
    const exceptions = [
      {
        when: "value = 0",
        gives: "zero" as const,
        sentence: "Không tổ chức: 0 điểm",
        basis: "decision" as const,
      },
    ];
    const [second] = likewise(views(), view("1.1"), corrected({ exceptions }), null);
    expect(second?.decision.change).toMatchObject({
      rule: bands("30", 10),
      inputs: [{ id: "value", label: "Tập huấn" }],
      exceptions,
    });
  });

  it("asks to look where points were written for another maximum", () => {
    const not_applicable = "excluded" as const;
    const rows = likewise(views(), view("1.1"), corrected({ not_applicable }), null);
    expect(rows.map(({ view: { name }, look }) => [name, look])).toEqual([
      ["1.2", false],
      ["1.3", true],
    ]);
  });

  it("answers the same question the same way, each in its own words and numbers", () => {
    const answer = corrected({ rule: bands("21", 10) });
    const [second] = likewise(views(), view("1.1"), answer, { question: "bands-overlap", place: 1 });
    expect(second).toMatchObject({
      look: false,
      decision: { change: { rule: bands("31", 10), inputs: [{ label: "Số của riêng mình" }] } },
    });
  });

  it("accepts only rows that are in doubt, and never what a person has decided on", () => {
    const accepted: Decision = { verdict: "accepted", change: null };
    expect(likewise(views(), view("1.1"), accepted, null).map(({ view: { name } }) => name)).toEqual(["1.2"]);
    const decided: SetDecisions = { head: null, indicators: { "1.2": accepted } };
    expect(likewise(views(decided), view("1.1", decided), accepted, null)).toEqual([]);
    expect(likewise(views(), view("1.4"), accepted, null)).toEqual([]);
  });
});

describe("the work on a reading", () => {
  it("begins with what has doubts, then with what was not read", () => {
    expect(firstFilter(views())).toBe("doubtful");
    const accepted: Decision = { verdict: "accepted", change: null };
    const seen: SetDecisions = { head: null, indicators: { "1.1": accepted, "1.2": accepted } };
    expect(firstFilter(views(seen))).toBe("unread");
    expect(countOf(views(seen), "doubtful")).toEqual({ all: 2, open: 0 });
    expect(countOf(views(seen), "all")).toEqual({ all: 4, open: 1 });
  });

  it("goes from doubt to doubt in the list, then to what else is open, and round", () => {
    expect(openIn(views(), "doubtful", "1.1", 1)?.name).toBe("1.2");
    expect(openIn(views(), "doubtful", "1.1", -1)?.name).toBe("1.2");
    const decided: SetDecisions = {
      head: null,
      indicators: { "1.2": { verdict: "accepted", change: null } },
    };
    expect(openIn(views(decided), "doubtful", "1.1", 1)?.name).toBe("1.4");
  });

  it("gives the set with every correction in its place, as a draft", () => {
    const decision = corrected({ title: "Hội nghị, hội thảo", max: "12", rule: { manual: {} }, inputs: [] });
    const set = composeSet(imported(), { head: null, indicators: { "1.1": decision } });
    expect(set.indicators[0]?.children?.[0]).toEqual({
      code: "1.1",
      title: "Hội nghị, hội thảo",
      max: "12",
      rule: { manual: {} },
    });
    expect(set.indicators[0]?.children?.[1]).toEqual(imported().set.indicators[0]?.children?.[1]);
    expect(set.status).toBe("draft");
  });
});

describe("trying a rule", () => {
  const of = (rule: RuleSource, more: Partial<IndicatorSource> = {}) =>
    runnable({ ...indicator("1.1", "Số văn bản", rule, 10), ...more }, { profile: [], rounding: undefined });

  it("scores with the engine and tells it as the declaring page does", () => {
    const inputs = ["a", "b"].map((id) => ({ id, label: `Số ${id}`, kind: "count" as const }));
    const run = of({ proportional: { of: "a/b" } }, { inputs });
    if (!run.ok) throw new Error("it runs");
    const outcome = tryRule(run.value, { a: "22", b: "23" });
    expect(outcome.points).toBe("9.57");
    expect(outcome.explanation.why.vi).toContain("22/23");
    expect(tryRule(run.value, { a: "22", b: "hai" }).problems).toMatchObject({
      b: { vi: expect.any(String) },
    });
    expect(tryRule(run.value, {}).status).toBe("missing");
  });

  it("reads a percent beside its sign", () => {
    const run = of(
      { proportional: { of: "value" } },
      { inputs: [{ id: "value", label: "Tỷ lệ", kind: "percent" }] },
    );
    expect(run.ok && tryRule(run.value, { value: "80" }).points).toBe("8");
  });

  it("says why a rule does not run", () => {
    expect(of({ proportional: { of: "a/c" } })).toMatchObject({
      ok: false,
      why: [{ vi: expect.stringContaining("a") }],
    });
  });
});
