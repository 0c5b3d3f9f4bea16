/** /plans — the plans that concern whoever is signed in, with the report that is due. */
import { IconFlag } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ConcernedPlan } from "../../api/plans-contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { Chip } from "../../shared/state-chip.js";
import { type Say, useText } from "../../shared/text.js";
import { type Format, useFormat } from "../../shared/use-format.js";
import { sayPeriod } from "./quarter.js";
import { concernedPlansQuery } from "./queries.js";

export function PlansPage(): ReactNode {
  const say = useText();
  const format = useFormat();
  const coordinates = useHasRole("coordinator");
  const query = useQuery(concernedPlansQuery);
  return (
    <>
      <PageHeader title={say("plans.title")} description={say("plans.lead")} />
      <Panel flush>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconFlag} title={say("plans.none")}>
                {say(coordinates ? "plans.none.coordinator" : "plans.none.detail")}
              </EmptyState>
            ) : (
              <DataList
                caption={say("plans.title")}
                columns={columns(say, format)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}

function columns(say: Say, { number, date }: Format): Column<ConcernedPlan>[] {
  return [
    {
      id: "title",
      header: say("reports.plan"),
      main: true,
      cell: ({ id, title }) => (
        <Link to="/plans/$planId" params={{ planId: id }}>
          {title}
        </Link>
      ),
    },
    { id: "issuer", header: say("reports.plan.issuedBy"), cell: ({ issuer }) => issuer },
    {
      id: "reporting",
      header: say("plans.reporting"),
      cell: ({ reporting }) => {
        const words = sayReporting(say, reporting);
        return `${words.charAt(0).toLocaleUpperCase("vi")}${words.slice(1)}`;
      },
    },
    {
      id: "due",
      header: say("plans.due"),
      cell: ({ due }) =>
        due === null ? (
          say("plans.due.none")
        ) : (
          <div>
            {sayPeriod(say, due)}{" "}
            <Chip tone={due.late ? "bad" : "warn"}>
              {say(due.late ? "plans.due.late" : "plans.due.until", { date: date(due.dueOn) })}
            </Chip>
            {due.expected > 1 && (
              <div>{say("plans.sentOf", { sent: number(due.sent), expected: number(due.expected) })}</div>
            )}
          </div>
        ),
    },
    {
      id: "open",
      header: say("plans.progress"),
      quiet: true,
      fit: true,
      cell: ({ id, title, own, due }) => (
        <LinkButton
          to="/plans/$planId/progress"
          params={{ planId: id }}
          size="xs"
          variant={own && due !== null ? "filled" : "default"}
          aria-label={`${say(own ? "plans.report" : "plans.progress")}: ${title}`}
        >
          {say(own ? "plans.report" : "plans.progress")}
        </LinkButton>
      ),
    },
  ];
}

/** How often lead units report, as the plan has it. */
export function sayReporting(say: Say, reporting: string | null): string {
  if (reporting === "quarterly") return say("plans.reporting.quarterly");
  if (reporting === "yearly") return say("plans.reporting.yearly");
  return reporting ?? say("shared.none");
}
