/** How a ranking group declared one indicator: the middle, the ends, and how the points are spread. */
import { type CompiledSet, exact, formatExact, parseExact } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import type { StoredValue } from "../answers/repository.js";
import type { Inputs } from "./appraisal.js";
import { listPeers, type Peer } from "./peers-repository.js";
import type { Bench } from "./standing.js";
import { factsIn } from "./values.js";

/** Bars of the picture: tenths of the maximum. */
const BINS = 10;

export interface GroupView {
  readonly code: string;
  readonly name: string;
  /** Units of the group that have submitted. */
  readonly count: number;
  readonly median: string;
  readonly best: string;
  readonly lowest: string;
  readonly bins: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly values: readonly {
    readonly input: string;
    readonly label: string;
    readonly median: string | null;
    readonly own: StoredValue | null;
  }[];
}

/** Null where the unit stands in no group, or nobody of it has submitted. */
export async function groupOf(
  call: Call,
  { assessment, loaded: { set } }: Bench,
  code: string,
  own: Inputs,
): Promise<GroupView | null> {
  const { group, campaign } = assessment;
  if (group === null) return null;
  const peers = await listPeers(call.db, campaign.id, group.code, code);
  const points = numbers(peers.map(({ declared }) => declared));
  const [lowest] = points;
  const best = points.at(-1);
  if (lowest === undefined || best === undefined) return null;
  return {
    code: group.code,
    name: group.name,
    count: points.length,
    median: formatExact(middle(points) ?? lowest),
    best: formatExact(best),
    lowest: formatExact(lowest),
    bins: spread(set, code, points),
    values: factsIn(set, code)
      .filter(({ kind }) => ["count", "number", "money", "percent"].includes(kind))
      .map(({ id, label }) => ({ input: id, label, median: medianOf(peers, id), own: own[id] ?? null })),
  };
}

function medianOf(peers: readonly Peer[], input: string): string | null {
  const given = peers.map((peer) => peer.given[input]).filter((value) => typeof value === "string");
  const value = middle(numbers(given));
  return value === undefined ? null : formatExact(value);
}

/** How many stand in each tenth of the maximum; who reaches an edge stands above it, the last but in the last. */
function spread(set: CompiledSet, code: string, points: readonly exact.Rational[]): GroupView["bins"] {
  const index = set.nodeOf.get(code);
  const max = (index === undefined ? undefined : set.nodes[index]?.max) ?? exact.ZERO;
  if (max.n === 0n) return [];
  const edge = (place: number) =>
    exact.divide(exact.multiply(max, exact.rational(place)), exact.rational(BINS));
  return Array.from({ length: BINS }, (_, place) => {
    const from = edge(place);
    const to = edge(place + 1);
    const last = place === BINS - 1;
    const within = points.filter(
      (one) => exact.compare(one, from) >= 0 && (last || exact.compare(one, to) < 0),
    );
    return { from: formatExact(from), to: formatExact(to), count: within.length };
  });
}

/** What can be read of them, ascending. */
function numbers(written: readonly string[]): exact.Rational[] {
  return written.flatMap((one) => parseExact(one) ?? []).sort(exact.compare);
}

/** Of an even number, half-way between the two. */
function middle(sorted: readonly exact.Rational[]): exact.Rational | undefined {
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low && high && exact.divide(exact.add(low, high), exact.rational(2));
}
