/**
 * What the exports of a campaign's results read: one frame, and its units as a stream, best first within their group. A
 * writer may go over the units as often as it needs; each time they come in the same order, one at a time. Points are
 * decimal text, exact as stored; nobody who writes a file calculates with floats.
 */
import type { CompiledSet, Status } from "@opendti/engine";

export interface CampaignFrame {
  readonly campaign: { readonly id: string; readonly name: string; readonly year: number };
  readonly set: FrameSet;
  /** Null: results of a year before OpenDTI, which were entered and not compiled here. */
  readonly run: FrameRun | null;
  /**
   * "whole": with what was declared, judged and why; for those who see everything. "public": final points alone. What a
   * frame must not tell is null in it, so a writer cannot give it away.
   */
  readonly sight: "whole" | "public";
  /** Every node of the set in the order of its document; a unit's points stand in the same order. */
  readonly nodes: readonly FrameNode[];
  /** Places of the pillars in `nodes`. */
  readonly pillars: readonly number[];
  /** In the campaign's order; only those with units. */
  readonly groups: readonly FrameGroup[];
  readonly unitCount: number;
  units(): AsyncIterable<FrameUnit>;
  /** What became of each unit since its last published result, in the same order; units without one are passed over. */
  movements(): AsyncIterable<FrameMovement>;
}

export interface FrameSet {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** SHA-256 of its text. */
  readonly hash: string;
  /** Digits behind the point of a score. */
  readonly digits: number;
  readonly max: string;
  readonly compiled: CompiledSet;
}

export interface FrameRun {
  readonly id: string;
  readonly number: number;
  readonly state: "compiled" | "approved" | "published" | "withdrawn" | "superseded";
  readonly resultHash: string;
  readonly compiledAt: Date;
  readonly approvedAt: Date | null;
  readonly publishedAt: Date | null;
}

export interface FrameNode {
  /** Its address: the code, or the key where the document prints one code twice. */
  readonly code: string;
  readonly printed: string;
  readonly title: string;
  /** Place of the node above, in `nodes`. */
  readonly parent: number | null;
  /** Place of the pillar that it belongs to (a pillar: its own), in `nodes`. */
  readonly pillar: number;
  readonly depth: number;
  readonly leaf: boolean;
  /** False for what only stands in the document and gives no points. */
  readonly scored: boolean;
  readonly bonus: boolean;
  /** Its points depend on the group's best. */
  readonly relative: boolean;
  readonly max: string;
}

export interface FrameGroup {
  /** Null: the units in no group. */
  readonly code: string | null;
  readonly name: string;
  readonly units: number;
  /**
   * Shares of the maximum by pillar, in the order of `pillars`: the group's best and its middle. Above 1 where an
   * indicator may exceed its maximum.
   */
  readonly best: readonly (number | null)[];
  readonly median: readonly (number | null)[];
}

export interface FrameUnit {
  readonly id: string;
  /** As it was called when the result was made. */
  readonly name: string;
  readonly kind: string;
  readonly group: string | null;
  readonly rank: number | null;
  readonly total: string;
  readonly max: string;
  /** As the set labels it. */
  readonly level: string | null;
  /** False: it never submitted; nothing of it counts. */
  readonly submitted: boolean;
  readonly declaredTotal: string | null;
  readonly declaredRank: number | null;
  /** One a node, in the order of `nodes`. */
  readonly scores: readonly FrameScore[];
}

export interface FrameScore {
  /** As the unit scored itself, the best of the group not known yet. */
  readonly declared: string | null;
  /** By the appraiser's values, the best of the group not known yet. */
  readonly appraised: string | null;
  /** What counts; null: no points are stored. */
  readonly final: string | null;
  readonly status: Status | null;
  /** Of a leaf in a whole frame: whether the appraiser put something else in place of what was declared. */
  readonly verdict: "agreed" | "adjusted" | null;
  /** The appraiser's, of what was adjusted. */
  readonly reason: string | null;
}

export interface FrameMovement {
  readonly unit: { readonly id: string; readonly name: string; readonly group: string | null };
  readonly from: FrameStanding & { readonly name: string };
  readonly to: FrameStanding;
  /** `to.total - from.total`. */
  readonly change: string;
  /** The three add up to the change exactly; null where the change cannot be taken apart, then `why` says so. */
  readonly parts: MovementParts | null;
  readonly why: string | null;
  /** By indicator, those that moved; with `rest` they add up to `parts`. */
  readonly rows: readonly (MovementParts & { readonly code: string; readonly title: string })[];
  /** What fractions without a decimal form leave over. */
  readonly rest: MovementParts | null;
}

export interface FrameStanding {
  readonly year: number;
  readonly total: string;
  readonly max: string;
  readonly rank: number | null;
}

/** Points gained (or lost) by the unit's own data, by the change of the rules, and by what others did. */
export interface MovementParts {
  readonly own: string;
  readonly rules: string;
  readonly others: string;
}
