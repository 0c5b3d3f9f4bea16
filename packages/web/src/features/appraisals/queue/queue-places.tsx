/** The units, or the indicators, that a queue can be narrowed to, each with how much of it is judged. */
import { Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { AppraisalSummary } from "../../../api/appraisal-contract.js";
import { matches } from "../../../shared/matches.js";
import { SearchField } from "../../../shared/search-field.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { MeterBar } from "../overview/meter-bar.js";
import classes from "./queue.module.css";
import type { QueueBy } from "./queue-search.js";

interface Place {
  readonly id: string;
  readonly name: string;
  readonly judged: number;
  readonly total: number;
  readonly openQueries: number;
}

/** The places of a summary, in the order of the set or of the units. */
export function placesOf(summary: AppraisalSummary | undefined, by: QueueBy): Place[] {
  if (summary === undefined) return [];
  return by === "unit"
    ? summary.units.map(({ unit, ...rest }) => ({ ...rest, id: unit.id, name: unit.name }))
    : summary.indicators.map(({ code, title, ...rest }) => ({ ...rest, id: code, name: `${code} ${title}` }));
}

interface QueuePlacesProps {
  readonly by: QueueBy;
  readonly places: readonly Place[];
  readonly chosen: string | undefined;
  onChoose(id: string | undefined): void;
}

/** A list at the side; where there is no room for it, QueuePlaceSelect stands in its stead. */
export function QueuePlaces({ by, places, chosen, onChoose }: QueuePlacesProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const [words, setWords] = useState("");
  const shown = words === "" ? places : places.filter(({ name }) => matches(name, words));
  return (
    <nav className={classes.places} aria-label={say(`appraisals.places.${by}`)}>
      <SearchField label={say(`appraisals.places.find.${by}`)} onSearch={setWords} />
      <ul>
        <li>
          <button
            type="button"
            className={classes.place}
            aria-current={chosen === undefined}
            onClick={() => onChoose(undefined)}
          >
            <span className={classes.placeName}>{say(`appraisals.places.all.${by}`)}</span>
          </button>
        </li>
        {shown.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className={classes.place}
              aria-current={chosen === place.id}
              title={place.name}
              onClick={() => onChoose(place.id)}
            >
              <span className={classes.placeName}>{place.name}</span>
              <span className={classes.placeFigure}>
                {number(place.judged)}/{number(place.total)}
              </span>
              <MeterBar part={place.judged} whole={place.total} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same choice as a field. */
export function QueuePlaceSelect({ by, places, chosen, onChoose }: QueuePlacesProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  return (
    <Select
      className={classes.placeSelect ?? ""}
      aria-label={say(`appraisals.places.${by}`)}
      placeholder={say(`appraisals.places.all.${by}`)}
      searchable
      clearable
      nothingFoundMessage={say("appraisals.places.nothing")}
      data={places.map(({ id, name, judged, total }) => ({
        value: id,
        label: `${name} (${number(judged)}/${number(total)})`,
      }))}
      filter={({ options, search }) =>
        options.filter((option) => "label" in option && matches(option.label, search))
      }
      value={chosen ?? null}
      onChange={(id) => onChoose(id ?? undefined)}
    />
  );
}
