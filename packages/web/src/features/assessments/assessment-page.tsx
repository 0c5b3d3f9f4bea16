/** /assessments/:id — declaring. */
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DeclaringScreen } from "./screen/declaring-screen.js";
import { OpenAssessment } from "./screen/open-assessment.js";

const route = getRouteApi("/shell/assessments/$assessmentId");

/** The declaring screen of one assessment. */
export function AssessmentPage(): ReactNode {
  const { assessmentId } = route.useParams();
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <OpenAssessment id={assessmentId}>
      <DeclaringScreen
        at={at}
        onGo={(next, replace = false) => void navigate({ search: { at: next }, replace })}
      />
    </OpenAssessment>
  );
}
