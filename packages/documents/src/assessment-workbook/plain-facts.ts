/** How the cells are read that stand for no input. */
import { plainFact } from "@opendti/engine";

/** A text: the reason for "not applicable". */
export const REASON = plainFact({ kind: "text" });
/** An option of several is yes or empty. */
export const TICK = plainFact({ kind: "yes_no" });
