/** What any document is read into: paragraphs and tables in the order of the page, each with the place it stands at. */
import type { BilingualText } from "@opendti/prose";

/** What a person finds again. All numbers from 1; `table` counts the document's tables, `row` the rows of that table. */
export interface Place {
  readonly page?: number;
  readonly table?: number;
  readonly row?: number;
  readonly line?: number;
  readonly sheet?: string;
  readonly cell?: string;
}

/** A cell where it starts: it covers `columns` columns to the right and `rows` rows down. */
export interface TableCell {
  /** Paragraphs and lines of the cell, joined by "\n". Empty cells have "". */
  readonly text: string;
  readonly place: Place;
  readonly columns: number;
  readonly rows: number;
  /** The exact decimal of a cell that a workbook stores as a number; `text` is how it is shown ("95,65%"). */
  readonly number?: string;
  /** Nothing in the file says for certain that all of the text, and nothing else, is of this cell. */
  readonly unsure?: true;
}

/** Rows hold only the cells that start in them, as HTML's do; {@link gridOf} spreads them out. */
export interface DocumentTable {
  readonly place: Place;
  readonly rows: readonly (readonly TableCell[])[];
  /** The paragraph right above that names the table ("Phụ lục I ..."); null when there is none. */
  readonly caption: string | null;
}

/** `level` is 1 for the highest heading; null for ordinary text. */
export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
  readonly level: number | null;
  readonly place: Place;
}

export interface TableBlock {
  readonly kind: "table";
  readonly table: DocumentTable;
}

export type Block = ParagraphBlock | TableBlock;

export type DocumentFormat = "docx" | "xlsx" | "csv" | "html" | "text";

/** Something a reader of the result should know: what was left out, guessed or changed on the way. */
export interface ReadingNote {
  readonly severity: "warning" | "information";
  readonly code: NoteCode;
  readonly message: BilingualText;
  readonly place: Place;
}

export type NoteCode =
  | "footnotes-left-out"
  | "tracked-changes-accepted"
  | "external-parts-left-out"
  | "hidden-rows-read"
  | "hidden-sheet-left-out"
  | "formula-without-result"
  | "encoding-guessed"
  | "extension-differs"
  | "pictures-left-out"
  | "table-rebuilt"
  | "columns-run-together"
  | "cells-scattered"
  | "letters-torn"
  | "number-restored"
  | "columns-unrecognised";

export interface SourceDocument {
  readonly format: DocumentFormat;
  readonly blocks: readonly Block[];
  readonly notes: readonly ReadingNote[];
}
