/** /assessments/:id/workbook — filling in offline, and taking what comes back. */

import { formatNumber } from "@opendti/engine";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { api, asForm, take } from "../../api/client.js";
import type { WorkbookReading } from "../../api/workbook-contract.js";
import { PageHeader } from "../../shared/page-header.js";
import { useText } from "../../shared/text.js";
import { declaredIn } from "../assessments/data/declared.js";
import { viewOf } from "../assessments/scoring/view-model.js";
import { useDeclaration, useReread } from "../assessments/screen/declaration.js";
import { OpenAssessment } from "../assessments/screen/open-assessment.js";
import { BothWays } from "./both-ways.js";
import { type Brought, useBrought } from "./brought.js";
import { withChosen } from "./preview.js";
import { ReadingFrame } from "./reading-frame.js";
import { useShownRow } from "./shown-rows.js";
import classes from "./workbooks.module.css";

const route = getRouteApi("/shell/assessments/$assessmentId/workbook");

/** The workbook of one assessment: down, and back. */
export function AssessmentWorkbookPage(): ReactNode {
  const { assessmentId } = route.useParams();
  return (
    <OpenAssessment id={assessmentId}>
      <WorkbookScreen />
    </OpenAssessment>
  );
}

function WorkbookScreen(): ReactNode {
  const say = useText();
  const { assessment, store } = useDeclaration();
  const { reading: open } = route.useSearch();
  const navigate = route.useNavigate();
  const reread = useReread();
  const { id, unit, campaign, may } = assessment;
  const brought = useBrought<WorkbookReading>({
    key: (reading) => ["assessments", id, "workbook", reading],
    send: (file) => {
      // What was typed here before is compared too.
      store.flush();
      return take(
        api.POST("/assessments/{id}/workbook", {
          params: { path: { id } },
          body: { file },
          bodySerializer: asForm,
        }),
      );
    },
    look: (reading) =>
      take(api.GET("/assessments/{id}/workbook/{reading}", { params: { path: { id, reading } } })),
    take: (reading, rows) =>
      take(
        api.POST("/assessments/{id}/workbook/{reading}/take", {
          params: { path: { id, reading } },
          body: { rows: [...rows] },
        }),
      ),
    open,
    onRead: (reading) => void navigate({ search: { reading }, replace: true }),
    onTaken: reread,
  });
  return (
    <>
      <PageHeader
        back={{
          to: "/assessments/$assessmentId",
          params: { assessmentId: id },
          label: say("workbooks.back"),
        }}
        eyebrow={`${campaign.name} · ${unit.name}`}
        title={say("workbooks.title")}
        description={say("workbooks.lead")}
      />
      <BothWays
        get={{
          path: `/assessments/${id}/workbook`,
          note: say(may.declare && may.codes !== null ? "workbooks.downloadPart" : "workbooks.downloadNote"),
        }}
        brought={brought}
        open={open}
        {...(may.declare ? {} : { instead: <p className={classes.get}>{say("workbooks.readOnly")}</p> })}
      >
        {(made) => <Read key={made.id} made={made} brought={brought} />}
      </BothWays>
    </>
  );
}

/** What was read, with what the assessment would come to. */
function Read({ made, brought }: { made: WorkbookReading; brought: Brought<WorkbookReading> }): ReactNode {
  const say = useText();
  const { assessment, outline, store, view, language } = useDeclaration();
  const shown = useShownRow(outline);
  const { chosen } = brought;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view stands for the values of the store
  const after = useMemo(
    () => viewOf(outline, withChosen(declaredIn(store, assessment), made.rows, chosen)),
    [outline, store, assessment, view, made, chosen],
  );
  return (
    <ReadingFrame
      made={made}
      rows={made.rows.map(shown)}
      brought={brought}
      mayTake={assessment.may.declare}
      total={say("workbooks.total", {
        before: formatNumber(view.score.total, language),
        after: formatNumber(after.score.total, language),
      })}
    />
  );
}
