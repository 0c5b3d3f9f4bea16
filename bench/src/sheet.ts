/**
 * Contestant (c): the rules of a set as a workbook, the way a skilled hand lays it out for speed: a row a unit, sorted by
 * ranking group, so that the best and the rank look at the group's own block of rows and nowhere else. Cells hold exact
 * points and would show two digits by their number format; only the total, on which units are ranked, is rounded.
 */
import type { CompiledSet, Node, Rational } from "@opendti/engine";
import type { Campaign } from "./generate.js";
import { tableFacts } from "./sql.js";

type Plan = NonNullable<Node["plan"]>;
type NumberPlan = Extract<Plan, { kind: "scaled" }>["measure"]["of"];

export type CellContent = string | number | null;

export interface Workbook {
  readonly inputs: CellContent[][];
  readonly bests: string[][];
  readonly scores: string[][];
  /** Campaign row of each sheet row. */
  readonly rows: readonly number[];
  /** Column of the sheet of scores, by node. */
  readonly columnOf: ReadonlyMap<number, number>;
  readonly totalColumn: number;
  readonly formulas: number;
}

/** The workbook of a campaign. */
export function workbook(campaign: Campaign): Workbook {
  const { set, groupOf } = campaign;
  const rows = Array.from(groupOf.keys()).sort(
    (a, b) => (groupOf[a] as number) - (groupOf[b] as number) || a - b,
  );
  const layout = new Layout(set);
  const blocks = blocksOf(rows.map((row) => groupOf[row] as number));
  const scores = rows.map((row, at) => {
    const block = blocks.get(groupOf[row] as number);
    if (!block) throw new Error("a group without a block");
    return layout.scoreRow(at + 1, block);
  });
  const bests = [...blocks.values()].map((block) => layout.bestRow(block));
  return {
    inputs: inputRows(campaign, rows),
    bests,
    scores,
    rows,
    columnOf: layout.columnOf,
    totalColumn: layout.totalColumn,
    formulas: scores.length * (scores[0]?.length ?? 0) + bests.length * (bests[0]?.length ?? 0),
  };
}

/** Values of the sheet of inputs: a column for each fact that the rules read. */
export function inputRows({ set, columns }: Campaign, rows: readonly number[]): CellContent[][] {
  const facts = tableFacts(set);
  return rows.map((row) =>
    facts.map(({ slot }) => {
      const value = columns[slot]?.[row] as number;
      return Number.isNaN(value) ? null : value;
    }),
  );
}

/** Rows of a group, from 1, both included, and the group's row in the sheet of bests. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly best: number;
}

function blocksOf(groups: readonly number[]): Map<number, Block> {
  const blocks = new Map<number, Block>();
  for (const [at, group] of groups.entries()) {
    const known = blocks.get(group);
    blocks.set(group, { first: known?.first ?? at + 1, last: at + 1, best: known?.best ?? blocks.size + 1 });
  }
  return blocks;
}

class Layout {
  readonly columnOf = new Map<number, number>();
  readonly totalColumn: number;
  private readonly inputColumn = new Map<number, string>();
  private readonly nodes: readonly Node[];
  /** Column of each relative measure, after the rank. */
  private readonly measureColumn: readonly string[];

  constructor(private readonly set: CompiledSet) {
    for (const [column, fact] of tableFacts(set).entries()) this.inputColumn.set(fact.slot, letters(column));
    this.nodes = set.nodes.filter((node) => node.scored);
    for (const [column, node] of this.nodes.entries()) this.columnOf.set(node.index, column);
    this.totalColumn = this.nodes.length;
    this.measureColumn = set.relatives.map((_, index) => letters(this.totalColumn + 2 + index));
  }

  scoreRow(row: number, block: Block): string[] {
    const points = this.nodes.map((node) =>
      node.plan ? `=${this.points(node.plan, row, block)}` : `=${this.sumOf(node.children, row)}`,
    );
    const total = letters(this.totalColumn);
    const totals = `${total}$${block.first}:${total}$${block.last}`;
    return [
      ...points,
      `=ROUND(${this.sumOf(this.set.pillars, row)},2)`,
      `=COUNTIF(${totals},">"&${total}${row})+1`,
      ...this.set.relatives.map(
        ({ plan }) =>
          `=${this.guarded(plan.measure.of, `IFERROR(${this.number(plan.measure.of, row)},"")`, row, '""')}`,
      ),
    ];
  }

  bestRow({ first, last }: Block): string[] {
    return this.measureColumn.map((column) => `=MAX(Scores!${column}$${first}:${column}$${last})`);
  }

  private sumOf(members: readonly number[], row: number): string {
    return members
      .flatMap((member) =>
        this.columnOf.has(member) ? [`${letters(this.columnOf.get(member) ?? 0)}${row}`] : [],
      )
      .join("+");
  }

  private points(plan: Plan, row: number, block: Block): string {
    switch (plan.kind) {
      case "points":
        return literal(plan.points);
      case "table":
        return this.table(plan, row);
      case "scaled":
        return this.guarded(
          plan.measure.of,
          `IFERROR(MIN(${this.number(plan.measure.of, row)}*${literal(plan.per)},${literal(plan.cap)}),0)`,
          row,
        );
      case "steps":
        return this.steps(plan, row, block);
      case "sum":
        return this.parts(plan, row, block);
      case "relative":
        return `IFERROR(${this.measureColumn[plan.index]}${row}/Bests!${letters(plan.index)}$${block.best}*${literal(plan.max)},0)`;
      default:
        throw new Error(`the workbook does not know the plan ${plan.kind}`);
    }
  }

  private table(plan: Extract<Plan, { kind: "table" }>, row: number): string {
    const cell = this.input(plan.slot, row);
    const paid = [...plan.rows.entries()].filter(([, { points }]) => points.n !== 0n);
    return paid.reduceRight(
      (rest, [place, { points }]) => `IF(${cell}=${place + plan.first},${literal(points)},${rest})`,
      "0",
    );
  }

  private steps(plan: Extract<Plan, { kind: "steps" }>, row: number, block: Block): string {
    const value = this.number(plan.measure.of, row);
    const chosen = plan.steps.reduceRight((rest, { lower, upper, then }) => {
      const edge = lower
        ? `${value}>${lower.included ? "=" : ""}${literal(lower.value)}`
        : upper && `${value}<${upper.included ? "=" : ""}${literal(upper.value)}`;
      return edge ? `IF(${edge},${this.points(then, row, block)},${rest})` : this.points(then, row, block);
    }, "0");
    return this.guarded(plan.measure.of, `IFERROR(${chosen},0)`, row);
  }

  private parts(plan: Extract<Plan, { kind: "sum" }>, row: number, block: Block): string {
    const whole = plan.parts.map((part) => this.points(part.plan, row, block)).join("+");
    const undefinedParts = plan.parts.flatMap(({ plan: part }) => {
      if (part.kind !== "scaled" || part.measure.of.kind !== "divide") return [];
      const { left, right } = part.measure.of;
      const given = `COUNT(${[...slots(left), ...slots(right)].map((slot) => this.input(slot, row)).join(",")})`;
      return [`AND(${this.number(right, row)}=0,${given}=${slots(left).length + slots(right).length})`];
    });
    return undefinedParts.length > 0 ? `IF(OR(${undefinedParts.join(",")}),0,${whole})` : whole;
  }

  /** A blank cell counts as 0: harmless as a lone divisor (an error) or dividend (0 points), not within a sum. */
  private guarded(plan: NumberPlan, formula: string, row: number, otherwise = "0"): string {
    const all = slots(plan);
    if (all.length === 1 || (plan.kind === "divide" && all.length === 2)) return formula;
    return `IF(COUNT(${all.map((slot) => this.input(slot, row)).join(",")})<${all.length},${otherwise},${formula})`;
  }

  private number(plan: NumberPlan, row: number): string {
    switch (plan.kind) {
      case "constant":
        return literal(plan.value);
      case "slot":
        return this.input(plan.slot, row);
      case "add":
        return `(${this.number(plan.left, row)}+${this.number(plan.right, row)})`;
      case "divide":
        return `${this.number(plan.left, row)}/${this.number(plan.right, row)}`;
      default:
        throw new Error(`the workbook does not know the operation ${plan.kind}`);
    }
  }

  private input(slot: number, row: number): string {
    return `Inputs!${this.inputColumn.get(slot)}${row}`;
  }
}

function slots(plan: NumberPlan): number[] {
  if (plan.kind === "slot") return [plan.slot];
  return plan.kind === "add" || plan.kind === "divide" ? [...slots(plan.left), ...slots(plan.right)] : [];
}

function literal({ n, d }: Rational): string {
  return String(Number(n) / Number(d));
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
