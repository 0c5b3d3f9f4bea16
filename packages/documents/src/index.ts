/** The public face of documents: files that people have, read into paragraphs, tables and recognised columns. */
export { DEFAULT_LIMITS, type ReadLimits } from "./blocks/limits.js";
export { readDocument } from "./blocks/read-document.js";
export { DocumentRefused, type RefusalCode } from "./blocks/refused.js";
export type {
  Block,
  DocumentFormat,
  DocumentTable,
  NoteCode,
  ParagraphBlock,
  Place,
  ReadingNote,
  SourceDocument,
  TableBlock,
  TableCell,
} from "./blocks/types.js";
export { recogniseTables } from "./columns/recognise.js";
export type {
  ColumnRole,
  LogicalCell,
  LogicalRow,
  RecognisedColumn,
  RecognisedTable,
  RowKind,
} from "./columns/types.js";
