/** Last year beside this year: the unit's own points and answers, and the median of its ranking group. */
import type { CompiledSet } from "@opendti/engine";
import type { LongCall } from "../../http/call.js";
import type { StoredValue } from "../answers/repository.js";
import { loadSetOf } from "./load-set.js";
import { groupMedians } from "./medians.js";
import { type AnswerValue, addressOf } from "./scoring.js";
import { PROFILE } from "./standing.js";
import type { PastRow } from "./whole-repository.js";

export interface Previous {
  readonly year: number;
  /** By this year's codes. */
  readonly scores: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, Readonly<Record<string, StoredValue>>>>;
}

/** The middle of the ranking group: points, and declared numbers. */
export interface Medians {
  readonly year: number;
  readonly scores: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, Readonly<Record<string, StoredValue>>>>;
}

/**
 * @param past last year's published result: another unit's present answers are nobody's business.
 * @param set this year's.
 */
export async function pastOf(
  call: LongCall,
  past: PastRow | null,
  set: CompiledSet,
): Promise<{ previous: Previous | null; medians: Medians | null }> {
  if (past === null) return { previous: null, medians: null };
  const before = (await loadSetOf(call, past.set)).set;
  const codes = carriedCodes(set, before);
  const pick = (scores: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      [...codes].flatMap(([now, then]) => {
        const score = scores[then];
        return score === undefined ? [] : [[now, score]];
      }),
    );
  const medians = await groupMedians(call, past.campaignId, past.group);
  const answers = past.answers.map(([code, input, value]) => ({ code, input, value }));
  return {
    previous: { year: past.year, scores: pick(past.scores), answers: answersOf(answers, codes) },
    medians: {
      year: past.year,
      scores: pick(medians.scores),
      answers: answersOf(medians.answers, codes),
    },
  };
}

/** This year's code to the code of the same indicator before: by its key, or the key that it continues. */
export function carriedCodes(set: CompiledSet, before: CompiledSet): Map<string, string> {
  const codes = new Map<string, string>();
  for (const node of set.nodes) {
    const then = set.id === before.id ? before.nodeOf.get(addressOf(set, node)) : before.nodeOf.get(node.key);
    const earlier = then === undefined ? undefined : before.nodes[then];
    if (earlier !== undefined) codes.set(addressOf(set, node), addressOf(before, earlier));
  }
  return codes;
}

function answersOf(
  answers: readonly AnswerValue[],
  codes: ReadonlyMap<string, string>,
): Record<string, Record<string, StoredValue>> {
  const now = new Map([...codes].map(([to, from]) => [from, to]));
  const byCode: Record<string, Record<string, StoredValue>> = {};
  for (const { code, input, value } of answers) {
    const to = code === PROFILE ? PROFILE : now.get(code);
    if (to === undefined || value === null) continue;
    byCode[to] ??= {};
    byCode[to][input] = value;
  }
  return byCode;
}
