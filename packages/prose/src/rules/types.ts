/** What goes into the reader of scoring prose, and what comes out. Types only. */
import type { ExceptionSource, InputSource, RuleSource, SetSource } from "@opendti/engine";
import type { BilingualText, TextSpan } from "../references/types.js";

type IndicatorSource = SetSource["indicators"][number];

/** One indicator of a decision, as its table prints it. */
export interface RuleTextRequest {
  /** The decision's own words: the cells "Cách xác định và tính điểm", joined by "\n", as they are. */
  readonly text: string;
  readonly title: string;
  readonly code: string;
  /** The printed maximum as a decimal string; null where the table gives none. */
  readonly max: string | null;
  /** Codes of its children, in the order of the document. */
  readonly children: readonly string[];
  /** Facts of "Thông tin chung" that an exception may be told by. */
  readonly profile: readonly { readonly id: string; readonly label: string }[];
}

/** What is unclear, for a person: where it stands, and the readings that can be run as they are. */
export interface RuleQuestion {
  /** Names the kind of doubt; the same in every document: `bands-overlap`, `max-unreachable`. */
  readonly code: string;
  readonly text: BilingualText;
  readonly span: TextSpan | null;
  readonly alternatives: readonly RuleAlternative[];
}

export interface RuleAlternative {
  readonly label: BilingualText;
  readonly rule: RuleSource;
  readonly inputs: readonly InputSource[];
  readonly exceptions: readonly ExceptionSource[];
}

export type PieceRole =
  | "input"
  | "formula"
  | "points"
  | "band"
  | "option"
  | "exception"
  | "explanation"
  | "part"
  | "level"
  | "unread";

/** A stretch of the text and what it became; `target` is the input or the step that it became: `a`, `choice.2`, `steps.1`. */
export interface RulePiece {
  readonly span: TextSpan;
  readonly role: PieceRole;
  readonly target?: string;
}

export interface RuleReading {
  /**
   * `certain`: every character that can mean something for the points was understood, the rule compiles and keeps within
   * the maximum. `doubtful`: a rule, or alternatives, and questions. `unread`: no rule; a person scores it by hand.
   */
  readonly status: "certain" | "doubtful" | "unread";
  /** As under `rule:` of a set. Null where unread, where children are summed, and for a condition. */
  readonly rule: RuleSource | null;
  readonly inputs: readonly InputSource[];
  readonly exceptions: readonly ExceptionSource[];
  readonly notApplicable?: "full" | "zero" | "excluded";
  /** The points are the sum of the children's: the set then has no rule here. */
  readonly sumsChildren: boolean;
  /** The text says that the points are beyond the scale ("điểm thưởng"). */
  readonly bonus: boolean;
  /** The text is a condition without points ("không đạt thì không được xếp hạng"). */
  readonly condition?: NonNullable<IndicatorSource["condition"]>;
  readonly questions: readonly RuleQuestion[];
  /** Every character of the text is in exactly one piece; in the order of the text. */
  readonly pieces: readonly RulePiece[];
  /** The same for texts that differ in numbers and names only: one correction can then be offered to all of them. */
  readonly wording: string;
}
