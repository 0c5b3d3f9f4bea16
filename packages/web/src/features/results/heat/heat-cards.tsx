import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { HeatMap } from "../../../api/results-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./heat.module.css";
import { percentOf, tintOf } from "./heat-table.js";

type HeatUnit = HeatMap["units"][number];

const PAGE = 30;

function UnitCard({ unit, map }: { unit: HeatUnit; map: HeatMap }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const [opened, setOpened] = useState(false);
  const full = unit.shares.filter((share) => share !== null && share >= 1).length;
  const none = unit.shares.filter((share) => share === 0).length;
  return (
    <li className={classes.card}>
      <details onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <span className={classes.cardRank}>
            {unit.rank === null ? say("shared.none") : number(unit.rank)}
          </span>
          <span className={classes.cardName}>
            {unit.name}
            <span className={`line ${classes.cardNote}`}>
              {say("results.heat.summary", { full, none, total: unit.shares.length })}
            </span>
            <span className={classes.strip} aria-hidden>
              {unit.shares.map((share, place) => (
                <span key={map.indicators[place]?.code} className={classes.square} {...tintOf(share)} />
              ))}
            </span>
          </span>
        </summary>
        {opened && (
          <ul className={classes.list}>
            {unit.shares.map((share, place) => (
              <li key={map.indicators[place]?.code} className={classes.listed}>
                <span>
                  {map.indicators[place]?.code} {map.indicators[place]?.title}
                </span>
                <span className={classes.percent} {...tintOf(share)}>
                  {share === null
                    ? say("shared.none")
                    : say("results.percent", { share: percentOf(share, "") })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}

/** The heat map for a phone: a card for each unit, its indicators when it is opened. */
export function HeatCards({ map }: { map: HeatMap }): ReactNode {
  const say = useText();
  const [count, setCount] = useState(PAGE);
  return (
    <>
      <ul className={classes.cards}>
        {map.units.slice(0, count).map((unit) => (
          <UnitCard key={unit.id} unit={unit} map={map} />
        ))}
      </ul>
      {map.units.length > count && (
        <div className={classes.more}>
          <Button variant="default" fullWidth onClick={() => setCount(count + PAGE)}>
            {say("shared.more")}
          </Button>
        </div>
      )}
    </>
  );
}
