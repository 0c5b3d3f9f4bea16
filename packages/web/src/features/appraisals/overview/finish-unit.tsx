/** Ends the appraising of one unit, or takes it up again. */
import { Button, Checkbox, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AppraisalSummary } from "../../../api/appraisal-contract.js";
import { api, ifMatch, take } from "../../../api/client.js";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { LineSkeleton } from "../../../shared/loaded.js";
import { notice } from "../../../shared/notice.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import { appraisalQuery } from "../reads.js";
import classes from "./overview.module.css";

interface FinishUnitProps {
  readonly campaignId: string;
  readonly row: AppraisalSummary["units"][number];
}

/** The step that the state allows; nothing where there is none. */
export function FinishUnit({ campaignId, row }: FinishUnitProps): ReactNode {
  const say = useText();
  const [asking, setAsking] = useState<"finish" | "reopen" | null>(null);
  const step = row.state === "appraised" ? "reopen" : "finish";
  const possible = ["submitted", "appraising", "explaining", "appraised"].includes(row.state);
  if (!possible) return null;
  return (
    <>
      <Button
        size="xs"
        variant={step === "finish" && row.judged === row.total ? "filled" : "default"}
        aria-label={say(`appraisals.finish.${step}Of`, { unit: row.unit.name })}
        onClick={() => setAsking(step)}
      >
        {say(`appraisals.finish.${step}`)}
      </Button>
      {asking !== null && (
        <StepDialog campaignId={campaignId} row={row} step={asking} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

function StepDialog(props: FinishUnitProps & { step: "finish" | "reopen"; onClose(): void }): ReactNode {
  const { campaignId, row, step, onClose } = props;
  const say = useText();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [force, setForce] = useState(false);
  const id = row.assessmentId;
  const current = useQuery({ ...appraisalQuery(id), staleTime: 0, refetchOnMount: "always" });
  const progress = current.data?.progress;
  const unjudged = progress === undefined ? row.total - row.judged : progress.total - progress.judged;
  const unclosed = progress?.unclosedQueries ?? row.openQueries;
  const left = unjudged > 0 || unclosed > 0;
  const act = useMutation({
    mutationFn: async (version: number): Promise<void> => {
      const params = { path: { id } };
      const headers = ifMatch(version);
      const words = reason.trim();
      if (step === "reopen")
        await take(api.POST("/assessments/{id}/reopen", { params, headers, body: { reason: words } }));
      else
        await take(
          api.POST("/assessments/{id}/finish", {
            params,
            headers,
            body: { force: left && force, reason: words === "" ? null : words },
          }),
        );
    },
    onSuccess: () => {
      notice(say(`appraisals.finish.${step}Done`, { unit: row.unit.name }));
      onClose();
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ["appraisals", campaignId] });
      await client.invalidateQueries({ queryKey: ["assessments", id] });
    },
  });
  const needsReason = step === "reopen" || (left && force);
  const blocked = step === "finish" && left && !force;
  return (
    <ConfirmDialog
      opened
      title={say(`appraisals.finish.${step}Of`, { unit: row.unit.name })}
      confirm={say(`appraisals.finish.${step}`)}
      busy={act.isPending}
      disabled={current.data === undefined || blocked || (needsReason && reason.trim() === "")}
      error={act.error}
      onConfirm={() => current.data && act.mutate(current.data.version)}
      onClose={onClose}
    >
      <p>{say(`appraisals.finish.${step}Text`)}</p>
      <ProblemAlert error={current.error} />
      {current.isPending && <LineSkeleton lines={1} />}
      {step === "finish" && left && (
        <>
          <p className={classes.left}>{say("appraisals.finish.left", { unjudged, queries: unclosed })}</p>
          <Checkbox
            label={say("appraisals.finish.force")}
            checked={force}
            onChange={(event) => setForce(event.currentTarget.checked)}
          />
        </>
      )}
      {needsReason && (
        <Textarea
          label={say("appraisals.finish.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
}
