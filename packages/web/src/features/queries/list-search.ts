/** What the list of queries shows, as its address says it. */
export const queryStates = ["open", "answered", "closed", "overdue"] as const;
export type QueryTab = (typeof queryStates)[number];

export interface QueryListSearch {
  readonly state?: QueryTab;
  readonly campaign?: string;
  readonly kind?: "explanation" | "complaint";
  readonly mine?: true;
}

/** Reads the address; what it does not know is left out. */
export function queryListSearchOf(search: Record<string, unknown>): QueryListSearch {
  const state = queryStates.find((one) => one === search["state"]);
  const kind = (["explanation", "complaint"] as const).find((one) => one === search["kind"]);
  const campaign = search["campaign"];
  return {
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(typeof campaign === "string" ? { campaign } : {}),
    ...(search["mine"] === true || search["mine"] === "true" ? { mine: true } : {}),
  };
}
