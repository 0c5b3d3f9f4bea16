import type { ReactNode } from "react";
import type { Run } from "../../api/results-contract.js";
import { LinkButton } from "../../shared/link-button.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { RunStateChip } from "../results/run-words.js";
import { useSignedAs } from "../results/signed-as.js";
import { Hash } from "./hash.js";
import { RunActs } from "./run-acts.js";
import classes from "./runs.module.css";

/** Who did what with a run and when, in the order in which it happened. */
export function RunSteps({ run }: { run: Run }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const signedAs = useSignedAs();
  const by = (person: Run["compiled"]["by"]): string => person?.displayName ?? say("shared.system");
  const steps = [
    {
      key: "compiled",
      title: say("runs.step.compiled"),
      who: by(run.compiled.by),
      at: run.compiled.at,
      note: run.reason,
    },
    ...(run.approved === null
      ? []
      : [
          {
            key: "approved",
            title: say("runs.step.approved"),
            who: say("runs.signedAs", { name: by(run.approved.by), role: signedAs(run.approved.as) }),
            at: run.approved.at,
            note: null,
          },
        ]),
    ...(run.published === null
      ? []
      : [
          {
            key: "published",
            title: say("runs.step.published"),
            who: say("runs.signedAs", { name: by(run.published.by), role: signedAs(run.published.as) }),
            at: run.published.at,
            note: null,
          },
        ]),
    ...(run.revision === null
      ? []
      : [
          {
            key: "revised",
            title: say("runs.step.revised"),
            who: by(run.revision.by),
            at: run.revision.at,
            note: run.revision.reason,
          },
        ]),
    ...(run.withdrawn === null
      ? []
      : [
          {
            key: "withdrawn",
            title: say("runs.step.withdrawn"),
            who: by(run.withdrawn.by),
            at: run.withdrawn.at,
            note: run.withdrawn.reason,
          },
        ]),
  ];
  return (
    <ol className={classes.steps}>
      {steps.map(({ key, title, who, at, note }) => (
        <li key={key} data-step={key}>
          <span className={classes.stepTitle}>{title}</span>
          <span className={`line ${classes.dimmed}`}>{`${dateTime(at)} · ${who}`}</span>
          {note !== null && <span className={`line ${classes.note}`}>{note}</span>}
        </li>
      ))}
    </ol>
  );
}

/** One run in the list: what became of it, its hashes, and what one may do with it. */
export function RunCard({ run }: { run: Run }): ReactNode {
  const say = useText();
  return (
    <article className={classes.run} aria-label={say("runs.number", { number: String(run.number) })}>
      <div className={classes.runHead}>
        <h3 className={classes.runTitle}>{say("runs.number", { number: String(run.number) })}</h3>
        <RunStateChip state={run.state} />
        <span className={classes.dimmed}>{say("runs.units", { count: run.units })}</span>
        {run.revises !== null && (
          <span className={classes.dimmed}>
            {say("runs.revises", { number: String(run.revises.number) })}
          </span>
        )}
      </div>
      <RunSteps run={run} />
      <dl className={classes.hashes}>
        <div>
          <dt>{say("runs.resultHash")}</dt>
          <dd>
            <Hash value={run.resultHash} />
          </dd>
        </div>
        <div>
          <dt>{say("runs.inputHash")}</dt>
          <dd>
            <Hash value={run.inputHash} />
          </dd>
        </div>
      </dl>
      <div className={classes.acts}>
        <RunActs run={run} />
        <LinkButton
          variant="subtle"
          to="/campaigns/$campaignId/results"
          params={{ campaignId: run.campaignId }}
          search={{ run: run.id }}
        >
          {say("runs.seeResults")}
        </LinkButton>
        <LinkButton
          variant="subtle"
          to="/campaigns/$campaignId/runs/$runId"
          params={{ campaignId: run.campaignId, runId: run.id }}
        >
          {say("runs.seeDifferences")}
        </LinkButton>
      </div>
    </article>
  );
}
