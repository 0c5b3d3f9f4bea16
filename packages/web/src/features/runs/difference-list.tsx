import { Button, SegmentedControl } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { RunDifference } from "../../api/results-contract.js";
import { differenceOf } from "../../shared/decimal.js";
import { EmptyState } from "../../shared/empty-state.js";
import { matches } from "../../shared/matches.js";
import { SearchField } from "../../shared/search-field.js";
import { SignedPoints } from "../../shared/signed-points.js";
import { useText } from "../../shared/text.js";
import { Toolbar } from "../../shared/toolbar.js";
import { useFormat } from "../../shared/use-format.js";
import { byIndicator, bySize, countsOf, type IndicatorDifference } from "./differences.js";
import classes from "./runs.module.css";

const PAGE = 40;

interface Change {
  before: string;
  after: string;
}

/** "40 → 38,5 (−1,5)"; read out as before and after. */
function Points({ before, after }: Change): ReactNode {
  const say = useText();
  const { points } = useFormat();
  return (
    <span className={classes.change}>
      <span className="for-readers">{say("runs.before")}</span>
      {points(before)}
      <span aria-hidden> → </span>
      <span className="for-readers">{say("runs.after")}</span>
      <strong>{points(after)}</strong> (<SignedPoints value={differenceOf(after, before)} />)
    </span>
  );
}

function Ranks({ before, after }: { before: number | null; after: number | null }): ReactNode {
  const say = useText();
  const none = say("shared.none");
  if (before === after)
    return <span className={classes.dimmed}>{say("runs.rankSame", { rank: after ?? none })}</span>;
  return <span>{say("runs.rankMoves", { before: before ?? none, after: after ?? none })}</span>;
}

interface Cause {
  cause: RunDifference["codes"][number]["cause"];
  reason: string | null;
}

function Why({ cause, reason }: Cause): ReactNode {
  const say = useText();
  return (
    <span className={classes.why}>
      {say(`runs.cause.${cause}`)}
      {reason !== null && reason !== "" && `: ${reason}`}
    </span>
  );
}

function UnitDifference({ item }: { item: RunDifference }): ReactNode {
  const say = useText();
  const [opened, setOpened] = useState(false);
  return (
    <details className={classes.item} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <span className={classes.name}>
          {item.unit.name}
          <span className={`line ${classes.dimmed}`}>
            {say("runs.codesChanged", { count: item.codes.length })}
          </span>
        </span>
        <span className={classes.figures}>
          <Points before={item.totalBefore} after={item.totalAfter} />
          <span className="line">
            <Ranks before={item.rankBefore} after={item.rankAfter} />
          </span>
        </span>
      </summary>
      {opened && (
        <ul className={classes.codes}>
          {item.codes.map(({ code, title, before, after, cause, reason }) => (
            <li key={code}>
              <span>
                {code} {title}
                <Why cause={cause} reason={reason} />
              </span>
              <Points before={before} after={after} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function CodeDifference({ item }: { item: IndicatorDifference }): ReactNode {
  const say = useText();
  const [opened, setOpened] = useState(false);
  return (
    <details className={classes.item} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <span className={classes.name}>
          {item.code} {item.title}
        </span>
        <span className={classes.figures}>
          <SignedPoints value={item.change} />
          <span className={`line ${classes.dimmed}`}>
            {say("runs.unitsChanged", { count: item.units.length })}
          </span>
        </span>
      </summary>
      {opened && (
        <ul className={classes.codes}>
          {item.units.map(({ unit, before, after, cause, reason }) => (
            <li key={unit.id}>
              <span>
                {unit.name}
                <Why cause={cause} reason={reason} />
              </span>
              <Points before={before} after={after} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** Who and what changes between two compilations; by unit or by indicator, searched, a stretch at a time. */
export function DifferenceList({ differences }: { differences: readonly RunDifference[] }): ReactNode {
  const say = useText();
  const [by, setBy] = useState<"unit" | "indicator">("unit");
  const [words, setWords] = useState("");
  const [count, setCount] = useState(PAGE);
  const units = useMemo(() => bySize(differences), [differences]);
  const indicators = useMemo(() => byIndicator(differences), [differences]);
  if (differences.length === 0)
    return <EmptyState title={say("runs.noDifferences")}>{say("runs.noDifferencesDetail")}</EmptyState>;
  const shownUnits = units.filter(({ unit }) => matches(unit.name, words));
  const shownIndicators = indicators.filter(({ code, title }) => matches(`${code} ${title}`, words));
  const length = by === "unit" ? shownUnits.length : shownIndicators.length;
  return (
    <>
      <p className={classes.counts}>{say("runs.differenceCounts", countsOf(differences))}</p>
      <Toolbar>
        <SearchField label={say("runs.findDifference")} onSearch={setWords} />
        <SegmentedControl
          aria-label={say("runs.differencesBy")}
          data={[
            { value: "unit", label: say("runs.byUnit") },
            { value: "indicator", label: say("runs.byIndicator") },
          ]}
          value={by}
          onChange={setBy}
        />
      </Toolbar>
      {by === "unit"
        ? shownUnits.slice(0, count).map((item) => <UnitDifference key={item.unit.id} item={item} />)
        : shownIndicators.slice(0, count).map((item) => <CodeDifference key={item.code} item={item} />)}
      {length === 0 && <EmptyState title={say("results.noneFound")} />}
      {length > count && (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setCount(count + PAGE)}>
            {say("shared.more")}
          </Button>
        </div>
      )}
    </>
  );
}
