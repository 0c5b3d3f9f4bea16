/** The blocks of a document as paragraphs and tables of Word. */
import { type FileChild, HeadingLevel, Paragraph } from "docx";
import type { PaperBlock, PaperList, PaperParagraph } from "../paper.js";
import { ended } from "../text.js";
import { appendixOf, mastheadOf, signingOf, titleOf } from "./head.js";
import { paragraphOf } from "./runs.js";
import { STYLE } from "./styles.js";
import { ALIGNMENT, tableOf } from "./table.js";

/** Every list of a document counts for itself. */
export class ListNumbers {
  private lists = 0;

  next(): number {
    this.lists += 1;
    return this.lists;
  }
}

/** Where a block stands. */
interface Around {
  /** Of the text, in millimetres. */
  readonly width: number;
  /** Its end stays on the page of what follows. */
  readonly withNext: boolean;
  readonly next: PaperBlock | undefined;
  readonly lists: ListNumbers;
}

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

export function blockOf(block: PaperBlock, { width, withNext, next, lists }: Around): FileChild[] {
  switch (block.kind) {
    case "masthead":
      return [mastheadOf(block), gap(next)];
    case "title":
      return titleOf(block, width);
    case "appendix":
      return appendixOf(block, width);
    case "addressees":
      return addressees(block.to);
    case "paragraph":
      return [textOf(block, withNext || block.keepWithNext === true)];
    case "heading":
      return [paragraphOf(block.text, { heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_3 })];
    case "list":
      return listOf(block, withNext, lists.next());
    case "table":
      // Word joins two tables that touch, and needs a paragraph after the last one.
      return [tableOf(block, width), gap(next)];
    case "signing":
      return [signingOf(block, width), gap(next)];
  }
}

function textOf(block: PaperParagraph, keepNext: boolean): Paragraph {
  const align = block.align ?? "justify";
  const indent = block.indent ?? (align === "justify" || align === "left");
  const style = block.small ? STYLE.small : indent ? STYLE.body : STYLE.centered;
  return paragraphOf(
    block.text,
    {
      style,
      alignment: ALIGNMENT[align],
      ...(keepNext ? { keepNext } : {}),
    },
    { bold: block.bold, italic: block.italic },
  );
}

function addressees(to: readonly string[]): FileChild[] {
  const [only] = to;
  const around = { spacing: { before: 240, after: 240 } };
  if (only !== undefined && to.length === 1)
    return [paragraphOf(`Kính gửi: ${ended([only]).join("")}`, { style: STYLE.centered, ...around })];
  const indent = { left: 2835, firstLine: 0 };
  return [
    paragraphOf("Kính gửi:", {
      style: STYLE.body,
      indent: { left: 1701, firstLine: 0 },
      spacing: { before: 240 },
    }),
    ...ended(to).map((line, at) =>
      paragraphOf(`- ${line}`, {
        style: STYLE.body,
        indent,
        spacing: { after: at === to.length - 1 ? 240 : 0 },
      }),
    ),
  ];
}

function listOf({ marker = "dash", items }: PaperList, withNext: boolean, instance: number): FileChild[] {
  return items.map((item, at) =>
    paragraphOf(item, {
      style: STYLE.body,
      numbering: { reference: marker, level: 0, instance },
      ...(withNext && at === items.length - 1 ? { keepNext: true } : {}),
    }),
  );
}

/** The empty paragraph between a table and what follows; small at the end, so that it makes no page of its own. */
function gap(next: PaperBlock | undefined): Paragraph {
  return new Paragraph({
    style: next === undefined ? STYLE.rule : STYLE.head,
    ...(next?.kind === "signing" ? { keepNext: true } : {}),
  });
}
