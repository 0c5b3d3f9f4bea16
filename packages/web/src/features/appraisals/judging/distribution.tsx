/** How the points of a group lie, one's own place marked; the same as a table for those who do not see the picture. */
import type { ReactNode } from "react";
import type { GroupStanding } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { twoDecimals } from "../../assessments/values/two-decimals.js";
import classes from "./facts.module.css";
import { barsOf, placeIn } from "./histogram.js";

const [WIDTH, HEIGHT, FOOT] = [320, 72, 14];

interface DistributionProps {
  readonly group: Pick<GroupStanding, "bins" | "median" | "count">;
  readonly own: string;
  readonly max: string;
}

/** Bars, the middle as a line, the ends in figures. */
export function Distribution({ group, own, max }: DistributionProps): ReactNode {
  const say = useText();
  const { points, number } = useFormat();
  const { bins, median, count } = group;
  const bars = barsOf(bins, own);
  const middle = placeIn(bins, median) * WIDTH;
  const said = say("appraisals.group.picture", {
    count: number(count),
    own: points(own),
    median: points(twoDecimals(median)),
    max: points(max),
  });
  return (
    <figure className={classes.distribution}>
      <svg className={classes.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} role="img" aria-label={said}>
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={classes.axis} />
        {bars.map(({ bin, left, width, height, own: mine }) => (
          <rect
            key={`${bin.from} ${bin.to}`}
            x={left * WIDTH + 1}
            y={HEIGHT - height * (HEIGHT - 8)}
            width={Math.max(2, width * WIDTH - 2)}
            height={height * (HEIGHT - 8)}
            className={mine ? classes.barOwn : classes.barOther}
          />
        ))}
        <line x1={middle} x2={middle} y1="4" y2={HEIGHT} className={classes.median} />
        <text x="0" y={HEIGHT + FOOT - 2} className={classes.tickText}>
          {points(bins[0]?.from ?? "0")}
        </text>
        <text x={WIDTH} y={HEIGHT + FOOT - 2} textAnchor="end" className={classes.tickText}>
          {points(bins.at(-1)?.to ?? max)}
        </text>
      </svg>
      <details>
        <summary>{say("appraisals.group.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("appraisals.group.range")}</th>
              <th scope="col">{say("appraisals.group.units")}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ bin, own: mine }) => (
              <tr key={`${bin.from} ${bin.to}`} data-own={mine}>
                <td>
                  {say("appraisals.group.between", { from: points(bin.from), to: points(bin.to) })}
                  {mine && ` · ${say("appraisals.group.own")}`}
                </td>
                <td>{number(bin.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
