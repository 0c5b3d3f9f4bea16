/** A list of queries: which indicator, what is asked, how it stands. */
import { Link } from "@tanstack/react-router";
import type { QueryHead } from "../../api/appraisal-contract.js";
import type { Column } from "../../shared/data-list.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { Chip } from "../../shared/state-chip.js";
import type { Say } from "../../shared/text.js";
import type { Format } from "../../shared/use-format.js";
import classes from "./queries.module.css";
import { QueryChip } from "./query-chip.js";

/** Columns of a list of queries; the unit stands where there is more than one's own. */
export function queryColumns(say: Say, { date }: Format, withUnit: boolean): Column<QueryHead>[] {
  return [
    {
      id: "what",
      header: say("queries.column.what"),
      main: true,
      cell: ({ id, code, title, question, kind, unit }) => (
        <div className={classes.what}>
          <Link to="/queries/$queryId" params={{ queryId: id }}>
            <span className={classes.code}>{code}</span> {title}
          </Link>
          <span className={classes.question}>{question}</span>
          <span className={classes.whose}>
            {withUnit && <span>{unit.name}</span>}
            {kind === "complaint" && <Chip tone="accent">{say("queries.kind.complaint")}</Chip>}
          </span>
        </div>
      ),
    },
    {
      id: "state",
      header: say("queries.column.state"),
      fit: true,
      cell: (query) => (
        <div className={classes.ended}>
          <QueryChip {...query} />
          {query.outcome !== null && <span>{say(`queries.outcome.${query.outcome}`)}</span>}
        </div>
      ),
    },
    {
      id: "due",
      header: say("queries.column.due"),
      fit: true,
      cell: ({ state, dueAt, closedAt, answeredAt, late }) =>
        state === "open" ? (
          <DeadlineChip dueAt={dueAt} />
        ) : (
          <span className={classes.when}>
            {date(closedAt ?? answeredAt ?? dueAt)}
            {late && <Chip tone="warn">{say("queries.late")}</Chip>}
          </span>
        ),
    },
    {
      id: "owner",
      header: say("queries.column.owner"),
      fit: true,
      cell: ({ owner }) => owner?.displayName ?? say("shared.role.coordinator"),
    },
  ];
}
