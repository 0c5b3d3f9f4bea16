/** The report of one's own unit on a quarter: line by line, then sent as a whole. */
import { Button, Select } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { type ReactNode, useCallback, useState } from "react";
import type { PlanLead, PlanProgress, ProgressLine } from "../../api/plans-contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { DownloadButtons } from "../reports/download-buttons.js";
import { countLights, type Light } from "./light.js";
import classes from "./plans.module.css";
import { lastDayOf, periodInSentence } from "./quarter.js";
import { ReportLine } from "./report-line.js";
import { ReportChip } from "./report-state.js";
import { useSendReport } from "./saving.js";

interface OwnReportProps {
  readonly board: PlanProgress;
  readonly lead: PlanLead;
}

/** Which lines are shown. */
type Shown = Light | "all" | "silent";

const keyOf = ({ code, input }: ProgressLine): string => `${code} ${input}`;

export function OwnReport({ board, lead }: OwnReportProps): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const { plan, period } = board;
  const lines = board.lines.filter(({ organisation }) => organisation === lead.organisation);
  // Those that were fit when they were chosen: what is saved meanwhile does not vanish from under the hand.
  const [shown, setShown] = useState<Shown>("all");
  const [fit, setFit] = useState<ReadonlySet<string> | null>(null);
  const { unsaved, noteUnsaved } = useUnsaved();
  const report = { planId: plan.id, organisation: lead.organisation, period };
  const choose = (chosen: Shown): void => {
    setShown(chosen);
    setFit(chosen === "all" ? null : new Set(lines.filter(shows(chosen)).map(keyOf)));
  };
  const other = lead.unit !== null && lead.unit.name !== lead.name;
  return (
    <Panel
      title={lead.name}
      note={
        <>
          {other && <span>{say("plans.standsFor", { unit: lead.unit?.name ?? "" })} · </span>}
          {say("plans.dueOn", { date: date(lastDayOf(period)) })}
        </>
      }
      actions={<ReportChip lead={lead} />}
    >
      {lead.report.reason !== null && (
        <p className={classes.reason}>
          <strong>{say("plans.givenBack", { date: date(lead.report.at ?? "") })}</strong> {lead.report.reason}
        </p>
      )}
      <div className={classes.tools}>
        <ShownSelect lines={lines} shown={shown} onChange={choose} />
        <DownloadButtons
          path={`/plans/${plan.id}/reports/progress`}
          asked={{
            lead: lead.organisation,
            year: String(period.year),
            quarter: String(period.quarter),
            issuer: lead.unit?.id,
          }}
        />
      </div>
      <ul className={classes.lines}>
        {lines
          .filter((line) => fit === null || fit.has(keyOf(line)))
          .map((line) => (
            <ReportLine
              key={keyOf(line)}
              report={report}
              line={line}
              write={lead.may.write}
              onUnsaved={noteUnsaved}
            />
          ))}
      </ul>
      {lead.may.write && (
        <Sending
          board={board}
          lead={lead}
          silent={lines.filter(({ entry }) => entry === null).length}
          unsaved={unsaved}
        />
      )}
    </Panel>
  );
}

/** Which lines hold something that is not saved. */
function useUnsaved() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const noteUnsaved = useCallback((line: ProgressLine, unsaved: boolean): void => {
    const key = keyOf(line);
    setKeys((before) => {
      if (before.has(key) === unsaved) return before;
      const after = new Set(before);
      if (unsaved) after.add(key);
      else after.delete(key);
      return after;
    });
  }, []);
  return { unsaved: keys.size, noteUnsaved };
}

const shows =
  (shown: Shown) =>
  ({ state, entry }: ProgressLine): boolean =>
    shown === "silent" ? entry === null : state === shown;

function ShownSelect({
  lines,
  shown,
  onChange,
}: {
  lines: readonly ProgressLine[];
  shown: Shown;
  onChange(shown: Shown): void;
}): ReactNode {
  const say = useText();
  const silent = lines.filter(({ entry }) => entry === null).length;
  const data: { value: Shown; label: string }[] = [
    { value: "all", label: `${say("plans.all")} (${lines.length})` },
    { value: "silent", label: `${say("plans.silent")} (${silent})` },
    ...countLights(lines).map(({ light, count }) => ({
      value: light,
      label: `${say(`plans.light.${light}`)} (${count})`,
    })),
  ];
  return (
    <Select
      label={say("plans.shown")}
      allowDeselect={false}
      data={data}
      value={shown}
      onChange={(chosen) => onChange(data.find(({ value }) => value === chosen)?.value ?? "all")}
    />
  );
}

function Sending({
  board: { plan, period },
  lead,
  silent,
  unsaved,
}: OwnReportProps & { silent: number; unsaved: number }): ReactNode {
  const say = useText();
  const [asking, setAsking] = useState(false);
  const report = { planId: plan.id, organisation: lead.organisation, period };
  const words = periodInSentence(say, period);
  const send = useSendReport(report, lead.report.version, () => {
    setAsking(false);
    notice(say("plans.sent", { period: words }));
  });
  return (
    <div className={classes.sending}>
      <Button
        leftSection={<IconSend size={18} stroke={1.5} aria-hidden />}
        disabled={unsaved > 0}
        onClick={() => setAsking(true)}
      >
        {say("plans.send")}
      </Button>
      <span className={classes.quiet}>
        {unsaved > 0 ? say("plans.send.unsaved", { count: unsaved }) : say("plans.send.hint")}
      </span>
      {asking && (
        <ConfirmDialog
          opened
          title={say("plans.send.title", { period: words })}
          confirm={say("plans.send")}
          busy={send.isPending}
          error={send.error}
          onConfirm={() => send.mutate()}
          onClose={() => {
            send.reset();
            setAsking(false);
          }}
        >
          <p>{say("plans.send.after")}</p>
          {silent > 0 && <p>{say("plans.send.silent", { count: silent })}</p>}
        </ConfirmDialog>
      )}
    </div>
  );
}
