/**
 * A rule as a form holds it: every amount and formula is the text in its box, which may be half written. {@link formOf}
 * opens a rule in the form, {@link ruleOf} reads the form; what was not touched comes back as it was. Pure.
 */
import type { Language } from "../../../api/contract.js";
import type { Exact, OptionSource, RuleKind, RuleSource, StepSource } from "../model/set-source.js";
import { amountText, readAmount } from "./amount.js";
import { formulaText, readFormula } from "./formula.js";

/** What something is worth: points, a share of the maximum, or nothing said (a part that its own rule values). */
export interface Worth {
  readonly as: "points" | "share" | "none";
  readonly amount: string;
}

/** An edge of a band: from here on (`ge`), above here (`gt`), up to here (`le`), below here (`lt`), or open. */
export interface Edge<Side extends string> {
  readonly as: Side | "open";
  readonly amount: string;
}

/** A row of a form: `row` names it for as long as the form is open. */
interface Row {
  readonly row: number;
}

export interface FormOption extends Row {
  readonly label: string;
  readonly worth: Worth;
}

export interface FormStep extends Row {
  readonly from: Edge<"ge" | "gt">;
  readonly to: Edge<"le" | "lt">;
  readonly label: string;
  readonly worth: Worth;
  /** A band that is scored by a rule of its own. */
  readonly rule: FormRule | null;
}

export interface FormPart extends Row {
  readonly label: string;
  readonly worth: Worth;
  readonly rule: FormRule;
}

export interface FormCase extends Row {
  readonly label: string;
  readonly rule: FormRule;
}

export type FormRule =
  | { readonly kind: "choice"; readonly of: string; readonly options: readonly FormOption[] }
  | { readonly kind: "proportional"; readonly of: string; readonly fullAt: string }
  | { readonly kind: "bands"; readonly of: string; readonly steps: readonly FormStep[] }
  | { readonly kind: "per_item"; readonly of: string; readonly points: string; readonly cap: string }
  | { readonly kind: "parts"; readonly parts: readonly FormPart[] }
  | { readonly kind: "best_of"; readonly cases: readonly FormCase[] }
  | {
      readonly kind: "relative";
      readonly of: string;
      readonly to: "best" | "range";
      readonly better: "" | "higher" | "lower";
      readonly provisional: FormRule | null;
    }
  | { readonly kind: "manual"; readonly of: string; readonly guidance: string };

export type FormOf<Kind extends RuleKind> = Extract<FormRule, { kind: Kind }>;

let rows = 0;
/** A name for a new row; only keeps rows apart while they are moved and taken out. */
export const newRow = (): number => {
  rows += 1;
  return rows;
};

export const NO_WORTH: Worth = { as: "none", amount: "" };
const OPEN = { as: "open", amount: "" } as const;

/** A form for a rule of this kind, to begin with. `inputs`: the ids that the indicator declares. */
export function emptyRule(kind: RuleKind, inputs: readonly string[]): FormRule {
  const [first = "value", second] = inputs;
  const of = second === undefined ? first : `${first}/${second}`;
  const points = (amount: string): Worth => ({ as: "points", amount });
  switch (kind) {
    case "choice":
      return {
        kind,
        of: "",
        options: ["", ""].map((label) => ({ row: newRow(), label, worth: points("") })),
      };
    case "proportional":
      return { kind, of, fullAt: "" };
    case "bands":
      return { kind, of, steps: [emptyStep(), emptyStep()] };
    case "per_item":
      return { kind, of: first, points: "", cap: "" };
    case "parts":
      return { kind, parts: [emptyPart(inputs), emptyPart(inputs)] };
    case "best_of":
      return {
        kind,
        cases: [1, 2].map(() => ({ row: newRow(), label: "", rule: emptyRule("proportional", inputs) })),
      };
    case "relative":
      return { kind, of, to: "best", better: "", provisional: null };
    case "manual":
      return { kind, of: "", guidance: "" };
  }
}

export function emptyStep(): FormStep {
  return {
    row: newRow(),
    from: { as: "ge", amount: "" },
    to: OPEN,
    label: "",
    worth: { as: "points", amount: "" },
    rule: null,
  };
}

export function emptyPart(inputs: readonly string[]): FormPart {
  return {
    row: newRow(),
    label: "",
    worth: { as: "share", amount: "1/2" },
    rule: emptyRule("proportional", inputs),
  };
}

/** Opens a rule in the form. */
export function formOf(rule: RuleSource, language: Language): FormRule {
  const amount = (source: Exact | undefined): string => amountText(source, language);
  const formula = (source: Exact): string => formulaText(source, language);
  const worth = (from: Pick<StepSource, "share" | "points">): Worth => worthOf(from, language);
  if ("choice" in rule) {
    const { of = "", options = [] } = rule.choice;
    return {
      kind: "choice",
      of,
      options: options.map((one) => ({ row: newRow(), label: one.label, worth: worth(one) })),
    };
  }
  if ("proportional" in rule) {
    const { of, full_at } = rule.proportional;
    return { kind: "proportional", of: formula(of), fullAt: amount(full_at) };
  }
  if ("bands" in rule) {
    const { of, steps } = rule.bands;
    return { kind: "bands", of: formula(of), steps: steps.map((step) => stepForm(step, language)) };
  }
  if ("per_item" in rule) {
    const { of, points, cap } = rule.per_item;
    return { kind: "per_item", of: formula(of), points: amount(points), cap: amount(cap) };
  }
  if ("parts" in rule)
    return {
      kind: "parts",
      parts: rule.parts.map((part) => ({
        row: newRow(),
        label: part.label ?? "",
        worth: worth(part),
        rule: formOf(part.rule, language),
      })),
    };
  if ("best_of" in rule)
    return {
      kind: "best_of",
      cases: rule.best_of.map((one) => ({
        row: newRow(),
        label: one.label ?? "",
        rule: formOf(one.rule, language),
      })),
    };
  if ("relative" in rule) {
    const { of, to, better = "", provisional } = rule.relative;
    return {
      kind: "relative",
      of: formula(of),
      to,
      better,
      provisional: provisional === undefined ? null : formOf(provisional, language),
    };
  }
  const { of = "", guidance = "" } = rule.manual;
  return { kind: "manual", of, guidance };
}

function worthOf({ share, points }: Pick<StepSource, "share" | "points">, language: Language): Worth {
  if (share !== undefined) return { as: "share", amount: amountText(share, language) };
  if (points !== undefined) return { as: "points", amount: amountText(points, language) };
  return NO_WORTH;
}

function stepForm(step: StepSource, language: Language): FormStep {
  const { ge, gt, le, lt, label = "", rule } = step;
  const from = ge ?? gt;
  const to = le ?? lt;
  return {
    row: newRow(),
    from:
      from === undefined ? OPEN : { as: ge === undefined ? "gt" : "ge", amount: amountText(from, language) },
    to: to === undefined ? OPEN : { as: le === undefined ? "lt" : "le", amount: amountText(to, language) },
    label,
    worth: worthOf(step, language),
    rule: rule === undefined ? null : formOf(rule, language),
  };
}

/** A box that cannot be read, or is empty and must not be. Told at the box; thrown only within {@link ruleOf}. */
class Unreadable extends Error {}

/** Reads the form; null while a box in it cannot be read. */
export function ruleOf(form: FormRule, language: Language): RuleSource | null {
  try {
    return new Reader(language).rule(form);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Reader {
  constructor(private readonly language: Language) {}

  rule(form: FormRule): RuleSource {
    switch (form.kind) {
      case "choice":
        return { choice: this.choice(form) };
      case "proportional":
        return {
          proportional: { of: this.formula(form.of), ...this.maybe("full_at", form.fullAt) },
        };
      case "bands":
        return { bands: { of: this.formula(form.of), steps: form.steps.map((step) => this.step(step)) } };
      case "per_item":
        return {
          per_item: {
            of: this.formula(form.of),
            points: this.amount(form.points),
            ...this.maybe("cap", form.cap),
          },
        };
      case "parts":
        return {
          parts: form.parts.map(({ label, worth, rule }) => ({
            ...named(label),
            ...this.worth(worth),
            rule: this.rule(rule),
          })),
        };
      case "best_of":
        return { best_of: form.cases.map(({ label, rule }) => ({ ...named(label), rule: this.rule(rule) })) };
      case "relative":
        return {
          relative: {
            of: this.formula(form.of),
            to: form.to,
            ...(form.better === "" ? {} : { better: form.better }),
            ...(form.provisional === null ? {} : { provisional: this.rule(form.provisional) }),
          },
        };
      case "manual":
        return {
          manual: {
            ...(form.of === "" ? {} : { of: form.of }),
            ...(form.guidance.trim() === "" ? {} : { guidance: form.guidance }),
          },
        };
    }
  }

  private choice({ of, options }: FormOf<"choice">): Extract<RuleSource, { choice: unknown }>["choice"] {
    return {
      ...(of === "" ? {} : { of }),
      ...(options.length === 0 ? {} : { options: options.map((option) => this.option(option)) }),
    };
  }

  private option({ label, worth }: FormOption): OptionSource {
    if (label.trim() === "") throw new Unreadable();
    return { label, ...this.worth(worth) };
  }

  private step({ from, to, label, worth, rule }: FormStep): StepSource {
    return {
      ...(from.as === "open" ? {} : { [from.as]: this.amount(from.amount) }),
      ...(to.as === "open" ? {} : { [to.as]: this.amount(to.amount) }),
      ...named(label),
      ...(rule === null ? this.worth(worth) : { rule: this.rule(rule) }),
    };
  }

  private worth({ as, amount }: Worth): { share?: Exact; points?: Exact } {
    return as === "none" ? {} : { [as]: this.amount(amount) };
  }

  private amount(text: string): Exact {
    const source = readAmount(text, this.language);
    if (source === null) throw new Unreadable();
    return source;
  }

  private maybe<Name extends string>(name: Name, text: string): { [K in Name]?: Exact } {
    return (text.trim() === "" ? {} : { [name]: this.amount(text) }) as { [K in Name]?: Exact };
  }

  private formula(text: string): string {
    const reading = readFormula(text);
    if (!reading.ok) throw new Unreadable();
    return reading.source;
  }
}

const named = (label: string): { label?: string } => (label.trim() === "" ? {} : { label });
