/** Totals by pillar against last year, what is still open, the rooms' parts, and the steps that lead to the seal. */

import { Button } from "@mantine/core";
import { formatExact } from "@opendti/engine";
import { IconLock, IconPrinter } from "@tabler/icons-react";
import { Link, linkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { isSubmitted } from "../../../shared/assessment-state.js";
import { DeadlineChip } from "../../../shared/deadline-chip.js";
import { LinkButton } from "../../../shared/link-button.js";
import { PageHeader } from "../../../shared/page-header.js";
import { Panel } from "../../../shared/panel.js";
import { PointsBar } from "../../../shared/points-bar.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { StandingPanel } from "../../appraisals/standing-panel.js";
import { QueriesPanel } from "../../queries/queries-panel.js";
import { CheckList } from "../screen/check-list.js";
import { ClosedNotice } from "../screen/closed-notice.js";
import { useDeclaration } from "../screen/declaration.js";
import { ReturnedBanner } from "../screen/returned-banner.js";
import { PartsPanel } from "./parts-panel.js";
import { PillarTable } from "./pillar-table.js";
import classes from "./review.module.css";
import { ReviewSteps } from "./review-steps.js";

/** The page of the Office and of the head; rooms find their hand-over here. */
export function Review({ onGo }: { onGo(place: string): void }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { assessment, view, outline } = useDeclaration();
  const { campaign, unit, seal, state, dueAt } = assessment;
  const stage = state === "declaring" || state === "compiled" ? state : "submitted";
  // A seal from before a return stands for what was submitted then.
  const sealed = isSubmitted(state);
  const sealTitle = sealed ? "assessments.seal.title" : "assessments.seal.old";
  // Under a seal nothing is left to do or to check.
  const alone = sealed && !assessment.may.return;
  return (
    <div className={classes.page}>
      <PageHeader
        eyebrow={`${campaign.name} · ${unit.name}`}
        title={say(`assessments.review.title.${stage}`)}
        description={
          <>
            {say(`assessments.review.lead.${stage}`)} {say("assessments.review.due", { at: dateTime(dueAt) })}{" "}
            <DeadlineChip dueAt={dueAt} done={sealed} />
          </>
        }
        back={{
          ...linkOptions({ to: "/assessments/$assessmentId", params: { assessmentId: assessment.id } }),
          label: say("assessments.review.back"),
        }}
        actions={
          <>
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
            <LinkButton
              variant="default"
              to="/assessments/$assessmentId/reports"
              params={{ assessmentId: assessment.id }}
            >
              {say("assessments.action.reports")}
            </LinkButton>
          </>
        }
      />
      {seal && (
        <section className={classes.seal} data-old={!sealed} aria-label={say(sealTitle)}>
          <IconLock size={20} stroke={1.6} aria-hidden />
          <div>
            <h2>{say(sealTitle)}</h2>
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
      <ReturnedBanner />
      <ClosedNotice />
      <div className={alone ? classes.main : classes.columns}>
        <div className={classes.main}>
          <Panel title={say("assessments.review.totals")} flush>
            <div className={classes.total}>
              <PointsBar size="lg" score={formatExact(view.score.total)} max={formatExact(outline.set.max)} />
            </div>
            <PillarTable />
          </Panel>
          {sealed && state !== "submitted" && (
            <StandingPanel
              assessmentId={assessment.id}
              titleOf={(code) => outline.byAddress.get(code)?.title ?? ""}
            />
          )}
          {sealed && (
            <QueriesPanel
              assessmentId={assessment.id}
              indicators={outline.indicators
                .filter(({ node }) => node.scored)
                .map(({ address, title }) => ({ code: address, title }))}
            />
          )}
          <PartsPanel />
        </div>
        {!alone && (
          <div className={classes.side}>
            <ReviewSteps onGo={onGo} />
            {!sealed && (
              <Panel title={say("assessments.check.title")}>
                <CheckList onGo={onGo} />
              </Panel>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
