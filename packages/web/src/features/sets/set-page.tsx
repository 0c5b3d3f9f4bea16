import { Button, Stack } from "@mantine/core";
import { loadSet, type Problem as SetProblem } from "@opendti/engine";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { address } from "../../api/client.js";
import type { IndicatorSet, SetFinding } from "../../api/contract.js";
import { FactList } from "../../shared/fact-list.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { Decision } from "./decision.js";
import { FindingsPanel } from "./findings-panel.js";
import { IndicatorTree } from "./indicator-tree.js";
import { setQuery, setSourceQuery } from "./queries.js";

const route = getRouteApi("/shell/sets/$setId/$version");

/** A problem of a source that does not load, in the form in which findings are shown. */
function findingOf({ message, line, column }: SetProblem): SetFinding {
  return {
    severity: "error",
    code: "unreadable",
    at: `${line ?? 0}:${column ?? 0}`,
    message,
    expected: null,
    found: null,
    line: line ?? null,
  };
}

function SetContent({ source }: { source: string }): ReactNode {
  const loaded = useMemo(() => loadSet(source), [source]);
  return loaded.ok ? (
    <IndicatorTree set={loaded.value.set} />
  ) : (
    <FindingsPanel findings={loaded.problems.map(findingOf)} />
  );
}

function SetHead({ set }: { set: IndicatorSet }): ReactNode {
  const say = useText();
  const { points, number } = useFormat();
  return (
    <>
      <PageHeader
        back={{ to: "/sets", label: say("sets.title") }}
        title={set.title}
        eyebrow={say("sets.versionOf", { id: set.id, version: set.version })}
        actions={
          <Button
            component="a"
            href={address(`/sets/${encodeURIComponent(set.id)}/versions/${set.version}/source`)}
            download={`${set.id}.yaml`}
            variant="default"
            leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
          >
            {say("sets.download")}
          </Button>
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
          <FindingsPanel findings={detail.findings} folded />
        </Stack>
      )}
    </Loaded>
  );
}
