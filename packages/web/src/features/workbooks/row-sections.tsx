/** The cells of a workbook beside what is stored, by what is to be done with them: faults first. */
import { Button, Checkbox } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { Panel } from "../../shared/panel.js";
import { Chip, type Tone } from "../../shared/state-chip.js";
import { type TextId, useText } from "../../shared/text.js";
import { type Choosable, isTakeable, type RowState, rowStates } from "./choice.js";
import classes from "./workbooks.module.css";

/** A row in words. */
export interface ShownRow extends Choosable {
  readonly place: { readonly sheet: string; readonly cell: string };
  /** Of the campaign's workbooks, whose it is. */
  readonly unit?: string;
  /** The indicator, by its code and title. */
  readonly about: string;
  readonly label: string;
  readonly stored: string;
  readonly given: string;
  /** Who stored what stands there, where that matters. */
  readonly savedBy: string | null;
  readonly message: string | null;
}

interface SectionsProps {
  readonly rows: readonly ShownRow[];
  readonly chosen: ReadonlySet<number>;
  /** Null: nothing can be chosen now. */
  readonly onChoose: ((rows: ReadonlySet<number>) => void) | null;
  /** Why rows are closed, where it is not because of rooms. */
  readonly closedNote?: string;
}

const TONES: Readonly<Record<RowState, Tone>> = {
  fault: "bad",
  changed: "accent",
  new: "accent",
  conflict: "warn",
  clears: "warn",
  closed: "neutral",
  same: "good",
};

const NOTES: Readonly<Partial<Record<RowState, TextId>>> = {
  fault: "workbooks.note.fault",
  conflict: "workbooks.note.conflict",
  clears: "workbooks.note.clears",
  closed: "workbooks.note.closed",
};

/** So many are drawn at first; a campaign's workbook may have thousands. */
const DRAWN = 200;

/** One section a state, in the order in which a person deals with them. */
export function RowSections(props: SectionsProps): ReactNode {
  return rowStates.map((state) => {
    const rows = props.rows.filter((row) => row.state === state);
    return rows.length === 0 ? null : <Section key={state} {...props} state={state} rows={rows} />;
  });
}

function Section({
  state,
  rows,
  chosen,
  onChoose,
  closedNote,
}: SectionsProps & { state: RowState }): ReactNode {
  const say = useText();
  const [shown, setShown] = useState(DRAWN);
  const text = NOTES[state];
  const note = state === "closed" && closedNote !== undefined ? closedNote : text && say(text);
  const choosable = onChoose !== null && rows.some(isTakeable);
  const all = rows.every(({ row }) => chosen.has(row));
  const toggle = (changed: readonly ShownRow[], on: boolean): void => {
    const next = new Set(chosen);
    for (const { row } of changed) {
      if (on) next.add(row);
      else next.delete(row);
    }
    onChoose?.(next);
  };
  return (
    <Panel
      title={`${say(`workbooks.state.${state}`)} (${rows.length})`}
      {...(note === undefined ? {} : { note })}
      {...(choosable
        ? {
            actions: (
              <Button variant="default" size="xs" onClick={() => toggle(rows, !all)}>
                {say(all ? "workbooks.chooseNone" : "workbooks.chooseAll")}
                <span className="for-readers">: {say(`workbooks.state.${state}`)}</span>
              </Button>
            ),
          }
        : {})}
      flush
    >
      <ul className={classes.rows}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.row} className={classes.row}>
            <Row
              row={row}
              {...(choosable && isTakeable(row)
                ? { chosen: chosen.has(row.row), onChoose: (on) => toggle([row], on) }
                : {})}
            />
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="subtle" fullWidth onClick={() => setShown(shown + DRAWN)}>
          {say("workbooks.more", { count: Math.min(DRAWN, rows.length - shown) })}
        </Button>
      )}
    </Panel>
  );
}

interface RowProps {
  readonly row: ShownRow;
  readonly chosen?: boolean;
  onChoose?(on: boolean): void;
}

function Row({ row, chosen, onChoose }: RowProps): ReactNode {
  const say = useText();
  const id = useId();
  const { state, place, unit, about, label, stored, given, savedBy, message } = row;
  return (
    <>
      {onChoose !== undefined && (
        <Checkbox
          className={classes.tick ?? ""}
          aria-labelledby={id}
          checked={chosen ?? false}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
      <div className={classes.what} id={id}>
        <Chip tone={TONES[state]}>{say("workbooks.cell", place)}</Chip>
        <p className={classes.label}>{label}</p>
        <p className={classes.quiet}>{unit === undefined ? about : `${unit} · ${about}`}</p>
      </div>
      <div className={classes.values}>
        {state !== "fault" && (
          <p className={classes.change}>
            {state !== "same" && (
              <>
                <span className="for-readers">{say("workbooks.from")} </span>
                <span className={classes.stored}>{stored}</span>
                <span aria-hidden> → </span>
                <span className="for-readers">, {say("workbooks.to")} </span>
              </>
            )}
            <strong>{given}</strong>
          </p>
        )}
        {message !== null && <p className={classes.message}>{message}</p>}
        {state === "conflict" && savedBy !== null && <p className={classes.quiet}>{savedBy}</p>}
      </div>
    </>
  );
}
