/** The plans of a compiled set, as its own type has them. */
import type { CompiledSet, DataCheck } from "@opendti/engine";

type Node = CompiledSet["nodes"][number];

export type Plan = NonNullable<Node["plan"]>;
export type ConditionPlan = DataCheck["require"];
export type NumberPlan = Extract<ConditionPlan, { kind: "compare" }>["left"];
export type Measure = Extract<Plan, { kind: "scaled" }>["measure"];
export type Step = Extract<Plan, { kind: "steps" }>["steps"][number];
