/** Plain text: paragraphs, and tables in the forms in which they survive being copied. */
import type { Budget } from "../blocks/budget.js";
import { captionOf } from "../blocks/caption.js";
import { cleanCharacters } from "../blocks/clean.js";
import type { Block, ReadingNote, SourceDocument } from "../blocks/types.js";
import { isHeading } from "../columns/heading.js";
import { readAlignedTable } from "./aligned.js";
import { readBarTable } from "./bars.js";
import { barsApart, isBlank, linesOf, type TextLine } from "./lines.js";
import { paragraphsOf } from "./paragraphs.js";
import { withoutFurniture } from "./pieces.js";
import { readPipeTable } from "./pipes.js";
import { readRunOnTable } from "./run-on.js";
import { readStackedTable } from "./stacked.js";
import { isTable, readTabTable, type TextTable } from "./tabs.js";

export function readText(text: string, budget: Budget): SourceDocument {
  budget.text(text.length);
  const lines = withoutFurniture(barsApart(linesOf(cleanCharacters(text))));
  if (lettersTorn(lines)) return { format: "text", blocks: paragraphsOf(lines), notes: [tornNote()] };
  const hasBars = lines.some((line) => line.text.trim() === "|");
  const blocks: Block[] = [];
  const notes: ReadingNote[] = [];
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
      if (found.guessed) notes.push(rebuilt(found));
      if (found.unreadable !== undefined) notes.push(unreadable(found.unreadable));
      if (found.table.rows.length > 0)
        blocks.push({ kind: "table", table: { ...found.table, caption: captionOf(blocks) } });
      tableBefore = true;
      at = found.to;
    } else {
      if (found?.scattered) notes.push(scattered(found));
      const to = found?.to ?? at + 1;
      open.push(...lines.slice(at, to));
      at = to;
    }
  }
  closeParagraphs();
  return { format: "text", blocks, notes };
}

interface FoundTable extends TextTable {
  readonly guessed?: boolean;
  /** The line from which on its columns could not be told apart. */
  readonly unreadable?: number;
  /** Its cells do not stand in the order of the page; nothing of it was read. */
  readonly scattered?: true;
}

const LONGEST_HEADER = 600;

function guessed(found: TextTable | undefined): FoundTable | undefined {
  return found && { ...found, guessed: true };
}

function tableAt(
  lines: readonly TextLine[],
  at: number,
  hasBars: boolean,
  budget: Budget,
): FoundTable | undefined {
  const text = lines[at]?.text ?? "";
  if (text.includes("\t")) return readTabTable(lines, at, budget);
  if (text.includes("|") && text.trim() !== "|") return readPipeTable(lines, at, budget);
  const barred = hasBars ? readBarTable(lines, at, budget) : undefined;
  if (barred) return barred;
  // The guesses below begin with a heading; most lines do not.
  if (text.length > LONGEST_HEADER) return undefined;
  const aligned = text.includes("  ") ? readAlignedTable(lines, at, budget) : undefined;
  if (aligned) return guessed(aligned);
  const runOn = readRunOnTable(lines, at, budget);
  if (runOn) return guessed(runOn);
  return isHeading(text) ? guessed(readStackedTable(lines, at, budget)) : undefined;
}

function rebuilt({ table }: TextTable): ReadingNote {
  return {
    severity: "warning",
    code: "table-rebuilt",
    message: {
      vi: "Bảng không còn dấu ngăn ô; các dòng, cột được dựng lại theo số thứ tự và nội dung. Đối chiếu với văn bản gốc.",
      en: "The table has lost what separated its cells; rows and columns were rebuilt by numbering and content. Compare it with the document.",
    },
    place: table.place,
  };
}

/** Lines of nothing but single letters with marks: the PDF took them from another font, and their words lost them. */
const TORN = /^\s*(?:[\u00C0-\u1EF9]\s+)+[\u00C0-\u1EF9]\s*$/u;
const FEWEST_TORN = 8;
const TORN_SHARE = 0.15;

function lettersTorn(lines: readonly TextLine[]): boolean {
  let torn = 0;
  let filled = 0;
  for (const line of lines) {
    if (isBlank(line)) continue;
    filled += 1;
    if (line.text.length < 120 && TORN.test(line.text)) torn += 1;
  }
  return torn >= FEWEST_TORN && torn >= filled * TORN_SHARE;
}

function tornNote(): ReadingNote {
  return {
    severity: "warning",
    code: "letters-torn",
    message: {
      vi: "Chữ có dấu bị tách khỏi từ (phông chữ trong PDF bị lỗi), nên không đọc bảng nào. Mở PDF bằng Word rồi lưu lại dạng .docx, hoặc xin bản Word của văn bản.",
      en: "Letters with marks are torn from their words (a fault of the fonts in the PDF), so no table was read. Open the PDF in Word and save it as .docx, or ask for the document's own Word file.",
    },
    place: {},
  };
}

function scattered({ table }: TextTable): ReadingNote {
  return {
    severity: "warning",
    code: "cells-scattered",
    message: {
      vi: "Bảng chép từ PDF đã mất thứ tự: số thứ tự, tên và điểm không còn đi với nhau, nên chưa đọc bảng này. Mở PDF bằng Word rồi lưu lại dạng .docx, hoặc tách chữ bằng lệnh pdftotext -layout.",
      en: "The table was copied out of a PDF and has lost its order: numbers, titles and points no longer stand together, so it was not read. Open the PDF in Word and save it as .docx, or take its text with pdftotext -layout.",
    },
    place: table.place,
  };
}

function unreadable(line: number): ReadingNote {
  return {
    severity: "warning",
    code: "columns-run-together",
    message: {
      vi: `Từ dòng ${line}, các cột của bảng dính vào nhau, không tách được; phần bảng từ đó trở đi chưa được đọc. Mở PDF bằng Word rồi lưu lại dạng .docx, hoặc chép bảng từ Word vào Excel.`,
      en: `From line ${line} on the columns of the table run into one another and cannot be told apart; the table was not read from there. Open the PDF in Word and save it as .docx, or copy the table from Word into Excel.`,
    },
    place: { line },
  };
}
