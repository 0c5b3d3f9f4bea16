/** One correction offered to every row that the document words alike. Pure. */
import type { RowView } from "./compose.js";
import { changeOf } from "./compose.js";
import type { Decision, IndicatorChange } from "./import-work.js";

/** A row that may be decided the same way. */
export interface Likewise {
  readonly view: RowView;
  readonly decision: Decision;
  /** Something was taken over that need not fit: a person should look before it is. */
  readonly look: boolean;
}

/**
 * The other rows of the same wording with the decision carried over to each: its own numbers and names stay where the
 * correction did not touch them.
 * @param decided the row as it was before the decision.
 * @returns nothing for rows that a person has decided on already, and nothing to accept where nothing is in doubt.
 */
export function likewise(
  views: readonly RowView[],
  decided: RowView,
  decision: Decision,
  alternative: { readonly question: string; readonly place: number } | null,
): Likewise[] {
  const wording = decided.row?.wording ?? "";
  if (wording === "") return [];
  return views.flatMap((view): Likewise[] => {
    if (view.name === decided.name || view.row?.wording !== wording || view.verdict !== null) return [];
    if (decision.change === null)
      return view.open && view.now.rule !== undefined && view.status !== "unread"
        ? [{ view, decision, look: false }]
        : [];
    const chosen = alternative === null ? null : sameAlternative(view, alternative);
    if (chosen !== null) return [{ view, decision: { verdict: "corrected", change: chosen }, look: false }];
    const { change, look } = carriedOver(changeOf(decided.read), decision.change, view);
    return [{ view, decision: { verdict: "corrected", change }, look }];
  });
}

/** The answer of the same place to the same question, as this row words it. */
function sameAlternative(
  { read, row }: RowView,
  { question, place }: { readonly question: string; readonly place: number },
): IndicatorChange | null {
  const answer = row?.questions.find(({ code }) => code === question)?.alternatives[place];
  return answer === undefined
    ? null
    : { ...changeOf(read), rule: answer.rule, inputs: answer.inputs, exceptions: answer.exceptions };
}

function carriedOver(
  before: IndicatorChange,
  after: IndicatorChange,
  to: RowView,
): { change: IndicatorChange; look: boolean } {
  const other = changeOf(to.read);
  const carry = new Carry();
  const change = {
    ...other,
    rule: carry.over(before.rule, after.rule, other.rule) as IndicatorChange["rule"],
    inputs: carry.over(before.inputs, after.inputs, other.inputs) as IndicatorChange["inputs"],
    exceptions: carry.over(
      before.exceptions,
      after.exceptions,
      other.exceptions,
    ) as IndicatorChange["exceptions"],
    not_applicable: carry.over(before.not_applicable, after.not_applicable, other.not_applicable) as
      | IndicatorChange["not_applicable"]
      | null,
  };
  // Points that were right for one maximum need not be for another; words of one row need not fit the other.
  const points =
    String(before.max) !== String(other.max) && /"(points|cap)":/.test(JSON.stringify(after.rule));
  return { change, look: carry.guessed || points };
}

/** Carries what changed between two values over to a third of the same shape. */
class Carry {
  /** Something stood in the way: what was there differed, and was replaced all the same. */
  guessed = false;

  over(before: unknown, after: unknown, other: unknown): unknown {
    if (equal(before, after)) return other;
    // The same word for word; where nothing was read in either, the words of the one need not fit the other.
    if (equal(before, other) && (!isNothing(before) || !hasWords(after))) return after;
    if (Array.isArray(before) && Array.isArray(after) && Array.isArray(other)) {
      if (before.length === after.length && after.length === other.length)
        return after.map((each, place) => this.over(before[place], each, other[place]));
    } else if (isPlain(before) && isPlain(after) && isPlain(other) && sameKeys(before, other)) {
      const names = new Set([...Object.keys(after), ...Object.keys(other)]);
      const entries = [...names].map(
        (name) => [name, this.over(before[name], after[name], other[name])] as const,
      );
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    this.guessed ||= !equal(before, other) || hasWords(after);
    return after;
  }
}

/** Whether a value names something in the document's words, which another row words otherwise. */
function hasWords(value: unknown): boolean {
  return /"(label|sentence)":/.test(JSON.stringify(value) ?? "");
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameKeys(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other);
}

/** Whether two values of a source say the same: numbers are compared as they are written. */
function equal(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, place) => equal(each, other[place]));
  if (isPlain(one) && isPlain(other))
    return sameKeys(one, other) && Object.keys(one).every((name) => equal(one[name], other[name]));
  if (isLeaf(one) && isLeaf(other)) return String(one) === String(other);
  return one === other;
}

const isLeaf = (value: unknown): boolean => typeof value === "string" || typeof value === "number";
