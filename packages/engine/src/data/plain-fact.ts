/** Facts that no set has by themselves, so that what stands for no input is read like one. */
import type { Fact } from "../plan/compiled.js";

interface PlainFact {
  readonly kind: Fact["kind"];
  readonly id?: string;
  readonly options?: readonly { readonly label: string }[] | undefined;
}

/** A column of a table, a tick, a reason: without bounds, required of nobody, and at no place among a set's columns. */
export const plainFact = ({ kind, id = "", options = [] }: PlainFact): Fact => ({
  slot: 0 as Fact["slot"],
  node: undefined,
  id,
  label: id,
  kind,
  unit: undefined,
  options: options.map(({ label }) => label),
  min: undefined,
  max: undefined,
  strict: false,
  defaultValue: undefined,
  breakdown: [],
  aliases: [],
});
