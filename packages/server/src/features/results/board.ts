/**
 * All results of one run in columns: what every view is made of. A run's rows never change, so a board is kept by the
 * run's id; it holds numbers, not text, so that four thousand units take a few megabytes.
 */
import { type CompiledSet, formatTicks, type Status } from "@opendti/engine";
import { foldedText } from "../../database/folded-text.js";
import { addressOf } from "../assessments/scoring.js";
import type { ResultRow } from "./row-repository.js";

/** Points are held in millionths: finer than any set rounds, and whole numbers stay exact. */
const DIGITS = 6;
const SCALE = 10 ** DIGITS;

export interface BoardUnit {
  readonly id: string;
  /** As it was called when the result was made. */
  readonly name: string;
  readonly kind: string;
  readonly group: string | null;
  readonly assessmentId: string | null;
  readonly rank: number | null;
  readonly total: string;
  readonly max: string;
  readonly declaredTotal: string | null;
  readonly declaredRank: number | null;
  readonly submitted: boolean;
  /** As the set labels it. */
  readonly level: string | null;
}

export interface BoardNode {
  readonly index: number;
  /** Under which its points are stored: its code, or its key where a document prints the code twice. */
  readonly code: string;
  readonly printed: string;
  readonly title: string;
  readonly parent: number | undefined;
  readonly depth: number;
  readonly leaf: boolean;
  readonly scored: boolean;
  readonly bonus: boolean;
  readonly relative: boolean;
  /** In millionths. */
  readonly max: number;
}

export interface BoardGroup {
  readonly code: string | null;
  readonly name: string;
  /** Rows of its units, best first. */
  readonly rows: readonly number[];
}

const STATUSES: readonly Status[] = ["scored", "missing", "undefined", "not_applicable", "pending"];

const collator = new Intl.Collator("vi");

/** The middle and the best of a group at one indicator, in millionths; the middle may be a half. */
export interface GroupPoints {
  readonly best: number;
  readonly median: number;
}

export class Board {
  readonly nodes: readonly BoardNode[];
  readonly pillars: readonly BoardNode[];
  readonly groups: readonly BoardGroup[];
  private readonly rowOf = new Map<string, number>();
  private readonly groupOf = new Map<string | null, BoardGroup>();
  private readonly middles = new Map<string, GroupPoints | undefined>();
  private readonly totalMiddles = new Map<string | null, GroupPoints | undefined>();
  private folded: readonly string[] | undefined;

  private constructor(
    readonly set: CompiledSet,
    readonly units: readonly BoardUnit[],
    private readonly points: Float64Array,
    private readonly declared: Float64Array | undefined,
    private readonly statuses: Uint8Array | undefined,
    groups: readonly { readonly code: string; readonly name: string }[],
  ) {
    this.nodes = nodesOf(set);
    this.pillars = set.pillars.flatMap((index) => this.nodes[index] ?? []);
    for (const [row, { id }] of units.entries()) this.rowOf.set(id, row);
    this.groups = this.grouped(groups);
    for (const group of this.groups) this.groupOf.set(group.code, group);
  }

  /** @param groups of the campaign, in their order. */
  static async of(
    set: CompiledSet,
    batches: AsyncIterable<readonly ResultRow[]>,
    groups: readonly { readonly code: string; readonly name: string }[],
  ): Promise<Board> {
    const addresses = set.nodes.map((node) => addressOf(set, node));
    const units: BoardUnit[] = [];
    const rows: {
      points: Float64Array;
      declared: Float64Array | undefined;
      statuses: Uint8Array | undefined;
    }[] = [];
    for await (const batch of batches)
      for (const row of batch) {
        units.push(unitOf(set, row));
        rows.push({
          points: column(addresses, row.scores),
          declared: row.declaredScores === null ? undefined : column(addresses, row.declaredScores),
          statuses: row.statuses === null ? undefined : statusColumn(addresses, row.statuses),
        });
      }
    const width = set.nodes.length;
    const points = new Float64Array(units.length * width).fill(Number.NaN);
    const hasDeclared = rows.some(({ declared }) => declared !== undefined);
    const declared = hasDeclared ? new Float64Array(units.length * width).fill(Number.NaN) : undefined;
    const hasStatuses = rows.some((row) => row.statuses !== undefined);
    const statuses = hasStatuses ? new Uint8Array(units.length * width).fill(STATUSES.length) : undefined;
    for (const [row, one] of rows.entries()) {
      points.set(one.points, row * width);
      if (one.declared !== undefined) declared?.set(one.declared, row * width);
      if (one.statuses !== undefined) statuses?.set(one.statuses, row * width);
    }
    return new Board(set, units, points, declared, statuses, groups);
  }

  /** About how many bytes it takes. */
  get size(): number {
    return this.units.length * 600 + this.points.byteLength * (this.declared === undefined ? 1 : 2);
  }

  /** The row of a unit; undefined when it has no result here. */
  row(unitId: string): number | undefined {
    return this.rowOf.get(unitId);
  }

  /** In millionths; undefined when no points are stored. */
  at(row: number, node: number): number | undefined {
    const value = this.points[row * this.nodes.length + node];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  declaredAt(row: number, node: number): number | undefined {
    const value = this.declared?.[row * this.nodes.length + node];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  status(row: number, node: number): Status | null {
    return STATUSES[this.statuses?.[row * this.nodes.length + node] ?? STATUSES.length] ?? null;
  }

  group(code: string | null): BoardGroup {
    return this.groupOf.get(code) ?? { code, name: "", rows: [] };
  }

  /** Best and middle of a group at one indicator, those left aside to whom it does not apply. */
  middle(group: string | null, node: number): GroupPoints | undefined {
    const key = `${node} ${group ?? ""}`;
    if (!this.middles.has(key))
      this.middles.set(
        key,
        middleOf(
          this.group(group).rows.flatMap((row) =>
            this.status(row, node) === "not_applicable" ? [] : (this.at(row, node) ?? []),
          ),
        ),
      );
    return this.middles.get(key);
  }

  /** Best and middle of the totals of a group. */
  totals({ code, rows }: BoardGroup): GroupPoints | undefined {
    if (!this.totalMiddles.has(code))
      this.totalMiddles.set(code, middleOf(rows.map((row) => millionths(this.units[row]?.total ?? "0"))));
    return this.totalMiddles.get(code);
  }

  /** Whether a unit's name has these words; they are folded already (see foldedText). */
  isNamed(row: number, words: string): boolean {
    this.folded ??= this.units.map(({ name }) => foldedText(name));
    return this.folded[row]?.includes(words) ?? false;
  }

  private grouped(named: readonly { readonly code: string; readonly name: string }[]): BoardGroup[] {
    const rows = new Map<string | null, number[]>();
    for (const [row, { group }] of this.units.entries()) {
      const list = rows.get(group);
      if (list === undefined) rows.set(group, [row]);
      else list.push(row);
    }
    const order = [...named.map(({ code }) => code), ...rows.keys()];
    const names = new Map(named.map(({ code, name }) => [code, name]));
    return [...new Set<string | null>(order)].flatMap((code) => {
      const members = rows.get(code);
      if (members === undefined) return [];
      members.sort((a, b) => this.before(a, b));
      return [{ code, name: code === null ? "" : (names.get(code) ?? code), rows: members }];
    });
  }

  /** By rank, the unranked last; within a rank by name. */
  private before(a: number, b: number): number {
    const x = this.units[a];
    const y = this.units[b];
    if (x === undefined || y === undefined) return a - b;
    return (
      (x.rank ?? Number.POSITIVE_INFINITY) - (y.rank ?? Number.POSITIVE_INFINITY) ||
      collator.compare(x.name, y.name) ||
      (x.id < y.id ? -1 : 1)
    );
  }
}

/** Decimal text of millionths, which may be halves. */
export const pointsText = (value: number): string => formatTicks(Math.round(value * 10), DIGITS + 1);

/** Millionths of a decimal text. */
export const millionths = (text: string): number => Math.round(Number(text) * SCALE);

/** A share of a maximum, 0 to 1, to four digits; null where there is nothing to gain. */
export function shareOf(value: number | undefined, max: number): number | null {
  if (value === undefined || max <= 0) return null;
  return Math.min(1, Math.max(0, Math.round((value / max) * 10_000) / 10_000));
}

function middleOf(values: number[]): GroupPoints | undefined {
  values.sort((a, b) => a - b);
  const low = values[Math.floor((values.length - 1) / 2)];
  const high = values[Math.floor(values.length / 2)];
  const best = values.at(-1);
  if (low === undefined || high === undefined || best === undefined) return undefined;
  return { best, median: (low + high) / 2 };
}

function nodesOf(set: CompiledSet): BoardNode[] {
  const relative = new Set(set.relatives.map(({ node }) => node));
  return set.nodes.map((node) => ({
    index: node.index,
    code: addressOf(set, node),
    printed: node.code,
    title: node.title,
    parent: node.parent,
    depth: node.depth,
    leaf: node.children.length === 0,
    scored: node.scored,
    bonus: node.bonus,
    relative: relative.has(node.index),
    max: (Number(node.max.n) / Number(node.max.d)) * SCALE,
  }));
}

function unitOf(set: CompiledSet, row: ResultRow): BoardUnit {
  return {
    id: row.unitId,
    name: row.unitName,
    kind: row.kindName,
    group: row.group,
    assessmentId: row.assessmentId,
    rank: row.rank,
    total: row.total,
    max: row.max,
    declaredTotal: row.declaredTotal,
    declaredRank: row.declaredRank,
    submitted: row.submitted,
    level: set.source.levels?.steps.find(({ key }) => key === row.level)?.label ?? null,
  };
}

function column(addresses: readonly string[], scores: Readonly<Record<string, string>>): Float64Array {
  const points = new Float64Array(addresses.length);
  for (let node = 0; node < addresses.length; node += 1) {
    const text = scores[addresses[node] as string];
    points[node] = text === undefined ? Number.NaN : millionths(text);
  }
  return points;
}

function statusColumn(addresses: readonly string[], statuses: Readonly<Record<string, string>>): Uint8Array {
  const places = new Uint8Array(addresses.length);
  for (let node = 0; node < addresses.length; node += 1) {
    const place = STATUSES.indexOf(statuses[addresses[node] as string] as Status);
    places[node] = place < 0 ? STATUSES.length : place;
  }
  return places;
}
