/** The name of a table: the short paragraph right above it. */
import { oneLine } from "./clean.js";
import type { Block } from "./types.js";

const LONGEST = 240;

/** @param blocks what stands before the table, in order */
export function captionOf(blocks: readonly Block[]): string | null {
  const last = blocks.at(-1);
  if (last?.kind !== "paragraph") return null;
  const text = oneLine(last.text);
  return text.length <= LONGEST ? text : null;
}
