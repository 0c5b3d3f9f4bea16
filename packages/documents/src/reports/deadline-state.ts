/** Where an assignment stands by its deadline on a day. */

import type { Day } from "./official-head.js";
import type { Assignment } from "./plan-rows.js";

export const deadlineStates = [
  "finished",
  "overdue",
  "due-soon",
  "in-time",
  "continuous",
  "statistics",
  "after-event",
  "not-scored",
  "without-deadline",
] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** As a report prints it. */
export const deadlineStateWords: Readonly<Record<DeadlineState, string>> = {
  finished: "Hoàn thành",
  overdue: "Quá hạn",
  "due-soon": "Sắp đến hạn",
  "in-time": "Đúng hạn",
  continuous: "Thường xuyên",
  statistics: "Thống kê số liệu",
  "after-event": "Theo phát sinh",
  "not-scored": "Chưa chấm điểm",
  "without-deadline": "Không nêu thời hạn",
};

/** A deadline as near as this is soon. */
const SOON_DAYS = 30;
const DAY = 86_400_000;
const LAST_DAY_OF_QUARTER = ["03-31", "06-30", "09-30", "12-31"] as const;

/**
 * @param on the day on which it is asked: `2026-09-30`. A deadline is kept to its last hour: it is overdue from the next day on.
 * @param finished whether the lead unit reported it as done.
 */
export function deadlineState(deadline: Assignment["deadline"], on: Day, finished = false): DeadlineState {
  if (finished || deadline?.kind === "done") return "finished";
  switch (deadline?.kind) {
    case undefined:
      return "without-deadline";
    case "continuous":
      return "continuous";
    case "statistics":
      return "statistics";
    case "after_event":
      return "after-event";
    case "not_scored":
      return "not-scored";
    case "every_year":
      return byDay(deadline.due ?? dueEveryYear(deadline.text, on), on);
    case "by":
      return deadline.due === undefined ? "without-deadline" : byDay(deadline.due, on);
  }
}

function byDay(due: Day, on: Day): DeadlineState {
  const left = Date.parse(due) - Date.parse(on);
  if (left < 0) return "overdue";
  return left <= SOON_DAYS * DAY ? "due-soon" : "in-time";
}

/** `Quý IV hằng năm`: the last day of that quarter in the year asked about; without a quarter, of the year. */
function dueEveryYear(text: string, on: Day): Day {
  const roman = /quý\s+(IV|III|II|I)(?!\p{L})/iu.exec(text)?.[1]?.toUpperCase();
  const quarter = roman === undefined ? 4 : ["I", "II", "III", "IV"].indexOf(roman) + 1;
  return `${on.slice(0, 4)}-${LAST_DAY_OF_QUARTER[quarter - 1] ?? "12-31"}`;
}
