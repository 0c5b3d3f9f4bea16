import { SegmentedControl, Skeleton } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import classes from "./chart.module.css";
import type { ChartLook } from "./chart-look.js";
import type { ChartOption } from "./chart-option.js";
import { Panel } from "./panel.js";
import { useText } from "./text.js";

/** The charts' library is large, and no page that declares needs it. */
const ChartCanvas = lazy(async () => ({ default: (await import("./chart-canvas.js")).ChartCanvas }));

interface ChartPanelProps {
  title: string;
  note?: ReactNode;
  /** What is drawn; keep it the same between renders (useCallback), or the picture is drawn anew. */
  option: (look: ChartLook) => ChartOption;
  height: number;
  /** The same figures as a table, without links: it is there for screen readers while the picture is shown. */
  table: ReactNode;
  /** Stands under both. */
  children?: ReactNode;
}

/** A chart and the table behind it, one of them shown; screen readers always get the table. */
export function ChartPanel({ title, note, option, height, table, children }: ChartPanelProps): ReactNode {
  const say = useText();
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <Panel
      title={title}
      note={note}
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label={say("shared.chart.view", { title })}
          data={[
            { value: "chart", label: say("shared.chart.chart") },
            { value: "table", label: say("shared.chart.table") },
          ]}
          value={view}
          onChange={setView}
        />
      }
    >
      <div className={classes.chart}>
        {view === "chart" && (
          <div className={classes.picture} aria-hidden>
            <Suspense fallback={<Skeleton height={height} />}>
              <ChartCanvas option={option} height={height} />
            </Suspense>
          </div>
        )}
        <div className={view === "chart" ? "for-readers" : undefined}>{table}</div>
      </div>
      {children}
    </Panel>
  );
}
