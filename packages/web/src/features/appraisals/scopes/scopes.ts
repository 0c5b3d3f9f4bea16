/** Who appraises what, as a grid: people across, pillars and indicators down, for all units or for one of them. */
import type { SetOutline } from "../../assessments/scoring/set-outline.js";

/** One assignment: a pillar or indicator (null: the whole set), of one unit (null: of all). */
export interface Scope {
  readonly accountId: string;
  readonly code: string | null;
  readonly unitId: string | null;
}

/** A row of the grid. Rows stand in the order of the set, what is above before what is below. */
export interface ScopeRow {
  /** Null: the whole set. */
  readonly code: string | null;
  readonly title: string;
  readonly depth: number;
  /** Codes above it, the nearest first; null last. */
  readonly above: readonly (string | null)[];
  /** Points are given here: somebody must cover it. */
  readonly judged: boolean;
}

/** How a cell stands: assigned here, covered by what is above or by an assignment for all units, or not at all. */
export type Cell = "own" | "covered" | "none";

/** The rows of a set, the whole set first. */
export function rowsOf(outline: SetOutline, wholeSet: string): ScopeRow[] {
  const { items } = outline;
  const above = (index: number): (string | null)[] => {
    const codes: (string | null)[] = [];
    for (let node = items[index]?.node; node?.parent !== undefined; node = items[node.parent]?.node) {
      const parent = items[node.parent];
      if (parent !== undefined) codes.push(parent.address);
    }
    return [...codes, null];
  };
  const rows = items.map(({ address, title, node, declared }, index): ScopeRow => {
    const over = above(index);
    return { code: address, title, depth: over.length, above: over, judged: declared && node.scored };
  });
  return [{ code: null, title: wholeSet, depth: 0, above: [], judged: false }, ...rows];
}

const same = (one: Scope, other: Scope): boolean =>
  one.accountId === other.accountId && one.code === other.code && one.unitId === other.unitId;

function has(scopes: readonly Scope[], scope: Scope): boolean {
  return scopes.some((one) => same(one, scope));
}

/** How one cell stands. */
export function cellOf(
  scopes: readonly Scope[],
  row: ScopeRow,
  accountId: string,
  unitId: string | null,
): Cell {
  if (has(scopes, { accountId, code: row.code, unitId })) return "own";
  const codes = [row.code, ...row.above];
  const units = unitId === null ? [null] : [unitId, null];
  const covered = codes.some((code) => units.some((unit) => has(scopes, { accountId, code, unitId: unit })));
  return covered ? "covered" : "none";
}

/** The assignments after a press on a cell. Assigning what is above takes the place of what was assigned below it. */
export function toggled(
  scopes: readonly Scope[],
  rows: readonly ScopeRow[],
  row: ScopeRow,
  accountId: string,
  unitId: string | null,
): readonly Scope[] {
  const scope = { accountId, code: row.code, unitId };
  if (has(scopes, scope)) return scopes.filter((one) => !same(one, scope));
  const below = new Set(rows.filter(({ above }) => above.includes(row.code)).map(({ code }) => code));
  const rest = scopes.filter(
    (one) => one.accountId !== accountId || one.unitId !== unitId || !below.has(one.code),
  );
  return [...rest, scope];
}

/** The rows that nobody covers for these units: they would be judged by nobody. */
export function uncovered(
  scopes: readonly Scope[],
  rows: readonly ScopeRow[],
  people: readonly string[],
  unitId: string | null,
): ReadonlySet<string | null> {
  return new Set(
    rows
      .filter(({ judged }) => judged)
      .filter((row) => people.every((person) => cellOf(scopes, row, person, unitId) === "none"))
      .map(({ code }) => code),
  );
}

/** Whether two lists of assignments say the same. */
export function sameScopes(some: readonly Scope[], others: readonly Scope[]): boolean {
  return some.length === others.length && some.every((scope) => has(others, scope));
}
