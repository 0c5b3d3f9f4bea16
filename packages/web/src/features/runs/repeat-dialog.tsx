import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Run, RunRepeat } from "../../api/results-contract.js";
import { FactList } from "../../shared/fact-list.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { Hash } from "./hash.js";
import classes from "./runs.module.css";

interface RepeatDialogProps {
  run: Run;
  outcome: RunRepeat | null;
  error: unknown;
  onClose(): void;
}

function Outcome({ run, outcome }: { run: Run; outcome: RunRepeat }): ReactNode {
  const say = useText();
  const { same, first, resultHash } = outcome;
  return (
    <>
      <div className={same ? classes.same : classes.differs}>
        {same ? <IconCircleCheck size={24} aria-hidden /> : <IconAlertTriangle size={24} aria-hidden />}
        <Text fw={600}>{say(same ? "runs.repeatSame" : "runs.repeatDiffers")}</Text>
      </div>
      <Text>{say(same ? "runs.repeatSameDetail" : "runs.repeatDiffersDetail", { units: run.units })}</Text>
      {first !== null && (
        <FactList
          facts={[
            { label: say("runs.repeatWhere"), value: say(`runs.repeatWhat.${first.what}`) },
            ...(first.unit === null ? [] : [{ label: say("results.unit"), value: first.unit.name }]),
            ...(first.code === null ? [] : [{ label: say("results.indicator"), value: first.code }]),
            { label: say("runs.repeatStored"), value: first.stored ?? say("shared.none") },
            { label: say("runs.repeatFound"), value: first.found ?? say("shared.none") },
          ]}
        />
      )}
      <FactList
        facts={[
          { label: say("runs.resultHash"), value: <Hash value={run.resultHash} /> },
          { label: say("runs.repeatHash"), value: <Hash value={resultHash} /> },
        ]}
      />
    </>
  );
}

/** What came of scoring the stored input once more: the same, or the first thing that is not. */
export function RepeatDialog({ run, outcome, error, onClose }: RepeatDialogProps): ReactNode {
  const say = useText();
  return (
    <Modal
      opened={outcome !== null || error !== null}
      onClose={onClose}
      title={say("runs.repeatOf", { number: String(run.number) })}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <Stack gap="md">
        {outcome !== null && <Outcome run={run} outcome={outcome} />}
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say("shared.close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
