import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exact, loadSet, parseExact, parseExpression } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { changeOf } from "../../src/features/set-import/model/compose.js";
import type { IndicatorSource, RuleSource } from "../../src/features/set-import/model/set-source.js";
import { amountText, readAmount } from "../../src/features/set-import/rule/amount.js";
import { conditionText, simpleCondition } from "../../src/features/set-import/rule/condition.js";
import { indicatorForm, indicatorOf } from "../../src/features/set-import/rule/form-indicator.js";
import { emptyRule, formOf, ruleOf } from "../../src/features/set-import/rule/form-rule.js";
import { formulaText, readFormula } from "../../src/features/set-import/rule/formula.js";
import { changeOfYaml, yamlOf } from "../../src/features/set-import/rule/yaml-text.js";

const sets = fileURLToPath(new URL("../../../../sets", import.meta.url));

/** Every indicator of the sets that ship. */
const shipped = readdirSync(sets).flatMap((id) => {
  const loaded = loadSet(readFileSync(`${sets}/${id}/set.yaml`, "utf8"), id);
  if (!loaded.ok) throw new Error(`${id} does not load`);
  const walk = (list: readonly IndicatorSource[]): IndicatorSource[] =>
    list.flatMap((one) => [one, ...walk(one.children ?? [])]);
  return walk(loaded.value.source.indicators).map((indicator) => ({ id, indicator }));
});

/** The same with numbers and formulas as what they mean, so that `10` and `"10"` are one. */
function meaning(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => meaning(each));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => [key, meaning(each, key)]),
    );
  if ((name === "of" || name === "when") && (typeof value === "string" || typeof value === "number"))
    return withoutPlaces(parseExpression(value));
  const number = typeof value === "string" || typeof value === "number" ? parseExact(value) : undefined;
  return number === undefined ? value : exact.reduce(number);
}

function withoutPlaces(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutPlaces);
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => key !== "at" && key !== "text")
      .map(([key, each]) => [key, withoutPlaces(each)]),
  );
}

describe("the form of an indicator", () => {
  it.each(["vi", "en"] as const)(
    "gives back every indicator of the shipped sets as it was (%s)",
    (language) => {
      expect(shipped.length).toBeGreaterThan(300);
      for (const { id, indicator } of shipped) {
        const change = indicatorOf(indicatorForm(indicator, language), language);
        expect(meaning(change), `${id} ${indicator.code}`).toEqual(meaning(changeOf(indicator)));
      }
    },
  );

  it("meets every kind of rule on the way", () => {
    const kinds = new Set<string>();
    const look = (rule: unknown): void => {
      if (typeof rule !== "object" || rule === null) return;
      for (const [key, each] of Object.entries(rule)) {
        if (!Array.isArray(rule)) kinds.add(key);
        look(each);
      }
    };
    for (const { indicator } of shipped) look(indicator.rule);
    for (const kind of ["choice", "proportional", "bands", "per_item", "parts", "relative", "manual"])
      expect(kinds).toContain(kind);
  });

  it("gives back as YAML what it holds", () => {
    for (const { id, indicator } of shipped.filter(({ indicator: { rule } }) => rule !== undefined)) {
      const read = changeOfYaml(yamlOf(changeOf(indicator)));
      expect(read.ok && meaning(read.change), `${id} ${indicator.code}`).toEqual(
        meaning(changeOf(indicator)),
      );
    }
  });

  it("says what is wrong with YAML instead of taking it", () => {
    const read = changeOfYaml("title: A\nrule: { proportional: { of: [1] } }\n");
    expect(read.ok).toBe(false);
    expect(changeOfYaml("title: [")).toMatchObject({ ok: false, why: [{ vi: expect.any(String) }] });
  });
});

describe("the form of a rule", () => {
  const nested: RuleSource[] = [
    { best_of: [{ label: "Có máy chủ", rule: { proportional: { of: "a/b" } } }, { rule: { manual: {} } }] },
    {
      bands: {
        of: "a/b",
        steps: [
          { ge: "90%", points: 10 },
          { gt: "0.5", lt: "90%", share: "1/2", label: "Khá" },
          { le: "0.5", rule: { per_item: { of: "a", points: "0.25", cap: 3 } } },
          { points: 0 },
        ],
      },
    },
    {
      relative: {
        of: "value",
        to: "range",
        better: "lower",
        provisional: {
          choice: {
            of: "p1",
            options: [
              { label: "Có", share: 1 },
              { label: "Không", points: 0 },
            ],
          },
        },
      },
    },
    {
      parts: [
        { share: "3/5", rule: { choice: { of: "p1" } } },
        { points: "2.5", rule: { manual: { guidance: "Xem" } } },
      ],
    },
  ];

  it.each(nested)("gives back %j", (rule) => {
    for (const language of ["vi", "en"] as const)
      expect(meaning(ruleOf(formOf(rule, language), language))).toEqual(meaning(rule));
  });

  it("is unfinished while a box is empty or cannot be read", () => {
    for (const kind of ["choice", "bands", "per_item"] as const)
      expect(ruleOf(emptyRule(kind, ["a", "b"]), "vi"), kind).toBeNull();
    expect(ruleOf({ kind: "per_item", of: "a", points: "nửa điểm", cap: "" }, "vi")).toBeNull();
    expect(ruleOf(emptyRule("proportional", ["a", "b"]), "vi")).toEqual({ proportional: { of: "a/b" } });
  });
});

describe("an amount as a person writes it", () => {
  it.each([
    ["0,5", "0.5"],
    ["0.5", "0.5"],
    ["1.000", "1000"],
    ["1.250,5", "1250.5"],
    [" 70 % ", "70%"],
    ["1/2", "1/2"],
    ["12,5%", "12.5%"],
  ])("%s is %s", (text, source) => {
    expect(readAmount(text, "vi")).toBe(source);
  });

  it.each(["", "điểm", "1/2/3", "1/0", "50%/2", "1,2,3"])("“%s” is none", (text) => {
    expect(readAmount(text, "vi")).toBeNull();
  });

  it("is shown with the comma, and read back", () => {
    expect(amountText("0.125", "vi")).toBe("0,125");
    expect(readAmount(amountText("0.125", "vi"), "vi")).toBe("0.125");
    expect(readAmount("1,000", "en")).toBe("1000");
  });
});

describe("a formula as a person writes it", () => {
  it.each([
    ["(A + B)×C", "(a + b)*c"],
    ["0,5 × a", "0.5 * a"],
    ["a ≥ 2 và b = 0", "a >= 2 and b = 0"],
    ["a ÷ b", "a / b"],
    ["không e1 hoặc servers = 0", "not e1 or servers = 0"],
    ["min(a, b)", "min(a, b)"],
  ])("%s is %s", (text, source) => {
    expect(readFormula(text)).toEqual({ ok: true, source });
  });

  it("says why it cannot be read", () => {
    expect(readFormula("(a+b")).toMatchObject({ ok: false, why: { vi: expect.stringContaining(")") } });
    expect(readFormula("")).toMatchObject({ ok: false });
  });

  it("leaves the code of another indicator as it is", () => {
    expect(readFormula(formulaText("@2.4.1.e * 0.5", "vi"))).toEqual({ ok: true, source: "@2.4.1.e * 0.5" });
  });

  it("is chosen from lists where one fact stands against one number", () => {
    expect(simpleCondition("servers = 0")).toEqual({
      kind: "compare",
      fact: "servers",
      operator: "=",
      amount: "0",
    });
    expect(simpleCondition("e1")).toEqual({ kind: "holds", fact: "e1" });
    expect(simpleCondition("a = 0 and b = 0")).toBeNull();
    expect(conditionText({ kind: "compare", fact: "a", operator: ">=", amount: "5" })).toBe("a >= 5");
  });
});
