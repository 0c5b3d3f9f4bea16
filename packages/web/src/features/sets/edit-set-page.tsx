import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { IndicatorSet } from "../../api/contract.js";
import { isProblem } from "../../api/problem.js";
import { keptText } from "../../shared/kept-text.js";
import { Loaded } from "../../shared/loaded.js";
import { notice } from "../../shared/notice.js";
import { PageHeader } from "../../shared/page-header.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { DraftConflictDialog, PublishDialog } from "./draft-dialogs.js";
import { keptEdit } from "./kept-edit.js";
import { setQuery, setSourceQuery } from "./queries.js";
import { notesOfRefusal } from "./source-notes.js";
import { type Checked, useSourceCheck, Workbench } from "./workbench.js";

const route = getRouteApi("/shell/sets/$setId/$version/edit");

interface DraftProps {
  set: IndicatorSet;
  /** The text as it is stored. */
  source: string;
}

/** The text being edited, over which stored version it stands, and what both were when somebody else saved between. */
function useDraft({ set, source }: DraftProps) {
  const queryClient = useQueryClient();
  const { account } = useSession();
  const kept = useMemo(
    () => keptEdit(keptText(account.id, `set ${set.id}@${set.version} edit`)),
    [account.id, set.id, set.version],
  );
  const [first] = useState(() => kept.read());
  const [text, setText] = useState(first?.text ?? source);
  const [base, setBase] = useState(first?.base ?? set.lockVersion);
  const [theirs, setTheirs] = useState<{ text: string; version: number } | null>(null);
  const path = { id: set.id, version: set.version };
  const change = (next: string, over = base): void => {
    setText(next);
    setBase(over);
    kept.keep(next === source && over === set.lockVersion ? null : { text: next, base: over });
  };
  const save = useMutation({
    mutationFn: ({ text: sent, over }: { text: string; over: number }) =>
      take(
        api.PUT("/sets/{id}/versions/{version}", {
          params: { path },
          headers: ifMatch(over),
          body: { source: sent },
        }),
      ),
    onSuccess: (saved, { text: sent }) => {
      queryClient.setQueryData(setSourceQuery(set.id, set.version).queryKey, sent);
      queryClient.setQueryData(setQuery(set.id, set.version).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ["sets"], exact: true });
      setBase(saved.lockVersion);
      // What was typed while it was being saved stays to be saved next.
      kept.keep(sent === text ? null : { text, base: saved.lockVersion });
    },
    onError: async (error) => {
      if (!isProblem(error, "changed-meanwhile")) return;
      const [now, stored] = await Promise.all([
        queryClient.fetchQuery({ ...setQuery(set.id, set.version), staleTime: 0 }),
        queryClient.fetchQuery({ ...setSourceQuery(set.id, set.version), staleTime: 0 }),
      ]);
      setTheirs({ text: stored, version: now.lockVersion });
    },
  });
  return { text, base, change, save, theirs, forgetTheirs: () => setTheirs(null) };
}

function EditSet({ set, source }: DraftProps): ReactNode {
  const say = useText();
  const { text, base, change, save, theirs, forgetTheirs } = useDraft({ set, source });
  const [checked, setChecked] = useState<Checked | null>({ text: source, notes: set.findings });
  const [publishing, setPublishing] = useState(false);
  const check = useSourceCheck(setChecked);
  const dirty = text !== source;
  const store = (over: number): void =>
    save.mutate(
      { text, over },
      {
        onSuccess: (saved) => {
          setChecked({ text, notes: saved.findings });
          notice(say("sets.saved"));
        },
        onError: (error) => {
          const notes = notesOfRefusal(error);
          if (notes !== null) setChecked({ text, notes });
        },
      },
    );
  return (
    <>
      <PageHeader
        back={{
          to: "/sets/$setId/$version",
          params: { setId: set.id, version: String(set.version) },
          label: set.title,
        }}
        title={say("sets.edit")}
        eyebrow={say("sets.versionOf", { id: set.id, version: set.version })}
        actions={
          <>
            <Button variant="default" loading={check.isPending} onClick={() => check.mutate(text)}>
              {say("sets.check")}
            </Button>
            <Button
              variant={dirty ? "filled" : "default"}
              disabled={!dirty}
              loading={save.isPending}
              onClick={() => store(base)}
            >
              {say("sets.saveDraft")}
            </Button>
            <Button
              variant={dirty ? "default" : "filled"}
              disabled={dirty}
              onClick={() => setPublishing(true)}
            >
              {say("sets.publish")}
            </Button>
          </>
        }
      />
      <Workbench
        text={text}
        onChange={(next) => change(next)}
        checked={checked}
        error={check.error ?? (isProblem(save.error, "changed-meanwhile") ? null : save.error)}
        takesFile
        state={dirty ? say("sets.editor.unsavedDraft") : say("sets.editor.saved")}
      />
      {publishing && <PublishDialog set={set} onClose={() => setPublishing(false)} />}
      {theirs !== null && (
        <DraftConflictDialog
          mine={text}
          theirs={theirs.text}
          onTakeTheirs={() => {
            change(theirs.text, theirs.version);
            forgetTheirs();
          }}
          onKeepMine={() => {
            forgetTheirs();
            store(theirs.version);
          }}
          onClose={forgetTheirs}
        />
      )}
    </>
  );
}

/** Editing a draft; a version that is published meanwhile leads to its page. */
export function EditSetPage(): ReactNode {
  const { setId, version } = route.useParams();
  const set = useQuery({ ...setQuery(setId, Number(version)), refetchOnWindowFocus: false });
  const source = useQuery(setSourceQuery(setId, Number(version)));
  return (
    <Loaded query={set}>
      {(detail) =>
        detail.status === "published" ? (
          <Navigate to="/sets/$setId/$version" params={{ setId, version }} replace />
        ) : (
          <Loaded query={source}>
            {(text) => <EditSet key={`${setId}@${version}`} set={detail} source={text} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}
