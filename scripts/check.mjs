/**
 * `npm run check`: everything about the tree that needs no running of its code. Each step runs even when an
 * earlier one failed, so that one run shows all there is to mend; the exit status is 1 when any failed.
 */
import { buildWeb } from "./build-web.mjs";
import { node, run, tools } from "./child.mjs";

/** @typedef {{ title: string, run: () => Promise<number> }} Step */

/** What the others read. @type {Step} */
const built = { title: "types and build: tsc -b", run: () => node(tools.tsc, "-b") };

/** @type {Step[]} */
const steps = [
  { title: "lint and format: biome check", run: () => node(tools.biome, "check", "--error-on-warnings") },
  {
    title: "the generated client is current: packages/web/scripts/generate-api.mjs --check",
    run: () => node("packages/web/scripts/generate-api.mjs", "--check"),
  },
  {
    title: "browser application: build, and the size of its pages",
    run: async () => (await buildWeb()) || (await node("packages/web/scripts/check-size.mjs")),
  },
  {
    title: "package boundaries: scripts/check-boundaries.mjs",
    run: () => node("scripts/check-boundaries.mjs"),
  },
  { title: "unused files, exports and dependencies: knip", run: () => node(tools.knip) },
  {
    title: "paths that the documents cite: scripts/check-docs.mjs",
    run: () => node("scripts/check-docs.mjs"),
  },
];

/** As long as all of those together, and on one core: it runs beside them, and says what it has to say after them. */
const longest = {
  title: "types of tests and scripts: tsc -p tsconfig.test.json",
  /** @param {(text: string) => void} say */
  run: async (say) =>
    (await run(process.execPath, [tools.tsc, "-p", "tsconfig.test.json"], { say })) ||
    // Those of the browser application know a browser.
    run(process.execPath, [tools.tsc, "-p", "packages/web/test/tsconfig.json"], { say }),
};

const count = steps.length + 2;
let begun = 0;
let failed = 0;
/** @type {string[]} */
const results = [];

await follow(built);
/** @type {string[]} */
const said = [];
const start = performance.now();
const beside = longest.run((text) => said.push(text)).then((status) => ({ status, took: seconds(start) }));
for (const step of steps) await follow(step);
announce(longest.title);
const { status, took } = await beside;
process.stdout.write(said.join(""));
note(longest.title, status, took);

console.log(`\n── check: ${failed === 0 ? "all in order" : `${failed} of ${count} failed`}`);
console.log(results.join("\n"));
process.exitCode = failed === 0 ? 0 : 1;

/** @param {Step} step */
async function follow({ title, run: go }) {
  announce(title);
  const from = performance.now();
  note(title, await go(), seconds(from));
}

/** @param {string} title */
function announce(title) {
  begun += 1;
  console.log(`\n── ${begun}/${count} ${title}`);
}

/**
 * @param {string} title
 * @param {number} ended the exit status
 * @param {string} time
 */
function note(title, ended, time) {
  if (ended !== 0) failed += 1;
  results.push(`  ${ended === 0 ? "ok    " : "FAILED"}  ${time} s  ${title}`);
}

/** @param {number} from */
function seconds(from) {
  return ((performance.now() - from) / 1000).toFixed(1).padStart(5);
}
