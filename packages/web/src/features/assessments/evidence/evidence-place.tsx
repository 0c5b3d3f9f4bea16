/** Where evidence stands that is shown or added: whose it is, the year it is looked at for, and how a piece gets there. */
import { createContext, type ReactNode, use, useMemo } from "react";
import type { EvidenceItem } from "../../../api/assessment-contract.js";

interface Place {
  readonly assessmentId: string;
  readonly year: number;
  /** Stores pieces, in order. */
  add(code: string, items: readonly EvidenceItem[]): Promise<void>;
}

const PlaceContext = createContext<Place | null>(null);

/** Where the evidence stands. */
export function useEvidencePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error("no evidence stands here");
  return place;
}

interface EvidencePlaceProps extends Pick<Place, "assessmentId" | "year"> {
  /** Absent: evidence is only read here. */
  readonly add?: Place["add"];
  readonly children: ReactNode;
}

function refuse(): Promise<void> {
  return Promise.reject(new Error("evidence is only read here"));
}

/** Gives the place to the evidence inside. */
export function EvidencePlace({ assessmentId, year, add = refuse, children }: EvidencePlaceProps): ReactNode {
  const place = useMemo(() => ({ assessmentId, year, add }), [assessmentId, year, add]);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}
