/** What a workbook may take: beyond these, reading would take minutes or gigabytes. CSV has no such bounds. */
export const WORKBOOK_LIMITS = {
  bytes: 50_000_000,
  /** All parts of the file together. */
  inflated: 300_000_000,
  cells: 3_000_000,
  characters: 100_000_000,
  /** Milliseconds. */
  time: 120_000,
};
