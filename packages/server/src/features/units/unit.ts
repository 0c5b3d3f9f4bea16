/** What a unit is to the rest of the program. */

export interface UnitKind {
  readonly kind: string;
  readonly name: string;
  /** 1 is the province. */
  readonly level: number;
}

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly kindName: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly rankingGroup: string | null;
  /** The first day it is there. */
  readonly validFrom: string;
  /** The last day it is there; null: no end is known. */
  readonly validTo: string | null;
  readonly version: number;
  readonly childCount: number;
}

/** A name and the days it held, both inclusive. */
export interface UnitName {
  readonly name: string;
  readonly shortName: string;
  readonly from: string;
  readonly to: string | null;
  readonly legalBasis: string;
}

export type SuccessionKind = "merged" | "split" | "replaced";

/** A unit that went into this one, or that this one went into. */
export interface Succession {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: SuccessionKind;
  readonly on: string;
  readonly legalBasis: string;
}

/** A published result of the unit or of one that went into it. */
export interface PastResult {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly year: number;
  readonly total: string;
  readonly max: string;
  readonly rank: number | null;
  /** Whose result it is, under today's name. */
  readonly unit: { readonly id: string; readonly name: string };
}

export interface UnitPage extends Unit {
  readonly closedReason: string | null;
  /** The name that the newest campaign with its ranking group gives that group. */
  readonly rankingGroupName: string | null;
  readonly names: readonly UnitName[];
  readonly predecessors: readonly Succession[];
  readonly successors: readonly Succession[];
  readonly results: readonly PastResult[];
}
