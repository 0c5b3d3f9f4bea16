/**
 * Expressions: `(a+b)/c`, `servers = 0 or e1`, `80%`. A Pratt parser over a small token list; the result is a tree
 * that knows where each part stood in the text. Nothing is ever evaluated as code.
 */
import { type Message, message } from "../message.js";
import { parseExact } from "../numbers/decimal.js";
import type { Rational } from "../numbers/rational.js";

export const functions = ["min", "max", "sum", "count"] as const;
export type FunctionName = (typeof functions)[number];
export type Comparison = "=" | "!=" | ">" | ">=" | "<" | "<=";
export type Arithmetic = "+" | "-" | "*" | "/";

export type Expression =
  | { readonly kind: "number"; readonly value: Rational; readonly text: string; readonly at: number }
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | { readonly kind: "foreign"; readonly code: string; readonly input: string; readonly at: number }
  | { readonly kind: "negate" | "not"; readonly of: Expression; readonly at: number }
  | {
      readonly kind: "arithmetic";
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: "and" | "or";
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: "call";
      readonly name: FunctionName;
      readonly of: readonly Expression[];
      readonly at: number;
    };

/** What is wrong with an expression, and the offset in its text. */
export class ExpressionError extends Error {
  constructor(
    readonly text: Message,
    readonly at: number,
  ) {
    super(text.en);
  }
}

interface Token {
  readonly kind: "number" | "name" | "foreign" | "operator" | "end";
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?\s*%?)|(?<foreign>@[0-9A-Za-zĐđ_.-]+)|(?<name>[a-z][a-z0-9_]*)|(?<operator>>=|<=|!=|[-+*/()=<>,]))/uy;

/** Deepest nesting accepted; a deeper text is refused rather than overflowing the stack. */
const MAX_DEPTH = 64;
const MAX_LENGTH = 2000;

const BINDING: ReadonlyMap<string, number> = new Map([
  ["or", 1],
  ["and", 2],
  ["=", 4],
  ["!=", 4],
  [">", 4],
  [">=", 4],
  ["<", 4],
  ["<=", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
]);

/** Reads an expression. Throws {@link ExpressionError} saying what is wrong and where. */
export function parseExpression(source: string | number): Expression {
  const text = String(source);
  if (text.length > MAX_LENGTH)
    throw new ExpressionError(message("Biểu thức quá dài", "The expression is too long"), MAX_LENGTH);
  const tokens = tokenise(text);
  let position = 0;
  const peek = (): Token => tokens[position] as Token;
  const take = (): Token => tokens[position++] as Token;

  function expect(text: string): void {
    const token = take();
    if (token.text !== text)
      throw new ExpressionError(message(`Thiếu "${text}"`, `Expected "${text}"`), token.at);
  }

  function prefix(depth: number): Expression {
    const token = take();
    const { at } = token;
    if (token.kind === "number") {
      const value = parseExact(token.text);
      if (!value)
        throw new ExpressionError(
          message(`Số không đọc được: ${token.text}`, `Unreadable number: ${token.text}`),
          at,
        );
      return { kind: "number", value, text: token.text.replace(/\s+/g, ""), at };
    }
    if (token.kind === "foreign") {
      const dot = token.text.lastIndexOf(".");
      if (dot < 2)
        throw new ExpressionError(
          message("Viết @MÃ.số_liệu, ví dụ @2.4.1.e", "Write @CODE.input, as in @2.4.1.e"),
          at,
        );
      return { kind: "foreign", code: token.text.slice(1, dot), input: token.text.slice(dot + 1), at };
    }
    if (token.text === "(") {
      const inner = parse(0, depth + 1);
      expect(")");
      return inner;
    }
    if (token.text === "-") return { kind: "negate", of: parse(7, depth + 1), at };
    if (token.text === "not") return { kind: "not", of: parse(3, depth + 1), at };
    if (token.kind === "name" && !BINDING.has(token.text)) {
      if (peek().text !== "(") return { kind: "name", name: token.text, at };
      const name = functions.find((known) => known === token.text);
      if (!name)
        throw new ExpressionError(
          message(
            `Không có hàm "${token.text}"; chỉ có ${functions.join(", ")}`,
            `No function "${token.text}"; there are ${functions.join(", ")}`,
          ),
          at,
        );
      take();
      const of = [parse(0, depth + 1)];
      while (peek().text === ",") {
        take();
        of.push(parse(0, depth + 1));
      }
      expect(")");
      return { kind: "call", name, of, at };
    }
    if (token.kind === "end")
      throw new ExpressionError(message("Biểu thức chưa hết", "The expression ends too early"), at);
    throw new ExpressionError(message(`Không chờ "${token.text}" ở đây`, `Unexpected "${token.text}"`), at);
  }

  function parse(floor: number, depth: number): Expression {
    if (depth > MAX_DEPTH)
      throw new ExpressionError(
        message("Biểu thức lồng quá sâu", "The expression is nested too deeply"),
        peek().at,
      );
    let left = prefix(depth);
    for (;;) {
      const token = peek();
      const power = token.kind === "operator" || token.kind === "name" ? BINDING.get(token.text) : undefined;
      if (power === undefined || power <= floor) return left;
      take();
      left = combine(token, left, parse(power, depth + 1));
    }
  }

  const whole = parse(0, 0);
  const rest = peek();
  if (rest.kind !== "end")
    throw new ExpressionError(message(`Thừa "${rest.text}"`, `Unexpected "${rest.text}"`), rest.at);
  return whole;
}

function combine(token: Token, left: Expression, right: Expression): Expression {
  const { at } = token;
  switch (token.text) {
    case "and":
    case "or":
      return { kind: token.text, left, right, at };
    case "+":
    case "-":
    case "*":
    case "/":
      return { kind: "arithmetic", operator: token.text, left, right, at };
    default:
      if (left.kind === "compare" || right.kind === "compare")
        throw new ExpressionError(
          message("So sánh liền nhau: viết x >= 1 and x < 2", "Chained comparison: write x >= 1 and x < 2"),
          at,
        );
      return { kind: "compare", operator: token.text as Comparison, left, right, at };
  }
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let from = 0; ; ) {
    TOKEN.lastIndex = from;
    const match = TOKEN.exec(text);
    if (!match) {
      const rest = text.slice(from);
      const at = from + rest.length - rest.trimStart().length;
      if (rest.trim() !== "")
        throw new ExpressionError(message(`Ký tự lạ: ${text[at]}`, `Unknown character: ${text[at]}`), at);
      tokens.push({ kind: "end", text: "", at: text.length });
      return tokens;
    }
    const groups = match.groups ?? {};
    const kind = groups.number ? "number" : groups.foreign ? "foreign" : groups.name ? "name" : "operator";
    const part = groups[kind] ?? "";
    tokens.push({ kind, text: part, at: TOKEN.lastIndex - part.length });
    from = TOKEN.lastIndex;
  }
}

/** Every name and foreign reference used, in order of appearance. */
export function references(expression: Expression): Extract<Expression, { kind: "name" | "foreign" }>[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
    case "foreign":
      return [expression];
    case "negate":
    case "not":
      return references(expression.of);
    case "call":
      return expression.of.flatMap(references);
    default:
      return [...references(expression.left), ...references(expression.right)];
  }
}
