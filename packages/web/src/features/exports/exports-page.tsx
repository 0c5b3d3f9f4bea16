import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Export, Exports } from "../../api/exports-contract.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { notice } from "../../shared/notice.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { RunStateChip } from "../results/run-words.js";
import { ExportItem } from "./export-item.js";
import classes from "./exports.module.css";
import { wordsOfKind } from "./kind-words.js";
import { exportsQuery, isOpen, useAskForExport, useCancelExport } from "./queries.js";

const route = getRouteApi("/shell/campaigns/$campaignId/exports");

/** What the files are made of, and who may see them. */
function Source({ results }: { results: NonNullable<Exports["results"]> }): ReactNode {
  const say = useText();
  const { run, whole } = results;
  return (
    <>
      <p className={classes.of}>
        {run === null ? say("exports.ofImported") : say("exports.of", { number: run.number })}
        {run !== null && <RunStateChip state={run.state} />}
      </p>
      {run !== null && run.state !== "published" && (
        <p className={classes.warning}>{say("exports.unpublished")}</p>
      )}
      {!whole && <p className={classes.note}>{say("exports.publicOnly")}</p>}
    </>
  );
}

interface KindsProps {
  exports: Exports;
  busy: boolean;
  onStart(kind: string): void;
}

function Kinds({ exports, busy, onStart }: KindsProps): ReactNode {
  const say = useText();
  const { results, kinds } = exports;
  if (kinds.length === 0)
    return (
      <Panel title={say("exports.kinds")}>
        <EmptyState title={say("exports.noResults")}>{say("exports.noResultsDetail")}</EmptyState>
      </Panel>
    );
  return (
    <Panel
      title={say("exports.kinds")}
      note={results === null ? undefined : <Source results={results} />}
      flush
    >
      <ul className={classes.list}>
        {kinds.map((kind) => {
          const words = wordsOfKind(kind);
          const name = words === undefined ? say("exports.kind.other", { kind }) : say(words.title);
          return (
            <li key={kind} className={classes.item}>
              <div>
                <h3 className={classes.name}>{name}</h3>
                {words !== undefined && <p className={classes.note}>{say(words.note)}</p>}
              </div>
              <div className={classes.acts}>
                <Button
                  variant="default"
                  disabled={busy}
                  onClick={() => onStart(kind)}
                  aria-label={say("exports.startOf", { name })}
                >
                  {say("exports.start")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function ExportsView({ exports, run }: { exports: Exports; run: string | undefined }): ReactNode {
  const say = useText();
  const { campaign, items } = exports;
  const ask = useAskForExport(campaign.id);
  const cancel = useCancelExport(campaign.id);
  const busy = ask.isPending || cancel.isPending;
  const start = (kind: string, of = run): void =>
    ask.mutate(of === undefined ? { kind } : { kind, run: of }, {
      onSuccess: (made) => notice(say(isOpen(made) ? "exports.begun" : "exports.ready")),
    });
  const again = ({ kind, run: made }: Export): void => start(kind, made?.id);
  return (
    <>
      <PageHeader
        back={{
          to: "/campaigns/$campaignId/results",
          params: { campaignId: campaign.id },
          label: campaign.name,
        }}
        title={say("exports.title")}
        description={say("exports.lead")}
      />
      <div className={classes.parts}>
        <ProblemAlert error={ask.error ?? cancel.error} />
        <Kinds exports={exports} busy={busy} onStart={(kind) => start(kind)} />
        <Panel title={say("exports.list")} note={say("exports.listNote")} flush>
          {items.length === 0 ? (
            <EmptyState title={say("exports.none")}>{say("exports.noneDetail")}</EmptyState>
          ) : (
            <ul className={classes.list}>
              {items.map((made) => (
                <ExportItem
                  key={made.id}
                  made={made}
                  busy={busy}
                  onCancel={() =>
                    cancel.mutate(made.id, { onSuccess: () => notice(say("exports.called-off")) })
                  }
                  onAgain={() => again(made)}
                />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}

/** Files of a whole campaign: asked for, watched, fetched. */
export function ExportsPage(): ReactNode {
  const { campaignId } = route.useParams();
  const { run } = route.useSearch();
  const query = useQuery(exportsQuery(campaignId));
  return <Loaded query={query}>{(exports) => <ExportsView exports={exports} run={run} />}</Loaded>;
}
