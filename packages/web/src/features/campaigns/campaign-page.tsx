import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { Campaign } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DataList } from "../../shared/data-list.js";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { Loaded } from "../../shared/loaded.js";
import { notice } from "../../shared/notice.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole, useOversees } from "../../shared/session.js";
import { StateChip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { CampaignLinks } from "./campaign-links.js";
import classes from "./campaigns.module.css";
import { ProgressPanel } from "./progress-panel.js";
import { campaignQuery, extensionsQuery } from "./queries.js";

const route = getRouteApi("/shell/campaigns/$campaignId");

function Stages({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  return (
    <Panel title={say("campaigns.stages")} flush>
      <ol className={classes.stages}>
        {campaign.stages.map(({ stage, opensAt, dueAt }) => (
          <li key={stage} className={classes.stage}>
            <div className={classes.stageName}>{say(`shared.stage.${stage}`)}</div>
            <div className={classes.stageDates}>
              {opensAt === null
                ? say("campaigns.until", { to: date(dueAt) })
                : say("campaigns.period", { from: date(opensAt), to: date(dueAt) })}
            </div>
            <DeadlineChip dueAt={dueAt} opensAt={opensAt} done={campaign.status !== "open"} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Extensions({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { data } = useQuery(extensionsQuery(campaign.id));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={say("campaigns.extensions")} flush>
      <DataList
        caption={say("campaigns.extensions")}
        columns={[
          { id: "unit", header: say("campaigns.unit"), main: true, cell: ({ unit }) => unit.name },
          { id: "stage", header: say("campaigns.stage"), cell: ({ stage }) => say(`shared.stage.${stage}`) },
          { id: "due", header: say("campaigns.newDue"), cell: ({ dueAt }) => dateTime(dueAt) },
          { id: "reason", header: say("campaigns.reason"), cell: ({ reason }) => reason },
          { id: "by", header: say("campaigns.by"), cell: ({ by }) => by.displayName },
        ]}
        rows={data.items}
        rowKey={({ id }) => id}
      />
    </Panel>
  );
}

function OpenButton({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const open = useMutation({
    mutationFn: () =>
      take(
        api.POST("/campaigns/{id}/open", {
          params: { path: { id: campaign.id } },
          headers: ifMatch(campaign.version),
        }),
      ),
    onSuccess: async () => {
      setAsked(false);
      notice(say("campaigns.opened"));
      await queryClient.invalidateQueries({ queryKey: ["campaigns"] });
    },
  });
  return (
    <>
      <Button onClick={() => setAsked(true)}>{say("campaigns.open")}</Button>
      <ConfirmDialog
        opened={asked}
        title={say("campaigns.open")}
        confirm={say("campaigns.open")}
        busy={open.isPending}
        error={open.error}
        onConfirm={() => open.mutate()}
        onClose={() => setAsked(false)}
      >
        <Text>{say("campaigns.openDetail", { count: campaign.units.length })}</Text>
      </ConfirmDialog>
    </>
  );
}

function CampaignView({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const coordinates = useHasRole("coordinator");
  const oversees = useOversees();
  return (
    <>
      <PageHeader
        back={{ to: "/campaigns", label: say("campaigns.title") }}
        title={campaign.name}
        eyebrow={<StateChip state={campaign.status} />}
        description={
          <Link
            to="/sets/$setId/$version"
            params={{ setId: campaign.setId, version: String(campaign.setVersion) }}
          >
            {campaign.setTitle}
          </Link>
        }
        actions={
          campaign.status === "preparing"
            ? coordinates && <OpenButton campaign={campaign} />
            : oversees && <CampaignLinks campaign={campaign} />
        }
      />
      <Stack gap="lg">
        <Stages campaign={campaign} />
        {campaign.status === "preparing" ? (
          <Panel title={say("campaigns.units")} flush>
            <DataList
              caption={say("campaigns.units")}
              columns={[
                { id: "name", header: say("campaigns.unit"), main: true, cell: ({ name }) => name },
                {
                  id: "group",
                  header: say("campaigns.group"),
                  cell: ({ group }) =>
                    campaign.groups.find(({ code }) => code === group)?.name ?? say("shared.none"),
                },
              ]}
              rows={campaign.units}
              rowKey={({ unitId }) => unitId}
            />
          </Panel>
        ) : (
          oversees && (
            <ProgressPanel campaign={campaign} extends={coordinates && campaign.status === "open"} />
          )
        )}
        {oversees && <Extensions campaign={campaign} />}
      </Stack>
    </>
  );
}

/** One campaign: its stages, how far each unit has come, extensions; opening it while it is being prepared. */
export function CampaignPage(): ReactNode {
  const { campaignId } = route.useParams();
  const query = useQuery(campaignQuery(campaignId));
  return <Loaded query={query}>{(campaign) => <CampaignView campaign={campaign} />}</Loaded>;
}
