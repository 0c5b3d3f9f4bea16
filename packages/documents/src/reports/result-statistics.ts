/** What a report says of many results at once: how many, the best, the middle of them, the lowest. */
import { exact, formatExact, parseExact, type Rational, round } from "@opendti/engine";
import type { CampaignResults, RankedUnit } from "./result-decision-input.js";

export interface Spread {
  readonly units: number;
  /** Decimal text; absent when there are no units. */
  readonly best?: string;
  readonly mean?: string;
  readonly lowest?: string;
}

/** Averages are told to two digits, whatever the set rounds to. */
const MEAN = { digits: 2, mode: "half-up" } as const;

/** Of the totals of those that submitted: what nobody declared tells nothing of anybody. */
export function totalsOf(units: readonly RankedUnit[]): Spread {
  return spreadOf(units.flatMap(({ submitted, total }) => (submitted ? [total] : [])));
}

/** Of one pillar over all units that submitted. */
export function pillarSpread({ groups }: CampaignResults, label: string): Spread {
  return spreadOf(
    groups.flatMap(({ units }) =>
      units.flatMap(({ submitted, pillars }) => (submitted ? (pillars[label] ?? []) : [])),
    ),
  );
}

function spreadOf(texts: readonly string[]): Spread {
  const [first, ...rest] = texts.map(pointsOf);
  if (first === undefined) return { units: 0 };
  const sum = rest.reduce(exact.add, first);
  return {
    units: texts.length,
    best: formatExact(rest.reduce(exact.greatest, first)),
    mean: formatExact(round(exact.divide(sum, exact.rational(texts.length)), MEAN)),
    lowest: formatExact(rest.reduce(exact.least, first)),
  };
}

function pointsOf(text: string): Rational {
  const points = parseExact(text);
  if (points === undefined) throw new RangeError(`Not points: ${text}`);
  return points;
}
