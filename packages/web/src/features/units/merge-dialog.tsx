/** Units that become one: one that is there already, or a new one that the merger makes. */
import { CloseButton, Group, Radio, Select, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { Merger, UnitDetail, UnitName } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DayField } from "../../shared/day-field.js";
import { dayOf } from "../../shared/format.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";
import { emptyMerger, type MergerDraft, mergerOf, type NewSuccessor } from "./merger.js";
import { unitKindsQuery, unitQuery } from "./queries.js";
import { useSettle } from "./settle.js";

interface MergeDialogProps {
  unit: UnitDetail;
  onClose(): void;
}

interface PartProps {
  draft: MergerDraft;
  onChange(part: Partial<MergerDraft>): void;
}

/** The units that end together with this one. */
function Others({ unit, draft, onChange }: PartProps & { unit: UnitDetail }): ReactNode {
  const say = useText();
  const { others } = draft;
  const add = (other: UnitName | null): void => {
    if (other !== null && !others.some(({ id }) => id === other.id)) onChange({ others: [...others, other] });
  };
  return (
    <div>
      <UnitSelect
        // Emptied for the next one as soon as one is chosen.
        key={others.length}
        label={say("units.mergeWith")}
        value={null}
        onChange={add}
        without={[unit.id, ...others.map(({ id }) => id), ...(draft.into === null ? [] : [draft.into.id])]}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {say("units.mergeWithHint", { name: unit.name })}
      </Text>
      {others.map((other) => (
        <Group key={other.id} gap="xs" wrap="nowrap" mt={4}>
          <CloseButton
            size="sm"
            aria-label={say("units.mergeLess", { name: other.name })}
            onClick={() => onChange({ others: others.filter(({ id }) => id !== other.id) })}
          />
          <Text size="sm">{other.name}</Text>
        </Group>
      ))}
    </div>
  );
}

/** Name, code, kind and place of the unit that the merger makes. */
function NewUnit({ draft, onChange }: PartProps): ReactNode {
  const say = useText();
  const kinds = useQuery(unitKindsQuery);
  const { made } = draft;
  const change = (part: Partial<NewSuccessor>): void => onChange({ made: { ...made, ...part } });
  return (
    <>
      <TextInput
        label={say("units.newUnitName")}
        required
        withAsterisk={false}
        value={made.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={say("units.code")}
        description={say("units.codeHint")}
        required
        withAsterisk={false}
        value={made.code}
        onChange={(event) => change({ code: event.currentTarget.value })}
      />
      <Select
        label={say("units.kind")}
        data={(kinds.data?.items ?? []).map((one) => ({ value: one.kind, label: one.name }))}
        value={made.kind}
        onChange={(kind) => change({ kind })}
      />
      <UnitSelect
        label={say("units.parent")}
        value={made.parent}
        onChange={(parent) => change({ parent })}
        clearable
      />
    </>
  );
}

function Form({ unit, parent, onClose }: MergeDialogProps & { parent: UnitName | null }): ReactNode {
  const say = useText();
  const settle = useSettle(onClose);
  const [draft, setDraft] = useState(() => emptyMerger(unit, parent, dayOf(new Date())));
  const change = (part: Partial<MergerDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const ready = mergerOf(unit.id, draft);
  const merge = useMutation({
    mutationFn: (body: Merger) => take(api.POST("/units/merge", { body })),
    onSuccess: ({ name }, { predecessors }) =>
      settle(
        predecessors.length === 1
          ? say("units.merged", { name: unit.name, into: name })
          : say("units.mergedMany", { count: predecessors.length, into: name }),
      ),
  });
  return (
    <ConfirmDialog
      opened
      title={say("units.merge")}
      confirm={say("units.merge")}
      busy={merge.isPending}
      disabled={ready === null}
      error={merge.error}
      onConfirm={() => ready !== null && merge.mutate(ready)}
      onClose={onClose}
    >
      <Text c="dimmed">{say("units.mergeHint", { name: unit.name })}</Text>
      <Others unit={unit} draft={draft} onChange={change} />
      <Radio.Group
        label={say("units.mergeTarget")}
        value={draft.target}
        onChange={(target) => change({ target: target === "new" ? "new" : "there" })}
      >
        <Group gap="lg" mt={4}>
          <Radio value="there" label={say("units.mergeThere")} />
          <Radio value="new" label={say("units.mergeNew")} />
        </Group>
      </Radio.Group>
      {draft.target === "there" ? (
        <UnitSelect
          label={say("units.mergeInto")}
          value={draft.into}
          onChange={(into) => change({ into })}
          without={[unit.id, ...draft.others.map(({ id }) => id)]}
          required
        />
      ) : (
        <NewUnit draft={draft} onChange={change} />
      )}
      <DayField label={say("units.from")} value={draft.on} onChange={(on) => change({ on })} required />
      <TextInput
        label={say("units.legalBasis")}
        description={say("units.legalBasisHint")}
        required
        withAsterisk={false}
        value={draft.legalBasis}
        onChange={(event) => change({ legalBasis: event.currentTarget.value })}
      />
    </ConfirmDialog>
  );
}

/** Asks what becomes of the unit; a new successor is first offered the place where the unit stands. */
export function MergeDialog({ unit, onClose }: MergeDialogProps): ReactNode {
  const { parentId } = unit;
  const parent = useQuery({ ...unitQuery(parentId ?? ""), enabled: parentId !== null });
  if (parentId !== null && parent.isPending) return null;
  return <Form unit={unit} parent={parent.data ?? null} onClose={onClose} />;
}
