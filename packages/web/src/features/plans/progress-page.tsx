/** /plans/:id/progress — a quarter of a plan: what one's own unit reports, and where everything stands. */
import { Select } from "@mantine/core";
import { IconFlag } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PlanProgress } from "../../api/plans-contract.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useOversees } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { AllReports } from "./all-reports.js";
import { OwnReport } from "./own-report.js";
import classes from "./plans.module.css";
import { sayReporting } from "./plans-page.js";
import type { ProgressSearch } from "./progress-search.js";
import { periodInSentence, periodKey, sayPeriod } from "./quarter.js";
import { type Period, progressQuery } from "./queries.js";

const route = getRouteApi("/shell/plans/$planId/progress");

const asked = ({ year, quarter }: ProgressSearch): Period | undefined =>
  year === undefined || quarter === undefined ? undefined : { year, quarter };

export function ProgressPage(): ReactNode {
  const { planId } = route.useParams();
  const query = useQuery(progressQuery(planId, asked(route.useSearch())));
  return <Loaded query={query}>{(board) => <Board board={board} />}</Loaded>;
}

function Board({ board }: { board: PlanProgress }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const oversees = useOversees();
  const { plan, period, on, leads } = board;
  const own = leads.filter((lead) => lead.own);
  return (
    <div className={classes.page}>
      <PageHeader
        back={{
          ...linkOptions({ to: "/plans/$planId", params: { planId: plan.id } }),
          label: say("plans.toPlan"),
        }}
        eyebrow={plan.title}
        title={say("plans.progressOf", { period: periodInSentence(say, period) })}
        description={say("plans.progress.lead", {
          reporting: sayReporting(say, plan.reporting),
          date: date(on),
        })}
        actions={<PeriodSelect board={board} />}
      />
      {own.map((lead) => (
        <OwnReport key={`${lead.organisation} ${periodKey(period)}`} board={board} lead={lead} />
      ))}
      {oversees && <AllReports board={board} />}
      {own.length === 0 && !oversees && (
        <Panel>
          <EmptyState icon={IconFlag} title={say("plans.nothingOwn")}>
            {say("plans.nothingOwn.detail")}
          </EmptyState>
        </Panel>
      )}
    </div>
  );
}

function PeriodSelect({ board: { period, periods } }: { board: PlanProgress }): ReactNode {
  const say = useText();
  const navigate = route.useNavigate();
  return (
    <Select
      label={say("plans.quarter")}
      allowDeselect={false}
      data={periods.map((one) => ({ value: periodKey(one), label: sayPeriod(say, one) }))}
      value={periodKey(period)}
      onChange={(chosen) => {
        const found = periods.find((one) => periodKey(one) === chosen);
        if (found !== undefined)
          void navigate({ search: (before) => ({ ...before, ...found }), resetScroll: false });
      }}
    />
  );
}
