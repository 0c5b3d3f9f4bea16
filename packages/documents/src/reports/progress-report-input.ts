/** What a progress report is made from. */
import type { CompiledSet, PlanSource } from "@opendti/engine";
import type { Day, OfficialHead, PointsByLabel } from "./official-head.js";

export interface ProgressReport {
  readonly head: OfficialHead;
  /** "Kính gửi". */
  readonly to: readonly string[];
  readonly plan: PlanSource;
  readonly set: CompiledSet;
  readonly year: number;
  /** 1 to 4; absent: of the whole year. */
  readonly quarter?: 1 | 2 | 3 | 4 | undefined;
  /** The day on which deadlines are looked at: whole, `2026-09-30`. */
  readonly on: Day;
  /** Key of the lead organisation in the plan; absent: of all. */
  readonly lead?: string | undefined;
  /** Points as they stand now; absent where nothing is scored yet. */
  readonly now?: PointsByLabel | undefined;
  readonly last?: { readonly year: number; readonly points: PointsByLabel } | undefined;
  /** What was reported; an assignment that is not here has room to write. */
  readonly reported: readonly ReportedProgress[];
}

export interface ReportedProgress {
  /** The assignment's code as the plan has it, and its input where one datum is assigned on its own. */
  readonly code: string;
  readonly input?: string | undefined;
  /** True: the lead unit says that it is done. */
  readonly finished: boolean;
  readonly done?: string | undefined;
  readonly difficulties?: string | undefined;
  readonly proposal?: string | undefined;
}
