/** All that a person corrects of one indicator: its title and maximum, what is declared, the rule, the exceptions. Pure. */
import { parseExact } from "@opendti/engine";
import type { Language } from "../../../api/contract.js";
import type { IndicatorChange } from "../model/import-work.js";
import type { Exact, ExceptionSource, IndicatorSource, InputSource } from "../model/set-source.js";
import { amountText, readAmount } from "./amount.js";
import { type FormRule, formOf, NO_WORTH, newRow, ruleOf, type Worth } from "./form-rule.js";
import { formulaText, readFormula } from "./formula.js";

export interface FormInput {
  readonly row: number;
  readonly id: string;
  readonly label: string;
  readonly kind: InputSource["kind"];
  readonly unit: string;
  /** The smallest it can be: 1 says of a denominator that it is never 0. */
  readonly min: string;
  /** What the form does not show of it: columns, other names. */
  readonly rest: Partial<InputSource>;
}

export interface FormException {
  readonly row: number;
  readonly when: string;
  readonly gives: "full" | "zero" | "excluded" | "worth";
  readonly worth: Worth;
  readonly sentence: string;
  readonly basis: ExceptionSource["basis"];
}

export interface FormIndicator {
  readonly title: string;
  readonly max: string;
  readonly inputs: readonly FormInput[];
  /** null where the points of what stands below are added up, or nothing is scored. */
  readonly rule: FormRule | null;
  readonly exceptions: readonly FormException[];
  readonly notApplicable: "" | "full" | "zero" | "excluded";
}

/** Opens an indicator in the form. */
export function indicatorForm(source: IndicatorSource, language: Language): FormIndicator {
  return {
    title: source.title,
    max: amountText(source.max, language),
    inputs: (source.inputs ?? []).map((input) => inputForm(input, language)),
    rule: source.rule === undefined ? null : formOf(source.rule, language),
    exceptions: (source.exceptions ?? []).map((one) => exceptionForm(one, language)),
    notApplicable: source.not_applicable ?? "",
  };
}

function inputForm({ id, label, kind, unit = "", min, ...rest }: InputSource, language: Language): FormInput {
  return { row: newRow(), id, label, kind, unit, min: amountText(min, language), rest };
}

function exceptionForm({ when, gives, sentence, basis }: ExceptionSource, language: Language): FormException {
  const plain = typeof gives === "string";
  return {
    row: newRow(),
    when: formulaText(when, language),
    gives: plain ? gives : "worth",
    worth: plain
      ? NO_WORTH
      : "share" in gives
        ? { as: "share", amount: amountText(gives.share, language) }
        : { as: "points", amount: amountText(gives.points, language) },
    sentence,
    basis,
  };
}

/** Reads the form; null while a box in it cannot be read. */
export function indicatorOf(form: FormIndicator, language: Language): IndicatorChange | null {
  const rule = form.rule === null ? null : ruleOf(form.rule, language);
  const inputs = form.inputs.map((input) => inputOf(input, language));
  const exceptions = form.exceptions.map((one) => exceptionOf(one, language));
  const max = form.max.trim() === "" ? null : readAmount(form.max, language);
  if (form.title.trim() === "" || (form.rule !== null && rule === null)) return null;
  if (form.max.trim() !== "" && max === null) return null;
  if (inputs.includes(null) || exceptions.includes(null)) return null;
  return {
    title: form.title.trim(),
    max,
    rule,
    inputs: inputs.filter((one) => one !== null),
    exceptions: exceptions.filter((one) => one !== null),
    not_applicable: form.notApplicable === "" ? null : form.notApplicable,
  };
}

/** What an input is called in formulas. */
export const isInputId = (id: string): boolean => /^[a-z][a-z0-9_]*$/.test(id);

function inputOf({ id, label, kind, unit, min, rest }: FormInput, language: Language): InputSource | null {
  if (!isInputId(id) || label.trim() === "") return null;
  const least = min.trim() === "" ? undefined : readAmount(min, language);
  if (least === null) return null;
  return {
    id,
    label: label.trim(),
    kind,
    ...(unit.trim() === "" ? {} : { unit: unit.trim() }),
    ...(least === undefined ? {} : { min: least }),
    ...rest,
  };
}

function exceptionOf(form: FormException, language: Language): ExceptionSource | null {
  const { gives, worth, basis } = form;
  const when = readFormula(form.when);
  const sentence = form.sentence.trim();
  if (!when.ok || sentence === "") return null;
  if (gives !== "worth") return { when: when.source, gives, sentence, basis };
  const amount = readAmount(worth.amount, language);
  if (amount === null || worth.as === "none") return null;
  return {
    when: when.source,
    gives: worth.as === "share" ? { share: amount } : { points: amount },
    sentence,
    basis,
  };
}

/** A fact that only an exception asks for: no unless a unit says yes. */
export function claimInput(id: string): FormInput {
  return { row: newRow(), id, label: "", kind: "yes_no", unit: "", min: "", rest: { default: false } };
}

/** The next letter that no input of the indicator has: a, b, c, …; then x1, x2, …. */
export function freeId(inputs: readonly { readonly id: string }[]): string {
  const taken = new Set(inputs.map(({ id }) => id));
  const letter = [..."abcdefghijklmnopqrstuvwxyz"].find((each) => !taken.has(each));
  if (letter !== undefined) return letter;
  let number = 1;
  while (taken.has(`x${number}`)) number += 1;
  return `x${number}`;
}

/** Whether two amounts are the same number, however they are written. */
export function sameAmount(one: Exact | undefined, other: Exact | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [left, right] = [parseExact(one), parseExact(other)];
  return left !== undefined && right !== undefined && left.n * right.d === right.n * left.d;
}
