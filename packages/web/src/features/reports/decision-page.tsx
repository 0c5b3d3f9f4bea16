/** /campaigns/:id/runs/:id/decision — the decision that publishes a run's result. */
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
import { useLetterhead } from "./letterhead.js";
import { LetterheadPanel } from "./letterhead-panel.js";
import { OwnFields, useOwnHead } from "./own-fields.js";
import classes from "./reports.module.css";

const route = getRouteApi("/shell/campaigns/$campaignId/runs/$runId/decision");

export function DecisionPage(): ReactNode {
  const { runId } = route.useParams();
  const query = useQuery(runQuery(runId));
  return <Loaded query={query}>{(run) => <Decision key={run.id} run={run} />}</Loaded>;
}

function Decision({ run }: { run: RunDetail }): ReactNode {
  const say = useText();
  const { own, setOwn, asked } = useOwnHead();
  const [issuer, setIssuer] = useState<UnitName | null>(null);
  const [proposer, setProposer] = useState<UnitName | null>(null);
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
        title={say("reports.decision")}
        description={say("reports.decision.lead")}
      />
      <div className={classes.columns}>
        <Panel title={say("reports.document")}>
          <div className={classes.choice}>
            <div className={classes.own}>
              <OwnFields own={own} setOwn={setOwn} />
              <UnitSelect label={say("reports.issuer")} value={issuer} onChange={setIssuer} clearable />
              <UnitSelect label={say("reports.proposer")} value={proposer} onChange={setProposer} clearable />
            </div>
            <p className={classes.quiet}>{say("reports.issuer.usual")}</p>
            <DownloadButtons
              path={`/runs/${run.id}/reports/result-decision`}
              asked={{
                ...asked,
                ...(issuer === null ? {} : { issuer: issuer.id }),
                ...(proposer === null ? {} : { proposer: proposer.id }),
              }}
            />
          </div>
        </Panel>
        {issuer !== null && <Issuer key={issuer.id} issuer={issuer} />}
      </div>
    </div>
  );
}

/** The letterhead of whoever was chosen; it is kept by its own button. */
export function Issuer({ issuer }: { issuer: UnitName }): ReactNode {
  const say = useText();
  const letterhead = useLetterhead(issuer.id);
  return (
    <LetterheadPanel
      edited={letterhead}
      addressed={false}
      title={say("reports.letterheadOf", { unit: issuer.name })}
    />
  );
}
