/** What the parts of the deadline benchmark agree on. */

/** Where the bare handlers keep what they change, beside the product's own tables. */
export const BARE_SCHEMA = "bare";

export interface Field {
  readonly code: string;
  readonly input: string;
}

/** What somebody who is signed in asks with. */
export interface Keys {
  readonly token: string;
  readonly csrfToken: string;
}

/** A unit's officer, signed in, and the assessment that it fills in. */
export interface Declarer extends Keys {
  readonly assessment: string;
}

/** What was stored, as the client needs it to ask. */
export interface World {
  readonly declarers: readonly Declarer[];
  /** Whole numbers that any unit may declare. */
  readonly fields: readonly Field[];
  readonly campaign: string;
  /** Another campaign of the same units, not open yet. */
  readonly planned: string;
  readonly coordinator: Keys;
  readonly approver: Keys;
}

export const operations = ["save", "read", "ranking"] as const;
export type Operation = (typeof operations)[number];

export const contestants = ["opendti", "bare"] as const;
export type Contestant = (typeof contestants)[number];

/** One stretch of asking. */
export interface Job {
  readonly contestant: Contestant;
  readonly operation: Operation;
  /** Connections are spread over them. */
  readonly ports: readonly number[];
  readonly connections: number;
  /** The half of the units that is asked for; absent: all. */
  readonly half?: 0 | 1;
  readonly milliseconds: number;
}

export interface JobResult {
  readonly seconds: number;
  /** Of each answer that was right, in milliseconds. */
  readonly latencies: Float64Array;
  /** Answers by status that were not. */
  readonly errors: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Of the client itself, in seconds of a processor. */
  readonly clientCpu: number;
}
