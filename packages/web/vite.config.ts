import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * The product build goes to dist/site. `__CSP_NONCE__` is replaced by the server with a fresh nonce in every answer
 * that carries index.html; Vite puts it on its own tags and on `<meta property="csp-nonce">`, which main.tsx reads.
 * In development `vite` passes /api on to OPENDTI_SERVER: a running server, or dev/mock-server.mjs.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  html: { cspNonce: "__CSP_NONCE__" },
  plugins: [react()],
  build: {
    outDir: "dist/site",
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // Nothing becomes a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    target: "es2022",
  },
  server: {
    port: 5173,
    proxy: { "/api": process.env.OPENDTI_SERVER ?? "http://127.0.0.1:3000" },
  },
});
