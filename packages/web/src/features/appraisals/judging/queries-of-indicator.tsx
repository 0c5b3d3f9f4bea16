/** Questions on the indicator that is judged, each with its last words. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AskedQuery } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { QueryChip } from "../../queries/query-chip.js";
import { QueryThread } from "../../queries/query-thread.js";
import facts from "./facts.module.css";
import classes from "./judge.module.css";

/** Nothing while nobody has asked. */
export function QueriesOfIndicator({ queries }: { queries: readonly AskedQuery[] }): ReactNode {
  const say = useText();
  if (queries.length === 0) return null;
  return (
    <section aria-label={say("queries.title")}>
      <div className={classes.panelHead}>
        <h2>{say("queries.title")}</h2>
      </div>
      {queries.map((query) => (
        <div key={query.id} className={facts.query}>
          <p className={facts.queryHead}>
            <QueryChip {...query} />
            <Link to="/queries/$queryId" params={{ queryId: query.id }}>
              {say("queries.open")}
            </Link>
          </p>
          <QueryThread messages={query.messages.slice(-2)} />
        </div>
      ))}
    </section>
  );
}
