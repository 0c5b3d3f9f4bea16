/** JSON that is the same text for the same value, on every machine: what is hashed. Pure. */

/** By code unit, the same on every machine. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** JSON with the members of every object in one order: the same value is always the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => order(a, b)))
      : member,
  );
}
