/** Something wrong in a file: what, where, and what to do. Bad data is a value; misuse of the engine throws. */
import type { Message } from "../message.js";

export interface Problem {
  readonly message: Message;
  readonly file: string | undefined;
  /** 1-based; undefined where the source has no lines (a workbook's cell is named in `at`). */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Place inside the document: `indicators[3].rule`, `Sheet1!D12`, `units[0].answers.2.1.3`. */
  readonly at: string | undefined;
}

export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
