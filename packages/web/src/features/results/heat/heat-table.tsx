import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useRef } from "react";
import type { HeatMap } from "../../../api/results-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./heat.module.css";

type HeatUnit = HeatMap["units"][number];

const ROW_PX = 33;
const HEAD_PX = 80;

/** A share of the maximum in whole percent; a dash where there is nothing to gain. */
export function percentOf(share: number | null, none: string): string {
  return share === null ? none : String(Math.round(share * 100));
}

/** How strongly a cell is tinted: full points stand out, no points have no tint. */
export function tintOf(share: number | null): { "data-share": string; style: Record<string, string> } {
  const kind = share === null ? "na" : share >= 1 ? "1" : share <= 0 ? "0" : "part";
  return { "data-share": kind, style: { "--tint": `${Math.round((share ?? 0) * 45)}%` } };
}

/** While one scrolls, only the rows that come into sight are drawn anew. */
const Row = memo(function Row({ unit, map }: { unit: HeatUnit; map: HeatMap }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const none = say("shared.none");
  return (
    <>
      <th scope="row" className={classes.unit}>
        <span className={classes.rank}>{unit.rank === null ? none : number(unit.rank)}</span>
        <span className={classes.name} title={unit.name}>
          {unit.name}
        </span>
      </th>
      {unit.shares.map((share, place) => {
        const indicator = map.indicators[place];
        return (
          <td
            key={indicator?.code}
            className={classes.cell}
            {...tintOf(share)}
            title={say("results.heat.cell", {
              unit: unit.name,
              indicator: `${indicator?.code ?? ""} ${indicator?.title ?? ""}`,
              share: percentOf(share, none),
            })}
          >
            {percentOf(share, none)}
          </td>
        );
      })}
    </>
  );
});

function Space({ height, columns }: { height: number; columns: number }): ReactNode {
  return height <= 0 ? null : (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}

/** Units down, indicators across, with the percentage in every cell; scrolls inside its own frame. */
export function HeatTable({ map }: { map: HeatMap }): ReactNode {
  const say = useText();
  const frame = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: map.units.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    paddingStart: HEAD_PX,
  });
  const items = virtualizer.getVirtualItems();
  const columns = map.indicators.length + 1;
  const before = (items[0]?.start ?? HEAD_PX) - HEAD_PX;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? HEAD_PX);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section ref={frame} className={classes.frame} tabIndex={0} aria-label={say("results.heatMap")}>
      <table className={classes.table} aria-rowcount={map.units.length + 1}>
        <caption className="for-readers">{say("results.heatMapNote")}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.corner}>
              {say("results.unit")}
            </th>
            {map.indicators.map(({ code, title }) => (
              <th key={code} scope="col" className={classes.code} title={`${code} ${title}`}>
                <span>{code}</span>
                <span className="for-readers">{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={before} columns={columns} />
          {items.map(({ index }) => {
            const unit = map.units[index];
            return unit === undefined ? null : (
              <tr key={unit.id} aria-rowindex={index + 2}>
                <Row unit={unit} map={map} />
              </tr>
            );
          })}
          <Space height={after} columns={columns} />
        </tbody>
      </table>
    </section>
  );
}
