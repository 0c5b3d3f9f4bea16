/**
 * How many requests a minute are taken. Whole offices, and provinces behind one proxy, share an address: what costs
 * nothing is not counted, and what many read at once is counted by itself.
 */
import type { RateLimitPluginOptions } from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import type { KnownSessions } from "./known-sessions.js";
import { networkOf } from "./network.js";

/** The public pages are made once and kept: an office where everybody looks at the results is no attack. */
const READERS = 20;
const PUBLIC = "/cong-bo";

/** The application's own files are not counted: a browser takes dozens of them at its first visit. */
export function requestLimits({ requestsPerMinute }: Config, known: KnownSessions): RateLimitPluginOptions {
  return {
    max: (request) => (isPublic(request) ? READERS * requestsPerMinute : requestsPerMinute),
    timeWindow: "1 minute",
    keyGenerator: (request) =>
      isPublic(request) ? `${PUBLIC} ${networkOf(request.ip)}` : known.countedBy(request),
    allowList: (request) => !isPublic(request) && !routeOf(request).startsWith("/api/"),
  };
}

const isPublic = (request: FastifyRequest): boolean => routeOf(request).startsWith(PUBLIC);

/** Of the route that answers, and not as it was written: an address can be written in many ways. */
const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? "/api/";
