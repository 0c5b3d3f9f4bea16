/** The set becomes a draft: under which name and version, with what still open, and whether published numbers go along. */
import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../../api/client.js";
import type { SetImport } from "../../../api/contract.js";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { notice } from "../../../shared/notice.js";
import { useText } from "../../../shared/text.js";
import { setsQuery } from "../../sets/queries.js";
import { notesOfRefusal } from "../../sets/source-notes.js";
import { SourceNotesList } from "../../sets/source-notes-list.js";
import { composeSet, countOf, rowViews } from "../model/compose.js";
import { keepsFromPublishing } from "../model/findings.js";
import type { ImportedSet, ImportFinding, SetDecisions } from "../model/import-work.js";
import { importQuery, importsQuery } from "../queries.js";
import classes from "../set-import.module.css";

interface SaveDialogProps {
  readonly made: SetImport;
  readonly place: number;
  readonly imported: ImportedSet;
  readonly decisions: SetDecisions;
  readonly findings: readonly ImportFinding[];
  onClose(): void;
}

/** What names a set in addresses and files. */
const isSetId = (id: string): boolean => /^[a-z0-9][a-z0-9-]*$/.test(id);

export function SaveDialog(props: SaveDialogProps): ReactNode {
  const { made, place, imported, decisions, findings, onClose } = props;
  const say = useText();
  const set = composeSet(imported, decisions);
  const sets = useQuery(setsQuery);
  const [id, setId] = useState(set.id);
  const newest = Math.max(
    0,
    ...(sets.data?.items ?? []).filter((one) => one.id === id).map((one) => one.version),
  );
  const [typed, setTyped] = useState<number | null>(null);
  const version = typed ?? Math.max(set.version, newest + 1);
  const unreproduced = findings.filter(keepsFromPublishing).length;
  const [cases, setCases] = useState(unreproduced === 0);
  const save = useSaving(made, place);
  const { open } = countOf(rowViews(imported, decisions), "all");
  const refused = notesOfRefusal(save.error);
  return (
    <ConfirmDialog
      opened
      title={say("imports.save.title")}
      confirm={say("imports.save.confirm")}
      busy={save.isPending}
      disabled={!isSetId(id)}
      error={refused === null ? save.error : null}
      onConfirm={() =>
        save.mutate({
          source: { ...set, id, version },
          cases: cases && imported.cases.length > 0,
        })
      }
      onClose={onClose}
    >
      <p>{say(open === 0 ? "imports.save.lead" : "imports.save.open", { open })}</p>
      <div className={classes.pair}>
        <TextInput
          label={say("imports.save.id")}
          description={say("imports.save.idHint")}
          value={id}
          autoCapitalize="none"
          autoComplete="off"
          error={isSetId(id) ? undefined : say("imports.save.idWrong")}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        <NumberInput
          label={say("imports.save.version")}
          allowDecimal={false}
          min={1}
          hideControls
          value={version}
          onChange={(value) => setTyped(typeof value === "number" ? value : null)}
        />
      </div>
      {imported.cases.length > 0 && (
        <Checkbox
          checked={cases}
          label={say("imports.save.cases")}
          description={say(unreproduced === 0 ? "imports.save.casesHold" : "imports.save.casesFail", {
            count: unreproduced,
          })}
          onChange={(event) => setCases(event.currentTarget.checked)}
        />
      )}
      {refused !== null && <SourceNotesList notes={refused} onGoTo={onClose} />}
    </ConfirmDialog>
  );
}

function useSaving(made: SetImport, place: number) {
  const say = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ source, cases }: { source: object; cases: boolean }) =>
      take(
        api.POST("/set-imports/{id}/drafts", {
          params: { path: { id: made.id } },
          headers: ifMatch(made.lockVersion),
          body: { set: place, source: { ...source }, cases },
        }),
      ),
    onSuccess: async ({ id, version }) => {
      void queryClient.invalidateQueries({ queryKey: ["sets"] });
      void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
      void queryClient.invalidateQueries({ queryKey: importQuery(made.id).queryKey, exact: true });
      notice(say("sets.created"));
      await navigate({ to: "/sets/$setId/$version", params: { setId: id, version: String(version) } });
    },
  });
}
