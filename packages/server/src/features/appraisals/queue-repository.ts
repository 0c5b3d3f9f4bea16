export const queueFilters = [
  "unjudged",
  "disagreeing",
  "failed-checks",
  "changed",
  "queried",
  "overdue",
  "stale",
] as const;
export type QueueFilter = (typeof queueFilters)[number];

export const queueSorts = ["stake", "unit", "code", "declared"] as const;
export type QueueSort = (typeof queueSorts)[number];
