/** Gives the names of an expression their slots and its parts their types: a number or a yes/no. */
import { message } from "../message.js";
import { multiply, rational } from "../numbers/rational.js";
import type { Fact } from "../plan/compiled.js";
import { evaluateNumber } from "../plan/exact.js";
import type { ConditionPlan, NumberPlan } from "../plan/plan.js";
import { kindWords } from "../set/kind-words.js";
import { type Expression, ExpressionError } from "./parse.js";

/** Finds the fact a name stands for; undefined when there is none. */
export interface Scope {
  fact(name: string): Fact | undefined;
  /** `@CODE.input`; absent where a rule may not look at other indicators. */
  foreign?: ((code: string, input: string) => Fact | undefined) | undefined;
}

const numeric = new Set(["count", "number", "money", "percent", "table", "choices"]);

/** The expression as a number. Throws {@link ExpressionError} on unknown names and on yes/no where a number is needed. */
export function resolveNumber(expression: Expression, scope: Scope): NumberPlan {
  switch (expression.kind) {
    case "number":
      return { kind: "constant", value: expression.value };
    case "name":
    case "foreign": {
      const fact = find(expression, scope);
      if (!numeric.has(fact.kind))
        throw new ExpressionError(
          message(
            `"${fact.id}" là ${kindWords[fact.kind].vi} (${fact.kind}), không phải số`,
            `"${fact.id}" is ${kindWords[fact.kind].en} (${fact.kind}), not a number`,
          ),
          expression.at,
        );
      return { kind: "slot", slot: fact.slot };
    }
    case "negate":
      return { kind: "negate", of: resolveNumber(expression.of, scope) };
    case "arithmetic": {
      const kinds = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" } as const;
      const left = resolveNumber(expression.left, scope);
      const right = resolveNumber(expression.right, scope);
      return fold({ kind: kinds[expression.operator], left, right });
    }
    case "call":
      if (expression.name === "count" && countsItself(expression.of, scope))
        return resolveNumber(expression.of[0] as Expression, scope);
      if (expression.name === "count")
        return { kind: "count", of: expression.of.map((argument) => resolveEither(argument, scope)) };
      return { kind: expression.name, of: expression.of.map((argument) => resolveNumber(argument, scope)) };
    default:
      throw new ExpressionError(
        message("Cần một số, đây là điều kiện có/không", "A number is needed; this is a yes/no"),
        expression.at,
      );
  }
}

/** The expression as a yes/no. Throws {@link ExpressionError} likewise. */
export function resolveCondition(expression: Expression, scope: Scope): ConditionPlan {
  switch (expression.kind) {
    case "name":
    case "foreign": {
      const fact = find(expression, scope);
      if (fact.kind !== "yes_no")
        throw new ExpressionError(
          message(
            `"${fact.id}" là ${kindWords[fact.kind].vi} (${fact.kind}), không phải có/không`,
            `"${fact.id}" is ${kindWords[fact.kind].en} (${fact.kind}), not a yes/no`,
          ),
          expression.at,
        );
      return { kind: "yes", slot: fact.slot };
    }
    case "not":
      return { kind: "not", of: resolveCondition(expression.of, scope) };
    case "and":
    case "or":
      return {
        kind: expression.kind,
        left: resolveCondition(expression.left, scope),
        right: resolveCondition(expression.right, scope),
      };
    case "compare":
      return {
        kind: "compare",
        operator: expression.operator,
        left: resolveNumber(expression.left, withChoices(scope)),
        right: resolveNumber(expression.right, withChoices(scope)),
      };
    default:
      throw new ExpressionError(
        message("Cần điều kiện có/không, đây là một số", "A yes/no is needed; this is a number"),
        expression.at,
      );
  }
}

/** The rows of a table and the options chosen of several are what the input's own number is. */
function countsItself(of: readonly Expression[], scope: Scope): boolean {
  const [only] = of;
  if (of.length !== 1 || (only?.kind !== "name" && only?.kind !== "foreign")) return false;
  return ["table", "choices"].includes(find(only, scope).kind);
}

/** In a comparison the place of a chosen option may be used as a number: `choice = 2`. */
function withChoices(scope: Scope): Scope {
  const asNumber = (fact: Fact | undefined): Fact | undefined =>
    fact?.kind === "choice" ? { ...fact, kind: "count" } : fact;
  const { foreign } = scope;
  return {
    fact: (name) => asNumber(scope.fact(name)),
    foreign: foreign && ((code, input) => asNumber(foreign(code, input))),
  };
}

function resolveEither(expression: Expression, scope: Scope): NumberPlan | ConditionPlan {
  if (expression.kind === "name" || expression.kind === "foreign") {
    return find(expression, scope).kind === "yes_no"
      ? resolveCondition(expression, scope)
      : resolveNumber(expression, scope);
  }
  const yesNo =
    expression.kind === "compare" ||
    expression.kind === "and" ||
    expression.kind === "or" ||
    expression.kind === "not";
  return yesNo ? resolveCondition(expression, scope) : resolveNumber(expression, scope);
}

function find(expression: Extract<Expression, { kind: "name" | "foreign" }>, scope: Scope): Fact {
  if (expression.kind === "name") {
    const fact = scope.fact(expression.name);
    if (fact) return fact;
    throw new ExpressionError(
      message(
        `Không có số liệu "${expression.name}"`,
        `There is no input or profile fact "${expression.name}"`,
      ),
      expression.at,
    );
  }
  const name = `@${expression.code}.${expression.input}`;
  if (!scope.foreign)
    throw new ExpressionError(
      message(
        `${name}: quy tắc không đọc chỉ số khác; chỉ "checks" được`,
        `${name}: a rule may not read another indicator; only checks may`,
      ),
      expression.at,
    );
  const fact = scope.foreign(expression.code, expression.input);
  if (fact) return fact;
  throw new ExpressionError(message(`Không có số liệu ${name}`, `There is no input ${name}`), expression.at);
}

/** Constants are worked out once: `80% / 2` is a constant, and dividing by it is not a ratio. */
function fold(plan: Extract<NumberPlan, { left: NumberPlan }>): NumberPlan {
  const { left, right } = plan;
  if (left.kind !== "constant" || right.kind !== "constant") return plan;
  const a = left.value;
  const b = right.value;
  switch (plan.kind) {
    case "add":
      return { kind: "constant", value: rational(a.n * b.d + b.n * a.d, a.d * b.d) };
    case "subtract":
      return { kind: "constant", value: rational(a.n * b.d - b.n * a.d, a.d * b.d) };
    case "multiply":
      return { kind: "constant", value: multiply(a, b) };
    case "divide":
      return b.n === 0n ? plan : { kind: "constant", value: rational(a.n * b.d, a.d * b.n) };
  }
}

/** Whether a number divides by something that is not a constant: then it is a ratio, and the ratio's rounding applies. */
export function isRatio(plan: NumberPlan): boolean {
  return divisors(plan).length > 0;
}

/** The non-constant divisors of a number, outermost first. */
export function divisors(plan: NumberPlan): NumberPlan[] {
  switch (plan.kind) {
    case "constant":
    case "slot":
      return [];
    case "negate":
      return divisors(plan.of);
    case "min":
    case "max":
    case "sum":
      return plan.of.flatMap(divisors);
    case "count":
      return [];
    case "divide": {
      const own = isFixed(plan.right) ? [] : [plan.right];
      return [...own, ...divisors(plan.left), ...divisors(plan.right)];
    }
    default:
      return [...divisors(plan.left), ...divisors(plan.right)];
  }
}

/** Whether a divisor is the same number, and not 0, whatever is declared. */
function isFixed(plan: NumberPlan): boolean {
  if (!readsNothing(plan)) return false;
  const value = evaluateNumber(plan, []);
  return typeof value !== "string" && value.n !== 0n;
}

/** Whether a number is the same whatever is declared. */
function readsNothing(plan: NumberPlan): boolean {
  switch (plan.kind) {
    case "constant":
      return true;
    case "slot":
    case "count":
      return false;
    case "negate":
      return readsNothing(plan.of);
    case "min":
    case "max":
    case "sum":
      return plan.of.every(readsNothing);
    default:
      return readsNothing(plan.left) && readsNothing(plan.right);
  }
}
