import type { ReactNode } from "react";
import type { HomeItem } from "../../api/contract.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { LinkButton } from "../../shared/link-button.js";
import { PointsBar } from "../../shared/points-bar.js";
import { ProgressRing } from "../../shared/progress-ring.js";
import { StateChip } from "../../shared/state-chip.js";
import { type TextId, useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./home.module.css";

/** What the person in this role does next with an assessment. */
function nextStep({ state, role, answered }: HomeItem): TextId {
  if (isSubmitted(state)) return "home.view";
  if (role === "unit-head") return "home.review";
  if (role !== "unit-officer") return "home.view";
  return answered === 0 ? "home.begin" : "home.continue";
}

/** One assessment: how much is declared, how many points that gives, what is missing, until when. */
export function AssessmentCard({ item }: { item: HomeItem }): ReactNode {
  const say = useText();
  const { date, dateTime } = useFormat();
  const { unit, campaign, state, dueAt, answered, total, mine, score, max, returned } = item;
  const done = isSubmitted(state);
  return (
    <article className={classes.card} aria-label={`${unit.name}, ${campaign.name}`}>
      <div className={classes.cardHead}>
        <div className={classes.cardWords}>
          <h3 className={classes.unit}>{unit.name}</h3>
          <p className={classes.campaign}>{campaign.name}</p>
          <div className={classes.chips}>
            <StateChip state={state} />
            <DeadlineChip dueAt={dueAt} done={done} />
          </div>
        </div>
        <ProgressRing part={answered} whole={total} label={say("home.answered", { answered, total })} />
      </div>
      {returned !== null && (
        <p className={classes.returned}>
          {say("home.returned", { date: date(returned.at), reason: returned.reason })}
        </p>
      )}
      <div className={classes.facts}>
        <div>
          <div className={classes.factLabel}>{say("home.score")}</div>
          <PointsBar score={score} max={max} size="lg" />
        </div>
        <div className={classes.missing}>
          <span>{say("home.answered", { answered, total })}</span>
          {mine !== null && mine.assigned > 0 && (
            <span>{say("home.mine", { answered: mine.answered, assigned: mine.assigned })}</span>
          )}
          {answered < total && (
            <span className={classes.factLabel}>{say("home.missing", { count: total - answered })}</span>
          )}
        </div>
      </div>
      <div className={classes.cardFoot}>
        <span className={classes.dueOn}>{say("home.dueOn", { date: dateTime(dueAt) })}</span>
        {state === "published" && (
          <LinkButton
            to="/campaigns/$campaignId/results/$unitId"
            params={{ campaignId: campaign.id, unitId: unit.id }}
          >
            {say("home.result")}
          </LinkButton>
        )}
        <LinkButton
          to="/assessments/$assessmentId"
          params={{ assessmentId: item.assessmentId }}
          variant={done ? "default" : "filled"}
        >
          {say(nextStep(item))}
        </LinkButton>
      </div>
    </article>
  );
}
