/** A plan beside the rows of its set: who leads and coordinates each, in the words of the document that assigned it. */
import { type CompiledSet, type Fact, type OutlineRow, outlineOf, type PlanSource } from "@opendti/engine";

export type Assignment = PlanSource["assignments"][number];

export interface PlanRow {
  readonly row: OutlineRow;
  /** Absent: the plan says nothing of this row. */
  readonly assignment: Assignment | undefined;
  /** Data of the indicator that are assigned on their own, in the order of the plan. */
  readonly inputs: readonly { readonly fact: Fact; readonly assignment: Assignment }[];
}

/** Every row of the set with what the plan assigns of it; throws RangeError when the plan assigns what the set has not. */
export function planRows(plan: PlanSource, set: CompiledSet): PlanRow[] {
  const whole = new Map<number, Assignment>();
  const parts = new Map<number, Assignment[]>();
  for (const assignment of plan.assignments) {
    const node = set.nodeOf.get(assignment.code);
    if (node === undefined) throw new RangeError(`${set.id} has no indicator ${assignment.code}`);
    if (assignment.input === undefined) whole.set(node, assignment);
    else parts.set(node, [...(parts.get(node) ?? []), assignment]);
  }
  return outlineOf(set).map((row) => ({
    row,
    assignment: whole.get(row.node.index),
    inputs: (parts.get(row.node.index) ?? []).map((assignment) => ({
      fact: factOf(row, assignment),
      assignment,
    })),
  }));
}

function factOf({ node }: OutlineRow, { code, input }: Assignment): Fact {
  const fact = node.inputs.find(({ id }) => id === input);
  if (fact === undefined) throw new RangeError(`Indicator ${code} has no input ${input}`);
  return fact;
}

/** Who leads, as the plan prints it. */
export function leadWords(plan: PlanSource, assignment: Assignment | undefined): string {
  if (assignment === undefined) return "";
  return assignment.printed?.lead ?? namesOf(plan, assignment.lead);
}

/** Who coordinates, as the plan prints it. */
export function coordinatingWords(plan: PlanSource, assignment: Assignment | undefined): string {
  if (assignment === undefined) return "";
  return assignment.printed?.coordinating ?? namesOf(plan, assignment.coordinating ?? []);
}

/** By when, as the plan prints it. */
export function deadlineText(assignment: Assignment | undefined): string {
  return assignment?.printed?.deadline ?? assignment?.deadline?.text ?? "";
}

function namesOf({ organisations }: PlanSource, keys: readonly string[]): string {
  return keys.map((key) => organisations[key] ?? key).join("; ");
}
