/** What the decision on a campaign's result is made from. */
import type { OfficialHead, PointsByLabel } from "./official-head.js";
import type { LegalBasis } from "./written.js";

export interface ResultDecision {
  readonly head: OfficialHead;
  /** Who decides, over the grounds: `Chủ tịch Ủy ban nhân dân tỉnh Quảng Ngãi`. */
  readonly authority: string;
  /** What precedes the set's own legal basis: laws and earlier decisions, each from its name on, without "Căn cứ"; empty: a line to write on. */
  readonly grounds: readonly string[];
  /** `Giám đốc Sở Khoa học và Công nghệ`, and the proposal where it is numbered: `Tờ trình số 12/TTr-SKHCN ngày …`. */
  readonly proposal: { readonly by: string; readonly document?: string | undefined };
  /** Who else carries it out, before the heads of the units: `Chánh Văn phòng …, Giám đốc …`; absent: the office and who proposed. */
  readonly carriedOutBy?: string | undefined;
  readonly results: CampaignResults;
}

/** A campaign's result as it is published or put forward. */
export interface CampaignResults {
  readonly campaign: { readonly name: string; readonly year: number };
  readonly set: {
    readonly title: string;
    readonly legalBasis: readonly LegalBasis[];
    /** Decimal text. */
    readonly max: string;
    /** Labels of the levels, best first; empty where the set has none. */
    readonly levels: readonly string[];
  };
  readonly pillars: readonly { readonly label: string; readonly title: string; readonly max: string }[];
  /** In the order in which they are published; each group's units as they are ranked. */
  readonly groups: readonly ResultGroup[];
  /** The run that gives these numbers, so that they can be found again. */
  readonly run?: { readonly number: number; readonly hash: string } | undefined;
}

export interface ResultGroup {
  /** `Khối sở, ban, ngành`; empty where units are not grouped. */
  readonly name: string;
  readonly units: readonly RankedUnit[];
}

export interface RankedUnit {
  readonly name: string;
  /** Absent: not ranked. */
  readonly rank?: number | undefined;
  /** Decimal text. */
  readonly total: string;
  readonly pillars: PointsByLabel;
  readonly level?: string | undefined;
  /** False: it never submitted. */
  readonly submitted: boolean;
  /** Rank of the year before in its group then. */
  readonly before?: number | undefined;
}
