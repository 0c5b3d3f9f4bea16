/** What a unit declared, as reports take it: the engine's facts hold the numbers, these the words, days, rows and evidence. */

/**
 * One stored answer. What the engine counts as "given" (texts, links, days, several options, rows of a table) is printed from here;
 * numbers, yes/no and one of several options from the unit's facts, so that what is printed is what was scored.
 */
export interface DeclaredAnswer {
  /** Code of the indicator (its key where the document prints the code twice), or "profile". */
  readonly code: string;
  /** Id of the input. */
  readonly input: string;
  /** As stored: text, link, "2022-12-31", the 1-based places of several options, rows by column id; null when it was cleared. */
  readonly value: unknown;
}

interface Where {
  readonly page?: string | null;
  readonly section?: string | null;
}

/** One piece of evidence beside an indicator, as stored. */
export type DeclaredEvidence = { readonly code: string } & (
  | ({
      readonly kind: "document";
      /** As the person wrote it: "Quyết định số 1133/QĐ-BDT ngày 31/12/2022", or a sentence that refers to no document. */
      readonly text: string;
      /** "1133/QĐ-BDT" */
      readonly symbol?: string | null;
      /** YYYY-MM-DD, YYYY-MM or YYYY. */
      readonly date?: string | null;
      readonly issuer?: string | null;
      readonly title?: string | null;
    } & Where)
  | ({ readonly kind: "link"; readonly url: string; readonly title?: string | null } & Where)
  | ({ readonly kind: "file"; readonly name: string } & Where)
);
