/** What a workbook may take: beyond these, reading would take minutes or gigabytes. CSV has no such bounds. */

export const MOST_BYTES = 50 * 1024 * 1024;

/** What all parts of the file together may inflate to. */
export const MOST_INFLATED = 300 * 1024 * 1024;

export const MOST_CELLS = 3_000_000;
export const MOST_MERGES = 20_000;
export const MOST_MERGED_CELLS = 500_000;
