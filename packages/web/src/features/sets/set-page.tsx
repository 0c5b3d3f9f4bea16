import { Button, Stack } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { address } from "../../api/client.js";
import type { IndicatorSet } from "../../api/contract.js";
import { FactList } from "../../shared/fact-list.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { PlansPanel } from "../plans/plans-panel.js";
import { Decision } from "./decision.js";
import { DeleteDraftDialog, PublishDialog } from "./draft-dialogs.js";
import { FindingsPanel } from "./findings-panel.js";
import { setQuery, setSourceQuery } from "./queries.js";
import { SetContent } from "./set-content.js";

const route = getRouteApi("/shell/sets/$setId/$version");

/** What the coordinator may do with this version: a draft is edited, published or thrown away; a published one is continued. */
function SetActions({ set }: { set: IndicatorSet }): ReactNode {
  const say = useText();
  const [asked, setAsked] = useState<"publish" | "delete" | null>(null);
  const close = (): void => setAsked(null);
  if (set.status === "published")
    return (
      <LinkButton to="/sets/new" search={{ from: set.id, version: set.version }}>
        {say("sets.continue")}
      </LinkButton>
    );
  return (
    <>
      <Button variant="default" onClick={() => setAsked("delete")}>
        {say("sets.delete")}
      </Button>
      <LinkButton
        variant="default"
        to="/sets/$setId/$version/edit"
        params={{ setId: set.id, version: String(set.version) }}
      >
        {say("sets.edit")}
      </LinkButton>
      <Button onClick={() => setAsked("publish")}>{say("sets.publish")}</Button>
      {asked === "publish" && <PublishDialog set={set} onClose={close} />}
      {asked === "delete" && <DeleteDraftDialog set={set} onClose={close} />}
    </>
  );
}

interface DownloadProps {
  set: IndicatorSet;
  form: "source" | "workbook";
  /** Of the file. */
  name: string;
  label: string;
}

/** The set as a file that can be imported again without loss. */
function Download({ set, form, name, label }: DownloadProps): ReactNode {
  return (
    <Button
      component="a"
      href={address(`/sets/${encodeURIComponent(set.id)}/versions/${set.version}/${form}`)}
      download={name}
      variant="default"
      leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
    >
      {label}
    </Button>
  );
}

function SetHead({ set }: { set: IndicatorSet }): ReactNode {
  const say = useText();
  const { points, number } = useFormat();
  const makes = useHasRole("coordinator");
  return (
    <>
      <PageHeader
        back={{ to: "/sets", label: say("sets.title") }}
        title={set.title}
        eyebrow={say("sets.versionOf", { id: set.id, version: set.version })}
        actions={
          <>
            <Download set={set} form="source" name={`${set.id}.yaml`} label={say("sets.download")} />
            <Download
              set={set}
              form="workbook"
              name={`${set.id}.xlsx`}
              label={say("sets.downloadWorkbook")}
            />
            {makes && <SetActions set={set} />}
          </>
        }
      />
      <Panel>
        <FactList
          facts={[
            {
              label: say("sets.status"),
              value: (
                <Chip tone={set.status === "published" ? "good" : "neutral"}>
                  {say(`sets.${set.status}`)}
                </Chip>
              ),
            },
            {
              label: say("sets.max"),
              value: set.indicatorCount === 0 ? say("shared.none") : points(set.max),
            },
            {
              label: say("sets.indicators"),
              value: set.indicatorCount === 0 ? say("shared.none") : number(set.indicatorCount),
            },
            { label: say("sets.decision"), value: <Decision about={set.about} /> },
            { label: say("sets.hash"), value: set.hash.slice(0, 12) },
          ]}
        />
      </Panel>
    </>
  );
}

/** One version of a set, read by the same engine that scores: pillars, indicators, rule texts, findings. */
export function SetPage(): ReactNode {
  const { setId, version } = route.useParams();
  const set = useQuery(setQuery(setId, Number(version)));
  const source = useQuery(setSourceQuery(setId, Number(version)));
  return (
    <Loaded query={set}>
      {(detail) => (
        <Stack gap="lg">
          <div>
            <SetHead set={detail} />
          </div>
          <Loaded query={source}>{(text) => <SetContent source={text} />}</Loaded>
          <PlansPanel setId={detail.id} version={detail.version} />
          <FindingsPanel findings={detail.findings} folded />
        </Stack>
      )}
    </Loaded>
  );
}
