/** Scores of a whole set in cells: indicators, sums as the set adds them, the total. */
import { type CompiledSet, exact, type Node, type Rational } from "@opendti/engine";
import type { Conditions } from "./conditions.js";
import {
  absolute,
  all,
  any,
  type Expression,
  greatest,
  is,
  isEmpty,
  minus,
  not,
  num,
  over,
  plus,
  times,
  when,
  whole,
} from "./expression.js";
import { Points } from "./points.js";
import { choose, constant, GRAVE_POINTS, type Quantity } from "./quantity.js";
import { expand, fromTicks, rounded, roundsUp } from "./rounding.js";
import { BEYOND, MISSING, NOT_APPLICABLE, SCORED, status, UNREADABLE } from "./status.js";

type Num = Expression<number>;
type Truth = Expression<boolean>;

/** A score in cells. Ticks are 10^-digits of the set's rounding. */
export interface ScoreCells {
  readonly status: Num;
  readonly ticks: Num;
}

interface NodeCells extends ScoreCells {
  /** 1 where the indicator leaves its parent's sum; absent where it never can. */
  readonly excluded: Num | undefined;
  /** What a set that adds exact scores adds: whole millionths of a tick's point, and what is left of one. */
  readonly fine: { readonly whole: Num; readonly rest: Num } | undefined;
}

/** Digits to which exact scores are cut when they are added; the rest is kept as a fraction. */
const FINE = 6;

export interface Scores {
  readonly nodes: readonly ScoreCells[];
  readonly total: ScoreCells;
  /** Of each node and, last, of all: how many indicators below it lack data. */
  readonly lacking: readonly Num[];
}

export function scoreCells(
  set: CompiledSet,
  conditions: Conditions,
  markOf: (node: Node) => Expression | undefined,
): Scores {
  const scorer = new Scorer(set, conditions, markOf);
  const nodes = new Array<NodeCells>(set.nodes.length);
  for (let index = set.nodes.length - 1; index >= 0; index -= 1) {
    const node = set.nodes[index];
    if (node) nodes[index] = node.children.length > 0 ? scorer.parent(node, nodes) : scorer.leaf(node);
  }
  const total = scorer.sum("Tổng", set.pillars, nodes);
  return { nodes, total, lacking: lackingCells(set, conditions, nodes) };
}

function lackingCells(set: CompiledSet, conditions: Conditions, nodes: readonly ScoreCells[]): Num[] {
  const lacking = new Array<Num>(set.nodes.length + 1).fill(num(0));
  const below = (members: readonly number[]): Num =>
    conditions.arithmetic.sheet.row("?").put(plus(...members.map((member) => lacking[member] ?? num(0))));
  for (let index = set.nodes.length - 1; index >= 0; index -= 1) {
    const node = set.nodes[index];
    const cells = nodes[index];
    if (!node?.scored || !cells) continue;
    lacking[index] =
      node.children.length > 0
        ? below(node.children)
        : when(is(cells.status, "=", status(MISSING)), num(1), num(0));
  }
  lacking[set.nodes.length] = below(set.pillars);
  return lacking;
}

class Scorer {
  private readonly points: Points;

  constructor(
    private readonly set: CompiledSet,
    private readonly conditions: Conditions,
    private readonly markOf: (node: Node) => Expression | undefined,
  ) {
    this.points = new Points(conditions);
  }

  leaf(node: Node): NodeCells {
    const label = node.code;
    if (!node.scored) return this.settled(label, constant(exact.ZERO), undefined);
    const ways: { test: Truth; gives: Quantity; excluded: number }[] = [];
    const mark = this.markOf(node);
    if (mark && node.notApplicable)
      ways.push({
        test: not(isEmpty(mark)),
        gives: {
          ...constant(node.notApplicable === "full" ? node.max : exact.ZERO),
          status: status(NOT_APPLICABLE),
        },
        excluded: node.notApplicable === "excluded" ? 1 : 0,
      });
    for (const { when: test, gives } of node.exceptions) {
      const holds = this.conditions.condition(label, test);
      ways.push({
        test: is(holds, "=", num(BEYOND)),
        gives: { ...constant(exact.ZERO), status: status(BEYOND) },
        excluded: 0,
      });
      ways.push({
        test: is(holds, "=", num(1)),
        gives:
          gives.kind === "points"
            ? constant(gives.points)
            : { ...constant(exact.ZERO), status: status(NOT_APPLICABLE) },
        excluded: gives.kind === "excluded" ? 1 : 0,
      });
    }
    const own = node.plan ? this.points.of(label, node.plan) : constant(exact.ZERO);
    const excluded = ways.some((way) => way.excluded === 1)
      ? ways.reduceRight<Num>((below, way) => when(way.test, num(way.excluded), below), num(0))
      : undefined;
    return this.settled(label, choose(ways, own), excluded);
  }

  private settled(label: string, points: Quantity, excludes: Num | undefined): NodeCells {
    const { sheet } = this.conditions.arithmetic;
    // "Not applicable" has points too, so it is kept apart until they are rounded.
    const marked = is(points.status, "=", status(NOT_APPLICABLE));
    const kept = this.conditions.arithmetic.keep(
      label,
      { ...points, status: when(marked, status(SCORED), points.status), natural: true },
      GRAVE_POINTS,
    );
    const { status: state, ticks } = rounded(sheet, label, kept, this.set.scoreRounding, GRAVE_POINTS);
    const row = sheet.row(`${label} =`);
    return {
      status: row.put(when(marked, status(NOT_APPLICABLE), state)),
      ticks,
      excluded: excludes && row.put(excludes),
      fine: this.set.sum === "exact" ? this.fine(label, kept) : undefined,
    };
  }

  private fine(label: string, of: Quantity): { whole: Num; rest: Num } {
    const { sheet } = this.conditions.arithmetic;
    const { ticks, remainder, divisor } = expand(sheet, label, of, FINE, GRAVE_POINTS);
    return { whole: ticks, rest: sheet.row(label).put(over(remainder, divisor)) };
  }

  parent(node: Node, nodes: readonly NodeCells[]): NodeCells {
    const sum = this.sum(node.code, node.children, nodes);
    const mark = node.notApplicable && this.markOf(node);
    if (!mark) return sum;
    const given = this.leaf({ ...node, children: [], exceptions: [], plan: undefined });
    const marked = not(isEmpty(mark));
    const row = this.conditions.arithmetic.sheet.row(node.code);
    return {
      status: row.put(when(marked, given.status, sum.status)),
      ticks: row.put(when(marked, given.ticks, sum.ticks)),
      excluded:
        given.excluded || sum.excluded
          ? row.put(when(marked, given.excluded ?? num(0), sum.excluded ?? num(0)))
          : undefined,
      fine:
        given.fine && sum.fine
          ? {
              whole: row.put(when(marked, given.fine.whole, sum.fine.whole)),
              rest: row.put(when(marked, given.fine.rest, sum.fine.rest)),
            }
          : undefined,
    };
  }

  /** Sum of scores, what is excluded left out and the rest rescaled, rounded as the set declares. */
  sum(label: string, members: readonly number[], nodes: readonly NodeCells[]): NodeCells {
    const parts = members.flatMap((member) => {
      const node = this.set.nodes[member];
      const cells = nodes[member];
      return node?.scored && cells ? [{ node, cells }] : [];
    });
    const grave = this.conditions.arithmetic.sheet.fold(
      `${label} Σ`,
      [num(0), ...parts.map(({ cells }) => graveStatus(cells))],
      greatest,
    );
    const left = this.leftOut(label, parts);
    if (this.set.sum === "exact") return this.exactSum(label, parts, grave, left);
    const base = this.added(`${label} Σ`, parts, false, (cells) => cells.ticks);
    if (!left) return { status: grave, ticks: base, excluded: undefined, fine: undefined };
    const bonus = this.added(`${label} +`, parts, true, (cells) => cells.ticks);
    const main = this.rescaled(label, parts, left, grave, base);
    return {
      status: main.status,
      ticks: this.conditions.arithmetic.sheet.row(label).put(plus(main.ticks, bonus)),
      excluded: left.everything,
      fine: undefined,
    };
  }

  private added(
    label: string,
    parts: readonly Part[],
    bonus: boolean | undefined,
    of: (cells: NodeCells) => Num,
  ): Num {
    const { sheet } = this.conditions.arithmetic;
    // Without anything that can leave, bonuses are added as all else.
    const rescales = parts.some(({ cells }) => cells.excluded);
    const mine = parts.filter(({ node }) => !rescales || bonus === undefined || node.bonus === bonus);
    return sheet.fold(
      label,
      mine.map(({ cells }) =>
        cells.excluded ? when(is(cells.excluded, "=", num(1)), num(0), of(cells)) : of(cells),
      ),
      plus,
    );
  }

  /** Maxima of what is excluded and of all, as whole numbers of one unit; undefined where nothing can be excluded. */
  private leftOut(label: string, parts: readonly Part[]): LeftOut | undefined {
    const counted = parts.filter(({ node }) => !node.bonus);
    if (!parts.some(({ cells }) => cells.excluded)) return undefined;
    const unit = counted.reduce((scale, { node }) => {
      const { d } = exact.reduce(node.max);
      return (scale * d) / exact.gcd(scale, d);
    }, 1n);
    const inUnits = (max: Rational): bigint => (max.n * unit) / max.d;
    const wholeUnits = counted.reduce((sum, { node }) => sum + inUnits(node.max), 0n);
    const { sheet } = this.conditions.arithmetic;
    const left = sheet.fold(
      `${label} –`,
      counted.flatMap(({ node, cells }) =>
        cells.excluded ? [times(cells.excluded, num(inUnits(node.max)))] : [],
      ),
      plus,
    );
    const everything = sheet
      .row(`${label} –`)
      .put(when(all(is(left, ">", num(0)), is(left, "=", num(wholeUnits))), num(1), num(0)));
    return { left, whole: num(wholeUnits), wholePoints: { n: wholeUnits, d: unit }, everything };
  }

  private rescaled(label: string, parts: readonly Part[], out: LeftOut, grave: Num, base: Num): ScoreCells {
    const { arithmetic } = this.conditions;
    const { digits } = this.set.scoreRounding;
    const some = all(is(out.left, ">", num(0)), is(out.everything, "=", num(0)));
    const main = arithmetic.keep(
      label,
      {
        ...fromTicks(grave, when(some, times(base, out.whole), base), digits, true),
        d: when(some, minus(out.whole, out.left), num(1)),
      },
      GRAVE_POINTS,
    );
    const above = this.conditions.holds(label, main, ">", out.wholePoints);
    const capped = arithmetic.keep(
      label,
      {
        ...choose([{ test: all(some, above.test), gives: constant(out.wholePoints) }], main),
        status: when(all(some, above.beyond), status(BEYOND), main.status),
      },
      GRAVE_POINTS,
    );
    return rounded(
      arithmetic.sheet,
      `${label} (${parts.length})`,
      capped,
      this.set.scoreRounding,
      GRAVE_POINTS,
    );
  }

  /**
   * Exact scores added: whole millionths exactly, what is left of them as fractions. A sum so near to a tie that the fractions
   * could decide it wrongly is beyond the sheet; one without fractions is exact.
   */
  private exactSum(label: string, parts: readonly Part[], grave: Num, left: LeftOut | undefined): NodeCells {
    const { sheet } = this.conditions.arithmetic;
    const { digits, mode } = this.set.scoreRounding;
    const wholes = this.added(`${label} Σ`, parts, undefined, (cells) => cells.fine?.whole ?? num(0));
    const rest = this.added(`${label} Σ…`, parts, undefined, (cells) => cells.fine?.rest ?? num(0));
    const row = sheet.row(label);
    const tick = num(10 ** (FINE - digits));
    const ticks = row.put(whole(over(wholes, tick)));
    const remainder = row.put(plus(minus(wholes, times(ticks, tick)), rest));
    const twice = times(num(2), remainder);
    const up = row.put(roundsUp(ticks, twice, tick, mode));
    const near = all(
      not(is(rest, "=", num(0))),
      is(absolute(minus(twice, tick)), "<", { text: "0.001", value: 0.001 }),
    );
    const bad = left ? any(near, is(left.left, ">", num(0))) : near;
    const state = row.put(when(is(grave, ">", num(0)), grave, when(bad, status(BEYOND), status(SCORED))));
    return {
      status: state,
      ticks: row.put(when(is(state, "<", num(GRAVE_POINTS)), plus(ticks, up), num(0))),
      excluded: left?.everything,
      fine: { whole: wholes, rest },
    };
  }
}

/** The status where there is no number, else 0. */
const graveStatus = ({ status: of }: ScoreCells): Num => when(is(of, ">=", status(UNREADABLE)), of, num(0));

interface Part {
  readonly node: Node;
  readonly cells: NodeCells;
}

interface LeftOut {
  readonly left: Num;
  readonly whole: Num;
  readonly wholePoints: Rational;
  readonly everything: Num;
}
