/** Plain text: paragraphs, and tables in the forms in which they survive being copied. */
import type { Budget } from "../blocks/budget.js";
import { captionOf } from "../blocks/caption.js";
import { cleanCharacters } from "../blocks/clean.js";
import type { Block, SourceDocument } from "../blocks/types.js";
import { readBarTable } from "./bars.js";
import { isBlank, linesOf, type TextLine } from "./lines.js";
import { paragraphsOf } from "./paragraphs.js";
import { readPipeTable } from "./pipes.js";
import { isTable, readTabTable, type TextTable } from "./tabs.js";

export function readText(text: string, budget: Budget): SourceDocument {
  budget.text(text.length);
  const lines = linesOf(cleanCharacters(text));
  const hasBars = lines.some((line) => line.text.trim() === "|");
  const blocks: Block[] = [];
  let open: TextLine[] = [];
  let tableBefore = false;
  const closeParagraphs = (): void => {
    const paragraphs = paragraphsOf(open);
    if (paragraphs.length > 0) tableBefore = false;
    blocks.push(...paragraphs);
    open = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    budget.step();
    const found = isBlank(line) ? undefined : tableAt(lines, at, hasBars, budget);
    if (found && isTable(found.table, tableBefore && open.every(isBlank))) {
      closeParagraphs();
      if (found.table.rows.length > 0)
        blocks.push({ kind: "table", table: { ...found.table, caption: captionOf(blocks) } });
      tableBefore = true;
      at = found.to;
    } else {
      const to = found?.to ?? at + 1;
      open.push(...lines.slice(at, to));
      at = to;
    }
  }
  closeParagraphs();
  return { format: "text", blocks, notes: [] };
}

function tableAt(
  lines: readonly TextLine[],
  at: number,
  hasBars: boolean,
  budget: Budget,
): TextTable | undefined {
  const text = lines[at]?.text ?? "";
  if (text.includes("\t")) return readTabTable(lines, at, budget);
  if (text.includes("|") && text.trim() !== "|") return readPipeTable(lines, at, budget);
  return hasBars ? readBarTable(lines, at, budget) : undefined;
}
