/** What the draft store needs of the world around it, so that it runs the same in a browser and in a test. */
import type { AnswerValue } from "../../../api/assessment-contract.js";
import type { Edit, FieldKey, Refusal, Stored } from "./edit.js";

/** What came of sending one field. */
export type Outcome =
  | { readonly kind: "saved"; readonly stored: Stored }
  /** Another version stands there. */
  | { readonly kind: "stale"; readonly stored: Stored }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "signed-out" }
  /** No answer, or none that says whether it was taken: sent again later. */
  | { readonly kind: "unanswered"; readonly retryAfterMs?: number | undefined };

/** The way to the server. */
export interface Transport {
  /** Sends one value on the version it was begun on. Never rejects for what a server may answer. */
  send(code: string, input: string, value: AnswerValue, base: number): Promise<Outcome>;
}

/** Edits kept in the browser, of one account and one assessment. */
export interface DraftStorage {
  load(): Promise<Edit[]>;
  /** Keeps an edit, unless a later one of the same field is kept already. */
  keep(edit: Edit): Promise<void>;
  /** Forgets a field's edit, unless it is later than `at`. */
  drop(code: string, input: string, at: number): Promise<void>;
}

/** Between the tabs of one person on one assessment. */
export type TabMessage =
  | { readonly kind: "edit"; readonly edit: Edit }
  | { readonly kind: "saved"; readonly key: FieldKey; readonly at: number; readonly stored: Stored }
  | { readonly kind: "dropped"; readonly key: FieldKey; readonly at: number; readonly stored: Stored };

export interface Tabs {
  post(message: TabMessage): void;
  listen(receive: (message: TabMessage) => void): void;
  /** Calls back once this tab is the one that sends. */
  lead(begin: () => void): void;
  close(): void;
}

export interface Clock {
  now(): number;
  /** Calls back after some milliseconds; the function returned takes it back. */
  after(ms: number, call: () => void): () => void;
}
