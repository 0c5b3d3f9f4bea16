/** Ratios of the text against the rule's; rules that the text states and the set leaves to a person; sentences of exceptions. */
import { type Expression, ExpressionError, parseExpression, references } from "../expression/parse.js";
import { message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { equal, ONE, type Rational, rational } from "../numbers/rational.js";
import { measuresOf, rulesOf } from "./rule-walk.js";
import { type Draft, type Entry, lineage, type SetCheck } from "./subject.js";
import { ratiosIn, sharesIn, statementFor, words } from "./text-reading.js";

/** The ratios written in the text are the ones that the rule measures. */
export const textFormulas: SetCheck = (subject) =>
  subject.entries.flatMap((entry): Draft[] => {
    const { text } = entry.source;
    const measured = rulesOf(entry).flatMap(({ rule }) => measuresOf(rule).map(String));
    const ratios = distinct(measured.filter((each) => /[a-z].*\//u.test(each)));
    const written = text === undefined ? [] : distinct(ratiosIn(text).filter((each) => isOver(each, entry)));
    if (ratios.length === 0 || written.length === 0) return [];
    const missing = written.filter((each) => !ratios.some((other) => normalOf(other) === normalOf(each)));
    const added = ratios.filter((each) => !written.some((other) => normalOf(other) === normalOf(each)));
    if (missing.length === 0 && added.length === 0) return [];
    const { code } = entry.node;
    return [
      {
        code: "text-formula-mismatch",
        at: code,
        path: [...entry.path, "rule"],
        message: message(
          `Chỉ số ${code}: lời văn ghi Tỷ lệ = ${written.join(", ")}, nhưng quy tắc tính ${ratios.join(", ")}. Sửa biểu thức theo lời văn.`,
          `Indicator ${code}: the text writes the ratio ${written.join(", ")}, but the rule computes ${ratios.join(", ")}. Mend the expression after the text.`,
        ),
        expected: written.join(", "),
        found: ratios.join(", "),
      },
    ];
  });

/** Whether a formula can be read and is over the indicator's own inputs: a letter may stand for a fact of the profile. */
function isOver(formula: string, entry: Entry): boolean {
  if (normalOf(formula) === undefined) return false;
  return references(parseExpression(formula)).every(
    (each) => each.kind === "name" && entry.node.inputs.some(({ id }) => id === each.name),
  );
}

/** The text says how points are computed, and the rule is for an appraiser. */
export const manualBesideText: SetCheck = (subject) =>
  subject.entries.flatMap((entry): Draft[] => {
    const { text, rule } = entry.source;
    if (!entry.scored || text === undefined || !rule || !("manual" in rule)) return [];
    const plain = text.normalize("NFC");
    const line = plain.split("\n").find((each) => statesRule(each));
    if (line === undefined) return [];
    const { code } = entry.node;
    return [
      {
        code: "rule-missing-for-text",
        at: code,
        path: [...entry.path, "rule"],
        message: message(
          `Chỉ số ${code} để người thẩm định cho điểm (manual), nhưng lời văn có cách tính: "${line.trim()}". Viết quy tắc theo lời văn.`,
          `Indicator ${code} is scored by an appraiser (manual), but the text says how: "${line.trim()}". Write the rule after the text.`,
        ),
        found: "manual",
      },
    ];
  });

function statesRule(line: string): boolean {
  return (
    ratiosIn(line).length > 0 ||
    sharesIn(line).length > 0 ||
    /điểm\s*=/iu.test(line) ||
    /:\s*(?:đạt\s+|được\s+)?(?:điểm tối đa|\d+(?:[.,]\d+)?\s*điểm)/iu.test(line) ||
    statementFor("mức 1", line) !== undefined
  );
}

/** Sentences said to be the decision's are found in it: in the row's text, in one above it, or in the set's notes. */
export const exceptionsInText: SetCheck = (subject) =>
  subject.entries.flatMap((entry) => {
    const texts = [
      ...lineage(subject, entry).flatMap(({ source }) => source.text ?? []),
      ...(subject.source.notes ?? []),
    ].map(letters);
    if (texts.length === 0 || !lineage(subject, entry).some(({ source }) => source.text !== undefined))
      return [];
    return (entry.source.exceptions ?? []).flatMap((exception, index): Draft[] => {
      if (exception.basis !== "decision" || texts.some((text) => text.includes(letters(exception.sentence))))
        return [];
      const { code } = entry.node;
      return [
        {
          code: "exception-not-in-text",
          at: code,
          path: [...entry.path, "exceptions", index, "sentence"],
          message: message(
            `Chỉ số ${code}: ngoại lệ ghi là của văn bản, nhưng lời văn không có câu "${exception.sentence}". Chép đúng câu của văn bản; nếu văn bản không nói thì dùng basis: claim.`,
            `Indicator ${code}: the exception is said to be the decision's, but the text does not have "${exception.sentence}". Copy the decision's sentence; if it says nothing, use basis: claim.`,
          ),
          found: exception.sentence,
        },
      ];
    });
  });

function letters(text: string): string {
  return words(text)
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

function distinct(formulas: readonly string[]): string[] {
  const seen = new Set<string | undefined>();
  return formulas.filter((formula) => {
    const normal = normalOf(formula);
    if (seen.has(normal)) return false;
    seen.add(normal);
    return true;
  });
}

/** The expression in one form: terms and factors in order, factors that only change the unit gone; undefined when it cannot be read. */
function normalOf(formula: string): string | undefined {
  try {
    return normal(parseExpression(formula));
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function normal(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return formatExact(expression.value);
    case "name":
      return expression.name;
    case "foreign":
      return `@${expression.code}.${expression.input}`;
    case "negate":
    case "not":
      return `${expression.kind}(${normal(expression.of)})`;
    case "call":
      return expression.name === "sum"
        ? `(${expression.of
            .flatMap((each) => operands(each, "+"))
            .sort()
            .join("+")})`
        : `${expression.name}(${expression.of.map(normal).sort().join(",")})`;
    case "arithmetic":
      if (expression.operator === "+" || expression.operator === "*") {
        const all = operands(expression, expression.operator);
        return all.length === 1 ? (all[0] ?? "") : `(${all.sort().join(expression.operator)})`;
      }
      return `(${normal(expression.left)}${expression.operator}${normal(expression.right)})`;
    default:
      return `(${normal(expression.left)} ${expression.kind === "compare" ? expression.operator : expression.kind} ${normal(expression.right)})`;
  }
}

/** A factor that only changes the unit: 1 (100%), or 100 for hundredths. */
function isUnit(value: Rational): boolean {
  return equal(value, ONE) || equal(value, rational(100));
}

function operands(expression: Expression, operator: "+" | "*"): string[] {
  if (expression.kind === "arithmetic" && expression.operator === operator)
    return [...operands(expression.left, operator), ...operands(expression.right, operator)];
  return operator === "*" && expression.kind === "number" && isUnit(expression.value)
    ? []
    : [normal(expression)];
}
