/** Formulas: "(a+b)/c", "Tỷ lệ/80% * Điểm tối đa", "(Số lượng A / Tổng số B) x 10", "a chia b nhân với Điểm tối đa". */
import type { Rational } from "@opendti/engine";
import type { TextSpan } from "../references/types.js";
import { endOf, phrases, standsAt } from "../text/phrases.js";
import type { Token } from "../text/tokens.js";
import { isVariable } from "./markers.js";
import { words } from "./vocabulary.js";

export type Formula =
  | { readonly kind: "number"; readonly value: Rational; readonly percent: boolean }
  | { readonly kind: "letter"; readonly name: string }
  /** "Tỷ lệ", with the words that tell it from others ("số hóa"). */
  | {
      readonly kind: "ratio";
      readonly name: string;
      readonly extreme: "highest" | "lowest" | null;
      readonly span?: TextSpan;
    }
  | { readonly kind: "maximum" }
  /** A quantity named in words. */
  | { readonly kind: "named"; readonly span: TextSpan; readonly extreme: "highest" | "lowest" | null }
  /** "Min(a/b; 1)": the smaller of the two. */
  | { readonly kind: "least"; readonly left: Formula; readonly right: Formula }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Formula;
      readonly right: Formula;
    };

/** Nested deeper than any decision nests. */
const MOST_DEPTH = 12;

/** The formula that all of these tokens are; null when they are anything else. */
export function formulaOf(tokens: readonly Token[], from: number, to: number): Formula | null {
  const reader = new Reader(tokens, from, to);
  const formula = reader.sum(0);
  return formula && reader.done ? formula : null;
}

class Reader {
  constructor(
    private readonly tokens: readonly Token[],
    private at: number,
    private readonly to: number,
  ) {}

  get done(): boolean {
    return this.at >= this.to;
  }

  private get base(): string {
    return this.done ? "" : (this.tokens[this.at]?.base ?? "");
  }

  sum(depth: number): Formula | null {
    let left = this.product(depth);
    while (left) {
      const operator = this.sumOperator();
      if (!operator) return left;
      const right = this.product(depth);
      left = right && { kind: "operation", operator, left, right };
    }
    return null;
  }

  private product(depth: number): Formula | null {
    let left = this.operand(depth);
    while (left) {
      const operator = this.productOperator();
      if (!operator) return left;
      const right = this.operand(depth);
      left = right && { kind: "operation", operator, left, right };
    }
    return null;
  }

  private sumOperator(): "+" | "-" | null {
    const { base } = this;
    if (base !== "+" && base !== "-") {
      const plus = endOf(this.tokens, this.at, plusWords, this.to);
      if (plus > 0) {
        this.at = plus;
        return "+";
      }
      const minus = endOf(this.tokens, this.at, minusWords, this.to);
      if (minus < 0) return null;
      this.at = minus;
      return "-";
    }
    this.at++;
    return base;
  }

  private productOperator(): "*" | "/" | null {
    const { base } = this;
    if (base === "*" || base === "/" || (base === ":" && this.divides())) {
      this.at++;
      return base === "*" ? "*" : "/";
    }
    if (base === "," && this.at + 1 < this.to && this.isProductWord(this.at + 1)) this.at++;
    if (base === "x" && this.tokens[this.at]?.kind === "word") {
      this.at++;
      return "*";
    }
    for (const [wanted, operator] of productWords) {
      const end = endOf(this.tokens, this.at, wanted, this.to);
      if (end < 0) continue;
      this.at = end;
      return operator;
    }
    return null;
  }

  /** "a : b" and "(a + b) : c" divide; "Tỷ lệ = 100%: Điểm tối đa" and "a/b: 10" do not. */
  private divides(): boolean {
    const [before, after] = [this.tokens[this.at - 1], this.tokens[this.at + 1]];
    if (this.at + 1 >= this.to || !(isVariable(before) || before?.base === ")")) return false;
    return isVariable(after) || (after?.base === "(" && isVariable(this.tokens[this.at + 2]));
  }

  private isProductWord(at: number): boolean {
    return productWords.some(([wanted]) => standsAt(this.tokens, at, wanted, this.to));
  }

  private operand(depth: number): Formula | null {
    const token = this.tokens[this.at];
    if (!token || this.done || depth > MOST_DEPTH) return null;
    if (token.base === "(" || token.base === "[") {
      this.at++;
      const inner = this.sum(depth + 1);
      if (!inner || (this.base !== ")" && this.base !== "]")) return null;
      this.at++;
      return inner;
    }
    if (token.number) {
      if (token.number.code || token.number.ambiguous) return null;
      this.at++;
      if (this.base === "diem") this.at++;
      return { kind: "number", value: token.number.value, percent: token.number.percent };
    }
    if (token.base === "min" && this.tokens[this.at + 1]?.base === "(") return this.least(depth);
    const maximum = endOf(this.tokens, this.at, words.maximum, this.to);
    if (maximum > 0) {
      this.at = maximum;
      return { kind: "maximum" };
    }
    return this.letter() ?? this.ratio() ?? this.named();
  }

  private least(depth: number): Formula | null {
    this.at += 2;
    const left = this.sum(depth + 1);
    if (!left || !this.takes(";", ",")) return null;
    const right = this.sum(depth + 1);
    if (right?.kind !== "number" || !this.takes(")")) return null;
    return { kind: "least", left, right };
  }

  private takes(...signs: readonly string[]): boolean {
    if (!signs.includes(this.base)) return false;
    this.at++;
    return true;
  }

  private letter(): Formula | null {
    const token = this.tokens[this.at];
    if (!isVariable(token) || !token) return null;
    const digit = this.tokens[this.at + 1];
    const indexed = digit?.number && !digit.spaced && !digit.number.percent && !digit.number.code;
    this.at += indexed ? 2 : 1;
    return { kind: "letter", name: `${token.base}${indexed ? digit.number?.written : ""}` };
  }

  /** "Tỷ lệ", "Tỷ lệ số hóa", "tỷ lệ của địa phương cao nhất"; "(%)" after it says only how it is written. */
  private ratio(): Formula | null {
    const end = endOf(this.tokens, this.at, words.ratio, this.to);
    const first = this.tokens[this.at];
    if (end < 0 || !first) return null;
    this.at = end;
    let name = "";
    let extreme: "highest" | "lowest" | null = null;
    while (!this.done) {
      if (this.base === "%") {
        this.at++;
        continue;
      }
      if (
        this.base === "(" &&
        this.tokens[this.at + 1]?.base === "%" &&
        this.tokens[this.at + 2]?.base === ")"
      ) {
        this.at += 3;
        continue;
      }
      const token = this.tokens[this.at];
      const index = token?.number && !token.number.percent && name === "" && !token.number.code;
      if (!token || (token.kind !== "word" && !index) || this.startsOperator()) break;
      extreme ??= extremeAt(this.tokens, this.at, this.to);
      name += `${name === "" ? "" : " "}${token.number?.written ?? token.key}`;
      this.at++;
    }
    const last = this.tokens[this.at - 1] ?? first;
    return { kind: "ratio", name, extreme, span: { start: first.start, end: last.end } };
  }

  /** Words up to the next operator. A slash within a name ("Bí thư/Chủ tịch") is told by what follows it. */
  private named(): Formula | null {
    const from = this.at;
    if (!standsAt(this.tokens, from, quantityHeads, this.to)) return null;
    // "Tổng điểm các mục" are points of other rows, not something declared.
    const headEnd = endOf(this.tokens, from, pointsOfRows, this.to);
    if (headEnd > 0 && !pointsNamed.has(this.tokens[headEnd]?.base ?? "")) return null;
    let extreme: "highest" | "lowest" | null = null;
    let depth = 0;
    while (!this.done) {
      const token = this.tokens[this.at];
      if (!token) break;
      if (token.base === "(" && !this.isWordBracket()) break;
      if (token.base === "(") depth++;
      if (token.base === ")") {
        if (depth === 0) break;
        depth--;
      }
      if (depth === 0 && this.startsOperator() && !this.staysInName()) break;
      if ([";", "=", ">", "<", ">=", "<="].includes(token.base)) return null;
      if (depth === 0) extreme ??= extremeAt(this.tokens, this.at, this.to);
      this.at++;
    }
    const [first, last] = [this.tokens[from], this.tokens[this.at - 1]];
    if (!first || !last || this.at === from) return null;
    return { kind: "named", span: { start: first.start, end: last.end }, extreme };
  }

  private isWordBracket(): boolean {
    const next = this.tokens[this.at + 1];
    return next?.kind === "word" && !standsAt(this.tokens, this.at + 1, quantityHeads, this.to);
  }

  private startsOperator(): boolean {
    const { base } = this;
    const token = this.tokens[this.at];
    if (["*", "/", "+", "-"].includes(base)) return true;
    if (base === "x" && token?.kind === "word") return true;
    if (base === ":") return true;
    if (base === "," && this.isProductWord(this.at + 1)) return true;
    if (this.isProductWord(this.at)) return true;
    return (
      endOf(this.tokens, this.at, plusWords, this.to) > 0 ||
      endOf(this.tokens, this.at, minusWords, this.to) > 0
    );
  }

  /** A sign between words is part of the name unless a quantity, a number, a bracket or a letter follows. */
  private staysInName(): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== "sign" || token.base === "*" || token.base === ",") return false;
    const next = this.tokens[this.at + 1];
    if (!next || this.at + 1 >= this.to) return false;
    if (next.kind !== "word" || isVariable(next)) return false;
    if (endOf(this.tokens, this.at + 1, words.maximum, this.to) > 0) return false;
    return !standsAt(this.tokens, this.at + 1, quantityHeads, this.to);
  }
}

const pointsOfRows = phrases("tổng điểm", "số điểm", "tổng số điểm");
/** "Số điểm phục vụ", "số điểm cầu" are places. */
const pointsNamed = new Set("phuc cau truy buu giao ban".split(" "));

function extremeAt(tokens: readonly Token[], at: number, to: number): "highest" | "lowest" | null {
  if (standsAt(tokens, at, highest, to)) return "highest";
  return standsAt(tokens, at, words.lowest, to) ? "lowest" : null;
}

const highest = phrases("cao nhất", "lớn nhất", "nhiều nhất");
const plusWords = phrases("cộng với");
const minusWords = phrases("trừ đi");
const productWords = [
  [phrases("nhân", "nhân với"), "*"],
  [phrases("chia", "chia cho"), "/"],
] as const;
/** How the name of a measured quantity begins. */
const quantityHeads = phrases(
  "số",
  "tổng",
  "dân số",
  "kinh phí",
  "giá trị",
  "lượng",
  "chi",
  "doanh thu",
  "diện tích",
  "tỷ|tỉ lệ",
  "thời gian",
  "mức chi",
  "lượt",
  "ngân sách",
);
