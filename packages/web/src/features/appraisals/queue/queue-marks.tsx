/** What there is to know of an item at a glance: judged how, doubts, a question under way, changes. */
import {
  IconAlertTriangle,
  IconCheck,
  IconMessageQuestion,
  IconPaperclip,
  IconPencil,
  IconRefresh,
  IconSparkles,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { QueueItem, Verdict } from "../../../api/appraisal-contract.js";
import { Chip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { QueryChip } from "../../queries/query-chip.js";
import classes from "./queue.module.css";
import list from "./queue-list.module.css";

/** The verdict in a word; nothing where none is given. */
export function VerdictChip({ verdict }: { verdict: Verdict | null }): ReactNode {
  const say = useText();
  if (verdict === null) return null;
  return (
    <Chip
      tone={verdict === "agreed" ? "good" : "accent"}
      icon={verdict === "agreed" ? IconCheck : IconPencil}
    >
      {say(`appraisals.verdict.${verdict}`)}
    </Chip>
  );
}

/** The chips of one item. */
export function QueueMarks({ item }: { item: QueueItem }): ReactNode {
  const say = useText();
  return (
    <span className={list.marks}>
      <VerdictChip verdict={item.verdict} />
      {item.stale && (
        <Chip tone="warn" icon={IconRefresh}>
          {say("appraisals.mark.stale")}
        </Chip>
      )}
      {item.query !== null && <QueryChip {...item.query} />}
      {item.checks > 0 && (
        <Chip tone="warn" icon={IconAlertTriangle}>
          {say("appraisals.mark.checks", { count: item.checks })}
        </Chip>
      )}
      {item.evidence === 0 && <Chip icon={IconPaperclip}>{say("appraisals.mark.noEvidence")}</Chip>}
      {item.changed && (
        <Chip tone="accent" icon={IconSparkles}>
          {say("appraisals.mark.changed")}
        </Chip>
      )}
    </span>
  );
}

/** The same in one sign, for a narrow list; said in words to those who do not see it. */
export function QueueSign({ item }: { item: QueueItem }): ReactNode {
  const say = useText();
  const { verdict, stale, query, checks } = item;
  if (stale)
    return <IconRefresh size={15} className={classes.warn} aria-label={say("appraisals.mark.stale")} />;
  if (query !== null && query.state !== "closed")
    return (
      <IconMessageQuestion
        size={15}
        className={query.overdue ? classes.bad : classes.warn}
        aria-label={say(query.overdue ? "queries.overdue" : `queries.state.${query.state}`)}
      />
    );
  if (verdict === "agreed")
    return <IconCheck size={15} className={classes.good} aria-label={say("appraisals.verdict.agreed")} />;
  if (verdict === "adjusted")
    return (
      <IconPencil size={15} className={classes.accent} aria-label={say("appraisals.verdict.adjusted")} />
    );
  if (checks > 0)
    return (
      <IconAlertTriangle
        size={15}
        className={classes.warn}
        aria-label={say("appraisals.mark.checks", { count: checks })}
      />
    );
  return <span className={classes.open} role="img" aria-label={say("appraisals.filter.unjudged")} />;
}
