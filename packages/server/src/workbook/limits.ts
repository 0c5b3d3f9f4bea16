/** What an import of a workbook may take. Five thousand units or accounts are far below. */
export const WORKBOOK_LIMITS = {
  /** Of the file itself. */
  bytes: 5 * 1024 * 1024,
  inflated: 10_000_000,
  parts: 500,
  /** That hold anything, of all sheets. */
  cells: 200_000,
  characters: 5_000_000,
  /** Milliseconds. */
  time: 10_000,
};
