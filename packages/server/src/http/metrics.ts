/** Prometheus figures of this process at /metrics: requests by route and status, the pool, Node itself. */
import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Config } from "../config.js";
import type { Platform } from "../platform.js";
import { Problem } from "./problem.js";
import { tokenHash } from "./session-cookie.js";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Adds the measuring hooks and `GET /metrics`. */
export function metricsRoutes(server: FastifyInstance, platform: Platform): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: "opendti_http_request_seconds",
    help: "Requests by method, route and status",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [register],
  });
  new Gauge({
    name: "opendti_database_connections",
    help: "Connections of the pool by state",
    labelNames: ["state"],
    registers: [register],
    collect() {
      const { totalCount, idleCount, waitingCount } = platform.pool;
      this.set({ state: "open" }, totalCount);
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "waiting" }, waitingCount);
    },
  });
  server.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    requests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      "request",
    );
  });
  const readers = mayRead(platform.config);
  server.get("/metrics", { config: { rateLimit: false }, schema: { hide: true } }, async (request, reply) => {
    if (!readers(request)) throw new Problem("not-found");
    return reply.type(register.contentType).send(await register.metrics());
  });
}

/** What proxies add, each its own: with any of them the request came from elsewhere. */
const FORWARDED = ["x-forwarded-for", "forwarded", "x-real-ip"];

/** Who may read the figures: whoever bears METRICS_TOKEN; without one, programs on this machine, not behind a proxy. */
function mayRead({ metricsToken }: Config): (request: FastifyRequest) => boolean {
  if (metricsToken === undefined)
    return ({ socket, headers }) =>
      FORWARDED.every((name) => headers[name] === undefined) &&
      /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? "");
  const right = tokenHash(`Bearer ${metricsToken}`);
  return ({ headers }) => timingSafeEqual(tokenHash(headers.authorization ?? ""), right);
}
