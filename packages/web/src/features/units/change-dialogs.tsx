/** What happens to a unit over the years: it is renamed, closed (merging: merge-dialog.tsx). Each needs a day and a reason. */
import { Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { UnitDetail } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DayField } from "../../shared/day-field.js";
import { dayOf } from "../../shared/format.js";
import { useText } from "../../shared/text.js";
import { useSettle } from "./settle.js";

interface DialogProps {
  unit: UnitDetail;
  onClose(): void;
}

/** A new name from a day on; the old one stays in the history and on past results. */
export function RenameDialog({ unit, onClose }: DialogProps): ReactNode {
  const say = useText();
  const settle = useSettle(onClose);
  const [name, setName] = useState(unit.name);
  const [on, setOn] = useState(dayOf(new Date()));
  const [legalBasis, setLegalBasis] = useState("");
  const rename = useMutation({
    mutationFn: () =>
      take(
        api.POST("/units/{id}/rename", {
          params: { path: { id: unit.id } },
          headers: ifMatch(unit.version),
          body: { name, on, legalBasis },
        }),
      ),
    onSuccess: () => settle(say("units.renamed", { name })),
  });
  return (
    <ConfirmDialog
      opened
      title={say("units.rename")}
      confirm={say("units.rename")}
      busy={rename.isPending}
      disabled={name.trim() === "" || name === unit.name}
      error={rename.error}
      onConfirm={() => rename.mutate()}
      onClose={onClose}
    >
      <Text c="dimmed">{say("units.renameHint")}</Text>
      <TextInput
        label={say("units.newName")}
        required
        withAsterisk={false}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <DayField label={say("units.from")} value={on} onChange={setOn} required />
      <TextInput
        label={say("units.legalBasis")}
        description={say("units.legalBasisHint")}
        required
        withAsterisk={false}
        value={legalBasis}
        onChange={(event) => setLegalBasis(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

/** The unit ends on a day without a successor. */
export function CloseDialog({ unit, onClose }: DialogProps): ReactNode {
  const say = useText();
  const settle = useSettle(onClose);
  const [on, setOn] = useState(dayOf(new Date()));
  const [reason, setReason] = useState("");
  const close = useMutation({
    mutationFn: () =>
      take(
        api.POST("/units/{id}/close", {
          params: { path: { id: unit.id } },
          headers: ifMatch(unit.version),
          body: { on, reason },
        }),
      ),
    onSuccess: () => settle(say("units.closed", { name: unit.name })),
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={say("units.close")}
      confirm={say("units.close")}
      busy={close.isPending}
      disabled={reason.trim() === ""}
      error={close.error}
      onConfirm={() => close.mutate()}
      onClose={onClose}
    >
      <Text c="dimmed">{say("units.closeHint", { name: unit.name })}</Text>
      <DayField label={say("units.lastDay")} value={on} onChange={setOn} required />
      <TextInput
        label={say("units.reason")}
        required
        withAsterisk={false}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
