/** /campaigns/:id/consistency — the same declared values, with like evidence, judged differently. */
import { IconChecks } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Consistency } from "../../../api/appraisal-contract.js";
import type { Campaign } from "../../../api/contract.js";
import { DataList } from "../../../shared/data-list.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { Loaded } from "../../../shared/loaded.js";
import { Panel } from "../../../shared/panel.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { campaignQuery } from "../../campaigns/queries.js";
import { AppraisalHeader } from "../appraisal-header.js";
import { type SayValues, useOutline, useSayValues } from "../judging/values-text.js";
import { VerdictChip } from "../queue/queue-marks.js";
import { consistencyQuery } from "../reads.js";
import classes from "./overview.module.css";

const route = getRouteApi("/shell/campaigns/$campaignId/consistency");

/** Reads the campaign and what is judged unlike. */
export function ConsistencyPage(): ReactNode {
  const { campaignId } = route.useParams();
  const campaign = useQuery(campaignQuery(campaignId));
  return <Loaded query={campaign}>{(one) => <ConsistencyOf campaign={one} />}</Loaded>;
}

function ConsistencyOf({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const query = useQuery(consistencyQuery(campaign.id));
  const sayValues = useSayValues(useOutline(campaign));
  return (
    <>
      <AppraisalHeader campaign={campaign} current="consistency" />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Panel>
              <EmptyState icon={IconChecks} title={say("appraisals.consistency.none")}>
                {say("appraisals.consistency.noneDetail")}
              </EmptyState>
            </Panel>
          ) : (
            <div className={classes.stack}>
              <p className={classes.lead}>{say("appraisals.consistency.lead", { count: items.length })}</p>
              {items.map((item) => (
                <Unlike
                  key={`${item.code} ${item.units[0]?.assessmentId}`}
                  item={item}
                  sayValues={sayValues}
                />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

interface UnlikeProps {
  readonly item: Consistency["items"][number];
  readonly sayValues: SayValues;
}

function Unlike({ item, sayValues }: UnlikeProps): ReactNode {
  const say = useText();
  const { points, number } = useFormat();
  const { code, title, values, units } = item;
  return (
    <Panel
      title={`${code} ${title}`}
      note={say("appraisals.consistency.values", { values: sayValues(code, values) })}
      flush
    >
      <DataList
        caption={`${code} ${title}`}
        columns={[
          {
            id: "unit",
            header: say("appraisals.by.unitHead"),
            main: true,
            cell: ({ assessmentId, unit }) => (
              <Link
                to="/assessments/$assessmentId/appraise"
                params={{ assessmentId }}
                search={{ by: "indicator", code }}
              >
                {unit.name}
              </Link>
            ),
          },
          {
            id: "verdict",
            header: say("appraisals.consistency.verdict"),
            fit: true,
            cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
          },
          {
            id: "declared",
            header: say("appraisals.score.declared"),
            align: "end",
            fit: true,
            cell: ({ declared }) => points(declared),
          },
          {
            id: "appraised",
            header: say("appraisals.score.appraised"),
            align: "end",
            fit: true,
            cell: ({ appraised }) => <strong>{points(appraised)}</strong>,
          },
          {
            id: "evidence",
            header: say("assessments.evidence.title"),
            align: "end",
            fit: true,
            cell: ({ evidence }) => number(evidence),
          },
          {
            id: "reason",
            header: say("appraisals.consistency.reason"),
            cell: ({ reason }) => reason ?? say("shared.none"),
          },
        ]}
        rows={units}
        rowKey={({ assessmentId }) => assessmentId}
      />
    </Panel>
  );
}
