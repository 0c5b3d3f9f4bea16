/** The inputs of a set as a form shows them: what the engine reads of each, with what the set says for the eye. */
import type { CompiledSet, Fact, LoadedSet } from "@opendti/engine";

type SetSource = LoadedSet["source"];
type IndicatorSource = SetSource["indicators"][number];
type InputSource = NonNullable<IndicatorSource["inputs"]>[number];

export type InputColumn = NonNullable<InputSource["columns"]>[number];

/** One field of a form. */
export interface FormInput {
  readonly fact: Fact;
  readonly id: string;
  readonly label: string;
  readonly kind: Fact["kind"];
  readonly unit: string | undefined;
  readonly options: readonly string[];
  readonly note: string | undefined;
  readonly columns: readonly InputColumn[];
  /** The input printed above this one: "a" for the b of `a/b`. */
  readonly pairedWith: string | undefined;
  /** Printed with its letter before the label. */
  readonly lettered: boolean;
  /** A fact that only an exception needs; "no" unless said otherwise. */
  readonly claim: boolean;
  /** The points of a rule left to a person, which the set itself does not name. */
  readonly ownPoints: boolean;
}

/** What the set says of one indicator beyond its rule. */
export interface IndicatorTexts {
  readonly heading: string | undefined;
  readonly note: string | undefined;
  readonly evidence: {
    readonly required: boolean;
    readonly withinYear: boolean;
    readonly note: string | undefined;
  };
}

/** The fields of one indicator; an input printed beside another follows it at once, in the order of the rule. */
export function formInputs(
  facts: readonly Fact[],
  sources: readonly InputSource[],
  rule: IndicatorSource["rule"],
): FormInput[] {
  const inputs = facts.map((fact): FormInput => {
    const source = sources.find((each) => each.id === fact.id);
    return {
      fact,
      id: fact.id,
      label: fact.label,
      kind: fact.kind,
      unit: fact.unit,
      options: fact.options,
      note: source?.note,
      columns: source?.columns ?? [],
      pairedWith: source?.pair_with ?? undefined,
      lettered: /^[a-z]\d*$/.test(fact.id) && !/^[pe]\d+$/.test(fact.id),
      claim: fact.defaultValue !== undefined,
      ownPoints: source === undefined && fact.id === "points",
    };
  });
  // What the rule divides is printed as it divides it: b/a where the decision puts b above a.
  const pairs = new Map<string, string>();
  const inPair = new Set<string>();
  for (const [above, below] of ratiosIn(rule)) {
    const [a, b] = [above, below].map((id) => inputs.find((input) => input.id === id));
    if (!a || !b || !sameMeasure(a, b) || inPair.has(a.id) || inPair.has(b.id)) continue;
    pairs.set(b.id, a.id);
    inPair.add(a.id).add(b.id);
  }
  return inputs.map((input) => {
    const taken = inPair.has(input.id) || (input.pairedWith !== undefined && inPair.has(input.pairedWith));
    return taken ? { ...input, pairedWith: pairs.get(input.id) } : input;
  });
}

function sameMeasure(a: FormInput, b: FormInput): boolean {
  return a.kind === b.kind && a.id !== b.id && ["count", "number", "money"].includes(a.kind);
}

/** Every `of` of a rule, and of the rules inside it, that is one input divided by another. */
function* ratiosIn(rule: unknown): Generator<[above: string, below: string]> {
  if (typeof rule !== "object" || rule === null) return;
  for (const [key, part] of Object.entries(rule)) {
    const [, above, below] =
      key === "of" && typeof part === "string" ? (/^\s*(\w+)\s*\/\s*(\w+)\s*$/.exec(part) ?? []) : [];
    if (above !== undefined && below !== undefined) yield [above, below];
    else yield* ratiosIn(part);
  }
}

/** The fields of "Thông tin chung". */
export function profileInputs(set: CompiledSet): (FormInput & { readonly code: string | undefined })[] {
  const sources = set.source.profile ?? [];
  return set.profile.map((fact) => {
    const source = sources.find((each) => each.id === fact.id);
    return {
      fact,
      id: fact.id,
      label: fact.label,
      kind: fact.kind,
      unit: fact.unit,
      options: fact.options,
      note: source?.note,
      columns: [],
      pairedWith: undefined,
      lettered: false,
      claim: false,
      ownPoints: false,
      code: source?.code,
    };
  });
}

/** What the set says for the eye of one indicator. */
export function indicatorTexts(source: IndicatorSource): IndicatorTexts {
  return {
    heading: source.heading,
    note: source.note,
    evidence: {
      required: source.evidence?.required ?? false,
      withinYear: source.evidence?.within_year ?? false,
      note: source.evidence?.note,
    },
  };
}
