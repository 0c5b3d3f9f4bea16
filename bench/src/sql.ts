/**
 * Contestant (b): the rules of a set as one SQL query over a wide table (unit, grp, one column an input, NULL = missing),
 * generated from the compiled plans and shaped the way an author who wants speed writes it for DuckDB: arithmetic that lets
 * NULL pass instead of branches, bests by a narrow aggregate, sums level by level, ranks by a window over three columns.
 */
import type { CompiledSet, Fact, Node, Rational } from "@opendti/engine";

type Plan = NonNullable<Node["plan"]>;
type Measure = Extract<Plan, { kind: "scaled" }>["measure"];
type NumberPlan = Measure["of"];
type Step = Extract<Plan, { kind: "steps" }>["steps"][number];

/** Inputs that the query reads, in slot order: the columns of the wide table after unit and grp. */
export function tableFacts(set: CompiledSet): Fact[] {
  const used = new Set(set.nodes.flatMap((node) => (node.plan ? node.uses : [])));
  return set.facts.filter((fact) => used.has(fact.slot));
}

/** `2.1.3.a`, as the header of a wide CSV names an input. */
export function columnName(set: CompiledSet, fact: Fact): string {
  const node = fact.node === undefined ? undefined : set.nodes[fact.node];
  return `${node?.key ?? "profile"}.${fact.id}`;
}

export interface ScoringQuery {
  /** Gives unit, grp, a rounded score by node (named by its key), total and rank. */
  readonly text: string;
  /** Nodes that have a score, in the order of the columns. */
  readonly nodes: readonly Node[];
}

/** The query. `wide` is a table or an expression that stands for one. */
export function scoringQuery(set: CompiledSet, wide: string): ScoringQuery {
  const nodes = set.nodes.filter((node) => node.scored);
  const leaves = nodes.filter((node) => node.plan);
  const writer = new Writer(set);
  const bests = set.relatives.map(
    ({ plan }, index) => `max(${writer.number(plan.measure.of)}) AS best${index}`,
  );
  const scores = leaves.map((node) => `${writer.points(node.plan as Plan)} AS ${quoted(node.key)}`);
  const ctes = [
    `bests AS (SELECT grp, ${bests.join(", ")} FROM ${wide} GROUP BY grp)`,
    `level0 AS (SELECT unit, grp,\n    ${scores.join(",\n    ")}\n  FROM ${wide} JOIN bests USING (grp))`,
  ];
  const level = sumLevels(set, ctes);
  const total = set.pillars.map((pillar) => set.nodes[pillar]).filter((node) => node?.scored);
  const rounded = nodes.map((node) => `${half(quoted(node.key))} AS ${quoted(node.key)}`);
  ctes.push(
    `scored AS (SELECT unit, grp, ${rounded.join(", ")},\n    ${half(total.map((node) => quoted(node?.key ?? "")).join(" + "))} AS total\n  FROM ${level})`,
  );
  return {
    text: `WITH ${ctes.join(",\n")}\nSELECT *, rank() OVER (PARTITION BY grp ORDER BY total DESC) AS rank FROM scored`,
    nodes,
  };
}

/** One step for each depth of sums, the deepest first. */
function sumLevels(set: CompiledSet, ctes: string[]): string {
  const parents = set.nodes.filter((node) => node.scored && node.children.length > 0);
  const depths = [...new Set(parents.map((node) => node.depth))].sort((a, b) => b - a);
  let from = "level0";
  for (const [index, depth] of depths.entries()) {
    const sums = parents
      .filter((node) => node.depth === depth)
      .map((node) => `${childrenOf(set, node).join(" + ")} AS ${quoted(node.key)}`);
    const name = `level${index + 1}`;
    ctes.push(`${name} AS (SELECT *, ${sums.join(", ")} FROM ${from})`);
    from = name;
  }
  return from;
}

function childrenOf(set: CompiledSet, node: Node): string[] {
  return node.children
    .map((child) => set.nodes[child])
    .flatMap((child) => (child?.scored ? [quoted(child.key)] : []));
}

/** Rounds points half up to two digits. Points are never negative. */
function half(points: string): string {
  return `floor((${points}) * 100e0 + 0.5e0) / 100e0`;
}

class Writer {
  constructor(private readonly set: CompiledSet) {}

  /** Points of a plan: a number, 0 where the plan has none. */
  points(plan: Plan): string {
    switch (plan.kind) {
      case "points":
        return literal(plan.points);
      case "table":
        return this.table(plan);
      case "scaled":
        return `least(coalesce(${this.number(plan.measure.of)} * ${literal(plan.per)}, 0e0), ${literal(plan.cap)})`;
      case "steps":
        return `CASE ${plan.steps.map((step) => `WHEN ${this.edges(step, plan.measure)} THEN ${this.points(step.then)}`).join(" ")} ELSE 0e0 END`;
      case "sum":
        return this.sum(plan);
      case "relative":
        if (plan.to === "best" && plan.better === "higher")
          return `coalesce(${this.number(plan.measure.of)} / nullif(best${plan.index}, 0e0) * ${literal(plan.max)}, 0e0)`;
        break;
      default:
    }
    throw new Error(`the SQL contestant does not know the plan ${plan.kind}`);
  }

  /** A number with NULL for missing and for x/0. */
  number(plan: NumberPlan): string {
    switch (plan.kind) {
      case "constant":
        return literal(plan.value);
      case "slot":
        return this.column(plan.slot);
      case "add":
        return `(${this.number(plan.left)} + ${this.number(plan.right)})`;
      case "divide":
        return `(${this.number(plan.left)} / ${this.divisor(plan.right)})`;
      default:
        throw new Error(`the SQL contestant does not know the operation ${plan.kind}`);
    }
  }

  private table(plan: Extract<Plan, { kind: "table" }>): string {
    const column = this.column(plan.slot);
    const rows = plan.rows.flatMap((row, place) =>
      row.points.n === 0n ? [] : [`WHEN ${column} = ${place + plan.first} THEN ${literal(row.points)}`],
    );
    return `CASE ${rows.join(" ")} ELSE 0e0 END`;
  }

  private edges({ lower, upper }: Step, measure: Measure): string {
    const value = this.number(measure.of);
    const edges: string[] = [];
    if (lower) edges.push(`${value} ${lower.included ? ">=" : ">"} ${literal(lower.value)}`);
    if (upper) edges.push(`${value} ${upper.included ? "<=" : "<"} ${literal(upper.value)}`);
    return edges.length > 0 ? edges.join(" AND ") : "true";
  }

  /** Parts add up, what is missing as 0; a part that divides by zero leaves the whole without points. */
  private sum(plan: Extract<Plan, { kind: "sum" }>): string {
    const whole = plan.parts.map((part) => this.points(part.plan)).join(" + ");
    const undefinedParts = plan.parts.flatMap((part) => this.undefinedWhen(part.plan));
    return undefinedParts.length > 0
      ? `CASE WHEN ${undefinedParts.join(" OR ")} THEN 0e0 ELSE ${whole} END`
      : whole;
  }

  private undefinedWhen(plan: Plan): string[] {
    if (plan.kind === "table" || plan.kind === "points") return [];
    if (plan.kind !== "scaled")
      throw new Error(`the SQL contestant does not know a part that is ${plan.kind}`);
    const { of } = plan.measure;
    if (of.kind !== "divide" || this.neverZero(of.right)) return [];
    return [`(${this.number(of.right)} = 0 AND ${this.number(of.left)} IS NOT NULL)`];
  }

  private divisor(plan: NumberPlan): string {
    return this.neverZero(plan) ? this.number(plan) : `nullif(${this.number(plan)}, 0e0)`;
  }

  private neverZero(plan: NumberPlan): boolean {
    if (plan.kind === "add") return this.neverZero(plan.left) || this.neverZero(plan.right);
    if (plan.kind === "constant") return plan.value.n !== 0n;
    const min = plan.kind === "slot" ? this.set.facts[plan.slot]?.min : undefined;
    return min !== undefined && min.n > 0n;
  }

  private column(slot: number): string {
    const fact = this.set.facts[slot];
    if (!fact) throw new Error(`no fact in slot ${slot}`);
    return quoted(columnName(this.set, fact));
  }
}

function literal({ n, d }: Rational): string {
  const value = Number(n) / Number(d);
  return `${value}e0`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
