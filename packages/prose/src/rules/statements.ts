/** What a clause states: a definition, a formula, a case with its points, points an item, an exception, or nothing for the points. */
import type { Rational } from "@opendti/engine";
import type { TextSpan } from "../references/types.js";
import type { Clause } from "./clauses.js";
import type { Formula } from "./formula.js";
import type { Range } from "./interval.js";
import type { Worth } from "./worth.js";

/** When the points of a case are given. */
export interface Condition {
  /** The words, as an option would be called. */
  readonly label: string;
  readonly span: TextSpan;
  readonly range: Range | null;
  /** What the range is of: the ratio, a letter, a formula of letters; null where unsaid. */
  readonly subject: Formula | null;
  /** "Còn lại", "Các trường hợp khác". */
  readonly residual: boolean;
  /** Begins with "chưa" or "không". */
  readonly negative: boolean;
  /** "Mức 2". */
  readonly level: string | null;
  /** Introduced as a case of its own: "Đối với ...", "Trường hợp ...", or in brackets. */
  readonly exceptional: "for" | "case" | null;
  /** Names the best of the group: "Địa phương có tỷ lệ cao nhất". */
  readonly extreme: "highest" | "lowest" | null;
  /** "Các đơn vị khác". */
  readonly others: boolean;
}

export type Statement = { readonly clause: Clause } & (
  | {
      readonly kind: "input";
      readonly id: string;
      readonly label: string;
      readonly words: readonly string[];
      readonly unit: string | null;
      /** "cụ thể gồm:" follows: the next bullets are its parts. */
      readonly gathers: boolean;
    }
  | { readonly kind: "alias"; readonly id: string; readonly formula: Formula }
  | { readonly kind: "ratio"; readonly name: string; readonly formula: Formula }
  | { readonly kind: "score"; readonly formula: Formula; readonly condition: Condition | null }
  /** "tính theo tỷ lệ": in proportion, without a formula. */
  | { readonly kind: "by-ratio"; readonly condition: Condition | null }
  | { readonly kind: "case"; readonly condition: Condition; readonly worth: Worth }
  /** A condition that is given no points. */
  | { readonly kind: "bare-case"; readonly condition: Condition }
  | {
      readonly kind: "per-item";
      readonly label: string;
      readonly words: readonly string[];
      readonly points: Worth;
      readonly cap: Worth | null;
      /** Items to one portion: 10 in "cứ 10 văn bản". */
      readonly every: Rational | null;
    }
  | { readonly kind: "cap"; readonly worth: Worth }
  | {
      readonly kind: "deduct";
      readonly label: string;
      readonly worth: Worth;
      /** One unit of what is lacking: 1, or 1%. */
      readonly step: { readonly value: Rational; readonly percent: boolean };
      /** Whether the text says that it is taken off for each: "mỗi", "thiếu 01". */
      readonly told: boolean;
      /** "trừ tối đa 3 điểm" in the same breath. */
      readonly cap: Worth | null;
    }
  | {
      readonly kind: "relative";
      readonly better: "higher" | "lower";
      readonly clear: boolean;
      readonly subjectIsRatio: boolean;
    }
  | { readonly kind: "provisional" }
  | { readonly kind: "sum-children"; readonly codes: readonly string[] }
  | { readonly kind: "best-of" }
  | { readonly kind: "excluded"; readonly condition: Condition }
  | { readonly kind: "manual" }
  | { readonly kind: "bonus" }
  | { readonly kind: "ranking-condition" }
  | { readonly kind: "unit"; readonly unit: string }
  | { readonly kind: "list-heading" }
  | { readonly kind: "heading"; readonly label: string; readonly worth: Worth | null }
  | { readonly kind: "explanation" }
  | { readonly kind: "unread"; readonly why: "points" | "ambiguous-number" | "garbled-number" | "formula" }
);

export type StatementOf<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;
