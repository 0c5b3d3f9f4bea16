/** A compiled set's leaves made ready for columns, once per set. */
import type { CompiledSet, Node } from "../plan/compiled.js";
import type { Plan, RelativePlan } from "../plan/plan.js";
import { type RowCondition, rowCondition } from "./condition.js";
import type { Kernel } from "./kernel.js";
import { kernelOf } from "./kernels.js";
import { type RelativeKernel, relativeKernel } from "./relative.js";

export interface Leaf {
  readonly node: Node;
  /** Of a relative rule, that of its provisional one. Absent: every row goes to the exact evaluator. */
  readonly kernel: Kernel | undefined;
  /** A rule that is relative at its root. */
  readonly relative: { readonly plan: RelativePlan; readonly kernel: RelativeKernel | undefined } | undefined;
  /** Relative somewhere inside: scored exactly once the groups are complete. */
  readonly late: boolean;
  readonly exceptions: readonly RowCondition[];
}

export interface Program {
  readonly set: CompiledSet;
  readonly leaves: readonly Leaf[];
  /** Nodes with children, from the deepest up. */
  readonly parentsUp: readonly Node[];
  /** Those of them with nothing relative below: their sums follow from a unit's own facts. */
  readonly ownParents: ReadonlySet<Node>;
  readonly conditions: readonly {
    readonly node: Node;
    readonly holds: RowCondition;
    readonly unranked: boolean;
  }[];
}

const programs = new WeakMap<CompiledSet, Program>();

/** The program of a set, made at first use. */
export function programOf(set: CompiledSet): Program {
  const known = programs.get(set);
  if (known) return known;
  const parentsUp = set.nodes.filter((node) => node.children.length > 0).reverse();
  const program: Program = {
    set,
    leaves: set.nodes.filter((node) => node.children.length === 0 && node.scored).map(leafOf),
    parentsUp,
    ownParents: new Set(parentsUp.filter((node) => !isRelative(set, node))),
    conditions: set.nodes.flatMap((node) =>
      node.condition
        ? [{ node, holds: rowCondition(node.condition.of), unranked: node.condition.unmet === "unranked" }]
        : [],
    ),
  };
  programs.set(set, program);
  return program;
}

/** Whether anything below the node, or its own plan, compares units. */
function isRelative(set: CompiledSet, { children, plan }: Node): boolean {
  if (plan && hasRelative(plan)) return true;
  return children.some((child) => isRelative(set, set.nodes[child] as Node));
}

function leafOf(node: Node): Leaf {
  const { plan } = node;
  const relative = plan?.kind === "relative" ? { plan, kernel: relativeKernel(plan) } : undefined;
  return {
    node,
    kernel: kernelOfLeaf(plan),
    relative,
    late: !relative && plan !== undefined && hasRelative(plan),
    exceptions: node.exceptions.map((exception) => rowCondition(exception.when)),
  };
}

function kernelOfLeaf(plan: Plan | undefined): Kernel | undefined {
  if (plan?.kind === "relative") return plan.provisional && kernelOf(plan.provisional);
  return plan && kernelOf(plan);
}

function hasRelative(plan: Plan): boolean {
  switch (plan.kind) {
    case "relative":
      return true;
    case "sum":
      return plan.parts.some((part) => hasRelative(part.plan));
    case "best":
      return plan.of.some((part) => hasRelative(part.plan));
    case "steps":
      return plan.steps.some((step) => hasRelative(step.then));
    default:
      return false;
  }
}
