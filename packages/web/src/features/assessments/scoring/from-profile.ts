/** Inputs that repeat a fact of the profile: the set asks for the same number in two places. */
import type { CompiledSet, Fact } from "@opendti/engine";

/**
 * The facts of the profile that the inputs of a node repeat, by the input's id: where a check of the set says that both
 * are equal, or both have the same label; of the same kind and unit, so that the number can be taken as it is.
 */
export function repeatedFacts(set: CompiledSet, node: number): ReadonlyMap<string, Fact> {
  const equal = new Map<string, string>();
  for (const check of set.checks) {
    if (check.node !== node) continue;
    const [, one, other] = /^\s*(\w+)\s*=\s*(\w+)\s*$/.exec(check.text) ?? [];
    if (one === undefined || other === undefined) continue;
    equal.set(one, other).set(other, one);
  }
  const found = new Map<string, Fact>();
  for (const input of set.nodes[node]?.inputs ?? []) {
    const fact = set.profile.find(
      ({ id, label }) => id === equal.get(input.id) || label.trim() === input.label.trim(),
    );
    if (fact !== undefined && fact.kind === input.kind && fact.unit === input.unit) found.set(input.id, fact);
  }
  return found;
}
