/** What differs between the state before a change and the state after it. */

/** One field that differs; undefined where it did not stand on that side. */
export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
}

/** Whether a value has fields of its own. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (isRecord(value)) return value;
  return value === null || value === undefined ? {} : { value };
}

/**
 * The fields that differ, by name. Things without fields (a value, a list) count as one field called `value`; what is
 * the same on both sides is left out.
 */
export function differencesOf(before: unknown, after: unknown): FieldDifference[] {
  const one = fieldsOf(before);
  const other = fieldsOf(after);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .map((field) => ({ field, before: one[field] ?? null, after: other[field] ?? null }))
    .filter((difference) => JSON.stringify(difference.before) !== JSON.stringify(difference.after));
}
