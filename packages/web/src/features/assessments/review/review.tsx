/** Totals by pillar against last year, what is still open, the rooms' parts, and the steps that lead to the seal. */

import { Button } from "@mantine/core";
import { formatExact } from "@opendti/engine";
import { IconLock, IconPrinter } from "@tabler/icons-react";
import { Link, linkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHeader } from "../../../shared/page-header.js";
import { Panel } from "../../../shared/panel.js";
import { PointsBar } from "../../../shared/points-bar.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { CheckList } from "../screen/check-list.js";
import { useDeclaration } from "../screen/declaration.js";
import { PartsPanel } from "./parts-panel.js";
import { PillarTable } from "./pillar-table.js";
import classes from "./review.module.css";
import { ReviewSteps } from "./review-steps.js";

/** The page of the Office and of the head; rooms find their hand-over here. */
export function Review({ onGo }: { onGo(place: string): void }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { assessment, view, outline } = useDeclaration();
  const { campaign, unit, seal, returned, state } = assessment;
  // Under a seal nothing is left to do or to check.
  const alone = state === "submitted" && !assessment.may.return;
  return (
    <div className={classes.page}>
      <PageHeader
        eyebrow={campaign.name}
        title={unit.name}
        description={say("assessments.review.lead")}
        back={{
          ...linkOptions({ to: "/assessments/$assessmentId", params: { assessmentId: assessment.id } }),
          label: say("assessments.review.back"),
        }}
        actions={
          <Button
            renderRoot={(root) => (
              <Link
                {...root}
                to="/assessments/$assessmentId/print"
                params={{ assessmentId: assessment.id }}
              />
            )}
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            {say("assessments.action.print")}
          </Button>
        }
      />
      {seal && (
        <section className={classes.seal} aria-label={say("assessments.seal.title")}>
          <IconLock size={20} stroke={1.6} aria-hidden />
          <div>
            <h2>{say("assessments.seal.title")}</h2>
            <p>
              {say("assessments.seal.by", {
                name: seal.by?.displayName ?? say("shared.system"),
                at: dateTime(seal.at),
              })}
            </p>
            <p className={classes.hash}>
              {say("assessments.seal.hash")} <code>{seal.hash}</code>
            </p>
          </div>
        </section>
      )}
      {returned && state === "declaring" && (
        <section className={classes.returned}>
          <h2>{say("assessments.returned.title")}</h2>
          <p>{returned.reason}</p>
          <p className={classes.small}>
            {returned.by?.displayName ?? say("shared.system")} · {dateTime(returned.at)}
          </p>
        </section>
      )}
      <div className={alone ? classes.main : classes.columns}>
        <div className={classes.main}>
          <Panel title={say("assessments.review.totals")} flush>
            <div className={classes.total}>
              <PointsBar size="lg" score={formatExact(view.score.total)} max={formatExact(outline.set.max)} />
            </div>
            <PillarTable />
          </Panel>
          <PartsPanel />
        </div>
        {!alone && (
          <div className={classes.side}>
            <ReviewSteps onGo={onGo} />
            <Panel title={say("assessments.check.title")}>
              <CheckList onGo={onGo} />
            </Panel>
          </div>
        )}
      </div>
    </div>
  );
}
