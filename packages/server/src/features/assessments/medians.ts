/** The middle of a ranking group in a published campaign. Published results stand still, so they are kept for a while. */
import { exact, formatExact, parseExact } from "@opendti/engine";
import type { LongCall } from "../../http/call.js";
import type { Platform } from "../../platform.js";
import * as repository from "./past-repository.js";
import type { AnswerValue } from "./scoring.js";

export interface GroupMedians {
  readonly scores: Readonly<Record<string, string>>;
  /** Of each declared number that at least three units gave: fewer would tell who declared what. */
  readonly answers: readonly AnswerValue[];
}

const KEPT_MILLISECONDS = 600_000;

interface Kept {
  readonly until: number;
  readonly medians: GroupMedians;
}
const kept = new WeakMap<Platform, Map<string, Kept>>();

/** @param group null: the units of the campaign that stand in no group. */
export async function groupMedians(
  call: LongCall,
  campaignId: string,
  group: string | null,
): Promise<GroupMedians> {
  const ours = kept.get(call.platform) ?? new Map<string, Kept>();
  kept.set(call.platform, ours);
  const key = `${campaignId} ${group ?? ""}`;
  const known = ours.get(key);
  if (known !== undefined && known.until > call.at.getTime()) return known.medians;
  const medians = {
    scores: mediansOf(await repository.listGroupScores(call.db, campaignId, group)),
    answers: await repository.listGroupMiddles(call.db, campaignId, group),
  };
  ours.set(key, { until: call.at.getTime() + KEPT_MILLISECONDS, medians });
  return medians;
}

/** The middle score of each code; of an even number, half-way between the two. */
function mediansOf(units: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const byCode = new Map<string, exact.Rational[]>();
  for (const scores of units)
    for (const [code, score] of Object.entries(scores)) {
      const value = parseExact(score);
      if (value === undefined) continue;
      const list = byCode.get(code);
      if (list === undefined) byCode.set(code, [value]);
      else list.push(value);
    }
  const medians: Record<string, string> = {};
  for (const [code, values] of byCode) {
    values.sort(exact.compare);
    const low = values[Math.floor((values.length - 1) / 2)];
    const high = values[Math.floor(values.length / 2)];
    if (low !== undefined && high !== undefined)
      medians[code] = formatExact(exact.divide(exact.add(low, high), exact.rational(2)));
  }
  return medians;
}
