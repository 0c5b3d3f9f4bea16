/** What the browser may do with our answers: load from us, run what carries this page's nonce, frame nothing. */
import type { FastifyHelmetOptions } from "@fastify/helmet";
import type { Config } from "../config.js";

/** Helmet's options. HSTS and upgrade-insecure-requests only under https: a LAN without it must keep working. */
export function securityHeaders(config: Config): FastifyHelmetOptions {
  const https = isHttps(config);
  return {
    // An answer that is no page loads nothing and is framed nowhere; pages have their own policy.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: https ? { policy: "same-origin" } : false,
    originAgentCluster: https,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  };
}

/** The policy of the service worker: it fetches our own pages and files, and loads no other script. */
export const WORKER_POLICY =
  "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The Content-Security-Policy of a page of the application. */
export function pagePolicy(config: Config, nonce: string): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Widths of bars and places of menus are style attributes; they can load nothing and run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps(config) ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

const isHttps = ({ publicUrl }: Config): boolean => publicUrl?.startsWith("https:") === true;
