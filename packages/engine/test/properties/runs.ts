/** How properties are tried: always from the same seed; how often, by OPENDTI_PROPERTY_RUNS. */
const asked = Number(process.env["OPENDTI_PROPERTY_RUNS"] ?? 0);
const seed = Number(process.env["OPENDTI_PROPERTY_SEED"] ?? 970);

/** @param atMost for properties whose every example takes long. */
export function runs(
  byDefault: number,
  atMost = Number.POSITIVE_INFINITY,
): { seed: number; numRuns: number } {
  return { seed, numRuns: asked > 0 ? Math.min(asked, atMost) : byDefault };
}
