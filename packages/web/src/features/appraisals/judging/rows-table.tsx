/** The rows of a declared table, to be read. */
import type { ReactNode } from "react";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { FormInput, InputColumn } from "../../assessments/scoring/inputs.js";
import { type TypedRow, typedRows } from "../../assessments/values/table-rows.js";
import classes from "./rows-table.module.css";

interface RowsTableProps {
  readonly input: FormInput;
  readonly value: AnswerValue;
  /** What stands over it: as declared, or as adjusted. */
  readonly caption: string;
}

/** Every row with every column; without rows, the caption says so. */
export function RowsTable({ input, value, caption }: RowsTableProps): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const rows = typedRows(input.columns, value, language);
  const cell = (column: InputColumn, row: TypedRow): string => {
    const typed = row[column.id];
    if (column.kind === "yes_no")
      return say(typed === true ? "assessments.field.yes" : "assessments.field.no");
    if (typed === undefined || typed === "") return say("shared.none");
    if (column.kind === "choice") return column.options?.[Number(typed) - 1]?.label ?? String(typed);
    return column.kind === "percent" ? `${typed}%` : String(typed);
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>
          {caption} · {say("assessments.table.rows", { count: rows.length })}
        </caption>
        {rows.length > 0 && (
          <>
            <thead>
              <tr>
                <th scope="col">{say("assessments.table.number")}</th>
                {input.columns.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                // Rows have no name of their own; their place is what the decision prints.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <tr key={place}>
                  <td>{place + 1}</td>
                  {input.columns.map((column) => (
                    <td key={column.id}>{cell(column, row)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </>
        )}
      </table>
    </div>
  );
}
