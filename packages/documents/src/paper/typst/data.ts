/** An official document as the data that the Typst form sets: words in their lines, lengths worked out. */
import {
  HEAD_WIDTHS,
  INDENT,
  MARGIN,
  mastheadWords,
  POINTS,
  recipientLines,
  restarts,
  signatureWords,
  titleWords,
} from "../form.js";
import {
  type Inline,
  type Paper,
  type PaperBlock,
  type PaperList,
  type PaperParagraph,
  type PaperSection,
  type PaperTable,
  type Signing,
  TEXT_WIDTH,
  type TextRun,
  type TickRun,
} from "../paper.js";
import { CELL_PADDING, type PlacedRow, placeTable } from "../table-grid.js";
import { capitals, ended, linesOf, written } from "../text.js";
import { breakable } from "./long-words.js";

/** What goes into `sys.inputs.paper`: plain JSON. */
export function typstData(paper: Paper): unknown {
  let base = 0;
  return {
    title: written(paper.title),
    form: { ...POINTS, ...MARGIN, indent: INDENT, headLeft: HEAD_WIDTHS.left, headRight: HEAD_WIDTHS.right },
    sections: paper.sections.map((section, at) => {
      if (restarts(section, at)) base = at;
      return sectionData(section, base);
    }),
  };
}

function sectionData({ orientation, blocks }: PaperSection, base: number): unknown {
  const width = TEXT_WIDTH[orientation];
  return {
    landscape: orientation === "landscape",
    base,
    blocks: blocks.map((block, at) => ({
      kind: block.kind,
      ...blockData(block, width, blocks[at + 1]?.kind === "signing"),
    })),
  };
}

function blockData(block: PaperBlock, width: number, sticky: boolean): object {
  switch (block.kind) {
    case "masthead":
      return mastheadWords(block);
    case "title": {
      const { summary, ...words } = titleWords(block, width);
      return { ...words, summary: summary === undefined ? undefined : lines(summary, width, POINTS.body) };
    }
    case "appendix":
      return {
        label: block.label === undefined ? undefined : written(block.label),
        title: lines(capitals(block.title), width, POINTS.body),
        reference: block.reference === undefined ? undefined : lines(block.reference, width, POINTS.body),
        rule: 40,
      };
    case "addressees":
      return { lines: ended(block.to) };
    case "paragraph":
      return paragraphData(block, width, sticky);
    case "heading":
      return { level: block.level, text: written(block.text) };
    case "list":
      return listData(block, width, sticky);
    case "table":
      return tableData(block, width);
    case "signing":
      return signingData(block, width);
  }
}

function paragraphData(block: PaperParagraph, width: number, sticky: boolean): object {
  const align = block.align ?? "justify";
  const indent = block.indent ?? (align === "justify" || align === "left");
  const size = block.small ? POINTS.small : POINTS.body;
  return {
    align,
    indent: indent && !block.small,
    size,
    sticky: sticky || block.keepWithNext === true,
    lines: lines(block.text, width, size, block),
  };
}

const MARKS: Record<NonNullable<PaperList["marker"]>, (at: number) => string> = {
  dash: () => "-",
  plus: () => "+",
  number: (at) => `${at + 1}.`,
  letter: (at) => `${String.fromCodePoint(0x61 + (at % 26))})`,
};

function listData({ marker = "dash", items }: PaperList, width: number, sticky: boolean): object {
  return {
    sticky,
    items: items.map((item, at) => ({ mark: MARKS[marker](at), lines: lines(item, width, POINTS.body) })),
  };
}

function tableData(table: PaperTable, width: number): object {
  const { widths, points, header, body } = placeTable(table, width);
  const rows = (placed: readonly PlacedRow[], first: number): object[] =>
    placed.map((row, at) => ({
      kind: row.kind,
      y: first + at,
      whole: row.whole,
      together: together(placed, at),
      cells: row.cells.map((cell) => ({
        // Column 0 holds together what stays on one page.
        x: cell.column + 1,
        columns: cell.columns,
        rows: cell.rows,
        align: cell.align,
        lines: lines(cell.text, cell.width - CELL_PADDING, points, {
          bold: cell.bold ?? row.strong,
          italic: cell.italic,
        }),
      })),
    }));
  return {
    widths: [0, ...widths],
    points,
    padding: CELL_PADDING / 2,
    lines: table.lines !== "none",
    header: rows(header, 0),
    body: rows(body, header.length),
  };
}

/** How many rows, from this one on, stay on one page; 0 where none begin to. */
function together(rows: readonly PlacedRow[], at: number): number {
  if (!rows[at]?.withNext || rows[at - 1]?.withNext) return 0;
  let end = at;
  while (rows[end]?.withNext) end += 1;
  return end - at + 1;
}

function signingData(signing: Signing, width: number): object {
  const recipients = recipientLines(signing);
  const signatures = signing.signatures.map(signatureWords);
  const beside = recipients !== undefined || signatures.length === 1;
  const scale = width / (HEAD_WIDTHS.left + HEAD_WIDTHS.right);
  const share = (beside ? HEAD_WIDTHS.right * scale : width) / Math.max(1, signatures.length);
  return {
    beside,
    recipients,
    signatures,
    widths: [...(beside ? [HEAD_WIDTHS.left * scale] : []), ...signatures.map(() => share)],
  };
}

/** A piece as Typst sets it; what is undefined is left out of the JSON and taken from the text around it. */
type SetRun =
  | TickRun
  | (Omit<TextRun, "bold" | "italic"> & {
      readonly bold: boolean | undefined;
      readonly italic: boolean | undefined;
    });

/** The lines of a text, each piece with its look; words too long for the width may be broken anywhere. */
function lines(
  inline: Inline,
  width: number,
  points: number,
  look: { readonly bold?: boolean | undefined; readonly italic?: boolean | undefined } = {},
): SetRun[][] {
  return linesOf(inline).map((line) =>
    line.map((run) =>
      "tick" in run
        ? run
        : {
            ...run,
            text: breakable(run.text, width, points),
            bold: run.bold ?? look.bold,
            italic: run.italic ?? look.italic,
          },
    ),
  );
}
