/** /assessments/:id/print — the whole assessment on A4. */
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PrintSheet } from "./print/print-sheet.js";
import { OpenAssessment } from "./screen/open-assessment.js";

const route = getRouteApi("/shell/assessments/$assessmentId/print");

/** All pillars, answers, evidence and points, as they stand now. */
export function PrintPage(): ReactNode {
  const { assessmentId } = route.useParams();
  return (
    <OpenAssessment id={assessmentId}>
      <PrintSheet />
    </OpenAssessment>
  );
}
