/** Facts that no set has: how the cells are read that stand for no input. */
import type { Fact } from "@opendti/engine";

const bare = {
  slot: 0 as Fact["slot"],
  node: undefined,
  id: "",
  label: "",
  unit: undefined,
  options: [],
  min: undefined,
  max: undefined,
  strict: false,
  defaultValue: undefined,
  breakdown: [],
  aliases: [],
};

/** A text: the reason for "not applicable". */
export const REASON: Fact = { ...bare, kind: "text" };
/** An option of several is yes or empty. */
export const TICK: Fact = { ...bare, kind: "yes_no" };

/** A column of a table, read and written like an input of its own. */
export function columnFact(
  id: string,
  kind: Fact["kind"],
  options: readonly { readonly label: string }[],
): Fact {
  return { ...bare, id, label: id, kind, options: options.map(({ label }) => label) };
}
