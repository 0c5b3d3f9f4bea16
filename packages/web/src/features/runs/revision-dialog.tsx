/** "Mở điều chỉnh": why, for which units, and until when they may be appraised once more. */
import { MultiSelect, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { Run } from "../../api/results-contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DayField } from "../../shared/day-field.js";
import { dayOf, endOfDay } from "../../shared/format.js";
import { matches } from "../../shared/matches.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { campaignQuery } from "../campaigns/queries.js";
import { useForget } from "./forget.js";

/** Names listed at once: of thousands one types a few letters. */
const LISTED = 60;

/** A day is needed where the stage's own is over: without it nobody could appraise anything. */
export function RevisionDialog({ run, onClose }: { run: Run; onClose(): void }): ReactNode {
  const say = useText();
  const { date, number } = useFormat();
  const forget = useForget();
  const { data: campaign } = useQuery(campaignQuery(run.campaignId));
  const [reason, setReason] = useState("");
  const [whose, setWhose] = useState<"all" | "some">("all");
  const [units, setUnits] = useState<string[]>([]);
  const [due, setDue] = useState("");
  const stageEnd = campaign?.stages.find(({ stage }) => stage === "appraise")?.dueAt;
  const over = stageEnd !== undefined && new Date(stageEnd) < new Date();
  const revise = useMutation({
    mutationFn: () =>
      take(
        api.POST("/campaigns/{id}/revisions", {
          params: { path: { id: run.campaignId } },
          body: {
            reason: reason.trim(),
            ...(whose === "all" ? {} : { unitIds: units }),
            ...(due === "" ? {} : { dueAt: endOfDay(due) }),
          },
        }),
      ),
    onSuccess: async ({ reopened }) => {
      await forget();
      notice(say("runs.revised", { number: String(run.number), count: reopened }));
      onClose();
    },
  });
  const today = dayOf(new Date());
  const lacks =
    reason.trim() === "" ||
    (whose === "some" && units.length === 0) ||
    (over && due === "") ||
    (due !== "" && due < today);
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={say("runs.revise")}
      confirm={say("runs.revise")}
      busy={revise.isPending}
      disabled={lacks}
      error={revise.error}
      onConfirm={() => revise.mutate()}
      onClose={onClose}
    >
      <Text>{say("runs.reviseDetail", { number: String(run.number) })}</Text>
      <Textarea
        label={say("runs.reason")}
        description={say("runs.reasonHint")}
        required
        withAsterisk={false}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Radio.Group
        label={say("runs.reviseWhose")}
        value={whose}
        onChange={(next) => setWhose(next === "some" ? "some" : "all")}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={say("runs.reviseAll", { units: number(run.units) })} />
          <Radio value="some" label={say("runs.reviseSome")} />
        </Stack>
      </Radio.Group>
      {whose === "some" && (
        <MultiSelect
          label={say("runs.reviseUnits")}
          searchable
          hidePickedOptions
          limit={LISTED}
          nothingFoundMessage={say("results.noneFound")}
          data={(campaign?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))}
          filter={({ options, search, limit }) =>
            options.filter((option) => "label" in option && matches(option.label, search)).slice(0, limit)
          }
          value={units}
          onChange={setUnits}
        />
      )}
      <div>
        <DayField label={say("runs.reviseDue")} value={due} min={today} onChange={setDue} required={over} />
        <Text size="sm" c="dimmed" mt={4}>
          {stageEnd === undefined
            ? say("runs.reviseDueFree")
            : say(over ? "runs.reviseDueOver" : "runs.reviseDueOpen", { date: date(stageEnd) })}
        </Text>
      </div>
    </ConfirmDialog>
  );
}
