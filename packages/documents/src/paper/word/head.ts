/** The head of the first page, names of documents and appendices, and the foot with its signatures, in Word. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { HEAD_WIDTHS, mastheadWords, POINTS, recipientLines, signatureWords, titleWords } from "../form.js";
import type { AppendixTitle, DocumentTitle, Masthead, Signature, Signing } from "../paper.js";
import { capitals, written } from "../text.js";
import { halfPoints, twips } from "./measures.js";
import { paragraphOf } from "./runs.js";
import { STYLE } from "./styles.js";
import { NO_LINES } from "./table.js";

/** Room for a signature and a seal, in millimetres. */
const FOR_SIGNING = 24;

/** "Số" and the place stand a little below the names. */
const GAP = 120;

/** The foot stands a little below the text. */
const ABOVE = { before: 120, after: 0 } as const;

export function mastheadOf(masthead: Masthead): Table {
  const words = mastheadWords(masthead);
  const { left, right } = HEAD_WIDTHS;
  const second = words.number !== undefined || words.subject !== undefined || words.issued !== undefined;
  return sideBySide(
    [left, right],
    [
      [
        [
          ...lineOf(words.superior, STYLE.head),
          ...lineOf(words.body, STYLE.head, { bold: true }),
          rule(words.bodyRule, left),
        ],
        [
          ...lineOf(words.state, STYLE.head, { bold: true }),
          paragraphOf([{ text: words.motto, bold: true }], {
            style: STYLE.head,
            run: { size: halfPoints(POINTS.motto) },
          }),
          rule(words.mottoRule, right),
        ],
      ],
      ...(second
        ? [
            [
              [
                ...(words.number === undefined ? [] : [numberLine(words.number)]),
                ...lineOf(words.subject, STYLE.subject),
              ],
              words.issued === undefined
                ? []
                : [paragraphOf(words.issued, { style: STYLE.place, spacing: { before: GAP, after: 0 } })],
            ],
          ]
        : []),
    ],
  );
}

function numberLine(text: string): Paragraph {
  return paragraphOf(
    [{ text }],
    { style: STYLE.place, spacing: { before: GAP, after: 0 } },
    { italic: false },
  );
}

/** @param width of the text, in millimetres */
export function titleOf(title: DocumentTitle, width: number): Paragraph[] {
  const words = titleWords(title, width);
  return [
    paragraphOf(words.name, { style: STYLE.title }),
    ...lineOf(words.summary, STYLE.summary),
    rule(words.rule, width, 240),
    ...(words.authority === undefined
      ? []
      : [paragraphOf(words.authority, { style: STYLE.summary, spacing: { before: 0, after: 120 } })]),
  ];
}

/** @param width of the text, in millimetres */
export function appendixOf({ label, title, reference }: AppendixTitle, width: number): Paragraph[] {
  // Label and title are one paragraph, so that they are one entry of the outline.
  const name = label === undefined ? capitals(title) : `${written(label)}\n${capitals(title)}`;
  return [
    paragraphOf(name, { style: STYLE.appendix }),
    ...lineOf(reference, STYLE.reference),
    rule(40, width, 200),
  ];
}

/** @param width of the text, in millimetres */
export function signingOf(signing: Signing, width: number): Table {
  const recipients = recipientLines(signing);
  const signatures = signing.signatures.map(signatureOf);
  const scale = width / (HEAD_WIDTHS.left + HEAD_WIDTHS.right);
  if (recipients || signatures.length === 1) {
    const left = [
      ...(recipients ? [paragraphOf("Nơi nhận:", { style: STYLE.recipientsHead, spacing: ABOVE })] : []),
      ...(recipients ?? []).flatMap((line) => lineOf(line, STYLE.recipients)),
    ];
    const share = (HEAD_WIDTHS.right * scale) / Math.max(1, signatures.length);
    return sideBySide([HEAD_WIDTHS.left * scale, ...signatures.map(() => share)], [[left, ...signatures]]);
  }
  return sideBySide(
    signatures.map(() => width / signatures.length),
    [signatures],
  );
}

function signatureOf(signature: Signature): Paragraph[] {
  const { issued, lines, note, name } = signatureWords(signature);
  const [first = "", ...others] = lines;
  return [
    ...lineOf(issued, STYLE.place),
    paragraphOf(first, { style: STYLE.signature, spacing: ABOVE }),
    ...others.flatMap((line) => lineOf(line, STYLE.signature)),
    ...lineOf(note, STYLE.signatureNote),
    paragraphOf(name ?? "", { style: STYLE.signature, spacing: { before: twips(FOR_SIGNING), after: 0 } }),
  ];
}

function lineOf(text: string | undefined, style: string, look: { bold?: boolean } = {}): Paragraph[] {
  return text === undefined ? [] : [paragraphOf(text, { style }, look)];
}

/** A line of a length, in the middle of a width, in millimetres: the border of a paragraph, which every word processor keeps. */
function rule(length: number, width: number, after = 0): Paragraph {
  const aside = Math.max(0, twips((width - length) / 2));
  return new Paragraph({
    style: STYLE.rule,
    indent: { left: aside, right: aside, firstLine: 0 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } },
    ...(after > 0 ? { spacing: { after } } : {}),
    keepNext: true,
  });
}

/** Columns without lines, never cut by a page's end. */
function sideBySide(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: twips(widths[at] ?? 0), type: WidthType.DXA },
                children: children.length > 0 ? children : [new Paragraph({ style: STYLE.head })],
              }),
          ),
        }),
    ),
    columnWidths: widths.map(twips),
    width: { size: widths.map(twips).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: NO_LINES,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
  });
}
