/** What a run says of everybody, and the text of it that is hashed. Pure. */
import type { CompiledSet } from "../plan/compiled.js";
import { addressOf } from "./answers.js";
import { canonicalJson, order } from "./canonical.js";

/** What a run says of one unit. Points by address of the indicator, sums included. */
export interface UnitResult {
  readonly unit: { readonly id: string; readonly name: string };
  readonly assessmentId: string;
  readonly group: string | null;
  /** False: it never submitted; nothing counts, and it stands behind everyone who did. */
  readonly submitted: boolean;
  readonly total: string;
  readonly max: string;
  /** As the unit scored itself: its group's best is not in it. */
  readonly declaredTotal: string;
  readonly declaredRank: number | null;
  readonly rank: number | null;
  readonly level: string | null;
  readonly scores: Readonly<Record<string, string>>;
  readonly declaredScores: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, string>>;
}

const TABLES = ["scores", "declaredScores", "statuses"] as const;
type Table = (typeof TABLES)[number];

/**
 * The text whose SHA-256 is a run's result hash: a line of codes, then a line a unit in the order of the input.
 * Who keeps results hashes these lines; a changed digit anywhere is another hash.
 */
export class ResultText {
  private codes: readonly string[] | undefined;

  /** What a result adds to the text: its line, with the line of codes before the first. */
  add(result: UnitResult): string {
    if (this.codes !== undefined) return lineOf(this.codes, result);
    // All have the same codes.
    this.codes = Object.keys(result.scores).sort(order);
    return opening(this.codes) + lineOf(this.codes, result);
  }

  /** What ends the text. */
  end(): string {
    return this.codes === undefined ? opening([]) : "";
  }
}

const opening = (codes: readonly string[]): string => `${JSON.stringify(codes)}\n`;

function lineOf(codes: readonly string[], result: UnitResult): string {
  const { scores, declaredScores, statuses, unit, ...rest } = result;
  const points = [scores, declaredScores, statuses].map((table) => codes.map((code) => table[code]));
  return `${JSON.stringify([unit.id, unit.name, canonicalJson(rest), points])}\n`;
}

type Line = readonly [id: string, name: string, rest: string, tables: readonly (readonly string[])[]];

/** Reads the lines that {@link ResultText} wrote. */
export const resultLine = {
  /** @throws {SyntaxError} when the line holds no codes. */
  codes: (line: string): readonly string[] => {
    const codes: unknown = JSON.parse(line);
    if (!Array.isArray(codes) || codes.some((code) => typeof code !== "string"))
      throw new SyntaxError("no codes of results");
    return codes as string[];
  },
  /** @throws {SyntaxError} when the line is no result. */
  result: (codes: readonly string[], line: string): UnitResult => {
    const read: unknown = JSON.parse(line);
    if (!Array.isArray(read) || read.length !== 4 || typeof read[2] !== "string" || !Array.isArray(read[3]))
      throw new SyntaxError("no result of a unit");
    const [id, name, rest, tables] = read as unknown as Line;
    const table = (place: number) =>
      Object.fromEntries(codes.map((code, at) => [code, tables[place]?.[at] ?? ""]));
    return {
      ...(JSON.parse(rest) as Omit<UnitResult, "unit" | Table>),
      unit: { id, name },
      scores: table(0),
      declaredScores: table(1),
      statuses: table(2),
    };
  },
} as const;

/** All codes of a set, indicators before their sums: the order in which results are compared. */
export function leavesFirst(set: CompiledSet): string[] {
  const isSum = ({ children }: CompiledSet["nodes"][number]) => children.length > 0;
  return [...set.nodes.filter((node) => !isSum(node)), ...set.nodes.filter(isSum)].map((node) =>
    addressOf(set, node),
  );
}

/** Where two results of one unit part: an indicator, or a member such as the rank. */
export interface ResultDifference {
  readonly kind: "points" | "member";
  /** Of the indicator, or the member of the result: total, rank, … */
  readonly code: string;
  readonly stored: string | null;
  readonly found: string | null;
}

/**
 * The first thing in which a stored result is not the one that is found. Points are named before ranks and totals, which
 * only follow from them.
 * @param codes all of the set's, in the order in which they are compared (see {@link leavesFirst}).
 */
export function resultDifference(
  codes: readonly string[],
  stored: UnitResult,
  found: UnitResult,
): ResultDifference | undefined {
  return pointsThatDiffer(codes, stored, found) ?? memberThatDiffers(stored, found);
}

function pointsThatDiffer(
  codes: readonly string[],
  stored: UnitResult,
  found: UnitResult,
): ResultDifference | undefined {
  for (const table of TABLES) {
    const [before, after] = [stored[table], found[table]];
    for (const code of codes)
      if (before[code] !== after[code])
        return { kind: "points", code, stored: before[code] ?? null, found: after[code] ?? null };
    if (Object.keys(before).length === codes.length) continue;
    const stray = Object.keys(before).find((code) => !(code in after));
    if (stray !== undefined)
      return { kind: "points", code: stray, stored: before[stray] ?? null, found: null };
  }
  return undefined;
}

function memberThatDiffers(stored: UnitResult, found: UnitResult): ResultDifference | undefined {
  for (const key of Object.keys(found) as (keyof UnitResult)[]) {
    if ((TABLES as readonly string[]).includes(key)) continue;
    const [before, after] = [text(stored[key]), text(found[key])];
    if (before !== after) return { kind: "member", code: key, stored: before, found: after };
  }
  return undefined;
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "string" ? value : canonicalJson(value);
