/** A table of rows; on a narrow screen each row is a card. */
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { InputColumn } from "../scoring/inputs.js";
import { readRows, type TypedRow } from "../values/table-rows.js";
import classes from "./fields.module.css";

interface RowsEditorProps {
  readonly columns: readonly InputColumn[];
  readonly rows: readonly TypedRow[];
  readonly readOnly?: boolean;
  /** Ids of what names and explains the table. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  onChange(rows: TypedRow[]): void;
  /** An empty row is no change of what is declared yet. */
  onAdd(rows: TypedRow[]): void;
  onLeave?(): void;
}

/** Rows added, filled in cell by cell, removed; a cell that cannot be read is marked. */
export function RowsEditor(props: RowsEditorProps): ReactNode {
  const { columns, rows, readOnly = false, labelledBy, describedBy, onChange, onAdd, onLeave } = props;
  const say = useText();
  const { language } = useFormat();
  const { problems } = readRows(columns, rows, language);
  const table = useRef<HTMLTableElement>(null);
  const added = useRef(false);
  // Whoever adds a row goes on typing in it.
  useEffect(() => {
    if (!added.current || rows.length === 0) return;
    added.current = false;
    table.current?.tBodies[0]?.rows[rows.length - 1]?.querySelector<HTMLElement>("input, select")?.focus();
  }, [rows.length]);
  const set = (place: number, column: string, cell: string | boolean | number): void =>
    onChange(rows.map((row, index) => (index === place ? { ...row, [column]: cell } : row)));
  return (
    <fieldset className={classes.rows} aria-labelledby={labelledBy} onBlur={onLeave}>
      <table
        ref={table}
        className={classes.table}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
      >
        <thead>
          <tr>
            <th scope="col">{say("assessments.table.number")}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col">
              <span className="for-readers">{say("shared.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // Rows have no name of their own; their place is what the decision prints.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={place}>
              <td className={classes.place}>{place + 1}</td>
              {columns.map((column) => (
                <td key={column.id} data-label={column.label}>
                  <Cell
                    column={column}
                    name={`${column.label}, ${say("assessments.table.row", { row: place + 1 })}`}
                    cell={row[column.id]}
                    readOnly={readOnly}
                    invalid={problems.some((each) => each.row === place && each.column === column.id)}
                    onChange={(cell) => set(place, column.id, cell)}
                  />
                </td>
              ))}
              <td className={classes.place}>
                {!readOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={say("assessments.table.remove", { row: place + 1 })}
                    onClick={() => onChange(rows.filter((_, index) => index !== place))}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            added.current = true;
            onAdd([...rows, {}]);
          }}
        >
          {say("assessments.table.add")}
        </Button>
      )}
    </fieldset>
  );
}

interface CellProps {
  column: InputColumn;
  name: string;
  cell: string | boolean | number | undefined;
  readOnly: boolean;
  invalid: boolean;
  onChange(cell: string | boolean | number): void;
}

function Cell({ column, name, cell, readOnly, invalid, onChange }: CellProps): ReactNode {
  if (column.kind === "yes_no")
    return (
      <Checkbox
        aria-label={name}
        checked={cell === true}
        disabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (column.kind === "choice")
    return (
      <NativeSelect
        size="xs"
        aria-label={name}
        value={cell === undefined ? "" : String(cell)}
        disabled={readOnly}
        data={[
          "",
          ...(column.options ?? []).map(({ label }, place) => ({ value: String(place + 1), label })),
        ]}
        onChange={(event) =>
          onChange(event.currentTarget.value === "" ? "" : Number(event.currentTarget.value))
        }
      />
    );
  return (
    <TextInput
      aria-label={name}
      value={typeof cell === "string" ? cell : ""}
      readOnly={readOnly}
      error={invalid}
      size="xs"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
