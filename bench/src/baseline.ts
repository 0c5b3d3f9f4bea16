/**
 * The practical limit of one core: the rules of QĐ 922 as hand-written float64 loops over columns, one per indicator. It
 * gives scores, statuses, sums, totals and ranks like the engine, but promises nothing about exactness, explains nothing and knows
 * one set only.
 */
import {
  bandLoop,
  type Column,
  choiceLoop,
  MISSING,
  orLoop,
  partLoop,
  rankByGroup,
  ratioLoop,
  relativeLoop,
  roundLoop,
  sumLoop,
  UNDEFINED,
} from "./baseline-loops.js";
import type { Campaign } from "./generate.js";

/** Output of a run: rounded scores and statuses by node, totals and ranks. */
export interface BaselineScores {
  readonly scores: readonly Column[];
  readonly status: readonly Uint8Array[];
  readonly total: Column;
  readonly rank: Int32Array;
}

export class Baseline {
  private readonly input: (code: string, id: string) => Column;
  private readonly rows: number;
  private readonly scores: Column[];
  private readonly status: Uint8Array[];
  private readonly sums: Column[];

  constructor(private readonly campaign: Campaign) {
    const { set } = campaign;
    this.rows = campaign.units.length;
    this.input = (code, id) => {
      const node = set.nodes[set.nodeOf.get(code) ?? -1];
      const fact = node?.inputs.find((candidate) => candidate.id === id);
      const column = fact && campaign.columns[fact.slot];
      if (!column) throw new Error(`no column ${code}.${id}`);
      return column;
    };
    this.scores = set.nodes.map(() => new Float64Array(0));
    this.status = set.nodes.map(() => new Uint8Array(0));
    this.sums = set.nodes.map(() => new Float64Array(0));
  }

  run(): BaselineScores {
    const { set } = this.campaign;
    for (const node of set.nodes) {
      if (node.children.length > 0) this.sums[node.index] = new Float64Array(this.rows);
      this.scores[node.index] = new Float64Array(this.rows);
      this.status[node.index] = new Uint8Array(this.rows);
    }
    this.pillars1to4();
    this.pillar5();
    this.pillar6();
    this.pillars7and8();
    return this.finish();
  }

  private pillars1to4(): void {
    const half = [10, 5, 0];
    this.choice("1.1", half);
    this.parts("1.2", [5, 5]);
    this.ratio("1.3", "a", "b", 10, 1);
    this.choice("1.4", half);
    this.choice("1.5", [10, 5, 2.5, 0]);
    for (const code of [
      "1.6",
      "1.7",
      "1.9",
      "2.3",
      "2.4",
      "2.5",
      "2.6",
      "2.7",
      "2.8",
      "2.9",
      "2.10",
      "2.11",
      "4.1",
      "4.2",
      "4.3",
      "4.4",
    ])
      this.choice(code, [10, 0]);
    this.choice("1.8", half);
    this.choice("1.10", half);
    this.choice("2.1", [5, 0]);
    this.choice("2.2", [5, 0]);
    for (const code of ["3.1", "3.2", "3.3", "3.4", "3.7", "4.7"]) this.ratio(code, "a", "b", 10, 1);
    this.choiceAndPart("3.5", [15, 7.5, 0], 15);
    this.twoRatios("3.6", 10);
    this.relative("4.5", this.quotient(this.sumOf("4.5", "abcd"), this.sumOf("4.5", "ef")), 10);
    this.relative("4.6", this.quotient(this.input("4.6", "a"), this.input("4.6", "b")), 10);
    for (const code of ["4.8", "4.9", "4.10"]) this.ratio(code, "a", "b", 5, 1);
    this.relative("4.11", this.quotient(this.input("4.11", "a"), this.input("4.11", "b")), 5);
    this.ratio("4.12", "a", "b", 5, 0.8);
    this.ratio("4.13", "a", "b", 5, 0.7);
  }

  private pillar5(): void {
    this.relative("5.1", this.input("5.1", "value"), 10);
    for (const code of ["5.2", "5.3", "5.4", "5.6", "5.7"]) this.ratio(code, "a", "b", 10, 1);
    for (const code of ["5.5", "5.8", "5.11"]) this.ratio(code, "a", "b", 5, 1);
    this.relative("5.9", this.input("5.9", "value"), 5);
    this.relative("5.10", this.input("5.10", "value"), 5);
    this.bands(
      "5.12.1",
      this.quotient(this.sumOf("5.12.1", "ab"), this.input("5.12.1", "c")),
      [0.1, 0.07, 0.03],
      [5, 3.5, 1.5, 0],
    );
    for (const code of ["5.12.2", "5.12.3", "5.12.4", "5.12.5", "5.12.6"])
      this.bands(code, this.input(code, "value"), [2, 1, 0.5], [2, 1.4, 0.6, 0]);
  }

  private pillar6(): void {
    this.parts("6.1", [8, 2]);
    this.parts("6.2", [2.5, 2.5]);
    this.parts("6.3", [2, 6, 2]);
    this.choice("6.4", [2.5, 0]);
    this.choice("6.5", [5, 0]);
    this.ratio("6.6", "a", "b", 5, 1);
    this.ratio("6.7", "a", "b", 10, 1);
    this.bands("6.8", this.quotient(this.input("6.8", "a"), this.input("6.8", "b")), [1], [10, 0]);
    this.ratio("6.9", "a", "b", 10, 1);
    this.ratio("6.10", "a", "b", 10, 1);
    this.ratioOf("6.11", this.sumOf("6.11", "cd"), this.sumOf("6.11", "ab"), 10, 1);
    this.ratioOf("6.12", this.sumOf("6.12", "bc"), this.input("6.12", "a"), 20, 0.8);
    this.ratioOf("6.13", this.sumOf("6.13", "ab"), this.sumOf("6.13", "cd"), 5, 1);
    this.ratioOf("6.14", this.sumOf("6.14", "bd"), this.sumOf("6.14", "ac"), 5, 1);
    for (const code of ["6.15", "6.16", "6.18"]) this.choice(code, [10, 0]);
    this.parts("6.17", [5, 5]);
    this.choice("6.19", [10, 5, 0]);
    this.choice("6.20", [10, 5, 0]);
    this.perItem("6.21", 10);
    this.ratioOf("6.22", this.sumOf("6.22", "ab"), this.input("6.22", "c"), 10, 0.01);
  }

  private pillars7and8(): void {
    this.ratio("7.1", "a", "b", 20, 0.2);
    this.ratio("7.2", "a", "b", 20, 0.05);
    this.ratio("7.3", "a", "b", 10, 0.1);
    this.ratio("7.4", "a", "b", 20, 0.1);
    this.ratio("7.5", "a", "b", 10, 0.5);
    this.ratio("7.6", "a", "b", 10, 0.8);
    this.ratio("7.7", "a", "b", 10, 1);
    this.ratio("7.8", "a", "b", 10, 0.5);
    this.ratio("7.9", "a", "b", 10, 0.05);
    this.relative("7.10", this.quotient(this.input("7.10", "a"), this.input("7.10", "b")), 10);
    this.ratio("7.11", "a", "b", 10, 0.0025);
    this.ratio("7.12", "a", "b", 10, 0.0025);
    this.ratio("8.1", "a", "b", 20, 1);
    this.ratio("8.2", "a", "b", 20, 0.8);
    this.ratio("8.3", "a", "b", 20, 0.5);
    this.ratio("8.4", "a", "b", 20, 1);
    this.ratio("8.5", "a", "b", 10, 0.7);
    this.relative("8.6", this.input("8.6", "value"), 20);
    this.relative("8.7", this.input("8.7", "value"), 20);
    for (const last of [1, 2, 3, 4]) {
      this.choice(`8.8.1.${last}`, [1, 0]);
      this.ratio(`8.8.2.${last}`, "a", "b", 2, 1);
      this.ratio(`8.8.3.${last}`, "a", "b", 2, 1);
    }
  }

  private outputs(code: string): { score: Column; status: Uint8Array; sum: Column } {
    const { set } = this.campaign;
    const node = set.nodes[set.nodeOf.get(code) ?? -1];
    const score = node && this.scores[node.index];
    const status = node && this.status[node.index];
    const sum = node?.parent === undefined ? undefined : this.sums[node.parent];
    if (!score || !status || !sum) throw new Error(`no output ${code}`);
    return { score, status, sum };
  }

  private ratio(code: string, above: string, below: string, max: number, full: number): void {
    this.ratioOf(code, this.input(code, above), this.input(code, below), max, full);
  }

  private ratioOf(code: string, above: Column, below: Column, max: number, full: number): void {
    const { score, status, sum } = this.outputs(code);
    ratioLoop(this.rows, above, below, max / full, max, score, status, sum);
  }

  private choice(code: string, points: readonly number[]): void {
    const { score, status, sum } = this.outputs(code);
    choiceLoop(this.rows, this.input(code, "choice"), Float64Array.of(0, ...points), score, status, sum);
  }

  private parts(code: string, points: readonly number[]): void {
    const { score, status, sum } = this.outputs(code);
    for (const [index, each] of points.entries())
      partLoop(this.rows, this.input(code, `p${index + 1}`), each, score, status);
    sumLoop(this.rows, score, sum);
  }

  private choiceAndPart(code: string, points: readonly number[], part: number): void {
    const { score, status, sum } = this.outputs(code);
    choiceLoop(
      this.rows,
      this.input(code, "choice"),
      Float64Array.of(0, ...points),
      score,
      status,
      new Float64Array(this.rows),
    );
    partLoop(this.rows, this.input(code, "p2"), part, score, status);
    sumLoop(this.rows, score, sum);
  }

  private twoRatios(code: string, max: number): void {
    const { score, status, sum } = this.outputs(code);
    const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => this.input(code, id)) as [
      Column,
      Column,
      Column,
      Column,
    ];
    for (let row = 0; row < this.rows; row += 1) {
      const first = Math.min(((a[row] as number) / (b[row] as number)) * max, max);
      const second = Math.min(((c[row] as number) / (d[row] as number)) * max, max);
      let points = 0;
      if (first === first) points += first;
      else status[row] = MISSING;
      if (second === second) points += second;
      else if (d[row] === 0 && c[row] === c[row]) {
        status[row] = UNDEFINED;
        points = 0;
      } else status[row] = MISSING;
      if (d[row] === 0 && c[row] === c[row]) points = 0;
      score[row] = Math.round(points * 100) / 100;
      sum[row] = (sum[row] as number) + points;
    }
  }

  private perItem(code: string, max: number): void {
    const { score, status, sum } = this.outputs(code);
    const value = this.input(code, "value");
    for (let row = 0; row < this.rows; row += 1) {
      const points = Math.min(value[row] as number, max);
      if (points === points) {
        score[row] = Math.round(points * 100) / 100;
        sum[row] = (sum[row] as number) + points;
      } else status[row] = MISSING;
    }
  }

  private bands(code: string, value: Column, edges: readonly number[], points: readonly number[]): void {
    const { score, status, sum } = this.outputs(code);
    bandLoop(this.rows, value, edges, points, score, status, sum);
  }

  private relative(code: string, value: Column, max: number): void {
    const { score, status, sum } = this.outputs(code);
    relativeLoop(this.rows, value, this.campaign.groupOf, max, score, status, sum);
  }

  private sumOf(code: string, letters: string): Column {
    const sum = new Float64Array(this.rows);
    for (const letter of letters) sumLoop(this.rows, this.input(code, letter), sum);
    return sum;
  }

  private quotient(above: Column, below: Column): Column {
    const value = new Float64Array(this.rows);
    for (let row = 0; row < this.rows; row += 1) {
      const quotient = (above[row] as number) / (below[row] as number);
      // 0/0 is told from a missing number: like x/0 it is infinite here, hence undefined.
      value[row] =
        quotient === quotient || below[row] !== 0 || above[row] !== 0 ? quotient : Number.POSITIVE_INFINITY;
    }
    return value;
  }

  private finish(): BaselineScores {
    const { set, groupOf } = this.campaign;
    const total = new Float64Array(this.rows);
    for (let index = set.nodes.length - 1; index >= 0; index -= 1) {
      const node = set.nodes[index];
      if (!node || node.children.length === 0 || !node.scored) continue;
      const sum = this.sums[index] as Column;
      roundLoop(this.rows, sum, this.scores[index] as Column);
      sumLoop(this.rows, sum, node.parent === undefined ? total : (this.sums[node.parent] as Column));
      const own = this.status[index] as Uint8Array;
      for (const child of node.children) orLoop(this.rows, this.status[child] as Uint8Array, own);
    }
    roundLoop(this.rows, total, total);
    return { scores: this.scores, status: this.status, total, rank: rankByGroup(total, groupOf) };
  }
}
