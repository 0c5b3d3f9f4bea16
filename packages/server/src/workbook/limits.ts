/** What an import of a workbook may take. Five thousand units or accounts are far below. */
export const WORKBOOK_LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 5 * 1024 * 1024,
  zip: { entries: 500, inflatedBytes: 10 * 1024 * 1024 },
  /** Bytes of one part, inflated. */
  partBytes: 8 * 1024 * 1024,
  sheets: 20,
  cells: 200_000,
  rows: 100_000,
  /** The last row a spreadsheet has. */
  lastRow: 1_048_576,
  /** Columns that may hold anything: beyond these it is no list of units or accounts. */
  columns: 100,
  /** Shared texts and the runs they are made of. */
  texts: 200_000,
  /** Elements of the part that says how cells look. */
  styles: 100_000,
} as const;
