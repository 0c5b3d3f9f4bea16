/** What a set and common sense say of the data of one unit: its own checks, impossible ratios, rules on evidence. */
import { factLine, letters, numbers } from "../explain/facts.js";
import { formatPercent, writePercent } from "../explain/format.js";
import { type Spelling, writeCondition, writeFormula } from "../explain/formula.js";
import { indicatorSource } from "../explain/indicator-source.js";
import { equals, inBoth, inFull } from "../explain/wording.js";
import { isRatio } from "../expression/resolve.js";
import { type Language, type Message, message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { compare, divide, greatest, ONE, type Rational, rational } from "../numbers/rational.js";
import type { CompiledSet, DataCheck, Fact, Node } from "../plan/compiled.js";
import { evaluateCondition, evaluateNumber } from "../plan/exact.js";
import type { Measure, Plan, Slot } from "../plan/plan.js";
import { slotsOf } from "../plan/slots.js";
import type { UnitFacts } from "../score/unit.js";
import type { RuleSource } from "../set/schema.js";

interface Finding {
  /** Index of the node. */
  readonly node: number;
  /** Printed code of the indicator: `2.1.3`. */
  readonly indicator: string;
  /** `block`: an assessment with it cannot be submitted. */
  readonly severity: "warning" | "block";
  readonly message: Message;
}

/** A condition on the declared numbers that does not hold. */
export interface DataFinding extends Finding {
  /**
   * `check-failed`: a check that the set states. `ratio-above-one`: a part is larger than its whole. `out-of-range`: a
   * value beyond what the set calls possible.
   */
  readonly code: "check-failed" | "ratio-above-one" | "out-of-range";
  /** Id of the set's own check. */
  readonly check: string | undefined;
  /** The condition as the set writes it: `e = civil_servants`. */
  readonly text: string;
  /** The condition with the declared numbers put in: `17 = 16`. */
  readonly withNumbers: Message;
  /** The declared data that it is about, each with its label: `b = 1: Tổng số máy chủ; Số lượng máy chủ vật lý = 0`. */
  readonly declared: Message;
}

/** Evidence that is missing, or dated outside the assessed year. */
export interface EvidenceFinding extends Finding {
  readonly code: "evidence-missing" | "evidence-outside-year";
  /** Its place in the list given, from 0; undefined when there is none at all. */
  readonly evidence: number | undefined;
}

/** As much of one piece of evidence as its rules look at. */
export interface DatedEvidence {
  readonly kind: string;
  /** `2022-12-31`; undefined when it bears no date. */
  readonly date?: string | undefined;
}

/**
 * Checks the data of one unit: the set's own checks first, then values beyond what can be, then ratios above 100%.
 * A check on facts that are missing is silent: the score already says what is missing.
 */
export function checkUnit(set: CompiledSet, facts: UnitFacts): DataFinding[] {
  return [
    ...set.checks.flatMap((check) => ownCheck(set, check, facts)),
    ...set.nodes.flatMap((node) => node.inputs.flatMap((fact) => outOfRange(set, node, fact, facts))),
    ...set.nodes.flatMap((node) =>
      facts.notApplicable.has(node.index) ? [] : ratiosAboveOne(set, node, facts),
    ),
  ];
}

/**
 * The findings without those that say again what a check of the set has said of the same values: `a <= b` that does not
 * hold is a ratio above 100% too. For people, who look for as many faults as they are told of.
 */
export function eachFaultOnce(findings: readonly DataFinding[]): DataFinding[] {
  const said = new Set(
    findings
      .filter(({ code }) => code === "check-failed")
      .map(({ node, declared }) => `${node} ${declared.vi}`),
  );
  return findings.filter(
    ({ code, node, declared }) => code === "check-failed" || !said.has(`${node} ${declared.vi}`),
  );
}

function ownCheck(set: CompiledSet, check: DataCheck, facts: UnitFacts): DataFinding[] {
  const node = set.nodes[check.node];
  if (!node || evaluateCondition(check.require, facts.values) !== false) return [];
  const written = (spell: Spelling, language: Language): string =>
    writeCondition(check.require, spell, language);
  const withNumbers = inBoth((language) => written(numbers(set, facts, language), language));
  return [
    {
      code: "check-failed",
      check: check.id,
      node: node.index,
      indicator: node.code,
      severity: check.severity,
      message: message(
        check.message,
        `Does not hold: ${written(letters(set, node, "en"), "en")} (${withNumbers.en}). ${check.message}`,
      ),
      text: check.text,
      withNumbers,
      declared: declaredFacts(set, node, facts, slotsOf(check.require)),
    },
  ];
}

/** Facts with their labels, in the order in which a condition names them. */
function declaredFacts(set: CompiledSet, node: Node, facts: UnitFacts, slots: readonly Slot[]): Message {
  return inBoth((language) => slots.map((slot) => factLine(set, node, facts, slot, language)).join("; "));
}

/**
 * A value below the least or above the most that the set calls possible, or a percent above 100% where the set says nothing. It
 * counts all the same: an appraiser decides.
 */
function outOfRange(set: CompiledSet, node: Node, fact: Fact, facts: UnitFacts): DataFinding[] {
  const value = facts.values[fact.slot];
  if (!value) return [];
  const most = fact.max ?? (fact.kind === "percent" ? ONE : undefined);
  const below = fact.min !== undefined && compare(value, fact.min) < 0;
  const above = most !== undefined && compare(value, most) > 0;
  const bound = below ? fact.min : above ? most : undefined;
  if (!bound) return [];
  const write = fact.kind === "percent" ? formatPercent : inFull;
  const shown = (language: Language): string => write(value, language);
  const limit = (language: Language): string => write(bound, language);
  const name = (language: Language): string => letters(set, node, language)(fact.slot);
  const meant = above && fact.kind === "percent" ? percentMeant(value) : message("", "");
  return [
    {
      code: "out-of-range",
      check: undefined,
      node: node.index,
      indicator: node.code,
      severity: "warning",
      message: message(
        `${name("vi")} = ${shown("vi")} ${below ? "nhỏ hơn mức nhỏ nhất" : "lớn hơn mức lớn nhất"} có thể có là ${limit("vi")}: kiểm tra lại (${fact.label}).${meant.vi}`,
        `${name("en")} = ${shown("en")} is ${below ? "below the least" : "above the most"} possible, ${limit("en")}: check it (${fact.label}).${meant.en}`,
      ),
      text: `${fact.id} ${below ? ">=" : "<="} ${formatExact(bound)}`,
      withNumbers: inBoth((language) => `${shown(language)} ${below ? "≥" : "≤"} ${limit(language)}`),
      declared: declaredFacts(set, node, facts, [fact.slot]),
    },
  ];
}

/** 55 declared as a percent is 5,500%: whoever meant 55% is told how to write it. */
function percentMeant(value: Rational): Message {
  const hundredth = divide(value, rational(100));
  if (compare(hundredth, ONE) > 0) return message("", "");
  const said = inBoth(
    (language) =>
      `${formatPercent(hundredth, language)} ${language === "vi" ? "hay" : "or"} ${inFull(hundredth, language)}`,
  );
  return message(
    ` Nếu là ${formatPercent(hundredth, "vi")} thì viết ${said.vi}.`,
    ` If ${formatPercent(hundredth, "en")} is meant, write ${said.en}.`,
  );
}

function ratiosAboveOne(set: CompiledSet, node: Node, facts: UnitFacts): DataFinding[] {
  if (!node.plan) return [];
  const said = new Set<string>();
  return proportions(indicatorSource(set, node.index).rule, node.plan).flatMap(
    ({ measure, most }): DataFinding[] => {
      const value = evaluateNumber(measure.of, facts.values);
      if (typeof value === "string" || compare(value, most) <= 0 || said.has(measure.text)) return [];
      said.add(measure.text);
      const formula = (language: Language): string =>
        writeFormula(measure.of, numbers(set, facts, language), language);
      const ratio = (language: Language): string =>
        `${formula(language)} ${equals(writePercent(value, language))}`;
      const limit = (language: Language): string => writePercent(most, language).text;
      return [
        {
          code: "ratio-above-one",
          check: undefined,
          node: node.index,
          indicator: node.code,
          severity: "warning",
          message: message(
            `Tỷ lệ ${ratio("vi")} lớn hơn ${limit("vi")}: kiểm tra lại số liệu kê khai.`,
            `The ratio ${ratio("en")} is above ${limit("en")}: check the declared data.`,
          ),
          text: `${measure.text} <= ${inFull(most, "en")}`,
          withNumbers: inBoth((language) => `${formula(language)} ≤ ${inFull(most, language)}`),
          declared: declaredFacts(set, node, facts, slotsOf(measure.of)),
        },
      ];
    },
  );
}

/** The ratios that proportional rules measure, with what they can be at most: 1, or more where full points ask for more. */
function proportions(
  rule: RuleSource | undefined,
  plan: Plan | undefined,
): { measure: Measure; most: Rational }[] {
  if (!rule || !plan) return [];
  switch (plan.kind) {
    case "scaled":
      if (!("proportional" in rule) || !isRatio(plan.measure.of) || plan.per.n === 0n) return [];
      return [{ measure: plan.measure, most: greatest(ONE, divide(plan.cap, plan.per)) }];
    case "steps":
      return plan.steps.flatMap((step, index) =>
        "bands" in rule ? proportions(rule.bands.steps[index]?.rule, step.then) : [],
      );
    case "sum":
      return plan.parts.flatMap((part, index) =>
        "parts" in rule ? proportions(rule.parts[index]?.rule, part.plan) : [],
      );
    case "best":
      return plan.of.flatMap((way, index) =>
        "best_of" in rule ? proportions(rule.best_of[index]?.rule, way.plan) : [],
      );
    case "relative":
      return "relative" in rule ? proportions(rule.relative.provisional, plan.provisional) : [];
    case "points":
    case "table":
      return [];
  }
}

/**
 * Checks the evidence of one indicator against what the set asks of it: that there is some (`required`), and that
 * what bears a date bears one of the assessed year (`within_year`).
 * @param node index of the node; a `RangeError` when there is none.
 * @param evidence all evidence of the indicator; empty when there is none.
 */
export function checkEvidence(
  set: CompiledSet,
  node: number,
  evidence: readonly DatedEvidence[],
  year: number,
): EvidenceFinding[] {
  const source = indicatorSource(set, node);
  const base = { node, indicator: source.code, severity: "warning" } as const;
  if (evidence.length === 0) {
    if (!source.evidence?.required) return [];
    const text = message(
      "Chưa có tài liệu kiểm chứng; chỉ số này cần có.",
      "There is no evidence; this indicator wants some.",
    );
    return [{ ...base, code: "evidence-missing", evidence: undefined, message: text }];
  }
  if (!source.evidence?.within_year) return [];
  return evidence.flatMap(({ date }, index): EvidenceFinding[] => {
    const parts = date === undefined ? undefined : dayOf(date);
    if (!parts || parts.year === year) return [];
    const text = message(
      `Tài liệu kiểm chứng ghi ngày ${parts.shown}, ngoài năm đánh giá ${year}.`,
      `The evidence is dated ${date}, outside the assessed year ${year}.`,
    );
    return [{ ...base, code: "evidence-outside-year", evidence: index, message: text }];
  });
}

/** `2023-12-08` as its year and as `08/12/2023`. Refuses what is not such a date. */
function dayOf(date: string): { year: number; shown: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`checkEvidence: "${date}" is not a date like 2022-12-31`);
  const [, year = "", month = "", day = ""] = match;
  return { year: Number(year), shown: `${day}/${month}/${year}` };
}
