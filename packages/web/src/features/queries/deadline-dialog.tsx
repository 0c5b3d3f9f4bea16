/** Gives a query more time. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AskedQuery } from "../../api/appraisal-contract.js";
import { api, ifMatch, take } from "../../api/client.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { DayField } from "../../shared/day-field.js";
import { dayOf, endOfDay } from "../../shared/format.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { noteChanged } from "./reads.js";

/** The new day counts to its end. */
export function DeadlineDialog({ query, onClose }: { query: AskedQuery; onClose(): void }): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const [due, setDue] = useState(dayOf(query.dueAt));
  const change = useMutation({
    mutationFn: () =>
      take(
        api.PATCH("/queries/{id}", {
          params: { path: { id: query.id } },
          headers: ifMatch(query.version),
          body: { dueAt: endOfDay(due) },
        }),
      ),
    onSuccess: async (changed) => {
      notice(say("queries.done.deadline"));
      onClose();
      await noteChanged(client, changed);
    },
  });
  return (
    <ConfirmDialog
      opened
      title={say("queries.changeDeadline")}
      confirm={say("shared.save")}
      busy={change.isPending}
      disabled={due === ""}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      <DayField label={say("queries.dueAt")} value={due} min={dayOf(new Date())} onChange={setDue} required />
    </ConfirmDialog>
  );
}
