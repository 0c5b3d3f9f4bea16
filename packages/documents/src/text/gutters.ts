/** Where one column of a page ends and the next begins: the strips of spaces that run down between the headings. */
import type { HeadColumn } from "./aligned-header.js";
import { type Piece, piecesOf } from "./pieces.js";

/** So much of the lines may reach over a strip; they are headings across the table. */
const CROSSING = 0.08;
/** How far a column of a page without a header may have moved from where it was on the page before. */
const MOVED = 6;

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
  const most = Math.max(1, Math.floor(counted.length * CROSSING));
  const cuts: number[] = [];
  const count = header ? header.length - 1 : before.length;
  for (let at = 0; at < count; at += 1) {
    const own = before[at] ?? 0;
    const last = (cuts.at(-1) ?? 0) + 1;
    const cut = header
      ? widestGap(covered, Math.max(last, middles[at] ?? 0), middles[at + 1] ?? 0, most)
      : nearestGap(covered, Math.max(last, own - MOVED), own + MOVED, own, most);
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

function nearestGap(
  covered: readonly number[],
  from: number,
  to: number,
  wanted: number,
  most: number,
): number | undefined {
  let best: number | undefined;
  let cost = Number.POSITIVE_INFINITY;
  for (let at = from; at <= to; at += 1) {
    const crossing = covered[at - 1] ?? 0;
    if (crossing > most) continue;
    const own = crossing * 2 * MOVED + Math.abs(at - wanted);
    if (own < cost) {
      cost = own;
      best = at;
    }
  }
  return best;
}
