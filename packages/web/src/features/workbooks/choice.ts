/** Which cells of a workbook a person takes. Pure. */

/** How a cell stands to what is stored; in the order in which they are shown. */
export const rowStates = ["fault", "changed", "new", "conflict", "clears", "closed", "same"] as const;
export type RowState = (typeof rowStates)[number];

/** What of a row decides whether it may be taken. */
export interface Choosable {
  readonly row: number;
  readonly state: RowState;
  /** Of what is stored. */
  readonly version: number;
}

const TAKEABLE: ReadonlySet<RowState> = new Set(["changed", "new", "conflict", "clears"]);
/** These overwrite nobody's newer value and delete nothing. */
const HARMLESS: ReadonlySet<RowState> = new Set(["changed", "new"]);

export const isTakeable = ({ state }: Choosable): boolean => TAKEABLE.has(state);

/** What is chosen before anybody has: all that harms nothing; of a file with faults nothing. */
export function firstChoice(rows: readonly Choosable[]): ReadonlySet<number> {
  if (rows.some(({ state }) => state === "fault")) return new Set();
  return new Set(rows.filter(({ state }) => HARMLESS.has(state)).map(({ row }) => row));
}

/** The same choice after what is stored has changed: what is not as it was seen has to be chosen anew. */
export function keptChoice(
  chosen: ReadonlySet<number>,
  before: readonly Choosable[],
  now: readonly Choosable[],
): ReadonlySet<number> {
  const seen = new Map(before.map((one) => [one.row, one]));
  return new Set(
    now
      .filter((one) => {
        const then = seen.get(one.row);
        return chosen.has(one.row) && then?.state === one.state && then.version === one.version;
      })
      .map(({ row }) => row),
  );
}

/** What of a state is chosen by "all": whatever may be taken and harms nothing. */
export const allOf = (rows: readonly Choosable[]): ReadonlySet<number> =>
  new Set(rows.filter(({ state }) => HARMLESS.has(state)).map(({ row }) => row));
