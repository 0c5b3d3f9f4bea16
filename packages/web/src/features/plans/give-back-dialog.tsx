/** Gives a report that was sent back to its unit, with the reason that it is told. */
import { Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { PlanLead } from "../../api/plans-contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import type { Period } from "./queries.js";
import { useGiveBack } from "./saving.js";

interface GiveBackDialogProps {
  readonly planId: string;
  readonly period: Period;
  readonly lead: PlanLead;
  onClose(): void;
}

export function GiveBackDialog({ planId, period, lead, onClose }: GiveBackDialogProps): ReactNode {
  const say = useText();
  const [reason, setReason] = useState("");
  const give = useGiveBack(planId, period, lead, () => {
    notice(say("plans.givenBack.done", { name: lead.name }));
    onClose();
  });
  return (
    <ConfirmDialog
      opened
      title={say("plans.giveBack.title", { name: lead.name })}
      confirm={say("plans.giveBack")}
      busy={give.isPending}
      disabled={reason.trim() === ""}
      error={give.error}
      onConfirm={() => give.mutate(reason.trim())}
      onClose={onClose}
    >
      <Textarea
        label={say("plans.giveBack.reason")}
        description={say("plans.giveBack.hint")}
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
