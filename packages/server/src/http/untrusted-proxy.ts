/** A proxy that nobody declared: everybody behind it would be counted, and written down, as one address. */
import type { FastifyInstance } from "fastify";

/** Says so in the log, once, when a forwarded address comes from a neighbour that TRUST_PROXY does not name. */
export function warnOfUntrustedProxy(server: FastifyInstance): void {
  let said = false;
  server.addHook("onRequest", async (request) => {
    if (said || request.headers["x-forwarded-for"] === undefined) return;
    if (request.ip !== request.socket.remoteAddress) return;
    said = true;
    request.log.warn(
      "X-Forwarded-For came from an address that TRUST_PROXY does not name: it is passed over, and all who come that way count as one address. Behind a proxy set TRUST_PROXY (see README).",
    );
  });
}
