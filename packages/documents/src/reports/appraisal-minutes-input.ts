/** What the minutes of an appraisal are made from. */
import type { CompiledSet } from "@opendti/engine";
import type { Signer } from "../paper/signer.js";
import type { OfficialHead, PointsByLabel } from "./official-head.js";

export interface AppraisalMinutes {
  /** The coordinator's; its signer presides and signs for the appraisers. */
  readonly head: OfficialHead;
  readonly campaign: { readonly name: string; readonly year: number };
  readonly unit: { readonly name: string };
  /** Who signs for the unit; a name that is absent is left free. */
  readonly unitSigner: Signer;
  readonly set: CompiledSet;
  readonly declared: PointsByLabel;
  readonly appraised: PointsByLabel;
  /** Decimal text. */
  readonly totals: { readonly declared: string; readonly appraised: string };
  /** What was judged; an indicator that is not here counts as declared, and the minutes say so. */
  readonly judgements: readonly Judgement[];
  /** Absent: lines are left for the usual roles of both sides. */
  readonly present?:
    | { readonly appraising: readonly Attendant[]; readonly unit: readonly Attendant[] }
    | undefined;
}

export interface Judgement {
  readonly label: string;
  readonly verdict: "agreed" | "adjusted";
  readonly reason?: string | undefined;
  /** The role of whoever judged: `Thẩm định viên`, `Cơ quan đầu mối`. */
  readonly role: string;
  /** What was taken in place of what was declared, in words: `22` against `23`. */
  readonly values?: readonly {
    readonly label: string;
    readonly declared: string;
    readonly taken: string;
  }[];
}

export interface Attendant {
  readonly role: string;
  /** Absent: a line to write it on. */
  readonly name?: string | undefined;
}
