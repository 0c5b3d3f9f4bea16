import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { RunDetail } from "../../api/results-contract.js";
import { FactList } from "../../shared/fact-list.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { RunStateChip } from "../results/run-words.js";
import { DifferenceList } from "./difference-list.js";
import { Hash } from "./hash.js";
import { differencesQuery, runQuery, runsQuery } from "./queries.js";
import { RunActs } from "./run-acts.js";
import { RunSteps } from "./run-card.js";
import classes from "./runs.module.css";

const route = getRouteApi("/shell/campaigns/$campaignId/runs/$runId");
const DECLARED = "declared";

function Differences({ run }: { run: RunDetail }): ReactNode {
  const say = useText();
  const runs = useQuery(runsQuery(run.campaignId));
  const [against, setAgainst] = useState(run.revises?.id ?? DECLARED);
  const query = useQuery(differencesQuery(run.id, against));
  const others = (runs.data?.items ?? []).filter(({ id }) => id !== run.id);
  return (
    <Panel
      title={say("runs.differences")}
      flush
      actions={
        <Select
          aria-label={say("runs.against")}
          allowDeselect={false}
          w={{ base: "100%", sm: 280 }}
          data={[
            { value: DECLARED, label: say("runs.against.declared") },
            ...others.map(({ id, number }) => ({
              value: id,
              label: say("runs.against.run", { number: String(number) }),
            })),
          ]}
          value={against}
          onChange={(chosen) => chosen !== null && setAgainst(chosen)}
        />
      }
    >
      <Loaded query={query}>{({ items }) => <DifferenceList differences={items} />}</Loaded>
    </Panel>
  );
}

function RunView({ run }: { run: RunDetail }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const unsubmitted = run.results.filter(({ submitted }) => !submitted).length;
  return (
    <>
      <PageHeader
        back={{
          to: "/campaigns/$campaignId/runs",
          params: { campaignId: run.campaignId },
          label: say("runs.title"),
        }}
        title={say("runs.number", { number: String(run.number) })}
        eyebrow={<RunStateChip state={run.state} />}
        actions={
          <>
            <LinkButton
              variant="default"
              to="/campaigns/$campaignId/runs/$runId/decision"
              params={{ campaignId: run.campaignId, runId: run.id }}
            >
              {say("reports.result")}
            </LinkButton>
            <RunActs run={run} />
          </>
        }
      />
      <div className={classes.parts}>
        <Panel>
          <div className={classes.signed}>
            <RunSteps run={run} />
          </div>
          <FactList
            facts={[
              { label: say("runs.unitsLabel"), value: number(run.units) },
              { label: say("runs.unsubmitted"), value: number(unsubmitted) },
              { label: say("runs.resultHash"), value: <Hash value={run.resultHash} /> },
              { label: say("runs.inputHash"), value: <Hash value={run.inputHash} /> },
              { label: say("runs.setHash"), value: <Hash value={run.setHash} /> },
            ]}
          />
        </Panel>
        <Differences run={run} />
      </div>
    </>
  );
}

/** One run: who signed it, its hashes, and what it changes against another or against what was declared. */
export function RunPage(): ReactNode {
  const { runId } = route.useParams();
  const query = useQuery(runQuery(runId));
  return <Loaded query={query}>{(run) => <RunView key={run.id} run={run} />}</Loaded>;
}
