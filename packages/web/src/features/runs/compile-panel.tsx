import { Button, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { Campaign } from "../../api/contract.js";
import type { RunPreview } from "../../api/results-contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { Loaded } from "../../shared/loaded.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { progressQuery } from "../campaigns/queries.js";
import { DifferenceList } from "./difference-list.js";
import { useForget } from "./forget.js";
import { previewQuery } from "./queries.js";
import classes from "./runs.module.css";

type Held = RunPreview["blockers"][number];

const kinds = ["not-submitted", "unfinished", "unjudged", "open-query"] as const;
/** Units named at once; the others when they are asked for. */
const NAMED = 8;

/** A unit, and the way to where its hindrance is dealt with. */
function HeldUnit({ held, assessmentId }: { held: Held; assessmentId: string | undefined }): ReactNode {
  const { kind, unit, count } = held;
  const counted = kind === "unjudged" || kind === "open-query" ? ` (${count})` : "";
  if (assessmentId === undefined) return `${unit.name}${counted}`;
  return (
    <>
      <Link
        to={kind === "not-submitted" ? "/assessments/$assessmentId" : "/assessments/$assessmentId/appraise"}
        params={{ assessmentId }}
        preload={false}
      >
        {unit.name}
      </Link>
      {counted}
    </>
  );
}

interface HeldBackProps {
  kind: Held["kind"];
  items: readonly Held[];
  campaign: Campaign;
  /** Whether they stand in the way, or are only to be known. */
  blocks: boolean;
}

/** One kind of hindrance with the units that it is about. */
function HeldBack({ kind, items, campaign, blocks }: HeldBackProps): ReactNode {
  const say = useText();
  const [all, setAll] = useState(false);
  const { data } = useQuery(progressQuery(campaign.id));
  const assessmentOf = new Map(data?.items.map(({ unit, assessmentId }) => [unit.id, assessmentId]));
  const shown = all ? items : items.slice(0, NAMED);
  return (
    <li>
      <strong>{say(`runs.held.${kind}`, { count: items.length })}</strong>
      <span className={`line ${classes.dimmed}`}>
        {say(blocks ? `runs.blocker.${kind}` : `runs.warning.${kind}`)}
      </span>
      <ul className={classes.units}>
        {shown.map((held) => (
          <li key={held.unit.id}>
            <HeldUnit held={held} assessmentId={assessmentOf.get(held.unit.id)} />
          </li>
        ))}
        {items.length > shown.length && (
          <li>
            <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
              {say("runs.allUnits", { count: items.length })}
            </Button>
          </li>
        )}
      </ul>
    </li>
  );
}

function HeldList({ items, ...rest }: Omit<HeldBackProps, "kind">): ReactNode {
  return (
    <ul className={classes.held}>
      {kinds.map((kind) => {
        const some = items.filter((item) => item.kind === kind);
        return some.length === 0 ? null : <HeldBack key={kind} kind={kind} items={some} {...rest} />;
      })}
    </ul>
  );
}

/** Whether a run may be compiled: what is in the way, and what it would be compiled in spite of. */
function Readiness({ preview, campaign }: { preview: RunPreview; campaign: Campaign }): ReactNode {
  const say = useText();
  const { blockers, warnings, inconsistent } = preview;
  return (
    <div className={classes.readiness}>
      {blockers.length > 0 ? (
        <div className={classes.blocked}>
          <IconCircleX size={20} aria-hidden />
          <div>
            <p className={classes.readyTitle}>{say("runs.notReady")}</p>
            <HeldList items={blockers} campaign={campaign} blocks />
          </div>
        </div>
      ) : (
        <div className={classes.ready}>
          <IconCircleCheck size={20} aria-hidden />
          <p className={classes.readyTitle}>{say("runs.ready", { count: preview.units })}</p>
        </div>
      )}
      {(warnings.length > 0 || inconsistent > 0) && (
        <div className={classes.warned}>
          <IconAlertTriangle size={20} aria-hidden />
          <div>
            <p className={classes.readyTitle}>{say("runs.warnings")}</p>
            <HeldList items={warnings} campaign={campaign} blocks={false} />
            {inconsistent > 0 && (
              <p className={classes.inconsistent}>
                {say("runs.inconsistent", { count: inconsistent })}{" "}
                <Link to="/campaigns/$campaignId/consistency" params={{ campaignId: campaign.id }}>
                  {say("runs.seeInconsistent")}
                </Link>
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function CompileDialog({
  campaign,
  preview,
  onClose,
}: {
  campaign: Campaign;
  preview: RunPreview;
  onClose(): void;
}): ReactNode {
  const say = useText();
  const forget = useForget();
  const [reason, setReason] = useState("");
  const compile = useMutation({
    mutationFn: () =>
      take(
        api.POST("/campaigns/{id}/runs", {
          params: { path: { id: campaign.id } },
          body: reason.trim() === "" ? {} : { reason: reason.trim() },
        }),
      ),
    onSuccess: async (run) => {
      await forget();
      notice(say("runs.compiled", { number: String(run.number) }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={say("runs.compile")}
      confirm={say("runs.compile")}
      busy={compile.isPending}
      error={compile.error}
      onConfirm={() => compile.mutate()}
      onClose={onClose}
    >
      <Text>{say("runs.compileDetail", { units: preview.units })}</Text>
      <Textarea
        label={say("runs.compileReason")}
        description={say("runs.compileReasonHint")}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

function PreviewView({ campaign, preview }: { campaign: Campaign; preview: RunPreview }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const [asked, setAsked] = useState(false);
  if (preview.settled) return <p className={classes.settled}>{say("runs.settled")}</p>;
  if (campaign.status === "closed") return <p className={classes.settled}>{say("runs.closed")}</p>;
  return (
    <>
      <Readiness preview={preview} campaign={campaign} />
      <div className={classes.compile}>
        <Button disabled={!preview.ready} onClick={() => setAsked(true)}>
          {say("runs.compile")}
        </Button>
        <span className={classes.dimmed}>{say("runs.compileNote", { units: number(preview.units) })}</span>
      </div>
      <h3 className={classes.subtitle}>
        {preview.against === null
          ? say("runs.againstDeclared")
          : say("runs.againstRun", { number: String(preview.against.number) })}
      </h3>
      <DifferenceList differences={preview.differences} />
      {asked && <CompileDialog campaign={campaign} preview={preview} onClose={() => setAsked(false)} />}
    </>
  );
}

/** What compiling now would give, and compiling it. */
export function CompilePanel({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const query = useQuery(previewQuery(campaign.id));
  return (
    <Panel title={say("runs.preview")} note={say("runs.previewNote")} flush>
      <Loaded query={query}>{(preview) => <PreviewView campaign={campaign} preview={preview} />}</Loaded>
    </Panel>
  );
}
