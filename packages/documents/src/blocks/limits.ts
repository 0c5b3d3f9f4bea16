/** How much one document may ask of the machine. A decision of 300 pages stays far below each of these. */
export interface ReadLimits {
  /** Bytes of the file as it comes. */
  readonly bytes: number;
  /** Bytes that all parts of a .docx or .xlsx inflate to, together. */
  readonly inflated: number;
  /** Files inside a .docx or .xlsx. */
  readonly parts: number;
  /** XML or HTML elements inside one another. */
  readonly depth: number;
  /** Cells of all tables, spans counted out. */
  readonly cells: number;
  /** Characters of all blocks. */
  readonly characters: number;
  /** Milliseconds for the whole reading. */
  readonly time: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  bytes: 30_000_000,
  inflated: 200_000_000,
  parts: 5_000,
  depth: 400,
  cells: 400_000,
  characters: 20_000_000,
  time: 20_000,
};
