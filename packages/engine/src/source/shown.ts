/** What somebody wrote, as a message quotes it. */

/** Letters of a quotation; what is longer ends in "…". A page pasted into a cell is not printed back whole. */
const LONGEST = 60;

/** The beginning of a text, on one line, at most 60 letters: for quoting inside a message. */
export function shown(text: unknown): string {
  const line = String(text).replace(/\s+/g, " ").trim();
  // Counted in whole letters, so that no letter is cut in two.
  const letters = line.length > LONGEST ? [...line] : [];
  return letters.length > LONGEST
    ? `${letters
        .slice(0, LONGEST - 1)
        .join("")
        .trimEnd()}…`
    : line;
}
