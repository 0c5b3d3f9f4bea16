/** What a queue is narrowed to, each filter with the number it lets through. */
import type { ReactNode } from "react";
import type { QueueCounts } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./queue.module.css";
import { type QueueFilter, queueFilters } from "./queue-search.js";
import { countOf } from "./use-queue.js";

interface QueueFiltersProps {
  readonly counts: QueueCounts | null;
  readonly chosen: QueueFilter | undefined;
  onChoose(filter: QueueFilter | undefined): void;
}

/** Buttons in a row, one of them pressed. Those that let nothing through stand back. */
export function QueueFilters({ counts, chosen, onChoose }: QueueFiltersProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  return (
    <fieldset className={classes.filters}>
      <legend className="for-readers">{say("appraisals.filter.title")}</legend>
      {[undefined, ...queueFilters].map((filter) => {
        const count = counts === null ? null : countOf(counts, filter);
        return (
          <button
            key={filter ?? "all"}
            type="button"
            className={classes.filter}
            aria-pressed={chosen === filter}
            data-empty={count === 0}
            data-urgent={filter === "overdue" && count !== 0}
            onClick={() => onChoose(filter)}
          >
            {say(`appraisals.filter.${filter ?? "all"}`)}
            {count !== null && <span className={classes.figure}>{number(count)}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
