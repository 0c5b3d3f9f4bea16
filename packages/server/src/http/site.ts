/** Serves the browser application: hashed files for a year, the page itself always fresh and with this answer's nonce. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Problem } from "./problem.js";

/** What the page carries where the nonce goes. */
const NONCE_MARK = /__CSP_NONCE__/g;

/**
 * Serves the folder of the built application. An address that is no file is a page of the application.
 * @param folder has index.html and assets/.
 */
export async function serveSite(server: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, "index.html"), "utf8");
  await server.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    decorateReply: false,
    index: false,
  });
  const sendPage = async (_: unknown, reply: FastifyReply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(page.replaceAll(NONCE_MARK, reply.cspNonce.script));
  server.get("/", { schema: { hide: true } }, sendPage);
  server.get("/*", { schema: { hide: true } }, async (request, reply) => {
    const [path = ""] = request.url.split("?");
    // What has an extension was meant as a file, and /api is the interface: neither is a page.
    if (path.startsWith("/api/") || path.startsWith("/assets/") || /\.[a-z0-9]+$/i.test(path))
      throw new Problem("not-found");
    return sendPage(request, reply);
  });
}
