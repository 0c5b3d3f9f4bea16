import type { Paper, PaperBlock, PaperCell, PaperTable } from "../../src/index.js";
import { plainText } from "../../src/paper/text.js";

/** All tables of a paper, section by section. */
export function tablesOf(paper: Paper): PaperTable[] {
  return paper.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
}

/** The rows of a table in words, those of its head left out. */
export function bodyOf(table: PaperTable | undefined): string[][] {
  if (table === undefined) throw new Error("there is no such table");
  return table.rows.filter(({ kind }) => kind !== "header").map(({ cells }) => cells.map(cellWords));
}

/** The heads of a table's columns, row by row. */
export function headsOf(table: PaperTable | undefined): string[][] {
  if (table === undefined) throw new Error("there is no such table");
  return table.rows.filter(({ kind }) => kind === "header").map(({ cells }) => cells.map(cellWords));
}

const cellWords = (cell: PaperCell): string => plainText(typeof cell === "string" ? cell : cell.text);

/** Everything that is written on a paper, block by block. */
export function wordsOf(paper: Paper): string {
  return paper.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap(wordsOfBlock)
    .join("\n");
}

function wordsOfBlock(block: PaperBlock): string[] {
  switch (block.kind) {
    case "paragraph":
      return [plainText(block.text)];
    case "heading":
      return [block.text];
    case "list":
      return block.items.map(plainText);
    case "table":
      return [
        ...block.rows.map(({ cells }) => cells.map(cellWords).join(" | ")),
        ...(block.note === undefined ? [] : [plainText(block.note)]),
      ];
    case "title":
      return [block.name, block.summary ?? "", block.authority ?? ""];
    case "appendix":
      return [block.label ?? "", block.title, block.reference ?? ""];
    case "addressees":
      return [...block.to];
    case "signing":
      return [
        ...(block.recipients ?? []),
        ...block.signatures.flatMap(({ lines, name }) => [...lines, name ?? ""]),
      ];
    case "masthead":
      return [block.superior ?? "", block.body, block.number?.symbol ?? "", block.subject ?? ""];
  }
}
