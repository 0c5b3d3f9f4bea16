/** The set as it stands now: what was read, with what people decided laid over it. Pure. */
import type { ImportedRow, ImportedSet, IndicatorChange, ReadStatus, SetDecisions } from "./import-work.js";
import type { IndicatorSource, SetSource } from "./set-source.js";

/** What names an indicator within its set. */
const nameOf = ({ key, code }: Pick<IndicatorSource, "key" | "code">): string => key ?? code;

/** An indicator with a correction laid over it; all that the correction does not name stays. */
export function corrected(read: IndicatorSource, change: IndicatorChange): IndicatorSource {
  const { title: _title, max: _max, rule: _rule, inputs: _in, exceptions: _ex, ...rest } = read;
  const { not_applicable: _policy, children, ...stays } = rest;
  return {
    ...stays,
    title: change.title,
    ...(change.max === null ? {} : { max: change.max }),
    ...(change.inputs.length === 0 ? {} : { inputs: [...change.inputs] }),
    ...(change.rule === null ? {} : { rule: change.rule }),
    ...(change.exceptions.length === 0 ? {} : { exceptions: [...change.exceptions] }),
    ...(change.not_applicable === null ? {} : { not_applicable: change.not_applicable }),
    ...(children === undefined ? {} : { children }),
  };
}

/** What an indicator says now, in the form of a correction. */
export function changeOf(source: IndicatorSource): IndicatorChange {
  return {
    title: source.title,
    max: source.max ?? null,
    rule: source.rule ?? null,
    inputs: source.inputs ?? [],
    exceptions: source.exceptions ?? [],
    not_applicable: source.not_applicable ?? null,
  };
}

/** The set that would be saved now. */
export function composeSet({ set }: ImportedSet, { head, indicators }: SetDecisions): SetSource {
  const within = (list: readonly IndicatorSource[]): IndicatorSource[] =>
    list.map((read) => {
      const change = indicators[nameOf(read)]?.change ?? null;
      const now = change === null ? read : corrected(read, change);
      return now.children === undefined ? now : { ...now, children: within(now.children) };
    });
  return { ...set, ...head, status: "draft", indicators: within(set.indicators) };
}

/** One row of the page: an indicator, what the document says, and how far it has come. */
export interface RowView {
  readonly name: string;
  readonly depth: number;
  /** As it was read. */
  readonly read: IndicatorSource;
  /** As it stands now. */
  readonly now: IndicatorSource;
  /** null for a heading that only groups others. */
  readonly row: ImportedRow | null;
  readonly status: ReadStatus | null;
  readonly verdict: "accepted" | "corrected" | null;
  /** Whether a person still has to look: read with a doubt or not at all, and nothing decided. */
  readonly open: boolean;
}

/** The rows in the order of the document, headings among them. */
export function rowViews(imported: ImportedSet, decisions: SetDecisions): RowView[] {
  const rows = new Map(imported.rows.map((row) => [row.name, row]));
  const views: RowView[] = [];
  const walk = (list: readonly IndicatorSource[], depth: number): void => {
    for (const read of list) {
      const name = nameOf(read);
      const row = rows.get(name) ?? null;
      const decision = decisions.indicators[name];
      const change = decision?.change ?? null;
      const verdict = decision?.verdict ?? null;
      views.push({
        name,
        depth,
        read,
        now: change === null ? read : corrected(read, change),
        row,
        status: row?.status ?? null,
        verdict,
        open: row !== null && row.status !== "certain" && verdict === null,
      });
      walk(read.children ?? [], depth + 1);
    }
  };
  walk(imported.set.indicators, 0);
  return views;
}

/** Which rows a list shows. */
export type RowFilter = ReadStatus | "all";

export const rowFilters: readonly RowFilter[] = ["doubtful", "unread", "certain", "all"];

/** Whether a list of this kind shows a row; headings stand in the list of all only. */
export const isShown = (filter: RowFilter, { status }: RowView): boolean =>
  filter === "all" || status === filter;

/** The list to begin with: what has doubts, else what was not read, else everything. */
export function firstFilter(views: readonly RowView[]): RowFilter {
  const opens = (wanted: ReadStatus): boolean => views.some(({ status, open }) => open && status === wanted);
  return opens("doubtful") ? "doubtful" : opens("unread") ? "unread" : "all";
}

/** How many rows of a kind there are, and how many of them are still open. */
export function countOf(views: readonly RowView[], filter: RowFilter): { all: number; open: number } {
  const counted = views.filter((view) => view.row !== null && isShown(filter, view));
  return { all: counted.length, open: counted.filter(({ open }) => open).length };
}

/** As {@link openFrom}, first within a list, then beyond it. */
export function openIn(
  views: readonly RowView[],
  filter: RowFilter,
  name: string,
  step: 1 | -1,
): RowView | undefined {
  const listed = views.filter((view) => view.name === name || isShown(filter, view));
  return openFrom(listed, name, step) ?? openFrom(views, name, step);
}

/** The next (or the last) row before or after this one that still waits for a person; going round. */
function openFrom(views: readonly RowView[], name: string, step: 1 | -1): RowView | undefined {
  const at = views.findIndex((view) => view.name === name);
  const count = views.length;
  for (let away = 1; away <= count; away += 1) {
    const view = views[(((at + step * away) % count) + count) % count];
    if (view?.open && view.name !== name) return view;
  }
  return undefined;
}
