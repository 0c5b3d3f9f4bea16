/** The differences between two compilations, unit by unit as the server gives them, or indicator by indicator. */
import type { RunDifference } from "../../api/results-contract.js";
import { differenceOf, signOf, sumOf } from "../../shared/decimal.js";

type CodeDifference = RunDifference["codes"][number];

/** One indicator with every unit in which its points changed. */
export interface IndicatorDifference {
  code: string;
  title: string;
  /** Sum of all changes, with its sign. */
  change: string;
  units: (Pick<RunDifference, "unit" | "group"> & Omit<CodeDifference, "code" | "title">)[];
}

/** The differences by indicator, in the order in which their codes first occur; most units first. */
export function byIndicator(differences: readonly RunDifference[]): IndicatorDifference[] {
  const found = new Map<string, IndicatorDifference>();
  for (const { unit, group, codes } of differences)
    for (const { code, title, ...change } of codes) {
      const indicator = found.get(code) ?? { code, title, change: "0", units: [] };
      indicator.units.push({ unit, group, ...change });
      found.set(code, indicator);
    }
  return [...found.values()]
    .map((indicator) => ({
      ...indicator,
      change: sumOf(indicator.units.map(({ before, after }) => differenceOf(after, before))),
    }))
    .toSorted((one, other) => other.units.length - one.units.length);
}

/** The units whose total or rank changes most: by points, then by name. */
export function bySize(differences: readonly RunDifference[]): RunDifference[] {
  const size = ({ totalBefore, totalAfter }: RunDifference): number => {
    const change = differenceOf(totalAfter, totalBefore);
    return Math.abs(Number(change));
  };
  return differences.toSorted((one, other) => size(other) - size(one));
}

/** How many units gain points, lose points, and change their rank. */
export function countsOf(differences: readonly RunDifference[]) {
  const signs = differences.map(({ totalBefore, totalAfter }) =>
    signOf(differenceOf(totalAfter, totalBefore)),
  );
  return {
    up: signs.filter((sign) => sign > 0).length,
    down: signs.filter((sign) => sign < 0).length,
    ranks: differences.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter).length,
  };
}
