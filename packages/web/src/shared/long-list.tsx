/** A table of as many rows as there are, of which only those near the screen are drawn; narrow cards on a phone. */
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import classes from "./long-list.module.css";

/** One column. On a phone it stands where `phone` says: at the left, as the heading, at the right, on a line below. */
export interface LongColumn<Row> {
  id: string;
  header: ReactNode;
  cell(row: Row): ReactNode;
  phone: "lead" | "main" | "key" | "line" | "wide" | "hidden";
  /** Said before the value on a phone's line. */
  label?: string;
  align?: "start" | "end" | "center";
  /** In pixels; the column without one takes the room that is left. */
  width?: number;
}

interface LongListProps<Row> {
  caption: string;
  columns: readonly LongColumn<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** Rows that stand out, such as one's own unit. */
  marked?(row: Row): boolean;
}

/** Up to so many rows are simply drawn: they print, and the browser finds words in them. */
const DRAWN_WHOLE = 150;
const ESTIMATED_PX = 49;

/** Said outright, because a table that is laid out as a grid loses what its elements imply. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
};

interface Stretch {
  rows: readonly number[];
  before: number;
  after: number;
}

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, row) => row);

/** The rows near the screen, and the height of those above and below. */
function useStretch(count: number) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // What stands above may have changed its height with any render.
  useLayoutEffect(() => {
    const now = Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    setTop((before) => (Math.abs(now - before) > 1 ? now : before));
  });
  const whole = count <= DRAWN_WHOLE;
  const virtualizer = useWindowVirtualizer({
    count,
    enabled: !whole,
    estimateSize: () => ESTIMATED_PX,
    overscan: 12,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const stretch: Stretch = whole
    ? { rows: all(count), before: 0, after: 0 }
    : {
        rows: items.map(({ index }) => index),
        before: (items[0]?.start ?? top) - top,
        after: virtualizer.getTotalSize() - ((items.at(-1)?.end ?? top) - top),
      };
  return { body, stretch, measure: whole ? undefined : virtualizer.measureElement };
}

function classOf<Row>({ align, phone }: LongColumn<Row>): string {
  return [classes[phone], align === "end" && classes.end, align === "center" && classes.center]
    .filter(Boolean)
    .join(" ");
}

function Space({ height, columns }: { height: number; columns: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.space}>
      <td colSpan={columns} className={classes.empty} style={{ height }} />
    </tr>
  );
}

interface DrawnProps<Row> {
  row: Row;
  index: number;
  columns: readonly LongColumn<Row>[];
  marked: boolean;
  measure: ((element: Element | null) => void) | undefined;
}

function DrawnRow<Row>({ row, index, columns, marked, measure }: DrawnProps<Row>): ReactNode {
  return (
    <tr
      ref={measure}
      data-index={index}
      data-marked={marked ? "true" : undefined}
      {...roles.row}
      aria-rowindex={index + 2}
    >
      {columns.map((column) => (
        <td key={column.id} {...roles.cell} className={classOf(column)} data-label={column.label}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** While one scrolls, only the rows that come into sight are drawn anew. */
const Drawn = memo(DrawnRow) as typeof DrawnRow;

/** Draws the table; scrolling belongs to the window. */
export function LongList<Row>({ caption, columns, rows, rowKey, marked }: LongListProps<Row>): ReactNode {
  const { body, stretch, measure } = useStretch(rows.length);
  return (
    <table className={classes.table} {...roles.table} aria-label={caption} aria-rowcount={rows.length + 1}>
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={width === undefined ? {} : { width }} />
        ))}
      </colgroup>
      <thead {...roles.rowgroup}>
        <tr {...roles.row} aria-rowindex={1}>
          {columns.map((column) => (
            <th key={column.id} scope="col" {...roles.columnheader} className={classOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup} ref={body}>
        <Space height={stretch.before} columns={columns.length} />
        {stretch.rows.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <Drawn
              key={rowKey(row)}
              row={row}
              index={index}
              columns={columns}
              marked={marked?.(row) ?? false}
              measure={measure}
            />
          );
        })}
        <Space height={stretch.after} columns={columns.length} />
      </tbody>
    </table>
  );
}
