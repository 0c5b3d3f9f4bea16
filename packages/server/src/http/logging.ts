/** Structured logs, one JSON line an event. Never a name, an address of a person, a cookie, a body or a query. */
import type { FastifyBaseLogger, FastifyHttpOptions, RawServerDefault } from "fastify";

/** pino's options: requests are told by method and route (not by address), errors by what went wrong. */
export function loggerOptions(
  level: string,
): NonNullable<FastifyHttpOptions<RawServerDefault, FastifyBaseLogger>["logger"]> {
  if (level === "silent") return false;
  return {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {
      req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? "?" }),
      res: (reply) => ({ status: reply.statusCode }),
    },
    redact: ["req.headers", "err.detail", "err.parameters", "err.where"],
  };
}
