/**
 * What totals can still become while judgements are pending: each indicator not judged yet may fall to nothing or rise to
 * its maximum. All are scored once at the least and once at the most, so that what follows from points follows here too:
 * the rescaling where something does not apply, the best of several, conditions, rounding.
 */
import { type CompiledSet, exact, type UnitFacts } from "@opendti/engine";
import type { LongCall } from "../../http/call.js";
import { addressOf } from "../assessments/scoring.js";
import { type Board, millionths } from "./board.js";
import type { Edition } from "./repository.js";
import { runFactsOf, scoredWith } from "./run-facts.js";
import { judgedCodes } from "./unit-repository.js";

/** In millionths. */
interface OpenTotal {
  readonly least: number;
  readonly most: number;
  /** Indicators of the unit that are not judged yet. */
  readonly count: number;
}

/** Of these rows of the board, in their order. */
export async function openTotals(
  call: LongCall,
  {
    edition,
    board,
    rows,
  }: { readonly edition: Edition; readonly board: Board; readonly rows: readonly number[] },
): Promise<OpenTotal[]> {
  const units = rows.flatMap((row) => board.units[row] ?? []);
  const judged = await judgedCodes(
    call.db,
    units.flatMap(({ assessmentId }) => assessmentId ?? []),
  );
  const still = units.map(({ total }) => ({ least: millionths(total), most: millionths(total), count: 0 }));
  const open = new Map(
    units.flatMap(({ id, group, assessmentId, submitted }) => {
      const codes = judged.get(assessmentId ?? "");
      const nodes = codes === undefined || submitted === false ? [] : openNodes(board.set, codes);
      return nodes.length === 0 ? [] : [[id, { group, nodes }] as const];
    }),
  );
  const facts = open.size === 0 ? undefined : await runFactsOf(call, edition);
  if (facts === undefined) return still;
  const moving = movingNodes(board.set, units, open);
  const least = await scoredWith(
    facts,
    given(moving, () => exact.ZERO),
  );
  const most = await scoredWith(
    facts,
    given(moving, (node) => board.set.nodes[node]?.max ?? exact.ZERO),
  );
  const tick = 10 ** (6 - board.set.scoreRounding.digits);
  return units.map(({ id }, place) => {
    const row = facts.rowOf.get(id);
    const now = still[place] ?? { least: 0, most: 0, count: 0 };
    if (row === undefined || !moving.has(id)) return now;
    return {
      least: Math.min(now.least, least.totalTicks(row) * tick),
      most: Math.max(now.most, most.totalTicks(row) * tick),
      count: open.get(id)?.nodes.length ?? 0,
    };
  });
}

/** The indicators that somebody judges, and nobody has. */
function openNodes(set: CompiledSet, judged: ReadonlySet<string>): number[] {
  return set.nodes
    .filter((node) => node.children.length === 0 && node.scored && !judged.has(addressOf(set, node)))
    .map(({ index }) => index);
}

/**
 * The indicators that may move, by unit: its own open ones, and those measured against the group while anybody's of the
 * group is open. Those move without being judged again.
 */
function movingNodes(
  set: CompiledSet,
  units: readonly { readonly id: string; readonly group: string | null }[],
  open: ReadonlyMap<string, { readonly group: string | null; readonly nodes: readonly number[] }>,
): Map<string, ReadonlySet<number>> {
  const relative = new Set(set.relatives.map(({ node }) => node));
  const shared = new Map<string | null, Set<number>>();
  for (const { group, nodes } of open.values()) {
    const of = shared.get(group) ?? new Set<number>();
    shared.set(group, of);
    for (const node of nodes) if (relative.has(node)) of.add(node);
  }
  return new Map(
    units.flatMap(({ id, group }) => {
      const nodes = new Set([...(open.get(id)?.nodes ?? []), ...(shared.get(group) ?? [])]);
      return nodes.size === 0 ? [] : [[id, nodes] as const];
    }),
  );
}

/** Gives what moves these points; points that a person gives stand before marks and rules. */
const given =
  (moving: ReadonlyMap<string, ReadonlySet<number>>, points: (node: number) => exact.Rational) =>
  (unit: string, facts: UnitFacts): UnitFacts => {
    const nodes = moving.get(unit);
    if (nodes === undefined) return facts;
    return {
      ...facts,
      given: new Map([...(facts.given ?? []), ...[...nodes].map((node) => [node, points(node)] as const)]),
    };
  };
