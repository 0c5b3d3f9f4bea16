import { type Characters, isLetter, isSpace, textOf } from "./characters.js";

/** A link, from one unit to another, without the punctuation of the sentence around it. */
export interface LinkFound {
  readonly from: number;
  readonly end: number;
  readonly url: string;
}

const starts = ["https://", "http://", "www."];
const fences = new Set(["<", ">", '"', "“", "”", "«", "»", "|", "{", "}", "`"]);
const sentenceMarks = new Set([".", ",", ";", ":", "!", "?", "'", "’", "*", "…"]);

function beginsHere(c: Characters, at: number, start: string): boolean {
  for (let i = 0; i < start.length; i++) if (c.letter[at + i] !== start[i]) return false;
  return true;
}

/** The link that starts here (http://, https://, www.), or null. Its scheme may be in capitals. */
export function readLink(c: Characters, at: number): LinkFound | null {
  const first = c.letter[at];
  if (first !== "h" && first !== "w") return null;
  const start = starts.find((one) => beginsHere(c, at, one));
  if (start === undefined || (first === "w" && isLetter(c, at - 1))) return null;
  let end = at + start.length;
  const opened = end;
  while (end < c.size && !isSpace(c, end) && !fences.has(c.letter[end] ?? "")) {
    // "https://a.vn;https://b.vn" are two.
    if ((c.letter[end] === ";" || c.letter[end] === ",") && readsLinkStart(c, end + 1)) break;
    end++;
  }
  end = withoutSentenceMarks(c, opened, end);
  return end > opened ? { from: at, end, url: textOf(c, at, end) } : null;
}

const readsLinkStart = (c: Characters, at: number): boolean => starts.some((one) => beginsHere(c, at, one));

/** "(https://a.vn)." ends before ")."; a bracket that the address itself opened stays. */
function withoutSentenceMarks(c: Characters, from: number, to: number): number {
  let unopened = 0;
  for (let at = from; at < to; at++) {
    if (c.letter[at] === "(" || c.letter[at] === "[") unopened--;
    else if (c.letter[at] === ")" || c.letter[at] === "]") unopened++;
  }
  let end = to;
  while (end > from) {
    const last = c.letter[end - 1] ?? "";
    if ((last === ")" || last === "]") && unopened > 0) unopened--;
    else if (!sentenceMarks.has(last)) break;
    end--;
  }
  return end;
}
