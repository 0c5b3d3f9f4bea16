import type { ReactNode } from "react";
import type { LiveRanking } from "../../../api/results-contract.js";
import { type Column, DataList } from "../../../shared/data-list.js";
import { Panel } from "../../../shared/panel.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./live.module.css";

type Relative = LiveRanking["relatives"][number];

/** The indicators whose points depend on the group: who is best and worst now, and how many may still change it. */
export function RelativesPanel({ relatives }: { relatives: readonly Relative[] }): ReactNode {
  const say = useText();
  const { number } = useFormat();
  if (relatives.length === 0) return null;
  const standing = (end: Relative["best"]): ReactNode =>
    end === null ? (
      say("shared.none")
    ) : (
      <span>
        <strong className="figures">{number(end.value)}</strong>
        <span className={classes.holder}>{end.unit.name}</span>
      </span>
    );
  const columns: Column<Relative>[] = [
    {
      id: "indicator",
      header: say("results.indicator"),
      main: true,
      cell: ({ code, title }) => `${code} ${title}`,
    },
    { id: "best", header: say("results.live.best"), cell: ({ best }) => standing(best) },
    { id: "worst", header: say("results.live.worst"), cell: ({ worst }) => standing(worst) },
    {
      id: "pending",
      header: say("results.live.pending"),
      align: "end",
      fit: true,
      cell: ({ pending }) => say("results.live.pendingUnits", { count: pending }),
    },
  ];
  return (
    <Panel title={say("results.live.relatives")} note={say("results.live.relativesNote")} flush>
      <DataList
        caption={say("results.live.relatives")}
        columns={columns}
        rows={relatives}
        rowKey={({ code }) => code}
      />
    </Panel>
  );
}
