import type { ReactNode } from "react";
import classes from "./data-list.module.css";

/** One column. `main` is what the row is about and heads its card on a phone; figures stand at the `end`. */
export interface Column<Row> {
  id: string;
  header: string;
  cell(row: Row): ReactNode;
  main?: boolean;
  align?: "start" | "end";
  /** The header is only for those who do not see the table: a column of buttons. */
  quiet?: boolean;
  /** As narrow as its content. */
  fit?: boolean;
}

interface DataListProps<Row> {
  /** What the table lists, for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
}

/** Said outright, because a table that is laid out as a grid loses what its elements imply. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
};

function classOf<Row>({ main, align, fit }: Column<Row>): string {
  return [main && classes.main, align === "end" && classes.end, fit && classes.fit].filter(Boolean).join(" ");
}

/** A table that turns into cards below 768 px, so that nothing ever scrolls sideways. */
export function DataList<Row>({ caption, columns, rows, rowKey }: DataListProps<Row>): ReactNode {
  return (
    <table className={classes.table} {...roles.table} aria-label={caption}>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column.id} scope="col" {...roles.columnheader} className={classOf(column)}>
              {column.quiet ? <span className="for-readers">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...roles.row}>
            {columns.map((column) => (
              <td
                key={column.id}
                {...roles.cell}
                className={classOf(column)}
                data-label={column.quiet ? undefined : column.header}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
