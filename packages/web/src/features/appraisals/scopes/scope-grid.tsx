/** The grid itself: arrows move between its cells, Space assigns. */
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useState } from "react";
import type { Appraisers } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { cellOf, type Scope, type ScopeRow } from "./scopes.js";
import classes from "./scopes.module.css";

interface ScopeGridProps {
  readonly rows: readonly ScopeRow[];
  readonly people: Appraisers["candidates"];
  readonly scopes: readonly Scope[];
  readonly unitId: string | null;
  /** Rows that nobody covers. */
  readonly open: ReadonlySet<string | null>;
  onToggle(row: ScopeRow, accountId: string): void;
  /** What stands under a person's name. */
  under(accountId: string): ReactNode;
}

/** Where an arrow leads from a cell. */
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

function move(event: KeyboardEvent<HTMLElement>, row: number, column: number): void {
  const step = MOVES[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.currentTarget
    .closest("table")
    ?.querySelector<HTMLElement>(`[data-cell="${row + step[0]} ${column + step[1]}"]`)
    ?.focus();
}

/** Pillars fold; a cell is one button. */
export function ScopeGrid(props: ScopeGridProps): ReactNode {
  const { rows, people, open, under } = props;
  const say = useText();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const shown = rows.filter(({ above }) => !above.some((code) => code !== null && folded.has(code)));
  const parents = new Set(rows.flatMap(({ above }) => above[0] ?? []));
  const fold = (code: string): void => {
    const next = new Set(folded);
    if (!next.delete(code)) next.add(code);
    setFolded(next);
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.grid} aria-label={say("appraisals.title.appraisers")}>
        <thead>
          <tr>
            <th scope="col">{say("appraisals.by.indicatorHead")}</th>
            {people.map(({ id, displayName }) => (
              <th key={id} scope="col" className={classes.personHead}>
                <span>{displayName}</span>
                {under(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, place) => {
            const { code, title, depth } = row;
            const parent = code !== null && parents.has(code);
            return (
              <tr key={code ?? ""} data-depth={depth} data-open={open.has(code)}>
                <th scope="row" style={{ "--indent": Math.max(0, depth - 1) } as CSSProperties}>
                  {parent ? (
                    <button
                      type="button"
                      className={classes.fold}
                      aria-expanded={!folded.has(code)}
                      onClick={() => fold(code)}
                    >
                      <span className={classes.code}>{code}</span> {title}
                    </button>
                  ) : (
                    <>
                      {code !== null && <span className={classes.code}>{code}</span>} {title}
                    </>
                  )}
                  {open.has(code) && <span className={classes.nobody}>{say("appraisals.scopes.none")}</span>}
                </th>
                {people.map((person, column) => (
                  <td key={person.id}>
                    <GridCell {...props} row={row} person={person} place={place} column={column} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface GridCellProps extends Pick<ScopeGridProps, "scopes" | "unitId" | "onToggle"> {
  readonly row: ScopeRow;
  readonly person: Appraisers["candidates"][number];
  readonly place: number;
  readonly column: number;
}

function GridCell({ scopes, unitId, onToggle, row, person, place, column }: GridCellProps): ReactNode {
  const say = useText();
  const cell = cellOf(scopes, row, person.id, unitId);
  const name = `${row.code ?? row.title}: ${person.displayName}`;
  return (
    <button
      type="button"
      className={classes.cell}
      data-cell={`${place} ${column}`}
      data-state={cell}
      aria-pressed={cell !== "none"}
      aria-label={cell === "covered" ? `${name} (${say("appraisals.scopes.covered")})` : name}
      title={cell === "covered" ? say("appraisals.scopes.covered") : undefined}
      tabIndex={place === 0 && column === 0 ? 0 : -1}
      onKeyDown={(event) => move(event, place, column)}
      onClick={() => onToggle(row, person.id)}
    >
      {cell === "own" && <IconCheck size={16} aria-hidden />}
      {cell === "covered" && <IconMinus size={16} aria-hidden />}
    </button>
  );
}
