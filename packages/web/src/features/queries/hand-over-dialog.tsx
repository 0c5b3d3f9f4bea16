/** Hands a query to somebody else to follow: who may judge it, or whoever coordinates. */
import { Select, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AskedQuery } from "../../api/appraisal-contract.js";
import { api, ifMatch, take } from "../../api/client.js";
import { isProblem } from "../../api/problem.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { matches } from "../../shared/matches.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { askedQuery, noteChanged, ownersQuery } from "./reads.js";

/** Stands for nobody in person. */
const COORDINATORS = "coordinators";

/** The new owner is told. */
export function HandOverDialog({ query, onClose }: { query: AskedQuery; onClose(): void }): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const { data, error } = useQuery(ownersQuery(query.id));
  const now = query.owner?.id ?? COORDINATORS;
  const [owner, setOwner] = useState<string | null>(now);
  const handOver = useMutation({
    mutationFn: (to: string) =>
      take(
        api.PATCH("/queries/{id}", {
          params: { path: { id: query.id } },
          headers: ifMatch(query.version),
          body: { ownerId: to === COORDINATORS ? null : to },
        }),
      ),
    onSuccess: async (changed) => {
      notice(
        say("queries.done.handed", { who: changed.owner?.displayName ?? say("shared.role.coordinator") }),
      );
      onClose();
      await noteChanged(client, changed);
    },
    onError: (problem) => {
      if (isProblem(problem, "changed-meanwhile")) void client.invalidateQueries(askedQuery(query.id));
    },
  });
  const people = (data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <ConfirmDialog
      opened
      title={say("queries.handOver")}
      confirm={say("queries.handOver")}
      busy={handOver.isPending}
      disabled={owner === null || owner === now}
      error={error ?? handOver.error}
      onConfirm={() => owner !== null && handOver.mutate(owner)}
      onClose={onClose}
    >
      <Text size="sm">{say("queries.handOverLead")}</Text>
      <Select
        label={say("queries.column.owner")}
        searchable
        allowDeselect={false}
        data={[{ value: COORDINATORS, label: say("shared.role.coordinator") }, ...people]}
        filter={({ options, search }) =>
          options.filter((option) => "label" in option && matches(option.label, search))
        }
        value={owner}
        onChange={setOwner}
      />
    </ConfirmDialog>
  );
}
