import { describe, expect, it } from "vitest";
import { findings, plan, reported, set } from "./mini.js";

const leaf = (code: string): string =>
  `    - { code: "${code}", title: Chỉ số ${code}, max: 5, rule: { manual: {} } }\n`;
const two = set(
  `- code: "1"\n  title: Một\n  max: 10\n  children:\n${leaf("1.1")}${leaf("1.2")}- code: "2"\n  title: Hai\n  max: 5\n  children:\n${leaf("2.1")}`,
);
const rows = (...lines: string[]): { plan: string } => ({
  plan: plan(lines.map((line) => `- { ${line} }`).join("\n")),
});

describe("a plan", () => {
  it("of pillars covers what is below them", () => {
    expect(reported(two, rows('code: "1", lead: [vp]', 'code: "2", lead: [vp]'))).toEqual([]);
  });

  it("that leaves out a pillar says so once", () => {
    expect(reported(two, rows('code: "2.1", lead: [vp]'))).toEqual(["plan-missing-assignment 1"]);
  });

  it("that leaves out one indicator names it", () => {
    expect(reported(two, rows('code: "1.1", lead: [vp]', 'code: "2", lead: [vp]'))).toEqual([
      "plan-missing-assignment 1.2",
    ]);
  });

  it("may name no lead for a row whose indicators all have one", () => {
    expect(
      reported(
        two,
        rows(
          'code: "1", lead: []',
          'code: "1.1", lead: [vp]',
          'code: "1.2", lead: [vp]',
          'code: "2", lead: [vp]',
        ),
      ),
    ).toEqual([]);
    expect(reported(two, rows('code: "1", lead: []', 'code: "2", lead: [vp]'))).toEqual([
      "plan-without-lead 1",
    ]);
  });

  it("may give every input of an indicator a lead of its own", () => {
    const inputs = set(`- code: "1"
  title: Một
  max: 10
  children:
    - code: "1.1"
      title: Tỷ lệ
      max: 10
      inputs:
        - { id: a, label: Tổng, kind: count, breakdown: [a1, a2] }
        - { id: a1, label: Phần một, kind: count }
        - { id: a2, label: Phần hai, kind: count }
        - { id: b, label: Tất cả, kind: count, min: 1 }
        - { id: e1, label: Không có, kind: yes_no }
      rule: { proportional: { of: a/b } }
      exceptions: [{ when: e1, gives: full, sentence: Không có }]
`);
    const led = (...ids: string[]): string[] =>
      reported(inputs, rows(...ids.map((id) => `code: "1.1", input: ${id}, lead: [vp]`)));
    expect(led("a", "b")).toEqual([]);
    expect(led("a1", "a2", "b")).toEqual([]);
    expect(led("a1", "b")).toEqual(["plan-without-lead 1.1"]);
  });

  it("without deadlines is not asked for them", () => {
    const deadline = "deadline: { text: Quý IV, kind: every_year }";
    expect(reported(two, rows('code: "1", lead: [vp]', `code: "2", lead: [vp], ${deadline}`))).toEqual([]);
    expect(
      reported(
        two,
        rows(
          `code: "1.1", lead: [vp], ${deadline}`,
          'code: "1.2", lead: [vp]',
          `code: "2", lead: [vp], ${deadline}`,
        ),
      ),
    ).toEqual(["plan-without-deadline 1.2"]);
  });

  it("of another unit than the one published is not held to its scores", () => {
    const case_ = `case: mau\nset: mau\nunits:\n  - unit: so-khac\n    title: Sở Khác\n    published: { reproduce: false, scores: { "1.1": { score: 0 } } }\n`;
    const done = rows(
      'code: "1", lead: [vp], deadline: { text: Đã hoàn thành, kind: done }',
      'code: "2", lead: [vp]',
    );
    expect(findings(two, { ...done, case: case_ })).toEqual([]);
  });
});
