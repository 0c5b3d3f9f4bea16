/** Scores one unit, exactly and with its trace. */
import { add, compare, divide, multiply, type Rational, subtract, ZERO } from "../numbers/rational.js";
import { round } from "../numbers/rounding.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import {
  type Evaluation,
  evaluateCondition,
  evaluatePlan,
  type GroupStanding,
  graver,
  type PointsOutcome,
  type Values,
} from "../plan/exact.js";
import { requireGivable } from "./given.js";
import { levelOf } from "./level.js";
import type { TraceStep } from "./trace.js";

/** What a unit declared, read and checked against the set's inputs (see data/read.ts). */
export interface UnitFacts {
  readonly unit: string;
  readonly title: string | undefined;
  readonly group: string;
  readonly values: Values;
  /** Nodes answered "not applicable", with the reason given. */
  readonly notApplicable: ReadonlyMap<number, string | undefined>;
  /**
   * Points that a person gives in place of the rule's, by node: scored indicators without children alone, from 0 to their maximum; what
   * else is given is refused (RangeError). They stand before the unit's own exceptions and marks, and move nobody else's score: what the
   * unit declared is measured in its group as if nothing had been given.
   */
  readonly given?: ReadonlyMap<number, Rational>;
}

/** What the score of one indicator follows from. */
export type LeafFacts = Pick<UnitFacts, "values" | "notApplicable" | "given">;

export type Status = "scored" | "missing" | "undefined" | "not_applicable" | "pending";

export interface NodeScore {
  readonly node: number;
  readonly status: Status;
  /** Rounded as the set declares. */
  readonly score: Rational;
  readonly exact: Rational;
  /** Left out of its parent's sum, the rest being rescaled. */
  readonly excluded: boolean;
  /** Empty unless a trace was asked for. */
  readonly trace: readonly TraceStep[];
}

export interface UnitScore {
  readonly unit: string;
  readonly group: string;
  readonly total: Rational;
  readonly exactTotal: Rational;
  /** By node index. */
  readonly nodes: readonly NodeScore[];
  readonly conditions: readonly { readonly node: number; readonly holds: boolean | "unknown" }[];
  readonly level: string | undefined;
}

/** No relative measure is settled: what holds for a unit alone. */
export const nothingSettled = (): GroupStanding => ({ complete: false });

/** Scores a unit under the given standing of its group; with `traced`, every score carries its steps. */
export function scoreUnit(
  set: CompiledSet,
  facts: UnitFacts,
  standing: (relative: number) => GroupStanding = nothingSettled,
  traced = false,
): UnitScore {
  if (facts.given) for (const [node, points] of facts.given) requireGivable(set, node, points);
  const nodes = new Array<NodeScore>(set.nodes.length);
  for (let index = set.nodes.length - 1; index >= 0; index -= 1) {
    const node = set.nodes[index] as Node;
    nodes[index] =
      node.children.length > 0 && !facts.notApplicable.has(index)
        ? scoreParent(set, node, nodes, traced)
        : scoreLeaf(set, node, facts, standing, traced);
  }
  const whole = sumOf(set, set.pillars, nodes);
  const total = round(whole.exact, set.scoreRounding);
  const conditions = set.nodes.flatMap((node) =>
    node.condition ? [{ node: node.index, holds: evaluateCondition(node.condition.of, facts.values) }] : [],
  );
  return {
    unit: facts.unit,
    group: facts.group,
    total,
    exactTotal: whole.exact,
    nodes,
    conditions,
    level: levelOf(set, total, (pillar) => {
      const score = nodes[pillar];
      return (set.sum === "exact" ? score?.exact : score?.score) ?? ZERO;
    }),
  };
}

/** Scores one indicator without children. */
export function scoreLeaf(
  set: CompiledSet,
  node: Node,
  facts: LeafFacts,
  standing: (relative: number) => GroupStanding,
  traced = false,
): NodeScore {
  const given = facts.given?.get(node.index);
  if (given) return scoreGiven(set, node, facts, given, standing, traced);
  const trace: TraceStep[] | undefined = traced ? [] : undefined;
  const outcome = leafOutcome(node, facts, { values: facts.values, standing, trace });
  const score = round(outcome.points, set.scoreRounding);
  if (trace && (outcome.status === "scored" || outcome.status === "pending"))
    trace.push({ kind: "rounding", exact: outcome.points, value: score, rounding: set.scoreRounding });
  return {
    node: node.index,
    status: outcome.status,
    score,
    exact: outcome.points,
    excluded: outcome.excluded,
    trace: trace ?? [],
  };
}

/** Scores an indicator by the points a person gave; its trace holds what the rule gives. */
function scoreGiven(
  set: CompiledSet,
  node: Node,
  { values, notApplicable }: LeafFacts,
  points: Rational,
  standing: (relative: number) => GroupStanding,
  traced: boolean,
): NodeScore {
  const score = round(points, set.scoreRounding);
  const trace: TraceStep[] = traced
    ? [
        { kind: "given", points, rule: scoreLeaf(set, node, { values, notApplicable }, standing, true) },
        { kind: "rounding", exact: points, value: score, rounding: set.scoreRounding },
      ]
    : [];
  return { node: node.index, status: "scored", score, exact: points, excluded: false, trace };
}

interface LeafOutcome {
  readonly status: Status;
  readonly points: Rational;
  readonly excluded: boolean;
}

function leafOutcome(node: Node, facts: Omit<LeafFacts, "given">, evaluation: Evaluation): LeafOutcome {
  // What the document lists without points, and conditions, give none whatever is declared.
  if (!node.scored) return { status: "scored", points: ZERO, excluded: false };
  if (facts.notApplicable.has(node.index)) {
    const policy = node.notApplicable ?? "zero";
    evaluation.trace?.push({ kind: "not_applicable", policy, reason: facts.notApplicable.get(node.index) });
    return {
      status: "not_applicable",
      points: policy === "full" ? node.max : ZERO,
      excluded: policy === "excluded",
    };
  }
  for (const exception of node.exceptions) {
    if (evaluateCondition(exception.when, facts.values) !== true) continue;
    const excluded = exception.gives.kind === "excluded";
    const points = exception.gives.kind === "points" ? exception.gives.points : ZERO;
    evaluation.trace?.push({
      kind: "exception",
      text: exception.text,
      sentence: exception.sentence,
      basis: exception.basis,
      excluded,
      points,
    });
    return { status: excluded ? "not_applicable" : "scored", points, excluded };
  }
  if (!node.plan) return { status: "scored", points: ZERO, excluded: false };
  return { ...evaluatePlan(node.plan, evaluation), excluded: false };
}

function scoreParent(set: CompiledSet, node: Node, nodes: readonly NodeScore[], traced: boolean): NodeScore {
  const sum = sumOf(set, node.children, nodes);
  const score = round(sum.exact, set.scoreRounding);
  return {
    node: node.index,
    status: sum.status,
    score,
    exact: sum.exact,
    excluded: sum.excluded,
    trace: traced
      ? [
          {
            kind: "sum",
            parts: node.children.map((child) => {
              const part = nodes[child] as NodeScore;
              return {
                node: child,
                points: set.sum === "rounded" ? part.score : part.exact,
                excluded: part.excluded,
              };
            }),
            rescaled: sum.rescaled,
            cap: sum.cap,
          },
          { kind: "rounding", exact: sum.exact, value: score, rounding: set.scoreRounding },
        ]
      : [],
  };
}

interface Sum {
  readonly exact: Rational;
  readonly status: Status;
  readonly excluded: boolean;
  readonly rescaled: Rational | undefined;
  /** The whole, where rounded parts came to more than it when rescaled. */
  readonly cap: Rational | undefined;
}

/**
 * Sum of scores; what is excluded leaves, and the rest (bonuses apart) is rescaled to the whole, and to no more: a score rounded up
 * (0.67 of 2/3) would otherwise be multiplied past it.
 */
function sumOf(set: CompiledSet, members: readonly number[], nodes: readonly NodeScore[]): Sum {
  let base = ZERO;
  let bonus = ZERO;
  let whole = ZERO;
  let left = ZERO;
  let counted = 0;
  let status: Status | undefined;
  for (const member of members) {
    const node = set.nodes[member] as Node;
    const part = nodes[member] as NodeScore;
    if (!node.scored) continue;
    counted += 1;
    status = status === undefined ? part.status : sharedStatus(status, part.status);
    if (!node.bonus) whole = add(whole, node.max);
    if (part.excluded) {
      if (!node.bonus) left = add(left, node.max);
      continue;
    }
    const points = set.sum === "rounded" ? part.score : part.exact;
    if (node.bonus) bonus = add(bonus, points);
    else base = add(base, points);
  }
  const remaining = subtract(whole, left);
  const excluded = counted > 0 && left.n > 0n && remaining.n === 0n;
  const rescaled = left.n > 0n && !excluded ? divide(whole, remaining) : undefined;
  const main = rescaled ? multiply(base, rescaled) : base;
  const cap = rescaled && set.sum === "rounded" && compare(main, whole) > 0 ? whole : undefined;
  return { exact: add(cap ?? main, bonus), status: status ?? "scored", excluded, rescaled, cap };
}

/** Status of a sum: what all parts share; otherwise pending or undefined if any is, else scored. */
function sharedStatus(a: Status, b: Status): Status {
  if (a === b) return a;
  const strip = (status: Status): PointsOutcome["status"] =>
    status === "missing" || status === "not_applicable" ? "scored" : status;
  return graver(strip(a), strip(b));
}
