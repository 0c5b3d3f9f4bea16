/** What every code of the catalogue says about itself. */
import type { Message } from "../../message.js";

/** `error`: the set, its text and its numbers cannot all be right. `warning`: a careful reader would ask. */
export type Severity = "error" | "warning";

export interface CatalogueText {
  readonly severity: Severity;
  readonly title: Message;
  /** What it means when this is reported. */
  readonly means: Message;
  /** What to do about it. */
  readonly remedy: Message;
}

/** The codes of one group, each written once: a code used twice in a group does not compile. */
export type CatalogueGroup = Readonly<Record<string, CatalogueText>>;
