import { Button, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { Run, RunRepeat } from "../../api/results-contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { notice } from "../../shared/notice.js";
import { type TextId, useText } from "../../shared/text.js";
import { useForget } from "./forget.js";
import { RepeatDialog } from "./repeat-dialog.js";
import { RevisionDialog } from "./revision-dialog.js";

/** What somebody decides about a run. */
type Decision = "approve" | "publish" | "withdraw";

interface Words {
  verb: TextId;
  detail: TextId;
  done: TextId;
  reason: boolean;
  danger?: boolean;
}

const words: Record<Decision, Words> = {
  approve: { verb: "runs.approve", detail: "runs.approveDetail", done: "runs.approved", reason: false },
  publish: { verb: "runs.publish", detail: "runs.publishDetail", done: "runs.published", reason: false },
  withdraw: {
    verb: "runs.withdraw",
    detail: "runs.withdrawDetail",
    done: "runs.withdrawn",
    reason: true,
    danger: true,
  },
};

/** Sends a decision, on the run at its version. */
async function decide(run: Run, decision: Decision, reason: string): Promise<void> {
  const at = { params: { path: { id: run.id } }, headers: ifMatch(run.version) };
  switch (decision) {
    case "approve":
      await take(api.POST("/runs/{id}/approve", at));
      return;
    case "publish":
      await take(api.POST("/runs/{id}/publish", at));
      return;
    case "withdraw":
      await take(api.POST("/runs/{id}/withdraw", { ...at, body: { reason } }));
  }
}

function DecisionDialog({
  run,
  decision,
  onClose,
}: {
  run: Run;
  decision: Decision;
  onClose(): void;
}): ReactNode {
  const say = useText();
  const forget = useForget();
  const [reason, setReason] = useState("");
  const { verb, detail, done, reason: needsReason, danger = false } = words[decision];
  const act = useMutation({
    mutationFn: () => decide(run, decision, reason.trim()),
    onSuccess: async () => {
      await forget();
      notice(say(done, { number: String(run.number) }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={say(verb)}
      confirm={say(verb)}
      danger={danger}
      busy={act.isPending}
      disabled={needsReason && reason.trim() === ""}
      error={act.error}
      onConfirm={() => act.mutate()}
      onClose={onClose}
    >
      <Text>{say(detail, { number: String(run.number), units: run.units })}</Text>
      {needsReason && (
        <Textarea
          label={say("runs.reason")}
          description={say("runs.reasonHint")}
          required
          withAsterisk={false}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
}

/** The buttons of what one may do with a run; each asks first, saying what will happen. */
export function RunActs({ run }: { run: Run }): ReactNode {
  const say = useText();
  const [asked, setAsked] = useState<Decision | "revise" | null>(null);
  const [repeated, setRepeated] = useState<RunRepeat | null>(null);
  const repeat = useMutation({
    mutationFn: () => take(api.POST("/runs/{id}/repeat", { params: { path: { id: run.id } } })),
    onSuccess: setRepeated,
  });
  const button = (decision: Decision, filled: boolean): ReactNode => (
    <Button key={decision} variant={filled ? "filled" : "default"} onClick={() => setAsked(decision)}>
      {say(words[decision].verb)}
    </Button>
  );
  return (
    <>
      {run.may.approve && button("approve", true)}
      {run.may.publish && button("publish", true)}
      {run.may.revise && (
        <Button variant="default" onClick={() => setAsked("revise")}>
          {say("runs.revise")}
        </Button>
      )}
      {run.may.withdraw && button("withdraw", false)}
      <Button variant="default" loading={repeat.isPending} onClick={() => repeat.mutate()}>
        {say("runs.repeat")}
      </Button>
      {asked === "revise" && <RevisionDialog run={run} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== "revise" && (
        <DecisionDialog run={run} decision={asked} onClose={() => setAsked(null)} />
      )}
      <RepeatDialog
        run={run}
        outcome={repeated}
        error={repeat.error}
        onClose={() => {
          setRepeated(null);
          repeat.reset();
        }}
      />
    </>
  );
}
