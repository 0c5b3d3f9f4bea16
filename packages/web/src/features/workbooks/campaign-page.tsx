/** /campaigns/:id/workbook — every unit's declared data in one workbook, and what a filled-in one would change. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, asForm, take } from "../../api/client.js";
import type { Campaign } from "../../api/contract.js";
import type { CampaignWorkbookReading } from "../../api/workbook-contract.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useOutline } from "../appraisals/judging/values-text.js";
import { campaignQuery } from "../campaigns/queries.js";
import { BothWays } from "./both-ways.js";
import { type Brought, useBrought } from "./brought.js";
import { ReadingFrame } from "./reading-frame.js";
import { useSayField, useShownField } from "./shown-rows.js";

const route = getRouteApi("/shell/campaigns/$campaignId/workbook");

/** A campaign's workbook: down, and back for comparing. */
export function CampaignWorkbookPage(): ReactNode {
  const { campaignId } = route.useParams();
  const query = useQuery(campaignQuery(campaignId));
  return <Loaded query={query}>{(campaign) => <WorkbookOf campaign={campaign} />}</Loaded>;
}

function WorkbookOf({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const { id } = campaign;
  const { reading: open } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const coordinates = useHasRole("coordinator");
  const brought = useBrought<CampaignWorkbookReading>({
    key: (reading) => ["campaigns", id, "workbook", reading],
    send: (file) =>
      take(
        api.POST("/campaigns/{id}/workbook", {
          params: { path: { id } },
          body: { file },
          bodySerializer: asForm,
        }),
      ),
    look: (reading) =>
      take(api.GET("/campaigns/{id}/workbook/{reading}", { params: { path: { id, reading } } })),
    take: (reading, rows) =>
      take(
        api.POST("/campaigns/{id}/workbook/{reading}/take", {
          params: { path: { id, reading } },
          body: { rows: [...rows] },
        }),
      ),
    open,
    onRead: (reading) => void navigate({ search: { reading }, replace: true }),
    onTaken: () => client.invalidateQueries({ queryKey: ["assessments"] }),
  });
  return (
    <>
      <PageHeader
        back={{ to: "/campaigns/$campaignId", params: { campaignId: id }, label: campaign.name }}
        title={say("workbooks.campaign.title")}
        description={say("workbooks.campaign.lead")}
      />
      <BothWays
        get={{ path: `/campaigns/${id}/workbook`, note: say("workbooks.campaign.note") }}
        brought={brought}
        open={open}
        {...(coordinates ? {} : { instead: null })}
      >
        {(made) => <Read key={made.id} made={made} campaign={campaign} brought={brought} />}
      </BothWays>
    </>
  );
}

interface ReadProps {
  readonly made: CampaignWorkbookReading;
  readonly campaign: Campaign;
  readonly brought: Brought<CampaignWorkbookReading>;
}

function Read({ made, campaign, brought }: ReadProps): ReactNode {
  const say = useText();
  const shown = useShownField(useSayField(useOutline(campaign)));
  return (
    <ReadingFrame
      made={made}
      rows={made.rows.map((row) => ({ ...shown(row), unit: row.unit.name }))}
      brought={brought}
      mayTake
      closedNote={say("workbooks.campaign.closed")}
    />
  );
}
