/** Lists of rows in a form: one changed, moved up, taken out. Pure. */

/** The list with one row changed. */
export function withRow<Row>(list: readonly Row[], place: number, change: Partial<Row>): Row[] {
  return list.map((row, at) => (at === place ? { ...row, ...change } : row));
}

/** The list with one row moved before the one above it. */
function movedUp<Row>(list: readonly Row[], place: number): Row[] {
  const above = list[place - 1];
  const row = list[place];
  if (above === undefined || row === undefined) return [...list];
  return [...list.slice(0, place - 1), row, above, ...list.slice(place + 1)];
}

/** The list without one row. */
function without<Row>(list: readonly Row[], place: number): Row[] {
  return list.filter((_, at) => at !== place);
}

/** What the tools of a row may do to the list. */
export function rowActions<Row>(
  list: readonly Row[],
  place: number,
  change: (list: Row[]) => void,
  least = 1,
): { onUp: (() => void) | undefined; onRemove: (() => void) | undefined } {
  return {
    onUp: place === 0 ? undefined : () => change(movedUp(list, place)),
    onRemove: list.length <= least ? undefined : () => change(without(list, place)),
  };
}
