import { type ReactNode, useMemo } from "react";
import type { Bridge } from "../../../api/results-contract.js";
import { ChartPanel } from "../../../shared/chart.js";
import { DataList } from "../../../shared/data-list.js";
import { signOf } from "../../../shared/decimal.js";
import { Panel } from "../../../shared/panel.js";
import { SignedPoints } from "../../../shared/signed-points.js";
import { signedText } from "../../../shared/signed-text.js";
import { type Say, useText } from "../../../shared/text.js";
import { type Format, useFormat } from "../../../shared/use-format.js";
import classes from "./unit.module.css";
import { type WaterfallStep, waterfallOption, waterfallSteps } from "./waterfall.js";

/** What a step is called: a total by its year, a change by what it came from. */
function nameOf(say: Say, bridge: Bridge, { kind }: WaterfallStep): string {
  if (kind === "from") return say("results.yearOf", { year: String(bridge.from.year) });
  if (kind === "to") return say("results.yearOf", { year: String(bridge.to.year) });
  return say(`results.bridge.${kind}`);
}

function figureOf({ points }: Format, step: WaterfallStep): string {
  return step.kind === "from" || step.kind === "to" ? points(step.points) : signedText(step.points, points);
}

/** The indicators that moved, with what each part gave; rounding as a row of its own. */
function Rows({ bridge }: { bridge: Bridge }): ReactNode {
  const say = useText();
  const moved = bridge.rows.filter(({ own, rules, others }) =>
    [own, rules, others].some((points) => signOf(points) !== 0),
  );
  const { rest } = bridge;
  const rested = rest !== null && [rest.own, rest.rules, rest.others].some((points) => signOf(points) !== 0);
  const rows = [...moved, ...(rested ? [{ code: "", title: say("results.bridge.rest"), ...rest }] : [])];
  if (rows.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{say("results.bridge.rows", { count: moved.length })}</summary>
      <DataList
        caption={say("results.bridge.rowsCaption")}
        columns={[
          {
            id: "indicator",
            header: say("results.indicator"),
            main: true,
            cell: ({ code, title }) => `${code} ${title}`,
          },
          ...(["own", "rules", "others"] as const).map((part) => ({
            id: part,
            header: say(`results.bridge.${part}`),
            align: "end" as const,
            fit: true,
            cell: (row: Bridge["rows"][number]) => <SignedPoints value={row[part]} />,
          })),
        ]}
        rows={rows}
        rowKey={({ code }) => code}
      />
    </details>
  );
}

function Known({ bridge, steps }: { bridge: Bridge; steps: readonly WaterfallStep[] }): ReactNode {
  const say = useText();
  const format = useFormat();
  const option = useMemo(
    () =>
      waterfallOption(steps, {
        name: (step) => nameOf(say, bridge, step),
        figure: (step) => figureOf(format, step),
        axis: (height) => format.number(height),
      }),
    [steps, bridge, say, format],
  );
  const [own, rules, others] = [bridge.own, bridge.rules, bridge.others].map((points) =>
    signedText(points ?? "0", format.points),
  );
  return (
    <ChartPanel
      title={say("results.bridge.title", { year: String(bridge.from.year) })}
      note={
        <>
          <span className="line">
            {say("results.bridge.sum", {
              change: signedText(bridge.change, format.points),
              own: own ?? "",
              rules: rules ?? "",
              others: others ?? "",
            })}
          </span>
          <span className="line">{say("results.bridge.axis")}</span>
        </>
      }
      option={option}
      height={300}
      table={
        <DataList
          caption={say("results.bridge.title", { year: String(bridge.from.year) })}
          columns={[
            {
              id: "step",
              header: say("results.bridge.step"),
              main: true,
              cell: (step) => nameOf(say, bridge, step),
            },
            {
              id: "points",
              header: say("results.points"),
              align: "end",
              fit: true,
              cell: (step) => figureOf(format, step),
            },
          ]}
          rows={steps}
          rowKey={({ kind }) => kind}
        />
      }
    >
      <Rows bridge={bridge} />
    </ChartPanel>
  );
}

/** Why the total is another than the year before: own data, changed rules, other units; they add up exactly. */
export function BridgePanel({ bridge }: { bridge: Bridge }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const steps = useMemo(() => waterfallSteps(bridge), [bridge]);
  if (steps !== undefined) return <Known bridge={bridge} steps={steps} />;
  return (
    <Panel title={say("results.bridge.title", { year: String(bridge.from.year) })}>
      <p>
        {say("results.bridge.changed", {
          year: String(bridge.from.year),
          before: points(bridge.from.total),
          after: points(bridge.to.total),
          change: signedText(bridge.change, points),
        })}
      </p>
      {bridge.why !== null && <p className={classes.dimmed}>{bridge.why}</p>}
    </Panel>
  );
}
