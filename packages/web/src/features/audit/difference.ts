/** What differs between the state before a change and the state after it. */

/** One field that differs; null where it did not stand on that side. */
export interface FieldDifference {
  field: string;
  before: string | null;
  after: string | null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The fields that differ, by name. Things without fields (a value, a list) count as one field with an empty name; what
 * is the same on both sides is left out.
 */
export function differencesOf(before: unknown, after: unknown): FieldDifference[] {
  const one = isRecord(before) ? before : before === null || before === undefined ? {} : { "": before };
  const other = isRecord(after) ? after : after === null || after === undefined ? {} : { "": after };
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .map((field) => ({ field, before: shown(one[field]), after: shown(other[field]) }))
    .filter((difference) => difference.before !== difference.after);
}
