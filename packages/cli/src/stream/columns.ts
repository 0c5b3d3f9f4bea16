/** What each column of a wide CSV means to the streaming reader, and which plain numbers it may take at once. */
import type { CompiledSet, Fact } from "@opendti/engine";
import { PROFILE } from "../input/declared.js";
import type { WideHeader } from "../input/headers.js";

export interface Target {
  /** Index of the indicator; undefined for the profile. */
  readonly node: number | undefined;
  readonly code: string;
  readonly fact: Fact;
}

/** What a column is for. */
export const UNIT = 1;
export const GROUP = 2;
export const FACT = 3;

/** The columns of a header, by place. */
export interface Columns {
  readonly roles: Uint8Array;
  readonly targets: readonly (Target | undefined)[];
  readonly bounds: Bounds;
}

/**
 * Plain numbers within these bounds are values as they stand; anything else (a bound passed, a sign, a percent, a word)
 * goes through the ordinary reader.
 */
export interface Bounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** 1 where a decimal fraction is taken at once. */
  readonly fraction: Uint8Array;
}

export function columnsOf(set: CompiledSet, header: WideHeader, width: number): Columns {
  const roles = new Uint8Array(width);
  const targets: (Target | undefined)[] = new Array<Target | undefined>(width).fill(undefined);
  roles[header.unit] = UNIT;
  if (header.group !== undefined) roles[header.group] = GROUP;
  for (const column of header.columns) {
    const target = targetOf(set, column.code, column.input);
    if (!target) continue;
    roles[column.at] = FACT;
    targets[column.at] = target;
  }
  return { roles, targets, bounds: boundsOf(targets.map((target) => target?.fact)) };
}

/** The fact that a code and an input name stand for. */
export function targetOf(set: CompiledSet, code: string, input: string | undefined): Target | undefined {
  if (code.toLowerCase() === PROFILE) {
    const fact = set.profile.find((each) => each.id === input);
    return fact && { node: undefined, code: PROFILE, fact };
  }
  const node = set.nodes[set.nodeOf.get(code) ?? -1];
  if (!node) return undefined;
  const given = node.inputs.filter((fact) => fact.defaultValue === undefined);
  const fact =
    input === undefined || input === ""
      ? given.length === 1
        ? given[0]
        : undefined
      : node.inputs.find((each) => each.id === input || each.aliases.includes(input));
  return fact && { node: node.index, code, fact };
}

/** Bounds of facts, by place; a fact that is no plain number gets none, so that every cell is read the ordinary way. */
export function boundsOf(facts: readonly (Fact | undefined)[]): Bounds {
  const least = new Float64Array(facts.length).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(facts.length).fill(Number.NEGATIVE_INFINITY);
  const fraction = new Uint8Array(facts.length);
  for (const [at, fact] of facts.entries()) {
    if (!fact) continue;
    const low = fact.strict && fact.min ? Number(fact.min.n) / Number(fact.min.d) : 0;
    const high = fact.strict && fact.max ? Number(fact.max.n) / Number(fact.max.d) : Number.MAX_SAFE_INTEGER;
    if (fact.kind === "yes_no") [least[at], most[at]] = [0, 1];
    else if (fact.kind === "choice") [least[at], most[at]] = [1, fact.options.length];
    else if (["count", "number", "money", "percent"].includes(fact.kind)) {
      least[at] = low;
      most[at] = high;
      fraction[at] = fact.kind === "count" ? 0 : 1;
    }
  }
  return { least, most, fraction };
}

/** Powers of ten, one for each number of decimal digits taken at once. */
export const TEN: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/**
 * Whether a decimal of a cell reads two ways, so that the ordinary reader must look at it: exactly three digits behind the dot and a
 * group of one to three before it, not beginning with 0 (`1.250`, `990.000`).
 * @param first the byte of its first digit.
 * @param whole how many digits stand before the dot.
 */
export function readsTwoWays(first: number, whole: number, fraction: number): boolean {
  return fraction === 3 && whole <= 3 && first !== 48;
}
