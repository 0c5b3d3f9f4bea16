/** Whatever is thrown becomes a problem. What we did not foresee is logged whole and told as nothing but its number. */
import type { Language } from "@opendti/engine";
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { Problem, problemBody } from "./problem.js";

/** SQLSTATE classes that mean "the database is away for a moment": connection lost, shutting down, starting up. */
const AWAY = /^(08|57P0|53300)/;
const AWAY_SYSTEM = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT"]);
/**
 * SQLSTATE of text that no column can hold (a NUL, half a character) or that is no id, number or time: somebody made up
 * a cursor or a value. Nothing was stored.
 */
const UNREADABLE = new Set(["22021", "22P05", "22P02", "22003", "22007", "22008"]);
const RETRY_SECONDS = 2;

/** Answers every error with problem+json, in the language the request asks for. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, "request failed");
    if (problem.status === 503 || problem.status === 429)
      reply.header("retry-after", String(retryAfter(problem)));
    return reply
      .code(problem.status)
      .type("application/problem+json")
      .send(problemBody(problem, languageOf(request), request.url.split("?")[0] ?? request.url));
  });
  app.setNotFoundHandler(async (request, reply) =>
    reply
      .code(404)
      .type("application/problem+json")
      .send(problemBody(new Problem("not-found"), languageOf(request), request.url.split("?")[0] ?? "")),
  );
}

/** The first language of Accept-Language that we speak; Vietnamese when none is. */
function languageOf(request: FastifyRequest): Language {
  const asked = /\b(vi|en)\b/.exec(request.headers["accept-language"]?.toLowerCase() ?? "")?.[1];
  return asked === "en" ? "en" : "vi";
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error))
    return new Problem("request-invalid", undefined, {
      errors: error.validation.map(({ instancePath, message }) => ({
        in: error.validationContext,
        at: instancePath,
        message,
      })),
    });
  if (isAway(error)) return new Problem("not-ready", undefined, { retryAfter: RETRY_SECONDS });
  if (UNREADABLE.has(error.code)) return new Problem("request-invalid");
  switch (error.statusCode) {
    case 413:
      return new Problem("upload-too-large");
    case 415:
      return new Problem("upload-refused");
    case 429:
      return new Problem("too-many-requests", undefined, { retryAfter: secondsUntilFree(error) });
    case 503:
      return new Problem("not-ready", undefined, { retryAfter: RETRY_SECONDS });
    default:
      return new Problem((error.statusCode ?? 500) < 500 ? "request-invalid" : "internal-error");
  }
}

/** Whether an error says that the database is away for a moment. */
export function isAway(error: { readonly code?: unknown; readonly message: string }): boolean {
  const { code, message } = error;
  if (typeof code === "string" && (AWAY.test(code) || AWAY_SYSTEM.has(code))) return true;
  // node-postgres throws these without a code.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    message,
  );
}

/** Seconds after which to ask again, from the problem's own extension. */
function retryAfter({ extensions }: Problem): number {
  return typeof extensions.retryAfter === "number" ? extensions.retryAfter : RETRY_SECONDS;
}

/** @fastify/rate-limit says when the window ends in words only; a minute is the longest it is. */
function secondsUntilFree({ message }: FastifyError): number {
  const seconds = /retry in (\d+) second/.exec(message)?.[1];
  return seconds === undefined ? 60 : Number(seconds);
}
