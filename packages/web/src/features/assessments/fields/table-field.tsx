/** A table that a unit fills in, saved as it is typed. */
import { type ReactNode, useState } from "react";
import { useText } from "../../../shared/text.js";
import { useDeclaration, useField } from "../screen/declaration.js";
import { readRows, type TypedRow, typedRows } from "../values/table-rows.js";
import { FieldFrame, type FieldProps } from "./field-frame.js";
import { problemId } from "./problem-id.js";
import { RowsEditor } from "./rows-editor.js";

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
  const [first] = read.problems;
  const error =
    first && typing === null
      ? `${say("assessments.table.row", { row: first.row + 1 })}: ${say(problemId(first.problem))}`
      : undefined;
  return (
    <FieldFrame input={input} state={state} group beside={beside} error={error}>
      {({ label, described }) => (
        <RowsEditor
          columns={input.columns}
          rows={rows}
          readOnly={readOnly}
          labelledBy={label}
          describedBy={described}
          onChange={change}
          onAdd={setTyping}
          onLeave={() => store.flush()}
        />
      )}
    </FieldFrame>
  );
}
