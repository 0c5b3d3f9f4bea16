/** Which units of a campaign are looked at: one ranking group, or all of them. */

/** Stands in addresses and choices for "every group" and for the units that are in none. */
export const ALL_GROUPS = "*";
export const NO_GROUP = "-";

interface Grouped {
  code: string | null;
  name: string;
  units: number;
}

/** The name of a group in addresses and choices. */
export function groupKey(code: string | null): string {
  return code ?? NO_GROUP;
}

/** The group that is asked for where there is such a group, else the first. */
export function chosenGroup(groups: readonly Grouped[], asked: string | undefined): string {
  if (asked === ALL_GROUPS && groups.length > 1) return ALL_GROUPS;
  const keys = groups.map(({ code }) => groupKey(code));
  return asked !== undefined && keys.includes(asked) ? asked : (keys[0] ?? ALL_GROUPS);
}

/** Those of the items that stand in the chosen group. */
export function inGroup<Item extends { group: string | null }>(
  items: readonly Item[],
  chosen: string,
): readonly Item[] {
  return chosen === ALL_GROUPS ? items : items.filter(({ group }) => groupKey(group) === chosen);
}
