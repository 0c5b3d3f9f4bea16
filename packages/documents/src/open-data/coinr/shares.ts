/** What COINr reads of a unit: each indicator's share of its maximum, in percent, and what is left out as NA. */
import { exact, formatExact, parseExact } from "@opendti/engine";
import type { CampaignFrame, FrameUnit } from "../../campaign-book/types.js";

const ZERO = exact.rational(0);
const HUNDRED = exact.rational(100);
/** Digits behind the point: more than a double holds of a percent, so that R reads the nearest one. */
const DIGITS = 15;

/**
 * The share of an indicator; null: it is left out, and the others of its parent are rescaled. What is missing counts
 * as 0 in the index, and so here.
 */
export function shareAt(frame: CampaignFrame, unit: FrameUnit, place: number): string | null {
  const decided = decidedAbove(frame, unit, place) ?? place;
  const node = frame.nodes[decided];
  const score = unit.scores[decided];
  if (node === undefined || score === undefined) return null;
  if (score.status === "not_applicable" && policyAt(frame, decided) === "excluded") return null;
  const points = parseExact(score.final ?? "0") ?? ZERO;
  const max = parseExact(node.max) ?? ZERO;
  if (max.n === 0n) return null;
  return decimalOf(exact.multiply(exact.divide(points, max), HUNDRED));
}

/** The node above that was marked as not applicable as a whole: then its mark decides on everything below it. */
function decidedAbove({ nodes, set }: CampaignFrame, unit: FrameUnit, place: number): number | undefined {
  let found: number | undefined;
  for (let at = nodes[place]?.parent ?? null; at !== null; at = nodes[at]?.parent ?? null)
    if (unit.scores[at]?.status === "not_applicable" && set.compiled.nodes[at]?.notApplicable !== undefined)
      found = at;
  return found;
}

/** What the set says of an indicator that does not apply; without a word on it, an exception has left it out. */
const policyAt = ({ set }: CampaignFrame, place: number): "full" | "zero" | "excluded" =>
  set.compiled.nodes[place]?.notApplicable ?? "excluded";

/** A rational as decimal text, rounded where it has no end. */
function decimalOf(value: exact.Rational): string {
  const text = formatExact(value);
  if (!text.includes("/")) return text;
  const scale = 10n ** BigInt(DIGITS);
  const scaled = (value.n * scale * 2n + value.d) / (value.d * 2n);
  const digits = scaled.toString().padStart(DIGITS + 1, "0");
  return `${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS).replace(/0+$/, "")}`.replace(/\.$/, "");
}
