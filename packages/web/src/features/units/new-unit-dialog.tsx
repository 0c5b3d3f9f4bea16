import { Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { UnitName } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DayField } from "../../shared/day-field.js";
import { dayOf } from "../../shared/format.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";
import { unitKindsQuery } from "./queries.js";

/** Adds one unit under another. */
export function NewUnitDialog({ onClose }: { onClose(): void }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const kinds = useQuery(unitKindsQuery);
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [kind, setKind] = useState<string | null>(null);
  const [parent, setParent] = useState<UnitName | null>(null);
  const [validFrom, setValidFrom] = useState(dayOf(new Date()));
  const create = useMutation({
    mutationFn: (of: string) =>
      take(api.POST("/units", { body: { name, code, kind: of, parentId: parent?.id ?? null, validFrom } })),
    onSuccess: async (unit) => {
      await queryClient.invalidateQueries({ queryKey: ["units"] });
      notice(say("units.created", { name: unit.name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={say("units.create")}
      confirm={say("units.create")}
      busy={create.isPending}
      disabled={kind === null}
      error={create.error}
      onConfirm={() => kind !== null && create.mutate(kind)}
      onClose={onClose}
    >
      <TextInput
        label={say("units.name")}
        required
        withAsterisk={false}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={say("units.code")}
        description={say("units.codeHint")}
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Select
        label={say("units.kind")}
        data={(kinds.data?.items ?? []).map((one) => ({ value: one.kind, label: one.name }))}
        value={kind}
        onChange={setKind}
      />
      <UnitSelect label={say("units.parent")} value={parent} onChange={setParent} clearable />
      <DayField label={say("units.from")} value={validFrom} onChange={setValidFrom} required />
    </ConfirmDialog>
  );
}
