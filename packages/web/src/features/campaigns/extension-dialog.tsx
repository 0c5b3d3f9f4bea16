import { Select, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { Campaign, NewExtension, Stage, UnitName } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DayField } from "../../shared/day-field.js";
import { endOfDay } from "../../shared/format.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";

interface ExtensionDialogProps {
  campaign: Campaign;
  unit: UnitName;
  onClose(): void;
}

/** Gives one unit more time for a stage; what it has saved opens again. */
export function ExtensionDialog({ campaign, unit, onClose }: ExtensionDialogProps): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const [stage, setStage] = useState<Stage>("declare");
  const [due, setDue] = useState("");
  const [reason, setReason] = useState("");
  const extend = useMutation({
    mutationFn: (body: NewExtension) =>
      take(api.POST("/campaigns/{id}/extensions", { params: { path: { id: campaign.id } }, body })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["campaigns", "one", campaign.id] });
      notice(say("campaigns.extended", { name: unit.name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={say("campaigns.extend")}
      confirm={say("campaigns.extend")}
      busy={extend.isPending}
      disabled={due === "" || reason.trim() === ""}
      error={extend.error}
      onConfirm={() => extend.mutate({ unitId: unit.id, stage, dueAt: endOfDay(due), reason })}
      onClose={onClose}
    >
      <Text fw={500}>{unit.name}</Text>
      <Select
        label={say("campaigns.stage")}
        allowDeselect={false}
        data={campaign.stages.map((one) => ({ value: one.stage, label: say(`shared.stage.${one.stage}`) }))}
        value={stage}
        onChange={(chosen) => chosen !== null && setStage(chosen)}
      />
      <DayField label={say("campaigns.newDue")} value={due} onChange={setDue} required />
      <TextInput
        label={say("campaigns.reason")}
        description={say("campaigns.reasonHint")}
        required
        withAsterisk={false}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
