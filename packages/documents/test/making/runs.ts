/** How properties are tried: always from the same seed; how often, by OPENDTI_PROPERTY_RUNS. */
const asked = Number(process.env["OPENDTI_PROPERTY_RUNS"] ?? 0);
const seed = Number(process.env["OPENDTI_PROPERTY_SEED"] ?? 970);

export function runs(byDefault: number): { seed: number; numRuns: number } {
  return { seed, numRuns: asked > 0 ? asked : byDefault };
}
