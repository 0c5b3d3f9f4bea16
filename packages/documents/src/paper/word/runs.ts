/** Lines of text as runs and paragraphs of Word. */
import { type IParagraphOptions, Paragraph, type ParagraphChild, SymbolRun, TextRun } from "docx";
import type { Inline, Run } from "../paper.js";
import { linesOf } from "../text.js";

/** How a whole text looks unless one of its pieces says otherwise. */
interface Look {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

/** Boxes of Wingdings, which every Word has, and readers of .docx know. */
const TICKED = "F0FE";
const EMPTY = "F0A8";

/** The pieces of one line. */
function runsOf(line: readonly Run[], look: Look = {}): ParagraphChild[] {
  return line.map((run) => {
    if ("tick" in run) return new SymbolRun({ char: run.tick ? TICKED : EMPTY, symbolfont: "Wingdings" });
    const { text, bold = look.bold, italic = look.italic, underline, superscript } = run;
    return new TextRun({
      text,
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italics: italic }),
      ...(underline ? { underline: {} } : {}),
      ...(superscript ? { superScript: true } : {}),
    });
  });
}

/** One paragraph; its lines are broken inside it. */
export function paragraphOf(inline: Inline, options: IParagraphOptions, look: Look = {}): Paragraph {
  const children = linesOf(inline).flatMap((line, at) => [
    ...(at > 0 ? [new TextRun({ break: 1 })] : []),
    ...runsOf(line, look),
  ]);
  return new Paragraph({ ...options, children });
}

/** A paragraph for each line. */
export function paragraphsOf(inline: Inline, options: IParagraphOptions, look: Look = {}): Paragraph[] {
  return linesOf(inline).map((line) => new Paragraph({ ...options, children: runsOf(line, look) }));
}
