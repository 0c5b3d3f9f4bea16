/** What the report of a unit's self-assessment is made from. */
import type { CompiledSet, UnitFacts, UnitScore } from "@opendti/engine";
import type { DeclaredAnswer, DeclaredEvidence } from "./declared.js";
import type { OfficialHead } from "./official-head.js";

/** One unit's assessment in one campaign, with the head and foot of the letter that it is sent with. */
export interface SelfAssessmentReport {
  /** The unit's; the symbol of a letter has no letters of a kind before it: `BDT-VP`. */
  readonly head: OfficialHead;
  /** "Kính gửi": `["Sở Thông tin và Truyền thông"]`. */
  readonly to: readonly string[];
  readonly set: CompiledSet;
  /** The assessed year. */
  readonly year: number;
  readonly unit: {
    /** In full: "Ban Dân tộc tỉnh Quảng Ngãi". */
    readonly name: string;
    /** As the letter speaks of it: "Ban Dân tộc tỉnh"; the full name when absent. */
    readonly shortName?: string;
  };
  /** What asked for the assessment: "Công văn số 970/STTTT-BCVT&CNTT ngày 05/6/2023 của Sở …"; the set's legal basis when absent. */
  readonly request?: string;
  /** What was read from the answers: `readUnit(set, …, "stored").facts`. */
  readonly facts: UnitFacts;
  /** The self-score: `scoreUnit(set, facts, standing, true)`. Traced, or no ratio is printed beside the data. */
  readonly score: UnitScore;
  readonly answers: readonly DeclaredAnswer[];
  readonly evidence: readonly DeclaredEvidence[];
}
