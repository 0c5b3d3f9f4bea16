/** /plans/:id — who leads each indicator, and the documents that are made of the plan. */
import { Button, NumberInput, Select } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, linkOptions, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { address, api, ifMatch, take } from "../../api/client.js";
import type { UnitName } from "../../api/contract.js";
import type { Plan } from "../../api/plans-contract.js";
import { useLanguage } from "../../app/language.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";
import { DownloadButtons } from "../reports/download-buttons.js";
import { Issuer } from "../reports/issuer.js";
import { OwnFields, useOwnHead } from "../reports/own-fields.js";
import classes from "../reports/reports.module.css";
import { OrganisationsPanel } from "./organisations-panel.js";
import { planQuery, plansQuery } from "./queries.js";

const route = getRouteApi("/shell/plans/$planId");

export function PlanPage(): ReactNode {
  const { planId } = route.useParams();
  const query = useQuery(planQuery(planId));
  return <Loaded query={query}>{(plan) => <PlanView key={plan.id} plan={plan} />}</Loaded>;
}

function PlanView({ plan }: { plan: Plan }): ReactNode {
  const say = useText();
  const makes = useHasRole("coordinator");
  const [leaving, setLeaving] = useState(false);
  return (
    <div className={classes.page}>
      <PageHeader
        back={{
          ...linkOptions({
            to: "/sets/$setId/$version",
            params: { setId: plan.set.id, version: String(plan.set.version) },
          }),
          label: plan.setTitle,
        }}
        eyebrow={plan.issuer}
        title={plan.title}
        actions={
          <>
            <LinkButton to="/plans/$planId/progress" params={{ planId: plan.id }}>
              {say("plans.progress")}
            </LinkButton>
            <Button
              component="a"
              href={address(`/plans/${plan.id}/source`)}
              download
              variant="default"
              leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
            >
              {say("reports.plan.source")}
            </Button>
            {makes && (
              <Button variant="default" onClick={() => setLeaving(true)}>
                {say("reports.delete")}
              </Button>
            )}
          </>
        }
      />
      <Documents plan={plan} />
      <Findings plan={plan} />
      {makes && <OrganisationsPanel planId={plan.id} />}
      <Lines plan={plan} />
      {leaving && <DeletePlan plan={plan} onClose={() => setLeaving(false)} />}
    </div>
  );
}

const ALL = "all";
const QUARTERS = ["1", "2", "3", "4"] as const;

function Documents({ plan }: { plan: Plan }): ReactNode {
  const say = useText();
  const { own, setOwn, asked } = useOwnHead();
  const [issuer, setIssuer] = useState<UnitName | null>(null);
  const [quarter, setQuarter] = useState<string>(ALL);
  const [year, setYear] = useState<number | string>(new Date().getFullYear());
  const [assessment, setAssessment] = useState<string | null>(null);
  const shared = {
    ...asked,
    ...(issuer === null ? {} : { issuer: issuer.id }),
    ...(assessment === null ? {} : { assessment }),
  };
  return (
    <div className={classes.columns}>
      <Panel title={say("reports.document")}>
        <div className={classes.choice}>
          <div className={classes.own}>
            <OwnFields own={own} setOwn={setOwn} />
            <div className={classes.whole}>
              <UnitSelect label={say("reports.issuer")} value={issuer} onChange={setIssuer} clearable />
              {issuer === null && (
                <p className={classes.quiet}>{say("reports.plan.issuer", { issuer: plan.issuer })}</p>
              )}
            </div>
          </div>
          {plan.assessments.length > 0 && (
            <Select
              label={say("reports.plan.points")}
              placeholder={say("reports.plan.noPoints")}
              clearable
              searchable
              data={plan.assessments.map(({ id, unit, campaign }) => ({
                value: id,
                label: `${unit} · ${campaign}`,
              }))}
              value={assessment}
              onChange={setAssessment}
            />
          )}
          <section aria-label={say("reports.plan.assignment")} className={classes.taking}>
            <h3>{say("reports.plan.assignment")}</h3>
            <DownloadButtons path={`/plans/${plan.id}/reports/assignment`} asked={shared} />
          </section>
          <section aria-label={say("reports.plan.progress")} className={classes.taking}>
            <h3>{say("reports.plan.progress")}</h3>
            <div className={classes.own}>
              <Select
                label={say("reports.plan.period")}
                allowDeselect={false}
                data={[
                  { value: ALL, label: say("reports.plan.wholeYear") },
                  ...QUARTERS.map((one) => ({
                    value: one,
                    label: say("reports.plan.quarter", { quarter: one }),
                  })),
                ]}
                value={quarter}
                onChange={(chosen) => setQuarter(chosen ?? ALL)}
              />
              <NumberInput
                label={say("reports.plan.year")}
                min={2000}
                max={2100}
                value={year}
                onChange={setYear}
              />
            </div>
            <DownloadButtons
              path={`/plans/${plan.id}/reports/progress`}
              asked={{
                ...shared,
                ...(quarter === ALL ? {} : { quarter }),
                ...(typeof year === "number" ? { year: String(year) } : {}),
              }}
            />
          </section>
        </div>
      </Panel>
      {issuer !== null && <Issuer key={issuer.id} issuer={issuer} />}
    </div>
  );
}

function Findings({ plan }: { plan: Plan }): ReactNode {
  const say = useText();
  const { language } = useLanguage();
  if (plan.findings.length === 0) return null;
  return (
    <Panel title={say("reports.findings")}>
      <ul className={classes.findings}>
        {plan.findings.map(({ code, at, message, line }) => (
          <li key={`${code} ${at} ${line ?? ""}`}>{message[language]}</li>
        ))}
      </ul>
    </Panel>
  );
}

type Line = Plan["lines"][number];

function Lines({ plan }: { plan: Plan }): ReactNode {
  const say = useText();
  const columns: Column<Line>[] = [
    {
      id: "code",
      header: say("reports.plan.indicator"),
      main: true,
      cell: ({ code, input, title }) => (
        <>
          <span className="figures">{input === null ? code : `${code}.${input}`}</span> {title}
        </>
      ),
    },
    {
      id: "lead",
      header: say("reports.plan.lead"),
      cell: ({ lead }) => lead.join("; ") || say("shared.none"),
    },
    {
      id: "coordinating",
      header: say("reports.plan.coordinating"),
      cell: ({ coordinating }) => coordinating.join("; ") || say("shared.none"),
    },
    {
      id: "deadline",
      header: say("reports.plan.deadline"),
      cell: ({ deadline }) => deadline?.text ?? say("shared.none"),
    },
  ];
  return (
    <Panel title={say("reports.plan.lines")} flush>
      <DataList
        caption={say("reports.plan.lines")}
        columns={columns}
        rows={plan.lines}
        rowKey={({ code, input, lead }) => `${code} ${input ?? ""} ${lead.join()}`}
      />
    </Panel>
  );
}

function DeletePlan({ plan, onClose }: { plan: Plan; onClose(): void }): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () =>
      take(api.DELETE("/plans/{id}", { params: { path: { id: plan.id } }, headers: ifMatch(plan.version) })),
    onSuccess: async () => {
      const { id, version } = plan.set;
      await client.invalidateQueries({ queryKey: plansQuery(id, version).queryKey });
      await navigate({ to: "/sets/$setId/$version", params: { setId: id, version: String(version) } });
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={say("reports.plan.delete")}
      confirm={say("reports.delete")}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{say("reports.plan.deleteHint", { title: plan.title })}</p>
    </ConfirmDialog>
  );
}
