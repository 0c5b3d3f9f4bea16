/** Stored evidence in words, for the locked column beside the one for more. */
import type { StoredEvidence } from "./types.js";

export function evidenceWords(evidence: readonly StoredEvidence[], code: string): string {
  return evidence
    .filter((one) => one.code === code)
    .map(({ item }) =>
      item.kind === "document" ? item.text : item.kind === "link" ? item.url : `Tệp: ${item.name}`,
    )
    .join("\n");
}
