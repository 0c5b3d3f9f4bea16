/** Points that a person gives in place of a rule's: which nodes take them, and how many. */
import { compare, type Rational } from "../numbers/rational.js";
import type { CompiledSet } from "../plan/compiled.js";

/**
 * Refuses (RangeError) points on what has none of its own: a node that is not there, a sum of others, one that the document does not
 * score; and points below 0 or above the node's maximum. Whoever takes points from a person looks before: this is misuse.
 */
export function requireGivable(set: CompiledSet, index: number, points: Rational): void {
  const node = set.nodes[index];
  if (!node?.scored || node.children.length > 0)
    throw new RangeError(`${set.id}: node ${index} (${node?.key ?? "none"}) takes no points from a person`);
  if (points.n < 0n || compare(points, node.max) > 0)
    throw new RangeError(`${set.id}: points given to ${node.key} are not within 0 and its maximum`);
}
