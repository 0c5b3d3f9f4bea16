/** Small sets for tests, written as in set.yaml. */
import { type CompiledSet, loadSet, type SetSource, setSchema } from "@opendti/engine";

type Parts = Partial<Record<keyof SetSource, unknown>>;

/** A set's source with the given parts and what every set must have. */
export function setSource(parts: Parts): SetSource {
  return setSchema.parse({
    opendti: 1,
    id: "bo-thu",
    version: 1,
    status: "draft",
    title: "Bộ chỉ số để thử",
    legal_basis: [{ issuer: "Sở TT&TT", title: "Văn bản thử" }],
    years: { from: 2022 },
    applies_to: ["so-nganh"],
    rounding: { ratio: "exact", score: { digits: 2, mode: "half-even" }, sum: "rounded" },
    ranking: { on: "rounded" },
    ...parts,
  });
}

/** One pillar "1" whose points an appraiser gives. */
export function manualSet(max: string): SetSource {
  return setSource({ indicators: [{ code: "1", title: "Chấm tay", max, rule: { manual: {} } }] });
}

/** The set of a YAML text of its parts; throws its first problem. */
export function setOf(parts: Parts): CompiledSet {
  const loaded = loadSet(JSON.stringify(setSource(parts)));
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ at, message }) => `${at}: ${message.vi}`).join("\n"));
  return loaded.value.set;
}
