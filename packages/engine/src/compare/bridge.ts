/**
 * Why a unit's total changed from one campaign to the next: its own data, the rules, the others of its group. Three steps from
 * one score to the other, each changing one thing; so the three parts add up to the whole change exactly.
 */

import { indicatorSource } from "../explain/indicator-source.js";
import { least, type Rational, subtract, ZERO } from "../numbers/rational.js";
import type { CompiledSet, Fact, Node } from "../plan/compiled.js";
import type { GroupStanding } from "../plan/exact.js";
import { scoreUnit, type UnitFacts, type UnitScore } from "../score/unit.js";

/** What a unit's score of one campaign follows from. */
export interface ScoredUnder {
  readonly facts: UnitFacts;
  /** What is known of its ranking group, by relative measure. */
  readonly standing: (relative: number) => GroupStanding;
}

export interface BridgeParts {
  /** The unit's own data changed. */
  readonly own: Rational;
  /** The set changed: rules, maxima, indicators that came or went. */
  readonly rules: Rational;
  /** The others of the group changed, where points are relative to them. */
  readonly others: Rational;
}

export interface BridgeRow extends BridgeParts {
  /** The indicator in the later set; undefined: it is no longer there. */
  readonly node: number | undefined;
  /** The indicator in the earlier set; undefined: it is new. */
  readonly earlier: number | undefined;
}

export interface Bridge extends BridgeParts {
  /** The two totals as they rank; own + rules + others = to - from. */
  readonly from: Rational;
  readonly to: Rational;
  /** Indicators without children of both sets, in the order of the later one; those that are gone last. */
  readonly rows: readonly BridgeRow[];
  /** What rounding and rescaling of sums add: with it the rows add up to the three parts. */
  readonly rest: BridgeParts;
}

/**
 * Takes the change of a unit's total apart.
 * @param before the earlier campaign: its set, the unit's facts, the group's standing then.
 * @param carried the same earlier data under the later set ({@link carryFacts}): the unit's, and the standing that everybody's gives.
 * @param after the later campaign.
 */
export function bridgeBetween(
  before: ScoredUnder & { readonly set: CompiledSet },
  carried: ScoredUnder,
  after: ScoredUnder & { readonly set: CompiledSet },
): Bridge {
  const { set } = after;
  const first = scoreUnit(before.set, before.facts, before.standing);
  // Under the same set nothing is carried anywhere: the second step is the first.
  const same = before.set === set && carried.facts === before.facts && carried.standing === before.standing;
  const steps: Steps = {
    before: first,
    ruled: same ? first : scoreUnit(set, carried.facts, carried.standing),
    declared: scoreUnit(set, after.facts, carried.standing),
    after: scoreUnit(set, after.facts, after.standing),
  };
  const whole = partsOf(steps.before.total, steps.ruled.total, steps.declared.total, steps.after.total);
  const rows = rowsOf(before.set, set, steps);
  return {
    ...whole,
    from: steps.before.total,
    to: steps.after.total,
    rows,
    // Fractions of all indicators in one: made for whoever asks for it, because it takes longer than all else.
    get rest() {
      return restOf(whole, rows);
    },
  };
}

const restOf = (whole: BridgeParts, rows: readonly BridgeRow[]): BridgeParts =>
  rows.reduce<BridgeParts>(
    (left, row) => ({
      own: subtract(left.own, row.own),
      rules: subtract(left.rules, row.rules),
      others: subtract(left.others, row.others),
    }),
    whole,
  );

/** The scores on the way: under the old set; the old data, then the new, under the new set; and with the others' new data. */
interface Steps {
  readonly before: UnitScore;
  readonly ruled: UnitScore;
  readonly declared: UnitScore;
  readonly after: UnitScore;
}

function partsOf(before: Rational, ruled: Rational, declared: Rational, after: Rational): BridgeParts {
  return {
    rules: subtract(ruled, before),
    own: subtract(declared, ruled),
    others: subtract(after, declared),
  };
}

function rowsOf(from: CompiledSet, to: CompiledSet, steps: Steps): BridgeRow[] {
  const earlierOf = carriedNodes(from, to);
  const taken = new Set<number>();
  const rows: BridgeRow[] = [];
  for (const node of to.nodes) {
    if (!isLeaf(node)) continue;
    const found = earlierOf.get(node.index);
    // What one indicator was split into counts the earlier points once.
    const earlier =
      found === undefined || taken.has(found) || !isLeaf(from.nodes[found] as Node) ? undefined : found;
    if (earlier !== undefined) taken.add(earlier);
    const at = (score: UnitScore): Rational => pointsAt(to, score, node.index);
    const then = earlier === undefined ? ZERO : pointsAt(from, steps.before, earlier);
    const parts = partsOf(then, at(steps.ruled), at(steps.declared), at(steps.after));
    rows.push({ node: node.index, earlier, ...parts });
  }
  for (const node of from.nodes)
    if (isLeaf(node) && !taken.has(node.index))
      rows.push({
        node: undefined,
        earlier: node.index,
        ...partsOf(pointsAt(from, steps.before, node.index), ZERO, ZERO, ZERO),
      });
  return rows;
}

const isLeaf = (node: Node): boolean => node.scored && node.children.length === 0;

/** What an indicator brings to the sums above it. */
function pointsAt(set: CompiledSet, score: UnitScore, node: number): Rational {
  const own = score.nodes[node];
  if (own === undefined || own.excluded) return ZERO;
  return set.sum === "exact" ? own.exact : own.score;
}

/**
 * Which indicators of a set stood in an earlier one: by `continues` (SET:KEY) where the set says so, else by their key, else by their
 * code. From the later set's node to the earlier one's.
 */
export function carriedNodes(from: CompiledSet, to: CompiledSet): Map<number, number> {
  const carried = new Map<number, number>();
  const byKey = new Map(from.nodes.map(({ key, index }) => [key, index]));
  for (const node of to.nodes) {
    const { continues } = indicatorSource(to, node.index);
    const earlier =
      continues === undefined
        ? (byKey.get(node.key) ?? from.nodeOf.get(node.code))
        : continues.startsWith(`${from.id}:`)
          ? byKey.get(continues.slice(from.id.length + 1))
          : undefined;
    if (earlier !== undefined) carried.set(node.index, earlier);
  }
  return carried;
}

/**
 * A unit's earlier data as facts of a later set. An input is carried when both indicators have one of the same id, kind, unit of measure
 * and number of options; what has no counterpart is missing, never guessed. Points that a person gave are held to the new maximum.
 */
export function carryFacts(from: CompiledSet, to: CompiledSet, facts: UnitFacts): UnitFacts {
  const earlierOf = carriedNodes(from, to);
  const values = to.facts.map((fact) => {
    const node = fact.node === undefined ? undefined : earlierOf.get(fact.node);
    if (fact.node !== undefined && node === undefined) return fact.defaultValue;
    const inputs = node === undefined ? from.profile : (from.nodes[node]?.inputs ?? []);
    const earlier = inputs.find((one) => isSame(one, fact));
    return (earlier && facts.values[earlier.slot]) ?? fact.defaultValue;
  });
  const notApplicable = new Map<number, string | undefined>();
  const given = new Map<number, Rational>();
  for (const [now, then] of earlierOf) {
    const node = to.nodes[now];
    if (node === undefined) continue;
    if (node.notApplicable !== undefined && facts.notApplicable.has(then))
      notApplicable.set(now, facts.notApplicable.get(then));
    const points = facts.given?.get(then);
    if (points !== undefined && isLeaf(node)) given.set(now, least(points, node.max));
  }
  return {
    unit: facts.unit,
    title: facts.title,
    group: facts.group,
    values,
    notApplicable,
    ...(given.size > 0 ? { given } : {}),
  };
}

const isSame = (a: Fact, b: Fact): boolean =>
  a.id === b.id && a.kind === b.kind && a.unit === b.unit && a.options.length === b.options.length;
