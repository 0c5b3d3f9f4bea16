/** What the page of progress shows, as its address says it. */

export interface ProgressSearch {
  readonly year?: number;
  readonly quarter?: number;
  /** Key of a lead organisation. */
  readonly lead?: string;
  /** The state of a deadline. */
  readonly light?: string;
}

/** Reads the address; the page and the server leave out what they do not know. */
export const progressSearchOf = ({ year, quarter, lead, light }: Record<string, unknown>) =>
  JSON.parse(JSON.stringify({ year, quarter, lead, light })) as ProgressSearch;
