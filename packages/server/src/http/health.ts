/** Is the process alive, and can it work? For a supervisor or a load balancer; no session, no limit. */
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { migrations } from "../database/migrations/all.js";
import type { Platform } from "../platform.js";

/** `/api/health/live`: the process answers. `/api/health/ready`: its database answers with our schema. */
export function healthRoutes(server: FastifyInstance, platform: Platform): void {
  const config = { rateLimit: false } as const;
  server.get("/api/health/live", { config, schema: { hide: true } }, async () => ({ status: "ok" }));
  server.get("/api/health/ready", { config, schema: { hide: true } }, async (_, reply) => {
    try {
      const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(platform.db);
      const applied = new Set(rows.map(({ name }) => name));
      if (Object.keys(migrations).every((name) => applied.has(name))) return { status: "ok" };
    } catch (error) {
      reply.log.warn({ err: error }, "not ready");
    }
    return reply.code(503).header("retry-after", "2").send({ status: "not-ready" });
  });
}
