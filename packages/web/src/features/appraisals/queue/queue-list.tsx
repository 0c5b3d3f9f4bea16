/** The items of a queue, virtualised: thousands of them scroll like twenty. */
import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { QueueItem } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SayValues } from "../judging/values-text.js";
import classes from "./queue-list.module.css";
import { QueueMarks } from "./queue-marks.js";
import { judgeSearchFrom, keyOf, type QueueSearch } from "./queue-search.js";
import type { Queue } from "./use-queue.js";

/** Said outright, because a table that is laid out as a grid loses what its elements imply. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
};

const ROW_HEIGHT = 61;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 40;

interface QueueListProps {
  readonly queue: Queue;
  readonly search: QueueSearch;
  readonly selected: ReadonlySet<string>;
  /** The row that the keys act on. */
  readonly here: number;
  /** Null: nothing may be judged here, so nothing is selected. */
  readonly onSelect: ((item: QueueItem, selected: boolean) => void) | null;
  readonly onSelectAll: (selected: boolean) => void;
  readonly sayValues: SayValues;
}

/** A table by its roles; its rows stand where they would stand if all were drawn. */
export function QueueList(props: QueueListProps): ReactNode {
  const { queue, search, selected, here, onSelect, onSelectAll, sayValues } = props;
  const say = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const { items } = queue;
  useEffect(() => {
    const { top = 0 } = body.current?.getBoundingClientRect() ?? {};
    setMargin(top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (index) => (items[index] === undefined ? index : keyOf(items[index])),
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const { more } = queue;
  useEffect(() => {
    if (last > items.length - AHEAD) more();
  }, [last, items.length, more]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the keys have moved on
  useEffect(() => {
    if (here >= 0) virtual.scrollToIndex(here, { align: "auto" });
  }, [here]);
  const some = items.some((item) => selected.has(keyOf(item)));
  const all = some && items.every((item) => selected.has(keyOf(item)));
  return (
    <table
      className={classes.table}
      {...roles.table}
      aria-label={say("appraisals.queue.title")}
      aria-rowcount={queue.total + 1}
    >
      <thead {...roles.rowgroup} className={classes.head}>
        <tr {...roles.row} className={classes.row} aria-rowindex={1}>
          <th scope="col" {...roles.columnheader}>
            {onSelect !== null && (
              <Checkbox
                size="xs"
                aria-label={say("appraisals.queue.selectAll")}
                checked={all}
                indeterminate={some && !all}
                onChange={(event) => onSelectAll(event.currentTarget.checked)}
              />
            )}
          </th>
          <th scope="col" {...roles.columnheader}>
            {say("appraisals.queue.what")}
          </th>
          <th scope="col" {...roles.columnheader} className={classes.points}>
            {say("appraisals.score.declared")}
          </th>
          <th scope="col" {...roles.columnheader} className={classes.points}>
            {say("appraisals.score.appraised")}
          </th>
          <th scope="col" {...roles.columnheader} className={classes.points}>
            {say("appraisals.queue.stake")}
          </th>
          <th scope="col" {...roles.columnheader}>
            {say("appraisals.queue.marks")}
          </th>
        </tr>
      </thead>
      <tbody
        {...roles.rowgroup}
        ref={body}
        className={classes.body}
        style={{ height: virtual.getTotalSize() }}
      >
        {rows.map(({ index, start, key }) => {
          const item = items[index];
          return item === undefined ? null : (
            <tr
              key={key}
              {...roles.row}
              aria-rowindex={index + 2}
              data-index={index}
              ref={virtual.measureElement}
              className={`${classes.row} ${classes.item}`}
              data-here={index === here}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              <QueueRow
                item={item}
                search={search}
                selected={selected.has(keyOf(item))}
                onSelect={onSelect}
                sayValues={sayValues}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface QueueRowProps extends Pick<QueueListProps, "search" | "onSelect" | "sayValues"> {
  readonly item: QueueItem;
  readonly selected: boolean;
}

function QueueRow({ item, search, selected, onSelect, sayValues }: QueueRowProps): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const { by } = search;
  const oneIndicator = by === "indicator" && search.code !== undefined;
  const oneUnit = by !== "indicator" && search.unit !== undefined;
  const name = `${item.code} ${item.title}`;
  const values = sayValues(item.code, item.values);
  return (
    <>
      <td {...roles.cell}>
        {onSelect !== null && (
          <Checkbox
            size="xs"
            aria-label={say("appraisals.queue.select", { code: item.code, unit: item.unit.name })}
            checked={selected}
            onChange={(event) => onSelect(item, event.currentTarget.checked)}
          />
        )}
      </td>
      <td {...roles.cell} className={classes.what}>
        <Link
          to="/assessments/$assessmentId/appraise"
          params={{ assessmentId: item.assessmentId }}
          search={judgeSearchFrom(search, item.code)}
          className={classes.name}
        >
          {oneIndicator ? (
            item.unit.name
          ) : (
            <>
              <span className={classes.code}>{item.code}</span> {item.title}
            </>
          )}
        </Link>
        <span className={classes.under}>
          {[oneIndicator ? "" : oneUnit ? "" : item.unit.name, values].filter(Boolean).join(" · ") ||
            (oneIndicator ? "" : oneUnit ? say("appraisals.queue.noValues") : "")}
          <span className="for-readers">{oneIndicator ? name : ""}</span>
        </span>
      </td>
      <td {...roles.cell} className={classes.points} data-label={say("appraisals.score.declared")}>
        <strong>{points(item.declared)}</strong>
        <span className={classes.of}>{say("shared.points.of", { max: points(item.max) })}</span>
      </td>
      <td
        {...roles.cell}
        className={classes.points}
        data-label={say("appraisals.score.appraised")}
        data-differs={item.appraised !== null && item.appraised !== item.declared}
      >
        {item.appraised === null ? say("shared.none") : <strong>{points(item.appraised)}</strong>}
      </td>
      <td {...roles.cell} className={classes.points} data-label={say("appraisals.queue.stake")}>
        {points(item.stake)}
      </td>
      <td {...roles.cell} className={classes.standing}>
        <QueueMarks item={item} />
      </td>
    </>
  );
}
