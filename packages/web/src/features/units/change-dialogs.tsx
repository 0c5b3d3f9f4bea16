/** What happens to a unit over the years: it is renamed, merged into another, closed. Each needs a day and a reason. */
import { Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { UnitDetail, UnitName } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DayField } from "../../shared/day-field.js";
import { dayOf } from "../../shared/format.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";

interface DialogProps {
  unit: UnitDetail;
  onClose(): void;
}

/** After a change every list and page of units is read anew. */
function useSettle(onClose: () => void): (text: string) => Promise<void> {
  const queryClient = useQueryClient();
  return async (text) => {
    await queryClient.invalidateQueries({ queryKey: ["units"] });
    notice(text);
    onClose();
  };
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

/** The unit goes into another one, which becomes its successor. */
export function MergeDialog({ unit, onClose }: DialogProps): ReactNode {
  const say = useText();
  const settle = useSettle(onClose);
  const [into, setInto] = useState<UnitName | null>(null);
  const [on, setOn] = useState(dayOf(new Date()));
  const [legalBasis, setLegalBasis] = useState("");
  const merge = useMutation({
    mutationFn: ({ id }: UnitName) =>
      take(api.POST("/units/merge", { body: { predecessors: [unit.id], into: { id }, on, legalBasis } })),
    onSuccess: (_, { name }) => settle(say("units.merged", { name: unit.name, into: name })),
  });
  return (
    <ConfirmDialog
      opened
      title={say("units.merge")}
      confirm={say("units.merge")}
      busy={merge.isPending}
      disabled={into === null}
      error={merge.error}
      onConfirm={() => into !== null && merge.mutate(into)}
      onClose={onClose}
    >
      <Text c="dimmed">{say("units.mergeHint", { name: unit.name })}</Text>
      <UnitSelect
        label={say("units.mergeInto")}
        value={into}
        onChange={setInto}
        without={[unit.id]}
        required
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
