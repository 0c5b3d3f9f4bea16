/** /assessments/:id/review — before it leaves the unit: rooms, the whole, the seal. */
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Review } from "./review/review.js";
import { OpenAssessment } from "./screen/open-assessment.js";

const route = getRouteApi("/shell/assessments/$assessmentId/review");

/** Where rooms hand over, the Office compiles, and the head submits or returns. */
export function ReviewPage(): ReactNode {
  const { assessmentId } = route.useParams();
  const navigate = route.useNavigate();
  return (
    <OpenAssessment id={assessmentId}>
      <Review
        onGo={(at) =>
          void navigate({ to: "/assessments/$assessmentId", params: { assessmentId }, search: { at } })
        }
      />
    </OpenAssessment>
  );
}
