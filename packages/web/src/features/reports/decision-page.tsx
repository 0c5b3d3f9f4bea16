/** /campaigns/:id/runs/:id/decision — the decision that publishes a run's result, and what is put before whoever decides. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { UnitName } from "../../api/contract.js";
import type { RunDetail } from "../../api/results-contract.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";
import { RunStateChip } from "../results/run-words.js";
import { runQuery } from "../runs/queries.js";
import { DownloadButtons } from "./download-buttons.js";
import { Issuer } from "./issuer.js";
import { Kinds } from "./kinds.js";
import { OwnFields, useOwnHead } from "./own-fields.js";
import classes from "./reports.module.css";

const route = getRouteApi("/shell/campaigns/$campaignId/runs/$runId/decision");

export function DecisionPage(): ReactNode {
  const { runId } = route.useParams();
  const query = useQuery(runQuery(runId));
  return <Loaded query={query}>{(run) => <Decision key={run.id} run={run} />}</Loaded>;
}

/** In the order in which they go up and come down again. */
const kinds = ["result-report", "result-proposal", "result-decision"] as const;
type Kind = (typeof kinds)[number];

function Decision({ run }: { run: RunDetail }): ReactNode {
  const say = useText();
  const [kind, setKind] = useState<Kind>("result-decision");
  const { own, setOwn, asked } = useOwnHead();
  const [issuer, setIssuer] = useState<UnitName | null>(null);
  const [proposer, setProposer] = useState<UnitName | null>(null);
  const signing = kind === "result-decision" ? issuer : proposer;
  return (
    <div className={classes.page}>
      <PageHeader
        back={{
          ...linkOptions({
            to: "/campaigns/$campaignId/runs/$runId",
            params: { campaignId: run.campaignId, runId: run.id },
          }),
          label: say("runs.number", { number: String(run.number) }),
        }}
        eyebrow={<RunStateChip state={run.state} />}
        title={say("reports.result")}
        description={say("reports.result.lead")}
      />
      <div className={classes.columns}>
        <Panel title={say("reports.document")}>
          <div className={classes.choice}>
            <Kinds kinds={kinds} kind={kind} onChoose={setKind} />
            <div className={classes.own}>
              <OwnFields own={own} setOwn={setOwn} />
              <UnitSelect label={say("reports.issuer")} value={issuer} onChange={setIssuer} clearable />
              <UnitSelect label={say("reports.proposer")} value={proposer} onChange={setProposer} clearable />
            </div>
            <p className={classes.quiet}>{say(`reports.sides.${kind}`)}</p>
            <DownloadButtons
              key={kind}
              path={`/runs/${run.id}/reports/${kind}`}
              asked={{
                ...asked,
                ...(issuer === null ? {} : { issuer: issuer.id }),
                ...(proposer === null ? {} : { proposer: proposer.id }),
              }}
            />
          </div>
        </Panel>
        {signing !== null && <Issuer key={signing.id} issuer={signing} />}
      </div>
    </div>
  );
}
