/**
 * Builds the browser application into packages/web/dist/site, unless what stands there was built from these very
 * sources: `npm start` twice builds once.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { root, run, tools } from "./child.mjs";

const web = join(root, "packages/web");
const stampFile = join(web, "dist/site-sources");

/** What the application is made of: its own files, and the packages that run in the browser with it. */
const sources = [
  "package-lock.json",
  "packages/web/index.html",
  "packages/web/vite.config.ts",
  "scripts/build-web.mjs",
  "packages/web/src",
  "packages/web/public",
  "packages/engine/src",
  "packages/prose/src",
];

/** @returns {Promise<number>} the exit status */
export async function buildWeb() {
  const hash = hashOf(sources);
  const built = existsSync(join(web, "dist/site/index.html")) && existsSync(stampFile);
  if (built && readFileSync(stampFile, "utf8") === hash) return 0;
  console.error("Đang dựng giao diện (chỉ khi mã nguồn đổi)\nBuilding the browser application");
  const status = await run(process.execPath, [tools.vite, "build", "--logLevel", "warn"], { cwd: web });
  if (status !== 0) return status;
  compressAssets(join(web, "dist/site/assets"));
  writeFileSync(stampFile, hash);
  return 0;
}

/**
 * Puts a .br and a .gz beside every text file: compressed once here, not at every request.
 *
 * @param {string} folder
 */
function compressAssets(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
    const bytes = readFileSync(join(folder, name));
    const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: hint }));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/**
 * The hash of every file's path and content, in one order.
 *
 * @param {readonly string[]} places
 */
function hashOf(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesAt).sort())
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update("\n");
  return hash.digest("hex");
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesAt(place) {
  if (!existsSync(join(root, place))) return [];
  if (/\.\w+$/.test(place)) return [place];
  return readdirSync(join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
