import { type ReactNode, useMemo } from "react";
import type { UnitResult } from "../../../api/results-contract.js";
import { ChartPanel } from "../../../shared/chart.js";
import { DataList } from "../../../shared/data-list.js";
import { useText } from "../../../shared/text.js";
import { radarOption } from "../radar.js";

type Spoke = UnitResult["radar"][number];

/** The unit against its group's best and middle, pillar by pillar, in shares of the maximum. */
export function RadarPanel({ radar }: { radar: readonly Spoke[] }): ReactNode {
  const say = useText();
  const percent = useMemo(
    () =>
      (share: number | null): string =>
        share === null
          ? say("shared.none")
          : say("results.percent", { share: String(Math.round(share * 100)) }),
    [say],
  );
  const option = useMemo(
    () =>
      radarOption(
        radar.map(({ title }) => title),
        [
          { name: say("results.own"), shares: radar.map(({ own }) => own) },
          { name: say("results.groupBest"), shares: radar.map(({ best }) => best) },
          { name: say("results.groupMedian"), shares: radar.map(({ median }) => median) },
        ],
        percent,
      ),
    [radar, say, percent],
  );
  const column = (id: "own" | "best" | "median", header: string) => ({
    id,
    header,
    align: "end" as const,
    fit: true,
    cell: (spoke: Spoke) => percent(spoke[id]),
  });
  return (
    <ChartPanel
      title={say("results.radar")}
      note={say("results.shareOfMax")}
      option={option}
      height={380}
      table={
        <DataList
          caption={say("results.radar")}
          columns={[
            { id: "pillar", header: say("results.pillar"), main: true, cell: ({ title }) => title },
            column("own", say("results.own")),
            column("best", say("results.groupBest")),
            column("median", say("results.groupMedian")),
          ]}
          rows={radar}
          rowKey={({ code }) => code}
        />
      }
    />
  );
}
