/**
 * Results of two contestants, cell by cell. Where they differ the exact evaluator says who is right, and whether the other's floats explain it:
 * its value stood at a half, or its measure on an edge, and a float fell on the wrong side.
 */
import {
  type CampaignScores,
  type CompiledSet,
  exact,
  type Node,
  type Rational,
  type UnitScore,
} from "@opendti/engine";

/** What another contestant computed: points by node and row, totals and ranks by row. */
export interface OtherScores {
  readonly scores: readonly (Float64Array | undefined)[];
  readonly total: Float64Array;
  readonly rank: ArrayLike<number>;
  /** Of indicators without children: 0 scored, 1 missing, 2 undefined. Not every contestant tells. */
  readonly status?: readonly Uint8Array[];
}

export interface Comparison {
  /** Cells compared: points of every node, totals, ranks, and statuses where the other has them. */
  readonly cells: number;
  /** Of them, further apart than TOLERANCE. */
  readonly differing: number;
  /** Points and totals where the exact value lies at a half (or a measure on an edge), or that sum up such points. */
  readonly floatNoise: number;
  /** Ranks that follow from such totals. */
  readonly ranksAfterNoise: number;
  /** Everything else: one of the two is wrong. */
  readonly wrong: readonly string[];
}

const TOLERANCE = 1e-9;

/** Distance, in hundredths of a point, within which a float may fall on the wrong side of a half. */
const NEAR_HALF = 1e-7;

const STATUSES = ["scored", "missing", "undefined"];

/** Most faults that are named. */
const NAMED = 20;

/** @param exactly the other claims to be exact too: no difference is put down to floats. */
export function compareScores(scores: CampaignScores, other: OtherScores, exactly = false): Comparison {
  const { set } = scores;
  const counted = { cells: 0, differing: 0, floatNoise: 0, ranksAfterNoise: 0 };
  const wrong: string[] = [];
  const blame = (text: string): void => {
    if (wrong.length < NAMED) wrong.push(text);
    else wrong[NAMED] = "... and more";
  };
  const nodes = set.nodes.filter((node) => node.scored && other.scores[node.index]);
  const leaves = other.status ? nodes.filter((node) => node.plan) : [];
  const ownRank = ranksOf(scores, other);
  for (let row = 0; row < scores.length; row += 1) {
    counted.cells += nodes.length + 2;
    let unit: UnitScore | undefined;
    for (const node of nodes) {
      const theirs = other.scores[node.index]?.[row] as number;
      if (Math.abs(scores.ticks(row, node.index) / 100 - theirs) <= TOLERANCE) continue;
      counted.differing += 1;
      unit ??= scores.explain(row);
      if (!exactly && isNoise(set, unit, node, theirs, other, row)) counted.floatNoise += 1;
      else blame(`${scores.unit(row)} ${node.code}: ${scores.ticks(row, node.index) / 100}, other ${theirs}`);
    }
    for (const leaf of leaves) {
      counted.cells += 1;
      const status = STATUSES[other.status?.[leaf.index]?.[row] ?? -1];
      if (scores.status(row, leaf.index) === status) continue;
      counted.differing += 1;
      blame(`${scores.unit(row)} ${leaf.code}: ${scores.status(row, leaf.index)}, other ${status}`);
    }
    const total = other.total[row] as number;
    if (Math.abs(scores.totalTicks(row) / 100 - total) > TOLERANCE) {
      counted.differing += 1;
      unit ??= scores.explain(row);
      if (!exactly && (atHalf(unit.exactTotal, total) || sumsNoise(set, unit, set.pillars, other, row)))
        counted.floatNoise += 1;
      else blame(`${scores.unit(row)} total: ${scores.totalTicks(row) / 100}, other ${total}`);
    }
    if (scores.rank(row) !== other.rank[row]) {
      counted.differing += 1;
      if (!exactly && ownRank[row] === other.rank[row]) counted.ranksAfterNoise += 1;
      else blame(`${scores.unit(row)} rank: ${scores.rank(row)}, other ${other.rank[row]}`);
    }
  }
  return { ...counted, wrong };
}

/** Whether floats explain that the other's points of a node differ. */
function isNoise(
  set: CompiledSet,
  unit: UnitScore,
  node: Node,
  theirs: number,
  other: OtherScores,
  row: number,
): boolean {
  const score = unit.nodes[node.index];
  if (!score) return false;
  if (atHalf(score.exact, theirs)) return true;
  return node.children.length > 0
    ? sumsNoise(set, unit, node.children, other, row)
    : onEdge(unit, node.index);
}

/** The exact value lies at a half, and the other rounded it the other way: one hundredth apart. */
function atHalf(value: Rational, theirs: number): boolean {
  const hundredths = exact.toNumber(value) * 100;
  const fromHalf = Math.abs(hundredths - Math.floor(hundredths) - 0.5);
  return fromHalf < NEAR_HALF && Math.abs(hundredths - theirs * 100) < 0.5 + NEAR_HALF;
}

/** A measure of the node stands exactly on an edge of its bands. */
function onEdge(unit: UnitScore, node: number): boolean {
  const trace = unit.nodes[node]?.trace ?? [];
  return trace.some((step) => {
    if (step.kind !== "step") return false;
    const edges = [step.step?.lower, step.step?.upper];
    return edges.some((edge) => edge !== undefined && exact.equal(edge.value, step.value));
  });
}

/** Some leaf below the members is noise of its kind beyond rounding: an edge. */
function sumsNoise(
  set: CompiledSet,
  unit: UnitScore,
  members: readonly number[],
  other: OtherScores,
  row: number,
): boolean {
  return members.some((member) => {
    const node = set.nodes[member];
    if (!node) return false;
    if (node.children.length > 0) return sumsNoise(set, unit, node.children, other, row);
    const theirs = other.scores[member]?.[row] ?? 0;
    const ours = exact.toNumber(unit.nodes[member]?.score ?? exact.ZERO);
    return Math.abs(theirs - ours) > TOLERANCE && onEdge(unit, member);
  });
}

/** Ranks that follow from the other's own totals. */
function ranksOf(scores: CampaignScores, other: OtherScores): Int32Array {
  const members = new Map<string, number[]>();
  for (let row = 0; row < scores.length; row += 1) {
    const group = members.get(scores.group(row));
    if (group) group.push(row);
    else members.set(scores.group(row), [row]);
  }
  const hundredths = Array.from(other.total, (total) => Math.round(total * 100));
  const total = (row: number | undefined): number => hundredths[row ?? -1] ?? Number.NaN;
  const ranks = new Int32Array(scores.length);
  for (const rows of members.values()) {
    rows.sort((a, b) => total(b) - total(a));
    for (const [place, row] of rows.entries()) {
      const before = rows[place - 1];
      ranks[row] =
        before !== undefined && total(before) === total(row) ? (ranks[before] as number) : place + 1;
    }
  }
  return ranks;
}
