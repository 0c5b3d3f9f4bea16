/** A fingerprint of the wording: what each statement is, without its numbers and names. */
import type { Formula } from "./formula.js";
import type { Condition, Statement } from "./statements.js";
import type { Worth } from "./worth.js";

/** The same for texts that say the same of other things, with other numbers. */
export function wordingOf(statements: readonly Statement[]): string {
  return statements
    .map(shapeOf)
    .filter((shape) => shape !== "")
    .join("|");
}

function shapeOf(statement: Statement): string {
  switch (statement.kind) {
    case "explanation":
    case "unit":
      return "";
    case "input":
      return `${statement.id}=${statement.gathers ? "gathers" : ""}`;
    case "alias":
      return `${statement.id}=${formulaShape(statement.formula)}`;
    case "ratio":
      return `ratio=${formulaShape(statement.formula)}`;
    case "score":
      return `${statement.condition ? `${conditionShape(statement.condition)}:` : ""}score=${formulaShape(statement.formula)}`;
    case "case":
      return `${conditionShape(statement.condition)}:${worthShape(statement.worth)}`;
    case "bare-case":
      return conditionShape(statement.condition);
    case "per-item":
      return `each:${worthShape(statement.points)}${statement.cap ? `,cap:${worthShape(statement.cap)}` : ""}`;
    case "cap":
      return `cap:${worthShape(statement.worth)}`;
    case "deduct":
      return `deduct${statement.step.percent ? "%" : ""}:${worthShape(statement.worth)}`;
    case "relative":
      return `relative:${statement.better}:${statement.clear}`;
    case "heading":
      return `heading${statement.worth ? `:${worthShape(statement.worth)}` : ""}`;
    default:
      return statement.kind;
  }
}

function worthShape(worth: Worth): string {
  if (worth.value.n === 0n) return "0";
  if (worth.kind === "share") return worth.value.n === worth.value.d ? "max" : "share";
  return worth.upTo ? "up-to" : "points";
}

function conditionShape(condition: Condition): string {
  const { range } = condition;
  const head = `${condition.exceptional ?? ""}${condition.level ? "level" : ""}${condition.extreme ?? ""}${condition.others ? "others" : ""}`;
  if (condition.residual) return `${head}rest`;
  if (!range) return `${head}${condition.negative ? "no" : "words"}`;
  const low = range.interval.low ? (range.interval.low.included ? "[" : "(") : "";
  const high = range.interval.high ? (range.interval.high.included ? "]" : ")") : "";
  return `${head}${low}#${range.percent ? "%" : ""}${range.money ? "$" : ""}${high}${range.exactly ? "!" : ""}`;
}

function formulaShape(formula: Formula): string {
  switch (formula.kind) {
    case "number":
      return formula.percent ? "#%" : "#";
    case "letter":
      return formula.name;
    case "ratio":
      return `R${formula.extreme ?? ""}`;
    case "maximum":
      return "M";
    case "named":
      return `N${formula.extreme ?? ""}`;
    case "least":
      return `min(${formulaShape(formula.left)},${formulaShape(formula.right)})`;
    case "operation":
      return `(${formulaShape(formula.left)}${formula.operator}${formulaShape(formula.right)})`;
  }
}
