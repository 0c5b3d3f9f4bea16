/** The indicator as its set writes it, by the index of its node. */
import type { CompiledSet } from "../plan/compiled.js";
import type { IndicatorSource } from "../set/schema.js";

const flattened = new WeakMap<CompiledSet, readonly IndicatorSource[]>();

/** Nodes are numbered in the order of the document, parents before their children. */
export function indicatorSource(set: CompiledSet, node: number): IndicatorSource {
  let sources = flattened.get(set);
  if (!sources) {
    sources = set.source.indicators.flatMap(withChildren);
    flattened.set(set, sources);
  }
  const source = sources[node];
  if (!source) throw new RangeError(`There is no node ${node} in ${set.id}`);
  return source;
}

function withChildren(indicator: IndicatorSource): IndicatorSource[] {
  return [indicator, ...(indicator.children ?? []).flatMap(withChildren)];
}
