/** An official document as a Word file with real styles, which a person can go on editing. */
import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import { sameBytes } from "../../ooxml/same-bytes.js";
import { INDENT, MARGIN, NUMBER_FROM_TOP, PAGE, restarts } from "../form.js";
import { type Paper, type PaperList, type PaperSection, TEXT_WIDTH } from "../paper.js";
import { written } from "../text.js";
import { blockOf, ListNumbers } from "./blocks.js";
import { coreProperties } from "./core-properties.js";
import { twips } from "./measures.js";
import { STYLE, styles } from "./styles.js";

/**
 * Writes the document as .docx: A4, the margins, letters and styles of the form; the same paper gives the same bytes.
 * @throws {RangeError} when a table's rows do not fit its columns: a mistake of the report that made it
 */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const lists = new ListNumbers();
  const document = new Document({
    title: written(paper.title),
    styles,
    numbering: { config: MARKERS },
    sections: paper.sections.map((section, at) => sectionOf(section, at, lists)),
    features: { updateFields: false },
    compatabilityModeVersion: 15,
  });
  const file = await Packer.toBuffer(document, undefined, [
    { path: "docProps/core.xml", data: coreProperties(written(paper.title)) },
  ]);
  return sameBytes(file, { "word/document.xml": withLowEnds });
}

/**
 * The library ends each section with an empty paragraph as high as a line of text, which makes an empty page where a foot fills its
 * own to the end: it gets the look of a rule, which takes no room.
 */
function withLowEnds(xml: string): string {
  return xml.replaceAll("<w:p><w:pPr><w:sectPr>", `<w:p><w:pPr><w:pStyle w:val="${STYLE.rule}"/><w:sectPr>`);
}

function sectionOf(section: PaperSection, at: number, lists: ListNumbers): ISectionOptions {
  const anew = restarts(section, at);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: anew,
      page: {
        // The library turns the page itself.
        size: {
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          orientation:
            section.orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(MARGIN.top),
          bottom: twips(MARGIN.bottom),
          left: twips(MARGIN.left),
          right: twips(MARGIN.right),
          header: twips(NUMBER_FROM_TOP),
          footer: twips(NUMBER_FROM_TOP),
        },
        ...(anew ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            style: STYLE.pageNumber,
            children: [new TextRun({ children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
      first: new Header({ children: [new Paragraph({ style: STYLE.pageNumber })] }),
    },
    children: childrenOf(section, lists),
  };
}

/** What stands before a foot with signatures stays on its page: a signature alone on a page signs nothing. */
function childrenOf({ blocks, orientation }: PaperSection, lists: ListNumbers): FileChild[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    return blockOf(block, {
      width: TEXT_WIDTH[orientation],
      withNext: next?.kind === "signing",
      next,
      lists,
    });
  });
}

const MARKS = {
  dash: { format: LevelFormat.BULLET, text: "-" },
  plus: { format: LevelFormat.BULLET, text: "+" },
  number: { format: LevelFormat.DECIMAL, text: "%1." },
  letter: { format: LevelFormat.LOWER_LETTER, text: "%1)" },
} as const;

const MARKERS = (
  ["dash", "plus", "number", "letter"] as const satisfies readonly NonNullable<PaperList["marker"]>[]
).map((marker) => ({
  reference: marker,
  levels: [
    {
      level: 0,
      ...MARKS[marker],
      alignment: AlignmentType.LEFT,
      suffix: LevelSuffix.SPACE,
      style: { paragraph: { indent: { left: 0, firstLine: twips(INDENT) } } },
    },
  ],
}));
