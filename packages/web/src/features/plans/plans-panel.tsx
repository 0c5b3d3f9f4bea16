/** On a set's page: the plans made on it, and its blank form. */
import { Button, FileButton } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, take } from "../../api/client.js";
import { DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { DownloadButtons } from "../reports/download-buttons.js";
import { planQuery, plansQuery } from "./queries.js";

interface PlansPanelProps {
  readonly setId: string;
  readonly version: number;
}

export function PlansPanel({ setId, version }: PlansPanelProps): ReactNode {
  const say = useText();
  const makes = useHasRole("coordinator");
  const client = useQueryClient();
  const navigate = useNavigate();
  const options = plansQuery(setId, version);
  const query = useQuery(options);
  const bring = useMutation({
    mutationFn: async (file: File) =>
      take(
        api.POST("/sets/{id}/versions/{version}/plans", {
          params: { path: { id: setId, version } },
          body: { source: await file.text() },
        }),
      ),
    onSuccess: async (plan) => {
      client.setQueryData(planQuery(plan.id).queryKey, plan);
      void client.invalidateQueries({ queryKey: options.queryKey });
      await navigate({ to: "/plans/$planId", params: { planId: plan.id } });
    },
  });
  return (
    <>
      <Panel
        title={say("reports.plans")}
        note={say("reports.plans.note")}
        flush
        actions={
          makes && (
            <FileButton accept=".yaml,.yml" onChange={(file) => file !== null && bring.mutate(file)}>
              {(button) => (
                <Button
                  {...button}
                  variant="default"
                  size="xs"
                  loading={bring.isPending}
                  leftSection={<IconFileUpload size={16} stroke={1.5} aria-hidden />}
                >
                  {say("reports.plans.bring")}
                </Button>
              )}
            </FileButton>
          )
        }
      >
        <ProblemAlert error={bring.error} />
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={say("reports.plans.none")} />
            ) : (
              <DataList
                caption={say("reports.plans")}
                columns={[
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
                    id: "lines",
                    header: say("reports.plan.lines"),
                    align: "end",
                    fit: true,
                    cell: ({ assignments }) => String(assignments),
                  },
                ]}
                rows={items}
                rowKey={({ id }) => id}
              />
            )
          }
        </Loaded>
      </Panel>
      <Panel title={say("reports.blank")} note={say("reports.blank.note")}>
        <DownloadButtons path={`/sets/${encodeURIComponent(setId)}/versions/${version}/reports/data-form`} />
      </Panel>
    </>
  );
}
