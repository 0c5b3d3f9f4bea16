import { Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { HeatMap, Ranking } from "../../../api/results-contract.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { Loaded } from "../../../shared/loaded.js";
import { matches } from "../../../shared/matches.js";
import { Panel } from "../../../shared/panel.js";
import { SearchField } from "../../../shared/search-field.js";
import { useText } from "../../../shared/text.js";
import { Toolbar } from "../../../shared/toolbar.js";
import { inGroup } from "../group-choice.js";
import { GroupSelect } from "../group-select.js";
import { heatMapQuery } from "../queries.js";
import type { RunSearch } from "../search.js";
import classes from "./heat.module.css";
import { HeatCards } from "./heat-cards.js";
import { HeatTable } from "./heat-table.js";

interface HeatViewProps {
  ranking: Ranking;
  group: string;
  run: RunSearch;
  onGroup(group: string): void;
}

/** The same map with the indicators of one pillar alone. */
function ofPillar(map: HeatMap, pillar: string | null): HeatMap {
  if (pillar === null) return map;
  const places = map.indicators.flatMap((indicator, place) => (indicator.pillar === pillar ? [place] : []));
  const at = <Item,>(items: readonly Item[]): Item[] =>
    places.map((place) => items[place]).filter((item) => item !== undefined);
  return {
    ...map,
    indicators: at(map.indicators),
    units: map.units.map((unit) => ({ ...unit, shares: at(unit.shares) })),
  };
}

/** What each unit reached of each indicator's maximum: a table, or a list by unit on a phone. */
export function HeatView({ ranking, group, run, onGroup }: HeatViewProps): ReactNode {
  const say = useText();
  const [words, setWords] = useState("");
  const [pillar, setPillar] = useState<string | null>(null);
  const narrow = useMediaQuery("(max-width: 47.99em)", undefined, { getInitialValueInEffect: false });
  const query = useQuery(heatMapQuery(ranking.campaign.id, run.run));
  const map = useMemo(
    () => query.data && ofPillar({ ...query.data, units: [...inGroup(query.data.units, group)] }, pillar),
    [query.data, group, pillar],
  );
  const shown = useMemo(
    () => map && { ...map, units: map.units.filter(({ name }) => matches(name, words)) },
    [map, words],
  );
  return (
    <Panel title={say("results.heatMap")} note={say("results.heatMapNote")} flush>
      <Toolbar>
        <SearchField label={say("results.search")} onSearch={setWords} />
        <GroupSelect groups={ranking.groups} value={group} all onChange={onGroup} />
        <Select
          aria-label={say("results.pillar")}
          placeholder={say("results.allPillars")}
          clearable
          w={{ base: "100%", sm: 260 }}
          data={ranking.pillars.map(({ code, title }) => ({ value: code, label: title }))}
          value={pillar}
          onChange={setPillar}
        />
      </Toolbar>
      <div className={classes.legend} aria-hidden>
        <span className={classes.swatch} data-share="0" />
        {say("results.heat.none")}
        <span className={classes.ramp} />
        {say("results.heat.some")}
        <span className={classes.swatch} data-share="1" />
        {say("results.heat.full")}
      </div>
      <Loaded query={query}>
        {() =>
          shown === undefined || shown.units.length === 0 ? (
            <EmptyState title={say("results.noneFound")} />
          ) : narrow ? (
            <HeatCards map={shown} />
          ) : (
            <HeatTable map={shown} />
          )
        }
      </Loaded>
    </Panel>
  );
}
