/**
 * Scoring a whole campaign takes a process seconds, and its memory: one turn at a time for each campaign. Few wait for
 * theirs; whoever comes when the line is full is told at once when to come again, rather than all waiting in vain.
 */
import type { Wire } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import type { Platform } from "../../platform.js";

/** Behind the one whose turn it is. */
const MOST_WAITING = 3;
/** A campaign of four thousand units takes some three seconds. */
const RETRY_SECONDS = 5;

interface Line {
  /** The end of the last turn that was asked for. */
  last: Promise<unknown>;
  /** In the line, the one whose turn it is among them. */
  length: number;
}

const lines = new WeakMap<Platform, Map<string, Line>>();

/**
 * Does the work when those before have done theirs.
 * @param isGone whether whoever asked has left meanwhile: then nothing is done for nobody.
 * @throws {Problem} `not-ready` when too many wait already.
 */
export async function inTurn<T>(
  platform: Platform,
  campaignId: string,
  isGone: () => boolean,
  work: () => Promise<T>,
): Promise<T> {
  const ofPlatform = lines.get(platform) ?? new Map<string, Line>();
  lines.set(platform, ofPlatform);
  const line = ofPlatform.get(campaignId) ?? { last: Promise.resolve(), length: 0 };
  if (line.length > MOST_WAITING) throw busy();
  ofPlatform.set(campaignId, line);
  line.length += 1;
  const turn = line.last.then(() => {
    if (isGone()) throw busy();
    return work();
  });
  line.last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    line.length -= 1;
    if (line.length === 0) ofPlatform.delete(campaignId);
  }
}

/** Whether the browser of a request has left. */
export const hasLeft =
  ({ request }: Wire): (() => boolean) =>
  () =>
    request.raw.socket.destroyed;

const busy = () =>
  new Problem(
    "not-ready",
    {
      vi: "Nhiều người đang cùng tính lại kết quả của đợt này. Hãy thử lại sau ít giây.",
      en: "Several people are calculating this campaign's results at once. Try again in a few seconds.",
    },
    { retryAfter: RETRY_SECONDS },
  );
