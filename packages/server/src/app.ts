/** The HTTP application, composed: plugins, then routes feature by feature. It listens to nothing yet. */
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Config } from "./config.js";
import { registerFeatures } from "./features/all.js";
import { publicPages } from "./features/public/pages.js";
import { authenticate, requireSameOrigin } from "./http/authenticate.js";
import { Endpoints, type RouteEntry } from "./http/endpoint.js";
import { handleErrors } from "./http/errors.js";
import { healthRoutes } from "./http/health.js";
import { KnownSessions } from "./http/known-sessions.js";
import { loggerOptions } from "./http/logging.js";
import { metricsRoutes } from "./http/metrics.js";
import { describeApi } from "./http/openapi.js";
import { refuseOverload } from "./http/overload.js";
import { requestLimits } from "./http/request-limits.js";
import { securityHeaders } from "./http/security-headers.js";
import { serveSite } from "./http/site.js";
import { warnOfUntrustedProxy } from "./http/untrusted-proxy.js";
import type { Platform } from "./platform.js";

export interface App {
  readonly server: FastifyInstance;
  /** Every route under /api/v1, for the permission matrix. */
  readonly routes: readonly RouteEntry[];
}

/** Bodies that are not uploads. */
const BODY_BYTES = 1_048_576;

/**
 * Builds the application.
 * @param site the folder of the built browser application; absent: the interface alone.
 */
export async function buildApp(platform: Platform, site?: string): Promise<App> {
  const { config } = platform;
  const server = fastify({
    logger: loggerOptions(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trusted(config),
    bodyLimit: BODY_BYTES,
    // A file of 25 MB over a line of half a megabit.
    requestTimeout: 600_000,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 300 },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  handleErrors(server);
  warnOfUntrustedProxy(server);
  await server.register(cookie);
  // Lines are slow. Files of the application are compressed when it is built; this is for answers.
  await server.register(compress, { encodings: ["gzip"], threshold: 2048 });
  await server.register(helmet, securityHeaders(config));
  const known = new KnownSessions();
  await server.register(rateLimit, requestLimits(config, known));
  await server.register(multipart, {
    limits: { fileSize: config.uploadBytes, files: 1, fields: 5, fieldSize: 10_000 },
    throwFileSizeLimit: true,
  });
  await describeApi(server);
  metricsRoutes(server, platform);
  healthRoutes(server, platform);
  const routes: RouteEntry[] = [];
  await server.register(
    async (api) => {
      api.addHook("onRequest", async (request, reply) => {
        reply.header("cache-control", "no-store");
        if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request);
      });
      refuseOverload(api, platform);
      const endpoints = new Endpoints(api, platform, {
        async signedIn(request, access, polled) {
          const session = await authenticate(platform, request, access, polled);
          known.add(request, session);
          return session.actor;
        },
        seen: (request, at) => known.seen(request, at),
        touched: (request, at) => known.touched(request, at),
      });
      registerFeatures(endpoints);
      routes.push(...endpoints.routes);
    },
    { prefix: "/api/v1" },
  );
  await publicPages(server, platform, site);
  if (site !== undefined) await serveSite(server, config, site);
  await server.ready();
  return { server, routes };
}

/** Fastify takes no number of proxies: it cannot check who calls. Whoever sets one keeps others from reaching us. */
const trusted = ({ trustProxy }: Config): false | string | ((address: string, hop: number) => boolean) =>
  typeof trustProxy === "number" ? (_, hop) => hop < trustProxy : trustProxy;
