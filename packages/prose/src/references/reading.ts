import {
  type Characters,
  charactersOf,
  digitsEnd,
  isDigit,
  isLetter,
  isSpace,
  pass,
  spanOf,
  textOf,
  wordBegins,
} from "./characters.js";
import { documentOf, linkOf, type Placed } from "./document-reference.js";
import { type Draft, readDrafts } from "./documents.js";
import { readLink } from "./links.js";
import { symbolParts } from "./symbols.js";
import type { DocumentReference, ReferenceDoubt, ReferenceReading, RestPiece, SharedPart } from "./types.js";
import { lexicon, lookUp, matchWord, phrase } from "./words.js";

/** Words that only lead to a reference or join two. */
const joining = lexicon(
  [
    ..."và các những theo tại căn cứ xem gồm như cùng với của đồng thời trong là".split(" "),
    ..."cụ thể,bao gồm,thực hiện theo,quy định tại,được quy định tại,kèm theo".split(","),
  ].map((words) => [words, true] as const),
);
const and = phrase("và");
const several = ["các", "những"].map(phrase);
const LONGEST_SEPARATOR = 20;

/**
 * Reads the document references in free text as an officer types it: "Quyết định số 1133/QĐ-BDT ngày 31/12/2022;
 * Công văn số 45/BDT-VP". Takes any text, refuses none; time grows linearly with its length. What is no reference comes
 * back in `rest`, so that every character is in exactly one reference or one piece of the rest.
 */
export function readReferences(text: string): ReferenceReading {
  const c = charactersOf(text);
  const found = readUnits(c, 0, c.size);
  const references = found.map((one) =>
    "url" in one ? linkOf(c, one) : documentOf(c, one, (from, end) => citedIn(c, from, end)),
  );
  return { references, rest: restOf(c, found) };
}

type Found = Placed | { readonly from: number; readonly end: number; readonly url: string };
const startOf = (one: Found): number => ("url" in one ? one.from : one.draft.from);
const endOf = (one: Found): number => ("url" in one ? one.end : one.draft.end);

function readUnits(c: Characters, from: number, limit: number): Found[] {
  const found: Found[] = [];
  let last: Placed | null = null;
  let lists = 0;
  let at = from;
  while (at < limit) {
    const link = readLink(c, at);
    if (link) {
      found.push(link);
      at = link.end;
      last = null;
      continue;
    }
    const begins = (isLetter(c, at) || isDigit(c, at)) && wordBegins(c, at);
    const linked: boolean = begins && last !== null && onlySeparates(c, last.draft.end, at);
    const drafts = begins ? readDrafts(c, at, linked) : null;
    const [first] = drafts ?? [];
    const inherits: boolean = linked && last !== null && first?.kind === null && sameCode(last.draft, first);
    // "số 13" is one of a list or nothing.
    const bare = first?.kind === null && first.symbol?.groups.length === 0 && !inherits;
    if (!drafts || !first || bare || (drafts.at(-1)?.end ?? limit) > limit) {
      at++;
      continue;
    }
    if (!inherits) lists++;
    for (const [index, draft] of drafts.entries()) {
      const shared: SharedPart[] = [];
      if (inherits && last) draft.kind = last.draft.kind;
      if (draft.kind && (inherits || index > 0)) shared.push("kind");
      if (draft.symbolShared) shared.push("symbol");
      const plural: boolean =
        inherits && last ? last.plural : drafts.length > 1 || followsSeveral(c, draft.from);
      const placed: Placed = { draft, list: lists, plural: plural || index > 0, shared, doubts: [] };
      found.push(placed);
      last = placed;
      at = draft.end;
    }
  }
  shareWithinLists(c, found);
  return found;
}

/** "Quyết định số 12/QĐ-UBND, 13/QĐ-UBND": the second is a decision too; "…, 45/BDT-VP" would not be. */
function sameCode(before: Draft, after: Draft): boolean {
  if (!before.kind || !before.symbol || !after.symbol) return false;
  if (after.symbol.groups.length === 0) return true;
  const codes = [before, after].map(({ symbol }) => symbol && symbolParts(symbol).code?.text.toLowerCase());
  return codes[0] === codes[1];
}

function onlySeparates(c: Characters, from: number, to: number): boolean {
  if (to - from > LONGEST_SEPARATOR || to === from) return false;
  let separated = false;
  let at = from;
  while (at < to) {
    const andEnd = matchWord(c, at, and);
    const mark = ",;-+&\n".includes(c.letter[at] ?? "!");
    if (andEnd < 0 && !mark && !isSpace(c, at)) return false;
    separated = separated || andEnd >= 0 || mark;
    at = Math.max(andEnd, at + 1);
  }
  return separated;
}

function followsSeveral(c: Characters, from: number): boolean {
  let end = from;
  while (end > 0 && from - end < 4 && isSpace(c, end - 1)) end--;
  return several.some((word) => {
    const start = end - (word.words[0]?.size ?? 0);
    return start >= 0 && wordBegins(c, start) && matchWord(c, start, word) === end;
  });
}

/** A date or an agency that stands after the last of a list holds for those before it that have none. */
function shareWithinLists(c: Characters, found: readonly Found[]): void {
  let after: Placed | null = null;
  for (const one of found.toReversed()) {
    if ("url" in one) continue;
    if (after && after.list === one.list) {
      if (!one.draft.date && after.draft.date) {
        one.draft.date = after.draft.date;
        one.shared.push("date");
        if (!one.plural) one.doubts.push(dateShared(c, one.draft));
      }
      if (!one.draft.issuer && after.draft.issuer) {
        one.draft.issuer = after.draft.issuer;
        one.shared.push("issuer");
      }
    }
    after = one;
  }
}

const dateShared = (c: Characters, draft: Draft): ReferenceDoubt => ({
  ...spanOf(c, draft.from, draft.end),
  code: "date-shared",
  message: {
    vi: "Văn bản này không ghi ngày riêng; ngày lấy từ văn bản đứng sau trong cùng danh sách, cần kiểm tra lại.",
    en: "This document has no date of its own; the date is that of the next one in the list. Check it.",
  },
});

/** The documents that a title names, without those that their titles name in turn. */
function citedIn(c: Characters, from: number, end: number): DocumentReference[] {
  return readUnits(c, from, end).flatMap((one) => ("url" in one ? [] : [documentOf(c, one, () => [])]));
}

function restOf(c: Characters, found: readonly Found[]): RestPiece[] {
  const rest: RestPiece[] = [];
  let from = 0;
  for (const next of [
    ...found.map((one) => [startOf(one), endOf(one)] as const),
    [c.size, c.size] as const,
  ]) {
    if (next[0] > from) {
      const span = spanOf(c, from, next[0]);
      rest.push({ ...span, text: textOf(c, from, next[0]), joining: onlyJoins(c, from, next[0]) });
    }
    from = next[1];
  }
  return rest;
}

function onlyJoins(c: Characters, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const word = isLetter(c, at) && wordBegins(c, at) ? lookUp(c, at, joining) : null;
    const label = word ? -1 : listLabelEnd(c, at);
    if (word) at = word.end;
    else if (label >= 0) at = label;
    else if (isLetter(c, at) || isDigit(c, at)) return false;
    else at = Math.max(at + 1, Math.min(to, pass(c, at)));
  }
  return true;
}

/** "1.", "2)", "a)" before the items of a list; -1 elsewhere. */
function listLabelEnd(c: Characters, at: number): number {
  const digits = digitsEnd(c, at);
  const end = digits > at ? digits : at + 1;
  const short = digits > at ? digits - at < 3 : isLetter(c, at) && !isLetter(c, end);
  const closed = c.letter[end] === "." || c.letter[end] === ")";
  return short && closed && wordBegins(c, at) && (end + 1 >= c.size || isSpace(c, end + 1)) ? end + 1 : -1;
}
