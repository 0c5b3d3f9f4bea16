/** One line with the words of each column, "" for none. */
export interface SeatedLine {
  readonly texts: readonly string[];
  readonly number: number;
  /** The words run over several columns. */
  readonly across: boolean;
  /** The first line of its page. */
  readonly first: boolean;
  /** Empty lines stand before it. */
  readonly apart: boolean;
}
