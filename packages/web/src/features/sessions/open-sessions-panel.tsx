import { Button } from "@mantine/core";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, take } from "../../api/client.js";
import type { OpenSession } from "../../api/contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { Loaded } from "../../shared/loaded.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { Chip } from "../../shared/state-chip.js";
import { type Say, useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { deviceOf } from "./device.js";

const openSessionsQuery = queryOptions({
  queryKey: ["session", "all"],
  queryFn: () => take(api.GET("/session/all")),
});

function deviceName(say: Say, { userAgent }: OpenSession): string {
  const { browser, system } = deviceOf(userAgent);
  if (browser === "" || system === "") return browser || system || say("sessions.otherDevice");
  return say("sessions.browserOn", { browser, system });
}

/** Where the account is signed in, and ending any of these. */
export function OpenSessionsPanel(): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const queryClient = useQueryClient();
  const query = useQuery(openSessionsQuery);
  const end = useMutation({
    mutationFn: (id: string) => take(api.DELETE("/session/all/{id}", { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: openSessionsQuery.queryKey }),
  });
  const columns: Column<OpenSession>[] = [
    { id: "device", header: say("sessions.device"), main: true, cell: (row) => deviceName(say, row) },
    { id: "address", header: say("sessions.address"), cell: ({ address }) => address },
    { id: "since", header: say("sessions.since"), cell: ({ createdAt }) => dateTime(createdAt) },
    { id: "seen", header: say("sessions.lastSeen"), cell: ({ lastSeenAt }) => dateTime(lastSeenAt) },
    {
      id: "end",
      header: say("shared.actions"),
      quiet: true,
      align: "end",
      fit: true,
      cell: (row) =>
        row.current ? (
          <Chip tone="accent">{say("sessions.current")}</Chip>
        ) : (
          <Button
            variant="default"
            size="xs"
            aria-label={say("sessions.endOne", { device: deviceName(say, row) })}
            loading={end.isPending && end.variables === row.id}
            onClick={() => end.mutate(row.id)}
          >
            {say("sessions.end")}
          </Button>
        ),
    },
  ];
  return (
    <Panel title={say("sessions.open")} note={say("sessions.openNote")} flush>
      <ProblemAlert error={end.error} />
      <Loaded query={query}>
        {({ items }) => (
          <DataList caption={say("sessions.open")} columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </Loaded>
    </Panel>
  );
}
