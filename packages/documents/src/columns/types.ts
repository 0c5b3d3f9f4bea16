/** Tables as their headings mean them: columns with roles, rows that each say one thing. */
import type { Place, ReadingNote } from "../blocks/types.js";

export type ColumnRole =
  /** STT, TT, Mã: the printed code. */
  | "number"
  /** Chỉ số chính, Trụ cột, Nhóm, where a column of its own names what the indicator belongs to. */
  | "group"
  /** Chỉ số, Tiêu chí, Nội dung. */
  | "title"
  | "max"
  /** Cách xác định và tính điểm. */
  | "rule"
  | "declared"
  | "evidence"
  | "self_score"
  | "score"
  | "lead"
  | "coordinating"
  | "deadline"
  | "source"
  /** Đơn vị tính: "đồng", "%". */
  | "unit"
  /** How many indicators a pillar has, in the table that only sums up the set. */
  | "count"
  | "note"
  | "unknown";

export interface RecognisedColumn {
  readonly role: ColumnRole;
  /** The words of the heading, of a heading of two rows both, on one line: "Điểm · Tự đánh giá". */
  readonly heading: string;
  /** "Điểm năm 2022". */
  readonly year?: number;
}

export interface LogicalCell {
  /** As the document says it; pieces from several physical rows joined by "\n". "" when empty. */
  readonly text: string;
  readonly place: Place;
  /** As of {@link TableCell}. */
  readonly number?: string;
  /** As of {@link TableCell}. */
  readonly unsure?: true;
}

export type RowKind =
  /** A pillar, a group, a section: it heads the rows after it. */
  | "group"
  /** An indicator, also one that has indicators of its own under it. */
  | "indicator"
  /** A row without a number, or lettered and without points, under an indicator: a datum of it, a part of it. */
  | "part"
  /** A row without a number under an indicator that says what points one case gives. */
  | "option"
  /** Tổng cộng. */
  | "total";

export interface LogicalRow {
  readonly kind: RowKind;
  /** The printed code without a closing dot or bracket: "1.10", "II", "a"; "" when there is none. */
  readonly code: string;
  /** One a column of the table, in its order. */
  readonly cells: readonly LogicalCell[];
  /** Where its first physical row stands. */
  readonly place: Place;
}

export interface RecognisedTable {
  readonly columns: readonly RecognisedColumn[];
  readonly rows: readonly LogicalRow[];
  readonly caption: string | null;
  readonly place: Place;
  /** Position in `document.blocks` of the block it starts in: paragraphs before it speak about it. */
  readonly block: number;
  /** What was guessed or put right on the way. */
  readonly notes: readonly ReadingNote[];
}
