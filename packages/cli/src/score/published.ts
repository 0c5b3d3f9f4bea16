/** Published scores beside those computed. */
import {
  type CampaignScores,
  type CompiledSet,
  exact,
  formatExact,
  formatTicks,
  parseExact,
  type Rational,
} from "@opendti/engine";
import type { Published } from "../input/declared.js";
import { groupSize } from "./groups.js";

/** A published number that the rules do not give. */
export interface PublishedDifference {
  readonly unit: string;
  /** Code of the node; `total`, `rank`. */
  readonly code: string;
  /** Decimal string; null where the set has no such thing. */
  readonly score: string | null;
  readonly published: string;
}

interface Beside {
  readonly set: CompiledSet;
  readonly labels: readonly string[];
  readonly scores: CampaignScores;
}

/** What differs for one unit. Results published without the data they came from (`reproduce: false`) cannot differ. */
export function differencesOf(
  beside: Beside,
  { unit, published }: { readonly unit: string; readonly published: Published | undefined },
  row: number,
): PublishedDifference[] {
  if (!published || published.reproduce === false) return [];
  const { set, labels, scores } = beside;
  const digits = set.scoreRounding.digits;
  const found: PublishedDifference[] = [];
  const differ = (code: string, score: string | null, printed: string): void => {
    found.push({ unit, code, score, published: printed });
  };
  for (const [code, { score: printed }] of Object.entries(published.scores)) {
    if (printed === undefined) continue;
    const node = set.nodeOf.get(code);
    if (node === undefined) differ(code, null, String(printed));
    else {
      const own = formatTicks(scores.ticks(row, node), digits);
      if (!sameNumber(own, printed)) differ(labels[node] ?? code, own, writeNumber(printed));
    }
  }
  if (published.total !== undefined) {
    const own = formatTicks(scores.totalTicks(row), digits);
    if (!sameNumber(own, published.total)) differ("total", own, writeNumber(published.total));
  }
  // A rank among units that are not here cannot be compared.
  if (
    published.rank !== undefined &&
    published.of !== undefined &&
    published.of === groupSize(scores, row) &&
    published.rank !== scores.rank(row)
  )
    differ("rank", String(scores.rank(row)), String(published.rank));
  return found;
}

function sameNumber(own: string, printed: string | number): boolean {
  const a = parseExact(own);
  const b = readPublished(printed);
  return a !== undefined && b !== undefined && exact.equal(a, b);
}

/** A published number as printed: `9.56`, `9,56`. */
export function readPublished(printed: string | number): Rational | undefined {
  return parseExact(
    String(printed)
      .trim()
      .replace(/^(-?\d+),(\d+)$/, "$1.$2"),
  );
}

function writeNumber(printed: string | number): string {
  const value = readPublished(printed);
  return value ? formatExact(value) : String(printed);
}
