/** Expressions, the naive way: a recursive-descent parser and a walk over its tree. */
import {
  type Fraction,
  fraction,
  larger,
  minus,
  order,
  over,
  plus,
  read,
  smaller,
  times,
  zero,
} from "./fraction.js";

export type Tree =
  | { readonly op: "number"; readonly value: Fraction }
  | { readonly op: "name"; readonly name: string }
  | { readonly op: string; readonly of: readonly Tree[] };

/** A number, a yes/no, or why there is neither. */
export type Value = Fraction | boolean | "missing" | "undefined";

export interface Facts {
  value(name: string): Value;
  /** Whether the name is an input of several answers (selected options, rows of a table): its value is their number. */
  isList(name: string): boolean;
}

export function parse(source: string | number): Tree {
  const tokens = String(source).match(/\d+(\.\d+)?\s*%?|[a-z][a-z0-9_]*|[<>!]=|[-+*/()=<>,]/g) ?? [];
  const next = (...expected: string[]): string | undefined =>
    expected.includes(tokens[0] ?? "") ? tokens.shift() : undefined;
  const chain =
    (inner: () => Tree, ...operators: string[]) =>
    (): Tree => {
      let left = inner();
      for (let op = next(...operators); op; op = next(...operators)) left = { op, of: [left, inner()] };
      return left;
    };
  const primary = (): Tree => {
    if (next("-")) return { op: "negate", of: [primary()] };
    const token = tokens.shift() ?? "";
    if (token === "(") {
      const inner = either();
      next(")");
      return inner;
    }
    if (/^\d/.test(token)) return { op: "number", value: read(token.replace(/\s/g, "")) };
    if (!next("(")) return { op: "name", name: token };
    const of = [either()];
    while (next(",")) of.push(either());
    next(")");
    return { op: token, of };
  };
  const sum = chain(chain(primary, "*", "/"), "+", "-");
  const comparison = chain(sum, "=", "!=", ">", ">=", "<", "<=");
  const negation = (): Tree => (next("not") ? { op: "not", of: [negation()] } : comparison());
  const either = chain(chain(negation, "and"), "or");
  const tree = either();
  if (tokens.length > 0) throw new SyntaxError(`left over in "${source}": ${tokens.join(" ")}`);
  return tree;
}

const parts = (tree: Tree): readonly Tree[] => ("of" in tree ? tree.of : []);
const isConstant = (tree: Tree): boolean => tree.op !== "name" && parts(tree).every(isConstant);

/** Whether the expression divides by something that is not a constant. */
export function isRatio(tree: Tree): boolean {
  const [, below] = parts(tree);
  return (tree.op === "/" && below !== undefined && !isConstant(below)) || parts(tree).some(isRatio);
}

export function evaluate(tree: Tree, facts: Facts): Value {
  if ("value" in tree) return tree.value;
  if ("name" in tree) return facts.value(tree.name);
  const of = tree.of.map((part) => evaluate(part, facts));
  const [first = "missing"] = of;
  switch (tree.op) {
    case "not":
      return typeof first === "boolean" ? !first : first;
    case "and":
      return of.includes(false) ? false : of.every((each) => each === true) ? true : "missing";
    case "or":
      return of.includes(true) ? true : of.every((each) => each === false) ? false : "missing";
    case "count":
      return count(tree.of, of, facts);
  }
  if (of.includes("missing")) return "missing";
  if (of.includes("undefined")) return "undefined";
  const numbers = of.filter((each) => typeof each === "object");
  const [a = zero, b = zero] = numbers;
  switch (tree.op) {
    case "negate":
      return minus(zero, a);
    case "+":
      return plus(a, b);
    case "-":
      return minus(a, b);
    case "*":
      return times(a, b);
    case "/":
      return b.n === 0n ? "undefined" : over(a, b);
    case "min":
      return numbers.reduce(smaller);
    case "max":
      return numbers.reduce(larger);
    case "sum":
      return numbers.reduce(plus);
    case "=":
      return order(a, b) === 0;
    case "!=":
      return order(a, b) !== 0;
    case ">":
      return order(a, b) > 0;
    case ">=":
      return order(a, b) >= 0;
    case "<":
      return order(a, b) < 0;
    case "<=":
      return order(a, b) <= 0;
    default:
      throw new SyntaxError(`no operator ${tree.op}`);
  }
}

/** Yes answers and given numbers, once any fact is declared; of one input of several answers, how many they are. */
function count(trees: readonly Tree[], of: readonly Value[], facts: Facts): Value {
  const [tree] = trees;
  const [only] = of;
  if (only !== undefined && of.length === 1 && tree && "name" in tree && facts.isList(tree.name)) return only;
  const names = trees.flatMap(namesIn);
  if (names.length > 0 && names.every((name) => facts.value(name) === "missing")) return "missing";
  return fraction(BigInt(of.filter((each) => each === true || typeof each === "object").length));
}

const namesIn = (tree: Tree): readonly string[] =>
  "name" in tree ? [tree.name] : parts(tree).flatMap(namesIn);
