/** What a queue shows, as the address says it; the judging screen carries it along, so that "next" stays the same list. */

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

/** One unit with all its indicators, or one indicator across all units. */
export type QueueBy = "unit" | "indicator";

/** The queue's own part of an address. What is absent is not narrowed; `by` absent is "unit". */
export interface QueueSearch {
  readonly by?: QueueBy;
  readonly code?: string;
  readonly unit?: string;
  readonly group?: string;
  readonly filter?: QueueFilter;
  readonly sort?: QueueSort;
  readonly q?: string;
}

/** The address of the judging screen: the indicator that is open, and the queue it was opened from. */
export interface JudgeSearch extends Omit<QueueSearch, "unit"> {
  /** The queue runs over every unit and indicator, not only the unit (or the indicator) that is open. */
  readonly all?: true;
}

function word(value: unknown): string | undefined {
  // A code such as 2 or 2.1 reads as a number in the address.
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function oneOf<Known extends string>(known: readonly Known[], value: unknown): Known | undefined {
  return known.find((one) => one === value);
}

/** Leaves out what is not said: addresses stay short. */
function said<Search extends object>(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}

/** Reads the queue's part of an address; what it does not know is left out. */
export function queueSearchOf(search: Record<string, unknown>): QueueSearch {
  const by = oneOf(["indicator"] as const, search["by"]);
  const filter = oneOf(queueFilters, search["filter"]);
  const sort = oneOf(queueSorts, search["sort"]);
  const [code, unit, group, q] = ["code", "unit", "group", "q"].map((key) => word(search[key]));
  return said({ by, code, unit, group, filter, sort, q } as QueueSearch);
}

/** Reads the address of the judging screen. */
export function judgeSearchOf(search: Record<string, unknown>): JudgeSearch {
  const { unit: _unit, ...queue } = queueSearchOf(search);
  return search["all"] === true || search["all"] === "true" ? { ...queue, all: true } : queue;
}

/** The address of the judging screen for an item of a queue. */
export function judgeSearchFrom(queue: QueueSearch, code: string): JudgeSearch {
  const { by, group, filter, sort, q } = queue;
  const narrowed = by === "indicator" ? queue.code !== undefined : queue.unit !== undefined;
  return said({ by, group, filter, sort, q, code, all: narrowed ? undefined : true } as JudgeSearch);
}

/** The queue that a judging screen was opened from. */
export function queueBehind(search: JudgeSearch, unitId: string): QueueSearch {
  const { all, code, ...queue } = search;
  if (all) return queue;
  return search.by === "indicator" ? said({ ...queue, code } as QueueSearch) : { ...queue, unit: unitId };
}

/** What tells one item of a queue from another. */
export function keyOf(item: { readonly assessmentId: string; readonly code: string }): string {
  return `${item.assessmentId} ${item.code}`;
}

/** The item `steps` further on in the list; stays within it. Undefined when there is none on that side. */
export function stepFrom<Item extends { readonly assessmentId: string; readonly code: string }>(
  items: readonly Item[],
  here: string,
  steps: 1 | -1,
): Item | undefined {
  const place = items.findIndex((item) => keyOf(item) === here);
  // What has left the list meanwhile is followed by its first.
  if (place < 0) return steps === 1 ? items[0] : undefined;
  return items[place + steps];
}
