import { createHash } from "node:crypto";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const WORKER = "sw.js";

/** What has to be at hand for the declaring screen to open without a connection, languages and lazy parts included. */
const offline = [
  "index.html",
  "src/app/shell/shell.tsx",
  "src/app/shell/navigation-drawer.tsx",
  "src/app/catalogues/vi.ts",
  "src/app/catalogues/en.ts",
  "src/api/kept-copy.ts",
  "src/features/home/home-page.tsx",
  "src/features/assessments/assessment-page.tsx",
  "src/features/assessments/evidence/evidence-panel.tsx",
  "src/features/assessments/screen/assign-dialog.tsx",
  "src/features/sessions/sign-in-modal.tsx",
];

/** Tells the service worker (src/app/offline/worker.ts) the build that it belongs to: a new build is a new worker. */
function offlineBuild(): Plugin {
  return {
    name: "offline-build",
    enforce: "post",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
      const worker = chunks.find(({ fileName }) => fileName === WORKER);
      const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const files = new Set<string>();
      const take = (name: string): void => {
        const chunk = named.get(name);
        if (files.has(name) || chunk === undefined) return;
        files.add(name);
        for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
        for (const next of chunk.imports) take(next);
      };
      for (const place of offline) {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${place}`));
        if (chunk === undefined)
          throw new Error(`no chunk of ${place}: was it moved? Then say so in vite.config.ts`);
        take(chunk.fileName);
      }
      const entry = chunks.find(({ isEntry, fileName }) => isEntry && fileName !== WORKER);
      if (worker === undefined || entry === undefined)
        throw new Error("the service worker or the page was not built");
      for (const font of Object.keys(bundle).filter((name) => name.endsWith(".woff2"))) files.add(font);
      const paths = [...files].sort().map((file) => `/${file}`);
      const build = createHash("sha256")
        .update(Object.keys(bundle).sort().join("\n"))
        .update(worker.code)
        .digest("hex")
        .slice(0, 16);
      worker.code = worker.code
        .replaceAll("__OFFLINE_BUILD__", JSON.stringify(build))
        .replaceAll("__OFFLINE_FILES__", JSON.stringify([...paths, "/mark.svg"]))
        .replaceAll("__OFFLINE_ENTRY__", JSON.stringify(entry.fileName));
    },
  };
}

/**
 * The product build goes to dist/site. `__CSP_NONCE__` is replaced by the server with a fresh nonce in every answer
 * that carries index.html; Vite puts it on its own tags and on `<meta property="csp-nonce">`, which main.tsx reads.
 * In development `vite` passes /api on to OPENDTI_SERVER: a running server, or dev/mock-server.mjs.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  html: { cspNonce: "__CSP_NONCE__" },
  plugins: [react(), offlineBuild()],
  build: {
    outDir: "dist/site",
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // Nothing becomes a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    target: "es2022",
    rollupOptions: {
      input: {
        index: `${import.meta.dirname}/index.html`,
        worker: `${import.meta.dirname}/src/app/offline/worker.ts`,
      },
      output: {
        // The first page names every file of every page that it may lead to: a sign or two less of each are a few hundred bytes.
        entryFileNames: ({ name }) => (name === "worker" ? WORKER : "assets/[name]-[hash:7].js"),
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:6][extname]",
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/api": process.env.OPENDTI_SERVER ?? "http://127.0.0.1:3000" },
  },
});
