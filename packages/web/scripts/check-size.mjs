/**
 * How much JavaScript a page needs before it can be used, from the manifest of a built site. Fails when the first page
 * of a declarer takes more than 200 kB gzipped. `node packages/web/scripts/check-size.mjs [dist/site]`
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 200;
const site = process.argv[2] ?? fileURLToPath(new URL("../dist/site", import.meta.url));

/** @type {Record<string, {file: string, imports?: string[], dynamicImports?: string[], isEntry?: boolean}>} */
const manifest = JSON.parse(readFileSync(join(site, ".vite/manifest.json"), "utf8"));

/** What every page inside the shell loads: the entry, the shell, one language. */
const always = ["index.html", "src/app/shell/shell.tsx", "src/app/catalogues/vi.ts"];
/** @type {[string, string, number][]} */
const pages = [
  ["first page of a declarer (home)", "src/features/home/home-page.tsx", LIMIT_KB],
  ["declaring", "src/features/assessments/assessment-page.tsx", 310],
  ["an indicator set", "src/features/sets/set-page.tsx", Number.POSITIVE_INFINITY],
];

/** @param {readonly string[]} keys @returns {Set<string>} every file that these chunks import, themselves included */
function closure(keys) {
  const files = new Set();
  const seen = new Set();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    if (chunk === undefined)
      throw new Error(`the manifest has no ${key}: was a page moved? Then say so here`);
    files.add(chunk.file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

let over = false;
for (const [name, page, limit] of pages) {
  const files = [...closure([...always, page])].filter((file) => file.endsWith(".js"));
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(site, file)), { level: 9 }).length,
    0,
  );
  const kb = bytes / 1000;
  over ||= kb > limit;
  process.stdout.write(
    `${name}: ${kb.toFixed(1)} kB of JavaScript, gzipped${kb > limit ? `, over ${limit} kB` : ""}\n`,
  );
}
process.exitCode = over ? 1 : 0;
