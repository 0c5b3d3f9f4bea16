/** The trace of a score: each step from the declared facts to the rounded points. Rendered for people by explain.ts. */
import type { Rational } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";
import type { Measure, RelativePlan, Slot, Step } from "../plan/plan.js";

export type TraceStep =
  | {
      /** A person's points took the place of the rule's, which would have been these. */
      readonly kind: "given";
      readonly points: Rational;
      readonly rule: {
        readonly status: "scored" | "missing" | "undefined" | "not_applicable" | "pending";
        readonly score: Rational;
        readonly exact: Rational;
        readonly excluded: boolean;
        readonly trace: readonly TraceStep[];
      };
    }
  | {
      readonly kind: "not_applicable";
      readonly policy: "full" | "zero" | "excluded";
      readonly reason: string | undefined;
    }
  | {
      readonly kind: "exception";
      readonly text: string;
      readonly sentence: string;
      readonly basis: "decision" | "claim";
      readonly excluded: boolean;
      readonly points: Rational;
    }
  | { readonly kind: "missing"; readonly slots: readonly Slot[] }
  | { readonly kind: "undefined"; readonly measure: Measure }
  | {
      readonly kind: "measure";
      readonly measure: Measure;
      readonly exact: Rational;
      readonly value: Rational;
    }
  | { readonly kind: "option"; readonly place: number; readonly label: string; readonly points: Rational }
  | { readonly kind: "step"; readonly step: Step | undefined; readonly value: Rational }
  | {
      readonly kind: "scaled";
      readonly value: Rational;
      readonly per: Rational;
      readonly cap: Rational;
      readonly points: Rational;
    }
  | {
      readonly kind: "part";
      readonly index: number;
      readonly label: string | undefined;
      readonly points: Rational;
      readonly steps: readonly TraceStep[];
    }
  | {
      readonly kind: "best";
      readonly index: number;
      readonly label: string | undefined;
      readonly points: Rational;
      readonly steps: readonly TraceStep[];
    }
  | { readonly kind: "provisional"; readonly rule: boolean }
  | {
      readonly kind: "relative";
      readonly plan: RelativePlan;
      readonly value: Rational;
      readonly best: Rational;
      readonly worst: Rational;
      readonly points: Rational | undefined;
    }
  | {
      readonly kind: "sum";
      readonly parts: readonly {
        readonly node: number;
        readonly points: Rational;
        readonly excluded: boolean;
      }[];
      readonly rescaled: Rational | undefined;
      /** The most that the rescaled parts may give, where it held them back. */
      readonly cap: Rational | undefined;
    }
  | {
      readonly kind: "rounding";
      readonly exact: Rational;
      readonly value: Rational;
      readonly rounding: Rounding;
    };
