import { Button, Textarea } from "@mantine/core";
import { IconFileUpload, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, asForm, ifMatch, take } from "../../api/client.js";
import type { SetImportHead } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { DropPlace } from "../../shared/drop-place.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { importQuery, importsQuery } from "./queries.js";
import classes from "./set-import.module.css";

const ACCEPTED = ".docx,.xlsx,.csv,.tsv,.txt,.html,.htm";

/** Sends a document and goes to what was read of it. */
function useReading() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => take(api.POST("/set-imports", { body: { file }, bodySerializer: asForm })),
    onSuccess: async (made) => {
      queryClient.setQueryData(importQuery(made.id).queryKey, made);
      void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
      await navigate({ to: "/sets/new/import/$importId", params: { importId: made.id } });
    },
  });
}

/** A decision's text into a set: drop or choose the file, or paste the text; and the readings that are under way. */
export function ImportPage(): ReactNode {
  const say = useText();
  const reading = useReading();
  return (
    <>
      <PageHeader
        back={{ to: "/sets", label: say("sets.title") }}
        title={say("imports.title")}
        description={say("imports.lead")}
      />
      <div className={classes.bring}>
        <DropPlace
          icon={<IconFileUpload size={32} stroke={1.25} aria-hidden />}
          title={say("imports.drop")}
          formats={say("imports.formats")}
          choose={say("imports.choose")}
          primary
          accept={ACCEPTED}
          busy={reading.isPending ? say("imports.reading", { name: reading.variables.name }) : undefined}
          onFile={(file) => reading.mutate(file)}
        />
        <PastePlace busy={reading.isPending} onFile={(file) => reading.mutate(file)} />
      </div>
      <ProblemAlert error={reading.error} />
      <UnderWay />
    </>
  );
}

/** Text from a PDF, table and all. */
function PastePlace({ busy, onFile }: { busy: boolean; onFile(file: File): void }): ReactNode {
  const say = useText();
  const [text, setText] = useState("");
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault();
        onFile(new File([text], `${say("imports.pastedName")}.txt`, { type: "text/plain" }));
      }}
    >
      <Textarea
        label={say("imports.paste")}
        description={say("imports.pasteHint")}
        minRows={6}
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ""} loading={busy}>
        {say("imports.readText")}
      </Button>
    </form>
  );
}

function UnderWay(): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const query = useQuery(importsQuery);
  const [leaving, setLeaving] = useState<SetImportHead | null>(null);
  const columns: Column<SetImportHead>[] = [
    {
      id: "name",
      header: say("imports.document"),
      main: true,
      cell: ({ id, name, sets }) => (
        <>
          <Link to="/sets/new/import/$importId" params={{ importId: id }}>
            {sets[0]?.title ?? name}
          </Link>
          <div className={classes.quiet}>{name}</div>
        </>
      ),
    },
    {
      id: "counts",
      header: say("imports.counts"),
      cell: ({ sets }) =>
        say("imports.countsOf", {
          indicators: sets.reduce((sum, set) => sum + set.indicators, 0),
          doubtful: sets.reduce((sum, set) => sum + set.doubtful, 0),
          unread: sets.reduce((sum, set) => sum + set.unread, 0),
        }),
    },
    {
      id: "draft",
      header: say("imports.drafts"),
      cell: ({ drafts }) =>
        drafts.length === 0
          ? say("shared.none")
          : drafts.map(({ id, version }) => (
              <div key={`${id}@${version}`}>
                <Link to="/sets/$setId/$version" params={{ setId: id, version: String(version) }}>
                  {say("sets.versionOf", { id, version })}
                </Link>
              </div>
            )),
    },
    {
      id: "changed",
      header: say("imports.changed"),
      fit: true,
      cell: ({ changedAt }) => dateTime(changedAt),
    },
    { id: "by", header: say("imports.by"), cell: ({ by }) => by?.name ?? say("shared.none") },
    {
      id: "delete",
      header: say("shared.actions"),
      quiet: true,
      fit: true,
      cell: (made) => (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
          aria-label={say("imports.deleteOf", { name: made.name })}
          onClick={() => setLeaving(made)}
        >
          {say("imports.delete")}
        </Button>
      ),
    },
  ];
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length > 0 && (
          <div className={classes.underWay}>
            <Panel title={say("imports.underWay")} note={say("imports.underWayNote")} flush>
              <DataList
                caption={say("imports.underWay")}
                columns={columns}
                rows={items}
                rowKey={({ id }) => id}
              />
            </Panel>
            {leaving !== null && <DeleteDialog made={leaving} onClose={() => setLeaving(null)} />}
          </div>
        )
      }
    </Loaded>
  );
}

function DeleteDialog({ made, onClose }: { made: SetImportHead; onClose(): void }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      take(
        api.DELETE("/set-imports/{id}", {
          params: { path: { id: made.id } },
          headers: ifMatch(made.lockVersion),
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: importsQuery.queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={say("imports.deleteTitle")}
      confirm={say("imports.delete")}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{say("imports.deleteHint", { name: made.name })}</p>
    </ConfirmDialog>
  );
}
