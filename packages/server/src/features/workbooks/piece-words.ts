/** Evidence in words, a piece a line. Pure. */
import type { EvidenceItem } from "../evidence/repository.js";

/** By assessment and code. */
export function evidenceWords(
  pieces: readonly { readonly assessmentId: string; readonly code: string; readonly item: EvidenceItem }[],
): Map<string, string> {
  const words = new Map<string, string>();
  for (const { assessmentId, code, item } of pieces) {
    const key = `${assessmentId}\n${code}`;
    const before = words.get(key);
    words.set(key, before === undefined ? lineOf(item) : `${before}\n${lineOf(item)}`);
  }
  return words;
}

function lineOf(item: EvidenceItem): string {
  const what = item.kind === "document" ? item.text : item.kind === "link" ? item.url : item.name;
  const parts = [what, item.page === null ? null : `tr. ${item.page}`, item.section];
  return parts
    .filter((part) => part !== null)
    .join(", ")
    .replace(/\s+/g, " ");
}
