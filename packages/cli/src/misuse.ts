/** The command was asked for something it does not know: said on stderr, exit status 2. */
import { type Message, message } from "@opendti/engine";

export class Misuse extends Error {
  override readonly name = "Misuse";

  constructor(
    readonly text: Message,
    /** The command whose help answers; undefined for the general help. */
    readonly command?: string,
  ) {
    super(text.en);
  }
}

/** Names near a mistyped one, nearest first; none when nothing is near. */
export function nearest(name: string, known: Iterable<string>, most = 3): string[] {
  const wanted = fold(name);
  const scored: { name: string; distance: number }[] = [];
  for (const candidate of known) {
    const folded = fold(candidate);
    const far = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (Math.abs(wanted.length - folded.length) > far && !folded.includes(wanted)) continue;
    const distance = folded.includes(wanted) || wanted.includes(folded) ? 1 : editDistance(wanted, folded);
    if (distance <= far) scored.push({ name: candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance);
  return scored.slice(0, most).map((one) => one.name);
}

/** `; gần nhất: a, b`, or nothing. */
export function nearestHint(name: string, known: Iterable<string>): Message {
  // Names come from files: nothing that a terminal would obey.
  const near = nearest(name, known)
    .join(", ")
    .replace(/\p{Cc}/gu, "\ufffd");
  return near === "" ? message("", "") : message(`; gần giống: ${near}`, `; did you mean ${near}?`);
}

/** Lower case without Vietnamese marks, so that "nhóm" is found by "nhom". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
