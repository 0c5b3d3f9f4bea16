/** Declared, appraised and final points of one assessment side by side, pillar by pillar; and what was adjusted, and why. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Appraisal, AppraisalItem } from "../../api/appraisal-contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { Panel } from "../../shared/panel.js";
import { type Say, useText } from "../../shared/text.js";
import { type Format, useFormat } from "../../shared/use-format.js";
import { appraisalQuery } from "./reads.js";
import classes from "./standing-panel.module.css";

interface StandingPanelProps {
  readonly assessmentId: string;
  /** The name of an indicator, by its code. */
  titleOf(code: string): string;
}

/** While it is appraised: how far; afterwards: all three points. */
export function StandingPanel({ assessmentId, titleOf }: StandingPanelProps): ReactNode {
  const say = useText();
  const { data } = useQuery(appraisalQuery(assessmentId));
  if (data === undefined) return null;
  if (data.totals.appraised === null)
    return (
      <Panel title={say("appraisals.standing.title")}>
        <p className={classes.progress}>
          {say("appraisals.standing.progress", {
            judged: data.progress.judged,
            total: data.progress.total,
          })}
        </p>
      </Panel>
    );
  return <Standing appraisal={data} titleOf={titleOf} />;
}

interface Row {
  readonly code: string;
  readonly title: string;
  readonly declared: string;
  readonly appraised: string | null;
  readonly final: string | null;
  readonly max: string;
}

function columnsOf(say: Say, { points }: Format): Column<Row>[] {
  const figure = (value: string | null): string => (value === null ? say("shared.none") : points(value));
  return [
    {
      id: "pillar",
      header: say("assessments.review.pillar"),
      main: true,
      cell: ({ code, title }) => `${code} ${title}`,
    },
    {
      id: "declared",
      header: say("appraisals.score.declared"),
      align: "end",
      fit: true,
      cell: ({ declared }) => points(declared),
    },
    {
      id: "appraised",
      header: say("appraisals.score.appraised"),
      align: "end",
      fit: true,
      cell: ({ appraised, declared }) => (
        <span className={appraised !== null && appraised !== declared ? classes.differs : undefined}>
          {figure(appraised)}
        </span>
      ),
    },
    {
      id: "final",
      header: say("appraisals.score.final"),
      align: "end",
      fit: true,
      cell: ({ final }) => <strong>{figure(final)}</strong>,
    },
    {
      id: "max",
      header: say("appraisals.score.max"),
      align: "end",
      fit: true,
      cell: ({ max }) => <span className={classes.of}>{points(max)}</span>,
    },
  ];
}

function Standing({
  appraisal,
  titleOf,
}: { appraisal: Appraisal } & Pick<StandingPanelProps, "titleOf">): ReactNode {
  const say = useText();
  const format = useFormat();
  const { pillars, totals, items } = appraisal;
  const total: Row = { code: "", title: say("appraisals.standing.total"), ...totals };
  const adjusted = items.filter(({ verdict }) => verdict === "adjusted");
  return (
    <>
      <Panel title={say("appraisals.standing.title")} flush>
        <DataList
          caption={say("appraisals.standing.title")}
          columns={columnsOf(say, format)}
          rows={[...pillars, total]}
          rowKey={({ code }) => code}
        />
      </Panel>
      {adjusted.length > 0 && (
        <Panel title={say("appraisals.standing.adjusted")} flush>
          <Adjusted items={adjusted} titleOf={titleOf} />
        </Panel>
      )}
    </>
  );
}

function Adjusted({
  items,
  titleOf,
}: { items: readonly AppraisalItem[] } & Pick<StandingPanelProps, "titleOf">): ReactNode {
  const say = useText();
  const { points } = useFormat();
  return (
    <DataList
      caption={say("appraisals.standing.adjusted")}
      columns={[
        {
          id: "indicator",
          header: say("appraisals.by.indicatorHead"),
          main: true,
          cell: ({ code, reason }) => (
            <>
              {code} {titleOf(code)}
              {reason !== null && <span className={classes.reason}>{reason}</span>}
            </>
          ),
        },
        {
          id: "declared",
          header: say("appraisals.score.declared"),
          align: "end",
          fit: true,
          cell: ({ declaredScore }) => points(declaredScore),
        },
        {
          id: "appraised",
          header: say("appraisals.score.appraised"),
          align: "end",
          fit: true,
          cell: ({ appraisedScore }) => (
            <strong>{appraisedScore === null ? say("shared.none") : points(appraisedScore)}</strong>
          ),
        },
      ]}
      rows={items}
      rowKey={({ code }) => code}
    />
  );
}
