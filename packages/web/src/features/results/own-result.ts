import { useQuery } from "@tanstack/react-query";
import type { AssessmentHead } from "../../api/contract.js";
import { useOversees } from "../../shared/session.js";
import { ownAssessmentsQuery } from "./queries.js";

/** One's own unit's assessment in a campaign with published results; none for those who oversee all units. */
export function useOwnAssessment(campaignId: string): AssessmentHead | undefined {
  const oversees = useOversees();
  const { data } = useQuery({ ...ownAssessmentsQuery(campaignId), enabled: !oversees });
  return data?.items.find(({ state }) => state === "published");
}
