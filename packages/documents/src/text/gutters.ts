/** Where one column of a page ends and the next begins: the strips of spaces that run down between the headings. */
import type { HeadColumn } from "./aligned-header.js";
import { type Piece, piecesOf } from "./pieces.js";

/** So much of the lines may reach over a strip; they are headings across the table. */
const CROSSING = 0.08;
/** How far the columns of a page without a header may all have moved from where they were on the page before. */
const MOVED = 16;
/** Strips further than this from their place, one with another, are others. */
const TOO_FAR = 3;
const BESIDE_EMPTY = 2;

/**
 * The first position of each column but the first.
 * @param texts the lines of one page of the table
 * @param before as found on the page before, where this page prints no header
 * @returns undefined when the columns of the page run into one another
 */
export function guttersOf(
  texts: readonly string[],
  header: readonly HeadColumn[] | undefined,
  before: readonly number[],
): number[] | undefined {
  const middles = header?.map(({ start, end }) => Math.floor((start + end) / 2)) ?? [];
  const counted = texts.map(piecesOf).filter((pieces) => pieces.length > 0 && !runsAcross(pieces, middles));
  const covered: number[] = [];
  for (const pieces of counted)
    for (const { start, end } of pieces)
      for (let at = start; at < end; at += 1) covered[at] = (covered[at] ?? 0) + 1;
  const most = Math.floor(counted.length * CROSSING + 0.4);
  if (!header) return sameGutters(covered, before, most);
  const cuts: number[] = [];
  for (let at = 0; at + 1 < middles.length; at += 1) {
    const cut = widestGap(
      covered,
      Math.max((cuts.at(-1) ?? 0) + 1, middles[at] ?? 0),
      middles[at + 1] ?? 0,
      most,
    );
    if (cut === undefined) return undefined;
    cuts.push(cut);
  }
  return cuts;
}

/** A line of one run of words from under one heading to under another belongs to no column. */
function runsAcross(pieces: readonly Piece[], middles: readonly number[]): boolean {
  return pieces.some(
    ({ start, end }) =>
      middles.filter((middle) => start <= middle && middle < end).length >= (pieces.length === 1 ? 2 : 3),
  );
}

/** The end of the widest strip that the fewest lines reach over. */
function widestGap(covered: readonly number[], from: number, to: number, most: number): number | undefined {
  let best: { crossing: number; width: number; end: number } | undefined;
  let at = from;
  while (at < to) {
    const crossing = covered[at] ?? 0;
    let end = at + 1;
    while (end < to && (covered[end] ?? 0) === crossing) end += 1;
    const width = end - at;
    if (!best || crossing < best.crossing || (crossing === best.crossing && width > best.width))
      best = { crossing, width, end };
    at = end;
  }
  return best && best.crossing <= most ? best.end : undefined;
}

/** The strips of a page without a header: those of the page before, all moved by the same. */
function sameGutters(
  covered: readonly number[],
  before: readonly number[],
  most: number,
): number[] | undefined {
  const ends: number[] = [];
  const margin = covered.findIndex((count) => (count ?? 0) > 0);
  for (let at = Math.max(0, margin) + 1; at <= covered.length; at += 1)
    if ((covered[at - 1] ?? 0) <= most && (covered[at] ?? 0) > most) ends.push(at);
  let best: number[] | undefined;
  let least = before.length * TOO_FAR;
  for (let moved = -MOVED; moved <= MOVED; moved += 1) {
    let cost = Math.abs(moved) / 100;
    const cuts = before.map((cut) => {
      const wanted = cut + moved;
      const near = nearest(ends, wanted);
      const far = Math.abs(near - wanted);
      // Beside a column that is empty on this page there is no such end.
      const empty = far > BESIDE_EMPTY && (covered[wanted - 1] ?? 0) <= most;
      cost += empty ? BESIDE_EMPTY : far;
      return empty ? wanted : near;
    });
    if (cuts.some((cut, at) => at > 0 && cut <= (cuts[at - 1] ?? 0))) continue;
    if (cost < least) {
      least = cost;
      best = cuts;
    }
  }
  return best;
}

function nearest(ends: readonly number[], wanted: number): number {
  return ends.reduce(
    (best, end) => (Math.abs(end - wanted) < Math.abs(best - wanted) ? end : best),
    Number.NEGATIVE_INFINITY,
  );
}
