/** The known name that somebody most likely meant. */

/** Names further apart than this share of their length are no slips of the pen. */
const FURTHEST = 0.4;

/** The known name nearest to what was written, letters with marks read as without; undefined when none is near. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const plain = plainName(written);
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = distanceOf(plain, name);
    if (distance <= Math.max(plain.length, name.length) * FURTHEST && distance < (best?.distance ?? Infinity))
      best = { name, distance };
  }
  return best?.name;
}

/** "Đơn vị" as names are spelt: `don_vi`. */
function plainName(written: string): string {
  return written
    .slice(0, 100)
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/** How many letters have to be put in, left out or changed (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (b[j] === letter ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? a.length;
}
