/** What Word counts in. */

/** Twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Half points, for sizes of letters. */
export const halfPoints = (points: number): number => points * 2;
