/** A workbook that was read: what to know of the file, its cells, and the taking of those that are chosen. */
import { Button } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { WorkbookNote } from "../../api/workbook-contract.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import type { Brought, Reading } from "./brought.js";
import { allOf, isTakeable } from "./choice.js";
import { RowSections, type ShownRow } from "./row-sections.js";
import classes from "./workbooks.module.css";

/** What every reading tells beside its rows. */
interface ToldReading extends Reading {
  readonly name: string;
  readonly at: string;
  readonly notes: readonly WorkbookNote[];
  readonly counts: { readonly same: number; readonly untouched: number; readonly absent: number };
}

interface FrameProps<R extends ToldReading> {
  readonly made: R;
  readonly rows: readonly ShownRow[];
  readonly brought: Brought<R>;
  /** Whether anything can be taken now. */
  readonly mayTake: boolean;
  /** What it comes to with what is chosen. */
  readonly total?: string;
  /** Why rows are closed, where it is not because of rooms. */
  readonly closedNote?: string;
}

export function ReadingFrame<R extends ToldReading>({
  made,
  rows,
  brought,
  mayTake,
  total,
  closedNote,
}: FrameProps<R>): ReactNode {
  const say = useText();
  const { chosen, choose, taking } = brought;
  const takeable = rows.filter(isTakeable);
  const picked = takeable.filter(({ row }) => chosen.has(row)).length;
  const faults = rows.filter(({ state }) => state === "fault").length;
  const all = allOf(rows);
  return (
    <div className={classes.read}>
      <Told made={made} rows={rows} />
      <RowSections
        rows={rows}
        chosen={chosen}
        onChoose={mayTake ? choose : null}
        {...(closedNote === undefined ? {} : { closedNote })}
      />
      {mayTake && takeable.length > 0 && (
        <div className={classes.foot} data-print="hide">
          {faults > 0 && picked === 0 && (
            <p className={classes.message}>{say("workbooks.faultsFirst", { count: faults })}</p>
          )}
          <p role="status">
            {say("workbooks.chosen", { count: picked, of: takeable.length })}
            {total !== undefined && (
              <>
                {" · "}
                <strong data-workbook-total>{total}</strong>
              </>
            )}
          </p>
          <span className={classes.spring} />
          <Button variant="subtle" size="sm" disabled={picked === 0} onClick={() => choose(new Set())}>
            {say("workbooks.chooseNone")}
          </Button>
          <Button variant="default" size="sm" disabled={all.size === 0} onClick={() => choose(all)}>
            {say("workbooks.chooseAll")}
          </Button>
          <Button
            size="sm"
            loading={taking.isPending}
            disabled={picked === 0}
            onClick={() => taking.mutate(made)}
          >
            {say("workbooks.take", { count: picked })}
          </Button>
        </div>
      )}
      <ProblemAlert error={taking.error} />
    </div>
  );
}

/** Which file it was, what it says that is stored already, and what is odd about it. */
function Told({ made, rows }: { made: ToldReading; rows: readonly ShownRow[] }): ReactNode {
  const say = useText();
  const { dateTime, language } = useFormat();
  const { name, at, notes, counts } = made;
  const left = rows.filter(({ state }) => state !== "same").length;
  const told = [
    say("workbooks.differences", { count: left }),
    ...(["same", "untouched", "absent"] as const)
      .filter((one) => counts[one] > 0)
      .map((one) => say(`workbooks.${one}`, { count: counts[one] })),
  ];
  return (
    <Panel title={say("workbooks.summary")} note={say("workbooks.fileAt", { name, at: dateTime(at) })}>
      {rows.length === 0 ? (
        <EmptyState icon={IconFileSpreadsheet} title={say("workbooks.nothing")}>
          {told.slice(1).join(" · ")}
        </EmptyState>
      ) : (
        <p role="status">{told.join(" · ")}</p>
      )}
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={say("workbooks.notes")}>
          {notes.map(({ code, message, place }) => (
            <li key={`${code} ${place?.sheet ?? ""} ${place?.cell ?? ""} ${message.vi}`}>
              {place !== undefined && <span className={classes.quiet}>{say("workbooks.cell", place)}: </span>}
              {message[language]}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
