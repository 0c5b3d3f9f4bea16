/** /queries/:id — one question, or one complaint: what was said, the evidence for it, and how it ended. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { AskedQuery } from "../../api/appraisal-contract.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { FactList } from "../../shared/fact-list.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useOversees } from "../../shared/session.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { CloseDialog } from "./close-dialog.js";
import { DeadlineDialog } from "./deadline-dialog.js";
import { HandOverDialog } from "./hand-over-dialog.js";
import classes from "./queries.module.css";
import { QueryChip } from "./query-chip.js";
import { QueryEvidence } from "./query-evidence.js";
import { QueryThread } from "./query-thread.js";
import { askedQuery } from "./reads.js";
import { onUnitSide } from "./sides.js";
import { WriteForm } from "./write-form.js";

const route = getRouteApi("/shell/queries/$queryId");

/** Loading, refused, or open. */
export function QueryPage(): ReactNode {
  const { queryId } = route.useParams();
  const query = useQuery(askedQuery(queryId));
  return <Loaded query={query}>{(asked) => <QueryView key={asked.id} query={asked} />}</Loaded>;
}

function Outcome({ query }: { query: AskedQuery }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  if (query.outcome === null) return null;
  return (
    <section className={classes.outcome} data-outcome={query.outcome} aria-label={say("queries.outcome")}>
      <h2>{say(`queries.outcome.${query.outcome}`)}</h2>
      {query.outcomeNote !== null && <p>{query.outcomeNote}</p>}
      {query.closedAt !== null && (
        <p className={classes.quiet}>
          {query.closedBy?.displayName ?? say("shared.system")} · {dateTime(query.closedAt)}
        </p>
      )}
    </section>
  );
}

function Facts({ query }: { query: AskedQuery }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { openedAt, openedBy, dueAt, answeredAt, owner, late, state } = query;
  return (
    <Panel title={say("queries.facts")}>
      <FactList
        facts={[
          { label: say("queries.unit"), value: query.unit.name },
          {
            label: say("queries.openedAt"),
            value: `${dateTime(openedAt)} · ${openedBy?.displayName ?? say("shared.system")}`,
          },
          { label: say("queries.dueAt"), value: dateTime(dueAt) },
          {
            label: say("queries.answeredAt"),
            value:
              answeredAt === null ? (
                say("shared.none")
              ) : (
                <>
                  {dateTime(answeredAt)} {late && <Chip tone="warn">{say("queries.late")}</Chip>}
                </>
              ),
          },
          { label: say("queries.column.owner"), value: owner?.displayName ?? say("shared.role.coordinator") },
          { label: say("queries.column.state"), value: say(`queries.state.${state}`) },
        ]}
      />
    </Panel>
  );
}

function QueryView({ query }: { query: AskedQuery }): ReactNode {
  const say = useText();
  const oversees = useOversees();
  const [asking, setAsking] = useState<"close" | "deadline" | "owner" | null>(null);
  const { code, title, campaign, unit, state, kind, may, assessmentId } = query;
  const unitSide = onUnitSide(query);
  return (
    <>
      <PageHeader
        back={{ ...linkOptions({ to: "/queries" }), label: say("queries.title") }}
        eyebrow={`${campaign.name} · ${unit.name} · ${say(`queries.kind.${kind}`)}`}
        title={`${code} ${title}`}
        description={
          <span className={classes.chips}>
            <QueryChip {...query} />
            <DeadlineChip dueAt={query.dueAt} done={state !== "open"} />
          </span>
        }
        actions={
          <>
            {oversees && !unitSide ? (
              <LinkButton
                to="/assessments/$assessmentId/appraise"
                params={{ assessmentId }}
                search={{ code }}
                variant="default"
              >
                {say("queries.judge")}
              </LinkButton>
            ) : (
              <LinkButton
                to="/assessments/$assessmentId"
                params={{ assessmentId }}
                search={{ at: code }}
                variant="default"
              >
                {say("queries.indicator")}
              </LinkButton>
            )}
            {may.extend && (
              <>
                <Button variant="default" onClick={() => setAsking("owner")}>
                  {say("queries.handOver")}
                </Button>
                <Button variant="default" onClick={() => setAsking("deadline")}>
                  {say("queries.changeDeadline")}
                </Button>
              </>
            )}
            {may.close && <Button onClick={() => setAsking("close")}>{say("queries.close")}</Button>}
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Outcome query={query} />
          <Panel title={say("queries.thread")}>
            <QueryThread messages={query.messages} />
            {may.write && <WriteForm query={query} unitSide={unitSide} />}
          </Panel>
        </div>
        <div className={classes.side}>
          <QueryEvidence query={query} mayAdd={unitSide && state === "open" && may.write} />
          <Facts query={query} />
        </div>
      </div>
      {asking === "close" && <CloseDialog query={query} onClose={() => setAsking(null)} />}
      {asking === "owner" && <HandOverDialog query={query} onClose={() => setAsking(null)} />}
      {asking === "deadline" && <DeadlineDialog query={query} onClose={() => setAsking(null)} />}
    </>
  );
}
