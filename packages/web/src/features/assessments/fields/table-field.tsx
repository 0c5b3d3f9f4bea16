/** A table of rows; on a narrow screen each row is a card. */
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useText } from "../../../shared/text.js";
import type { InputColumn } from "../scoring/inputs.js";
import { useDeclaration, useField } from "../screen/declaration.js";
import { readRows, type TypedRow, typedRows } from "../values/table-rows.js";
import { FieldFrame, type FieldProps } from "./field-frame.js";
import classes from "./fields.module.css";
import { problemId } from "./problem-id.js";

const KEPT_ROWS = /^\[/;

/** Rows as they were typed, kept whole even while a cell cannot be read. */
function unreadRows(text: string): TypedRow[] | undefined {
  if (!KEPT_ROWS.test(text)) return undefined;
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? (rows as TypedRow[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Rows of a table input: added, filled in, removed. */
export function TableField({ code, input, readOnly, beside }: FieldProps): ReactNode {
  const say = useText();
  const { store, language } = useDeclaration();
  const state = useField(code, input.id);
  const { edit } = state;
  const kept =
    (edit && !edit.typed.readable ? unreadRows(edit.typed.text) : undefined) ??
    typedRows(input.columns, state.value, language);
  const [typing, setTyping] = useState<TypedRow[] | null>(null);
  const rows = typing ?? kept;
  const read = readRows(input.columns, rows, language);
  const change = (next: TypedRow[]): void => {
    setTyping(next);
    const { value, problems } = readRows(input.columns, next, language);
    store.type(
      code,
      input.id,
      problems.length === 0 ? { readable: true, value } : { readable: false, text: JSON.stringify(next) },
    );
  };
  const set = (place: number, column: string, cell: string | boolean | number): void =>
    change(rows.map((row, index) => (index === place ? { ...row, [column]: cell } : row)));
  const [first] = read.problems;
  const error =
    first && typing === null
      ? `${say("assessments.table.row", { row: first.row + 1 })}: ${say(problemId(first.problem))}`
      : undefined;
  return (
    <FieldFrame input={input} state={state} group beside={beside} error={error}>
      {({ label, described }) => (
        <fieldset className={classes.rows} aria-labelledby={label} onBlur={() => store.flush()}>
          <table className={classes.table} aria-labelledby={label} aria-describedby={described}>
            <thead>
              <tr>
                <th scope="col">{say("assessments.table.number")}</th>
                {input.columns.map((column) => (
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
                  {input.columns.map((column) => (
                    <td key={column.id} data-label={column.label}>
                      <Cell
                        column={column}
                        name={`${column.label}, ${say("assessments.table.row", { row: place + 1 })}`}
                        cell={row[column.id]}
                        readOnly={readOnly}
                        invalid={read.problems.some(
                          (each) => each.row === place && each.column === column.id,
                        )}
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
                        onClick={() => change(rows.filter((_, index) => index !== place))}
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
              onClick={() => setTyping([...rows, {}])}
            >
              {say("assessments.table.add")}
            </Button>
          )}
        </fieldset>
      )}
    </FieldFrame>
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
