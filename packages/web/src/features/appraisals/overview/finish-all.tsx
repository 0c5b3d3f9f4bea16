/** Ends the appraising of every unit that is judged to its end, and tells what is left of the others. */
import { Button, Checkbox, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { FinishedAll } from "../../../api/appraisal-contract.js";
import { api, take } from "../../../api/client.js";
import { DataList } from "../../../shared/data-list.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";

/** The button, and its dialog. */
export function FinishAll({ campaignId }: { campaignId: string }): ReactNode {
  const say = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say("appraisals.finish.all")}</Button>
      {asking && <FinishAllDialog campaignId={campaignId} onClose={() => setAsking(false)} />}
    </>
  );
}

function FinishAllDialog({ campaignId, onClose }: { campaignId: string; onClose(): void }): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const [force, setForce] = useState(false);
  const [reason, setReason] = useState("");
  const finish = useMutation({
    mutationFn: () =>
      take(
        api.POST("/campaigns/{id}/finish", {
          params: { path: { id: campaignId } },
          body: { reason: force ? reason.trim() : null },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["appraisals", campaignId] }),
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say("appraisals.finish.all")}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <Stack gap="md">
        {finish.data === undefined ? (
          <>
            <p>{say("appraisals.finish.allText")}</p>
            <Checkbox
              label={say("appraisals.finish.forceAll")}
              checked={force}
              onChange={(event) => setForce(event.currentTarget.checked)}
            />
            {force && (
              <Textarea
                label={say("appraisals.finish.reason")}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
            <ProblemAlert error={finish.error} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {say("shared.cancel")}
              </Button>
              <Button
                loading={finish.isPending}
                disabled={force && reason.trim() === ""}
                onClick={() => finish.mutate()}
              >
                {say("appraisals.finish.all")}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Left done={finish.data} campaignId={campaignId} />
            <Group justify="flex-end">
              <Button onClick={onClose}>{say("shared.close")}</Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Left({ done, campaignId }: { done: FinishedAll; campaignId: string }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  return (
    <>
      <p role="status">
        {say("appraisals.finish.allDone", { count: done.finished, left: done.left.length })}
      </p>
      {done.left.length > 0 && (
        <DataList
          caption={say("appraisals.finish.leftTitle")}
          columns={[
            {
              id: "unit",
              header: say("appraisals.by.unitHead"),
              main: true,
              cell: ({ unit }) => (
                <Link
                  to="/campaigns/$campaignId/appraise"
                  params={{ campaignId }}
                  search={{ unit: unit.id, filter: "unjudged" }}
                >
                  {unit.name}
                </Link>
              ),
            },
            {
              id: "unjudged",
              header: say("appraisals.filter.unjudged"),
              align: "end",
              fit: true,
              cell: ({ unjudged }) => number(unjudged),
            },
            {
              id: "queries",
              header: say("queries.title"),
              align: "end",
              fit: true,
              cell: ({ openQueries }) => number(openQueries),
            },
          ]}
          rows={done.left}
          rowKey={({ assessmentId }) => assessmentId}
        />
      )}
    </>
  );
}
