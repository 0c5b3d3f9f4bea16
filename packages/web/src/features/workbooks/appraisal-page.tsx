/** /campaigns/:id/appraisal-workbook — judging offline, and taking the judgements. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AnswerValue } from "../../api/assessment-contract.js";
import { api, asForm, take } from "../../api/client.js";
import type { Campaign } from "../../api/contract.js";
import type { AppraisalWorkbookReading } from "../../api/workbook-contract.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { useOutline } from "../appraisals/judging/values-text.js";
import { campaignQuery } from "../campaigns/queries.js";
import { BothWays } from "./both-ways.js";
import { type Brought, useBrought } from "./brought.js";
import { ReadingFrame } from "./reading-frame.js";
import type { ShownRow } from "./row-sections.js";
import { useSayer, useSayField } from "./shown-rows.js";

const route = getRouteApi("/shell/campaigns/$campaignId/appraisal-workbook");

/** An appraiser's workbook: down, and back. */
export function AppraisalWorkbookPage(): ReactNode {
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
  const brought = useBrought<AppraisalWorkbookReading>({
    key: (reading) => ["campaigns", id, "appraisal-workbook", reading],
    send: (file) =>
      take(
        api.POST("/campaigns/{id}/appraisal-workbook", {
          params: { path: { id } },
          body: { file },
          bodySerializer: asForm,
        }),
      ),
    look: (reading) =>
      take(api.GET("/campaigns/{id}/appraisal-workbook/{reading}", { params: { path: { id, reading } } })),
    take: (reading, rows) =>
      take(
        api.POST("/campaigns/{id}/appraisal-workbook/{reading}/take", {
          params: { path: { id, reading } },
          body: { rows: [...rows] },
        }),
      ),
    open,
    onRead: (reading) => void navigate({ search: { reading }, replace: true }),
    onTaken: () => client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== "session" }),
  });
  return (
    <>
      <PageHeader
        back={{
          to: "/campaigns/$campaignId/appraise",
          params: { campaignId: id },
          label: say("appraisals.title.queue"),
        }}
        eyebrow={campaign.name}
        title={say("workbooks.appraisal.title")}
        description={say("workbooks.appraisal.lead")}
      />
      <BothWays
        get={{ path: `/campaigns/${id}/appraisal-workbook`, note: say("workbooks.appraisal.note") }}
        brought={brought}
        open={open}
      >
        {(made) => <Read key={made.id} made={made} campaign={campaign} brought={brought} />}
      </BothWays>
    </>
  );
}

interface ReadProps {
  readonly made: AppraisalWorkbookReading;
  readonly campaign: Campaign;
  readonly brought: Brought<AppraisalWorkbookReading>;
}

function Read({ made, campaign, brought }: ReadProps): ReactNode {
  const say = useText();
  const shown = useShownJudgement(campaign);
  return (
    <ReadingFrame
      made={made}
      rows={made.rows.map(shown)}
      brought={brought}
      mayTake
      closedNote={say("workbooks.appraisal.closed")}
    />
  );
}

type Row = AppraisalWorkbookReading["rows"][number];

/** The function that writes a judgement beside the one that stands. */
function useShownJudgement(campaign: Campaign): (row: Row) => ShownRow {
  const say = useText();
  const { language, points: sayPoints } = useFormat();
  const field = useSayField(useOutline(campaign));
  const savedBy = useSayer();
  const words = (code: string, { verdict, inputs, points, reason }: Row["given"]): string => {
    if (verdict === null) return say("workbooks.verdict.none");
    if (verdict === "agreed") return say("workbooks.verdict.agreed");
    const values = Object.entries(inputs ?? {}).map(
      ([input, value]) => `${field.label(code, input)}: ${field.value(code, input, value as AnswerValue)}`,
    );
    const to =
      points === null ? values.join("; ") : say("workbooks.verdict.points", { points: sayPoints(points) });
    return say("workbooks.verdict.adjusted", { to, reason: reason ?? "" });
  };
  return ({ row, state, place, code, unit, version, given, stored, message, by, at }) => ({
    row,
    state,
    place,
    version,
    about: unit.name,
    label: field.about(code),
    stored: words(code, stored),
    given: words(code, given),
    savedBy: savedBy(by, at),
    message: message?.[language] ?? null,
  });
}
