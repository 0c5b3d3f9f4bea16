/**
 * Wrong passwords and codes, counted by network. Right ones are not: behind one address may sit a whole province, which
 * signs in between seven and eight in the morning.
 */
import type { RouteHandlerMethod } from "fastify";
import { networkOf } from "./network.js";
import { Problem } from "./problem.js";

/** What a wrong try is answered with. */
const WRONG = new Set(["sign-in-failed", "totp-wrong", "account-locked", "password-wrong"]);
const WINDOW_MS = 60_000;
/** More networks than this at once are an attack; the oldest counts are let go. */
const MOST_NETWORKS = 50_000;

/** Tries of any outcome that a network may make for each wrong one it may: who guesses in a burst is bounded too. */
export const TRIES_FOR_A_WRONG_ONE = 20;

/** The wrong tries of the last minute in this process. */
export class WrongTries {
  private readonly windows = new Map<string, { readonly until: number; count: number }>();

  /** @param most wrong tries a minute and network. */
  constructor(
    private readonly most: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /**
   * The handler, not asked once its network has tried wrongly too often.
   * @throws {Problem} `too-many-requests`, the handler then not being run.
   */
  guarding(handler: RouteHandlerMethod): RouteHandlerMethod {
    const tries = this;
    return async function (request, reply) {
      const network = networkOf(request.ip);
      tries.require(network);
      try {
        return await handler.call(this, request, reply);
      } catch (error) {
        if (error instanceof Problem && WRONG.has(error.code)) tries.note(network);
        throw error;
      }
    };
  }

  private require(network: string): void {
    const window = this.windows.get(network);
    const left = window === undefined ? 0 : window.until - this.clock();
    if (window === undefined || left <= 0 || window.count < this.most) return;
    throw new Problem("too-many-requests", undefined, { retryAfter: Math.ceil(left / 1000) });
  }

  private note(network: string): void {
    const now = this.clock();
    const window = this.windows.get(network);
    if (window !== undefined && window.until > now) {
      window.count += 1;
      return;
    }
    // Windows are as long as each other: the first in the map end first.
    this.windows.delete(network);
    for (const [other, { until }] of this.windows) {
      if (until > now && this.windows.size < MOST_NETWORKS) break;
      this.windows.delete(other);
    }
    this.windows.set(network, { until: now + WINDOW_MS, count: 1 });
  }
}
