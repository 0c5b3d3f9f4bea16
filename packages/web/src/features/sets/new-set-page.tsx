import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { api, take } from "../../api/client.js";
import { keptText } from "../../shared/kept-text.js";
import { Loaded } from "../../shared/loaded.js";
import { notice } from "../../shared/notice.js";
import { PageHeader } from "../../shared/page-header.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { setSourceQuery, setsQuery } from "./queries.js";
import { notesOfRefusal } from "./source-notes.js";
import { withVersion } from "./source-text.js";
import { type Checked, useSourceCheck, Workbench } from "./workbench.js";

const route = getRouteApi("/shell/sets/new");

interface NewSetProps {
  /** What the text begins with, where nothing unsent is kept. */
  first: string;
  /** Under which name the text is kept in this browser. */
  name: string;
}

function NewSet({ first, name }: NewSetProps): ReactNode {
  const say = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { account } = useSession();
  const kept = useMemo(() => keptText(account.id, name), [account.id, name]);
  const [text, setText] = useState(() => kept.text || first);
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = useSourceCheck(setChecked);
  const change = (next: string): void => {
    setText(next);
    kept.keep(next);
  };
  const create = useMutation({
    mutationFn: (source: string) => take(api.POST("/sets", { body: { source } })),
    onSuccess: async (set) => {
      kept.keep("");
      await queryClient.invalidateQueries({ queryKey: ["sets"] });
      notice(say("sets.created"));
      await navigate({
        to: "/sets/$setId/$version/edit",
        params: { setId: set.id, version: String(set.version) },
      });
    },
    onError: (error, source) => {
      const notes = notesOfRefusal(error);
      if (notes !== null) setChecked({ text: source, notes });
    },
  });
  const empty = text.trim() === "";
  return (
    <>
      <PageHeader
        back={{ to: "/sets", label: say("sets.title") }}
        title={say("sets.create")}
        description={say("sets.createLead")}
        actions={
          <>
            <Button
              variant="default"
              disabled={empty}
              loading={check.isPending}
              onClick={() => check.mutate(text)}
            >
              {say("sets.check")}
            </Button>
            <Button disabled={empty} loading={create.isPending} onClick={() => create.mutate(text)}>
              {say("sets.saveDraft")}
            </Button>
          </>
        }
      />
      <Workbench
        text={text}
        onChange={change}
        checked={checked}
        error={check.error ?? create.error}
        takesFile
        state={empty ? null : say("sets.editor.unsaved")}
      />
    </>
  );
}

function Continued({ from, version }: { from: string; version: number }): ReactNode {
  const source = useQuery(setSourceQuery(from, version));
  const sets = useQuery(setsQuery);
  return (
    <Loaded query={source}>
      {(text) => (
        <Loaded query={sets}>
          {({ items }) => {
            const versions = items.filter(({ id }) => id === from).map((set) => set.version);
            const next = Math.max(version, ...versions) + 1;
            return <NewSet first={withVersion(text, next)} name={`set ${from}@${next}`} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

/** A new draft: from a file, pasted, or as the next version of a set that is there. */
export function NewSetPage(): ReactNode {
  const { from, version } = route.useSearch();
  return from !== undefined && version !== undefined ? (
    <Continued key={`${from}@${version}`} from={from} version={version} />
  ) : (
    <NewSet key="empty" first="" name="set" />
  );
}
