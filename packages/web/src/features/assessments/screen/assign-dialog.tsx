/** The Office hands indicators to rooms and officers, many at a time. */
import { Button, Checkbox, Group, Modal, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Assignment } from "../../../api/assessment-contract.js";
import { api, take } from "../../../api/client.js";
import { notice } from "../../../shared/notice.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import type { PillarView } from "../scoring/view-model.js";
import { useDeclaration, useReread } from "./declaration.js";
import classes from "./dialogs.module.css";

/** Chosen from a list: `unit`, or `unit account`; empty takes the indicator back to the Office. */
function receiverOf(value: string): { unitId: string | null; accountId: string | null } {
  const [unitId, accountId] = value.split(" ");
  return { unitId: unitId || null, accountId: accountId || null };
}

function useAssign(onDone: () => void) {
  const say = useText();
  const reread = useReread();
  const { assessment } = useDeclaration();
  return useMutation({
    mutationFn: (change: { codes: readonly string[]; to: string }) =>
      take(
        api.PUT("/assessments/{id}/assignments", {
          params: { path: { id: assessment.id } },
          body: { items: change.codes.map((code) => ({ code, ...receiverOf(change.to) })) },
        }),
      ),
    onSuccess: async (_answer, { codes }) => {
      notice(say("assessments.assign.done", { count: codes.length }));
      onDone();
      await reread();
    },
  });
}

/** Pillars with their indicators to tick, and to whom they go. */
export function AssignDialog({ opened, onClose }: { opened: boolean; onClose(): void }): ReactNode {
  const say = useText();
  const { assessment, view } = useDeclaration();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState("");
  const assign = useAssign(() => setChosen(new Set()));
  const given = new Map(assessment.assignments.map((each) => [each.code, each]));
  const set = (codes: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const code of codes) {
      if (on) next.add(code);
      else next.delete(code);
    }
    setChosen(next);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={say("assessments.assign.title")}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <p className={classes.lead}>{say("assessments.assign.lead")}</p>
      <div className={classes.assignList}>
        {view.pillars.map((pillar) => (
          <PillarChoice key={pillar.item.address} pillar={pillar} chosen={chosen} given={given} onSet={set} />
        ))}
      </div>
      <div className={classes.assignFoot}>
        <NativeSelect
          label={say("assessments.assign.receiver")}
          value={to}
          data={[
            { value: "", label: say("assessments.assign.office") },
            ...assessment.rooms.flatMap((room) => [
              { value: room.id, label: room.name },
              ...room.officers.map((officer) => ({
                value: `${room.id} ${officer.id}`,
                label: `${room.name} · ${officer.displayName}`,
              })),
            ]),
          ]}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            disabled={chosen.size === 0}
            loading={assign.isPending}
            onClick={() => assign.mutate({ codes: [...chosen], to })}
          >
            {say("assessments.assign.confirm", { count: chosen.size })}
          </Button>
        </Group>
      </div>
      <ProblemAlert error={assign.error} />
    </Modal>
  );
}

function PillarChoice(props: {
  pillar: PillarView;
  chosen: ReadonlySet<string>;
  given: ReadonlyMap<string, Assignment>;
  onSet(codes: readonly string[], on: boolean): void;
}): ReactNode {
  const { pillar, chosen, given, onSet } = props;
  const codes = pillar.indicators.map(({ item }) => item.address);
  const count = codes.filter((code) => chosen.has(code)).length;
  return (
    <section>
      <Checkbox
        label={`${pillar.item.node.code} ${pillar.item.title}`}
        fw={600}
        checked={codes.length > 0 && count === codes.length}
        indeterminate={count > 0 && count < codes.length}
        onChange={(event) => onSet(codes, event.currentTarget.checked)}
      />
      <ul>
        {pillar.indicators.map(({ item }) => {
          const to = given.get(item.address);
          return (
            <li key={item.address}>
              <Checkbox
                label={`${item.node.code} ${item.title}`}
                description={
                  [to?.unit?.name, to?.account?.displayName].filter(Boolean).join(" · ") || undefined
                }
                checked={chosen.has(item.address)}
                onChange={(event) => onSet([item.address], event.currentTarget.checked)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
