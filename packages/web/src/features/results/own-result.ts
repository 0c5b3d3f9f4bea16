import { useQuery } from "@tanstack/react-query";
import type { AssessmentHead } from "../../api/contract.js";
import { useOversees } from "../../shared/session.js";
import { ownAssessmentsQuery } from "./queries.js";

/**
 * One's own unit's assessment in a campaign whose results are public; none for those who oversee all units. While a
 * correction is worked on it is being appraised again, and its result is public all the same.
 */
export function useOwnAssessment(campaignId: string): AssessmentHead | undefined {
  const oversees = useOversees();
  const { data } = useQuery({ ...ownAssessmentsQuery(campaignId), enabled: !oversees });
  return data?.items[0];
}
