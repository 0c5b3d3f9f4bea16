/** Ends a query with its outcome, and why. */
import { Radio, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AskedQuery, QueryOutcome } from "../../api/appraisal-contract.js";
import { api, ifMatch, take } from "../../api/client.js";
import { isProblem } from "../../api/problem.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { askedQuery, noteChanged } from "./reads.js";

const outcomes: readonly QueryOutcome[] = ["accepted", "partly-accepted", "rejected", "withdrawn"];

/** A rejected one needs words; the unit reads them. */
export function CloseDialog({ query, onClose }: { query: AskedQuery; onClose(): void }): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<QueryOutcome | null>(null);
  const [note, setNote] = useState("");
  const close = useMutation({
    mutationFn: (chosen: QueryOutcome) =>
      take(
        api.POST("/queries/{id}/close", {
          params: { path: { id: query.id } },
          headers: ifMatch(query.version),
          body: { outcome: chosen, note: note.trim() === "" ? null : note.trim() },
        }),
      ),
    onSuccess: async (changed) => {
      notice(say("queries.done.closed"));
      onClose();
      await noteChanged(client, changed);
    },
    onError: (error) => {
      if (isProblem(error, "changed-meanwhile")) void client.invalidateQueries(askedQuery(query.id));
    },
  });
  const needsNote = query.kind === "complaint" || outcome === "rejected" || outcome === "partly-accepted";
  return (
    <ConfirmDialog
      opened
      title={say("queries.close")}
      confirm={say("queries.close")}
      busy={close.isPending}
      disabled={outcome === null || (needsNote && note.trim() === "")}
      error={close.error}
      onConfirm={() => outcome !== null && close.mutate(outcome)}
      onClose={onClose}
    >
      <Radio.Group
        label={say("queries.outcome")}
        value={outcome}
        onChange={(value) => setOutcome(value as QueryOutcome)}
      >
        <Stack gap="xs" mt="xs">
          {outcomes.map((one) => (
            <Radio
              key={one}
              value={one}
              label={say(`queries.outcome.${one}`)}
              description={say(`queries.outcomeHint.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={say("queries.note")}
        {...(needsNote ? { description: say("queries.noteNeeded") } : {})}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
