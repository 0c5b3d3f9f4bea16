/** What the browser may do with our pages: load from us, run scripts that carry this answer's nonce, frame nothing. */
import type { FastifyHelmetOptions } from "@fastify/helmet";
import type { Config } from "../config.js";

/** Helmet's options. HSTS and upgrade-insecure-requests only under https: a LAN without it must keep working. */
export function securityHeaders(config: Config): FastifyHelmetOptions {
  const https = config.publicUrl?.startsWith("https:") === true;
  return {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Widths of bars and places of menus are style attributes; they can load nothing and run nothing.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", "blob:"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: https ? { policy: "same-origin" } : false,
    originAgentCluster: https,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  };
}
