/**
 * One unsent edit of one field, and every way it can go: typed over, sent, acknowledged, found stale, refused. Pure;
 * draft-store.ts keeps and sends them.
 *
 * Nobody's value is overwritten unseen: an edit carries the version that stood on the screen when it was begun (`base`),
 * the server takes it on that version only, and what was sent without an answer is remembered (`sent`), so that one's own
 * words coming back are told from another person's.
 */
import type { AnswerValue } from "../../../api/assessment-contract.js";
import type { Person } from "../../../api/contract.js";
import { sameValue } from "../values/answer-value.js";

/** The input under which the mark "not applicable" travels; its value is the reason. No input has a dash in its id. */
export const NOT_APPLICABLE = "not-applicable";

/** Code under which the facts of the profile stand. */
export const PROFILE = "profile";

export type FieldKey = string & { readonly __brand: "FieldKey" };

/** A field's key: `2.1.3/a`. Neither codes nor input ids contain a slash. */
export function fieldKey(code: string, input: string): FieldKey {
  return `${code}/${input}` as FieldKey;
}

/** What the server holds for a field; version 0: nothing was ever stored. */
export interface Stored {
  readonly value: AnswerValue;
  readonly version: number;
  readonly by: Person | null;
  readonly at: string | null;
}

export const NOTHING_STORED: Stored = { value: null, version: 0, by: null, at: null };

/** Why the server will not take a value; the text stays in the browser. */
export interface Refusal {
  readonly reason: "deadline-passed" | "sealed" | "not-allowed" | "unreadable" | "gone";
  /** The server's own sentence. */
  readonly detail: string;
}

/** What was typed: a value, or text that is none yet. */
export type Typed =
  | { readonly readable: true; readonly value: AnswerValue }
  | { readonly readable: false; readonly text: string };

export interface Edit {
  readonly code: string;
  readonly input: string;
  readonly typed: Typed;
  /** Version that stood on the screen when the edit was begun. */
  readonly base: number;
  /** When it was typed, in milliseconds; later wins between two tabs of one person. */
  readonly at: number;
  /** Values sent on `base` whose fate is not known. */
  readonly sent: readonly AnswerValue[];
  /** Another person's value found in its place: the person at the screen must choose. */
  readonly theirs?: Stored | undefined;
  readonly refusal?: Refusal | undefined;
}

/** An edit as typing makes it: it goes on from the one that waits, or begins on what the server holds. */
export function typeOver(
  field: { readonly code: string; readonly input: string },
  before: Edit | undefined,
  stored: Stored,
  typed: Typed,
  at: number,
): Edit {
  const refusal = before?.refusal?.reason === "unreadable" ? undefined : before?.refusal;
  return {
    code: field.code,
    input: field.input,
    typed,
    base: before?.base ?? stored.version,
    at: Math.max(at, (before?.at ?? 0) + 1),
    sent: before?.sent ?? [],
    theirs: before?.theirs,
    refusal,
  };
}

/** Whether the edit says nothing new, and nothing of it may still be under way. */
export function saysNothingNew(edit: Edit, stored: Stored): boolean {
  return edit.sent.length === 0 && edit.typed.readable && sameValue(edit.typed.value, stored.value);
}

/** Whether the edit can be sent as it is. */
export function isSendable(edit: Edit): edit is Edit & { typed: { readable: true; value: AnswerValue } } {
  return edit.typed.readable && edit.theirs === undefined && edit.refusal === undefined;
}

/** The edit marked as under way, to be kept before it is sent. */
export function markSent(edit: Edit, value: AnswerValue): Edit {
  return edit.sent.some((one) => sameValue(one, value)) ? edit : { ...edit, sent: [...edit.sent, value] };
}

/** The server took what was typed at `sentAt`: nothing is left, or what was typed since goes on from there. */
export function acknowledge(edit: Edit, sentAt: number, stored: Stored): Edit | undefined {
  if (edit.at <= sentAt) return undefined;
  return { ...edit, base: stored.version, sent: [] };
}

/**
 * The server holds another version than the edit was begun on.
 * @param own whether the version found is this person's own, written from this browser.
 * @returns nothing when both say the same; the edit going on from its own words; or a conflict.
 */
export function findStale(edit: Edit, stored: Stored, own: boolean): Edit | undefined {
  if (edit.typed.readable && sameValue(edit.typed.value, stored.value)) return undefined;
  if (own) return { ...edit, base: stored.version, sent: [] };
  return { ...edit, sent: [], theirs: stored };
}

/** The person chose their own value, having seen the other: it goes on from there. */
export function keepMine(edit: Edit): Edit {
  if (!edit.theirs) return edit;
  return { ...edit, base: edit.theirs.version, theirs: undefined, sent: [] };
}

/** The later of two tabs' edits of one field; what either has sent is remembered. */
export function later(a: Edit | undefined, b: Edit): Edit {
  if (!a || a.at < b.at) return a ? { ...b, sent: union(a.sent, b.sent) } : b;
  if (a.at > b.at) return { ...a, sent: union(a.sent, b.sent) };
  return { ...b, sent: union(a.sent, b.sent) };
}

function union(a: readonly AnswerValue[], b: readonly AnswerValue[]): readonly AnswerValue[] {
  return [...a, ...b.filter((value) => !a.some((one) => sameValue(one, value)))];
}
