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
      err: toldError,
    },
    redact: ["req.headers"],
  };
}

type ToldError = Record<string, unknown> & Readonly<Record<"type" | "message" | "stack", string>>;

/**
 * An error as the log tells it. Never its other members: of the database's they hold what was sent, and the whole client.
 */
export function toldError(error: unknown): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: "" };
  const { name, message, stack = "" } = error;
  const code: unknown = "code" in error ? error.code : undefined;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return {
    type: name,
    message,
    ...(typeof code === "string" ? { code } : {}),
    ...(cause === undefined ? {} : { cause }),
    stack,
  };
}
