/** The queue beside what is judged: where one stands in it, and what comes next. */
import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import type { QueueItem } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { QueueSign } from "../queue/queue-marks.js";
import { keyOf, type QueueSearch } from "../queue/queue-search.js";
import type { Queue } from "../queue/use-queue.js";
import classes from "./judge.module.css";
import pane from "./pane.module.css";

const ROW_HEIGHT = 54;

interface QueuePaneProps {
  readonly campaignId: string;
  readonly queue: Queue;
  readonly behind: QueueSearch;
  readonly here: string;
  onGo(item: QueueItem): void;
}

/** A virtual list that keeps the open item in view. */
export function QueuePane({ campaignId, queue, behind, here, onGo }: QueuePaneProps): ReactNode {
  const say = useText();
  const { number, points } = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const { items } = queue;
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const place = items.findIndex((item) => keyOf(item) === here);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another item is opened
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: "auto" });
  }, [place]);
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const { more } = queue;
  useEffect(() => {
    if (last > items.length - 20) more();
  }, [last, items.length, more]);
  const oneIndicator = behind.by === "indicator" && behind.code !== undefined;
  const oneUnit = behind.by !== "indicator" && behind.unit !== undefined;
  return (
    <nav className={pane.pane} aria-label={say("appraisals.queue.title")} data-print="hide">
      <div className={pane.paneHead}>
        <Link
          to="/campaigns/$campaignId/appraise"
          params={{ campaignId }}
          search={behind}
          className={pane.back}
        >
          <IconArrowLeft size={16} aria-hidden />
          {say("appraisals.judge.toQueue")}
        </Link>
        <span className={pane.paneCount}>
          {behind.filter !== undefined && `${say(`appraisals.filter.${behind.filter}`)} · `}
          {number(queue.total)}
        </span>
      </div>
      <div ref={scroller} className={pane.paneList}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            const { code, title, unit } = item;
            return (
              <li key={keyOf(item)} style={{ transform: `translateY(${start}px)` }}>
                <button
                  type="button"
                  className={pane.paneRow}
                  aria-current={index === place ? "true" : undefined}
                  onClick={() => onGo(item)}
                >
                  <QueueSign item={item} />
                  <span className={pane.paneWords}>
                    <span className={pane.paneName}>
                      {oneIndicator ? unit.name : <span className={pane.code}>{code}</span>}{" "}
                      {!oneIndicator && title}
                    </span>
                    <span className={pane.paneUnder}>
                      {!oneIndicator && !oneUnit ? `${unit.name} · ` : ""}
                      {points(item.declared)}/{points(item.max)}
                      {item.appraised !== null && item.appraised !== item.declared
                        ? ` → ${points(item.appraised)}`
                        : ""}
                    </span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {items.length === 0 && <p className={classes.quiet}>{say("appraisals.queue.noneFound")}</p>}
      </div>
      {queue.hasMore && (
        <Button variant="subtle" size="compact-xs" onClick={queue.more}>
          {say("shared.more")}
        </Button>
      )}
    </nav>
  );
}
