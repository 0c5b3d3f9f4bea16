/** Serves the browser application: hashed files for a year, the page itself always fresh and with a nonce of its own. */
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Config } from "../config.js";
import { Problem } from "./problem.js";
import { pagePolicy, WORKER_POLICY } from "./security-headers.js";

/** What the built page carries where the nonce goes. */
const NONCE_MARK = "__CSP_NONCE__";
const PAGE = "index.html";
/** The service worker of the build: asked for anew each time, or an old build would outlive itself. */
const WORKER = "sw.js";

/**
 * Serves the folder of the built application. An address that is no file is a page of the application.
 * @param folder has index.html, assets/ and a few files beside them (icons).
 */
export async function serveSite(server: FastifyInstance, config: Config, folder: string): Promise<void> {
  const page = await readFile(join(folder, PAGE), "utf8");
  await server.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    immutable: true,
    preCompressed: true,
    maxAge: "365d",
    decorateReply: false,
    index: false,
  });
  const schema = { hide: true };
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && one.name !== PAGE)) {
    const bytes = await readFile(join(folder, entry.name));
    const headers =
      entry.name === WORKER
        ? { "cache-control": "no-cache", "content-security-policy": WORKER_POLICY }
        : { "cache-control": "public, max-age=3600" };
    server.get(`/${entry.name}`, { schema }, async (_, reply) =>
      reply.type(mediaType(entry.name)).headers(headers).send(bytes),
    );
  }
  const sendPage = async (_: unknown, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString("base64url");
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-security-policy", pagePolicy(config, nonce))
      .send(page.replaceAll(NONCE_MARK, nonce));
  };
  server.get("/", { schema }, sendPage);
  server.get("/*", { schema }, async (request, reply) => {
    const [path = ""] = request.url.split("?");
    // What has an extension was meant as a file, and /api is the interface: neither is a page.
    if (path.startsWith("/api/") || path.startsWith("/assets/") || /\.[a-z0-9]+$/i.test(path))
      throw new Problem("not-found");
    return sendPage(request, reply);
  });
}

const mediaTypes: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  txt: "text/plain; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  webmanifest: "application/manifest+json",
};

const mediaType = (name: string): string =>
  mediaTypes[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
