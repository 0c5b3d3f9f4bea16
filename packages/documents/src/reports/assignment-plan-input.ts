/** What an assignment plan is made from. */
import type { CompiledSet, PlanSource } from "@opendti/engine";
import type { OfficialHead, PointsByLabel } from "./official-head.js";

export interface AssignmentPlan {
  readonly head: OfficialHead;
  readonly title: string;
  /**
   * `rooms`: STT, indicator, maximum, lead, coordinating, note (one agency hands indicators to its rooms).
   * `agencies`: with the rule, last score, target and deadline (a province hands them to its agencies), in a landscape appendix.
   */
  readonly form: "rooms" | "agencies";
  /** Legal grounds before the sets' own, each from its name on, without "Căn cứ". */
  readonly grounds: readonly string[];
  /** Purposes and requirements; absent: the usual ones. */
  readonly purposes?: readonly string[] | undefined;
  /** How it is carried out; absent: the usual. */
  readonly execution?: readonly string[] | undefined;
  /** One or more sets that one plan hands out (Bình Phước: the index and the website). */
  readonly parts: readonly PlanPart[];
}

export interface PlanPart {
  readonly plan: PlanSource;
  readonly set: CompiledSet;
  /** Over its table: `Bộ tiêu chí đánh giá chỉ số chuyển đổi số`; absent: the set's title. */
  readonly title?: string | undefined;
  /** The last scores, with their year. */
  readonly last?: { readonly year: number; readonly points: PointsByLabel } | undefined;
  /** The points aimed at, by label. */
  readonly targets?: { readonly year: number; readonly points: PointsByLabel } | undefined;
}
