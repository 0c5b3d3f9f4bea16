/** The hash of what a run says; the engine scores it, and says what is hashed. Pure. */
import { createHash } from "node:crypto";
import { ResultText, type UnitResult } from "@opendti/engine";

export { CampaignScorer, type UnitResult } from "@opendti/engine";

/** The SHA-256 of everyone's results, in their order. */
export function resultHash(results: readonly UnitResult[]): string {
  const hash = createHash("sha256");
  const text = new ResultText();
  for (const result of results) hash.update(text.add(result));
  return hash.update(text.end()).digest("hex");
}
