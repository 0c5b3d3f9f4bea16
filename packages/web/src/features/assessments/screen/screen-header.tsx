/** What is being filled in, for whom, until when, and how many points it has. */
import { ActionIcon } from "@mantine/core";
import { formatExact } from "@opendti/engine";
import { IconListDetails } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { DeadlineChip } from "../../../shared/deadline-chip.js";
import { PointsBar } from "../../../shared/points-bar.js";
import { StateChip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { useDeclaration } from "./declaration.js";
import classes from "./screen.module.css";

/** Enough of a seal to compare by eye; all of it stands in the review. */
const SHOWN_OF_SEAL = 12;

/** The head of the screen, which stays in sight. */
export function ScreenHeader({ onMenu }: { onMenu(): void }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const { assessment, view } = useDeclaration();
  const { campaign, unit, dueAt, state, seal } = assessment;
  return (
    <div className={classes.header}>
      <title>{`${unit.name} · ${campaign.name} · OpenDTI`}</title>
      <ActionIcon
        className={classes.menu ?? ""}
        variant="default"
        size="lg"
        aria-label={say("assessments.nav.open")}
        onClick={onMenu}
      >
        <IconListDetails size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <div className={classes.what}>
        <p className={classes.campaign}>{campaign.name}</p>
        <h1 className={classes.unit} tabIndex={-1}>
          {unit.name}
        </h1>
      </div>
      <div className={classes.when}>
        <span className={classes.due}>{say("assessments.header.due", { date: date(dueAt) })}</span>
        {state === "submitted" ? <StateChip state={state} /> : <DeadlineChip dueAt={dueAt} />}
        {seal && state === "submitted" && (
          <code className={classes.seal} title={`${say("assessments.seal.hash")} ${seal.hash}`}>
            {seal.hash.slice(0, SHOWN_OF_SEAL)}…
          </code>
        )}
        {state === "compiled" && <StateChip state={state} />}
      </div>
      <div className={classes.total} data-total>
        <PointsBar
          score={formatExact(view.score.total)}
          max={formatExact(view.outline.set.max)}
          size="lg"
          align="end"
        />
      </div>
    </div>
  );
}
